import { canonicalTerm, compareText } from '../core/index.js';
import type { PairCondition, Quota, QuotaRow } from '../matching/index.js';
import type { Participant } from '../participants/index.js';
import type { CompiledCohort } from '../scoring/index.js';

/** A limit and which pairs count for it. */
export interface CompiledRow extends QuotaRow {
  readonly counts: (mentee: number, mentor: number) => boolean;
}

/** Every limit of every quota, one for each value where a quota has `each`; values in code-unit order. */
export function compileQuotas(cohort: CompiledCohort, quotas: readonly Quota[]): CompiledRow[] {
  return quotas.flatMap((quota): CompiledRow[] => {
    const { name, where = [], each } = quota;
    const conditions = where.map((condition) => compileCondition(cohort, condition));
    const isMeant = (mentee: number, mentor: number) => conditions.every((holds) => holds(mentee, mentor));
    const limits = (['atLeast', 'atMost', 'atLeastShare', 'atMostShare'] as const).flatMap((limit) =>
      quota[limit] === undefined ? [] : [{ quota: name, limit, value: quota[limit] }],
    );
    if (each === undefined) return limits.map((limit) => ({ ...limit, group: null, counts: isMeant }));
    const ofMentees = cohort.people.mentees.map((person) => termsOf(person, each.field));
    const ofMentors = cohort.people.mentors.map((person) => termsOf(person, each.field));
    const has = {
      mentee: (mentee: number, _: number, group: string) => ofMentees[mentee]!.has(group),
      mentor: (_: number, mentor: number, group: string) => ofMentors[mentor]!.has(group),
      both: (mentee: number, mentor: number, group: string) =>
        ofMentees[mentee]!.has(group) && ofMentors[mentor]!.has(group),
    }[each.of];
    const sides = { mentee: [ofMentees], mentor: [ofMentors], both: [ofMentees, ofMentors] }[each.of];
    const groups = [...new Set(sides.flatMap((side) => side.flatMap((terms) => [...terms])))];
    return groups.sort(compareText).flatMap((group) =>
      limits.map((limit) => ({
        ...limit,
        group,
        counts: (mentee: number, mentor: number) => has(mentee, mentor, group) && isMeant(mentee, mentor),
      })),
    );
  });
}

function compileCondition(
  cohort: CompiledCohort,
  condition: PairCondition,
): (mentee: number, mentor: number) => boolean {
  if (condition.kind === 'minimumScore') {
    const least = Math.ceil(Math.round(condition.score * 1e9) / 1e3);
    return (mentee, mentor) => cohort.score(mentee, mentor) >= least;
  }
  const ofMentees = cohort.people.mentees.map((person) => termsOf(person, condition.field));
  const ofMentors = cohort.people.mentors.map((person) => termsOf(person, condition.field));
  if (condition.kind === 'value') {
    const wanted = condition.values.map(termOf);
    const side = condition.of === 'mentee' ? ofMentees : ofMentors;
    const isMeant = side.map((terms) => wanted.some((value) => terms.has(value)));
    return (mentee, mentor) => isMeant[condition.of === 'mentee' ? mentee : mentor]!;
  }
  const isSame = condition.kind === 'sameValue';
  return (mentee, mentor) => {
    const one = ofMentees[mentee]!;
    const other = ofMentors[mentor]!;
    if (one.size === 0 || other.size === 0) return false;
    return [...one].some((term) => other.has(term)) === isSame;
  };
}

/** The values of a person's field; none where it is unknown. */
function termsOf(person: Omit<Participant, 'survey' | 'traits'>, field: string): ReadonlySet<string> {
  const name = field.startsWith('attributes.') ? field.slice('attributes.'.length) : undefined;
  const source: object = name === undefined ? person : (person.attributes ?? {});
  const key = name ?? field;
  const value: unknown = Object.hasOwn(source, key) ? (source as Record<string, unknown>)[key] : undefined;
  if (value === undefined || value === null) return new Set();
  return new Set((Array.isArray(value) ? value : [value]).map(termOf));
}

function termOf(value: unknown): string {
  return typeof value === 'string' ? canonicalTerm(value) : String(value);
}
