import { describe, expect, it } from 'vitest';
import {
  type CompiledCohort,
  compileCohort,
  defaultModel,
  describe as describeResult,
  type Matching,
  matchCohort,
  matchCohortAsync,
  parseMatching,
  rankMentors,
  replayMatching,
  rules,
} from '../../src/index.js';
import { renderReport } from '../../src/report/index.js';
import { compatCohort } from '../support/compat-cohort.js';
import { counting, findFaults } from './stopped-faults.js';
import { variedCohort } from './varied-cohort.js';

describe.each([
  ['a matrix', Number.POSITIVE_INFINITY],
  ['scores on demand', 0],
])('within, with %s', (_, largestMatrix) => {
  it('gives allowed pairs and a bound that holds wherever it stops, and says how far apart they are', () => {
    const faults: string[] = [];
    let stops = 0;
    let open = 0;
    for (let seed = 1; seed <= 14; seed++) {
      const varied = variedCohort(seed, 70, 12);
      const options = { ...varied.options, largestMatrix };
      const best = matchCohort(varied.cohort, options);
      for (const within of [0, 1, 2, 4, 7, 12, 20, 35, 60]) {
        const matching = matchCohort(varied.cohort, { ...options, within, clock: counting() });
        if (matching.record.stoppedAfter === undefined) {
          expect(matching).toEqual(best);
          break;
        }
        stops += 1;
        if (matching.proof.gap !== 0) open += 1;
        expect(matching.record).toEqual({ ...best.record, stoppedAfter: within });
        faults.push(
          ...findFaults(varied, matching, best).map((text) => `${varied.name}, within ${within}: ${text}`),
        );
      }
    }
    expect(faults).toEqual([]);
    expect(stops).toBeGreaterThan(40);
    expect(open).toBeGreaterThan(20);
  });

  it('comes closer the later it stops', () => {
    const people = compatCohort({ mentees: 120, mentors: 90 });
    const gapAt = (within: number) =>
      matchCohort(people, { largestMatrix, within, clock: counting() }).proof.gap!;
    const [first, last] = [gapAt(0), gapAt(1e9)];
    const gaps = [20, 60, 120, 180, 240, 300].map(gapAt);
    expect(first).toBeGreaterThan(10);
    expect(last).toBe(0);
    expect(Math.min(...gaps)).toBeLessThan(first / 10);
  });
});

/** At one site mentors are short, at the other mentees: the two are solved one after the other. */
function twoSites() {
  const { mentees, mentors } = compatCohort({ mentees: 160, mentors: 160 });
  return {
    mentees: mentees.map((mentee, at) => ({ ...mentee, location: at < 100 ? 'north' : 'south' })),
    mentors: mentors.map((mentor, at) => ({ ...mentor, location: at < 60 ? 'north' : 'south' })),
  };
}

it.each([Number.POSITIVE_INFINITY, 0])(
  'what is finished of a cohort in two parts bounds that part, with matrices up to %d bytes',
  (largestMatrix) => {
    const model = { ...defaultModel, rules: [rules.sameValue({ field: 'location' })] };
    const clock = counting();
    matchCohort(twoSites(), { model, largestMatrix, within: 1e9, clock });
    const asked = clock() - 1;
    const { proof, record } = matchCohort(twoSites(), {
      model,
      largestMatrix,
      within: asked,
      clock: counting(),
    });
    expect(record.stoppedAfter).toBe(asked);
    expect(proof.pairs).toBe(120);
    expect(proof.gap).toBeLessThan(0.001);
  },
);

/** Whether a mentor with space would do, if mentees who have a mentor moved on. */
function hasWayIn(cohort: CompiledCohort, { pairs, mentorsWithSpace }: Matching, menteeId: string): boolean {
  const spare = new Set(mentorsWithSpace.map(({ mentorId }) => mentorId));
  const reached = new Set([menteeId]);
  for (const id of reached) {
    for (const { mentorId } of rankMentors(cohort, id)) {
      if (spare.has(mentorId)) return true;
      for (const pair of pairs) if (pair.mentorId === mentorId) reached.add(pair.menteeId);
    }
  }
  return false;
}

