import { describe, expect, it } from 'vitest';
import { compileCohort, type MatchEstimate, matchCohort, matchCohortAsync } from '../../src/index.js';
import { compatCohort } from '../support/compat-cohort.js';

const cohort = compileCohort(compatCohort({ mentees: 700, mentors: 500, capacity: [0, 3] }));

/** A clock by which every step takes longer than a slice. */
function eachStep() {
  let now = 0;
  return {
    clock: () => {
      now += 20;
      return now;
    },
  };
}

describe.each([
  ['a matrix', {}],
  ['scores on demand', { largestMatrix: 0 }],
])('matchCohortAsync with %s', (_, options) => {
  it('gives the synchronous result, whatever the clock says', async () => {
    const expected = matchCohort(cohort, options);
    let now = 0;
    const odd = () => {
      now = (now * 7 + 3) % 40;
      return now;
    };
    for (const clock of [undefined, odd]) {
      expect(await matchCohortAsync(cohort, { ...options, clock })).toEqual(expected);
    }
  });

  it('reports stages in order, a share that never falls, and an estimate', async () => {
    const reports: MatchEstimate[] = [];
    const onProgress = (report: MatchEstimate) => reports.push(report);
    await matchCohortAsync(cohort, { ...options, ...eachStep(), onProgress });
    const shares = reports.map(({ share }) => share);
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    const order = ['scoring', 'matching', 'assigning', 'finishing'];
    const stages = reports.map(({ stage }) => order.indexOf(stage));
    expect(stages).toEqual([...stages].sort((one, other) => one - other));
    expect(reports.at(-1)?.remainingMilliseconds).toBeGreaterThanOrEqual(0);
  });

  it('stops at the pause in which it is aborted, and can be started again', async () => {
    const controller = new AbortController();
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      if (pauses === 4) controller.abort('enough');
    };
    const work = matchCohortAsync(cohort, { ...options, ...eachStep(), pause, signal: controller.signal });
    await expect(work).rejects.toMatchObject({ name: 'AbortError', cause: 'enough' });
    expect(pauses).toBe(4);
    expect((await matchCohortAsync(cohort, options)).proof.gap).toBe(0);
  });

  it('comes in many steps; how long they are the benchmark of cohorts says', async () => {
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
    };
    await matchCohortAsync(cohort, { ...options, ...eachStep(), pause });
    expect(pauses).toBeGreaterThan(20);
  });
});

it('matchCohortAsync takes people uncompiled and names wrong options as matchCohort does', async () => {
  const people = compatCohort({ mentees: 5, mentors: 5 });
  expect(await matchCohortAsync(people)).toEqual(matchCohort(people));
  await expect(matchCohortAsync(cohort, { onProgres: () => {} } as never)).rejects.toThrow('onProgress');
  await expect(matchCohortAsync(cohort, { signal: 'now' } as never)).rejects.toThrow('an AbortSignal');
  expect(() => matchCohort(cohort, { onProgress: () => {} } as never)).toThrow('onProgress');
});
