import { canonicalJson, InputError, type Problem } from '../core/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { requireCompiled } from './compile-input.js';
import { parseMatchingFor } from './parse-matching.js';
import { listsDigest } from './preferences.js';
import type { Matching } from './types.js';

/**
 * The compiled cohort and the matching of a verb that needs both: checked in shape and to belong together.
 *
 * @throws InputError saying what differs where the matching was made of another cohort, model or seed
 */
export function requireFit(
  functionName: string,
  cohort: unknown,
  matching: unknown,
): { cohort: CompiledCohort; matching: Matching } {
  const compiled = requireCompiled(functionName, cohort);
  const parsed = parseMatchingFor(functionName, matching);
  const { record } = parsed;
  const parts = ['model', 'seed', 'aliases', 'baseline'] as const;
  const problems: Problem[] = parts
    .filter((part) => canonicalJson(record[part]) !== canonicalJson(compiled[part]))
    .map((part) => ({
      path: `matching.record.${part}`,
      value: record[part],
      rule: `the cohort's (compile the cohort with ${part}: matching.record.${part})`,
    }));
  // The digest alone would let a record through whose model was changed by hand.
  if (problems.length === 0 && record.digest !== compiled.digest()) {
    problems.push({
      path: 'matching.record.digest',
      value: record.digest,
      rule: `that of the cohort, ${compiled.digest()}: the people or their data have changed since`,
    });
  }
  if (
    problems.length === 0 &&
    record.objective === 'stable' &&
    record.listsDigest !== listsDigest(compiled)
  ) {
    problems.push({
      path: 'matching.record.listsDigest',
      value: record.listsDigest,
      rule: `that of the cohort, ${listsDigest(compiled)}: whom people prefer has changed since`,
    });
  }
  if (problems.length > 0) throw new InputError(functionName, problems);
  return { cohort: compiled, matching: parsed };
}
