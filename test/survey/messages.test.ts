import { expect, it } from 'vitest';
import { isInputError } from '../../src/index.js';
import {
  compileProfileSimilarity,
  defineInstrument,
  distinctiveSimilarity,
  meanProfileFrom,
  miniIpip,
  normsFromProfiles,
  profileSimilarity,
  reliability,
  scoreSurvey,
  traitsOf,
} from '../../src/survey/index.js';

const own = {
  id: 'drive',
  title: 'Drive',
  licence: 'Public domain',
  responseScale: { min: 0, max: 2, labels: { en: ['No', 'Partly', 'Yes'] } },
  items: [
    { id: 'a', text: { en: 'I finish.' }, trait: 'drive', reverseKeyed: false },
    { id: 'b', text: { en: 'I give up.' }, trait: 'drive', reverseKeyed: true },
  ],
};
/** The survey with some of it replaced. */
const but = (parts: object) => defineInstrument({ ...own, ...parts } as never);
const traits = ['a', 'b', 'c'];

it.each<[() => unknown, ...string[]]>([
  [
    () => defineInstrument(null as never),
    'defineInstrument: instrument is null; expected an instrument (an object with id, title, items, …)',
  ],
  [
    () => but({ norms: 7, reliability: 7 }),
    'defineInstrument: 3 problems',
    'source is missing; expected a text that is not blank',
    'norms is 7; expected { source, limits, n, traits }',
    'reliability is 7; expected { source, traits }',
  ],
  [
    () => but({ norms: {}, reliability: {} }),
    'defineInstrument: 7 problems',
    'source is missing; expected a text that is not blank',
    'norms.source is missing; expected a text that is not blank',
    'norms.limits is missing; expected a text that is not blank',
    'norms.n is missing; expected a whole number ≥ 1',
    'norms.traits is missing; expected norms by trait',
    'reliability.source is missing; expected a text that is not blank',
    'reliability.traits is missing; expected reliability by trait',
  ],
  [
    () =>
      but({
        norms: {
          source: 'x',
          limits: 'y',
          n: 1.5,
          traits: { zeal: { mean: 1, standardDeviation: 1 }, drive: 7 },
        },
      }),
    'defineInstrument: 4 problems',
    'source is missing; expected a text that is not blank',
    'norms.n is 1.5; expected a whole number ≥ 1',
    'norms.traits.zeal is {"mean":1,"standardDeviation":1}; expected a trait of the items (drive)',
    'norms.traits.drive is 7; expected { mean, standardDeviation }',
  ],
  [
    () =>
      but({
        norms: { source: 'x', limits: 'y', n: 9, traits: 7 },
        reliability: { source: 'x', traits: { drive: 0, zeal: 0.5 } },
      }),
    'defineInstrument: 4 problems',
    'source is missing; expected a text that is not blank',
    'norms.traits is 7; expected an object by trait',
    'reliability.traits.drive is 0; expected a number in (0, 1)',
    'reliability.traits.zeal is 0.5; expected a trait of the items (drive)',
  ],
  [
    () =>
      but({
        norms: {
          source: 'x',
          limits: 'y',
          n: 9,
          traits: { drive: { mean: '1', standardDeviation: Infinity } },
        },
        reliability: { source: 'x', traits: { drive: '0.5' } },
      }),
    'defineInstrument: 4 problems',
    'source is missing; expected a text that is not blank',
    'norms.traits.drive.mean is "1"; expected a finite number',
    'norms.traits.drive.standardDeviation is Infinity; expected a finite number > 0',
    'reliability.traits.drive is "0.5"; expected a number in (0, 1)',
  ],
  [
    () => but({ responseScale: 7 }),
    'defineInstrument: 2 problems',
    'source is missing; expected a text that is not blank',
    'responseScale is 7; expected { min, max, labels }',
  ],
  [
    () => but({ responseScale: { min: 0, max: 900, labels: { en: ['No'] } } }),
    'defineInstrument: 3 problems',
    'source is missing; expected a text that is not blank',
    'responseScale.max is 900; expected a number 1 to 100 above min (0)',
    'responseScale.labels.en is ["No"]; expected 901 labels, in the order min … max',
  ],
  [
    () => but({ responseScale: { min: 0, max: 0.5, labels: 7 } }),
    'defineInstrument: 4 problems',
    'source is missing; expected a text that is not blank',
    'responseScale.max is 0.5; expected a whole number',
    'responseScale.max is 0.5; expected a number 1 to 100 above min (0)',
    `responseScale.labels is 7; expected labels by language, such as { en: ['No', 'Yes'] }`,
  ],
  [
    () => but({ responseScale: { min: 0, max: 2, labels: {} } }),
    'defineInstrument: 2 problems',
    'source is missing; expected a text that is not blank',
    `responseScale.labels is {}; expected labels by language, such as { en: ['No', 'Yes'] }`,
  ],
  [
    () => but({ responseScale: { min: 0, max: 2, labels: { en: ['No', 7, ''] } } }),
    'defineInstrument: 3 problems',
    'source is missing; expected a text that is not blank',
    'responseScale.labels.en[1] is 7; expected a text that is not blank',
    'responseScale.labels.en[2] is ""; expected a text that is not blank',
  ],
  [
    () => but({ items: 7, title: '', licence: 7 }),
    'defineInstrument: 4 problems',
    'title is ""; expected a text that is not blank',
    'source is missing; expected a text that is not blank',
    'licence is 7; expected a text that is not blank',
    'items is 7; expected at least one item',
  ],
  [
    () => but({ items: [7, { id: 7, text: { en: '', it: 'x' }, trait: 7, reverseKeyed: 7 }] }),
    'defineInstrument: 6 problems',
    'source is missing; expected a text that is not blank',
    'items[0] is 7; expected { id, text, trait, reverseKeyed }',
    'items[1].id is 7; expected a text that is not blank',
    'items[1].trait is 7; expected a text that is not blank',
    'items[1].reverseKeyed is 7; expected true or false',
    'items[1].text.en is ""; expected a text that is not blank',
  ],
  [
    () => but({ traitNames: 7, unvalidatedLanguages: 7 }),
    'defineInstrument: 3 problems',
    'source is missing; expected a text that is not blank',
    'traitNames is 7; expected an object by trait',
    'unvalidatedLanguages is 7; expected a list of languages',
  ],
  [
    () => but({ traitNames: { drive: { en: 7 } }, unvalidatedLanguages: [7, 'de'] }),
    'defineInstrument: 4 problems',
    'source is missing; expected a text that is not blank',
    'traitNames.drive.en is 7; expected a text that is not blank',
    'unvalidatedLanguages[0] is 7; expected a language of the labels',
    'unvalidatedLanguages[1] is "de"; expected a language of the labels',
  ],
  [
    () => but({ traitNames: { drive: 7 } }),
    'defineInstrument: 2 problems',
    'source is missing; expected a text that is not blank',
    `traitNames.drive is 7; expected texts by language, such as { en: '…' }`,
  ],
  [() => traitsOf(null as never), 'traitsOf: instrument is null; expected an instrument'],
  [
    () =>
      traitsOf({
        get items() {
          throw new Error('no');
        },
      } as never),
    'traitsOf: instrument is an object; expected an instrument',
  ],
  [
    () => scoreSurvey('x', {}, { instruments: [7] } as never),
    'scoreSurvey: options.instruments is [7]; expected a list of instruments',
  ],
  [
    () => scoreSurvey('x', {}, { instruments: [own, 7] } as never),
    'scoreSurvey: options.instruments is [{"id":"drive","title":"Drive","licence":"Public domain","responseScale":{"mi…; expected a list of instruments',
  ],
  [
    () =>
      scoreSurvey(miniIpip, {}, {
        minimumAnswered: 2,
        language: 7,
        runReported: 1,
        norms: 7,
        reliability: 7,
        instruments: 7,
      } as never),
    'scoreSurvey: 6 problems',
    'options.minimumAnswered is 2; expected a share in [0, 1]',
    'options.language is 7; expected a language tag such as "it"',
    'options.runReported is 1; expected a whole number ≥ 2',
    'options.norms is 7; expected an object by trait',
    'options.reliability is 7; expected an object by trait',
    'options.instruments is 7; expected a list of instruments',
  ],
  [
    () =>
      scoreSurvey(miniIpip, {}, {
        norms: { openness: 7 },
        reliability: { openness: '1', agreeableness: 2 },
      } as never),
    'scoreSurvey: 3 problems',
    'options.norms.openness is 7; expected { mean, standardDeviation }',
    'options.reliability.openness is "1"; expected a number in [0, 1]',
    'options.reliability.agreeableness is 2; expected a number in [0, 1]',
  ],
  [
    () => scoreSurvey(miniIpip, {}, { minimumAnswered: -0.1, runReported: 2.5 }),
    'scoreSurvey: 2 problems',
    'options.minimumAnswered is -0.1; expected a share in [0, 1]',
    'options.runReported is 2.5; expected a whole number ≥ 2',
  ],
  [
    () => scoreSurvey(miniIpip, null as never),
    'scoreSurvey: responses is null; expected an object of item id and answer',
  ],
  [
    () => profileSimilarity(null as never, {}, { traits }),
    'profileSimilarity: 3 problems',
    'options.norms.a is missing; expected { mean, standardDeviation }',
    'options.norms.b is missing; expected { mean, standardDeviation }',
    'options.norms.c is missing; expected { mean, standardDeviation }',
  ],
  [
    () => profileSimilarity({ a: Infinity, b: '1', c: 1e300 } as never, {}, { traits }),
    'profileSimilarity: 3 problems',
    'options.norms.a is missing; expected { mean, standardDeviation }',
    'options.norms.b is missing; expected { mean, standardDeviation }',
    'options.norms.c is missing; expected { mean, standardDeviation }',
  ],
  [() => profileSimilarity({}, {}, null as never), 'profileSimilarity: options is null; expected an object'],
  [
    () => profileSimilarity({}, {}, { traits: [] }),
    'profileSimilarity: options.traits is []; expected at least one trait of weight > 0',
  ],
  [
    () => profileSimilarity({}, {}, { traits: 7 } as never),
    'profileSimilarity: options.traits is 7; expected a list of traits, or an instrument that has them',
  ],
  [
    () =>
      profileSimilarity({}, {}, {
        traits: [7, { trait: 7 }, { trait: 'a', weight: Infinity, direction: 'up' }],
      } as never),
    'profileSimilarity: 5 problems',
    'options.traits[0] is missing; expected the name of a trait',
    'options.traits[1] is 7; expected the name of a trait',
    'options.traits[2].weight is Infinity; expected a finite number ≥ 0',
    'options.traits[2].direction is "up"; expected similar or different (measure traitGap)',
    'options.norms.a is missing; expected { mean, standardDeviation }',
  ],
  [
    () =>
      profileSimilarity({}, {}, {
        instrument: miniIpip,
        traits: ['zeal', 7, 'openness', 'openness'],
      } as never),
    'profileSimilarity: 3 problems',
    'options.traits[0] is "zeal"; expected one of extraversion, agreeableness, conscientiousness, neuroticism, openness',
    'options.traits[1] is missing; expected one of extraversion, agreeableness, conscientiousness, neuroticism, openness',
    'options.traits[3] is "openness"; expected a trait that is not listed twice',
  ],
  [
    () => profileSimilarity({}, {}, { measure: 'manhattan', traits } as never),
    'profileSimilarity: options.measure is "manhattan"; expected one of traitGap, gower, euclidean, doubleEntryCorrelation, cosine, pearson',
  ],
  [
    () => profileSimilarity({}, {}, { measure: 'pearson', traits: ['a', 'b'] }),
    'profileSimilarity: options.traits is [{"trait":"a"},{"trait":"b"}]; expected at least 3 traits (measure pearson)',
  ],
  [
    () =>
      profileSimilarity(
        {},
        {},
        { measure: 'cosine', traits: ['a', 'b', { trait: 'c', weight: 2, direction: 'different' }] },
      ),
    'profileSimilarity: 2 problems',
    'options.traits[2].direction is "different"; expected similar (measure cosine)',
    'options.traits is [{"trait":"a"},{"trait":"b"},{"trait":"c","weight":2,"direction":"different"}]; expected one weight for all (measure cosine)',
  ],
  [
    () =>
      profileSimilarity(
        {},
        {},
        { measure: 'euclidean', traits: ['a', 'b', { trait: 'c', weight: 2, direction: 'different' }] },
      ),
    'profileSimilarity: 2 problems',
    'options.traits[2].direction is "different"; expected similar (measure euclidean)',
    'options.responseScale is missing; expected { min, max } with min < max (measure euclidean)',
  ],
  [
    () => profileSimilarity({}, {}, { traits, scale: 7 } as never),
    'profileSimilarity: scale is 7; expected no option of this name; only measure, traits, instrument, norms, responseScale',
  ],
  [
    () => profileSimilarity({}, {}, { traits, scale: { min: 1, max: 1 } } as never),
    'profileSimilarity: scale is {"min":1,"max":1}; expected no option of this name; only measure, traits, instrument, norms, responseScale',
  ],
  [
    () => profileSimilarity({}, {}, { traits, scale: null } as never),
    'profileSimilarity: scale is null; expected no option of this name; only measure, traits, instrument, norms, responseScale',
  ],
  [
    () => profileSimilarity({}, {}, { traits, norms: 7 } as never),
    'profileSimilarity: 3 problems',
    'options.norms.a is missing; expected { mean, standardDeviation }',
    'options.norms.b is missing; expected { mean, standardDeviation }',
    'options.norms.c is missing; expected { mean, standardDeviation }',
  ],
  [
    () =>
      profileSimilarity({}, {}, {
        measure: 'gower',
        traits,
        norms: { a: { mean: 1, standardDeviation: 0 } },
      } as never),
    'profileSimilarity: options.responseScale is missing; expected { min, max } with min < max (measure gower)',
  ],
  [
    () => profileSimilarity({}, {}, { measure: 'traitGap', traits } as never),
    'profileSimilarity: 3 problems',
    'options.norms.a is missing; expected { mean, standardDeviation }',
    'options.norms.b is missing; expected { mean, standardDeviation }',
    'options.norms.c is missing; expected { mean, standardDeviation }',
  ],
  [
    () =>
      profileSimilarity({}, {}, {
        measure: 'pearson',
        traits,
        norms: { a: { mean: 1, standardDeviation: 1 }, b: 7 },
      } as never),
    'profileSimilarity: 2 problems',
    'options.norms.b is 7; expected { mean, standardDeviation }',
    'options.norms.c is missing; expected { mean, standardDeviation }',
  ],
  [
    () => compileProfileSimilarity({ traits: [] }),
    'compileProfileSimilarity: options.traits is []; expected at least one trait of weight > 0',
  ],
  [
    () => distinctiveSimilarity({}, {}, { meanProfile: null } as never),
    'distinctiveSimilarity: options.meanProfile is null; expected an object of trait and mean',
  ],
  [
    () => distinctiveSimilarity({}, {}, { meanProfile: 7 } as never),
    'distinctiveSimilarity: options.meanProfile is 7; expected an object of trait and mean',
  ],
  [
    () => distinctiveSimilarity({}, {}, { meanProfile: { a: '1', b: 2, c: 3 }, measure: 'gower' } as never),
    'distinctiveSimilarity: 2 problems',
    'options.measure is "gower"; expected pearson, doubleEntryCorrelation or cosine',
    'options.meanProfile.a is "1"; expected a finite number',
  ],
  [
    () => normsFromProfiles([], { fewestPeople: 1 }),
    'normsFromProfiles: options.fewestPeople is 1; expected a whole number ≥ 2',
  ],
  [
    () => normsFromProfiles([], { fewestPeople: 2.5 }),
    'normsFromProfiles: options.fewestPeople is 2.5; expected a whole number ≥ 2',
  ],
  [
    () => normsFromProfiles([{ a: '1' }, 7] as never),
    'normsFromProfiles: 2 problems',
    'profiles[0].a is "1"; expected a finite number, or null',
    'profiles[1] is 7; expected an object of trait and mean',
  ],
  [() => meanProfileFrom(7 as never), 'meanProfileFrom: profiles is 7; expected a list of profiles'],
  [
    () => reliability(miniIpip, 7 as never),
    'reliability: manyResponses is 7; expected an array with the answers of each person',
  ],
  [
    () => reliability(7 as never, []),
    'defineInstrument: instrument is 7; expected an instrument (an object with id, title, items, …)',
  ],
])('says what is wrong, where, and what is expected: %s', (call, ...lines) => {
  let message = '';
  try {
    call();
  } catch (error) {
    if (isInputError(error)) message = error.message;
  }
  expect(message.split('\n').map((line) => line.replace(/^ {2}- /, ''))).toEqual(lines);
});
