import { describe, expect, test } from 'vitest';
import {
  type CohortInput,
  compileCohort,
  describe as describeResult,
  explainPair,
  type FactorSpec,
  factors,
  matchCohort,
  parseCohort,
  parseMatching,
  replayMatching,
} from '../../src/index.js';
import { type Instrument, ipip50, miniIpip, profileSimilarity } from '../../src/survey/index.js';
import { randomFrom } from '../support/random.js';

const { personality } = factors;
const model = (factor: FactorSpec) => ({ factors: { personality: factor } });
const miniFactor = personality({ weight: 1, instrument: 'mini-ipip-20' });

/** Two traits of two items each on a scale from 0 to 2, without norms and reliability. */
const drive: Instrument = {
  id: 'drive',
  title: 'Drive and calm',
  source: 'Our programme, 2026',
  licence: 'CC0',
  responseScale: { min: 0, max: 2, labels: { en: ['No', 'Partly', 'Yes'] } },
  items: [
    { id: 'drive-a', text: { en: 'I finish what I start.' }, trait: 'drive', reverseKeyed: false },
    { id: 'drive-b', text: { en: 'I give up early.' }, trait: 'drive', reverseKeyed: true },
    { id: 'calm-a', text: { en: 'I keep calm.' }, trait: 'calm', reverseKeyed: false },
    { id: 'calm-b', text: { en: 'I worry.' }, trait: 'calm', reverseKeyed: true },
  ],
};
const driveFactor = personality({
  weight: 1,
  instrument: drive,
  traits: { drive: 'similar', calm: 'similar' },
});

const means = (values: Record<string, number | null>, instrumentId = 'mini-ipip-20') => ({
  traits: { instrumentId, means: values },
});
const answers = (responses: Record<string, number | string | null>, instrumentId = 'mini-ipip-20') => ({
  survey: { instrumentId, responses },
});

/** Answers `x` to every item as keyed, so that every trait has the mean x. */
const allKeyed = (x: number) =>
  Object.fromEntries(miniIpip.items.map(({ id, reverseKeyed }) => [id, reverseKeyed ? 6 - x : x]));

function cohortOf(mentees: object[], mentors: object[]): CohortInput {
  return {
    mentees: mentees.map((person, at) => ({ id: `mentee-${at}`, optedIn: true, ...person })),
    mentors: mentors.map((person, at) => ({ id: `mentor-${at}`, optedIn: true, ...person })),
  };
}

function explain(mentee: object, mentor: object, factor: FactorSpec = miniFactor) {
  const compiled = compileCohort(cohortOf([mentee], [mentor]), { model: model(factor) });
  return explainPair(compiled, 'mentee-0', 'mentor-0').factors[0];
}

const factorValue = (...pair: Parameters<typeof explain>) => explain(...pair)?.value ?? null;

