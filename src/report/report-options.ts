import { checkOptionNames, InputError, isList, ProblemList, reading } from '../core/index.js';
import type { Matching } from '../matching/index.js';
import { type CompiledCohort, isCompiledCohort } from '../scoring/index.js';
import { reportTexts } from './texts/index.js';
import type { ReportTexts } from './texts/texts.js';

/** What a verb of this room is handed beside a cohort. */
export const matchingRule = 'a matching of matchCohort';

/** What every drawing takes. */
export interface ReportOptions {
  /** `reportTexts.en` unless given; any complete texts object. */
  readonly texts?: ReportTexts;
}

/** The texts of the options, English unless given. */
export function readTexts(functionName: string, options: ReportOptions): ReportTexts {
  const problems = new ProblemList(functionName);
  checkOptionNames(problems, options, ['texts']);
  problems.throwIfAny();
  const texts = checkTexts(problems, options.texts);
  problems.throwIfAny();
  return texts;
}

export function checkTexts(problems: ProblemList, texts: unknown): ReportTexts {
  if (texts === undefined) return reportTexts.en;
  const isComplete =
    typeof texts === 'object' &&
    texts !== null &&
    Object.keys(reportTexts.en).every((key) => (texts as Record<string, unknown>)[key] !== undefined);
  if (!isComplete) problems.add('options.texts', texts, 'a complete texts object such as reportTexts.en');
  return texts as ReportTexts;
}

/**
 * The cohort, once it is sure that the matching is one of it: a heat map of other people would look as good as a
 * right one.
 */
export function requireCohort(functionName: string, cohort: unknown, matching: unknown): CompiledCohort {
  if (!isCompiledCohort(cohort)) {
    throw new InputError(functionName, [
      { path: 'cohort', value: cohort, rule: 'a cohort that compileCohort returned' },
    ]);
  }
  const rule = matchingRule;
  const { record, pairs, unmatched } = reading(functionName, 'matching', matching, rule, () => {
    const { record, pairs, unmatched } = (matching ?? {}) as Partial<Matching>;
    return { record, pairs, unmatched };
  });
  if (typeof record !== 'object' || !isList(pairs) || !isList(unmatched)) {
    throw new InputError(functionName, [{ path: 'matching', value: matching, rule }]);
  }
  const digest = reading(functionName, 'matching', matching, rule, () => record?.digest);
  if (digest !== cohort.digest()) {
    throw new InputError(functionName, [
      { path: 'matching.record.digest', value: digest, rule: 'the digest of the cohort' },
    ]);
  }
  return cohort;
}

/** A matching of which only the scores of its pairs are read. */
export function requireScores(functionName: string, matching: unknown): Matching {
  const hasScores = reading(functionName, 'matching', matching, matchingRule, () => {
    const pairs: unknown = (matching as Partial<Matching> | null | undefined)?.pairs;
    return (
      Array.isArray(pairs) &&
      // A hole in a list is passed over by `every` alone.
      Array.from<unknown>(pairs).every((pair) => {
        const score: unknown = (pair as { score?: unknown } | null)?.score;
        return typeof score === 'number' && score >= 0 && score <= 1;
      })
    );
  });
  if (hasScores) return matching as Matching;
  throw new InputError(functionName, [{ path: 'matching', value: matching, rule: matchingRule }]);
}
