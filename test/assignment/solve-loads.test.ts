import loadHighs from 'highs';
import { describe, expect, it } from 'vitest';
import {
  type CostMatrix,
  costMatrix,
  findLoadViolations,
  type LoadOptions,
  type LoadPrice,
  loadBound,
  type OptimalLoads,
  solveAssignment,
  solveLoads,
  sparseCosts,
} from '../../src/assignment/index.js';
import { random } from './instances.js';

interface Instance {
  readonly name: string;
  readonly cost: CostMatrix;
  readonly options: LoadOptions;
}

/** Few distinct costs, forbidden pairs, capacities 0 … 3, minimums, place costs, fixed pairs: all at random. */
function smallInstance(seed: number, largest = 4): Instance {
  const next = random(seed * 7919);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const rows = whole(0, largest);
  const columns = whole(0, largest);
  const forbidden = [0, 0.2, 0.5, 0.8][whole(0, 3)]!;
  const spread = [1, 3, 10, 1000][whole(0, 3)]!;
  const values = Float64Array.from({ length: rows * columns }, () =>
    next() < forbidden ? Infinity : whole(-spread, spread),
  );
  const cost = costMatrix(rows, columns, values);
  const capacities = Array.from({ length: columns }, () => whole(0, 3));
  const demands = Array.from({ length: rows }, () => whole(0, 3));
  const placeCosts = Array.from({ length: whole(0, 2) }, () => whole(0, spread)).sort((a, b) => a - b);
  const fixed: [number, number][] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const isTaken = (at: 0 | 1, index: number, most: number) =>
        fixed.filter((pair) => pair[at] === index).length >= most;
      if (next() > 0.12 || values[row * columns + column] === Infinity) continue;
      if (isTaken(0, row, demands[row]!) || isTaken(1, column, capacities[column]!)) continue;
      fixed.push([row, column]);
    }
  const options: LoadOptions = {
    first: next() < 0.3 ? 'cost' : 'counts',
    ...(next() < 0.8 ? { capacities } : { capacities, minimums: capacities.map(() => 0) }),
    ...(next() < 0.7 ? { minimums: capacities.map((most) => whole(0, most)) } : {}),
    ...(next() < 0.7 ? { placeCosts } : {}),
    ...(next() < 0.8 || fixed.length > 0 ? { demands, fixed } : {}),
  };
  return { name: `seed ${seed}, ${rows} × ${columns}`, cost, options };
}

interface Tuple {
  readonly assignedRows: number;
  readonly pairs: number;
  readonly shortfall: number;
  readonly totalCost: number;
}

const compare = (first: LoadOptions['first'], one: Tuple, other: Tuple) => {
  const counts =
    one.assignedRows - other.assignedRows || one.pairs - other.pairs || other.shortfall - one.shortfall;
  const cost = other.totalCost - one.totalCost;
  return first === 'cost' ? cost || counts : counts || cost;
};

/** The best tuple by trying every set of columns for every row. */
function bestByTrying({ cost, options }: Instance): Tuple {
  const { rows, columns, values } = cost;
  const { first, placeCosts = [], fixed = [] } = options;
  const of = (list: ArrayLike<number> | undefined, at: number, usual: number) => list?.[at] ?? usual;
  const held = new Array<number>(columns).fill(0);
  let best: Tuple | undefined;
  const placeCost = (place: number) =>
    place < 2 || placeCosts.length === 0 ? 0 : placeCosts[Math.min(place - 2, placeCosts.length - 1)]!;
  const visit = (row: number, assignedRows: number, pairs: number, sum: number): void => {
    if (row === rows) {
      let shortfall = 0;
      let totalCost = sum;
      held.forEach((load, column) => {
        shortfall += Math.max(0, of(options.minimums, column, 0) - load);
        for (let place = 1; place <= load; place++) totalCost += placeCost(place);
      });
      const found = { assignedRows, pairs, shortfall, totalCost };
      if (best === undefined || compare(first, found, best) > 0) best = found;
      return;
    }
    for (let set = 0; set < 1 << columns; set++) {
      const chosen = Array.from({ length: columns }, (_, column) => column).filter(
        (column) => (set >> column) & 1,
      );
      const isAllowed =
        chosen.length <= of(options.demands, row, 1) &&
        chosen.every((column) => values[row * columns + column] !== Infinity) &&
        chosen.every((column) => held[column]! < of(options.capacities, column, 1)) &&
        fixed.every(([of, column]) => of !== row || chosen.includes(column));
      if (!isAllowed) continue;
      for (const column of chosen) held[column]! += 1;
      const added = chosen.reduce((total, column) => total + values[row * columns + column]!, 0);
      visit(row + 1, assignedRows + (chosen.length > 0 ? 1 : 0), pairs + chosen.length, sum + added);
      for (const column of chosen) held[column]! -= 1;
    }
  };
  visit(0, 0, 0, 0);
  return best!;
}