describe('what the factor says', () => {
  test('openness half a point and conscientiousness one point apart, by hand, weighed by their reliability', () => {
    // (0.65 · (1 − 0.5/(3 · 0.77)) + 0.69 · (1 − 1/(3 · 0.89))) / (0.65 + 0.69)
    const mentee = means({ openness: 4.5, conscientiousness: 3 });
    const mentor = means({ openness: 4, conscientiousness: 4 });
    expect(factorValue(mentee, mentor)).toBeCloseTo(
      (0.65 * (1 - 0.5 / 2.31) + 0.69 * (1 - 1 / 2.67)) / 1.34,
      12,
    );
  });

  test('a trait may be similar, different or ignored; one that is not named is ignored', () => {
    const of = (traits: Record<string, 'similar' | 'different' | 'ignored'>) =>
      personality({ weight: 1, instrument: 'mini-ipip-20', measure: 'gower', traits });
    const mentee = means({ openness: 4, extraversion: 2, neuroticism: 1 });
    const mentor = means({ openness: 4, extraversion: 5, neuroticism: 5 });
    expect(factorValue(mentee, mentor, of({ openness: 'similar' }))).toBe(1);
    expect(factorValue(mentee, mentor, of({ extraversion: 'similar' }))).toBe(0.25);
    expect(factorValue(mentee, mentor, of({ extraversion: 'different' }))).toBe(0.75);
    expect(factorValue(mentee, mentor, of({ openness: 'similar', neuroticism: 'ignored' }))).toBe(1);
    const mixed = of({ openness: 'similar', extraversion: 'different' });
    expect(factorValue(mentee, mentor, mixed)).toBeCloseTo((0.65 + 0.77 * 0.75) / 1.42, 12);
  });

  test.each(['traitGap', 'gower', 'euclidean', 'doubleEntryCorrelation', 'cosine', 'pearson'] as const)(
    '%s is that of the room survey, is symmetric, and is 1 for equal people',
    (measure) => {
      const correlates = !['traitGap', 'gower', 'euclidean'].includes(measure);
      const names = ['extraversion', 'agreeableness', 'neuroticism', 'openness'];
      const reliability = miniIpip.reliability!.traits;
      const one = { extraversion: 2.25, agreeableness: 4.5, neuroticism: 3, openness: 5 };
      const other = { extraversion: 3, agreeableness: 2.5, neuroticism: 2, openness: 4.25 };
      const factor = personality({
        weight: 1,
        instrument: 'mini-ipip-20',
        measure,
        traits: Object.fromEntries(names.map((name) => [name, 'similar'])),
      });
      const traits = names.map((trait) => ({ trait, weight: correlates ? 1 : reliability[trait]! }));
      const expected = profileSimilarity(one, other, { measure, instrument: miniIpip, traits })!;
      // The instrument's order of traits is not the list's, so that sums may differ in the last bit.
      expect(factorValue(means(one), means(other), factor)).toBeCloseTo(expected, 12);
      expect(factorValue(means(other), means(one), factor)).toBe(
        factorValue(means(one), means(other), factor),
      );
      expect(factorValue(means(one), means(one), factor)).toBeCloseTo(1, 12);
    },
  );

  test('answers, labels in English or Italian, and means scored elsewhere give the same value', () => {
    const { labels } = miniIpip.responseScale;
    const inWords = (language: 'en' | 'it') =>
      Object.fromEntries(
        Object.entries(allKeyed(4)).map(([id, answer]) => [id, labels[language]![answer - 1]!]),
      );
    const mentor = means({ openness: 3, conscientiousness: 2 });
    const expected = factorValue(means({ openness: 4, conscientiousness: 4 }), mentor);
    expect(expected).toBeGreaterThan(0);
    expect(factorValue(answers(allKeyed(4)), mentor)).toBe(expected);
    expect(factorValue(answers(inWords('en')), mentor)).toBe(expected);
    expect(factorValue(answers(inWords('it')), mentor)).toBe(expected);
  });

  test('no survey, another survey, or too few answers is unknown, and silence neither pays nor costs', () => {
    const known = means({ openness: 4, conscientiousness: 4 });
    expect(factorValue({}, known)).toBeNull();
    expect(factorValue(known, means({ openness: 4 }, 'ipip-50'))).toBeNull();
    expect(factorValue(known, answers({ item5: 3, item10: 3 }))).toBeNull();
    expect(factorValue(known, means({ openness: null, conscientiousness: null }))).toBeNull();
    const input = cohortOf([known, {}], [known, means({ openness: 2, conscientiousness: 4 })]);
    const compiled = compileCohort(input, { model: model(miniFactor) });
    const { mean } = compiled.baseline.factors.personality!;
    const [silent] = explainPair(compiled, 'mentee-1', 'mentor-1').factors;
    expect(silent).toMatchObject({
      value: null,
      percentile: null,
      contribution: Math.round(mean! * 1e6) / 1e6,
    });
  });

  test('means of the model’s instrument come before answers, which are not mixed in', () => {
    const both = { ...means({ openness: 5 }), ...answers(allKeyed(1)) };
    const details = explain(both, means({ openness: 5 }))!.details;
    expect(details).toEqual({
      measure: 'traitGap',
      traits: [
        { trait: 'conscientiousness', direction: 'similar', menteeMean: null, mentorMean: null },
        { trait: 'openness', direction: 'similar', menteeMean: 5, mentorMean: 5 },
      ],
    });
    const other = { ...means({ openness: 5 }, 'elsewhere'), ...answers(allKeyed(2)) };
    expect(explain(other, means({ openness: 5 }))!.details).toMatchObject({
      traits: [{ menteeMean: 2 }, { menteeMean: 2 }],
    });
  });
});

