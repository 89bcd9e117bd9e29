import { describe, expect, it } from 'vitest';
import { compileCohort, factors, matchCohort, matchCohortAsync, rules } from '../../src/index.js';

/**
 * No step may ask more than this: the factor and the rule for about 65,536 pairs. A pass over the whole cohort asks
 * 400,000 times.
 */
const mostPerStep = 140_000;

/** Counts how often the caller's functions are asked for a pair, and what the most was between two pauses. */
function counted() {
  let asked = 0;
  let most = 0;
  let total = 0;
  let now = 0;
  const count = () => {
    asked += 1;
  };
  const mark = () => {
    most = Math.max(most, asked);
    total += asked;
    asked = 0;
  };
  return {
    count,
    /** What was counted since the last call. */
    read: () => {
      mark();
      const counts = { most, total };
      most = 0;
      total = 0;
      return counts;
    },
    /** By this clock every step takes longer than a slice, so that each is followed by a pause. */
    driving: {
      clock: () => {
        now += 20;
        return now;
      },
      pause: async () => mark(),
    },
  };
}

const number = ({ id }: { readonly id: string }) => Number(id.slice(1));

/**
 * Fewer places than mentees, mentors without a place, mentees whom nobody may have, and rules and scores that are
 * asked pair by pair.
 */
function cohortWith(count: () => void) {
  return compileCohort(
    {
      mentees: Array.from({ length: 500 }, (_, at) => ({ id: `e${at}` })),
      mentors: Array.from({ length: 400 }, (_, at) => ({ id: `o${at}`, capacity: at % 5 === 0 ? 0 : 1 })),
    },
    {
      assumeOptedIn: true,
      model: {
        factors: { table: factors.custom({ function: 'table', weight: 1 }) },
        rules: [rules.custom({ function: 'mayMeet' })],
      },
      functions: {
        table: (mentee, mentor) => {
          count();
          return ((number(mentee) * 37 + number(mentor) * 101) % 83) / 82;
        },
        mayMeet: (mentee, mentor) => {
          count();
          return number(mentee) % 40 > 0 && (number(mentee) + number(mentor)) % 7 > 0;
        },
      },
    },
  );
}

describe.each([
  ['most-pairs', Number.POSITIVE_INFINITY],
  ['most-pairs', 0],
  ['best-total', 0],
] as const)('matchCohortAsync for %s with matrices up to %d bytes', (objective, largestMatrix) => {
  it('asks only so many pairs between two pauses, and gives the synchronous result', async () => {
    const work = counted();
    const cohort = cohortWith(work.count);
    work.read();
    const options = { objective, largestMatrix };
    const matching = await matchCohortAsync(cohort, { ...options, ...work.driving });
    const { most, total } = work.read();
    expect(total).toBeGreaterThan(400_000);
    expect(most).toBeLessThan(mostPerStep);
    expect(matching).toEqual(matchCohort(cohort, options));
  });
});
