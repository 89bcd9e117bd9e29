import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCohort, matchCohort } from '../../src/index.js';
import {
  type FeedbackRecord,
  type Metric,
  type MetricsInput,
  metricTexts,
  type ProgramMetrics,
  programMetrics,
} from '../../src/metrics/index.js';
import type { CheckIn, PairState } from '../../src/program/index.js';
import { answer, checkIn, goal, once, pairState, programme } from './records.js';

const asOf = '2026-06-30';

interface Records {
  readonly pairs: readonly PairState[];
  readonly feedback: readonly FeedbackRecord[];
  readonly waitingSince: Readonly<Record<string, string>>;
}

const day = (earliest: number, latest: number) =>
  fc
    .integer({ min: earliest, max: latest })
    .map((days) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10));

const meeting: fc.Arbitrary<CheckIn> = fc
  .record({ on: day(0, 300), status: fc.constantFrom('held', 'missed', 'cancelled', 'planned') })
  .map(({ on, status }) => checkIn(on, { status: status as CheckIn['status'] }));

/** What one pair recorded: some meetings, goals, an answer or two, an early end perhaps. */
const ofOnePair = fc.record({
  hasState: fc.boolean(),
  checkIns: fc.uniqueArray(meeting, { selector: ({ id }) => id, maxLength: 5 }),
  goals: fc.array(
    fc.record({
      level: fc.constantFrom(-2, -1, 0, 1, 2),
      isReached: fc.boolean(),
      weight: fc.constantFrom(1, 0.1, 3),
    }),
    { maxLength: 3 },
  ),
  closedAfter: fc.option(fc.constantFrom('noTime', 'notAGoodFit', 'completed')),
  trained: fc.boolean(),
  mentee: fc.option(
    fc.record({ satisfaction: fc.integer({ min: 1, max: 5 }), recommend: fc.integer({ min: 0, max: 10 }) }),
  ),
  mentor: fc.option(fc.record({ satisfaction: fc.integer({ min: 1, max: 5 }) })),
  waits: fc.boolean(),
});

function recordsOf(
  drawn: readonly (typeof ofOnePair extends fc.Arbitrary<infer T> ? T : never)[],
  prefix: string,
): Records {
  const pairs: PairState[] = [];
  const feedback: FeedbackRecord[] = [];
  const waitingSince: Record<string, string> = {};
  drawn.forEach((each, index) => {
    const [m, n] = [`${prefix}m${index}`, `${prefix}n${index}`];
    const on = '2026-12-01';
    const closed = each.closedAfter && {
      on,
      reason: each.closedAfter as 'noTime',
      by: 'both' as const,
      note: null,
      mentorTakesNew: true,
    };
    const goals = each.goals.map(({ level, isReached, weight }, at) =>
      goal({
        id: `${at}`,
        level: level as 0,
        weight,
        ...(isReached ? { status: 'reached', closedOn: '2026-05-01' } : {}),
      }),
    );
    const trainedOn = { mentee: each.trained ? '2026-01-01' : null, mentor: null };
    if (each.hasState) pairs.push(pairState(m, n, { checkIns: each.checkIns, goals, closed, trainedOn }));
    if (each.mentee) feedback.push(answer(m, n, 'mentee', each.mentee));
    if (each.mentor) feedback.push(answer(m, n, 'mentor', each.mentor));
    if (each.waits) waitingSince[m] = '2025-12-24';
  });
  return { pairs, feedback, waitingSince };
}

const sites = fc.array(fc.constantFrom('rome', 'turin', 'bari', ''), { minLength: 40, maxLength: 40 });

/** A programme with the records of some of its pairs. */
const drawnProgramme = (prefix: string, most: number) =>
  fc
    .record({ drawn: fc.array(ofOnePair, { minLength: 1, maxLength: most }), sites })
    .map(({ drawn, sites: names }) => {
      const { cohort, matching } = programme(drawn.length, { prefix, site: (index) => names[index]! });
      return { cohort, matching, eligible: { mentees: 50, mentors: 60 }, ...recordsOf(drawn, prefix) };
    });

