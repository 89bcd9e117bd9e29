import { describe, expect, it } from 'vitest';
import { isInputError } from '../../src/core/index.js';
import {
  builtInInstruments,
  defineInstrument,
  findInstrument,
  type Instrument,
  ipip50,
  miniIpip,
  scoreSurvey,
  traitsOf,
} from '../../src/survey/index.js';

const own: Instrument = {
  id: 'drive',
  title: 'Drive',
  source: 'A programme, 2026',
  licence: 'CC0',
  responseScale: { min: 0, max: 2, labels: { en: ['No', 'Partly', 'Yes'], it: ['No', 'In parte', 'Sì'] } },
  items: [
    { id: 'a', text: { en: 'I finish.', it: 'Finisco.' }, trait: 'drive', reverseKeyed: false },
    { id: 'b', text: { en: 'I give up.', it: 'Rinuncio.' }, trait: 'drive', reverseKeyed: true },
  ],
};

/** The paths of the problems that `action` throws. */
function problemsOf(action: () => unknown): string[] {
  try {
    action();
  } catch (error) {
    if (isInputError(error)) return error.problems.map(({ path }) => path);
    throw error;
  }
  return [];
}

describe('the built-in instruments', () => {
  it('have ten items a trait with Goldberg’s keys, and four with those of Donnellan and others', () => {
    const keys = (instrument: Instrument) =>
      Object.fromEntries(
        traitsOf(instrument).map((trait) => {
          const items = instrument.items.filter((item) => item.trait === trait);
          return [trait, [items.length, items.filter((item) => item.reverseKeyed).length]];
        }),
      );
    expect(keys(ipip50)).toEqual({
      extraversion: [10, 5],
      agreeableness: [10, 4],
      conscientiousness: [10, 4],
      emotionalStability: [10, 8],
      openness: [10, 3],
    });
    expect(keys(miniIpip)).toEqual({
      extraversion: [4, 2],
      agreeableness: [4, 2],
      conscientiousness: [4, 2],
      neuroticism: [4, 2],
      openness: [4, 3],
    });
    const reversed = miniIpip.items.flatMap((item, index) => (item.reverseKeyed ? [index + 1] : []));
    expect(reversed).toEqual([6, 7, 8, 9, 10, 15, 16, 17, 18, 19, 20]);
  });

  it('word and key every item of the Mini-IPIP as the 50 items do, with neuroticism turned to stability', () => {
    for (const item of miniIpip.items) {
      const same = ipip50.items.find(({ text }) => text.en === item.text.en);
      expect(same, item.text.en).toBeDefined();
      expect(same!.text.it).toBe(item.text.it);
      const isTurned = item.trait === 'neuroticism';
      expect(same!.trait).toBe(isTurned ? 'emotionalStability' : item.trait);
      expect(same!.reverseKeyed).toBe(item.reverseKeyed !== isTurned);
    }
  });

  it('turn the norm of neuroticism into one of stability: the same person is as far from it either way', () => {
    expect(ipip50.norms!.traits.emotionalStability!.mean).toBeCloseTo(6 - 3.05, 12);
    expect(ipip50.norms!.traits.emotionalStability!.standardDeviation).toBe(0.86);
  });

  it('have the norms of the web sample and the published α, number by number', () => {
    const numbers = ({ norms, reliability }: Instrument, trait: string) => [
      norms!.traits[trait]!.mean,
      norms!.traits[trait]!.standardDeviation,
      reliability!.traits[trait],
    ];
    expect(numbers(miniIpip, 'extraversion')).toEqual([2.92, 1.02, 0.77]);
    expect(numbers(miniIpip, 'agreeableness')).toEqual([3.94, 0.85, 0.7]);
    expect(numbers(miniIpip, 'conscientiousness')).toEqual([3.27, 0.89, 0.69]);
    expect(numbers(miniIpip, 'neuroticism')).toEqual([2.92, 0.9, 0.68]);
    expect(numbers(miniIpip, 'openness')).toEqual([4.04, 0.77, 0.65]);
    expect(numbers(ipip50, 'extraversion')).toEqual([3.04, 0.91, 0.87]);
    expect(numbers(ipip50, 'agreeableness')).toEqual([3.89, 0.7, 0.82]);
    expect(numbers(ipip50, 'conscientiousness')).toEqual([3.41, 0.72, 0.79]);
    expect(numbers(ipip50, 'emotionalStability')).toEqual([2.95, 0.86, 0.86]);
    expect(numbers(ipip50, 'openness')).toEqual([3.92, 0.62, 0.84]);
  });

  it('say that their Italian wording is not validated, and in what group their norms were found', () => {
    for (const instrument of builtInInstruments) {
      expect(instrument.unvalidatedLanguages).toEqual(['it']);
      expect(instrument.licence).toMatch(/not psychometrically validated/);
      expect(instrument.norms!.n).toBe(15660);
      expect(instrument.norms!.limits).toMatch(/self-selected/);
      expect(Object.keys(instrument.norms!.traits).sort()).toEqual(traitsOf(instrument).sort());
    }
  });

  it('are found by id, the programme’s own first', () => {
    expect(findInstrument('ipip-50')).toBe(ipip50);
    expect(findInstrument('mini-ipip-20')).toBe(miniIpip);
    expect(findInstrument('drive')).toBeNull();
    expect(findInstrument('drive', [own])).toBe(own);
  });

  it('cannot be changed by a caller', () => {
    expect(() => Object.assign(miniIpip.items[0]!, { reverseKeyed: true })).toThrow(TypeError);
  });

  it('survive a trip through JSON', () => {
    const back = defineInstrument(JSON.parse(JSON.stringify(ipip50)));
    expect(back).toEqual(ipip50);
  });
});