const tupleOf = ({ assignedRows, pairs, shortfall, totalCost }: OptimalLoads): Tuple => ({
  assignedRows,
  pairs,
  shortfall,
  totalCost,
});

describe('solveLoads', () => {
  it('gives two columns to a row that wants two, and each pair once', () => {
    const result = solveLoads(
      [
        [4, 1, 2],
        [2, 3, 9],
      ],
      { demands: [2, 1], minimums: [0, 1, 0] },
    );
    expect(result.columnsOfRow).toEqual([[1, 2], [0]]);
    expect(tupleOf(result)).toEqual({ assignedRows: 2, pairs: 3, shortfall: 0, totalCost: 5 });
    expect(solveLoads([[1]], { demands: [3], capacities: [3] }).columnsOfRow).toEqual([[0]]);
  });

  it('gives every row a first column before any a second', () => {
    const cost = [
      [0, 0],
      [900, 900],
    ];
    expect(solveLoads(cost, { demands: [2, 2] })).toMatchObject({
      assignedRows: 2,
      pairs: 2,
      totalCost: 900,
    });
    expect(
      solveLoads(
        [
          [-9, -9],
          [0, 0],
        ],
        { demands: [2, 2], first: 'cost' },
      ).columnsOfRow,
    ).toEqual([[0, 1], []]);
  });

  it('fills minimums before it looks at costs, and never at the price of a pair', () => {
    const cost = [
      [0, 9],
      [0, 9],
    ];
    const capacities = [2, 2];
    expect(solveLoads(cost, { capacities }).totalCost).toBe(0);
    expect(solveLoads(cost, { capacities, minimums: [0, 1] })).toMatchObject({ totalCost: 9, shortfall: 0 });
    expect(solveLoads(cost, { capacities, minimums: [2, 2] })).toMatchObject({ totalCost: 0, shortfall: 2 });
    // Row 0 alone may have column 0, so column 1 stays one short.
    const scarce = [
      [0, 5],
      [Infinity, 5],
    ];
    expect(solveLoads(scarce, { minimums: [0, 1], capacities: [1, 2] })).toMatchObject({
      pairs: 2,
      shortfall: 0,
    });
  });

  it('evens loads as far as the place costs ask', () => {
    const cost = [
      [0, 3],
      [0, 3],
      [0, 3],
    ];
    const capacities = [3, 3];
    const loads = (placeCosts: number[]) => {
      const held = [0, 0];
      for (const [column] of solveLoads(cost, { capacities, placeCosts }).columnsOfRow) held[column!]! += 1;
      return held;
    };
    expect(loads([])).toEqual([3, 0]);
    expect(loads([1, 4])).toEqual([2, 1]);
    expect(loads([2])).toEqual([3, 0]);
    expect(loads([4])).toEqual([2, 1]);
  });

  it('is best of all loadings, and its prices prove it, on small problems of every kind', () => {
    for (let seed = 1; seed <= 1500; seed++) {
      const instance = smallInstance(seed, seed % 5 === 0 ? 4 : 3);
      const { cost, options, name } = instance;
      const result = solveLoads(cost, options);
      expect(findLoadViolations(cost, result, options), name).toEqual([]);
      expect(tupleOf(result), name).toEqual(bestByTrying(instance));
    }
  });

  it('says what would change if a row without a column had to have one', () => {
    let priced = 0;
    for (let seed = 1; seed <= 400; seed++) {
      const instance = smallInstance(seed);
      const { cost, options, name } = instance;
      const result = solveLoads(cost, { ...options, first: 'cost' });
      result.columnsOfRow.forEach((columns, row) => {
        if (columns.length > 0) expect(result.changeWithRow(row), name).toBeNull();
        if (columns.length > 0 || (options.demands?.[row] ?? 1) === 0) return;
        const change = result.changeWithRow(row);
        // By forcing each of its columns in turn.
        const forced = Array.from({ length: cost.columns }, (_, column) => column).flatMap((column) => {
          try {
            const fixed = [...(options.fixed ?? []), [row, column] as const];
            return [solveLoads(cost, { ...options, first: 'cost', fixed })];
          } catch {
            return [];
          }
        });
        const [best] = forced.sort((one, other) => compare('cost', tupleOf(other), tupleOf(one)));
        expect(change && { ...change, shortfall: 0 - change.minimums }, name).toEqual(
          best
            ? {
                rows: best.assignedRows - result.assignedRows,
                pairs: best.pairs - result.pairs,
                minimums: result.shortfall - best.shortfall,
                shortfall: best.shortfall - result.shortfall,
                cost: best.totalCost - result.totalCost,
              }
            : null,
        );
        priced += change === null ? 0 : 1;
      });
    }
    expect(priced).toBeGreaterThan(20);
  });

  it('reaches what the linear programmes reach, part by part (HiGHS)', async () => {
    // The declarations describe the CommonJS build; the ES module's default export is the loader.
    const highs = await (loadHighs as unknown as typeof loadHighs.default)();
    for (let seed = 1; seed <= 12; seed++) {
      const next = random(seed);
      const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
      const rows = whole(4, 14);
      const columns = whole(3, 9);
      const values = Float64Array.from({ length: rows * columns }, () =>
        next() < 0.4 ? Infinity : whole(-40, 60),
      );
      const capacities = Array.from({ length: columns }, () => whole(0, 4));
      const options = {
        capacities,
        demands: Array.from({ length: rows }, () => whole(1, 3)),
        minimums: capacities.map((most) => whole(0, most)),
        placeCosts: [whole(0, 20), whole(20, 40)],
      };
      const cost = costMatrix(rows, columns, values);
      const result = solveLoads(cost, options);
      expect(findLoadViolations(cost, result, options)).toEqual([]);
      const parts: number[] = [];
      for (const objective of ['rows', 'pairs', 'met', 'cost'] as const) {
        const solution = highs.solve(programme(cost, options, objective, parts), { mip_rel_gap: 0 });
        expect(solution.Status).toBe('Optimal');
        parts.push(Math.round(solution.ObjectiveValue));
      }
      const [rowsReached, pairs, met, negativeCost] = parts;
      const wanted = options.minimums.reduce((sum, minimum) => sum + minimum, 0);
      expect(tupleOf(result)).toEqual({
        assignedRows: rowsReached,
        pairs,
        shortfall: wanted - met!,
        totalCost: 0 - negativeCost!,
      });
    }
  });

  it('is solveAssignment where every row wants one column and all places are alike', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const next = random(seed);
      const n = 3 + Math.floor(next() * 60);
      const values = Float32Array.from({ length: n * n }, () =>
        next() < 0.3 ? Infinity : -Math.floor(next() * 1e6),
      );
      const capacities = Array.from({ length: n }, () => Math.floor(next() * 3));
      const cost = { rows: n, columns: n, values };
      const most = solveAssignment(cost, { capacities, unassigned: 'most' });
      expect(solveLoads(cost, { capacities })).toMatchObject({
        pairs: most.status === 'optimal' && most.assignedRows,
        totalCost: most.status === 'optimal' && most.totalCost,
      });
      const best = solveAssignment(cost, { capacities, unassigned: 0 });
      expect(solveLoads(cost, { capacities, first: 'cost' })).toMatchObject({
        pairs: best.status === 'optimal' && best.assignedRows,
        totalCost: best.status === 'optimal' && best.totalCost,
      });
    }
  });

  it('proves itself at sizes that nobody can try, whatever the shape', () => {
    for (const [rows, columns] of [
      [1, 80],
      [80, 1],
      [90, 60],
      [60, 90],
      [30, 6],
    ] as const) {
      const next = random(rows * columns);
      const whole = (most: number) => Math.floor(next() * (most + 1));
      const cost = costMatrix(
        rows,
        columns,
        Float64Array.from({ length: rows * columns }, () => (next() < 0.2 ? Infinity : whole(20) - 10)),
      );
      const capacities = Array.from({ length: columns }, () => whole(4));
      for (const first of ['counts', 'cost'] as const) {
        const options: LoadOptions = {
          first,
          capacities,
          demands: Array.from({ length: rows }, () => whole(4)),
          minimums: capacities.map(whole),
          placeCosts: [1, 5],
        };
        expect(findLoadViolations(cost, solveLoads(cost, options), options)).toEqual([]);
      }
    }
  });

  it('proves itself where rows that hold several columns can be reached by each of them', () => {
    const [rows, columns] = [12, 8];
    const instances = 100;
    for (let seed = 0; seed < instances; seed++) {
      const next = random(seed * 31 + rows);
      const whole = (most: number) => Math.floor(next() * (most + 1));
      const values = Float64Array.from({ length: rows * columns }, () =>
        next() < 0.2 ? Infinity : whole(1000),
      );
      const capacities = Array.from({ length: columns }, () => 1 + whole(4));
      const isCostFirst = seed % 2 === 0;
      const options: LoadOptions = {
        first: isCostFirst ? 'cost' : 'counts',
        capacities,
        demands: Array.from({ length: rows }, () => 1 + whole(3)),
        minimums: capacities.map(whole),
        placeCosts: [1, 5],
      };
      // Where cost comes first, who has a column must gain by it.
      const cost = costMatrix(rows, columns, isCostFirst ? values.map((value) => value - 1000) : values);
      expect(findLoadViolations(cost, solveLoads(cost, options), options), `seed ${seed}`).toEqual([]);
    }
  });

  it('takes costs in every form and changes nothing that it is given', () => {
    const rows = [
      [4, Infinity, 2],
      [2, 3, 9],
    ];
    const options: LoadOptions = Object.freeze({ demands: Object.freeze([2, 2]), capacities: [2, 1, 1] });
    const plain = (cost: Parameters<typeof solveLoads>[0]) => JSON.stringify(solveLoads(cost, options));
    const expected = plain(rows);
    const sparse = sparseCosts({
      rows: 2,
      columns: 3,
      rowStarts: [0, 2, 5],
      columnIndices: [0, 2, 0, 1, 2],
      values: [4, 2, 2, 3, 9],
    });
    const source = {
      rows: 2,
      columns: 3,
      writeRow: (row: number, out: Float64Array) => out.set(rows[row]!),
      entry: (row: number, column: number) => rows[row]![column]!,
    };
    expect(plain(sparse)).toBe(expected);
    expect(plain(source)).toBe(expected);
    expect(rows).toEqual([
      [4, Infinity, 2],
      [2, 3, 9],
    ]);
  });

  it('answers empty and hopeless problems', () => {
    const none = { columnsOfRow: [], assignedRows: 0, pairs: 0, shortfall: 0, totalCost: 0 };
    expect(solveLoads([])).toMatchObject(none);
    expect(solveLoads(costMatrix(0, 2, []), { minimums: [1, 0] })).toMatchObject({ ...none, shortfall: 1 });
    const hopeless = [[Infinity, Infinity]];
    const result = solveLoads(hopeless, { minimums: [1, 1], demands: [2] });
    expect(result).toMatchObject({ columnsOfRow: [[]], pairs: 0, shortfall: 2 });
    expect(findLoadViolations(hopeless, result, { minimums: [1, 1], demands: [2] })).toEqual([]);
  });

  it('is never worse, part by part in order, when a capacity is raised', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { cost, options, name } = smallInstance(seed, 6);
      const before = solveLoads(cost, options);
      const capacities = Array.from(options.capacities!);
      if (capacities.length === 0) continue;
      capacities[seed % capacities.length]! += 1;
      const after = solveLoads(cost, { ...options, capacities });
      expect(compare(options.first, tupleOf(after), tupleOf(before)), name).toBeGreaterThanOrEqual(0);
    }
  });

  it('lists every wrong option', () => {
    const wrong = (options: unknown) => () => solveLoads([[1, 2]], options as LoadOptions);
    expect(wrong({ demands: [1.5], capacities: [1, 1], minimums: [2, -1] })).toThrow(
      /demands\[0\].*minimums\[0\].*minimums\[1\]/s,
    );
    expect(wrong({ placeCosts: [3, 2] })).toThrow('placeCosts[1] is 2; expected a whole number, at least 3');
    expect(wrong({ placeCosts: 3 })).toThrow('placeCosts is 3');
    expect(wrong({ first: 'pairs' })).toThrow("first is \"pairs\"; expected 'counts' or 'cost'");
    expect(
      wrong({
        fixed: [
          [0, 2],
          [0, 0],
          [0, 0],
        ],
      }),
    ).toThrow(/fixed\[0\].*fixed\[2\].*each pair once/s);
    expect(
      wrong({
        fixed: [
          [0, 0],
          [0, 1],
        ],
      }),
    ).toThrow('fixed[1] is [0,1]; expected no more pairs than the row wants');
    expect(wrong({ demand: [1] })).toThrow('"demands" perhaps');
    expect(wrong({ minimums: 'none' })).toThrow('minimums.length');
    expect(() => solveLoads([[0.5]])).toThrow('expected a whole number or Infinity');
    expect(() => solveLoads([[Number.NaN]])).toThrow('a number or Infinity');
    expect(() => solveLoads([[2 ** 52]])).toThrow('2⁵³');
    expect(() => solveLoads([[Infinity]], { fixed: [[0, 0]] })).toThrow('an allowed pair');
    for (const fixed of [[['0', '0']], [[0.5, 0]], [null], [[]]])
      expect(wrong({ fixed }), JSON.stringify(fixed)).toThrow('a pair [row, column] of the problem');
  });
});

