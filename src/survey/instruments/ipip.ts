import type { Item, LocalizedText, ResponseScale } from '../instrument.js';

/** What the instruments of the International Personality Item Pool have in common. */

export const ipipLicence =
  'IPIP items and keys: public domain (Goldberg et al. (2006), doi:10.1016/j.jrp.2005.08.007; ipip.ori.org). ' +
  'Italian wording: written for this project and not psychometrically validated; some sentences coincide ' +
  'with those of the MIT-licensed npm package @alheimsins/b5-johnson-120-ipip-neo-pi-r 6.0.13.';

export const webNormSource = '15,660 adults who chose to take the survey on the web; means and SDs on 1–5';

export const webNormLimits =
  'A self-selected web sample, not representative of any country, age group or workforce: z-scores and ' +
  'percentiles say where a person stands among such volunteers, nothing more. They were not checked for the ' +
  'Italian wording, and are no ground for selecting people.';

export const ipipInstructions: LocalizedText = {
  en:
    'Describe yourself as you generally are now, not as you wish to be in the future. ' +
    'Indicate how accurately each statement describes you.',
  it:
    'Si descriva per come è in generale adesso, non per come vorrebbe essere in futuro. ' +
    'Indichi quanto ogni affermazione descrive in modo esatto la sua persona.',
};

export const accuracyScale: ResponseScale = {
  min: 1,
  max: 5,
  labels: {
    en: [
      'Very inaccurate',
      'Moderately inaccurate',
      'Neither accurate nor inaccurate',
      'Moderately accurate',
      'Very accurate',
    ],
    it: [
      'Del tutto inesatto',
      'Abbastanza inesatto',
      'Né esatto né inesatto',
      'Abbastanza esatto',
      'Del tutto esatto',
    ],
  },
};

/** Items `item1`, `item2`, … from rows of key (`-` is reverse-keyed), trait, English and Italian text. */
export function likertItems(
  rows: readonly (readonly [key: '+' | '-', trait: string, en: string, it: string])[],
): Item[] {
  return rows.map(([key, trait, en, it], index) => ({
    id: `item${index + 1}`,
    text: { en, it },
    trait,
    reverseKeyed: key === '-',
  }));
}