describe('defineInstrument', () => {
  it('takes a survey of the programme’s own, of any width and language, and scores it', () => {
    const drive = defineInstrument(own);
    expect(scoreSurvey(drive, { a: 'Yes', b: 'Partly' }).traits.drive).toMatchObject({
      mean: 1.5,
      answered: 2,
    });
    expect(scoreSurvey(drive, { a: 'sì', b: 'no' }).traits.drive!.mean).toBe(2);
  });

  it('copies what it is given', () => {
    const given = structuredClone(own) as Instrument & { title: string };
    const drive = defineInstrument(given);
    given.title = 'changed';
    expect(drive.title).toBe('Drive');
    expect(Object.isFrozen(given)).toBe(false);
  });

  it('lists everything that is wrong, with its place', () => {
    const broken = {
      ...own,
      id: ' ',
      licence: undefined,
      norm: {},
      responseScale: { min: 0, max: 2, labels: { en: ['No', ' no', '7'], it: ['No', 'Sì'] } },
      items: [
        { id: 'a', text: { en: 'I finish.', it: 'Finisco.' }, trait: 'drive', reverseKeyed: false },
        { id: 'a', text: { en: 'I give up.' }, trait: 'drive', reverseKeyed: 'yes' },
        { id: 'c', text: 'text', trait: '', reverseKeyed: true },
      ],
      traitNames: { zeal: { en: 'Zeal' } },
      unvalidatedLanguages: ['de'],
      norms: { source: 'x', limits: '', n: 0, traits: { drive: { mean: Number.NaN, standardDeviation: 0 } } },
      reliability: { source: 'x', traits: { drive: 1 } },
    };
    expect(problemsOf(() => defineInstrument(broken as unknown as Instrument))).toEqual([
      'norm',
      'id',
      'licence',
      'responseScale.labels.en[1]',
      'responseScale.labels.en[2]',
      'responseScale.labels.it',
      'items[1].id',
      'items[1].reverseKeyed',
      'items[1].text.it',
      'items[2].trait',
      'items[2].text',
      'traitNames.zeal',
      'unvalidatedLanguages[0]',
      'norms.limits',
      'norms.n',
      'norms.traits.drive.mean',
      'norms.traits.drive.standardDeviation',
      'reliability.traits.drive',
    ]);
  });

  it.each([
    ['nothing', undefined, ['instrument']],
    ['no items', { ...own, items: [] }, ['items']],
    [
      'a scale upside down',
      { ...own, responseScale: { ...own.responseScale, min: 2, max: 0 } },
      ['responseScale.max'],
    ],
    [
      'a fractional scale',
      { ...own, responseScale: { ...own.responseScale, min: 0.5 } },
      ['responseScale.min'],
    ],
    ['no labels', { ...own, responseScale: { min: 0, max: 2 } }, ['responseScale.labels']],
  ])('refuses %s', (_, broken, paths) => {
    expect(problemsOf(() => defineInstrument(broken as unknown as Instrument))).toEqual(
      expect.arrayContaining(paths),
    );
  });
});
