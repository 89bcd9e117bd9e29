import { canonicalTerm } from '../participants/index.js';
import type { SplitRule } from './types.js';

/** How the cells of one column come apart, after its options were given or learnt. */
export interface Splitter {
  readonly separator: string | null;
  readonly source: 'given' | 'learnt';
  /** Learnt: answers that contain the separator and stay whole. */
  readonly keptWhole: readonly string[];
  readonly split: (cell: string) => SplitCell;
}

export interface SplitCell {
  readonly answers: readonly string[];
  /** Answers that are none of the options that were given. */
  readonly unknown: readonly string[];
}

const separators = [';', '\n', '|', ','];
/** How often two parts must stand together, and never apart, to be one option. */
const evidence = 3;

/**
 * Finds out how the multi-select cells of a column come apart.
 *
 * With `options`, the longest option that fits is taken whole, whatever it contains; what is none of them comes
 * apart at the separators. Without, the separator is learnt: `;`, then a line break, then `|`, then `,`, the
 * first that a tenth of the cells with any separator contain. Among parts at commas, three kinds belong together:
 * what stands in brackets, a part that starts with a small letter where most start with a capital one, and parts
 * that stand side by side in at least three cells and never apart, in a column with other answers too.
 *
 * Linear in the cells; with options, in their number as well and in the length of the longest.
 */
export function learnSplit(cells: readonly string[], rule: SplitRule = {}): Splitter {
  if (rule.options !== undefined && rule.options.length > 0) return byOptions(cells, rule, rule.options);
  const separator = rule.separator === undefined ? findSeparator(cells) : rule.separator;
  const source = rule.separator === undefined ? 'learnt' : 'given';
  if (separator === null) {
    return { separator, source, keptWhole: [], split: (cell) => known([cell.trim()]) };
  }
  if (separator !== ',' || source === 'given') {
    return { separator, source, keptWhole: [], split: (cell) => known(tidy(cell.split(separator))) };
  }
  const kept = new Set<string>();
  const joins = learnJoins(cells);
  const split = (cell: string) => known(joinParts(commaParts(cell), joins));
  for (const cell of new Set(cells))
    for (const answer of split(cell).answers) if (answer.includes(',')) kept.add(answer);
  return { separator, source, keptWhole: [...kept], split };
}

function known(answers: readonly string[]): SplitCell {
  return { answers, unknown: [] };
}

function tidy(parts: readonly string[]): string[] {
  const trimmed = parts.map((part) => part.trim()).filter((part) => part !== '');
  return [...new Set(trimmed)];
}

function findSeparator(cells: readonly string[]): string | null {
  const counts = separators.map((separator) => cells.filter((cell) => cell.includes(separator)).length);
  const most = Math.max(...counts);
  if (most === 0) return null;
  return separators[counts.findIndex((count) => count * 10 >= most)]!;
}

/** Parts at commas that are not within brackets, each with its own white space taken off. */
function commaParts(cell: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < cell.length; at++) {
    const sign = cell[at]!;
    if ('([{'.includes(sign)) depth += 1;
    else if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (sign === ',' && depth === 0) {
      parts.push(cell.slice(start, at));
      start = at + 1;
    }
  }
  parts.push(cell.slice(start));
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

interface Joins {
  readonly smallLettersContinue: boolean;
  /** Parts that are always followed by this part. */
  readonly next: ReadonlyMap<string, string>;
}

function learnJoins(cells: readonly string[]): Joins {
  const times = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  const holders = new Map<string, number>();
  let capital = 0;
  let small = 0;
  let filled = 0;
  for (const cell of cells) {
    const parts = commaParts(cell);
    if (parts.length > 0) filled += 1;
    for (const part of new Set(parts)) holders.set(part, (holders.get(part) ?? 0) + 1);
    parts.forEach((part, at) => {
      times.set(part, (times.get(part) ?? 0) + 1);
      if (/^\p{Lu}/u.test(part)) capital += 1;
      else if (/^\p{Ll}/u.test(part)) small += 1;
      const following = parts[at + 1];
      if (following === undefined) return;
      const followers = pairs.get(part) ?? new Map<string, number>();
      pairs.set(part, followers.set(following, (followers.get(following) ?? 0) + 1));
    });
  }
  const next = new Map<string, string>();
  for (const [part, followers] of pairs) {
    for (const [following, count] of followers) {
      const inseparable = count === times.get(part) && count === times.get(following) && part !== following;
      if (inseparable && count >= evidence && holders.get(part)! < filled) next.set(part, following);
    }
  }
  return { smallLettersContinue: capital >= 5 * small && small > 0, next };
}

function joinParts(parts: readonly string[], { smallLettersContinue, next }: Joins): string[] {
  const answers: string[] = [];
  parts.forEach((part, at) => {
    const before = parts[at - 1];
    const continues =
      before !== undefined && ((smallLettersContinue && /^\p{Ll}/u.test(part)) || next.get(before) === part);
    if (continues) answers[answers.length - 1] += `, ${part}`;
    else answers.push(part);
  });
  return [...new Set(answers)];
}

function byOptions(cells: readonly string[], rule: SplitRule, options: readonly string[]): Splitter {
  const separator = rule.separator === undefined ? findSeparator(cells) : rule.separator;
  const ends = new Set(separator === null ? separators : [separator]);
  const known = new Map<string, string>();
  let longest = 0;
  for (const option of options) {
    const canonical = canonicalTerm(option);
    if (canonical === '' || known.has(canonical)) continue;
    known.set(canonical, option.trim());
    longest = Math.max(longest, canonical.length);
  }
  const split = (cell: string): SplitCell => {
    const answers: string[] = [];
    const unknown: string[] = [];
    let start = 0;
    while (start < cell.length) {
      const { end, option } = firstPart(cell, start, ends, known, longest);
      const part = option ?? cell.slice(start, end).trim();
      if (part !== '') answers.push(part);
      if (part !== '' && option === undefined) unknown.push(part);
      start = end + 1;
    }
    return { answers: [...new Set(answers)], unknown };
  };
  return { separator, source: 'given', keptWhole: [], split };
}

/** Where the first part ends: after the longest option that fits, or at the first separator. */
function firstPart(
  cell: string,
  start: number,
  ends: ReadonlySet<string>,
  known: ReadonlyMap<string, string>,
  longest: number,
): { readonly end: number; readonly option: string | undefined } {
  let first = -1;
  let best: { end: number; option: string } | undefined;
  // NFKC and white space can shorten a text, so look further than the longest option.
  const reach = start + 3 * longest + 8;
  for (let at = start; at <= cell.length; at++) {
    if (at < cell.length && !ends.has(cell[at]!)) continue;
    if (first < 0) first = at;
    if (at > reach) break;
    const option = known.get(canonicalTerm(cell.slice(start, at)));
    if (option !== undefined) best = { end: at, option };
  }
  return best ?? { end: first, option: undefined };
}
