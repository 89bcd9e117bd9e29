import type { CompiledFactor } from './kind.js';

/**
 * The rows of a factor whose value depends on one number of each side. Many mentors share a number (a grade,
 * a time zone), so each mentee's value is worked out once for every number that there is and looked up.
 *
 * @param own the mentees' numbers, `NaN` = unknown
 * @param others the mentors' numbers, `NaN` = unknown
 * @param measure the value of two numbers, in [0, 1]; `NaN` where either is
 */
export function compileNumberRows(
  own: Float64Array,
  others: Float64Array,
  measure: (one: number, other: number) => number,
): Pick<CompiledFactor, 'writeRow' | 'value'> {
  const numbers = [...new Set(others)];
  const codeOf = new Map(numbers.map((number, code) => [number, code]));
  const codes = Int32Array.from(others, (number) => codeOf.get(number)!);
  const table = new Float64Array(numbers.length);
  return {
    writeRow: (mentee, out) => {
      const number = own[mentee]!;
      for (let code = 0; code < table.length; code++) table[code] = measure(number, numbers[code]!);
      for (let mentor = 0; mentor < out.length; mentor++) out[mentor] = table[codes[mentor]!]!;
    },
    value: (mentee, mentor) => measure(own[mentee]!, others[mentor]!),
  };
}
