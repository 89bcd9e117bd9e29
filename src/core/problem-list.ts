import { InputError, type Problem } from './input-error.js';

/** Collects problems so that they are reported together. */
export class ProblemList {
  readonly #functionName: string;
  readonly #problems: Problem[] = [];

  constructor(functionName: string) {
    this.#functionName = functionName;
  }

  /** Notes that `value` at `path` breaks `rule`; `rule` completes the sentence "expected …". */
  add(path: string, value: unknown, rule: string): void {
    this.#problems.push({ path, value, rule });
  }

  get length(): number {
    return this.#problems.length;
  }

  get problems(): readonly Problem[] {
    return this.#problems;
  }

  /** Throws one `InputError` with everything noted so far, or does nothing where nothing was. */
  throwIfAny(): void {
    if (this.#problems.length > 0) throw new InputError(this.#functionName, [...this.#problems]);
  }
}
