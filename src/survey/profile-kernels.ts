import { fewestForCorrelation, heldInRange, isFlat, isZero } from './check-vectors.js';

/**
 * The inner loops: one profile against a block of profiles. Traits are columns; the value of trait t of
 * profile j stands at t · count + j, so that each loop runs along memory. `NaN` = unknown, in and out.
 */

/** Many profiles as one flat array. */
export interface ProfileBlock {
  readonly count: number;
  /** Column-major: trait t of profile j at t · count + j. */
  readonly values: Float64Array;
  /** Which profiles know some of their values and not others; for the rest a shorter loop will do. */
  readonly partly: Int32Array;
}

/** Writes the similarity of `profile` to profiles `from` … `to` − 1 of `block` into the same places of `out`. */
export type ProfileKernel = (
  profile: Float64Array,
  block: ProfileBlock,
  out: Float64Array,
  from: number,
  to: number,
) => void;

/**
 * How the gaps between two profiles count. The gap of a trait is |difference| · `inverses`, at most 1; the
 * difference is taken first, so that equal gaps of whole tenths stay equal to the last bit wherever they lie.
 */
export interface GapSettings {
  readonly weights: Float64Array;
  /** 1 / (what counts as nothing alike), by trait. */
  readonly inverses: Float64Array;
  /** Whether a trait should differ. */
  readonly different: readonly boolean[];
}

/** Mean over the traits of 1 − gap (or of the gap where a trait should differ), weighted. */
export function gapKernel(settings: GapSettings): ProfileKernel {
  const { weights, inverses, different } = settings;
  const width = weights.length;
  let total = 0;
  for (const weight of weights) total += weight;
  return (profile, block, out, from, to) => {
    const { values, count, partly } = block;
    if (4 * partly.length > count || profile.some(Number.isNaN)) {
      for (let j = from; j < to; j += 1) out[j] = knownGaps(profile, values, count, j, settings);
      return;
    }
    out.fill(0, from, to);
    for (let trait = 0; trait < width; trait += 1) {
      const column = trait * count;
      const add = different[trait] ? addGaps : addCloseness;
      add(out, from, to, values, column, profile[trait]!, inverses[trait]!, weights[trait]!);
    }
    for (let j = from; j < to; j += 1) out[j]! /= total;
    // The few that know a part came out as NaN.
    for (const j of partly) {
      if (j >= from && j < to) out[j] = knownGaps(profile, values, count, j, settings);
    }
  };
}

/** Adds weight · (1 − gap) of one trait to `out`; a function by itself, so that it is compiled once and well. */
function addCloseness(
  out: Float64Array,
  from: number,
  to: number,
  values: Float64Array,
  column: number,
  own: number,
  inverse: number,
  weight: number,
): void {
  for (let j = from; j < to; j += 1) {
    const gap = Math.abs(own - values[column + j]!) * inverse;
    out[j]! += weight * (1 - (gap > 1 ? 1 : gap));
  }
}

/** Adds weight · gap of one trait to `out`. */
function addGaps(
  out: Float64Array,
  from: number,
  to: number,
  values: Float64Array,
  column: number,
  own: number,
  inverse: number,
  weight: number,
): void {
  for (let j = from; j < to; j += 1) {
    const gap = Math.abs(own - values[column + j]!) * inverse;
    out[j]! += weight * (gap > 1 ? 1 : gap);
  }
}

/** `gapKernel` for a list of profiles, in the same order of operations. */
export function gapsAt(
  profile: Float64Array,
  { values, count }: ProfileBlock,
  profiles: Int32Array,
  length: number,
  out: Float64Array,
  settings: GapSettings,
): void {
  const { weights, inverses, different } = settings;
  let total = 0;
  for (const weight of weights) total += weight;
  for (let trait = 0; trait < weights.length; trait += 1) {
    const own = profile[trait]!;
    const inverse = inverses[trait]!;
    const weight = weights[trait]!;
    const column = trait * count;
    const isDifferent = different[trait]!;
    for (let at = 0; at < length; at += 1) {
      const gap = Math.abs(own - values[column + profiles[at]!]!) * inverse;
      const held = gap > 1 ? 1 : gap;
      const part = weight * (isDifferent ? held : 1 - held);
      out[at] = trait === 0 ? part : out[at]! + part;
    }
  }
  for (let at = 0; at < length; at += 1) {
    out[at]! /= total;
    // Who knows a part came out as NaN, like who knows nothing.
    if (Number.isNaN(out[at]!)) out[at] = knownGaps(profile, values, count, profiles[at]!, settings);
  }
}