describe('an instrument of the programme’s own', () => {
  const scores = { 'drive-a': 2, 'drive-b': 1, 'calm-a': 'Yes', 'calm-b': 'no' };

  /** Three people with mean 0 and three with mean 2: mean 1, SD √(6/5). */
  const low = means({ drive: 0 }, 'drive');
  const high = means({ drive: 2 }, 'drive');
  const six = cohortOf([low, low, high], [high, high, low]);
  const deviation = Math.sqrt(6 / 5);
  const driveAlone = personality({ weight: 1, instrument: drive, traits: { drive: 'similar' } });

  test('has the norms of the cohort: means 0 and 2 have SD √(6/5), so that they are 1 − 2/(3 SD) alike', () => {
    const compiled = compileCohort(six, { model: model(driveAlone) });
    expect(explainPair(compiled, 'mentee-0', 'mentor-0').factors[0]!.value).toBeCloseTo(
      1 - 2 / (3 * deviation),
      12,
    );
    const { mean, standardDeviation, n } = compiled.baseline.factors.personality!.traitNorms!.drive!;
    expect([mean, n]).toEqual([1, 6]);
    expect(standardDeviation).toBeCloseTo(deviation, 12);
  });

  test('is scored from answers: drive (2 + 1)/2, calm (2 + 2)/2', () => {
    const details = explain(
      answers(scores, 'drive'),
      means({ drive: 1, calm: 1 }, 'drive'),
      personality({
        weight: 1,
        instrument: drive,
        measure: 'gower',
        traits: { drive: 'similar', calm: 'similar' },
      }),
    )!.details;
    expect(details).toMatchObject({ traits: [{ menteeMean: 1.5 }, { menteeMean: 2 }] });
  });

  test('of fewer than five people there is no norm, which would tell their answers: unknown, with a note', () => {
    const compiled = compileCohort(cohortOf([low, low], [high, high]), { model: model(driveAlone) });
    expect(compiled.factorsLeftOut).toEqual(['personality']);
    expect(compiled.baseline.factors.personality?.traitNorms ?? {}).toEqual({});
    const note = { code: 'surveyNotUsed', instrumentId: 'drive', people: 4, reasons: { tooFewForNorms: 4 } };
    expect(compiled.notes).toEqual([note]);
    expect(compileCohort(six, { model: model(driveAlone) }).notes).toEqual([]);
  });

  test('who stands on both sides is one person of the five', () => {
    const both = ['a', 'b', 'c', 'd'].map((id, at) => ({ id, optedIn: true, ...(at < 2 ? low : high) }));
    const compiled = compileCohort({ mentees: both, mentors: both }, { model: model(driveAlone) });
    expect(compiled.factorsLeftOut).toEqual(['personality']);
    const more = [...both, { id: 'e', optedIn: true, ...low }];
    const enough = compileCohort({ mentees: more, mentors: both }, { model: model(driveAlone) });
    expect(enough.baseline.factors.personality!.traitNorms!.drive!.n).toBe(5);
  });

  test('of a mean that is missing, or of a trait that nobody compares, nothing is said', () => {
    const model3 = model(personality({ weight: 1, instrument: miniIpip.id, measure: 'gower' }));
    const notesOf = (given: object) =>
      compileCohort(
        cohortOf(
          [means(given as never, miniIpip.id)],
          [means({ openness: 3, conscientiousness: 3 }, miniIpip.id)],
        ),
        { model: model3 },
      ).notes;
    expect(notesOf({ openness: null, conscientiousness: 3 })).toEqual([]);
    expect(notesOf({ openness: 3, neuroticism: 9 })).toEqual([]);
    expect(notesOf({ openness: 9, neuroticism: 9, courage: 3 })).toMatchObject([
      { people: 1, reasons: { outOfRange: 1, unknownTrait: 1 } },
    ]);
  });

  test('who stands on both sides has the mean given as a mentee, or the one given as a mentor', () => {
    const said = (drive: number | null) => ({
      optedIn: true,
      ...means({ drive, calm: null } as never, 'drive'),
    });
    const ofSide = (all: readonly (number | null)[]) =>
      all.map((mean, at) => ({ id: `p${at}`, ...said(mean) }));
    const mentees = ofSide([1, 1.25, 1.5, 1.75, null]);
    const mentors = ofSide([null, 2, 2, 2, 2]);
    const { baseline } = compileCohort({ mentees, mentors }, { model: model(driveAlone) });
    expect(baseline.factors.personality!.traitNorms!.drive).toMatchObject({ mean: 1.5, n: 5 });
  });

  test('a trait that too few know has the norm of the instrument where there is one', () => {
    const traits = { drive: { mean: 1, standardDeviation: 0.5 } };
    const instrument = { ...drive, norms: { source: 'us', limits: 'ours', n: 90, traits } };
    const factor = personality({ weight: 1, instrument, traits: { drive: 'similar', calm: 'similar' } });
    const near = means({ drive: 1.25, calm: 1 }, 'drive');
    const compiled = compileCohort(cohortOf([near], [means({ drive: 2, calm: 2 }, 'drive')]), {
      model: model(factor),
    });
    expect(explainPair(compiled, 'mentee-0', 'mentor-0').factors[0]!.value).toBeCloseTo(1 - 0.75 / 1.5, 12);
    expect(compiled.baseline.factors.personality!.traitNorms).toEqual({
      drive: { mean: 1, standardDeviation: 0.5, n: 90 },
    });
    expect(compiled.notes).toMatchObject([{ people: 2, reasons: { tooFewForNorms: 2 } }]);
  });

  test('counts those who opted in alone, and keeps its norms when a baseline is passed in', () => {
    const middle = means({ drive: 1 }, 'drive');
    const people = cohortOf(
      [low, { ...means({ drive: 1.9 }, 'drive'), optedIn: false }],
      [high, middle, middle, middle],
    );
    const first = compileCohort(people, { model: model(driveAlone) });
    expect(first.baseline.factors.personality!.traitNorms).toEqual({
      drive: { mean: 1, standardDeviation: Math.SQRT1_2, n: 5 },
    });
    const late = { id: 'late', optedIn: true, ...means({ drive: 0.25 }, 'drive') };
    const more = { ...people, mentors: [...people.mentors, late] };
    const value = (compiled: ReturnType<typeof compileCohort>) =>
      explainPair(compiled, 'mentee-0', 'mentor-0').factors[0]!.value;
    expect(value(first)).toBeCloseTo(1 - 2 / (3 * Math.SQRT1_2), 12);
    expect(value(compileCohort(more, { model: model(driveAlone) }))).not.toBe(value(first));
    const { baseline } = JSON.parse(JSON.stringify(first)) as typeof first;
    const again = compileCohort(more, { model: model(driveAlone), baseline });
    expect(value(again)).toBe(value(first));
    expect(again.baseline).toEqual(first.baseline);
  });

  test('a trait in which all are the same tells nobody apart and is left out; with none left the factor is', () => {
    const calm = (value: number) => means({ drive: value, calm: 1 }, 'drive');
    const input = cohortOf([calm(0), calm(0), calm(2)], [calm(2), calm(2), calm(0)]);
    const compiled = compileCohort(input, { model: model(driveFactor) });
    expect(explainPair(compiled, 'mentee-0', 'mentor-0').factors[0]!.value).toBeCloseTo(
      1 - 2 / (3 * deviation),
      12,
    );
    expect(compiled.notes).toEqual([]);
    const flat = cohortOf([calm(1), calm(1), calm(1)], [calm(1), calm(1), calm(1)]);
    const same = compileCohort(flat, { model: model(driveFactor) });
    expect([same.factorsLeftOut, same.notes]).toEqual([['personality'], []]);
  });

  test('a published reliability is the weight of its trait', () => {
    const instrument = { ...drive, reliability: { source: 'us', traits: { calm: 0.5 } } };
    const factor = personality({
      weight: 1,
      instrument,
      measure: 'gower',
      traits: { drive: 'similar', calm: 'similar' },
    });
    const pair = [means({ drive: 0, calm: 1 }, 'drive'), means({ drive: 2, calm: 1 }, 'drive')] as const;
    expect(factorValue(...pair, factor)).toBeCloseTo(0.5 / 1.5, 12);
  });
});

