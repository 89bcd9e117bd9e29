/**
 * Colours of drawings. Blue and orange stay apart for all common kinds of colour blindness, and lightness alone
 * carries the order of the ramp (after Brewer, *Blues*: https://colorbrewer2.org; Okabe & Ito 2008 for the accent).
 *
 * A drawing stands alone, dark on white; its classes let a page with a dark ground repaint ground, lines and text.
 */
export const colours = {
  ink: '#1b1f24',
  faint: '#57606a',
  line: '#d0d7de',
  bar: '#2166ac',
  mark: '#d55e00',
  none: '#eceff2',
} as const;

/** From nothing (light) to everything (dark), for values in [0, 1]. */
export const ramp = [
  '#f2f7fc',
  '#dfebf7',
  '#c9ddf0',
  '#abcfe6',
  '#83bcdc',
  '#5aa3cf',
  '#3a87c0',
  '#206bae',
  '#0f4f94',
  '#08346c',
] as const;

/** The step of the ramp for a value in [0, 1]. */
export function rampStep(value: number): number {
  return Math.min(ramp.length - 1, Math.max(0, Math.floor(value * ramp.length)));
}
