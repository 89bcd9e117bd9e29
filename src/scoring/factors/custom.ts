import { freezeDeep, InputError } from '../../core/index.js';
import type { FactorKind, FactorOptions, ScoreFunction } from '../kind.js';

export interface CustomFactorOptions extends FactorOptions {
  /** Name of a `ScoreFunction` among the functions passed beside the model. */
  readonly function: string;
}

/**
 * A function of the caller, called once per pair whenever the pair is scored; it must give the same answer
 * every time and may not change the people. `null` is unknown; nothing at all is refused, since a function that
 * forgot to return would make every pair alike in silence.
 */
export const customFactor: FactorKind<CustomFactorOptions> = {
  check: (spec) => spec.function('function'),
  fields: () => ({ mentees: ['*'], mentors: ['*'] }),
  compile: ({ function: name }, { mentees, mentors, functions, functionName }) => {
    // A function that wrote to a person would change what everybody else reads.
    freezeDeep([mentees, mentors]);
    const score = functions[name] as ScoreFunction;
    const value = (mentee: number, mentor: number): number => {
      const result: unknown = score(mentees[mentee]!, mentors[mentor]!);
      if (result === null) return Number.NaN;
      if (typeof result === 'number' && result >= 0 && result <= 1) return result;
      const place = `functions.${name}(${mentees[mentee]!.id}, ${mentors[mentor]!.id})`;
      throw new InputError(functionName, [
        { path: place, value: result, rule: 'a number in [0, 1], or null' },
      ]);
    };
    return {
      writeRow: (mentee, out) => {
        for (let mentor = 0; mentor < out.length; mentor++) out[mentor] = value(mentee, mentor);
      },
      value,
      explain: () => ({ function: name }),
    };
  },
};
