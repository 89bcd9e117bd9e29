import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { compileCohort, type MatchEstimate, matchCohort, matchCohortAsync } from '../../src/index.js';
import { compatCohort } from '../support/compat-cohort.js';

const cohort = compileCohort(compatCohort({ mentees: 700, mentors: 500, capacity: [0, 3] }));

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
    await matchCohortAsync(cohort, { ...options, onProgress });
    const shares = reports.map(({ share }) => share);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual([...shares].sort((one, other) => one - other));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
    const order = ['scoring', 'matching', 'assigning', 'finishing'];
    const stages = reports.map(({ stage }) => order.indexOf(stage));
    expect(stages).toEqual([...stages].sort((one, other) => one - other));
    expect(reports.at(-1)?.remainingMilliseconds).toBeGreaterThanOrEqual(0);
  });

  it('stops within 100 ms of an abort and can be started again', async () => {
    const controller = new AbortController();
    const work = matchCohortAsync(cohort, { ...options, signal: controller.signal });
    const caught = work.catch((error: unknown) => error);
    await wait(5);
    const aborted = performance.now();
    controller.abort();
    expect(await caught).toMatchObject({ name: 'AbortError' });
    expect(performance.now() - aborted).toBeLessThan(100);
    expect((await matchCohortAsync(cohort, options)).proof.gap).toBe(0);
  });

  it('is never long without a pause', async () => {
    let longest = 0;
    let steps = 0;
    let last = performance.now();
    const pause = async () => {
      longest = Math.max(longest, performance.now() - last);
      steps += 1;
      await new Promise((resolve) => setImmediate(resolve));
      last = performance.now();
    };
    await matchCohortAsync(cohort, { ...options, pause });
    expect(steps).toBeGreaterThan(3);
    // 50 ms on a machine of one's own; this one may be shared.
    expect(longest).toBeLessThan(400);
  });
});

it('matchCohortAsync takes people uncompiled and names wrong options as matchCohort does', async () => {
  const people = compatCohort({ mentees: 5, mentors: 5 });
  expect(await matchCohortAsync(people)).toEqual(matchCohort(people));
  await expect(matchCohortAsync(cohort, { onProgres: () => {} } as never)).rejects.toThrow('onProgress');
  await expect(matchCohortAsync(cohort, { signal: 'now' } as never)).rejects.toThrow('an AbortSignal');
  expect(() => matchCohort(cohort, { onProgress: () => {} } as never)).toThrow('onProgress');
});