const measured = (input: MetricsInput, smallestGroup = 5, by = 'attributes.site') =>
  programMetrics(input, { asOf, by, smallestGroup });

const shuffled = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length });

describe('the order of records', () => {
  it('never matters, not to a single bit', () => {
    const arbitrary = drawnProgramme('', 30).chain((input) =>
      fc.record({
        input: fc.constant(input),
        pairs: shuffled(input.pairs),
        feedback: shuffled(input.feedback),
        mentees: shuffled(input.cohort.mentees),
        mentors: shuffled(input.cohort.mentors),
      }),
    );
    fc.assert(
      fc.property(arbitrary, ({ input, pairs, feedback, mentees, mentors }) => {
        const turned = {
          ...input,
          pairs: pairs.map((pair) => ({
            ...pair,
            checkIns: [...pair.checkIns].reverse(),
            goals: [...pair.goals].reverse(),
          })),
          feedback,
          cohort: { mentees, mentors },
          matching: { ...input.matching, pairs: [...input.matching.pairs].reverse() },
          waitingSince: Object.fromEntries(Object.entries(input.waitingSince).reverse()),
        };
        const one = measured(input);
        const other = measured(turned);
        // As text: the order of names counts too.
        for (const part of ['metrics', 'groups', 'leftOut'] as const)
          expect(JSON.stringify(other[part])).toBe(JSON.stringify(one[part]));
      }),
      { numRuns: 30 },
    );
  });

  it('does not decide which of two records of one pair, or of two answers of one day, counts', () => {
    const { cohort, matching } = programme(20);
    const pairs = Array.from({ length: 20 }, (_, index) => pairState(`m${index}`, `n${index}`));
    const twice = pairs.map((pair) => ({ ...pair, checkIns: [checkIn('2026-01-19')] }));
    const said = (satisfaction: number) =>
      pairs.map((_, index) => answer(`m${index}`, `n${index}`, 'mentee', { satisfaction }));
    const one = { pairs: [...pairs, ...twice], feedback: [...said(2), ...said(4)] };
    const other = { pairs: [...twice, ...pairs], feedback: [...said(4), ...said(2)] };
    const [first, second] = [one, other].map((records) =>
      programMetrics({ cohort, matching, ...records }, { asOf }),
    );
    expect(second!.metrics).toEqual(first!.metrics);
    expect(first!.leftOut).toMatchObject({ pairs: 20, feedback: 20 });
  });

  it('does not decide how many answers of one day are one too many, older than the one that counts or not', () => {
    const { cohort, matching } = programme(1);
    const said = (on: string, satisfaction: number) => answer('m0', 'n0', 'mentee', { on, satisfaction });
    const [early, twice, thrice, late] = [
      said('2026-01-10', 1),
      said('2026-01-10', 3),
      said('2026-01-10', 2),
      said('2026-02-10', 5),
    ] as const;
    for (const feedback of [
      [early, twice, thrice, late],
      [late, thrice, twice, early],
      [twice, late, early, thrice],
    ]) {
      const { metrics, issues } = programMetrics(
        { cohort, matching, pairs: [], feedback },
        { asOf, smallestGroup: 1 },
      );
      expect(metrics.find(({ id }) => id === 'satisfactionMentees')!.value).toBe(5);
      // What counts on a day is what comes last as text.
      expect(issues.map(({ index }) => feedback[index])).toEqual(expect.arrayContaining([early, thrice]));
      expect(issues).toHaveLength(2);
      expect(issues[0]).toEqual({
        list: 'feedback',
        index: issues[0]!.index,
        path: '',
        value: '["m0","n0","mentee","2026-01-10"]',
        rule: 'one answer a day of each person about each pair',
      });
      const alone = programMetrics(
        { cohort, matching, pairs: [], feedback: feedback.filter((each) => each !== late) },
        { asOf, smallestGroup: 1 },
      );
      expect(alone.metrics.find(({ id }) => id === 'satisfactionMentees')!.value).toBe(3);
    }
  });

  it('counts the record of a pair that comes last as text, and says which is one too many', () => {
    const { cohort, matching } = programme(1);
    const closed = (reason: 'noTime' | 'menteeLeft') =>
      pairState('m0', 'n0', {
        closed: { on: '2026-02-01', reason, by: 'both', note: null, mentorTakesNew: true },
      });
    for (const pairs of [
      [closed('noTime'), closed('menteeLeft')],
      [closed('menteeLeft'), closed('noTime')],
    ]) {
      const { metrics, issues } = programMetrics({ cohort, matching, pairs }, { asOf, smallestGroup: 1 });
      expect(metrics.find(({ id }) => id === 'earlyClosures')!.details.reasons).toEqual({ noTime: 1 });
      expect(issues).toEqual([
        {
          list: 'pairs',
          index: pairs.findIndex((each) => each.closed!.reason === 'menteeLeft'),
          path: '',
          value: '["m0","n0","2026-01-05"]',
          rule: 'one record of each pair and start',
        },
      ]);
    }
  });
});

