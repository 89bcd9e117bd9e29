import { canonicalTerm, type Side } from '../participants/index.js';
import type { CellIssue } from './types.js';

/** A list of ids in a person that came from a cell. */
export interface Mention {
  readonly person: Record<string, unknown>;
  readonly field: string;
  /** On which side the people are whom the list names. */
  readonly side: Side;
  readonly row: number;
  readonly column: string;
  readonly cell: string;
}

/** Whoever a list may name. */
export interface Named {
  readonly id: string;
  readonly name?: string | null | undefined;
}

/** On which side the people are whom a field names, or `undefined` for a field that holds no ids. */
export function sideOfIds(field: string): Side | undefined {
  if (field === 'preferredMentors' || field === 'avoidedMentors') return 'mentor';
  return field === 'preferredMentees' || field === 'avoidedMentees' ? 'mentee' : undefined;
}

/**
 * Looks up whom the lists name: by id, by id in other letters, or by a name that one person alone has. Who is not
 * found is left out with a warning, since a cohort is refused for an id that nobody has; who takes part on the
 * other side only, with a note.
 *
 * @param known the people of each side, or `undefined` for a side that stands in a table not at hand: its lists
 * stay as they are
 */
export function resolveMentions(
  mentions: readonly Mention[],
  known: Readonly<Record<Side, readonly Named[] | undefined>>,
  issues: CellIssue[],
): void {
  const finders = { mentor: finderOf(known.mentor), mentee: finderOf(known.mentee) };
  const done = new Map<unknown, Map<string, string | undefined>>();
  for (const { person, field, side, row, column, cell } of mentions) {
    const find = finders[side];
    const list = person[field] as readonly string[];
    if (find === undefined || list.length === 0) continue;
    const other = finders[side === 'mentor' ? 'mentee' : 'mentor'];
    // Two columns may fill one list: what the first resolved is not looked up again.
    const earlier = done.get(person) ?? new Map<string, string | undefined>();
    done.set(person, earlier);
    const note = (severity: 'note' | 'warning', rule: string) =>
      issues.push({
        row,
        column,
        value: cell,
        rule,
        severity,
        code: severity === 'note' ? 'interpreted' : 'notUnderstood',
      });
    const ids = list.flatMap((mention) => {
      const key = `${field} ${mention}`;
      if (!earlier.has(key)) {
        const found = find(mention);
        const id = typeof found === 'string' ? found : undefined;
        if (id === undefined) note(...leftOut(mention, side, found, other?.(mention)));
        else if (id !== mention) note('note', `"${mention}" is read as ${id}`);
        earlier.set(key, id);
        if (id !== undefined) earlier.set(`${field} ${id}`, id);
      }
      return earlier.get(key) ?? [];
    });
    person[field] = [...new Set(ids)];
  }
}

/** The id, or how many people have this name. */
type Found = string | { readonly several: number };

function leftOut(
  mention: string,
  side: Side,
  found: Found | undefined,
  elsewhere: Found | undefined,
): ['note' | 'warning', string] {
  if (typeof found === 'object') {
    return ['warning', `the id of a ${side}; ${found.several} are called "${mention}", and it was left out`];
  }
  if (typeof elsewhere === 'string')
    return ['note', `"${mention}" is no ${side} and was left out of that list`];
  return ['warning', `the id or the name of a ${side} of this table; "${mention}" is none and was left out`];
}

function finderOf(
  people: readonly Named[] | undefined,
): ((mention: string) => Found | undefined) | undefined {
  if (people === undefined) return undefined;
  const ids = new Set(people.map(({ id }) => id));
  const byTerm = new Map<string, Set<string>>();
  for (const { id, name } of people) {
    for (const term of [id, name ?? '']) {
      const key = canonicalTerm(term);
      if (key === '') continue;
      const same = byTerm.get(key) ?? new Set<string>();
      byTerm.set(key, same.add(id));
    }
  }
  return (mention) => {
    if (ids.has(mention)) return mention;
    const same = byTerm.get(canonicalTerm(mention));
    if (same === undefined) return undefined;
    return same.size === 1 ? [...same][0] : { several: same.size };
  };
}
