/**
 * Words of this file. A *count* is one number per group that adds up to a total over all groups: mentees who answered,
 * meetings that were held, a sum of ratings. A *row* shows counts of every group: how many, of how many, of how many
 * people. A *cell* is one count of one group.
 */

/** Counts that are shown together: of a rate, or of a sum and how many it is over. */
export interface ShownRow {
  /** Names of counts; rows that share a name share its cells. */
  readonly numerator: string;
  readonly denominator: string;
  /** How many different people are behind the denominator, who may count in it more than once. */
  readonly people: string;
  /**
   * The least and the most that one of the denominator adds to the numerator: 0 and 1 of a share, 1 and 5 of a
   * rating. At either end the numerator tells of everybody. `null` where there is no such end.
   */
  readonly each: { readonly lowest: number; readonly highest: number } | null;
}

export interface SuppressionOptions {
  /** Groups with fewer than this, and more than nobody, are hidden; whole number ≥ 1, which hides nothing. */
  readonly smallestGroup: number;
}

/** Counts by name, then one number a group, in the order of the groups. */
export type CountTable = Readonly<Record<string, readonly number[]>>;

/**
 * Which groups to hide in which rows, so that totals may be shown and nothing hidden can be worked out from them.
 *
 * A group is hidden in a row where it is small, where 0 % or 100 % (an end, see `each`) of fewer than twice the smallest
 * group would tell of everybody in it, and wherever a count of the row is hidden for it elsewhere: a hidden count is hidden
 * everywhere. Complementary suppression then hides more, smallest group first, until of every count either nothing
 * is hidden or at least two groups are, which together are no small group and not at an end: then no difference of what is shown,
 * nor what a count can be at all, gives any of them away. Where that cannot be had, all
 * groups that have anybody are hidden, and an empty one with a group that is alone. A single group is its total: whoever
 * hides the one has to hide the other.
 *
 * @returns for each row, for each group, whether it is hidden. Groups with nobody are shown as such
 * unless that count is hidden.
 *
 * O(rows · groups²) or less. Cox (1980), *Suppression methodology and statistical disclosure control*, J. American
 * Statistical Association 75, 377–385, doi:10.1080/01621459.1980.10477481, for one dimension.
 */
export function suppressSmallGroups(
  rows: readonly ShownRow[],
  counts: CountTable,
  { smallestGroup }: SuppressionOptions,
): boolean[][] {
  const groups = rows.length === 0 ? 0 : counts[rows[0]!.denominator]!.length;
  const names = [...new Set(rows.flatMap(namesOf))];
  const hidden = new Map(names.map((name) => [name, new Uint8Array(groups)]));
  const cell = (name: string, group: number) => counts[name]![group]!;
  const isHidden = (row: ShownRow, group: number) =>
    namesOf(row).some((name) => hidden.get(name)![group] === 1);
  let changed = true;
  const hide = (row: ShownRow, group: number) => {
    for (const name of namesOf(row)) {
      const column = hidden.get(name)!;
      if (column[group] === 1) continue;
      column[group] = 1;
      changed = true;
    }
  };
  for (const row of rows) {
    for (let group = 0; group < groups; group += 1) {
      const [numerator, denominator, people] = namesOf(row).map((name) => cell(name, group));
      const shown = { numerator: numerator!, denominator: denominator!, people: people! };
      if (tellsTooMuch(row, shown, smallestGroup)) hide(row, group);
    }
  }
  while (changed) {
    changed = false;
    for (const row of rows) {
      const all = Array.from({ length: groups }, (_, group) => group);
      for (const group of all) if (isHidden(row, group)) hide(row, group);
      const inside = all.filter((group) => isHidden(row, group));
      if (inside.length === 0 || isSafe(row, inside, cell, smallestGroup)) continue;
      const shown = all.filter((group) => !inside.includes(group));
      const size = (group: number) => cell(row.people, group);
      const peopled = shown.filter((group) => size(group) > 0);
      peopled.sort((one, other) => size(one) - size(other));
      // An empty group that is hidden too keeps the one that is not from being all that is missing.
      const next = peopled[0] ?? (inside.length === 1 ? shown[0] : undefined);
      if (next !== undefined) hide(row, next);
    }
  }
  return rows.map((row) => Array.from({ length: groups }, (_, group) => isHidden(row, group)));
}

const namesOf = ({ numerator, denominator, people }: ShownRow) => [numerator, denominator, people];

/** Whether a number by itself tells of few people, or of all of not many. */
export function tellsTooMuch(
  row: Pick<ShownRow, 'each'>,
  { numerator, denominator, people }: Readonly<Record<'numerator' | 'denominator' | 'people', number>>,
  smallestGroup: number,
): boolean {
  if (people === 0) return false;
  if (people < smallestGroup) return true;
  return smallestGroup > 1 && people < 2 * smallestGroup && isAtEnd(row, numerator, denominator);
}

function isAtEnd({ each }: Pick<ShownRow, 'each'>, numerator: number, denominator: number): boolean {
  if (each === null) return false;
  return numerator <= each.lowest * denominator || numerator >= each.highest * denominator;
}

/** Whether what is hidden together says nothing of any one of them. */
function isSafe(
  row: ShownRow,
  groups: readonly number[],
  cell: (name: string, group: number) => number,
  smallestGroup: number,
): boolean {
  const withSomebody = groups.filter((group) => cell(row.people, group) > 0);
  const sum = (name: string) => groups.reduce((total, group) => total + cell(name, group), 0);
  if (withSomebody.length < 2 || sum(row.people) < smallestGroup) return false;
  return !isAtEnd(row, sum(row.numerator), sum(row.denominator));
}