describe('two cohorts', () => {
  it('counted together have the counts of both, and split again those of each', () => {
    fc.assert(
      fc.property(drawnProgramme('a', 12), drawnProgramme('b', 12), (one, other) => {
        const together = {
          cohort: {
            mentees: [...one.cohort.mentees, ...other.cohort.mentees],
            mentors: [...one.cohort.mentors, ...other.cohort.mentors],
          },
          // One matching of all: the pairs of both.
          matching: { ...one.matching, pairs: [...one.matching.pairs, ...other.matching.pairs] },
          pairs: [...one.pairs, ...other.pairs],
          feedback: [...one.feedback, ...other.feedback],
          waitingSince: { ...one.waitingSince, ...other.waitingSince },
          eligible: { mentees: 100, mentors: 120 },
        };
        const [first, second, both] = [one, other, together].map((input) => measured(input, 1));
        const countsOf = ({ metrics }: ProgramMetrics) =>
          metrics.map(({ numerator, denominator, n }) => [numerator ?? 0, denominator ?? 0, n ?? 0]);
        const [ofFirst, ofSecond] = [countsOf(first!), countsOf(second!)];
        countsOf(both!).forEach((counts, at) => {
          counts.forEach((count, place) => {
            expect(count).toBeCloseTo(ofFirst[at]![place]! + ofSecond[at]![place]!, 6);
          });
        });
        const split = {
          ...together,
          pairs: one.pairs,
          feedback: one.feedback,
          waitingSince: one.waitingSince,
          cohort: one.cohort,
          matching: one.matching,
          eligible: one.eligible,
        };
        expect(measured(split, 1)).toEqual(first);
      }),
      { numRuns: 20 },
    );
  });

  it('groups add up to the total where nothing is hidden', () => {
    fc.assert(
      fc.property(drawnProgramme('', 20), (input) => {
        const { metrics, groups } = measured({ ...input, eligible: {} }, 1);
        metrics.forEach(({ numerator, denominator, n, kind }, at) => {
          if (kind === 'difference') return;
          const sum = (name: 'numerator' | 'denominator' | 'n') =>
            groups.reduce((all, group) => all + (group.metrics[at]![name] ?? 0), 0);
          expect(sum('numerator')).toBeCloseTo(numerator ?? 0, 6);
          expect(sum('denominator')).toBe(denominator ?? 0);
          expect(sum('n')).toBe(n ?? 0);
        });
      }),
      { numRuns: 20 },
    );
  });
});

