import type { FairnessTexts } from './fairness-texts.js';

export const fairnessEnglish: FairnessTexts = {
  number: (value, digits) => value.toFixed(digits),
  disclaimer:
    'This is a reason to look closer or not, no proof and no legal advice. Whether people are treated lawfully is for people who know the law and the case.',
  sides: { mentee: 'mentees', mentor: 'mentors' },
  audit: {
    head: ({ attribute, side, people, unknown }) =>
      `${attribute}, ${people} ${side} who opted in, of whom the group is not known for ${unknown}.`,
    group: ({ group, people, matched, score }) =>
      `${group}: ${people} people, ${matched} % with a partner, median score ${score}`,
    noScore: 'none',
    small: 'small group: chance rules here, and publishing it may tell of single people',
    flagged: ({ rate, ratio, highest, pValue }) =>
      `${rate}: ${ratio} times that of ${highest}, below four fifths (exact test p = ${pValue})`,
    rates: {
      matchRate: 'with a partner',
      aboveMedian: 'score above the median of all',
      firstChoice: 'got whom they asked for',
    },
    nothingFlagged: 'No rate lies below four fifths of the highest.',
  },
  invariance: {
    blanked: ({ attribute, changed }) =>
      `If nobody had said anything of ${attribute}, mentees with another mentor: ${changed}.`,
    swapped: ({ attribute, changed }) =>
      `If the groups of ${attribute} were swapped, mentees with another mentor: ${changed}.`,
    notSwapped: 'There are fewer than two groups to swap.',
    noProxies:
      'This cannot see proxies: a location, a school, a language or a hobby may stand for the attribute.',
  },
  influence: {
    head: (pairs) => `What each factor decides among ${pairs} pairs, by leaving it out:`,
    factor: ({ name, weight, changed, lost }) =>
      `${name} (${weight} % of the weight): mentees with another mentor without it: ${changed}, total lost by the full model: ${lost}`,
    onlyFactor: (name) => `${name} is the only factor that counts; without it there is nothing to compare.`,
    leftOut: (name) => `${name}: unknown for every pair, so it decides nothing`,
  },
};
