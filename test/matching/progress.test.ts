import { describe, expect, it } from 'vitest';
import {
  alternativeMatchingsAsync,
  compareObjectivesAsync,
  compileCohort,
  type MatchEstimate,
  type MatchProgress,
  matchCohort,
  matchCohortAsync,
  rematchAsync,
} from '../../src/index.js';
import { compatCohort } from '../support/compat-cohort.js';

const mentees = 290;
const mentors = 240;
const few = compatCohort({ mentees: 60, mentors: 50, capacity: [0, 1] });
const stages = ['scoring', 'matching', 'assigning', 'ranking', 'finishing'];

type Driving = { readonly clock: () => number; readonly onProgress: (report: MatchProgress) => void };
const verbs: readonly (readonly [string, (driving: Driving) => Promise<unknown>])[] = [
  ['matchCohortAsync', (driving) => matchCohortAsync(compileCohort(few), driving)],
  ['matchCohortAsync of people uncompiled', (driving) => matchCohortAsync(few, driving)],
  ...(['best-total', 'fairest', 'stable'] as const).map(
    (objective) =>
      [
        `matchCohortAsync for ${objective}`,
        (driving: Driving) => matchCohortAsync(compileCohort(few), { objective, ...driving }),
      ] as const,
  ),
  [
    'matchCohortAsync on demand',
    (driving) => matchCohortAsync(compileCohort(few), { largestMatrix: 0, ...driving }),
  ],
  [
    'matchCohortAsync with loads',
    (driving) => matchCohortAsync(compileCohort(few), { objective: 'best-total', balance: [1], ...driving }),
  ],
  ['compareObjectivesAsync', (driving) => compareObjectivesAsync(few, driving)],
  ['rematchAsync', (driving) => rematchAsync(few, before, { keepBonus: 0.1, ...driving })],
  [
    'alternativeMatchingsAsync',
    (driving) => alternativeMatchingsAsync(cohort, before, { count: 2, ...driving }),
  ],
];
const cohort = compileCohort(few);
const before = matchCohort(cohort);

/** Every report of a verb: by this clock each step takes longer than a slice. */
async function reportsOf(run: (driving: Driving) => Promise<unknown>): Promise<MatchEstimate[]> {
  const reports: MatchEstimate[] = [];
  let now = 0;
  const clock = () => {
    now += 20;
    return now;
  };
  await run({ clock, onProgress: (report) => reports.push(report as MatchEstimate) });
  return reports;
}

describe.each(verbs)('the progress of %s', (name, run) => {
  it('says how many of how many are done in each stage', async () => {
    const reports = await reportsOf(run);
    expect(reports.length).toBeGreaterThan(2);
    for (const report of reports) {
      const { stage, done, of } = report;
      expect(stages).toContain(stage);
      expect([done, of].every(Number.isInteger)).toBe(true);
      expect(done).toBeGreaterThanOrEqual(0);
      expect(done).toBeLessThanOrEqual(of);
      const estimates = ['share', 'elapsedMilliseconds', 'remainingMilliseconds'];
      expect(Object.keys(report)).toEqual([
        'stage',
        'done',
        'of',
        ...(name.startsWith('matchCohortAsync') ? estimates : []),
      ]);
    }
  });
});

/** More than 65,536 pairs, whom nobody has scored before. */
const fresh = () => compileCohort(compatCohort({ mentees, mentors, capacity: [0, 1] }));

it('matchCohortAsync scores a matrix in parts of about 65,536 pairs, once for a cohort', async () => {
  const people = fresh();
  const run = (driving: Driving) => matchCohortAsync(people, driving);
  const scored = (await reportsOf(run)).filter(({ stage }) => stage === 'scoring').map(({ done }) => done);
  expect(scored[0]).toBe(0);
  expect(scored).toHaveLength(Math.ceil((mentees * mentors) / 65_536));
  for (const [at, done] of scored.entries())
    if (at > 0) expect(Math.abs((done - scored[at - 1]!) * mentors - 65_536)).toBeLessThan(mentors);
  const stagesAgain = (await reportsOf(run)).map(({ stage }) => stage);
  expect(stagesAgain).not.toContain('scoring');
});

it('matchCohortAsync finishes in a step for everybody without a partner and few more', async () => {
  const people = fresh();
  const [menteeId = ''] = people.menteeIds;
  const forbidden = people.mentorIds.map((mentorId) => ({ menteeId, mentorId }));
  const { unmatched } = matchCohort(people, { forbidden });
  const reports = await reportsOf((driving) => matchCohortAsync(people, { forbidden, ...driving }));
  const finishing = reports.filter(({ stage }) => stage === 'finishing').length;
  expect(unmatched.length).toBeGreaterThan(200);
  expect(finishing).toBeGreaterThan(unmatched.length);
  expect(finishing).toBeLessThan(unmatched.length + 20);
});

describe('the estimates of matchCohortAsync', () => {
  it('grow evenly with what is done of a stage, never fall, and end with the whole', async () => {
    const reports = await reportsOf((driving) => matchCohortAsync(fresh(), driving));
    const speeds = new Map<string, number>();
    for (const [at, report] of reports.entries()) {
      const { stage, done, of, share } = report;
      const last = reports[at - 1];
      expect(share).toBeGreaterThanOrEqual(last?.share ?? 0);
      expect(share).toBeLessThanOrEqual(1);
      if (last === undefined || last.stage !== stage || last.of !== of || share === last.share) continue;
      // Its parts count different things.
      if (stage === 'finishing') continue;
      const speed = ((share - last.share) / (done - last.done)) * of;
      expect(speed).toBeCloseTo(speeds.get(stage) ?? speed, 9);
      speeds.set(stage, speed);
    }
    expect([...speeds.keys()]).toEqual(['scoring', 'matching', 'assigning']);
    expect(reports.at(-1)).toMatchObject({ share: 1, remainingMilliseconds: 0 });
  });

  it('guess the rest from what is done, once there is something to guess from', async () => {
    const reports = await reportsOf((driving) => matchCohortAsync(fresh(), driving));
    expect(reports[0]).toEqual({
      stage: 'scoring',
      done: 0,
      of: mentees,
      share: 0,
      elapsedMilliseconds: 0,
      remainingMilliseconds: null,
    });
    for (const { share, elapsedMilliseconds, remainingMilliseconds } of reports) {
      if (share < 0.02) expect(remainingMilliseconds).toBeNull();
      // What is left takes as long as what is done, in the proportion of the two.
      else expect(remainingMilliseconds! * share).toBeCloseTo(elapsedMilliseconds * (1 - share), 6);
    }
    const elapsed = reports.map(({ elapsedMilliseconds }) => elapsedMilliseconds);
    expect(elapsed).toEqual([...elapsed].sort((one, other) => one - other));
    expect(elapsed.at(-1)).toBeGreaterThan(1000);
  });

  it('do without a clock of the caller, and are asked for by nobody where nobody listens', async () => {
    const reports: MatchEstimate[] = [];
    const onProgress = (report: MatchEstimate) => reports.push(report);
    const matching = await matchCohortAsync(fresh(), { onProgress });
    expect(reports.at(-1)?.elapsedMilliseconds).toBeGreaterThanOrEqual(0);
    expect(await matchCohortAsync(fresh())).toEqual(matching);
    for (const wrong of [null, 7, {}])
      await expect(matchCohortAsync(cohort, { onProgress: wrong as never })).rejects.toThrow(
        'matchCohortAsync: onProgress',
      );
  });
});
