import { idRules } from './header-rules.js';
import type { GridColumn } from './infer-grids.js';
import { type Column, type Proposal, targetOf } from './propose-rule.js';

/** The column that names people best: one that is filled, and differs from row to row. */
export function findId(
  columns: readonly Column[],
  grids: ReadonlyMap<number, GridColumn>,
): { at: number; proposal: Proposal } | undefined {
  for (const [place, { pattern, why, lowerCase }] of idRules.entries()) {
    for (const { at, words, header, cells, filled } of columns) {
      // An address may come twice, for each side or by mistake; a bare "id" that repeats is no id of people.
      const named = pattern.test(words) || (header === '#' && pattern.test('#'));
      if (!named || grids.has(at) || targetOf(words) === 'managerId') continue;
      const people = new Set(cells.map((cell) => cell.toLowerCase()));
      const names =
        cells.length === 0 || (filled >= 0.5 && people.size >= cells.length * (place < 2 ? 0.3 : 0.7));
      if (!names || people.has('anonymous') || people.has('anonimo')) continue;
      const isAddress =
        lowerCase === true && (cells.length === 0 || cells.some((cell) => cell.includes('@')));
      const confidence = place < 2 ? 'high' : 'medium';
      return { at, proposal: { to: 'id', ...(isAddress ? { lowerCase: true } : {}), confidence, why } };
    }
  }
  const name = columns.find(
    ({ words, cells }) => targetOf(words) === 'name' && new Set(cells).size === cells.length,
  );
  if (name === undefined) return undefined;
  const why = 'no column holds an id or an e-mail address; names are used, and are all different';
  return { at: name.at, proposal: { to: 'id', confidence: 'low', why } };
}
