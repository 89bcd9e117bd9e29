import { checkOptionNames, normalCumulative, ProblemList } from '../core/index.js';
import { type CarelessAnswering, findCarelessAnswering } from './careless-answering.js';
import { isFields } from './check-fields.js';
import { checkNorm } from './check-norms.js';
import { definedInstrument } from './define-instrument.js';
import { findInstrument } from './find-instrument.js';
import type { Instrument, Norms } from './instrument.js';
import { type Responses, readResponses } from './read-responses.js';
import type { SurveyIssue } from './survey-issue.js';
import { keyedResponse, traitsOf } from './traits-of.js';

export interface ScoreSurveyOptions {
  /**
   * Share of a trait's items that must be answered for a score, 0 … 1. Default: a half for traits of eight
   * items and more, three quarters for shorter ones. At least one answer is always needed.
   */
  readonly minimumAnswered?: number;
  /** Language of labels; default: any language of the instrument. */
  readonly language?: string;
  /** Norms by trait in place of the instrument's own. */
  readonly norms?: Norms;
  /** Reliability by trait (α or ω, 0 … 1) in place of the published one; for the standard error. */
  readonly reliability?: Readonly<Record<string, number>>;
  /** The programme's own instruments, for an instrument named by id. */
  readonly instruments?: readonly Instrument[];
  /** Number of equal answers in a row from which they are reported; default: half the items, at least 8. */
  readonly runReported?: number;
}

/** What a person's answers say about one trait. */
export interface TraitScore {
  /** Mean of the answered items after reverse-keying, on the response scale. */
  readonly mean: number;
  /** (mean − norm mean) / norm SD; where there is a norm. */
  readonly z?: number;
  /** 100 · Φ(z): the share in per cent of a normal reference group that lies below; where there is a norm. */
  readonly percentile?: number;
  readonly answered: number;
  readonly items: number;
  /** Whether some items were unanswered, so that the mean stands on a part of them. */
  readonly prorated: boolean;
  /**
   * Standard error of measurement of the mean, SD · √(1 − reliability) · √(items / answered); `null` where
   * norm or reliability is missing.
   */
  readonly standardError: number | null;
}

/** What `scoreSurvey` returns; it holds no answer but those named in `issues`. */
export interface SurveyScore {
  readonly instrumentId: string;
  /** `null` where too few items were answered; the issues say so. */
  readonly traits: Readonly<Record<string, TraitScore | null>>;
  readonly careless: CarelessAnswering;
  readonly issues: readonly SurveyIssue[];
}

/** Traits with at least this many items need half of them answered, shorter ones three quarters. */
const longTrait = 8;

/**
 * Scores the answers of one person: per trait the mean of the answered items, a reverse-keyed item counting
 * as (min + max) − response.
 *
 * Unanswered items are neither zero nor the midpoint: they are left out of the mean. An answer that cannot be
 * read (out of range, fractional, text in the wrong language, …) is left out too and listed in `issues` with
 * its place, value and rule. The standard error is that of classical test theory; with some items unanswered
 * it grows by √(items / answered), as it does for parallel items (Spearman–Brown).
 *
 * @param instrument the instrument, or the id of a built-in one or of one in `options.instruments`; an id
 *   that is not there is an issue
 * @param responses answer by item id: number, label, or `null`
 * @throws InputError where the instrument, the shape of `responses` or an option is broken
 * @example
 * const score = scoreSurvey('mini-ipip-20', { item1: 4, item6: 'Very inaccurate', item11: 5, item16: 2 });
 * score.traits.extraversion?.mean; // => 4.5
 */
export function scoreSurvey(
  instrument: Instrument | string,
  responses: Responses,
  options: ScoreSurveyOptions = {},
): SurveyScore {
  checkOptions(options);
  const found = typeof instrument === 'string' ? findInstrument(instrument, options.instruments) : instrument;
  if (found === null) {
    const rule = 'the id of a built-in instrument or of one in options.instruments';
    const issue: SurveyIssue = { code: 'unknownInstrument', path: 'instrument', value: instrument, rule };
    const careless = { longestRun: 0, oppositeTraits: [] };
    return { instrumentId: String(instrument), traits: {}, careless, issues: [issue] };
  }
  const survey = definedInstrument(found);
  const issues: SurveyIssue[] = [];
  const raw = readResponses('scoreSurvey', survey, responses, options.language, 'responses', issues);
  if (raw.every(Number.isNaN)) {
    issues.push({
      code: 'allBlank',
      path: 'responses',
      value: null,
      rule: 'at least one answer that counts',
    });
  }
  const traits = traitsOf(survey).map((trait) => {
    return [trait, scoreTrait(survey, trait, raw, options, issues)] as const;
  });
  const careless = findCarelessAnswering(survey, raw, options.runReported, issues);
  return { instrumentId: survey.id, traits: Object.fromEntries(traits), careless, issues };
}