describe('findLoadViolations and loadBound', () => {
  const cost = [
    [0, 5, Infinity],
    [2, 0, 3],
    [1, 1, 1],
  ];
  const options: LoadOptions = {
    demands: [2, 1, 2],
    capacities: [2, 1, 1],
    minimums: [0, 0, 1],
    placeCosts: [2],
    fixed: [[1, 0]],
  };
  const result = solveLoads(cost, options);
  const rules = (changed: Partial<OptimalLoads>) =>
    findLoadViolations(cost, { ...result, ...changed }, options).map(({ rule }) => rule);

  it('knows every way in which a loading can be wrong', () => {
    expect(rules({})).toEqual([]);
    expect(rules({ columnsOfRow: result.columnsOfRow.slice(1) })).toEqual(['shape']);
    expect(rules({ columnsOfRow: [[0, 0], [0], [1, 2]] })).toContain('pairTwice');
    expect(
      rules({
        columnsOfRow: [
          [0, 1],
          [0, 2],
          [1, 2],
        ],
      }),
    ).toContain('demand');
    expect(rules({ columnsOfRow: [[0, 1], [0], [1, 2]] })).toContain('capacity');
    expect(rules({ columnsOfRow: [[2], [0], [1]] })).toContain('forbiddenPair');
    expect(rules({ columnsOfRow: [[0], [1], [2]] })).toContain('fixedPair');
    expect(rules({ columnsOfRow: [[7], [0], [2]] })).toContain('shape');
    expect(rules({ assignedRows: 4 })).toEqual(['assignedRows']);
    expect(rules({ pairs: 4.5 })).toEqual(['pairs']);
    expect(rules({ shortfall: 1 })).toEqual(['shortfall']);
    expect(rules({ totalCost: -1 })).toEqual(['totalCost']);
  });

  it('knows each price that proves less', () => {
    const parts = ['rows', 'pairs', 'minimums', 'cost'] as const;
    let caught = 0;
    for (const list of ['rowPrices', 'columnPrices'] as const) {
      result[list].forEach((_, at) => {
        for (const part of parts) {
          for (const change of [-1, 1]) {
            const changed: LoadPrice[] = result[list].map((price, index) =>
              index === at ? { ...price, [part]: price[part] + change } : price,
            );
            // Prices need not be unique, but no price proves more than the truth.
            const bound = loadBound(cost, { ...result, [list]: changed }, options);
            expect(compare('counts', bound, tupleOf(result))).toBeGreaterThanOrEqual(0);
            const found = rules({ [list]: changed });
            expect(found).toEqual(compare('counts', bound, tupleOf(result)) > 0 ? ['bound'] : []);
            caught += found.length;
          }
        }
      });
      expect(rules({ [list]: result[list].map((price) => ({ ...price, cost: 0.5 })) })).toContain('price');
      expect(rules({ [list]: result[list].map((price) => ({ ...price, pairs: 2 ** 52 })) })).toContain(
        'price',
      );
    }
    expect(caught).toBeGreaterThan(20);
  });

  it('refuses what is no loading', () => {
    expect(() => findLoadViolations(cost, null as unknown as OptimalLoads)).toThrow(
      'what solveLoads returned',
    );
    for (const wrong of [{ rowPrices: undefined }, { columnPrices: 3 }, { columnsOfRow: [null, [], []] }])
      expect(() => rules(wrong as never)).toThrow('what solveLoads returned');
    expect(rules({ rowPrices: [null, null, null] as never })).toContain('price');
  });

  it('bounds nothing where prices are missing or no whole numbers', () => {
    const bound = (changed: object | null) => () =>
      loadBound(cost, (changed && { ...result, ...changed }) as never, options);
    expect(bound({})()).toMatchObject({ pairs: result.pairs, totalCost: result.totalCost });
    expect(bound(null)).toThrow(/prices\.rowPrices .*prices\.columnPrices /s);
    expect(bound({ rowPrices: result.rowPrices.slice(1) })).toThrow('a list of 3 prices');
    for (const price of [
      null,
      {},
      { ...result.rowPrices[0], cost: 0.5 },
      { ...result.rowPrices[0], rows: 2 ** 52 },
    ])
      expect(bound({ columnPrices: [...result.columnPrices.slice(1), price] })).toThrow('columnPrices[2]');
  });
});

