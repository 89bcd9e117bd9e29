/** The few forms of RFC 5545 that a list of meetings needs. */

/** Longest line in bytes of UTF-8, its end not counted (3.1). */
const longestLine = 75;

/** A property; a long line is folded, never inside a character (3.1). */
export function calendarLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let bytes = 0;
  for (const character of `${name}:${value}`) {
    const size = bytesOf(character.codePointAt(0)!);
    if (bytes + size > longestLine) {
      lines.push(line);
      line = ' ';
      bytes = 1;
    }
    line += character;
    bytes += size;
  }
  return [...lines, line].join('\r\n');
}

function bytesOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
}

/** A text value (3.3.11): backslash, semicolon, comma and line break are escaped, other control characters left out. */
export function calendarText(text: string): string {
  return text
    .replaceAll(/\r\n|\r|\n/g, '\n')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (character) =>
      character === '\n' || character === '\t' ? character : '',
    )
    .replaceAll(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

/** An instant in UTC (3.3.5, form 2): `20260112T140000Z`. */
export function calendarInstant(epoch: number): string {
  return `${new Date(epoch).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A day (3.3.4): `20260112`. */
export function calendarDate(date: string): string {
  return date.replaceAll('-', '');
}
