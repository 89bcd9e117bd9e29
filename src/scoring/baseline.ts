import { type CountProgress, hashText, million, type ProblemList, type Steps } from '../core/index.js';
import type { CompiledFactor, FactorStatistics } from './kind.js';

/**
 * What pairs of this cohort look like as a whole, before rules, locks and capacities: the ground against which
 * an unknown value is neither good nor bad. Stored with every matching; passed in, it keeps the scores of
 * earlier pairs where they were when people join late.
 */
export interface Baseline {
  /** How many pairs were looked at. */
  readonly pairs: number;
  readonly factors: Readonly<Record<string, FactorBaseline>>;
}

export interface FactorBaseline extends FactorStatistics {
  /** Mean value over the pairs where it is known, `null` where it is known for none. */
  readonly mean: number | null;
  /** In how many of the pairs it is known. */
  readonly known: number;
}

/** Up to so many pairs are looked at one and all; of more, a sample of about so many. */
export const baselinePairs = 1_000_000;

/** Everyone whose pairs are looked at, in canonical order. */
export interface PairSpace {
  readonly menteeIds: readonly string[];
  readonly mentorIds: readonly string[];
  readonly seed: number;
}

/**
 * Calls `visit` for every mentee with the mentors to look at, without the mentee themself. The list is only
 * lent: the next call writes over it.
 *
 * Up to a million pairs all of them. Of more, a pair is taken by its hashes: ids lie on two circles of 2³²
 * places by hash(seed, id), and a mentee takes the mentors on the arc of τ = 2³²·10⁶/(mentees · mentors)
 * places from their own. Who is taken depends on the two ids and the numbers of people only; each mentee and
 * each mentor is taken about equally often. O(pairs taken + people · log people).
 */
export function forEachBaselineRow(
  space: PairSpace,
  visit: (mentee: number, mentors: Int32Array) => void,
): void {
  for (const { mentee, mentors } of baselineRows(space)) visit(mentee, mentors);
}

function* baselineRows({
  menteeIds,
  mentorIds,
  seed,
}: PairSpace): Generator<{ readonly mentee: number; readonly mentors: Int32Array }> {
  const all = menteeIds.length * mentorIds.length;
  const arc = Math.min(2 ** 32, Math.floor((2 ** 32 * baselinePairs) / all));
  const circle = mentorIds
    .map((id, mentor) => ({ mentor, place: hashText(id, seed ^ 0x6d656e74) }))
    .sort((one, other) => one.place - other.place || one.mentor - other.mentor);
  const taken = new Int32Array(mentorIds.length);
  for (const [mentee, menteeId] of menteeIds.entries()) {
    const start = hashText(menteeId, seed ^ 0x70616972);
    let at = firstFrom(circle, start);
    let count = 0;
    for (let step = 0; step < circle.length; step++) {
      if (at === circle.length) at = 0;
      const { mentor, place } = circle[at]!;
      if ((place - start + 2 ** 32) % 2 ** 32 >= arc) break;
      if (mentorIds[mentor] !== menteeId) taken[count++] = mentor;
      at += 1;
    }
    yield { mentee, mentors: taken.subarray(0, count) };
  }
}

function firstFrom(circle: readonly { readonly place: number }[], start: number): number {
  let low = 0;
  let high = circle.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (circle[middle]!.place < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A pair in a row costs about a twelfth of a pair alone: from this density on, whole rows are read. */
export const rowDensity = 1 / 12;

/** About so many values of factors are looked at between two pauses. */
const valuesPerStep = 65536;

/** A factor under the name that the model gives it. */
export interface NamedFactor {
  readonly name: string;
  readonly factor: CompiledFactor;
}

/**
 * Means of all factors. Values are summed as whole millionths, so that the order of people cannot matter.
 */
export function* baselineSteps(
  named: readonly NamedFactor[],
  space: PairSpace,
): Steps<CountProgress, Baseline> {
  const sums = named.map(() => 0);
  const known = named.map(() => 0);
  let pairs = 0;
  const count = (index: number, value: number) => {
    if (Number.isNaN(value)) return;
    sums[index]! += Math.round(value * million);
    known[index]! += 1;
  };
  const row = new Float64Array(space.mentorIds.length);
  let looked = 0;
  for (const { mentee, mentors } of baselineRows(space)) {
    if (looked >= valuesPerStep) {
      looked = 0;
      yield { done: mentee, of: space.menteeIds.length };
    }
    looked += named.length * Math.max(1, mentors.length);
    pairs += mentors.length;
    const readsRows = mentors.length >= row.length * rowDensity;
    named.forEach(({ factor }, index) => {
      if (readsRows) factor.writeRow(mentee, row);
      for (const mentor of mentors) count(index, readsRows ? row[mentor]! : factor.value(mentee, mentor));
    });
  }
  const entries = named.map(({ name, factor }, index) => {
    const mean = known[index] === 0 ? null : sums[index]! / known[index]! / million;
    return [name, { mean, known: known[index]!, ...factor.statistics }] as const;
  });
  return { pairs, factors: Object.fromEntries(entries) };
}

/** The entries of a baseline for these factors; others, of a wider model, say nothing here. */
export function baselineFor(names: readonly string[], { pairs, factors }: Baseline): Baseline {
  return { pairs, factors: Object.fromEntries(names.map((name) => [name, factors[name]!])) };
}

/** Notes what is wrong with a baseline that was passed in for these factors. */
export function checkBaseline(baseline: unknown, names: readonly string[], problems: ProblemList): void {
  const rule = 'a baseline, as compileCohort(…).baseline and matching.record.baseline hold it';
  if (!isRecord(baseline) || !isRecord(baseline.factors) || !isCount(baseline.pairs)) {
    problems.add('baseline', baseline, rule);
    return;
  }
  for (const name of names) {
    const entry = Object.hasOwn(baseline.factors, name) ? baseline.factors[name] : undefined;
    const path = `baseline.factors.${name}`;
    if (!isRecord(entry)) problems.add(path, entry, 'an entry for every factor of the model');
    else if (entry.mean !== null && !(typeof entry.mean === 'number' && entry.mean >= 0 && entry.mean <= 1)) {
      problems.add(`${path}.mean`, entry.mean, 'a number in [0, 1], or null');
    } else if (!isCount(entry.known)) {
      problems.add(`${path}.known`, entry.known, 'a whole number ≥ 0');
    } else if (entry.range !== undefined && !(typeof entry.range === 'number' && entry.range >= 0)) {
      problems.add(`${path}.range`, entry.range, 'a number ≥ 0');
    } else if (entry.termFrequency !== undefined && !isTermFrequency(entry.termFrequency)) {
      problems.add(`${path}.termFrequency`, entry.termFrequency, '{ people, counts } with whole numbers ≥ 0');
    } else if (entry.traitNorms !== undefined && !areTraitNorms(entry.traitNorms)) {
      const rule = '{ mean, standardDeviation > 0, n } by trait';
      problems.add(`${path}.traitNorms`, entry.traitNorms, rule);
    }
  }
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isTermFrequency(value: unknown): boolean {
  return (
    isRecord(value) &&
    isCount(value.people) &&
    isRecord(value.counts) &&
    Object.values(value.counts).every(isCount)
  );
}

function areTraitNorms(value: unknown): boolean {
  const isNorm = (norm: unknown) =>
    isRecord(norm) &&
    Number.isFinite(norm.mean) &&
    Number.isFinite(norm.standardDeviation) &&
    (norm.standardDeviation as number) > 0 &&
    Number.isSafeInteger(norm.n);
  return isRecord(value) && Object.values(value).every(isNorm);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
