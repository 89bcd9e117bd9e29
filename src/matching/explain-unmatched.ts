import { InputError } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { type CompiledCohort, fromMillionths } from '../scoring/index.js';
import { objectives } from './objectives.js';
import { pricesOfPartners, rulesAgainst } from './price-of-pair.js';
import { type SolvedProblem, solvedProblem } from './solved-problem.js';
import type { Bottleneck, Matching, RuleCount, UnmatchedPerson } from './types.js';

/** A partner with whom a person could be included, and what that costs everyone together. */
export interface WayIn {
  readonly partnerId: string;
  readonly pairsLost: number;
  readonly scoreLost: number;
}

export interface UnmatchedExplanation extends UnmatchedPerson {
  /** How many partners each rule rules out, most first; a pair that breaks two counts under both. */
  readonly blockedBy: readonly RuleCount[];
  /** How many partners each rule rules out alone: lifting that one rule would open so many. Most first. */
  readonly wouldOpen: readonly RuleCount[];
  /** The competition for the same mentors, where there are more mentees than places. */
  readonly bottleneck: Bottleneck | null;
  /** The cheapest way to include them, `null` where there is none or nothing is priced. */
  readonly cheapestWayIn: WayIn | null;
}

/**
 * Why somebody has no partner and what would help most.
 *
 * @param side needed only where the id is without partner on both sides
 * @throws InputError where the id is not of a person whom the matching leaves without a partner, or the
 * matching does not belong to the cohort
 *
 * O(mentees · mentors).
 */
export function explainUnmatched(
  cohort: CompiledCohort,
  matching: Matching,
  id: string,
  side?: Side,
): UnmatchedExplanation {
  const solved = solvedProblem('explainUnmatched', cohort, matching);
  const { unmatched, bottlenecks } = solved.matching;
  const found = unmatched.filter((person) => person.id === id && (side ?? person.side) === person.side);
  const [person] = found;
  if (person === undefined || found.length > 1) {
    const rule =
      person === undefined
        ? 'the id of a person in matching.unmatched'
        : 'together with the side, since both the mentee and the mentor of this id are without a partner';
    throw new InputError('explainUnmatched', [{ path: 'id', value: id, rule }]);
  }
  const { reason } = person;
  const bottleneck = reason.code === 'notEnoughPlaces' ? (bottlenecks[reason.bottleneck] ?? null) : null;
  if (reason.code === 'notOptedIn')
    return { ...person, blockedBy: [], wouldOpen: [], bottleneck, cheapestWayIn: null };
  return {
    ...person,
    ...countRules(solved, person),
    bottleneck,
    cheapestWayIn: cheapestWayIn(solved, person),
  };
}

function countRules(solved: SolvedProblem, { id, side }: UnmatchedPerson) {
  const { cohort } = solved;
  const isMentee = side === 'mentee';
  const own = isMentee ? cohort.menteeIndex(id) : cohort.mentorIndex(id);
  const all = new Map<string, RuleCount>();
  const alone = new Map<string, RuleCount>();
  const partners = isMentee ? cohort.mentorIds : cohort.menteeIds;
  partners.forEach((_, partner) => {
    const rules = rulesAgainst(solved, isMentee ? own : partner, isMentee ? partner : own);
    for (const rule of rules) {
      const key = `${rule.index ?? ''} ${rule.rule}`;
      for (const counts of rules.length === 1 ? [all, alone] : [all])
        counts.set(key, { ...rule, pairs: (counts.get(key)?.pairs ?? 0) + 1 });
    }
  });
  // Equal counts stay in the order in which the rules were met.
  const mostFirst = (counts: Map<string, RuleCount>) =>
    [...counts.values()].sort((one, other) => other.pairs - one.pairs);
  return { blockedBy: mostFirst(all), wouldOpen: mostFirst(alone) };
}

function cheapestWayIn(solved: SolvedProblem, { id, side }: UnmatchedPerson): WayIn | null {
  const { cohort, options } = solved;
  const isMentee = side === 'mentee';
  const priceOf = pricesOfPartners(
    solved,
    isMentee ? { mentee: cohort.menteeIndex(id) } : { mentor: cohort.mentorIndex(id) },
  );
  const { totals } = objectives[options.objective];
  const partners = isMentee ? cohort.mentorIds : cohort.menteeIds;
  let best: WayIn | null = null;
  partners.forEach((partnerId, partner) => {
    const price = priceOf(partner);
    if (price.status !== 'possible') return;
    const { pairsLost, scoreLost } = price;
    const lost = { pairs: pairsLost, score: scoreLost };
    // What has a price is compared by totals.
    if (best === null || totals!.compare(lost, { pairs: best.pairsLost, score: best.scoreLost }) < 0)
      best = { partnerId, pairsLost, scoreLost };
  });
  return best;
}

/** What one more place of each mentor would add, where the pairs are proven best. */
export interface PlaceGain {
  readonly mentorId: string;
  readonly pairsGained: number;
  readonly scoreGained: number;
}

/** Every mentor's `PlaceGain`, by one shortest-path tree; see `findSupplyGaps`. */
export function gainsOfPlaces({ cohort, optimum }: SolvedProblem): PlaceGain[] {
  return (optimum?.pricer.gainsOfPlaces() ?? []).map(({ assignedRows, totalCost }, mentor) => ({
    mentorId: cohort.mentorIds[mentor]!,
    pairsGained: assignedRows,
    scoreGained: fromMillionths(0 - totalCost),
  }));
}
