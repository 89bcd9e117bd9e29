import { InputError, isInputError } from './input-error.js';

/** Errors that functions of the caller's threw. */
const theirs = new WeakSet<object>();

/**
 * What `read` returns. Where it throws instead (a value of another kind, a getter or a proxy of the caller's), an
 * `InputError` says that the argument is not what it should be; an `InputError` of its own passes.
 *
 * For readings of an argument only. A function of the caller's that is called meanwhile goes through `ofCaller`.
 */
export function reading<Result>(
  functionName: string,
  path: string,
  value: unknown,
  rule: string,
  read: () => Result,
): Result {
  try {
    return read();
  } catch (error) {
    if (isInputError(error) || isTheirs(error)) throw error;
    throw new InputError(functionName, [{ path, value, rule }]);
  }
}

/** A function of the caller's whose errors are theirs: they pass `reading` as they are. */
export function ofCaller<Parts extends unknown[], Result>(
  work: (...parts: Parts) => Result,
): (...parts: Parts) => Result {
  return (...parts) => {
    try {
      return work(...parts);
    } catch (error) {
      if (typeof error === 'object' && error !== null) theirs.add(error);
      throw error;
    }
  };
}

function isTheirs(error: unknown): boolean {
  return typeof error === 'object' && error !== null && theirs.has(error);
}
