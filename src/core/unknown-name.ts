import type { ProblemList } from './problem-list.js';

/**
 * The rule that a name which is not known breaks, with the known name it resembles: "no option of this name;
 * "locked" perhaps". A mistyped name would otherwise be lost in silence.
 *
 * @param what `option`, `field`, …
 */
export function unknownNameRule(what: string, name: string, known: readonly string[]): string {
  const near = known.find((candidate) => resembles(candidate, name));
  return `no ${what} of this name; ${near === undefined ? `only ${known.join(', ')}` : `"${near}" perhaps`}`;
}

/** Notes options that are no object, and options of no known name. */
export function checkOptionNames(problems: ProblemList, options: unknown, known: readonly string[]): void {
  const entries = entriesOf(options, known);
  if (entries === undefined) {
    problems.add('options', options, 'an object');
    return;
  }
  for (const [name, value] of entries) {
    if (value !== undefined && !known.includes(name))
      problems.add(name, value, unknownNameRule('option', name, known));
  }
}

/** `undefined` of what is no object, or one that cannot be read: a getter or a proxy of the caller's may throw. */
function entriesOf(options: unknown, known: readonly string[]): [string, unknown][] | undefined {
  try {
    if (typeof options !== 'object' || options === null || Array.isArray(options)) return undefined;
    // A proxy may list no names and yet throw when one is read.
    for (const name of known) void (options as Record<string, unknown>)[name];
    return Object.entries(options);
  } catch {
    return undefined;
  }
}

/** Whether two names are at most two edits apart (Levenshtein), apart from case and punctuation. */
function resembles(name: string, typed: string): boolean {
  const one = simplify(name);
  const other = simplify(typed);
  if (one === other) return true;
  if (Math.abs(one.length - other.length) > 2 || other.length > 40 || other.length < 4) return false;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let to = 1; to <= other.length; to++) {
      const change = row[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(change, row[to]! + 1, next[to - 1]! + 1));
    }
    row = next;
  }
  return row[other.length]! <= 2;
}

function simplify(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
