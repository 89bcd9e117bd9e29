import { attainmentTScore } from '../statistics/index.js';
import { countsOf } from './counts-of.js';
import type { Facts } from './facts.js';
import { dayOf } from './fields.js';
import { isOnTrack } from './on-track.js';
import type { ReadPairState } from './read-pairs.js';
import { plural, type Side, type Unit } from './unit.js';

const started = ({ pairs, asOf }: Facts) => pairs.filter(({ start }) => start <= asOf);

/** One unit of each pair, or none. */
function ofPairs(
  facts: Facts,
  pairs: readonly ReadPairState[],
  unitsOf: (pair: ReadPairState) => readonly Omit<Unit, 'group' | 'person'>[],
): Unit[] {
  return pairs.flatMap((pair) =>
    unitsOf(pair).map((unit) => ({
      ...unit,
      group: facts.groupOf.mentee(pair.menteeId),
      person: pair.menteeId,
    })),
  );
}

/** The last day of a pair so far. */
function lastDay({ end, closed }: ReadPairState, asOf: string): string {
  return [asOf, end, closed?.on ?? end].sort()[0]!;
}

export function sessions(facts: Facts): Unit[] {
  return ofPairs(facts, started(facts), (pair) => {
    const until = lastDay(pair, facts.asOf);
    return pair.checkIns
      .filter(({ isExtra, scheduledOn }) => !isExtra && scheduledOn! <= until)
      .map(({ heldOn }) => ({ value: heldOn === null ? 0 : 1, of: 1 }));
  });
}

export function cadence(facts: Facts): Unit[] {
  return ofPairs(facts, started(facts), (pair) => {
    const days = dayOf(lastDay(pair, facts.asOf)) - dayOf(pair.start);
    const expected = Math.floor(days / (7 * pair.everyWeeks));
    const held = pair.checkIns.filter(({ heldOn }) => heldOn !== null).length;
    return expected < 1 ? [] : [{ value: Math.min(1, held / expected), of: 1 }];
  });
}

export function onTrack(facts: Facts): Unit[] {
  return ofPairs(facts, started(facts), (pair) => {
    const state = isOnTrack(pair, facts.asOf, facts.issues);
    return state === null ? [] : [{ value: state ? 1 : 0, of: 1 }];
  });
}

/** The reasons that mean that a pair did what it was for. */
const goodReasons = ['completed', 'goalsReached'];

function endedEarly({ closed, end }: ReadPairState): boolean {
  return closed !== null && closed.on < end && !goodReasons.includes(closed.reason);
}

export function earlyClosures(facts: Facts): Unit[] {
  return ofPairs(facts, started(facts), (pair) => {
    const isEarly = endedEarly(pair);
    return [{ value: isEarly ? 1 : 0, of: 1, ...(isEarly ? { reason: pair.closed!.reason } : {}) }];
  });
}

export function rematched(facts: Facts): Unit[] {
  const firstEnd = new Map<string, string>();
  for (const pair of started(facts)) {
    if (!endedEarly(pair)) continue;
    const before = firstEnd.get(pair.menteeId);
    if (before === undefined || pair.closed!.on < before) firstEnd.set(pair.menteeId, pair.closed!.on);
  }
  return [...firstEnd].map(([id, on]) => {
    const again = started(facts).some(({ menteeId, start }) => menteeId === id && start >= on);
    return { group: facts.groupOf.mentee(id), value: again ? 1 : 0, of: 1, person: id };
  });
}

export function trained(facts: Facts, side: Side): Unit[] {
  const done = new Map<string, boolean>();
  const known = new Map(facts.people?.[plural[side]].map(({ id, trainedOn }) => [id, trainedOn]));
  for (const pair of started(facts)) {
    const id = side === 'mentee' ? pair.menteeId : pair.mentorId;
    const isTrained = [pair.trainedOn[side], known.get(id)].some((on) => on != null && on <= facts.asOf);
    done.set(id, isTrained || done.get(id) === true);
  }
  return [...done].map(([id, isTrained]) => ({
    group: facts.groupOf[side](id),
    value: isTrained ? 1 : 0,
    of: 1,
    person: id,
  }));
}

export function meetingRatings(facts: Facts): Unit[] {
  return ofPairs(facts, started(facts), ({ checkIns }) =>
    checkIns.flatMap(({ ratings }) =>
      ratings.map(({ rating }) => ({ value: rating, of: 1, answer: rating })),
    ),
  );
}

export function goals(facts: Facts): Unit[] {
  return ofPairs(facts, facts.pairs, (pair) =>
    pair.goals.map(({ status }) => ({ value: status === 'reached' ? 1 : 0, of: 1 })),
  );
}

export function milestones(facts: Facts): Unit[] {
  return ofPairs(facts, facts.pairs, (pair) =>
    pair.goals
      .flatMap((goal) => goal.milestones)
      .filter(({ due }) => due <= facts.asOf)
      .map(({ due, reachedOn }) => ({ value: reachedOn !== null && reachedOn <= due ? 1 : 0, of: 1 })),
  );
}

/** The T-score of each pair over its goals that are closed or due. */
export function attainment(facts: Facts): Unit[] {
  return ofPairs(facts, facts.pairs, (pair) => {
    const score = attainmentTScore(
      pair.goals.filter(({ status, due }) => status !== 'open' || due <= facts.asOf),
    );
    return score === null ? [] : [{ value: score, of: 1 }];
  });
}

/** How many pairs ended early for each reason. */
export function reasonsOf(units: readonly Unit[]): Record<string, number> {
  return countsOf(units.flatMap(({ reason }) => (reason === undefined ? [] : [reason])));
}
