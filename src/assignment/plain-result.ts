import { reading } from '../core/index.js';

/**
 * A copy of what a caller passed as a result, with nothing in it but numbers, texts, lists and records of these: what
 * is of another kind is left `undefined`, and typed arrays stay as they are.
 *
 * @throws InputError where a getter or a proxy throws
 */
export function plainResult<Result>(functionName: string, result: Result, rule: string): Result {
  return reading(functionName, 'result', result, rule, () => plain(result, 0)) as Result;
}

/** Lists of lists of records are as deep as results are. */
const deepest = 3;

function plain(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null)
    return ['bigint', 'symbol', 'function'].includes(typeof value) ? undefined : value;
  if (ArrayBuffer.isView(value)) return value;
  if (depth > deepest) return undefined;
  if (Array.isArray(value)) return Array.from(value, (each: unknown) => plain(each, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each, depth + 1)]));
}
