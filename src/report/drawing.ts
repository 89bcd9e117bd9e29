import { type Insert, type Markup, markup } from './markup.js';
import { colours } from './palette.js';

/** What every drawing says of itself to those who cannot see it. */
export interface DrawingTexts {
  readonly title: string;
  readonly description: string;
}

/** Wraps a drawing: an image with a title and a description, that scales to the width it is given. */
export function drawing(width: number, height: number, texts: DrawingTexts, content: Insert): Markup {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${texts.title}. ${texts.description}" font-family="system-ui, sans-serif" font-size="12"><title>${texts.title}</title><desc>${texts.description}</desc><rect class="drawn-ground" width="${width}" height="${height}" fill="#fff"/>${content}</svg>`;
}

type Anchor = 'start' | 'middle' | 'end';

/** A text at a place, in the colour of ink or fainter. */
export function label(x: number, y: number, anchor: Anchor, text: string, isFaint = false): Markup {
  const colour = isFaint ? colours.faint : colours.ink;
  return markup`<text class="${isFaint ? 'drawn-faint' : 'drawn-ink'}" x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" fill="${colour}">${text}</text>`;
}

/** A thin straight line, such as an axis. */
export function line(x1: number, y1: number, x2: number, y2: number): Markup {
  return markup`<path class="drawn-line" d="M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}" stroke="${colours.line}" fill="none"/>`;
}

/** Many rectangles of one look as a single path, which keeps large drawings small. */
export function boxes(
  list: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[],
): string {
  return list
    .map(
      ({ x, y, width, height }) =>
        `M${short(x)} ${short(y)}h${short(width)}v${short(height)}h${short(-width)}z`,
    )
    .join('');
}

/** A number with two decimals at most. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** The smallest "round" step (1, 2 or 5 times a power of ten) that needs at most `most` steps up to `highest`. */
export function roundStep(highest: number, most: number): number {
  let step = 1;
  while (highest / step > most) {
    const digit = Number(String(step)[0]);
    step = digit === 2 ? (step / 2) * 5 : step * 2;
  }
  return step;
}
