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
 * Linear in the cells for learning; for splitting also in the number of options.
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
  let capital = 0;
  let small = 0;
  for (const cell of cells) {
    const parts = commaParts(cell);
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
      if (inseparable && count >= evidence && cells.some((cell) => cell !== '' && !cell.includes(part))) {
        next.set(part, following);
      }
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
  const ends = separator === null ? separators : [separator];
  const byLength = options
    .map((option) => ({ option: option.trim(), canonical: canonicalTerm(option) }))
    .filter(({ canonical }) => canonical !== '')
    .sort((one, other) => other.canonical.length - one.canonical.length);
  const split = (cell: string): SplitCell => {
    const answers: string[] = [];
    const unknown: string[] = [];
    let rest = cell.trim();
    while (rest !== '') {
      const found = byLength.find(({ canonical }) => startsWith(rest, canonical, ends));
      const length = found === undefined ? firstEnd(rest, ends) : matchedLength(rest, found.canonical, ends);
      const part = rest.slice(0, length).trim();
      if (found !== undefined) answers.push(found.option);
      else if (part !== '') {
        answers.push(part);
        unknown.push(part);
      }
      rest = rest.slice(length + 1).trim();
    }
    return { answers: [...new Set(answers)], unknown };
  };
  return { separator, source: 'given', keptWhole: [], split };
}

function startsWith(text: string, canonical: string, ends: readonly string[]): boolean {
  return matchedLength(text, canonical, ends) >= 0;
}

/** Where the text's first part that reads `canonical` ends (at a separator or the end), or −1. */
function matchedLength(text: string, canonical: string, ends: readonly string[]): number {
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !ends.includes(text[at]!)) continue;
    const part = canonicalTerm(text.slice(0, at));
    if (part === canonical) return at;
    // Parts only get longer; NFKC can shorten a text, but not to a third.
    if (part.length > 3 * canonical.length + 8) return -1;
  }
  return -1;
}

function firstEnd(text: string, ends: readonly string[]): number {
  for (let at = 0; at < text.length; at++) if (ends.includes(text[at]!)) return at;
  return text.length;
}
