import { InputError } from '../core/index.js';

/**
 * Spreadsheets run a cell that starts with `=`, `+`, `-` or `@` as a formula, and some skip white space, quotes
 * or control characters before it (OWASP, "CSV Injection"). Such a cell is written with one apostrophe in front,
 * which makes it text; a cell that already has apostrophes in front gets one more, so that exactly one can be
 * taken away again. Plain numbers such as −3 or +1.5 cannot do harm and stay numbers.
 */

// Full-width forms count: spreadsheets in East Asian locales read them as the plain sign.
const risky = /^['"\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^'*[\t\r\n\0]/u;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;

/** The cell as it may stand in a spreadsheet: inert. `unguardCell` gives the cell back. @throws InputError for what is no text */
export function guardCell(cell: string): string {
  requireText('guardCell', cell);
  return risky.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
}

/** The cell before `guardCell`; a cell that was not guarded is returned as it is. @throws InputError for what is no text */
export function unguardCell(cell: string): string {
  requireText('unguardCell', cell);
  if (cell.charCodeAt(0) !== 39) return cell;
  const rest = cell.slice(1);
  return risky.test(rest) && !plainNumber.test(rest) ? rest : cell;
}

function requireText(functionName: string, cell: unknown): void {
  if (typeof cell === 'string') return;
  throw new InputError(functionName, [{ path: 'cell', value: cell, rule: 'a text' }]);
}