it('best-total says of whom it left out whether places are short or time was', () => {
  const met = new Map<string, number>();
  for (const seed of [1, 2, 3, 4, 5, 48, 51]) {
    const { cohort } = variedCohort(seed, 40, 2);
    for (const largestMatrix of [0, Number.POSITIVE_INFINITY]) {
      const limits = { largestMatrix, within: 0, clock: counting() };
      const stopped = matchCohort(cohort, { objective: 'best-total', ...limits });
      if (stopped.record.stoppedAfter === undefined) continue;
      for (const { id, side, reason } of stopped.unmatched) {
        if (side === 'mentor' || cohort.menteeIndex(id) < 0 || rankMentors(cohort, id).length === 0) continue;
        met.set(reason.code, (met.get(reason.code) ?? 0) + 1);
        expect(reason.code).toBe(hasWayIn(cohort, stopped, id) ? 'timeRanOut' : 'notEnoughPlaces');
      }
    }
  }
  expect([...met.keys()].sort()).toEqual(['notEnoughPlaces', 'timeRanOut']);
});

describe('within', () => {
  const people = compatCohort({ mentees: 60, mentors: 40 });
  const stopped = matchCohort(people, { within: 0, clock: counting(), largestMatrix: 0 });

  it('marks the record, survives a store, is told in the report, and is no matching to replay', () => {
    expect(stopped.record.stoppedAfter).toBe(0);
    expect(stopped.proof.gap).toBeGreaterThan(0);
    expect(stopped.proof.pairsGap).toBe(0);
    const stored = parseMatching(JSON.parse(JSON.stringify(stopped)));
    expect(stored).toEqual(stopped);
    const cohort = compileCohort(people);
    expect(() => replayMatching(cohort, stored)).toThrow('matching.record.stoppedAfter');
    expect(renderReport(cohort, stored)).toContain('Stopped by its time limit');
    expect(renderReport(cohort, stored)).toContain('Not proven best');
  });

  it('says of whom it left out for want of time that a place may be found', () => {
    const person = { id: 'ana', side: 'mentee', reason: { code: 'timeRanOut' } } as const;
    expect(describeResult(person)).toContain('stopped by its time limit');
  });

  it('is over as soon as the clock has moved on by so much, wherever it started', () => {
    const stoppedAt = (within: number, clock: () => number) =>
      matchCohort(people, { within, clock, largestMatrix: 0 }).record.stoppedAfter;
    expect(stoppedAt(0, () => 1000)).toBe(0);
    expect(stoppedAt(50, () => 1000)).toBeUndefined();
    const once = [1000];
    expect(stoppedAt(50, () => once.pop() ?? 1050)).toBe(50);
    const later = [1000];
    expect(stoppedAt(50, () => later.pop() ?? 1049)).toBeUndefined();
  });

  it('takes the clock of matchCohortAsync, or the host’s', async () => {
    const given = { within: 0, largestMatrix: 0 };
    expect(await matchCohortAsync(people, { ...given, clock: counting() })).toEqual(stopped);
    expect((await matchCohortAsync(people, { ...given })).record.stoppedAfter).toBe(0);
    expect((await matchCohortAsync(people, { within: 1e9 })).record.stoppedAfter).toBeUndefined();
  });

  it.each([
    [{ within: 5 }, 'clock'],
    [{ clock: counting() }, 'clock'],
    [{ within: -1, clock: counting() }, 'within'],
    [{ within: Number.NaN, clock: counting() }, 'within'],
    [{ within: '5' as never, clock: counting() }, 'within'],
    [{ within: 5, clock: counting(), objective: 'fairest' as const }, 'within'],
    [{ within: 5, clock: counting(), objective: 'stable' as const }, 'within'],
    [{ within: 5, clock: counting(), solver: () => [] }, 'within'],
    [{ within: 5, clock: counting(), balance: [0.1] }, 'within'],
  ])('refuses %j', (options, path) => {
    expect(() => matchCohort(people, options)).toThrow(`matchCohort: ${path}`);
  });
});