function knownGaps(
  profile: Float64Array,
  values: Float64Array,
  count: number,
  j: number,
  { weights, inverses, different }: GapSettings,
): number {
  let sum = 0;
  let known = 0;
  for (let trait = 0; trait < weights.length; trait += 1) {
    const gap = Math.abs(profile[trait]! - values[trait * count + j]!) * inverses[trait]!;
    if (Number.isNaN(gap)) continue;
    const held = gap > 1 ? 1 : gap;
    sum += weights[trait]! * (different[trait] ? held : 1 - held);
    known += weights[trait]!;
  }
  return sum / known;
}

/** 1 − √(weighted mean of the squared gaps). */
export function euclideanKernel({ weights, inverses }: GapSettings): ProfileKernel {
  return (profile, { values, count }, out, from, to) => {
    for (let j = from; j < to; j += 1) {
      let sum = 0;
      let known = 0;
      for (let trait = 0; trait < weights.length; trait += 1) {
        const gap = Math.abs(profile[trait]! - values[trait * count + j]!) * inverses[trait]!;
        if (Number.isNaN(gap)) continue;
        sum += weights[trait]! * (gap > 1 ? 1 : gap * gap);
        known += weights[trait]!;
      }
      out[j] = 1 - Math.sqrt(sum / known);
    }
  };
}

/** (1 + r)/2 of a coefficient over the traits that both profiles have, at least three of them. */
export function correlationKernel(coefficient: Coefficient, width: number): ProfileKernel {
  const first = new Float64Array(width);
  const second = new Float64Array(width);
  return (profile, { values, count }, out, from, to) => {
    for (let j = from; j < to; j += 1) {
      let known = 0;
      for (let trait = 0; trait < width; trait += 1) {
        const one = profile[trait]!;
        const other = values[trait * count + j]!;
        if (Number.isNaN(one) || Number.isNaN(other)) continue;
        first[known] = one;
        second[known] = other;
        known += 1;
      }
      out[j] = known < fewestForCorrelation ? Number.NaN : (1 + coefficient(first, second, known)) / 2;
    }
  };
}

/** A coefficient in [−1, 1] of the first `known` values of two profiles; `NaN` where it is undefined. */
export type Coefficient = (first: Float64Array, second: Float64Array, known: number) => number;

/** Pearson's correlation, in the order of operations of ml-distance, so that the two agree to the last bit. */
export const pearson: Coefficient = (first, second, known) => {
  let sumOne = 0;
  let sumOther = 0;
  for (let i = 0; i < known; i += 1) {
    sumOne += first[i]!;
    sumOther += second[i]!;
  }
  const meanOne = sumOne / known;
  const meanOther = sumOther / known;
  let product = 0;
  let squaresOne = 0;
  let squaresOther = 0;
  for (let i = 0; i < known; i += 1) {
    const one = first[i]! - meanOne;
    const other = second[i]! - meanOther;
    product += one * other;
    squaresOne += one * one;
    squaresOther += other * other;
  }
  if (isFlat(squaresOne, meanOne, known) || isFlat(squaresOther, meanOther, known)) return Number.NaN;
  return heldInRange(product / Math.sqrt(squaresOne * squaresOther));
};

/** The cosine, in the order of operations of ml-distance. */
export const cosine: Coefficient = (first, second, known) => {
  let product = 0;
  let squaresOne = 0;
  let squaresOther = 0;
  for (let i = 0; i < known; i += 1) {
    product += first[i]! * second[i]!;
    squaresOne += first[i]! * first[i]!;
    squaresOther += second[i]! * second[i]!;
  }
  if (isZero(squaresOne) || isZero(squaresOther)) return Number.NaN;
  return heldInRange(product / Math.sqrt(squaresOne * squaresOther));
};

/** The double-entry intraclass correlation, in the order of operations of `doubleEntryCorrelation`. */
export const doubleEntry: Coefficient = (first, second, known) => {
  let sum = 0;
  for (let i = 0; i < known; i += 1) sum += first[i]! + second[i]!;
  const mean = sum / (2 * known);
  let product = 0;
  let squares = 0;
  for (let i = 0; i < known; i += 1) {
    const one = first[i]! - mean;
    const other = second[i]! - mean;
    product += one * other;
    squares += one * one + other * other;
  }
  return isFlat(squares, mean, 2 * known) ? Number.NaN : heldInRange((2 * product) / squares);
};
