import { numbersOf } from '../field.js';
import type { FactorKind, FactorOptions } from '../kind.js';
import { compileNumberRows } from '../number-rows.js';
import type { SpecCheck } from '../spec-check.js';

/** A value by gap, `{ "1": 0.75, "2": 1 }`; gaps that are not listed get `otherwise` (0 unless given). */
export interface GradeGapTable extends FactorOptions {
  readonly table: Readonly<Record<string, number>>;
  readonly otherwise?: number;
  readonly plateau?: never;
  readonly ramp?: never;
}

/**
 * 1 for gaps from `plateau.from` to `plateau.to`, falling linearly to 0 at `ramp.below` grades below and
 * `ramp.above` grades above it (0 = at once).
 */
export interface GradeGapPlateau extends FactorOptions {
  readonly plateau?: { readonly from: number; readonly to: number };
  readonly ramp?: { readonly below: number; readonly above: number };
  readonly table?: never;
  readonly otherwise?: never;
}

export type GradeGapOptions = GradeGapTable | GradeGapPlateau;

/** One to three grades above the mentee is best; none above and six above are worth nothing. */
const usualPlateau = { from: 1, to: 3 };
const usualRamp = { below: 1, above: 3 };

/**
 * How well the mentor's lead in experience fits: a function of the mentor's grade − the mentee's grade.
 * Unknown where either grade is.
 */
export const gradeGap: FactorKind<GradeGapOptions> = {
  check: (spec) => {
    if (spec.get('table') !== undefined) {
      spec.value('table', 'values in [0, 1] by whole gap, such as { "1": 0.75, "2": 1 }', isTable);
      spec.number('otherwise', { minimum: 0, maximum: 1 });
    } else {
      checkPair(spec, 'plateau', ['from', 'to'], ({ from, to }) => from! <= to!, 'from ≤ to');
      checkPair(
        spec,
        'ramp',
        ['below', 'above'],
        ({ below, above }) => below! >= 0 && above! >= 0,
        'both ≥ 0',
      );
    }
  },
  fields: () => ({ mentees: ['grade'], mentors: ['grade'] }),
  compile: (options, { mentees, mentors }) => {
    const own = numbersOf(mentees, 'grade');
    const others = numbersOf(mentors, 'grade');
    const worth = worthOf(options);
    return {
      ...compileNumberRows(own, others, (one, other) => worth(other - one)),
      explain: (mentee, mentor) => {
        const gap = others[mentor]! - own[mentee]!;
        return {
          menteeGrade: mentees[mentee]!.grade ?? null,
          mentorGrade: mentors[mentor]!.grade ?? null,
          gap: Number.isNaN(gap) ? null : gap,
        };
      },
    };
  },
};

function worthOf(options: GradeGapOptions): (gap: number) => number {
  if (options.table !== undefined) {
    const { table, otherwise = 0 } = options;
    const byGap = new Map(Object.entries(table).map(([gap, value]) => [Number(gap), value]));
    return (gap) => (Number.isNaN(gap) ? gap : (byGap.get(gap) ?? otherwise));
  }
  const { from, to } = options.plateau ?? usualPlateau;
  const { below, above } = options.ramp ?? usualRamp;
  return (gap) => {
    if (gap >= from && gap <= to) return 1;
    const [distance, width] = gap < from ? [from - gap, below] : [gap - to, above];
    return distance >= width ? 0 : 1 - distance / width;
  };
}

function isTable(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([gap, worth]) => /^-?\d+$/.test(gap) && typeof worth === 'number' && worth >= 0 && worth <= 1,
  );
}

function checkPair(
  spec: SpecCheck,
  name: string,
  parts: readonly [string, string],
  holds: (pair: Record<string, number>) => boolean,
  rule: string,
): void {
  spec.value(name, `{ ${parts.join(', ')} }, finite numbers with ${rule}`, (value) => {
    if (typeof value !== 'object' || value === null) return false;
    const pair = value as Record<string, number>;
    return parts.every((part) => Number.isFinite(pair[part])) && holds(pair);
  });
}