describe('what is hidden', () => {
  it('follows from no total and no group that is shown, nor for one who knows how large each group is', () => {
    fc.assert(
      fc.property(drawnProgramme('', 40), (input) => {
        const shown = measured(input);
        const truth = measured(input, 1);
        expect(shown.groups.map(({ group }) => group)).toEqual(truth.groups.map(({ group }) => group));
        shown.metrics.forEach((total, at) => {
          const cells = shown.groups.map(({ metrics }) => metrics[at]!);
          const hidden = cells.flatMap((cell, place) => (cell?.note === 'suppressed' ? [place] : []));
          if (total.note === 'suppressed' || hidden.length === 0) return;
          // One hidden group is the total less the others.
          expect(hidden.length).toBeGreaterThan(1);
          if (total.kind !== 'share' || total.id.startsWith('response')) return;
          const inside = hidden.map((place) => truth.groups[place]!.metrics[at]!);
          const people = inside.map(({ denominator }) => denominator ?? 0);
          const hits = inside.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0);
          const all = people.reduce((sum, count) => sum + count, 0);
          if (cells.every((cell) => cell.note !== null)) return;
          for (const own of people.filter((count) => count > 0)) {
            expect(Math.min(own, hits)).toBeGreaterThan(Math.max(0, hits - (all - own)));
          }
        });
      }),
      { numRuns: 30 },
    );
  });

  it('shows no group of fewer than five, and no 0 % or 100 % of fewer than ten', () => {
    const checkCell = (cell: Metric, truth: Metric) => {
      const people = truth.n ?? 0;
      if (people > 0 && people < 5) expect(cell.value).toBeNull();
      // Who answered is no secret.
      if (cell.id.startsWith('response')) return;
      if (people > 0 && people < 10 && cell.kind === 'share') {
        expect(cell.value).not.toBe(0);
        expect(cell.value).not.toBe(1);
      }
    };
    fc.assert(
      fc.property(drawnProgramme('', 40), (input) => {
        const shown = measured(input);
        const truth = measured(input, 1);
        shown.metrics.forEach((cell, at) => {
          checkCell(cell, truth.metrics[at]!);
        });
        shown.groups.forEach(({ metrics }, place) => {
          metrics.forEach((cell, at) => {
            checkCell(cell, truth.groups[place]!.metrics[at]!);
          });
        });
      }),
      { numRuns: 30 },
    );
  });

  it('hides what people said of a group whose response rate is hidden, which would give it away', () => {
    let met = 0;
    fc.assert(
      fc.property(drawnProgramme('', 40), (input) => {
        for (const { metrics } of measured(input).groups) {
          const noteOf = (id: string) => metrics.find((each) => each.id === id)!.note;
          if (noteOf('responseMentees') !== 'suppressed') continue;
          met += 1;
          expect(noteOf('satisfactionMentees')).toBe('suppressed');
          expect(noteOf('topTwoMentees')).toBe('suppressed');
        }
      }),
      { numRuns: 30 },
    );
    expect(met).toBeGreaterThan(0);
  });

  it('hides the mean with the share of satisfied people, from which all could be known', () => {
    const { cohort, matching } = programme(20);
    const feedback = Array.from({ length: 7 }, (_, index) =>
      answer(`m${index}`, `n${index}`, 'mentee', { satisfaction: index < 6 ? 5 : 4 }),
    );
    const { metrics } = programMetrics({ cohort, matching, pairs: [], feedback }, { asOf });
    const noteOf = (id: string) => metrics.find((each) => each.id === id)!.note;
    expect(noteOf('topTwoMentees')).toBe('suppressed');
    expect(noteOf('satisfactionMentees')).toBe('suppressed');
  });

  it('hides the total with a group that is all of it', () => {
    const { cohort, matching } = programme(9, { site: () => 'rome' });
    const result = programMetrics({ cohort, matching, pairs: [] }, { asOf, by: 'attributes.site' });
    const rate = (metrics: readonly Metric[]) => metrics.find(({ id }) => id === 'matchRate')!;
    // Nine of nine: everybody would be known to have a mentor.
    expect(rate(result.metrics).note).toBe('suppressed');
    expect(rate(result.groups[0]!.metrics).note).toBe('suppressed');
  });
});

