import { type FieldOptions, menteeField, mentorField, readField, termListsOf } from './field.js';
import type { CompileContext } from './kind.js';
import { forEachShared, internTerms } from './term-sets.js';

/** Whether two people have a value in common: 1 yes, 0 no, `NaN` where either is unknown. */
export interface SameTerms {
  writeRow(mentee: number, out: Float64Array): void;
  value(mentee: number, mentor: number): number;
  /** The value of each mentor as a number, −1 = unknown, where everybody has at most one. */
  readonly mentorCodes?: Int32Array | undefined;
  explain(mentee: number, mentor: number): Readonly<Record<string, unknown>>;
}

/**
 * Compiles "has a value in common". Most fields hold one value a person: then it is one comparison of codes;
 * lists go through the mentors of each value. An empty list has nothing in common with any.
 */
export function compileSameTerms(options: FieldOptions, context: CompileContext): SameTerms {
  const lists = termListsOf(options, context);
  const sets = internTerms(lists.mentees, lists.mentors);
  const isSingle = [sets.mentees, sets.mentors].every(({ starts, known }) =>
    known.every((answered, person) => starts[person + 1]! - starts[person]! === answered),
  );
  // −1 is unknown.
  const codesOf = ({ starts, terms, known }: typeof sets.mentees) =>
    Int32Array.from(known, (answered, person) => (answered === 1 ? terms[starts[person]!]! : -1));
  const menteeCodes = isSingle ? codesOf(sets.mentees) : undefined;
  const mentorCodes = isSingle ? codesOf(sets.mentors) : undefined;
  const { known } = sets.mentors;
  return {
    mentorCodes,
    writeRow: (mentee, out) => {
      if (sets.mentees.known[mentee] === 0) {
        out.fill(Number.NaN);
      } else if (menteeCodes !== undefined && mentorCodes !== undefined) {
        const own = menteeCodes[mentee]!;
        for (let mentor = 0; mentor < out.length; mentor++) {
          const code = mentorCodes[mentor]!;
          out[mentor] = code === own ? 1 : code < 0 ? Number.NaN : 0;
        }
      } else {
        for (let mentor = 0; mentor < out.length; mentor++)
          out[mentor] = known[mentor] === 1 ? 0 : Number.NaN;
        const { starts, terms } = sets.mentees;
        for (let at = starts[mentee]!; at < starts[mentee + 1]!; at++) {
          const end = sets.holderStarts[terms[at]! + 1]!;
          for (let holder = sets.holderStarts[terms[at]!]!; holder < end; holder++)
            out[sets.holders[holder]!] = 1;
        }
      }
    },
    value: (mentee, mentor) => {
      if (sets.mentees.known[mentee] === 0 || known[mentor] === 0) return Number.NaN;
      let same = 0;
      forEachShared(sets, mentee, mentor, () => {
        same = 1;
      });
      return same;
    },
    explain: (mentee, mentor) => ({
      menteeValue: readField(context.mentees[mentee]!, menteeField(options)) ?? null,
      mentorValue: readField(context.mentors[mentor]!, mentorField(options)) ?? null,
    }),
  };
}
