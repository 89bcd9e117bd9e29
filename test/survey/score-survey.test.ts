import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defineInstrument,
  ipip50,
  miniIpip,
  type Responses,
  type ScoreSurveyOptions,
  type SurveyScore,
  scoreSurvey,
  traitsOf,
} from '../../src/survey/index.js';

/** The same answer to every item. */
const all = (answer: number | string | null, instrument = miniIpip): Responses =>
  Object.fromEntries(instrument.items.map(({ id }) => [id, answer]));

const codes = ({ issues }: SurveyScore) => issues.map(({ code }) => code);

/** Answers to all items of the Mini-IPIP that are careful enough to raise no issue. */
const careful: Responses = {
  item1: 4,
  item6: 1,
  item11: 5,
  item16: 2,
  item2: 4,
  item7: 2,
  item12: 3,
  item17: 1,
  item3: 2,
  item8: 4,
  item13: 3,
  item18: 4,
  item4: 2,
  item9: 4,
  item14: 1,
  item19: 5,
  item5: 5,
  item10: 1,
  item15: 2,
  item20: 1,
};

const answers = fc.record(
  Object.fromEntries(
    miniIpip.items.map(({ id }) => [id, fc.option(fc.integer({ min: 1, max: 5 }), { freq: 4 })]),
  ),
) as fc.Arbitrary<Record<string, number | null>>;

