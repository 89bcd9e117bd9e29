/**
 * One thing that is wrong with what a caller passed.
 *
 * `path` says where (`mentors[3].capacity`), `value` what stood there, `rule` what was expected.
 */
export interface Problem {
  readonly path: string;
  readonly value: unknown;
  readonly rule: string;
}

/** Shared by every copy of the library in a process, so that two copies recognise each other's errors. */
const brand = Symbol.for('mentor-matching.InputError');

/** How many problems the message spells out; `problems` always holds them all. */
const spelledOut = 20;

/**
 * What the library throws, and all it throws on purpose: the input was broken, and `problems` lists
 * every problem that was found, not just the first.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** The public function that was called. */
  readonly function: string;
  readonly problems: readonly Problem[];

  constructor(functionName: string, problems: readonly Problem[]) {
    super(messageOf(functionName, problems));
    this.function = functionName;
    this.problems = problems;
    Object.defineProperty(this, brand, { value: true });
  }
}

/** Whether `error` is an `InputError`, from this or another copy of the library. */
export function isInputError(error: unknown): error is InputError {
  return typeof error === 'object' && error !== null && brand in error;
}

function messageOf(functionName: string, problems: readonly Problem[]): string {
  // A name that is no text comes from hostile callers only.
  const name = typeof functionName === 'string' ? functionName : 'this call';
  const lines = problems.slice(0, spelledOut).map(sentenceOf);
  if (problems.length > spelledOut) lines.push(`… and ${problems.length - spelledOut} more (see .problems)`);
  const [first = 'invalid input'] = lines;
  if (lines.length === 1) return `${name}: ${first}`;
  return `${name}: ${problems.length} problems\n${lines.map((line) => `  - ${line}`).join('\n')}`;
}

function sentenceOf({ path, value, rule }: Problem): string {
  return `${path === '' ? 'the input' : path} is ${showValue(value)}; expected ${rule}`;
}

/** A short text of any value, for error messages: never throws, never longer than about 80 characters. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return shorten(JSON.stringify(value));
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'object' || value === null) return String(value);
  try {
    if (Array.isArray(value) && value.length > 12) return `an array of ${value.length}`;
    if (ArrayBuffer.isView(value)) return 'a typed array';
    return shorten(JSON.stringify(value) ?? 'an object');
  } catch {
    return 'an object';
  }
}

function shorten(text: string): string {
  if (text.length <= 80) return text;
  // Not through the middle of a character.
  return `${text.slice(0, 77).replace(/[\ud800-\udbff]$/, '')}…`;
}
