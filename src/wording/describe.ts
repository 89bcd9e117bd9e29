import { checkOptionNames, ofCaller, ProblemList, reading } from '../core/index.js';
import type {
  MatchingComparison,
  MenteeWantingMore,
  ObjectiveComparison,
  PairPrice,
  PriceOfPair,
  QuotaCount,
  QuotaRow,
  Shortfall,
  UnmatchedPerson,
} from '../matching/index.js';
import { describeModel, type Model, type PairExplanation } from '../scoring/index.js';
import { describeComparison } from './describe-comparison.js';
import { describeLoad } from './describe-load.js';
import { describeObjectives } from './describe-objectives.js';
import { describePair } from './describe-pair.js';
import { describePrice } from './describe-price.js';
import { describeQuota } from './describe-quota.js';
import { describeUnmatched } from './describe-unmatched.js';
import { texts } from './texts/index.js';
import type { Texts } from './texts/texts.js';

/**
 * Who reads. `administrator` sees all. `participant` never learns of personality, preferences, avoidance,
 * prices, or data of others that they do not share. `council` sees counts of groups, small ones suppressed.
 */
export type Audience = 'administrator' | 'participant' | 'council';

export interface DescribeOptions {
  /** `administrator` unless given. */
  readonly audience?: Audience;
  /** `texts.en` unless given; any complete texts object. */
  readonly texts?: Texts;
  /** The name to show for an id; the id itself unless given. */
  readonly nameOf?: (id: string) => string;
}

/** What can be put into words. */
export type Describable =
  | PairExplanation
  | UnmatchedPerson
  | PairPrice
  | PriceOfPair
  | MatchingComparison
  | Shortfall
  | MenteeWantingMore
  | QuotaRow
  | QuotaCount
  | readonly ObjectiveComparison[]
  | Model;

/** What the parts of `describe` work with. */
export interface Voice {
  readonly audience: Audience;
  readonly texts: Texts;
  readonly nameOf: (id: string) => string;
}

/**
 * Puts a result into words: what `explainPair`, `priceOfPair`, `compareMatchings` or `compareObjectives` returned,
 * an entry of `matching.unmatched`, `matching.shortfalls` or `matching.menteesWantingMore`, a limit of a quota, or a
 * model (as `describeModel`, to everybody the same). Lines are separated by line breaks.
 *
 * A participant's text is made of what that person may know and of nothing else: whether a pair breaks a rule,
 * how it scores and why somebody was left out do not change a word of it.
 *
 * @throws InputError where the audience or the subject is none of these
 */
export function describe(subject: Describable, options: DescribeOptions = {}): string {
  const problems = new ProblemList('describe');
  checkOptionNames(problems, options, ['audience', 'texts', 'nameOf']);
  problems.throwIfAny();
  const { audience = 'administrator', texts: language = texts.en, nameOf = (id: string) => id } = options;
  if (!['administrator', 'participant', 'council'].includes(audience))
    problems.add('options.audience', audience, 'administrator, participant or council');
  if (typeof nameOf !== 'function') problems.add('options.nameOf', nameOf, 'a function');
  const lists = 'matching.unmatched, shortfalls, menteesWantingMore, or the counts or conflict of quotas';
  const rule = `what explainPair, priceOfPair, compareMatchings or compareObjectives returned, an entry of ${lists}, or a model`;
  if (typeof subject !== 'object' || subject === null) problems.add('subject', subject, rule);
  problems.throwIfAny();
  const voice: Voice = { audience, texts: language, nameOf: ofCaller(nameOf) };
  const said = reading('describe', 'subject', subject, rule, () => say(subject, voice));
  if (said === undefined) problems.add('subject', subject, rule);
  problems.throwIfAny();
  return said!;
}

/** `undefined` where the subject is nothing that can be described. */
function say(subject: Describable, voice: Voice): string | undefined {
  if (isList(subject)) return subject.every(isComparison) ? describeObjectives(subject, voice) : undefined;
  if ('brokenRules' in subject) return describePair(subject, voice);
  // What counts is no secret: a model holds nothing about anybody but lists of earlier pairs, which are not told.
  if ('factors' in subject) return describeModel(subject, { texts: voice.texts });
  if ('reason' in subject) return describeUnmatched(subject, voice);
  if ('status' in subject) return describePrice(subject, voice);
  if ('kept' in subject) return describeComparison(subject, voice);
  if ('limit' in subject) return describeQuota(subject, voice);
  if ('minimum' in subject || 'wanted' in subject) return describeLoad(subject, voice);
  return undefined;
}

/** `Array.isArray`, which does not know readonly arrays. */
function isList(subject: Describable): subject is readonly ObjectiveComparison[] {
  return Array.isArray(subject);
}

function isComparison(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'objective' in row && 'choices' in row;
}