describe('scoreSurvey', () => {
  it('takes the mean of a trait’s items, a reverse-keyed one counting as 6 − answer', () => {
    const score = scoreSurvey(miniIpip, careful);
    // Extraversion: 4, 6 − 1, 5, 6 − 2; conscientiousness: 2, 6 − 4, 3, 6 − 4; neuroticism: 2, 6 − 4, 1, 6 − 5.
    expect(score.traits.extraversion!.mean).toBe(18 / 4);
    expect(score.traits.agreeableness!.mean).toBe((4 + 4 + 3 + 5) / 4);
    expect(score.traits.conscientiousness!.mean).toBe(9 / 4);
    expect(score.traits.neuroticism!.mean).toBe(6 / 4);
    expect(score.traits.openness!.mean).toBe((5 + 5 + 4 + 5) / 4);
    expect(score.issues).toEqual([]);
    expect(score.careless).toEqual({ longestRun: 2, oppositeTraits: [] });
  });

  it('gives z, percentile and standard error against the published norms', () => {
    // z = (4.5 − 2.92)/1.02; Φ by table to 4 digits; 1.02 · √(1 − 0.77).
    const { z, percentile, standardError } = scoreSurvey(miniIpip, careful).traits.extraversion!;
    expect(z).toBeCloseTo(1.5490196, 7);
    expect(percentile).toBeCloseTo(93.93, 2);
    expect(standardError).toBeCloseTo(0.489175, 6);
  });

  it('has the standard error of the textbook: SD 1, α 0.7 → 0.5477', () => {
    const norms = { extraversion: { mean: 3, standardDeviation: 1 } };
    const { traits } = scoreSurvey(miniIpip, careful, { norms, reliability: { extraversion: 0.7 } });
    expect(traits.extraversion!.standardError).toBeCloseTo(0.547722557505, 12);
    expect(traits.openness!.standardError).toBeNull();
    expect(traits.openness).not.toHaveProperty('z');
  });

  it('lets the standard error of a part of the items grow as Spearman and Brown have it', () => {
    const { standardError, prorated } = scoreSurvey(miniIpip, { ...careful, item1: null }).traits
      .extraversion!;
    // Three of four parallel items: reliability r₃ and SD₃ of a 3-item mean, from those of four.
    const part = 3 / 4;
    const shorter = (part * 0.77) / (1 + (part - 1) * 0.77);
    const deviation = 1.02 * Math.sqrt(0.77 + 0.23 / part);
    expect(prorated).toBe(true);
    expect(standardError).toBeCloseTo(deviation * Math.sqrt(1 - shorter), 12);
  });

  it('reads labels as numbers, in either language, whatever their case, width and spaces', () => {
    const scale = miniIpip.responseScale.labels;
    const words = (language: string) =>
      Object.fromEntries(
        Object.entries(careful).map(([id, answer]) => {
          return [id, `  ${scale[language]![Number(answer) - 1]!.toUpperCase().normalize('NFD')} `];
        }),
      );
    const expected = scoreSurvey(miniIpip, careful);
    for (const language of ['en', 'it']) {
      expect(scoreSurvey(miniIpip, words(language), { language })).toEqual(expected);
      expect(scoreSurvey(miniIpip, words(language))).toEqual(expected);
    }
    const digits = Object.fromEntries(Object.entries(careful).map(([id, answer]) => [id, ` ${answer}`]));
    expect(scoreSurvey(miniIpip, digits)).toEqual(expected);
  });

  it('names what cannot be read, each with place, value and rule, and leaves it out', () => {
    const broken = {
      ...careful,
      item1: 6,
      item2: 2.5,
      item3: 'Molto esatto',
      item4: true,
      item5: Number.NaN,
      item6: '0',
      item7: '3,5',
      item8: Infinity,
      'no such': 3,
    } as unknown as Responses;
    const score = scoreSurvey(miniIpip, broken);
    expect(score.issues.map(({ code, path, value }) => [code, path, value]).slice(0, 9)).toEqual([
      ['unknownItem', 'responses["no such"]', 3],
      ['outOfRange', 'responses.item1', 6],
      ['fractional', 'responses.item2', 2.5],
      ['unknownLabel', 'responses.item3', 'Molto esatto'],
      ['notAnAnswer', 'responses.item4', true],
      ['notAnAnswer', 'responses.item5', Number.NaN],
      ['outOfRange', 'responses.item6', '0'],
      ['fractional', 'responses.item7', '3,5'],
      ['outOfRange', 'responses.item8', Infinity],
    ]);
    for (const { rule } of score.issues) expect(rule).not.toBe('');
    expect(score.traits.extraversion).toBeNull();
    expect(score.traits.conscientiousness).toBeNull();
    expect(score.traits.openness!.answered).toBe(3);
  });

  it('does not take Italian for English', () => {
    const score = scoreSurvey(miniIpip, { ...careful, item1: 'Del tutto esatto' }, { language: 'en' });
    expect(score.issues[0]).toMatchObject({ code: 'wrongLanguage', path: 'responses.item1' });
    expect(score.issues[0]!.rule).toMatch(/this one is in it/);
    expect(score.traits.extraversion!.answered).toBe(3);
  });

  it('does not choose between two languages that read a label differently', () => {
    const torn = defineInstrument({
      id: 'torn',
      title: 'Torn',
      source: 'made up',
      licence: 'CC0',
      responseScale: { min: 0, max: 1, labels: { en: ['burro', 'donkey'], it: ['asino', 'burro'] } },
      items: [{ id: 'a', text: { en: '?', it: '?' }, trait: 't', reverseKeyed: false }],
    });
    expect(codes(scoreSurvey(torn, { a: 'burro' }))).toEqual(['unknownLabel', 'allBlank', 'tooFewAnswered']);
    expect(scoreSurvey(torn, { a: 'burro' }, { language: 'it' }).traits.t!.mean).toBe(1);
    expect(scoreSurvey(torn, { a: 'burro' }, { language: 'en' }).traits.t!.mean).toBe(0);
  });

  it('says of every answer that it cannot take what it takes', () => {
    const scale = defineInstrument({
      ...miniIpip,
      responseScale: { min: 1, max: 3, labels: { en: ['no', 'so', 'yes'], it: ['mai', 'no', 'sempre'] } },
    });
    const [a, b, c, d] = scale.items.map(({ id }) => id) as [string, string, string, string];
    const rules = (answers: Responses, options = {}) =>
      scoreSurvey(scale, answers, options)
        .issues.filter(({ path }) => path.startsWith('responses.'))
        .map(({ rule }) => rule);
    expect(rules({ [a]: 4, [b]: 1.5, [c]: true as never, [d]: Number.NaN })).toEqual([
      'a whole number from 1 to 3',
      'a whole number from 1 to 3',
      'a number, a label, or null for unanswered',
      'a number, a label, or null for unanswered',
    ]);
    expect(rules({ [a]: 'no', [b]: 'perhaps' })).toEqual([
      'a label with one meaning; name the language of these answers',
      'a label of the response scale (en, it)',
    ]);
    expect(rules({ [a]: 'sempre', [b]: 'perhaps', [c]: 'no' }, { language: 'en' })).toEqual([
      'a label in language en; this one is in it',
      'a label of the response scale in language en',
    ]);
  });

  it('says so where nothing is answered, and why each trait has no score', () => {
    for (const blank of [{}, all(null), all(''), all('  '), all(Number.NaN), all(9)]) {
      const score = scoreSurvey(miniIpip, blank);
      expect(codes(score)).toContain('allBlank');
      expect(Object.values(score.traits)).toEqual([null, null, null, null, null]);
      const why = score.issues.filter(({ code }) => code === 'tooFewAnswered').map(({ trait }) => trait);
      expect(why).toEqual(traitsOf(miniIpip));
      expect(score.careless.longestRun).toBe(0);
    }
  });

  it('says so where the instrument is not there, and finds the ones that are', () => {
    const lost = scoreSurvey('enneagram', careful);
    expect(lost).toMatchObject({
      instrumentId: 'enneagram',
      traits: {},
      issues: [{ code: 'unknownInstrument' }],
    });
    expect(scoreSurvey('mini-ipip-20', careful)).toEqual(scoreSurvey(miniIpip, careful));
    const own = { ...miniIpip, id: 'enneagram' };
    expect(scoreSurvey('enneagram', careful, { instruments: [own] }).traits.openness!.mean).toBe(4.75);
  });

  it('scores from half of ten items, from three quarters of four, or from what is asked', () => {
    const some = (instrument: typeof miniIpip, trait: string, count: number) =>
      Object.fromEntries(
        instrument.items
          .filter((item) => item.trait === trait)
          .slice(0, count)
          .map(({ id }) => [id, 3]),
      );
    const answered = (instrument: typeof miniIpip, count: number, options?: ScoreSurveyOptions) =>
      scoreSurvey(instrument, some(instrument, 'openness', count), options).traits.openness !== null;
    expect([4, 5].map((count) => answered(ipip50, count))).toEqual([false, true]);
    expect([2, 3].map((count) => answered(miniIpip, count))).toEqual([false, true]);
    expect([6, 7].map((count) => answered(ipip50, count, { minimumAnswered: 0.7 }))).toEqual([false, true]);
    expect([0, 1].map((count) => answered(ipip50, count, { minimumAnswered: 0 }))).toEqual([false, true]);
    expect([9, 10].map((count) => answered(ipip50, count, { minimumAnswered: 1 }))).toEqual([false, true]);
  });

  it('flags a prorated score, as an issue and in the score', () => {
    const score = scoreSurvey(miniIpip, { ...careful, item20: null });
    expect(score.traits.openness).toMatchObject({ answered: 3, items: 4, prorated: true, mean: 14 / 3 });
    expect(score.issues).toMatchObject([{ code: 'prorated', trait: 'openness', value: 3 }]);
  });

  it('reports straight-lining and the same answer to opposite items, and scores all the same', () => {
    const score = scoreSurvey(miniIpip, all(5));
    expect(score.careless).toEqual({ longestRun: 20, oppositeTraits: traitsOf(miniIpip) });
    expect(codes(score)).toEqual(['longRun', ...traitsOf(miniIpip).map(() => 'sameAnswerToOppositeItems')]);
    expect(score.traits.extraversion!.mean).toBe(3);
  });

  it('takes neutral answers throughout for a run, but for no contradiction', () => {
    expect(scoreSurvey(miniIpip, all(3)).careless).toEqual({ longestRun: 20, oppositeTraits: [] });
  });

  it('sees no contradiction where only items of one direction were answered', () => {
    const oneDirection = { item5: null, item10: 5, item15: 5, item20: 5 };
    expect(scoreSurvey(miniIpip, { ...careful, ...oneDirection }).careless.oppositeTraits).toEqual([]);
    expect(scoreSurvey(miniIpip, { ...careful, ...oneDirection, item5: 5 }).careless.oppositeTraits).toEqual([
      'openness',
    ]);
  });

  it('reports a run from half the survey on, or from the length asked for, and ends it at a gap', () => {
    const run = (length: number, gap?: number): Responses =>
      Object.fromEntries(
        miniIpip.items.map(({ id }, at) => [id, at === gap ? null : at < length ? 4 : 1 + (at % 3)]),
      );
    expect(codes(scoreSurvey(miniIpip, run(9)))).not.toContain('longRun');
    expect(codes(scoreSurvey(miniIpip, run(10)))).toContain('longRun');
    expect(codes(scoreSurvey(miniIpip, run(9), { runReported: 9 }))).toContain('longRun');
    expect(scoreSurvey(miniIpip, run(10, 4)).careless.longestRun).toBe(5);
  });

  it('refuses broken options and answers that are no object, all together', () => {
    expect(() => scoreSurvey(miniIpip, [1, 2] as unknown as Responses)).toThrow(/responses is .*object/);
    expect(() => scoreSurvey(miniIpip, null as unknown as Responses)).toThrow(/responses is null/);
    const options = {
      minimumAnswered: 2,
      runReported: 1,
      norms: { openness: { mean: 1, standardDeviation: -1 } },
      reliability: { openness: 1.5 },
    };
    expect(() => scoreSurvey(miniIpip, careful, options)).toThrow(/4 problems/);
    expect(() => scoreSurvey({ ...miniIpip, items: [] }, careful)).toThrow(/items is \[\]/);
    for (const wrong of [{ norms: 'x' }, { reliability: 3 }, { instruments: 3 }, { instruments: [null] }]) {
      const [name] = Object.keys(wrong);
      expect(() => scoreSurvey('x', careful, wrong as never)).toThrow(`scoreSurvey: options.${name} is `);
    }
  });

  it('refuses answers that cannot be read, and options of no known name', () => {
    const trap = {
      get item1(): number {
        throw new Error('trap');
      },
    };
    expect(() => scoreSurvey(miniIpip, trap)).toThrow(/scoreSurvey: responses is .*can be read/);
    expect(() => scoreSurvey(miniIpip, {}, { minimum: 0.5 } as never)).toThrow(/minimum is 0.5/);
    expect(() => scoreSurvey(miniIpip, {}, { language: 7 } as never)).toThrow(/options.language is 7/);
  });

  it('knows no item and no answer that objects have by nature', () => {
    expect(codes(scoreSurvey(miniIpip, { ...careful, constructor: 3 } as unknown as Responses))).toEqual([
      'unknownItem',
    ]);
    const [first, ...rest] = miniIpip.items;
    const odd = defineInstrument({ ...miniIpip, items: [{ ...first!, id: 'constructor' }, ...rest] });
    const { issues, traits } = scoreSurvey(odd, { ...careful, item1: null });
    expect(issues.map(({ code }) => code)).toEqual(['unknownItem', 'prorated']);
    expect(traits.extraversion!.answered).toBe(3);
  });
});