describe('records that cannot be', () => {
  const { cohort, matching } = programme(20);
  const sound = Array.from({ length: 20 }, (_, index) =>
    pairState(`m${index}`, `n${index}`, { checkIns: [checkIn('2026-01-19')] }),
  );
  const base = once(() => programMetrics({ cohort, matching, pairs: sound, feedback: [] }, { asOf }));
  const [first] = sound as [PairState];
  const agreement = { ...first.agreement };

  it.each<[string, unknown, string]>([
    ['an unknown pair', { ...first, agreement: { ...agreement, mentorId: 'n1' } }, 'agreement'],
    [
      'an end before the start',
      { ...first, agreement: { ...agreement, end: '2025-01-01' } },
      'agreement.end',
    ],
    ['no date', { ...first, agreement: { ...agreement, start: '2026-02-30' } }, 'agreement.start'],
    ['closed before it began', { ...first, closed: { on: '2025-01-01', reason: 'noTime' } }, 'closed.on'],
    ['a second record of the pair', { ...first, closed: { on: '2026-02-01', reason: 'noTime' } }, ''],
    [
      'no rhythm',
      { ...first, agreement: { ...agreement, meeting: { everyWeeks: 0 } } },
      'agreement.meeting.everyWeeks',
    ],
  ])('leave out %s whole, list it, and count the rest', (_, record, path) => {
    const result = programMetrics(
      { cohort, matching, pairs: [...sound, record as PairState], feedback: [] },
      { asOf },
    );
    expect(result.issues).toMatchObject([{ list: 'pairs', path }]);
    expect(result.leftOut.pairs).toBe(1);
    if (path !== '') expect(result.metrics).toEqual(base().metrics);
    if (path !== '') expect(result.issues[0]!.index).toBe(20);
  });

  const held = (parts: Partial<CheckIn>) => checkIn('2026-02-02', parts);
  const rating = { from: 'mentee', on: '2026-02-02', rating: 6, text: null, visibility: 'administrator' };

  it.each<[string, Partial<PairState>, string, string]>([
    [
      'a meeting held without a day',
      { checkIns: [held({ heldOn: null })] },
      'checkIns[0].heldOn',
      'checkIns',
    ],
    [
      'a meeting that was missed and held',
      { checkIns: [held({ status: 'missed', heldOn: '2026-02-02' })] },
      'checkIns[0].heldOn',
      'checkIns',
    ],
    [
      'a meeting before the start',
      { checkIns: [held({ heldOn: '2026-01-01' })] },
      'checkIns[0].heldOn',
      'checkIns',
    ],
    [
      'a meeting held that was not scheduled',
      { checkIns: [held({ scheduledOn: null })] },
      'checkIns[0].scheduledOn',
      'checkIns',
    ],
    [
      'a meeting after the end',
      { checkIns: [held({})], closed: { on: '2026-02-01', reason: 'noTime' } as never },
      'checkIns[0].heldOn',
      'checkIns',
    ],
    [
      'a rating outside its scale',
      { checkIns: [held({ feedback: [rating as never] })] },
      'checkIns[0].feedback[0].rating',
      'ratings',
    ],
    ['a goal due before it was set', { goals: [goal({ due: '2026-01-01' })] }, 'goals[0].due', 'goals'],
    ['a level outside its scale', { goals: [goal({ level: 3 as never })] }, 'goals[0].level', 'goals'],
    ['a goal closed while open', { goals: [goal({ closedOn: '2026-02-01' })] }, 'goals[0].closedOn', 'goals'],
    [
      'a milestone reached before it was set',
      {
        goals: [goal({ milestones: [{ id: 'a', title: 't', due: '2026-02-01', reachedOn: '2025-12-01' }] })],
      },
      'goals[0].milestones[0].reachedOn',
      'goals',
    ],
  ])('leave out %s alone', (_, parts, path, sort) => {
    const pairs = [pairState('m0', 'n0', parts), ...sound.slice(1)];
    const result = programMetrics({ cohort, matching, pairs, feedback: [] }, { asOf });
    expect(result.issues).toMatchObject([{ list: 'pairs', index: 0, path }]);
    expect(result.leftOut).toMatchObject({ pairs: 0, [sort]: 1 });
    expect(result.metrics.find(({ id }) => id === 'earlyClosures')?.denominator).toBe(20);
  });

  it.each<[string, object, string]>([
    ['an answer outside its scale', { satisfaction: 6 }, 'satisfaction'],
    ['a recommendation outside its scale', { recommend: Number.NaN }, 'recommend'],
    ['an answer of nobody', { from: 'both' }, 'from'],
    ['an answer about an unknown pair', { mentorId: 'n9' }, ''],
    ['a field of another name', { satisfied: 5 }, 'satisfied'],
    ['an unknown aspect', { missing: ['money'] }, 'missing[0]'],
    ['a level that is none', { skillLevels: [{ skill: 'SQL', before: -1, after: 2 }] }, 'skillLevels[0]'],
  ])('leave out %s and count the other answers', (_, parts, path) => {
    const good = Array.from({ length: 15 }, (_each, index) =>
      answer(`m${index}`, `n${index}`, 'mentee', { satisfaction: 4 - (index % 2) }),
    );
    const feedback = [{ ...answer('m19', 'n19', 'mentee'), ...parts }, ...good];
    const result = programMetrics({ cohort, matching, pairs: sound, feedback }, { asOf });
    expect(result.issues).toMatchObject([{ list: 'feedback', index: 0, path }]);
    expect(result.leftOut.feedback).toBe(1);
    expect(result.metrics.find(({ id }) => id === 'satisfactionMentees')?.denominator).toBe(15);
  });

  it('list more who opted in than there are, and a wait that ends before it began', () => {
    const input = {
      cohort,
      matching,
      pairs: sound,
      eligible: { mentees: 3 },
      waitingSince: { m0: '2026-02-01', m1: 'soon', ghost: '2026-01-01' },
    };
    const result = programMetrics(input, { asOf });
    expect(result.issues.map(({ list, path }) => `${list} ${path}`)).toEqual([
      'waitingSince ghost',
      'waitingSince m1',
      'eligible mentees',
      'waitingSince m0',
    ]);
    expect(result.leftOut.other).toBe(4);
    expect(result.metrics[0]).toMatchObject({ id: 'participationMentees', value: null, note: 'notTracked' });
  });
});

