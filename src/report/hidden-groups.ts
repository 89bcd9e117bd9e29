import { suppressSmallGroups } from '../statistics/index.js';
import { type CouncilCount, isFew } from './council.js';
import { smallestGroup } from './report-data.js';

export interface GroupCount {
  readonly people: number;
  readonly matched: number;
}

/**
 * What a council does not read of the groups of an attribute: how many people some have, and the rates of more. All
 * groups add up to what the summary shows, so what is hidden is at least two groups, and together neither few people
 * with a partner nor few without.
 *
 * @param without those without a partner over all groups, as the summary shows them
 */
export function hiddenGroups(
  groups: readonly GroupCount[],
  without: CouncilCount,
): { readonly people: readonly boolean[]; readonly rates: readonly boolean[] } {
  const sizes = groups.map(({ people }) => people);
  const row = { numerator: 'people', denominator: 'people', people: 'people', each: null };
  const people = suppressSmallGroups([row], { people: sizes }, { smallestGroup })[0]!;
  // A total that is not told cannot be told by its parts either.
  if (without.kind === 'hidden') return { people, rates: groups.map(() => true) };
  const isAll = (count: (group: GroupCount) => number) => groups.every((group) => count(group) === 0);
  // Where everybody has a partner, or nobody, the summary says so of every group.
  if (isAll(({ matched }) => matched) || isAll(lacking)) return { people, rates: people };
  const rates = groups.map((group, at) => people[at]! || tellsOfFew(group));
  const next = () =>
    groups
      .map((group, at) => ({ ...group, at }))
      .filter(({ at, people: size }) => !rates[at] && size > 0)
      .sort((one, other) => one.people - other.people || one.at - other.at)[0];
  const isSafe = () => {
    const inside = groups.filter((group, at) => rates[at] && group.people > 0);
    if (inside.length === 0) return true;
    const matched = inside.reduce((sum, group) => sum + group.matched, 0);
    const lack = inside.reduce((sum, group) => sum + lacking(group), 0);
    const isTold = without.kind === 'exact';
    return inside.length > 1 && matched > 0 && lack > 0 && (!isTold || !(isFew(matched) || isFew(lack)));
  };
  for (let group = next(); group !== undefined && !isSafe(); group = next()) rates[group.at] = true;
  return { people, rates };
}

const lacking = ({ people, matched }: GroupCount) => people - matched;

/** Whether a rate tells of few people, or of all of not many. */
function tellsOfFew(group: GroupCount): boolean {
  if (isFew(group.matched) || isFew(lacking(group))) return true;
  const isAtEnd = group.matched === 0 || lacking(group) === 0;
  return isAtEnd && group.people > 0 && group.people < 2 * smallestGroup;
}