describe('laws of scoring', () => {
  it('reversing every key twice changes nothing, once mirrors every mean', () => {
    const turned = (instrument: typeof miniIpip) =>
      defineInstrument({
        ...instrument,
        items: instrument.items.map((item) => ({ ...item, reverseKeyed: !item.reverseKeyed })),
      });
    const once = turned(miniIpip);
    const twice = turned(once);
    fc.assert(
      fc.property(answers, (responses) => {
        expect(scoreSurvey(twice, responses)).toEqual(scoreSurvey(miniIpip, responses));
        for (const trait of traitsOf(miniIpip)) {
          const mean = scoreSurvey(miniIpip, responses).traits[trait]?.mean;
          const mirrored = scoreSurvey(once, responses).traits[trait]?.mean;
          if (mean !== undefined) expect(mirrored).toBeCloseTo(6 - mean, 12);
        }
      }),
    );
  });

  it('an unanswered item counts as nothing: the mean is that of the answered ones, however it is left out', () => {
    fc.assert(
      fc.property(answers, (responses) => {
        const score = scoreSurvey(miniIpip, responses, { minimumAnswered: 0 });
        const left = Object.fromEntries(Object.entries(responses).filter(([, answer]) => answer !== null));
        expect(scoreSurvey(miniIpip, left, { minimumAnswered: 0 })).toEqual(score);
        for (const trait of traitsOf(miniIpip)) {
          const counted = miniIpip.items
            .filter((item) => item.trait === trait && responses[item.id] !== null)
            .map((item) => (item.reverseKeyed ? 6 - responses[item.id]! : responses[item.id]!));
          const sum = counted.reduce((total, answer) => total + answer, 0);
          expect(score.traits[trait]?.mean).toBe(counted.length === 0 ? undefined : sum / counted.length);
          expect(score.traits[trait]?.answered ?? 0).toBe(counted.length);
        }
      }),
    );
  });

  it('a trait is null exactly where an issue says that too few items were answered', () => {
    fc.assert(
      fc.property(answers, (responses) => {
        const score = scoreSurvey(miniIpip, responses);
        for (const [trait, result] of Object.entries(score.traits)) {
          const told = score.issues.filter(
            (issue) => issue.code === 'tooFewAnswered' && issue.trait === trait,
          );
          expect(told).toHaveLength(result === null ? 1 : 0);
        }
      }),
    );
  });

  it('never throws, changes nothing and gives no NaN, whatever the answers are', () => {
    const anything = fc.dictionary(
      fc.constantFrom(...miniIpip.items.map(({ id }) => id), 'x'),
      fc.anything(),
    );
    fc.assert(
      fc.property(anything, (responses) => {
        const before = { ...responses };
        const score = scoreSurvey(miniIpip, responses as Responses);
        expect(responses).toEqual(before);
        for (const result of Object.values(score.traits)) {
          if (result === null) continue;
          expect(result.mean).toBeGreaterThanOrEqual(1);
          expect(result.mean).toBeLessThanOrEqual(5);
          expect(result.percentile).toBeGreaterThanOrEqual(0);
          expect(result.percentile).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});
