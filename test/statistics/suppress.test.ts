import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountTable, type ShownRow, suppressSmallGroups } from '../../src/statistics/index.js';

const share = { lowest: 0, highest: 1 };
const rating = { lowest: 1, highest: 5 };

/** Rows as programmes have them: who enrolled is a share of who was asked, who answered of who enrolled … */
const rows: ShownRow[] = [
  { numerator: 'enrolled', denominator: 'asked', people: 'asked', each: share },
  { numerator: 'matched', denominator: 'enrolled', people: 'enrolled', each: share },
  { numerator: 'answered', denominator: 'matched', people: 'matched', each: share },
  { numerator: 'stars', denominator: 'answered', people: 'answered', each: rating },
  { numerator: 'minutes', denominator: 'matched', people: 'matched', each: null },
];

interface Group {
  readonly asked: number;
  readonly enrolled: number;
  readonly matched: number;
  readonly answered: number;
  readonly stars: number;
  readonly minutes: number;
}

const upTo = (most: number) =>
  fc.oneof(fc.constant(0), fc.constant(most), fc.integer({ min: 0, max: most }), fc.nat(Math.min(most, 6)));

const group: fc.Arbitrary<Group> = fc.integer({ min: 0, max: 30 }).chain((asked) =>
  upTo(asked).chain((enrolled) =>
    upTo(enrolled).chain((matched) =>
      upTo(matched).chain((answered) =>
        fc.record({
          asked: fc.constant(asked),
          enrolled: fc.constant(enrolled),
          matched: fc.constant(matched),
          answered: fc.constant(answered),
          stars: fc.integer({ min: answered, max: 5 * answered }),
          minutes: fc.nat(500),
        }),
      ),
    ),
  ),
);

const names = ['asked', 'enrolled', 'matched', 'answered', 'stars', 'minutes'] as const;

function tableOf(groups: readonly Group[]): CountTable {
  return Object.fromEntries(names.map((name) => [name, groups.map((each) => each[name])]));
}

/** Cells of a count that the rows leave hidden: those that no row shows. */
function hiddenCells(hidden: readonly boolean[][], name: string, groups: number): number[] {
  const showing = rows.map((row, at) => ({ row, at })).filter(({ row }) => uses(row, name));
  return [...Array(groups).keys()].filter((each) => showing.every(({ at }) => hidden[at]![each]));
}

const uses = ({ numerator, denominator }: ShownRow, name: string) =>
  numerator === name || denominator === name;

/**
 * The attacker: writes down what is known as linear equations over all cells (every total, every shown cell),
 * eliminates, and returns the cells whose value follows though they are hidden.
 */
function solvedCells(hidden: readonly boolean[][], groups: number): { name: string; group: number }[] {
  const variables = names.flatMap((name) => [...Array(groups).keys()].map((each) => ({ name, group: each })));
  const isHidden = ({ name, group: each }: { name: string; group: number }) =>
    hiddenCells(hidden, name, groups).includes(each);
  const equations: number[][] = names.map((name) => variables.map((each) => (each.name === name ? 1 : 0)));
  variables.forEach((each, at) => {
    if (!isHidden(each)) equations.push(variables.map((_, other) => (other === at ? 1 : 0)));
  });
  let rank = 0;
  for (let column = 0; column < variables.length; column += 1) {
    const pivot = equations.findIndex((equation, at) => at >= rank && Math.abs(equation[column]!) > 1e-9);
    if (pivot < 0) continue;
    [equations[rank], equations[pivot]] = [equations[pivot]!, equations[rank]!];
    const scale = equations[rank]![column]!;
    equations[rank] = equations[rank]!.map((value) => value / scale);
    equations.forEach((equation, at) => {
      if (at === rank || equation[column] === 0) return;
      const times = equation[column]!;
      equations[at] = equation.map((value, place) => value - times * equations[rank]![place]!);
    });
    rank += 1;
  }
  return variables.filter((each, at) => {
    const alone = equations.some(
      (equation) =>
        Math.abs(equation[at]! - 1) < 1e-9 && equation.every((value, other) => other === at || value === 0),
    );
    return alone && isHidden(each);
  });
}