describe('what the model gets wrong', () => {
  const refusal = (options: object): string => {
    const factor = { kind: 'personality', weight: 1, ...options } as FactorSpec;
    try {
      compileCohort(cohortOf([], []), { model: model(factor) });
    } catch (error) {
      return String(error);
    }
    return 'accepted';
  };

  test.each([
    [{}, 'personality.instrument is missing; expected one of mini-ipip-20, ipip-50'],
    [{ instrument: 'mbti' }, 'personality.instrument is "mbti"; expected one of mini-ipip-20, ipip-50'],
    [{ instrument: 7 }, 'personality.instrument is 7'],
    [
      { instrument: drive },
      'personality.traits is missing; expected directions by trait, since drive does not measure openness but drive, calm',
    ],
    [
      { instrument: 'mini-ipip-20', measure: 'manhattan' },
      'personality.measure is "manhattan"; expected one of traitGap, gower',
    ],
    [
      { instrument: 'mini-ipip-20', measure: 'pearson' },
      'personality.traits is missing; expected at least 3 traits',
    ],
    [
      { instrument: 'mini-ipip-20', traits: ['openness'] },
      'personality.traits is ["openness"]; expected directions by trait',
    ],
    [{ instrument: 'mini-ipip-20', traits: {} }, 'personality.traits is {}; expected at least 1 trait'],
    [{ instrument: 'mini-ipip-20', traits: { openness: 'ignored' } }, 'expected at least 1 trait'],
    [
      { instrument: 'mini-ipip-20', traits: { opennes: 'similar' } },
      'traits.opennes is "similar"; expected no trait of this name; "openness" perhaps',
    ],
    [
      { instrument: 'mini-ipip-20', traits: { openness: 'alike' } },
      'traits.openness is "alike"; expected similar or different or ignored',
    ],
    [
      { instrument: 'mini-ipip-20', measure: 'euclidean', traits: { openness: 'different' } },
      'traits.openness is "different"; expected similar or ignored',
    ],
    [{ instrument: 'ipip-50', traits: { neuroticism: 'similar' } }, 'traits.neuroticism'],
    [
      { instrument: { ...drive, items: [{ ...drive.items[0], trait: ' ' }] } },
      'personality.instrument.items[0].trait is " "',
    ],
  ] as [object, string][])('%#: a wrong option is refused with its place and rule', (options, message) => {
    expect(refusal(options)).toContain(message);
  });

  test('norms of a baseline that are none are refused', () => {
    const traitNorms = { drive: { mean: 1, standardDeviation: 0, n: 2 } };
    const baseline = { pairs: 1, factors: { personality: { mean: 0.5, known: 1, traitNorms } } };
    expect(() => compileCohort(cohortOf([], []), { model: model(driveFactor), baseline })).toThrow(
      'baseline.factors.personality.traitNorms',
    );
  });
});

