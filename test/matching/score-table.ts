import { type CompiledCohort, type CompileInputOptions, compileCohort } from '../../src/index.js';
import type { CohortInput } from '../../src/participants/index.js';
import { factors, rules } from '../../src/scoring/index.js';

/** Scores by mentee (row) and mentor (column), `null` = a rule forbids the pair. */
export type ScoreTable = readonly (readonly (number | null)[])[];

export interface TableInput {
  readonly input: CohortInput;
  readonly options: CompileInputOptions;
}

/** A cohort of mentees `a`, `b`, … and mentors `0`, `1`, … whose pairs score what the table says. */
export function tableInput(
  table: ScoreTable,
  capacities: readonly number[] = (table[0] ?? []).map(() => 1),
  minimumScore = 0,
): TableInput {
  const mentees = table.map((_, row) => ({ id: String.fromCharCode(97 + row), optedIn: true }));
  const mentors = capacities.map((capacity, column) => ({ id: String(column), optedIn: true, capacity }));
  const entry = (menteeId: string, mentorId: string) =>
    table[menteeId.charCodeAt(0) - 97]![Number(mentorId)] ?? null;
  return {
    input: { mentees, mentors },
    options: {
      model: {
        factors: { table: factors.custom({ function: 'table', weight: 1, unknown: 0 }) },
        rules: [rules.custom({ function: 'isAllowed' })],
        minimumScore,
      },
      functions: {
        table: (mentee, mentor) => entry(mentee.id, mentor.id),
        isAllowed: (mentee, mentor) => entry(mentee.id, mentor.id) !== null,
      },
    },
  };
}

export function tableCohort(...table: Parameters<typeof tableInput>): CompiledCohort {
  const { input, options } = tableInput(...table);
  return compileCohort(input, options);
}