describe('suppressSmallGroups', () => {
  it('hides a small group, and with it the smallest other one', () => {
    const table = { matched: [3, 9, 12, 0], enrolled: [4, 10, 20, 0] };
    const row = { numerator: 'matched', denominator: 'enrolled', people: 'enrolled', each: share };
    expect(suppressSmallGroups([row], table, { smallestGroup: 5 })).toEqual([[true, true, false, false]]);
  });

  it('hides the smallest other group wherever it stands, and goes on until all that is hidden is no small group', () => {
    const row = { numerator: 'hours', denominator: 'enrolled', people: 'enrolled', each: null };
    const of = (enrolled: readonly number[]) =>
      suppressSmallGroups(
        [row],
        { enrolled, hours: enrolled.map((_, at) => 10 * at + 7) },
        { smallestGroup: 5 },
      )[0];
    expect(of([20, 3, 30, 9])).toEqual([false, true, false, true]);
    expect(of([20, 1, 2, 30, 9])).toEqual([false, true, true, false, true]);
    expect(of([20, 2, 4, 9])).toEqual([false, true, true, false]);
    expect(of([7, 9, 12])).toEqual([false, false, false]);
  });

  it('does not count an empty group, which is hidden elsewhere, as a second one', () => {
    const of = { denominator: 'asked', people: 'asked', each: null };
    const table = { asked: [6, 0, 3, 8], hours: [9, 9, 9, 9] };
    expect(suppressSmallGroups([{ ...of, numerator: 'hours' }], table, { smallestGroup: 5 })).toEqual([
      [true, false, true, false],
    ]);
  });

  it('hides nothing where nobody needs it', () => {
    const table = { matched: [6, 9], enrolled: [7, 10] };
    const row = { numerator: 'matched', denominator: 'enrolled', people: 'enrolled', each: share };
    expect(suppressSmallGroups([row], table, { smallestGroup: 5 })).toEqual([[false, false]]);
    expect(suppressSmallGroups([], {}, { smallestGroup: 5 })).toEqual([]);
  });

  it('masks 0 % and 100 % of a group below ten, not of one of ten', () => {
    const row = { numerator: 'matched', denominator: 'enrolled', people: 'enrolled', each: share };
    const hiddenOf = (matched: number, enrolled: number) =>
      suppressSmallGroups(
        [row],
        { matched: [matched, 9, 8], enrolled: [enrolled, 30, 40] },
        { smallestGroup: 5 },
      )[0]![0];
    expect(hiddenOf(9, 9)).toBe(true);
    expect(hiddenOf(0, 9)).toBe(true);
    expect(hiddenOf(8, 9)).toBe(false);
    expect(hiddenOf(10, 10)).toBe(false);
  });

  it('looks at people, not at how often they count, and at nothing where the smallest group is 1', () => {
    const meetings = { numerator: 'held', denominator: 'due', people: 'people', each: share };
    const table = { held: [30, 20, 1], due: [40, 25, 1], people: [4, 9, 1] };
    expect(suppressSmallGroups([meetings], table, { smallestGroup: 5 })).toEqual([[true, false, true]]);
    expect(suppressSmallGroups([meetings], table, { smallestGroup: 1 })).toEqual([[false, false, false]]);
  });

  it('hides a count in every row that shows it', () => {
    const table = { asked: [20, 20, 20], enrolled: [3, 12, 14], matched: [2, 6, 9] };
    const hidden = suppressSmallGroups(
      [
        { numerator: 'enrolled', denominator: 'asked', people: 'asked', each: share },
        { numerator: 'matched', denominator: 'enrolled', people: 'enrolled', each: share },
      ],
      table,
      { smallestGroup: 5 },
    );
    expect(hidden).toEqual([
      [true, true, false],
      [true, true, false],
    ]);
  });

  it('leaves no hidden number that follows from totals and what is shown, in any table', () => {
    const tables = fc.array(group, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 8 }), (groups, smallestGroup) => {
        const hidden = suppressSmallGroups(rows, tableOf(groups), { smallestGroup });
        expect(solvedCells(hidden, groups.length)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves no hidden share that follows for one who knows every denominator and that 0 ≤ hits ≤ n', () => {
    const tables = fc.array(group, { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 8 }), (groups, smallestGroup) => {
        const hidden = suppressSmallGroups(rows, tableOf(groups), { smallestGroup });
        rows.slice(0, 3).forEach((row, at) => {
          const [hits, of] = [row.numerator as keyof Group, row.denominator as keyof Group];
          const inside = groups.filter((each, place) => hidden[at]![place] && each[of] > 0);
          const sum = (name: keyof Group) => inside.reduce((all, each) => all + each[name], 0);
          const everyone = groups.every((each, place) => hidden[at]![place] || each[of] === 0);
          if (everyone) return; // Then nothing but the total is shown.
          for (const each of inside) {
            const least = Math.max(0, sum(hits) - (sum(of) - each[of]));
            const most = Math.min(each[of], sum(hits));
            expect(most).toBeGreaterThan(least);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('shows no group below the smallest and no end of a small one', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 6 }), (groups) => {
        const hidden = suppressSmallGroups(rows, tableOf(groups), { smallestGroup: 5 });
        rows.forEach((row, at) => {
          groups.forEach((each, place) => {
            const n = each[row.denominator as keyof Group];
            if (n > 0 && n < 5) expect(hidden[at]![place]).toBe(true);
          });
        });
      }),
    );
  });
});
