import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInputError } from '../../src/index.js';
import {
  findBlockingPairs,
  type PreferenceLists,
  solveStableMatching,
  stableSteps,
} from '../../src/stable/index.js';
import { randomFrom } from '../support/random.js';

interface Example {
  readonly name: string;
  readonly residents: Readonly<Record<string, readonly string[]>>;
  readonly hospitals: Readonly<Record<string, readonly string[]>>;
  readonly capacities: Readonly<Record<string, number>>;
  readonly residentOptimal: Readonly<Record<string, readonly string[]>>;
  readonly hospitalOptimal: Readonly<Record<string, readonly string[]>>;
  readonly expectedResidentOptimal?: Readonly<Record<string, readonly string[]>>;
}

const path = new URL('../data/stable/hospital_resident_examples.json', import.meta.url);
const examples = JSON.parse(readFileSync(path, 'utf8')) as readonly Example[];

interface Market extends PreferenceLists {
  readonly capacities: readonly number[];
}

/** Lists of some of the partners in random order; not every listed partner lists back. */
function market(seed: number, rows: number, columns: number, mostPlaces = 3): Market {
  const random = randomFrom(seed);
  const share = [0.4, 0.8, 1][random.whole(0, 2)]!;
  const list = (partners: number) => shuffled(partners, random).filter(() => random.next() < share);
  return {
    rowPreferences: Array.from({ length: rows }, () => list(columns)),
    columnPreferences: Array.from({ length: columns }, () => list(rows)),
    capacities: Array.from({ length: columns }, () => random.whole(Math.min(1, 3 - mostPlaces), mostPlaces)),
  };
}