function scoreTrait(
  instrument: Instrument,
  trait: string,
  raw: Float64Array,
  options: ScoreSurveyOptions,
  issues: SurveyIssue[],
): TraitScore | null {
  let sum = 0;
  let answered = 0;
  let items = 0;
  for (const [index, item] of instrument.items.entries()) {
    if (item.trait !== trait) continue;
    items += 1;
    if (Number.isNaN(raw[index]!)) continue;
    sum += keyedResponse(instrument, index, raw[index]!);
    answered += 1;
  }
  const share = options.minimumAnswered ?? (items >= longTrait ? 0.5 : 0.75);
  // The allowance keeps rounding of the share (0.28 · 25 = 7.000000000000001) from asking for one more.
  const needed = Math.max(1, Math.ceil(share * items - 1e-9));
  const path = `traits.${trait}`;
  if (answered < needed) {
    const rule = `answers to at least ${needed} of ${items} items`;
    issues.push({ code: 'tooFewAnswered', path, value: answered, rule, trait });
    return null;
  }
  const prorated = answered < items;
  if (prorated) {
    issues.push({ code: 'prorated', path, value: answered, rule: `answers to all ${items} items`, trait });
  }
  const mean = sum / answered;
  const norm = entryOf(options.norms ?? instrument.norms?.traits, trait);
  const reliability = entryOf(options.reliability ?? instrument.reliability?.traits, trait);
  if (norm === undefined) return { mean, answered, items, prorated, standardError: null };
  const z = (mean - norm.mean) / norm.standardDeviation;
  const standardError =
    reliability === undefined
      ? null
      : norm.standardDeviation * Math.sqrt(1 - reliability) * Math.sqrt(items / answered);
  return { mean, z, percentile: 100 * normalCumulative(z), answered, items, prorated, standardError };
}

function entryOf<Value>(
  byTrait: Readonly<Record<string, Value>> | undefined,
  trait: string,
): Value | undefined {
  return byTrait !== undefined && Object.hasOwn(byTrait, trait) ? byTrait[trait] : undefined;
}

function checkOptions(options: ScoreSurveyOptions): void {
  const problems = new ProblemList('scoreSurvey');
  checkOptionNames(problems, options, [
    'minimumAnswered',
    'language',
    'norms',
    'reliability',
    'instruments',
    'runReported',
  ]);
  problems.throwIfAny();
  const { minimumAnswered, runReported, norms, reliability, instruments } = options;
  if (minimumAnswered !== undefined && !(minimumAnswered >= 0 && minimumAnswered <= 1)) {
    problems.add('options.minimumAnswered', minimumAnswered, 'a share in [0, 1]');
  }
  if (options.language !== undefined && typeof options.language !== 'string')
    problems.add('options.language', options.language, 'a language tag such as "it"');
  if (runReported !== undefined && !(Number.isSafeInteger(runReported) && runReported >= 2)) {
    problems.add('options.runReported', runReported, 'a whole number ≥ 2');
  }
  for (const name of ['norms', 'reliability'] as const) {
    if (options[name] !== undefined && !isFields(options[name]))
      problems.add(`options.${name}`, options[name], 'an object by trait');
  }
  if (instruments !== undefined && !(Array.isArray(instruments) && instruments.every(isFields)))
    problems.add('options.instruments', instruments, 'a list of instruments');
  for (const [trait, norm] of Object.entries(isFields(norms) ? norms : {}))
    checkNorm(norm, `options.norms.${trait}`, problems);
  for (const [trait, value] of Object.entries(isFields(reliability) ? reliability : {})) {
    if (typeof value !== 'number' || !(value >= 0 && value <= 1))
      problems.add(`options.reliability.${trait}`, value, 'a number in [0, 1]');
  }
  problems.throwIfAny();
}