describe('sizes', () => {
  it('counts ten thousand pairs in a moment and changes nothing it was given', () => {
    const size = 10_000;
    const people = Array.from({ length: size }, (_, index) => index);
    const cohort = {
      mentees: people.map((index) => ({ id: `m${index}`, optedIn: true, department: `d${index % 40}` })),
      mentors: people.map((index) => ({ id: `n${index}`, optedIn: true, department: `d${index % 7}` })),
    };
    const { record } = matchCohort({ mentees: [], mentors: [] });
    const pairs = people.map((index) => ({ menteeId: `m${index}`, mentorId: `n${index}` }));
    const matching = { pairs, record: { ...record, counts: { ...record.counts, places: size } } } as never;
    const states = people.map((index) =>
      pairState(`m${index}`, `n${index}`, { checkIns: [checkIn('2026-01-19')] }),
    );
    const feedback = people.map((index) =>
      answer(`m${index}`, `n${index}`, 'mentee', { satisfaction: 1 + (index % 5) }),
    );
    const input = { cohort, matching, pairs: states, feedback };
    const before = JSON.stringify(input);
    const result = programMetrics(input, { asOf, by: 'department' });
    expect(JSON.stringify(input)).toBe(before);
    expect(result.groups).toHaveLength(40);
    expect(result.metrics.find(({ id }) => id === 'satisfactionMentees')).toMatchObject({
      value: 3,
      n: size,
    });
    expect(Object.keys(metricTexts)).toEqual(['en', 'it']);
  });

  it('holds for nobody, and where everybody has one place', () => {
    const empty = compileCohort({ mentees: [], mentors: [] });
    const result = programMetrics(
      { cohort: empty, matching: matchCohort(empty), pairs: [] },
      { asOf, by: 'team' },
    );
    expect(result.groups).toEqual([]);
    expect(result.metrics.every(({ value }) => value === null)).toBe(true);
  });
});
