import type { CompiledFactor } from './kind.js';

/**
 * The rows of a factor whose value depends on one number of each side. Many mentors share a number (a grade,
 * a time zone), so each mentee's value is worked out once for every number that there is and looked up.
 *
 * @param own the mentees' numbers, `NaN` = unknown
 * @param others the mentors' numbers, `NaN` = unknown
 * @param measure the value of two known numbers, in [0, 1]
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
  const knownValue = (one: number, other: number) =>
    Number.isNaN(one) || Number.isNaN(other) ? Number.NaN : measure(one, other);
  return {
    writeRow: (mentee, out) => {
      const number = own[mentee]!;
      if (Number.isNaN(number)) {
        out.fill(Number.NaN);
        return;
      }
      for (let code = 0; code < table.length; code++) table[code] = knownValue(number, numbers[code]!);
      for (let mentor = 0; mentor < out.length; mentor++) out[mentor] = table[codes[mentor]!]!;
    },
    value: (mentee, mentor) => knownValue(own[mentee]!, others[mentor]!),
  };
}