function shuffled(count: number, random: { whole(lowest: number, highest: number): number }): number[] {
  const items = Array.from({ length: count }, (_, at) => at);
  for (let at = count - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}

const solve = ({ capacities, ...lists }: Market, optimalFor: 'rows' | 'columns' = 'rows') =>
  Array.from(solveStableMatching(lists, { capacities, optimalFor }).rowToColumn);
const blocking = ({ capacities, ...lists }: Market, rowToColumn: readonly number[]) =>
  findBlockingPairs(lists, rowToColumn, { capacities });
/** Position in a row's list; the length where it has no column. */
const rankOf = (list: ArrayLike<number>, partner: number) =>
  partner < 0 ? list.length : Array.from(list).indexOf(partner);

/** Every matching of pairs that list each other. */
function everyMatching({ rowPreferences, columnPreferences, capacities }: Market): number[][] {
  const left = [...capacities];
  const found: number[][] = [];
  const chosen: number[] = [];
  const visit = (row: number): void => {
    if (row === rowPreferences.length) {
      found.push([...chosen]);
      return;
    }
    for (const column of [-1, ...Array.from(rowPreferences[row]!)]) {
      if (column >= 0 && (left[column] === 0 || !Array.from(columnPreferences[column]!).includes(row)))
        continue;
      if (column >= 0) left[column]! -= 1;
      chosen.push(column);
      visit(row + 1);
      chosen.pop();
      if (column >= 0) left[column]! += 1;
    }
  };
  visit(0);
  return found;
}

/** By the definition, pair by pair, without the library; by row, then by the row's list. */
function blockingByDefinition(
  { rowPreferences, columnPreferences, capacities }: Market,
  matching: readonly number[],
): { row: number; column: number }[] {
  return rowPreferences.flatMap((list, row) =>
    Array.from(list).flatMap((column) => {
      const ofColumn = Array.from(columnPreferences[column]!);
      if (!ofColumn.includes(row) || rankOf(list, column) >= rankOf(list, matching[row]!)) return [];
      const held = matching.flatMap((taken, holder) => (taken === column ? [holder] : []));
      const isFull = held.length >= capacities[column]!;
      const isContent = isFull && held.every((holder) => ofColumn.indexOf(holder) < ofColumn.indexOf(row));
      return isContent ? [] : [{ row, column }];
    }),
  );
}

const isStable = (market: Market, matching: readonly number[]) =>
  blockingByDefinition(market, matching).length === 0;

const small = fc
  .record({ seed: fc.nat(), rows: fc.nat(5), columns: fc.nat(4) })
  .map(({ seed, rows, columns }) => market(seed, rows, columns));

describe('solveStableMatching', () => {
  it.each(examples)('$name: as the source expects, for either side', (example) => {
    const residents = Object.keys(example.residents);
    const hospitals = Object.keys(example.hospitals);
    const lists = {
      rowPreferences: residents.map((name) => example.residents[name]!.map((at) => hospitals.indexOf(at))),
      columnPreferences: hospitals.map((name) => example.hospitals[name]!.map((at) => residents.indexOf(at))),
      capacities: hospitals.map((name) => example.capacities[name]!),
    };
    const byHospital = (rowToColumn: readonly number[]) =>
      Object.fromEntries(
        hospitals.map((name, column) => [
          name,
          residents.filter((_, row) => rowToColumn[row] === column).sort(),
        ]),
      );
    const sorted = (matching: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(hospitals.map((name) => [name, [...(matching[name] ?? [])].sort()]));
    expect(byHospital(solve(lists))).toEqual(sorted(example.residentOptimal));
    expect(byHospital(solve(lists, 'columns'))).toEqual(sorted(example.hospitalOptimal));
    if (example.expectedResidentOptimal !== undefined)
      expect(byHospital(solve(lists))).toEqual(sorted(example.expectedResidentOptimal));
  });

  it('lies at the two ends of all stable matchings, for every row', () => {
    const numRuns = 300;
    let several = 0;
    const square = fc.nat().map((seed) => market(seed, 5, 5, 1));
    fc.assert(
      fc.property(fc.oneof(small, square), (each) => {
        const stable = everyMatching(each).filter((matching) => isStable(each, matching));
        const best = solve(each, 'rows');
        const worst = solve(each, 'columns');
        expect(stable).toContainEqual(best);
        expect(stable).toContainEqual(worst);
        if (stable.length > 1) several += 1;
        for (const matching of stable)
          matching.forEach((column, row) => {
            const list = each.rowPreferences[row]!;
            expect(rankOf(list, best[row]!)).toBeLessThanOrEqual(rankOf(list, column));
            expect(rankOf(list, column)).toBeLessThanOrEqual(rankOf(list, worst[row]!));
          });
      }),
      { numRuns },
    );
    expect(several).toBeGreaterThan(numRuns / 30);
  });

  it('has no blocking pair at any size, and the same rows without a column for either side', () => {
    for (let seed = 0; seed < 12; seed++) {
      const each = market(seed, 150 + seed, 60 + 7 * seed);
      const ofRows = solve(each, 'rows');
      const ofColumns = solve(each, 'columns');
      expect(blocking(each, ofRows)).toEqual([]);
      expect(blocking(each, ofColumns)).toEqual([]);
      // The rural hospitals theorem.
      expect(ofRows.map((column) => column < 0)).toEqual(ofColumns.map((column) => column < 0));
    }
  });

  it('never gives a row more for another list than for its own, by its own list', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.nat(), (each, pick, seed) => {
        const rows = each.rowPreferences.length;
        fc.pre(rows > 0);
        const liar = pick % rows;
        const random = randomFrom(seed);
        const own = each.rowPreferences[liar]!;
        const told = shuffled(each.columnPreferences.length, random).filter(() => random.next() < 0.7);
        const lists = [...each.rowPreferences];
        lists[liar] = told;
        const honest = solve(each)[liar]!;
        const lied = solve({ ...each, rowPreferences: lists })[liar]!;
        // A column that is not on the own list is worse than none.
        const rankOfLie = rankOf(own, lied) < 0 ? Infinity : rankOf(own, lied);
        expect(rankOf(own, honest)).toBeLessThanOrEqual(rankOfLie);
      }),
      { numRuns: 400 },
    );
  });

  it('is never worse for a row that lists one column more, in its honest order', () => {
    fc.assert(
      fc.property(small, fc.nat(), (each, pick) => {
        const rows = each.rowPreferences.length;
        fc.pre(rows > 0);
        const row = pick % rows;
        const own = Array.from(each.rowPreferences[row]!);
        let before = own.length;
        for (let length = 0; length <= own.length; length++) {
          const lists = [...each.rowPreferences];
          lists[row] = own.slice(0, length);
          const rank = rankOf(own, solve({ ...each, rowPreferences: lists })[row]!);
          expect(rank).toBeLessThanOrEqual(before);
          before = rank;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is never worse for any row when a column gets one place more', () => {
    fc.assert(
      fc.property(small, fc.nat(), (each, pick) => {
        fc.pre(each.capacities.length > 0);
        const raised = [...each.capacities];
        raised[pick % raised.length]! += 1;
        const before = solve(each);
        solve({ ...each, capacities: raised }).forEach((column, row) => {
          const list = each.rowPreferences[row]!;
          expect(rankOf(list, column)).toBeLessThanOrEqual(rankOf(list, before[row]!));
        });
      }),
      { numRuns: 200 },
    );
  });

  it('finds exactly the blocking pairs that the definition has', () => {
    const numRuns = 200;
    let found = 0;
    fc.assert(
      fc.property(small, fc.nat(), (each, pick) => {
        const all = everyMatching(each);
        const matching = all[pick % all.length]!;
        const pairs = blocking(each, matching);
        found += pairs.length;
        expect(pairs).toEqual(blockingByDefinition(each, matching));
      }),
      { numRuns },
    );
    expect(found).toBeGreaterThan(numRuns / 4);
  });

  it('stops to report after every eighth list that is read, and every 256th turn of those who come back', () => {
    const reportsOf = (lists: PreferenceLists) => {
      const reports = [];
      const steps = stableSteps(lists, {});
      for (let step = steps.next(); !step.done; step = steps.next()) reports.push(step.value);
      return reports;
    };
    const all = Array.from({ length: 40 }, (_, at) => at);
    // Each has a place of their own.
    const apart = { rowPreferences: all.map((at) => [at]), columnPreferences: all.map((at) => [at]) };
    expect(reportsOf(apart)).toEqual([1, 9, 17, 25, 33].map((done) => ({ done, of: 40 })));
    // All want the same column, which always prefers the next: each drives the one before out, as does the next best.
    const crowded = {
      rowPreferences: all.map(() => all),
      columnPreferences: all.map(() => [...all].reverse()),
    };
    const reports = reportsOf(crowded);
    const turns = (40 * 39) / 2;
    expect(reports).toHaveLength(5 + Math.ceil(turns / 256));
    expect(reports.at(-1)).toEqual({ done: 40, of: 40 });
  });

  it('takes typed arrays, nobody, and everybody with the same list', () => {
    expect(solveStableMatching({ rowPreferences: [], columnPreferences: [] }).rowToColumn).toHaveLength(0);
    const same = {
      rowPreferences: [Int32Array.of(0, 1), Int32Array.of(0, 1), Int32Array.of(0, 1)],
      columnPreferences: [Uint8Array.of(2, 1, 0), Uint8Array.of(2, 1, 0)],
    };
    expect(Array.from(solveStableMatching(same).rowToColumn)).toEqual([-1, 1, 0]);
    const { rowToColumn } = solveStableMatching(same, { capacities: [0, 3] });
    expect(Array.from(rowToColumn)).toEqual([1, 1, 1]);
  });

  it.each([
    ['no lists', () => solveStableMatching(null as never), 'preferences'],
    [
      'lists that cannot be read',
      () =>
        solveStableMatching({
          columnPreferences: [],
          get rowPreferences(): never {
            throw new Error('out of reach');
          },
        }),
      'plain data',
    ],
    [
      'a list that is none',
      () => solveStableMatching({ rowPreferences: [3 as never], columnPreferences: [] }),
      'rowPreferences[0]',
    ],
    [
      'a partner listed twice, and one that is not there',
      () => solveStableMatching({ rowPreferences: [[0, 0, 1]], columnPreferences: [[0]] }),
      'preferences.rowPreferences[0][2]',
    ],
    [
      'a hole',
      () => solveStableMatching({ rowPreferences: new Array(1), columnPreferences: [] }),
      'rowPreferences[0]',
    ],
    [
      'capacities of another number',
      () => solveStableMatching({ rowPreferences: [], columnPreferences: [[]] }, { capacities: [] }),
      'capacities.length',
    ],
    [
      'half a place',
      () => solveStableMatching({ rowPreferences: [], columnPreferences: [[]] }, { capacities: [0.5] }),
      'capacities[0]',
    ],
    [
      'a side that is none',
      () => solveStableMatching({ rowPreferences: [], columnPreferences: [] }, { optimalFor: 'us' as never }),
      'optimalFor',
    ],
    [
      'an option that is none',
      () => solveStableMatching({ rowPreferences: [], columnPreferences: [] }, { capacites: [] } as never),
      '"capacities" perhaps',
    ],
    [
      'a source without functions',
      () => solveStableMatching({ rows: 1, columns: 1, listOfRow: () => [0] } as never),
      'compareForColumn',
    ],
    [
      'a matching of another size',
      () => findBlockingPairs({ rowPreferences: [[]], columnPreferences: [] }, []),
      'rowToColumn.length',
    ],
    [
      'a matching of pairs that do not list each other',
      () => findBlockingPairs({ rowPreferences: [[]], columnPreferences: [[0]] }, [0]),
      'rowToColumn[0]',
    ],
    [
      'a column with more rows than places',
      () =>
        findBlockingPairs({ rowPreferences: [[0], [0]], columnPreferences: [[0, 1]] }, [0, 0], {
          capacities: [1],
        }),
      'rowToColumn[1]',
    ],
  ])('refuses %s', (_, call, place) => {
    let error: unknown;
    try {
      call();
    } catch (thrown) {
      error = thrown;
    }
    expect(isInputError(error)).toBe(true);
    expect(String(error)).toContain(place);
  });

  it.each<[() => unknown, ...string[]]>([
    [
      () => solveStableMatching({ rowPreferences: [] } as never),
      'preferences is {"rowPreferences":[]}; expected { rowPreferences, columnPreferences }, or a preference source',
    ],
    [
      () => solveStableMatching({ rowPreferences: [[0, 0, 1]], columnPreferences: [[0, 1, 0], 3] } as never),
      'preferences.rowPreferences[0][1] is 0; expected each of the columns once',
      'preferences.columnPreferences[0][1] is 1; expected a whole number ≥ 0 and below 1',
      'preferences.columnPreferences[0][2] is 0; expected each of the rows once',
      'preferences.columnPreferences[1] is 3; expected a list of rows, best first',
    ],
    [
      () =>
        solveStableMatching({
          rowPreferences: [new DataView(new ArrayBuffer(2))],
          columnPreferences: [],
        } as never),
      'preferences.rowPreferences[0] is a typed array; expected a list of columns, best first',
    ],
    [
      () => solveStableMatching({ rowPreferences: [], columnPreferences: [] }, { capacities: null } as never),
      'capacities.length is missing; expected 0, one per column',
    ],
    [
      () =>
        solveStableMatching({ rowPreferences: [], columnPreferences: [[], []] }, { capacities: [0.5, -1] }),
      'capacities[0] is 0.5; expected a whole number ≥ 0',
      'capacities[1] is -1; expected a whole number ≥ 0',
    ],
    [
      () => solveStableMatching({ rowPreferences: [], columnPreferences: [] }, { optimalFor: 'us' } as never),
      `optimalFor is "us"; expected 'rows' or 'columns'`,
    ],
    [
      () => solveStableMatching({ rows: -1, columns: 0.5, listOfRow: () => [0] } as never),
      'preferences.rows is -1; expected a whole number ≥ 0',
      'preferences.columns is 0.5; expected a whole number ≥ 0',
      'preferences.listOfColumn is missing; expected a function',
      'preferences.isAcceptable is missing; expected a function',
      'preferences.compareForRow is missing; expected a function',
      'preferences.compareForColumn is missing; expected a function',
    ],
    [
      () => findBlockingPairs({ rowPreferences: [[]], columnPreferences: [] }, null as never),
      'rowToColumn.length is missing; expected 1, one column per row',
    ],
    [
      () => findBlockingPairs({ rowPreferences: [[]], columnPreferences: [] }, 'a' as never),
      'rowToColumn.length is 1; expected 1, one column per row',
    ],
    [
      () =>
        findBlockingPairs({ rowPreferences: [[], [], [], [0]], columnPreferences: [[0]] }, [0, 1, -2, 0.5]),
      'rowToColumn[0] is 0; expected a column where each lists the other',
      'rowToColumn[1] is 1; expected a whole number from −1 to 0',
      'rowToColumn[2] is -2; expected a whole number from −1 to 0',
      'rowToColumn[3] is 0.5; expected a whole number from −1 to 0',
    ],
    [
      () => findBlockingPairs({ rowPreferences: [[0], [0]], columnPreferences: [[0, 1]] }, [0, 0]),
      'rowToColumn[1] is 0; expected a column that holds at most 1',
    ],
  ])('says in words what it is that is wrong: %s', (call, ...problems) => {
    let error: unknown;
    try {
      call();
    } catch (thrown) {
      error = thrown;
    }
    expect(isInputError(error)).toBe(true);
    for (const problem of problems) expect(`${String(error)}\n`).toContain(`${problem}\n`);
  });
});