describe('what could not be used is counted in the record, never silently dropped', () => {
  const notesOf = (mentees: object[], factor: FactorSpec = miniFactor) =>
    compileCohort(cohortOf(mentees, [means({ openness: 4, conscientiousness: 4 })]), { model: model(factor) })
      .notes;
  const note = (people: number, reasons: Record<string, number>) => [
    { code: 'surveyNotUsed', instrumentId: 'mini-ipip-20', people, reasons },
  ];

  test('a survey that was used in full leaves no note, and neither do silence, a prorated mean and careless answering', () => {
    expect(
      notesOf([answers(allKeyed(4)), {}, answers({ ...allKeyed(2), item5: null }), answers(allKeyed(3))]),
    ).toEqual([]);
  });

  test.each([
    ['another instrument', answers(allKeyed(4), 'ipip-50'), { otherInstrument: 1 }],
    ['an instrument that is not there', means({ openness: 4 }, 'mbti'), { otherInstrument: 1 }],
    ['an unknown item', answers({ ...allKeyed(4), question1: 3 }), { unknownItem: 1 }],
    ['text that is no label', answers({ ...allKeyed(4), item1: 'Stimmt genau' }), { unknownLabel: 1 }],
    ['a number off the scale', answers({ ...allKeyed(4), item1: 6 }), { outOfRange: 1 }],
    ['a fraction', answers({ ...allKeyed(4), item1: 2.5 }), { fractional: 1 }],
    [
      'too few answers to a trait that counts',
      answers({ ...allKeyed(4), item5: null, item10: null }),
      { tooFewAnswered: 1 },
    ],
    ['nothing answered', answers({}), { allBlank: 1, tooFewAnswered: 1 }],
    ['a mean of a trait that is not there', means({ openness: 4, drive: 2 }), { unknownTrait: 1 }],
    ['a sum in place of a mean', means({ openness: 16 }), { outOfRange: 1 }],
  ])('%s', (_, person, reasons) => {
    expect(notesOf([person])).toEqual(note(1, reasons));
  });

  test('too few answers to a trait that does not count are no news', () => {
    const factor = personality({
      weight: 1,
      instrument: 'mini-ipip-20',
      traits: { extraversion: 'similar' },
    });
    expect(notesOf([answers({ ...allKeyed(4), item5: null, item10: null })], factor)).toEqual([]);
  });

  test('a mean off the scale is unknown, not clamped', () => {
    expect(
      explain(means({ openness: 16, conscientiousness: 4 }), means({ openness: 5, conscientiousness: 4 })),
    ).toMatchObject({
      value: 1,
      details: { traits: [{ menteeMean: 4 }, { menteeMean: null }] },
    });
  });

  test('people are counted once, though on both sides or in two factors, and notes survive storing', () => {
    const broken = { id: 'ana', ...answers({ ...allKeyed(4), item5: 9, item10: 9 }) };
    const two = {
      factors: { one: miniFactor, two: { ...miniFactor, traits: { openness: 'different' as const } } },
    };
    const input = cohortOf([broken, means({ openness: 3 })], [broken, means({ openness: 4 })]);
    const compiled = compileCohort(input, { model: two });
    const matching = parseMatching(JSON.stringify(matchCohort(compiled)));
    expect(matching.record.notes).toEqual(note(1, { outOfRange: 1, tooFewAnswered: 1 }));
    expect(replayMatching(compiled, matching).identical).toBe(true);
    const again = parseCohort({ ...input, notes: matching.record.notes });
    expect(again.notes).toEqual(matching.record.notes);
  });
});

