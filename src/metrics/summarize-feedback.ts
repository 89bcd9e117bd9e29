import { checkOptionNames, ProblemList, unknownNameRule } from '../core/index.js';
import { definitions } from './definitions.js';
import type { Facts } from './facts.js';
import { copyItems, type Fields, isFields, isWhole, own, plainCopy } from './fields.js';
import { IssueList } from './issues.js';
import { metricsOf } from './program-metrics.js';
import { readFeedback } from './read-feedback.js';
import type { FeedbackRecord, FeedbackSummary, MetricId } from './types.js';

export interface SummarizeOptions {
  /** How many were asked; without it there is no response rate and there are no bounds. */
  readonly asked?: { readonly mentees?: number; readonly mentors?: number };
  /** Below so many people nothing is shown; a whole number ≥ 1, 5 unless given. */
  readonly smallestGroup?: number;
}

const ofFeedback: readonly MetricId[] = [
  'responseMentees',
  'responseMentors',
  'satisfactionMentees',
  'satisfactionMentors',
  'topTwoMentees',
  'topTwoMentors',
  'netPromoterMentees',
  'netPromoterMentors',
  'skillGain',
];

/**
 * What mentees and mentors said: mean satisfaction, share of the best two answers, net promoter score, each with how
 * many answered and where the value would lie if all others had given the lowest or the highest answer. Of several
 * answers of a person about a pair the latest counts. The same metrics as in `programMetrics`.
 *
 * @throws InputError where the feedback is no list or an option is wrong
 *
 * O(answers · log answers).
 */
export function summarizeFeedback(
  feedback: readonly FeedbackRecord[],
  options: SummarizeOptions = {},
): FeedbackSummary {
  const problems = new ProblemList('summarizeFeedback');
  checkOptionNames(problems, options, ['asked', 'smallestGroup']);
  problems.throwIfAny();
  const { smallestGroup = 5 } = options;
  const asked = plainCopy(options.asked) ?? {};
  if (!isWhole(smallestGroup, 1, 1e6)) problems.add('smallestGroup', smallestGroup, 'a whole number ≥ 1');
  if (!isFields(asked)) problems.add('asked', asked, '{ mentees, mentors }: how many were asked');
  const counts: Fields = isFields(asked) ? asked : {};
  const askedOf = (side: 'mentees' | 'mentors'): number | null => {
    const count = own(counts, side);
    if (count === undefined || isWhole(count, 0, 1e12)) return count ?? null;
    problems.add(`asked.${side}`, count, 'a whole number ≥ 0');
    return null;
  };
  for (const name of Object.keys(counts)) {
    if (name !== 'mentees' && name !== 'mentors')
      problems.add(`asked.${name}`, counts[name], unknownNameRule('field', name, ['mentees', 'mentors']));
  }
  const askedBySide = { mentee: askedOf('mentees'), mentor: askedOf('mentors') };
  problems.throwIfAny();
  const issues = new IssueList();
  const items = copyItems('summarizeFeedback', 'feedback', feedback);
  const answers = readFeedback(items, null, () => true, issues);
  for (const [side, list] of [
    ['mentee', 'mentees'],
    ['mentor', 'mentors'],
  ] as const) {
    const given = answers.filter(({ from }) => from === side).length;
    const value = askedBySide[side];
    if (value === null || given <= value) continue;
    const rule = `at least ${given}, as many as answered`;
    issues.leaveOut('other', { list: 'asked', index: -1, path: list, value, rule });
    askedBySide[side] = null;
  }
  const facts: Facts = {
    asOf: '9999-12-31',
    people: null,
    counts: { mentees: 0, mentors: 0, menteesOptedIn: 0, mentorsOptedIn: 0, places: 0 },
    menteesOfMentor: new Map(),
    matchedMentees: new Set(),
    pairs: [],
    answers,
    asked: askedBySide,
    eligible: { mentee: null, mentor: null },
    waitingSince: null,
    groupOf: { mentee: () => null, mentor: () => null },
    issues,
  };
  const wanted = definitions.filter(({ id }) => ofFeedback.includes(id));
  const { metrics } = metricsOf(wanted, facts, false, smallestGroup);
  return { metrics, issues: issues.issues, leftOut: issues.leftOut };
}
