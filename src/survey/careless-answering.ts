import type { Instrument } from './instrument.js';
import type { SurveyIssue } from './survey-issue.js';

/** Signs that someone may have answered without reading; a hint for a person, never a verdict. */
export interface CarelessAnswering {
  /** Most items in a row that got the same answer; an unanswered item ends a run. */
  readonly longestRun: number;
  /** Traits whose items all got one and the same answer, though some of them say the opposite of others. */
  readonly oppositeTraits: readonly string[];
}

/** No run shorter than this is reported by default, however short the survey. */
const shortestRunReported = 8;

/** Fewest answers in a trait for which the same answer throughout means anything. */
const fewestAnswers = 3;

/**
 * Looks for careless answering in raw answers (before reverse-keying).
 *
 * A run of equal answers is reported from half the survey on (Curran (2016), *Methods for the detection of
 * carelessly invalid responses in survey data*, J. Experimental Social Psychology 66, 4–19,
 * doi:10.1016/j.jesp.2015.07.006), but not below 8 items, which is our own floor. One answer to all of at
 * least three items of a trait with opposite keys is reported unless it is the midpoint, which contradicts
 * nothing.
 *
 * @param raw answers in the order of the items, `NaN` = unanswered
 * @param runReported length from which a run is reported; default max(8, half the items)
 */
export function findCarelessAnswering(
  instrument: Instrument,
  raw: Float64Array,
  runReported: number | undefined,
  issues: SurveyIssue[],
): CarelessAnswering {
  const { items, responseScale } = instrument;
  const longestRun = longestRunOf(raw);
  const report = runReported ?? Math.max(shortestRunReported, Math.ceil(items.length / 2));
  if (longestRun >= report) {
    issues.push({
      code: 'longRun',
      path: 'responses',
      value: longestRun,
      rule: `fewer than ${report} equal answers in a row`,
    });
  }
  const midpoint = (responseScale.min + responseScale.max) / 2;
  const oppositeTraits: string[] = [];
  for (const trait of new Set(items.map((item) => item.trait))) {
    const answered = items
      .map((item, index) => ({ item, response: raw[index]! }))
      .filter(({ item, response }) => item.trait === trait && !Number.isNaN(response));
    const answers = new Set(answered.map(({ response }) => response));
    const keys = new Set(answered.map(({ item }) => item.reverseKeyed));
    if (answered.length < fewestAnswers || answers.size > 1 || keys.size < 2 || answers.has(midpoint))
      continue;
    oppositeTraits.push(trait);
    issues.push({
      code: 'sameAnswerToOppositeItems',
      path: 'responses',
      value: answered[0]!.response,
      rule: `different answers to items that say the opposite of each other (${trait})`,
      trait,
    });
  }
  return { longestRun, oppositeTraits };
}

function longestRunOf(raw: Float64Array): number {
  let longest = 0;
  let run = 0;
  for (let index = 0; index < raw.length; index += 1) {
    // NaN equals nothing, so an unanswered item ends the run before it and the one after starts afresh.
    if (Number.isNaN(raw[index]!)) run = 0;
    else run = index > 0 && raw[index] === raw[index - 1] ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
