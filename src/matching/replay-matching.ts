import { InputError } from '../core/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { keepingFromRecord } from './keeping.js';
import { matchCompiled } from './match-cohort.js';
import { type CustomSolver, optionsFromRecord, readMatchOptions } from './match-options.js';
import { changesOf, mentorsByMentee } from './mentors-by-mentee.js';
import { requireOptionNames } from './option-names.js';
import { requireFit } from './require-fit.js';
import type { Matching } from './types.js';

export interface ReplayOptions {
  /** The solver that made the matching, where one of the caller did. */
  readonly solver?: CustomSolver;
}

/** A mentee whose mentor is not the recorded one; one entry for each mentor where a mentee has several. */
export interface ReplayDifference {
  readonly menteeId: string;
  /** As recorded, `null` = unmatched. */
  readonly recorded: string | null;
  /** As matched again. */
  readonly replayed: string | null;
}

export interface Replay {
  /** Same pairs, same totals. */
  readonly identical: boolean;
  readonly differences: readonly ReplayDifference[];
  /** The replay's numbers minus the recorded ones; both 0 unless the record was changed by hand. */
  readonly pairsDifference: number;
  readonly scoreDifference: number;
}

/**
 * Matches again with the options of the record, and what a rematch kept, and says whether the same came out. A minor version of the
 * library may decide ties in another way: then pairs differ and the totals do not.
 *
 * @throws InputError where the matching does not belong to the cohort, its solver is not passed, or `within` was over
 * before it was finished
 */
export function replayMatching(
  cohort: CompiledCohort,
  matching: Matching,
  options: ReplayOptions = {},
): Replay {
  const { cohort: compiled, matching: recorded } = requireFit('replayMatching', cohort, matching);
  const { customSolver, rematch, stoppedAfter } = recorded.record;
  if (stoppedAfter !== undefined) {
    const rule =
      'a matching that was finished: which pairs were made when `within` was over, a clock decided';
    const path = 'matching.record.stoppedAfter';
    throw new InputError('replayMatching', [{ path, value: stoppedAfter, rule }]);
  }
  requireOptionNames('replayMatching', options, ['solver']);
  const { solver } = options;
  if (customSolver !== (solver !== undefined)) {
    const rule = customSolver
      ? 'the solver that made the matching'
      : 'no solver, since none of yours made the matching';
    throw new InputError('replayMatching', [{ path: 'options.solver', value: solver, rule }]);
  }
  const again = { ...optionsFromRecord(recorded.record), ...(solver === undefined ? {} : { solver }) };
  const keeping = rematch === undefined ? {} : { keeping: keepingFromRecord(compiled, rematch) };
  const read = { ...readMatchOptions('replayMatching', compiled, again), ...keeping };
  const replayed = matchCompiled(compiled, read);
  const before = mentorsByMentee(recorded.pairs);
  const after = mentorsByMentee(replayed.pairs);
  const differences = compiled.menteeIds.flatMap((menteeId) => {
    const { lost, gained } = changesOf(before.get(menteeId) ?? [], after.get(menteeId) ?? []);
    const changes = lost.length > gained.length ? lost : gained;
    return changes.map((_, at) => ({
      menteeId,
      recorded: lost[at] ?? null,
      replayed: gained[at] ?? null,
    }));
  });
  const pairsDifference = replayed.pairs.length - recorded.pairs.length;
  const scoreDifference =
    (Math.round(replayed.proof.totalScore * 1e6) - Math.round(recorded.proof.totalScore * 1e6)) / 1e6;
  const identical = differences.length === 0 && pairsDifference === 0 && scoreDifference === 0;
  return { identical, differences, pairsDifference, scoreDifference };
}