describe('where a value stands among the pairs', () => {
  test('the rank of a value is its mid-rank among the pairs, by hand', () => {
    const open = (value: number) => means({ openness: value });
    const factor = personality({
      weight: 1,
      instrument: 'mini-ipip-20',
      measure: 'gower',
      traits: { openness: 'similar' },
    });
    const input = cohortOf([open(5), open(1)], [open(5), open(4), {}]);
    const compiled = compileCohort(input, { model: model(factor) });
    const percentile = (mentor: string) => explainPair(compiled, 'mentee-0', mentor).factors[0]!.percentile;
    // mentee-0: 1 and 0.75; mentee-1: 0 and 0.25. Below 0.75 are two of four, and half of itself.
    expect(percentile('mentor-1')).toEqual({ value: 0.625, pairs: 4 });
    expect(percentile('mentor-0')).toEqual({ value: 0.875, pairs: 4 });
    expect(percentile('mentor-2')).toBeNull();
    const words = describeResult(explainPair(compiled, 'mentee-0', 'mentor-0'));
    expect(words).toContain(
      'personality (100 % of the weight): a better fit than 88 % of 4 pairs (equal ones count half), adds 1',
    );
    const unknown = describeResult(explainPair(compiled, 'mentee-0', 'mentor-2'));
    expect(unknown).toContain('personality: unknown, counts as the average');
    const toPair = describeResult(explainPair(compiled, 'mentee-0', 'mentor-0'), { audience: 'participant' });
    expect(toPair).toBe('You can find out together what you have in common.');
  });

  // Traits drawn apart by the web norms: E|x − y| = 2σ/√π of normal values, so 1 − 0.215 and 1 − 0.25, and a
  // little more for what the ends of the scale hold back. Among people traits are correlated: 0.78 ± 0.08.
  test.each([
    [ipip50, '0.79', '0.07'],
    [miniIpip, '0.76', '0.08'],
  ])(
    'two random adults are about as alike on Gower as 0.78 ± 0.08 ($title)',
    (instrument, expectedMean, expectedDeviation) => {
      const random = randomFrom(11);
      const norms = Object.entries(instrument.norms!.traits);
      const adult = () =>
        means(
          Object.fromEntries(
            norms.map(([trait, { mean, standardDeviation }]) => {
              return [trait, Math.min(5, Math.max(1, mean + standardDeviation * random.normal()))];
            }),
          ),
          instrument.id,
        );
      const traits = Object.fromEntries(norms.map(([trait]) => [trait, 'similar' as const]));
      const factor = personality({ weight: 1, instrument: instrument.id, measure: 'gower', traits });
      const people = (count: number) => Array.from({ length: count }, adult);
      const compiled = compileCohort(cohortOf(people(300), people(300)), { model: model(factor) });
      const values = [...compiled.sampleValues('personality')!];
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const deviation = Math.sqrt(
        values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
      );
      expect(values.length).toBe(90_000);
      expect([mean, deviation].map((value) => value.toFixed(2))).toEqual([expectedMean, expectedDeviation]);
      expect(compiled.baseline.factors.personality!.mean).toBeCloseTo(mean, 5);
    },
  );

  test('only factors whose value says little alone are ranked, and a factor that is not there is not', () => {
    const known = { ...means({ openness: 4, conscientiousness: 2 }), interests: ['jazz'] };
    const compiled = compileCohort(cohortOf([known], [known]), {
      model: { factors: { personality: miniFactor, interests: factors.sharedInterests({ weight: 1 }) } },
    });
    expect(compiled.sampleValues('interests')).toBeNull();
    expect(compiled.sampleValues('toString')).toBeNull();
    expect(compiled.sampleValues('personality')).toBe(compiled.sampleValues('personality'));
    expect(
      explainPair(compiled, 'mentee-0', 'mentor-0').factors.map((factor) => 'percentile' in factor),
    ).toEqual([false, true]);
  });
});

