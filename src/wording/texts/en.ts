import { modelTextsEnglish } from '../../scoring/index.js';
import type { Texts } from './texts.js';

export const english: Texts = {
  ...modelTextsEnglish,
  list: (items) => [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(' and '),
  participant: {
    sharedInterests: (interests) => `You both like ${interests}.`,
    skills: (mentor, skills) => `${mentor} can help with ${skills}.`,
    workingHours: (hours) => `Your working days overlap by ${hours} hours.`,
    freeTime: (hours) => `You are both free at the same time for ${hours} hours a week.`,
    nothingInCommon: 'You can find out together what you have in common.',
    notForParticipants: 'This question is answered by those who run the programme.',
    notOptedIn: 'You have not opted in, so no partner was looked for.',
    noCapacity: 'You offered no place this time.',
    fewerMentees: 'You have fewer mentees than your minimum this time.',
    fewerMentors: 'You have a mentor; there were not as many for you as you wanted.',
    noMentor:
      'There is no mentor for you this time. Those who run the programme can tell you what comes next.',
    noMentee:
      'There is no mentee for you this time. Those who run the programme can tell you what comes next.',
  },
  council: {
    onePerson: 'Answers about single people are not shown to the council.',
    tooSmall: 'The groups are too small to be shown.',
    comparison: ({ before, after }) => `${before} pairs before, ${after} pairs now.`,
  },
  pair: {
    head: ({ mentee, mentor, score, knownPercent }) =>
      `${mentee} with ${mentor}: score ${score}, ${knownPercent} % of the weight known.`,
    factor: ({ name, share, value, adds }) => `${name} (${share} % of the weight): ${value}, adds ${adds}`,
    rankedFactor: ({ name, share, percent, pairs, adds }) =>
      `${name} (${share} % of the weight): a better fit than ${percent} % of ${pairs} pairs (equal ones count half), adds ${adds}`,
    unknownFactor: ({ name, adds }) => `${name}: unknown, counts as the average, adds ${adds}`,
    percentile: ({ percent, pairs }) =>
      `It scores higher than ${percent} % of ${pairs} pairs (equal ones count half).`,
    notAllowed: (conditions) => `The pair may not be made. It would have to hold that ${conditions}.`,
  },
  unmatched: {
    head: (person) => `${person} has no partner.`,
    reasons: {
      notOptedIn: () => 'They did not opt in.',
      noCapacity: () => 'Their capacity is 0.',
      noEligibleMentor: () => 'No mentor is eligible. Mentors ruled out, by condition:',
      noEligibleMentee: () => 'No mentee is eligible. Mentees ruled out, by condition:',
      belowMinimumScore: ({ best, minimumScore }) =>
        `The best score they could have is ${best}, and at least ${minimumScore} is asked for.`,
      notEnoughPlaces: () => 'The mentees who compete for the same mentors outnumber their places.',
      totalPreferred: ({ pairsGained, scoreLost }) =>
        `Including them would change the number of pairs by ${pairsGained} and lower the total by ${scoreLost}.`,
      heldByOthers: ({ eligibleMentors }) =>
        `Mentors they could have: ${eligibleMentors}. Each is full, with mentees whom that mentor ranks higher or is locked to.`,
      menteesPlacedElsewhere: ({ eligibleMentees }) =>
        `Mentees who could be theirs: ${eligibleMentees}. All have another mentor.`,
      leftOutByQuotas: () => 'The quotas left them out; without quotas there would be a place.',
      timeRanOut: () =>
        'The search was stopped by its time limit; with more time there might be a place for them.',
      leftOutBySolver: () => 'The solver that made the pairs left them out; the best matching would not.',
    },
    rule: ({ condition, pairs }) => `${condition}: ${pairs}`,
  },
  price: {
    ineligible: (conditions) => `The pair may not be made. It would have to hold that ${conditions}.`,
    notPriced: 'This pair has no price: the pairs are not proven best by number and total score alone.',
    nothing: 'The pair costs nothing: it is made, or another matching is just as good.',
    loss: ({ pairs, score }) =>
      `Forcing the pair changes the number of pairs by ${pairs} and the total by ${score}.`,
    move: ({ mentee, from, to }) => `${mentee}: ${from ?? 'nobody'} → ${to ?? 'nobody'}`,
  },
  quota: {
    limit: ({ quota, group, limit, value }) => {
      const what = limit.endsWith('Share') ? 'share of pairs' : 'pairs';
      const bound = limit.startsWith('atLeast') ? 'at least' : 'at most';
      const unit = limit.endsWith('Share') ? ' %' : '';
      return `“${quota}”${group === '' ? '' : ` (${group})`}: ${what}, ${bound} ${value}${unit}.`;
    },
    count: ({ pairs, ofPairs }) => `Now ${pairs} of ${ofPairs}.`,
  },
  objectives: {
    meanings: {
      'most-pairs': 'as many pairs as possible, then the highest total',
      'best-total': 'the highest total, then as many pairs as possible',
      fairest:
        'as many pairs as possible, then as few as possible at the lowest scores, then the highest total',
      stable: 'no mentee and mentor who would both rather have each other',
    },
    row: ({ objective, meaning, pairs, total }) =>
      `${objective} (${meaning}): ${pairs} pairs, total ${total}.`,
    scores: ({ lowest, median }) => `Lowest score ${lowest}, median ${median}.`,
    blockingPairs: (pairs) => `Pairs not made though both would rather have each other: ${pairs}.`,
    choices: ({ first, second, third }) =>
      `Mentees with their first choice: ${first}, second: ${second}, third: ${third}.`,
  },
  unmet: {
    shortfall: ({ mentor, mentees, minimum }) =>
      `${mentor} has fewer mentees than the minimum: ${mentees} of ${minimum}.`,
    wanting: ({ mentee, mentors, wanted }) =>
      `${mentee} has fewer mentors than wanted: ${mentors} of ${wanted}.`,
  },
  comparison: {
    head: ({ pairsBefore, pairsAfter, totalBefore, totalAfter }) =>
      `${pairsBefore} pairs with a total of ${totalBefore} before, ${pairsAfter} pairs with a total of ${totalAfter} now.`,
    counts: ({ kept, moved, placed, unplaced, left }) =>
      `Kept: ${kept}. Moved: ${moved}. Newly placed: ${placed}. Without a mentor now: ${unplaced}. No longer taking part: ${left}.`,
    placed: ({ mentee, mentor }) => `${mentee}: new with ${mentor}`,
  },
};
