import type { Matching, UnmatchedPerson } from '../matching/index.js';
import { decimal } from '../scoring/inner.js';
import { smallestGroup } from './report-data.js';
import type { ReportTexts } from './texts/texts.js';

/** A count as a council reads it: the number, a bound that says no more than the rule behind it, or nothing. */
export type CouncilCount =
  | { readonly kind: 'exact'; readonly count: number }
  | { readonly kind: 'atLeast'; readonly count: number }
  | { readonly kind: 'fewer' }
  | { readonly kind: 'hidden' };

/** One side as a council reads it. */
export interface CouncilSide {
  readonly optedIn: CouncilCount;
  readonly without: CouncilCount;
}

/**
 * What a council may know of how many people there are. Every section shows no more than this, so that no two of them
 * give by subtraction what one of them hides.
 */
export interface CouncilCounts {
  readonly mentee: CouncilSide;
  readonly mentor: CouncilSide;
  readonly pairs: CouncilCount;
}

/** Whether a count tells of somebody, but of fewer than five. */
export function isFew(count: number): boolean {
  return count > 0 && count < smallestGroup;
}

export function councilCounts(matching: Matching): CouncilCounts {
  const { counts } = matching.record;
  const pairs = matching.pairs.length;
  const without = withoutPartner(matching);
  const mentee = sideOf(counts.menteesOptedIn, without.mentee.length);
  const paired = counts.menteesOptedIn - without.mentee.length;
  const used = counts.mentorsOptedIn - without.mentor.length;
  const mentor = sideOf(counts.mentorsOptedIn, without.mentor.length);
  const shown = pairsOf({ pairs, paired, without: without.mentee.length, optedIn: counts.menteesOptedIn });
  return {
    mentee,
    // The pairs less the mentors in them are those that some have more than one of; and there are at least as many
    // pairs as mentors in them, which would narrow down a bound.
    mentor:
      isFew(pairs - used) || tellsMore(used, mentor, shown)
        ? { ...mentor, without: { kind: 'hidden' } }
        : mentor,
    pairs: shown,
  };
}

function sideOf(optedIn: number, without: number): CouncilSide {
  if (isFew(optedIn)) return { optedIn: { kind: 'fewer' }, without: { kind: 'hidden' } };
  const all: CouncilCount = { kind: 'exact', count: optedIn };
  // Of fewer than ten, five with and five without cannot be: whatever the number is, it tells of few or of all.
  if (optedIn < 2 * smallestGroup) return { optedIn: all, without: { kind: 'hidden' } };
  if (isFew(without)) return { optedIn: all, without: { kind: 'fewer' } };
  if (isFew(optedIn - without)) return { optedIn: all, without: atLeast(optedIn - smallestGroup + 1) };
  return { optedIn: all, without: { kind: 'exact', count: without } };
}

function pairsOf(of: {
  readonly pairs: number;
  readonly paired: number;
  readonly without: number;
  readonly optedIn: number;
}): CouncilCount {
  const { pairs, paired, without, optedIn } = of;
  if (optedIn < 2 * smallestGroup) return { kind: 'hidden' };
  if (isFew(pairs)) return { kind: 'fewer' };
  if (isFew(paired)) return { kind: 'hidden' };
  if (isFew(without)) return atLeast(optedIn - smallestGroup + 1);
  // Mentees with several mentors make more pairs than mentees: of few, the number of pairs would tell.
  if (isFew(pairs - paired)) return atLeast(paired);
  return { kind: 'exact', count: pairs };
}

/**
 * Every mentor with a mentee is in a pair, so each of the two numbers bounds the other: whether what would be shown of
 * the mentors leaves one possibility, or fewer than what is shown of the pairs.
 */
function tellsMore(used: number, mentor: CouncilSide, pairs: CouncilCount): boolean {
  if (mentor.optedIn.kind !== 'exact') return false;
  const leastUsed = { exact: used, fewer: mentor.optedIn.count - smallestGroup + 1, atLeast: 1, hidden: 1 };
  const least = leastUsed[mentor.without.kind];
  if (pairs.kind === 'exact') return mentor.without.kind === 'fewer' && least >= pairs.count;
  return least > (pairs.kind === 'atLeast' ? pairs.count : 1);
}

function atLeast(count: number): CouncilCount {
  return { kind: 'atLeast', count: Math.max(0, count) };
}

/** Who opted in and has no partner, by side. */
export function withoutPartner({ unmatched }: Matching): Record<'mentee' | 'mentor', UnmatchedPerson[]> {
  const found: Record<'mentee' | 'mentor', UnmatchedPerson[]> = { mentee: [], mentor: [] };
  for (const person of unmatched) if (person.reason.code !== 'notOptedIn') found[person.side].push(person);
  return found;
}

/** Joins the smallest counts until none is of few; of fewer than five together none is left. */
export function joinSmall<Name>(counts: readonly (readonly [Name, number])[]): {
  readonly shown: readonly (readonly [Name, number])[];
  readonly others: number;
} {
  const shown = [...counts].sort(([, one], [, other]) => other - one);
  let others = 0;
  while (shown.length > 0 && (isFew(shown.at(-1)![1]) || isFew(others))) others += shown.pop()![1];
  return { shown, others: isFew(others) ? 0 : others };
}

export function councilText(shown: CouncilCount, texts: ReportTexts): string {
  if (shown.kind === 'hidden') return texts.report.hidden;
  if (shown.kind === 'fewer') return texts.report.fewerThan(decimal(smallestGroup, 0, texts));
  const count = decimal(shown.count, 0, texts);
  return shown.kind === 'exact' ? count : texts.report.atLeast(count);
}
