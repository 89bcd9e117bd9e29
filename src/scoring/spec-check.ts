import { type Problem, type ProblemList, unknownNameRule } from '../core/index.js';
import { isField } from './field.js';
import type { ModelFunctions } from './kind.js';

/**
 * Checks the options of one factor or rule and notes what is wrong, with its place. Every option that a kind
 * asks about becomes known; `finish` reports those that no one asked about.
 */
export class SpecCheck {
  readonly #spec: Readonly<Record<string, unknown>>;
  readonly #path: string;
  readonly #problems: ProblemList;
  readonly #functions: ModelFunctions;
  readonly #known = new Set(['kind']);

  constructor(
    spec: Readonly<Record<string, unknown>>,
    path: string,
    problems: ProblemList,
    functions: ModelFunctions,
  ) {
    this.#spec = spec;
    this.#path = path;
    this.#problems = problems;
    this.#functions = functions;
  }

  /** A number from `minimum` to `maximum`. */
  number(name: string, options: { minimum?: number; maximum?: number; required?: boolean } = {}): void {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = options;
    const limits = [
      ...(Number.isFinite(minimum) ? [`≥ ${minimum}`] : []),
      ...(Number.isFinite(maximum) ? [`≤ ${maximum}`] : []),
    ];
    this.value(
      name,
      `a finite number${limits.length > 0 ? ` ${limits.join(' and ')}` : ''}`,
      (value) => Number.isFinite(value) && (value as number) >= minimum && (value as number) <= maximum,
      options.required,
    );
  }

  boolean(name: string): void {
    this.value(name, 'true or false', (value) => typeof value === 'boolean');
  }

  oneOf(name: string, choices: readonly string[]): void {
    this.value(name, `one of ${choices.join(', ')}`, (value) => choices.includes(value as string));
  }

  text(name: string, required = false): void {
    this.value(
      name,
      'a text that is not blank',
      (value) => typeof value === 'string' && value.trim() !== '',
      required,
    );
  }

  /** `field`, or `menteeField` and `mentorField`. */
  fields(): void {
    const rule = 'a field such as "organization", "grade" or "attributes.site"';
    const isName = (value: unknown) => typeof value === 'string' && isField(value);
    const isSplit = this.#spec.menteeField !== undefined || this.#spec.mentorField !== undefined;
    if (!isSplit) this.value('field', rule, isName, true);
    else {
      this.value('menteeField', rule, isName, true);
      this.value('mentorField', rule, isName, true);
      if (this.#spec.field !== undefined)
        this.problem('field', 'either field, or menteeField and mentorField');
    }
    for (const name of ['field', 'menteeField', 'mentorField']) this.#known.add(name);
  }

  /** The name of a function that was passed in. */
  function(name: string): void {
    const names = Object.keys(this.#functions);
    const known = names.length > 0 ? `one of ${names.join(', ')}` : 'none was passed';
    this.value(
      name,
      `the name of a function in options.functions (${known})`,
      (value) =>
        typeof value === 'string' &&
        Object.hasOwn(this.#functions, value) &&
        typeof this.#functions[value] === 'function',
      true,
    );
  }

  /** Any option, with its rule in the words that complete "expected …". */
  value(name: string, rule: string, isValid: (value: unknown) => boolean, required = false): void {
    this.#known.add(name);
    const value = this.#spec[name];
    if (value === undefined ? required : !isValid(value)) this.problem(name, rule);
  }

  problem(name: string, rule: string): void {
    this.#problems.add(`${this.#path}.${name}`, this.#spec[name], rule);
  }

  /** Problems that a check of its own has found; their paths start at an option. */
  problems(problems: readonly Problem[]): void {
    for (const { path, value, rule } of problems) this.#problems.add(`${this.#path}.${path}`, value, rule);
  }

  get(name: string): unknown {
    return this.#spec[name];
  }

  finish(): void {
    for (const name of Object.keys(this.#spec)) {
      if (!this.#known.has(name)) this.problem(name, unknownNameRule('option', name, [...this.#known]));
    }
  }
}
