import { checkOptionNames, ProblemList } from '../core/index.js';
import type { Model } from '../scoring/index.js';
import { type Interval, wilsonInterval } from '../statistics/index.js';
import { copyItems, isFields, isWhole, own, plainCopy } from './fields.js';
import { IssueList } from './issues.js';
import { type ReadAnswer, readFeedback } from './read-feedback.js';
import {
  type FeedbackRecord,
  type LeftOut,
  type MatchAspect,
  matchAspects,
  type RecordIssue,
} from './types.js';

/** What might be done before the next run. */
export type ChangeCode =
  /** The factor is in the model and the match lacked it. */
  | 'raiseWeight'
  /** The factor is in the model and did not matter. */
  | 'lowerWeight'
  /** The match lacked something that no factor of the model looks at. */
  | 'addFactor'
  /** The match lacked something without which it does not work. */
  | 'addRule'
  /** Mentors would take more mentees, or fewer. */
  | 'raiseCapacity'
  | 'lowerCapacity';

/** A proposal for people to weigh; nothing is changed by it. */
export interface ProposedChange {
  readonly code: ChangeCode;
  /** What people spoke of; `null` of capacity. */
  readonly aspect: MatchAspect | null;
  /** Where in the model (`factors.skills.weight`), or what to add (`factors`, `rules`); `null` of capacity. */
  readonly path: string | null;
  /** Kind of the factor or rule; `null` of capacity. */
  readonly kind: string | null;
  /** People who speak for the change, against it, and who answered at all. */
  readonly counts: { readonly for: number; readonly against: number; readonly people: number };
  /** Of `for` ÷ `people`, 95 %. */
  readonly interval: Interval;
}

export interface SuggestedChanges {
  /** Most people first, then in the order of `matchAspects`, capacity last. */
  readonly changes: readonly ProposedChange[];
  readonly people: number;
  readonly issues: readonly RecordIssue[];
  readonly leftOut: LeftOut;
}

/** What looks after each aspect in a model. */
const kinds: Readonly<Record<MatchAspect, { readonly factor: string | null; readonly rule: string | null }>> =
  {
    skills: { factor: 'skillCoverage', rule: null },
    interests: { factor: 'sharedInterests', rule: null },
    preference: { factor: 'preference', rule: null },
    personality: { factor: 'personality', rule: null },
    seniority: { factor: 'gradeGap', rule: null },
    timeZone: { factor: 'timeZoneOverlap', rule: null },
    availability: { factor: 'availabilityOverlap', rule: null },
    language: { factor: null, rule: 'sharedLanguage' },
  };

/**
 * What the answers say about the next run: weights, rules, capacity. A proposal is made where at least `smallestGroup`
 * people speak for it and more do so than against it; it comes with its counts and is never applied by itself. Few
 * answers are few reasons: the interval says how few.
 *
 * @param model the one that the pairs were made with; it is not changed
 * @throws InputError where the feedback is no list or the model is none
 *
 * O(answers).
 */
export function suggestChanges(
  feedback: readonly FeedbackRecord[],
  model: Model,
  options: { readonly smallestGroup?: number } = {},
): SuggestedChanges {
  const problems = new ProblemList('suggestChanges');
  checkOptionNames(problems, options, ['smallestGroup']);
  problems.throwIfAny();
  const { smallestGroup = 5 } = options;
  if (!isWhole(smallestGroup, 1, 1e6)) problems.add('smallestGroup', smallestGroup, 'a whole number ≥ 1');
  const factors = factorsOf(model);
  if (factors === undefined) problems.add('model', plainCopy(model), 'a model: { factors, rules }');
  problems.throwIfAny();
  const issues = new IssueList();
  const answers = readFeedback(copyItems('suggestChanges', 'feedback', feedback), null, () => true, issues);
  const people = new Set(answers.map(personOf));
  const propose = (
    code: ChangeCode,
    what: Pick<ProposedChange, 'aspect' | 'path' | 'kind'>,
    speaksFor: ReadonlySet<string>,
    against: ReadonlySet<string>,
  ): ProposedChange[] => {
    if (speaksFor.size < smallestGroup || speaksFor.size <= against.size) return [];
    const counts = { for: speaksFor.size, against: against.size, people: people.size };
    return [{ code, ...what, counts, interval: wilsonInterval(speaksFor.size, people.size) }];
  };
  const naming = (list: 'helped' | 'missing' | 'unimportant', aspect: MatchAspect) =>
    peopleOf(answers, (answer) => answer[list].includes(aspect));
  const changes = matchAspects.flatMap((aspect): ProposedChange[] => {
    const { factor, rule } = kinds[aspect];
    const missing = naming('missing', aspect);
    const helped = naming('helped', aspect);
    const unimportant = naming('unimportant', aspect);
    const names = factors!.filter(({ kind }) => kind === factor).map(({ name }) => name);
    const within = names.map((name) => ({ aspect, path: `factors.${name}.weight`, kind: factor }));
    const outside =
      factor !== null
        ? propose('addFactor', { aspect, path: 'factors', kind: factor }, missing, unimportant)
        : hasRule(model, rule!)
          ? []
          : propose('addRule', { aspect, path: 'rules', kind: rule }, missing, unimportant);
    return [
      ...within.flatMap((what) => propose('raiseWeight', what, missing, unimportant)),
      ...within.flatMap((what) =>
        propose('lowerWeight', what, unimportant, new Set([...missing, ...helped])),
      ),
      ...(names.length === 0 ? outside : []),
    ];
  });
  const wants = (wish: 'more' | 'fewer') =>
    peopleOf(answers, ({ from, nextCapacity }) => from === 'mentor' && nextCapacity === wish);
  const capacity = { aspect: null, path: null, kind: null };
  changes.push(
    ...propose('raiseCapacity', capacity, wants('more'), wants('fewer')),
    ...propose('lowerCapacity', capacity, wants('fewer'), wants('more')),
  );
  // Sorting is stable: equal counts stay in the order of the aspects.
  changes.sort((one, other) => other.counts.for - one.counts.for);
  return { changes, people: people.size, issues: issues.issues, leftOut: issues.leftOut };
}

const personOf = ({ from, menteeId, mentorId }: ReadAnswer) =>
  JSON.stringify([from, from === 'mentee' ? menteeId : mentorId]);

function peopleOf(answers: readonly ReadAnswer[], holds: (answer: ReadAnswer) => boolean): Set<string> {
  return new Set(answers.filter(holds).map(personOf));
}

/** Factors that count, by name. */
function factorsOf(model: unknown): { readonly name: string; readonly kind: unknown }[] | undefined {
  const copy = plainCopy(model);
  const factors = isFields(copy) ? own(copy, 'factors') : undefined;
  if (!isFields(factors)) return undefined;
  return Object.keys(factors)
    .sort()
    .flatMap((name) => {
      const spec = factors[name];
      return isFields(spec) && own(spec, 'weight') !== 0 ? [{ name, kind: own(spec, 'kind') }] : [];
    });
}

function hasRule(model: unknown, kind: string): boolean {
  const copy = plainCopy(model);
  const rules = isFields(copy) ? own(copy, 'rules') : undefined;
  return Array.isArray(rules) && rules.some((rule) => isFields(rule) && own(rule, 'kind') === kind);
}
