import { ProblemList } from '../core/index.js';
import type { Side } from '../participants/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { IndexPair } from './match-options.js';

/**
 * The index of a person who takes part.
 *
 * @throws InputError where the id is not of one
 */
export function requirePerson(functionName: string, cohort: CompiledCohort, side: Side, id: unknown): number {
  const problems = new ProblemList(functionName);
  const index = indexOf(cohort, side, id, problems);
  problems.throwIfAny();
  return index;
}

/** The indices of two people who take part; both ids are looked at before anything is thrown. */
export function requirePair(
  functionName: string,
  cohort: CompiledCohort,
  menteeId: unknown,
  mentorId: unknown,
): IndexPair {
  const problems = new ProblemList(functionName);
  const pair = {
    mentee: indexOf(cohort, 'mentee', menteeId, problems),
    mentor: indexOf(cohort, 'mentor', mentorId, problems),
  };
  problems.throwIfAny();
  return pair;
}

function indexOf(cohort: CompiledCohort, side: Side, id: unknown, problems: ProblemList): number {
  const find = side === 'mentee' ? cohort.menteeIndex : cohort.mentorIndex;
  const index = find(id as string);
  if (index < 0) problems.add(`${side}Id`, id, personRule(cohort, side, id));
  return index;
}

/** The rule that an id breaks which is not of a person of this side; two ids in the wrong order are a common slip. */
export function personRule(cohort: CompiledCohort, side: Side, id: unknown): string {
  const [other, find] =
    side === 'mentee' ? (['mentor', cohort.mentorIndex] as const) : (['mentee', cohort.menteeIndex] as const);
  const hint = find(id as string) < 0 ? '' : `; this is the id of a ${other}`;
  return `the id of a ${side} who opted in${hint}`;
}