/** The loading problem in the LP format, one part of the tuple at a time, earlier parts held. */
function programme(
  { rows, columns, values }: CostMatrix,
  options: Readonly<Record<'demands' | 'capacities' | 'minimums' | 'placeCosts', readonly number[]>>,
  objective: 'rows' | 'pairs' | 'met' | 'cost',
  reached: readonly number[],
): string {
  const { demands, capacities, minimums, placeCosts } = options;
  const pairs: [number, number][] = [];
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) if (values[i * columns + j] !== Infinity) pairs.push([i, j]);
  const places = Array.from(capacities, (most, j) =>
    Array.from({ length: most }, (_, l) => [j, l + 1] as const),
  ).flat();
  const term = (factor: number, name: string) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`;
  const x = ([i, j]: readonly [number, number]) => `x${i}_${j}`;
  const z = ([j, l]: readonly [number, number]) => `z${j}_${l}`;
  const parts = {
    rows: Array.from({ length: rows }, (_, i) => `+ 1 y${i}`),
    pairs: pairs.map((pair) => `+ 1 ${x(pair)}`),
    met: places.filter(([j, l]) => l <= minimums[j]!).map((place) => `+ 1 ${z(place)}`),
    cost: [
      ...pairs.map((pair) => term(0 - values[pair[0] * columns + pair[1]]!, x(pair))),
      ...places
        .filter(([, l]) => l > 1)
        .map((place) => term(0 - placeCosts[Math.min(place[1] - 2, placeCosts.length - 1)]!, z(place))),
    ],
  };
  const lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    const own = pairs.filter((pair) => pair[0] === i).map((pair) => `+ 1 ${x(pair)}`);
    lines.push(
      `${own.join(' ')} - 1 y${i} >= 0`,
      ...(own.length > 0 ? [`${own.join(' ')} <= ${demands[i]}`] : []),
    );
  }
  for (let j = 0; j < columns; j++) {
    const own = pairs.filter((pair) => pair[1] === j).map((pair) => `+ 1 ${x(pair)}`);
    const taken = places.filter(([of]) => of === j).map((place) => `- 1 ${z(place)}`);
    if (own.length > 0) lines.push(`${[...own, ...taken].join(' ')} = 0`);
    else lines.push(...taken.map((each) => `${each} = 0`));
  }
  (['rows', 'pairs', 'met'] as const).forEach((part, at) => {
    if (reached[at] !== undefined && parts[part].length > 0)
      lines.push(`${parts[part].join(' ')} = ${reached[at]}`);
  });
  const names = [...pairs.map(x), ...places.map(z), ...Array.from({ length: rows }, (_, i) => `y${i}`)];
  const goal = parts[objective].length > 0 ? parts[objective].join(' ') : '0 y0';
  return `Maximize\n obj: ${goal}\nSubject To\n${lines.map((line, at) => ` c${at}: ${line}`).join('\n')}\nBounds\n${names.map((name) => ` 0 <= ${name} <= 1`).join('\n')}\nBinary\n ${names.join(' ')}\nEnd`;
}