describe('after compiling, raw answers are not kept', () => {
  /** Every key and every value at any depth of what JSON keeps. */
  const contents = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) => [key, ...contents(item)])
      : [String(value)];

  test('neither the JSON of a compiled cohort nor that of a matching holds answers, item ids or means of a person', () => {
    const labelled = Object.fromEntries(miniIpip.items.map(({ id }) => [id, 'Moderately accurate']));
    const input = cohortOf(
      [answers(labelled), answers({ ...allKeyed(4), item1: 3.1875, question: 'secret' })],
      [means({ openness: 3.4375, conscientiousness: 2.5625 }), means({ openness: 77.125 })],
    );
    const compiled = compileCohort(input, { model: model(miniFactor) });
    const matching = matchCohort(compiled);
    expect(matching.pairs.length).toBe(2);
    const telling = [
      '3.4375',
      '2.5625',
      '3.1875',
      '77.125',
      'secret',
      'question',
      'Moderately accurate',
      'responses',
      'means',
    ];
    const itemIds = miniIpip.items.map(({ id }) => id);
    for (const kept of [compiled, matching]) {
      const all = contents(JSON.parse(JSON.stringify(kept)));
      expect(all).toContain('mini-ipip-20');
      expect(all.filter((part) => [...telling, ...itemIds].includes(part))).toEqual([]);
    }
  });

  test('with an instrument of one’s own the model holds its items, and nobody’s answers', () => {
    const input = cohortOf(
      [answers({ 'drive-a': 'Partly', 'drive-b': '1', 'calm-a': 'Yes', 'calm-b': 0 }, 'drive')],
      [means({ drive: 0.4375, calm: 1.5625 }, 'drive'), means({ drive: 1.8125, calm: 0.3125 }, 'drive')],
    );
    const compiled = compileCohort(input, { model: model(driveFactor) });
    for (const kept of [
      { ...compiled, model: null },
      { ...matchCohort(compiled), record: null },
      matchCohort(compiled).record.baseline,
    ]) {
      const all = contents(JSON.parse(JSON.stringify(kept)));
      expect(
        all.filter((part) => /^(drive|calm)-|Partly|0\.4375|1\.5625|1\.8125|0\.3125/.test(part)),
      ).toEqual([]);
    }
  });

  test('the digest changes with an answer and with a mean, and the record says what was read', () => {
    const digest = (mentee: object, mentor: object) =>
      compileCohort(cohortOf([mentee], [mentor]), { model: model(miniFactor) }).digest();
    const mentor = means({ openness: 3 });
    expect(digest(answers(allKeyed(4)), mentor)).not.toBe(
      digest(answers({ ...allKeyed(4), item1: 1 }), mentor),
    );
    expect(digest(answers(allKeyed(4)), mentor)).not.toBe(
      digest(answers(allKeyed(4)), means({ openness: 3.5 })),
    );
    expect(compileCohort(cohortOf([], []), { model: model(miniFactor) }).fieldsUsed).toEqual([
      'mentees.survey',
      'mentees.traits',
      'mentors.survey',
      'mentors.traits',
    ]);
  });
});
