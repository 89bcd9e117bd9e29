import { describe, expect, it } from 'vitest';
import {
  type AssignmentOptions,
  bottleneckSteps,
  type CostSource,
  type Costs,
  costMatrix,
  costMatrixFromRows,
  findBottlenecks,
  findLoadViolations,
  findOptimalityViolations,
  type LoadOptions,
  loadBound,
  nextBestAssignments,
  nextBestSteps,
  type OptimalAssignment,
  pairPricer,
  preferPairs,
  priceOfRows,
  solveAssignment,
  solveFairestAssignment,
  solveLoads,
  sparseCosts,
  stoppableSteps,
} from '../../src/assignment/index.js';
import { InputError, runSteps } from '../../src/core/index.js';
import { findBlockingPairs, solveStableMatching } from '../../src/stable/index.js';

/** The function that a refusal names, and its sentences one by one. */
function refusal(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return [error.function, ...error.message.split(/\n {2}- /).map((line) => line.replace(/^\w+: /, ''))];
  }
  throw new Error('nothing was refused');
}

const said = (functionName: string, ...sentences: string[]) =>
  sentences.length === 1
    ? [functionName, ...sentences]
    : [functionName, `${sentences.length} problems`, ...sentences];

const ofNumbers = 'expected an array or typed array of numbers';
const orInfinity = 'expected a number or Infinity (forbidden)';

describe('a matrix is refused, with place, value and rule', () => {
  it('where its shape or an entry is wrong', () => {
    const cases: [() => unknown, string[]][] = [
      [() => costMatrix(-1, 0, []), ['rows is -1; expected a whole number ≥ 0']],
      [() => costMatrix(0, 0.5, []), ['columns is 0.5; expected a whole number ≥ 0']],
      [
        () => costMatrix('1' as never, NaN, []),
        ['rows is "1"; expected a whole number ≥ 0', 'columns is NaN; expected a whole number ≥ 0'],
      ],
      [() => costMatrix(1, 1, null as never), [`values is null; ${ofNumbers}`]],
      [() => costMatrix(1, 1, 5 as never), [`values is 5; ${ofNumbers}`]],
      [
        () => costMatrix(-1, 1, 5 as never),
        ['rows is -1; expected a whole number ≥ 0', `values is 5; ${ofNumbers}`],
      ],
      [() => costMatrix(1, 1, BigInt64Array.of(1n) as never), [`values is a typed array; ${ofNumbers}`]],
      [() => costMatrix(1, 1, BigUint64Array.of(1n) as never), [`values is a typed array; ${ofNumbers}`]],
      [() => costMatrix(2, 3, [1, 2, 3, 4, 5]), ['values.length is 5; expected rows · columns = 6']],
      [
        () => costMatrix(2, 3, [1, NaN, 3, 4, 5, -Infinity]),
        [
          `values[1] (row 0, column 1) is NaN; ${orInfinity}`,
          `values[5] (row 1, column 2) is -Infinity; ${orInfinity}`,
        ],
      ],
      [
        () => costMatrix(1, 2, ['1', undefined] as never),
        [
          `values[0] (row 0, column 0) is "1"; ${orInfinity}`,
          `values[1] (row 0, column 1) is missing; ${orInfinity}`,
        ],
      ],
      [() => costMatrix(1, 1, { length: 1, 0: NaN }), [`values[0] (row 0, column 0) is NaN; ${orInfinity}`]],
      [
        () =>
          costMatrix(1, 1, {
            get length(): number {
              throw new Error('mine');
            },
          }),
        ['values is an object; expected an array or typed array of numbers'],
      ],
    ];
    for (const [run, sentences] of cases) {
      expect(refusal(run)).toEqual(said('costMatrix', ...sentences));
    }
  });

  it('where rows do not fit together', () => {
    const cases: [() => unknown, string[]][] = [
      [() => costMatrixFromRows(5 as never), ['the input is 5; expected an array of rows of costs']],
      [
        () => costMatrixFromRows([[1, 2], [3], [4, 5, 6]]),
        [
          '[1].length is 1; expected 2, the length of the first row',
          '[2].length is 3; expected 2, the length of the first row',
        ],
      ],
      [
        () => costMatrixFromRows([[1], null, { length: 1 }, [1, 2]] as never),
        [
          `[1] is null; ${ofNumbers}`,
          `[2] is {"length":1}; ${ofNumbers}`,
          '[3].length is 2; expected 1, the length of the first row',
        ],
      ],
      [
        () =>
          costMatrixFromRows([
            [1, 2],
            [NaN, 3],
            [4, -Infinity],
          ]),
        [`[1][0] is NaN; ${orInfinity}`, `[2][1] is -Infinity; ${orInfinity}`],
      ],
      [
        () =>
          costMatrixFromRows(
            new Proxy([[1]], {
              get() {
                throw new Error('mine');
              },
            }),
          ),
        ['the input is an object; expected an array of rows of costs'],
      ],
    ];
    for (const [run, sentences] of cases) {
      expect(refusal(run)).toEqual(said('costMatrixFromRows', ...sentences));
    }
  });

  it('with the first hundred of its broken entries, and not one more', () => {
    for (const count of [99, 100, 101, 400]) {
      const values = new Array<number>(count).fill(NaN);
      for (const run of [() => costMatrix(1, count, values), () => costMatrixFromRows([values])])
        try {
          run();
          expect.unreachable();
        } catch (error) {
          expect((error as InputError).problems).toHaveLength(Math.min(count, 100));
        }
    }
  });
});

describe('sparse costs are refused', () => {
  const good = { rows: 2, columns: 3, rowStarts: [0, 1, 3], columnIndices: [2, 0, 1], values: [5, 1, 2] };
  const starts = 'expected starts that never fall, from 0 to the number of values';
  const size = 'expected a whole number ≥ 0 and below 2³¹ − 1';

  it('with each place', () => {
    const cases: [object, string[]][] = [
      [{ rows: -1, columns: 2 ** 31 - 1 }, [`rows is -1; ${size}`, `columns is 2147483647; ${size}`]],
      [
        { rowStarts: null, columnIndices: 5, values: {} },
        [`rowStarts is null; ${ofNumbers}`, `columnIndices is 5; ${ofNumbers}`, `values is {}; ${ofNumbers}`],
      ],
      [{ rows: 1.5, values: undefined }, [`rows is 1.5; ${size}`, `values is missing; ${ofNumbers}`]],
      [{ rowStarts: [0, 3] }, ['rowStarts.length is 2; expected rows + 1 = 3']],
      [{ rowStarts: [0, 1, 2, 3] }, ['rowStarts.length is 4; expected rows + 1 = 3']],
      [{ columnIndices: [2, 0] }, ['columnIndices.length is 2; expected 3, as many as values']],
      [
        { rowStarts: [0], columnIndices: [] },
        [
          'rowStarts.length is 1; expected rows + 1 = 3',
          'columnIndices.length is 0; expected 3, as many as values',
        ],
      ],
      [{ rowStarts: [1, 1, 3] }, [`rowStarts[0] is 1; ${starts}`]],
      [{ rowStarts: [0, 1.5, 3] }, [`rowStarts[1] is 1.5; ${starts}`]],
      [{ rowStarts: [0, 4, 3] }, [`rowStarts[2] is 3; ${starts}`]],
      [{ rowStarts: [0, 1, 2] }, [`rowStarts[2] is 2; ${starts}`]],
      [{ rowStarts: [0, 1, 4] }, [`rowStarts[2] is 4; ${starts}`]],
      [{ columnIndices: [3, 0, 1] }, ['columnIndices[0] (row 0) is 3; expected ascending columns below 3']],
      [{ columnIndices: [-1, 0, 1] }, ['columnIndices[0] (row 0) is -1; expected ascending columns below 3']],
      [
        { columnIndices: [0.5, 0, 1] },
        ['columnIndices[0] (row 0) is 0.5; expected ascending columns below 3'],
      ],
      [{ columnIndices: [2, 1, 1] }, ['columnIndices[2] (row 1) is 1; expected ascending columns below 3']],
      [{ columnIndices: [2, 1, 0] }, ['columnIndices[2] (row 1) is 0; expected ascending columns below 3']],
      [
        { values: [5, NaN, -Infinity] },
        [`values[1] (row 1) is NaN; ${orInfinity}`, `values[2] (row 1) is -Infinity; ${orInfinity}`],
      ],
    ];
    for (const [change, sentences] of cases) {
      const input = { ...good, ...change };
      expect(refusal(() => sparseCosts(input))).toEqual(said('sparseCosts', ...sentences));
      const ofCost = sentences.map((sentence) => `cost.${sentence}`);
      expect(refusal(() => solveAssignment(input as Costs))).toEqual(said('solveAssignment', ...ofCost));
    }
  });

  it('what is no object, or cannot be read', () => {
    const rule = 'expected { rows, columns, rowStarts, columnIndices, values }';
    expect(refusal(() => sparseCosts(null as never))).toEqual(
      said('sparseCosts', `the input is null; ${rule}`),
    );
    const values = new Array<number>(150).fill(NaN);
    const many = {
      rows: 1,
      columns: 150,
      rowStarts: [0, 150],
      columnIndices: values.map((_, at) => at),
      values,
    };
    expect(() => sparseCosts(many)).toThrow('100 problems');
  });
});

describe('costs and options of a solve are refused', () => {
  const kinds = 'expected a cost matrix, sparse costs, a cost source or an array of rows';
  const cost = [
    [1, 2, 3],
    [4, 5, 6],
  ];

  it('of what kind, and with which entry', () => {
    const cases: [unknown, string[]][] = [
      [null, [`cost is null; ${kinds}`]],
      [undefined, [`cost is missing; ${kinds}`]],
      ['matrix', [`cost is "matrix"; ${kinds}`]],
      [{}, [`cost is {}; ${kinds}`]],
      [
        [[1], [2, 3], 5],
        [
          'cost[1].length is 2; expected 1, the length of the first row',
          'cost[2] is 5; expected an array or typed array of numbers',
        ],
      ],
      [[[1, NaN]], ['cost[0][1] is NaN; expected a number or Infinity (forbidden)']],
      [{ rows: 1, columns: 2, values: [3] }, ['cost.values.length is 1; expected rows · columns = 2']],
      [{ rows: -1, columns: 2, values: [] }, ['cost.rows is -1; expected a whole number ≥ 0']],
      [{ rows: 1, columns: 2, values: [3, NaN] }, [`cost.values[1] (row 0, column 1) is NaN; ${orInfinity}`]],
      [
        {
          get rowStarts(): never {
            throw new Error('mine');
          },
        },
        [`cost is an object; ${kinds}`],
      ],
    ];
    for (const [wrong, sentences] of cases) {
      expect(refusal(() => solveAssignment(wrong as Costs))).toEqual(said('solveAssignment', ...sentences));
    }
    // A function is none, whatever is fastened to it, and however large.
    for (const size of [1, 200]) {
      const values = new Float64Array(size * size);
      const wrong = Object.assign(() => {}, { rows: size, columns: size, values });
      expect(refusal(() => solveAssignment(wrong as unknown as Costs))[1]).toMatch(/^cost is a function; /);
    }
  });

  it('with every option that is wrong', () => {
    const cases: [object, string[]][] = [
      [{ capacities: [1, 1] }, ['capacities.length is 2; expected 3, one per column']],
      [{ capacities: null }, ['capacities.length is missing; expected 3, one per column']],
      [{ capacities: 'abc' }, ['capacities.length is 3; expected 3, one per column']],
      [
        { capacities: [1, -1, 0.5] },
        [
          'capacities[1] is -1; expected a whole number ≥ 0',
          'capacities[2] is 0.5; expected a whole number ≥ 0',
        ],
      ],
      [{ initialColumnDuals: [1] }, ['initialColumnDuals.length is 1; expected 3, one per column']],
      [{ initialColumnDuals: [0, 0, NaN] }, ['initialColumnDuals[2] is NaN; expected a finite number']],
      [{ initialRowDuals: [0, 0, 0] }, ['initialRowDuals.length is 3; expected 2, one per row']],
      [{ initialRowDuals: [-Infinity, 0] }, ['initialRowDuals[0] is -Infinity; expected a finite number']],
      [{ initialRowToColumn: [0] }, ['initialRowToColumn.length is 1; expected 2, one per row']],
      [
        { initialRowToColumn: [3, -2] },
        [
          'initialRowToColumn[0] is 3; expected a whole number from −1 to 2',
          'initialRowToColumn[1] is -2; expected a whole number from −1 to 2',
        ],
      ],
      [{ unassigned: 'some' }, ["unassigned is \"some\"; expected 'forbid', 'most' or a finite number"]],
      [{ unassigned: Infinity }, ["unassigned is Infinity; expected 'forbid', 'most' or a finite number"]],
      [{ unassigned: null }, ["unassigned is null; expected 'forbid', 'most' or a finite number"]],
      // What costs more than one look is not looked at once something is wrong; the price is.
      [
        { capacities: [1], initialRowDuals: [1], unassigned: 'x' },
        [
          'capacities.length is 1; expected 3, one per column',
          "unassigned is \"x\"; expected 'forbid', 'most' or a finite number",
        ],
      ],
      [{ capacites: [1] }, ['capacites is [1]; expected no option of this name; "capacities" perhaps']],
      [
        { initalRowDuals: 5 },
        ['initalRowDuals is 5; expected no option of this name; "initialRowDuals" perhaps'],
      ],
      [
        { initialColumnDual: 5 },
        ['initialColumnDual is 5; expected no option of this name; "initialColumnDuals" perhaps'],
      ],
      [
        { initialRowToColumns: 5 },
        ['initialRowToColumns is 5; expected no option of this name; "initialRowToColumn" perhaps'],
      ],
      [{ unasigned: 5 }, ['unasigned is 5; expected no option of this name; "unassigned" perhaps']],
      [{ tolerence: 5 }, ['tolerence is 5; expected no option of this name; "tolerance" perhaps']],
    ];
    for (const [options, sentences] of cases) {
      expect(refusal(() => solveAssignment(cost, options))).toEqual(said('solveAssignment', ...sentences));
    }
  });

  it('that cannot be read', () => {
    for (const name of ['unassigned', 'capacities', 'initialColumnDuals']) {
      const options = Object.defineProperty({}, name, {
        enumerable: true,
        get: () => {
          throw new Error('mine');
        },
      });
      expect(refusal(() => solveAssignment(cost, options))).toEqual(
        said('solveAssignment', 'options is an object; expected an object'),
      );
    }
  });

  it('by every function under its own name', () => {
    const result = solveAssignment(cost) as OptimalAssignment;
    const options = { capacities: [1] } as AssignmentOptions;
    const sentence = 'capacities.length is 1; expected 3, one per column';
    const all: Record<string, (cost: Costs, options: AssignmentOptions) => unknown> = {
      findBottlenecks: (...given) => findBottlenecks(given[0], result, given[1]),
      findOptimalityViolations: (...given) => findOptimalityViolations(given[0], result, given[1]),
      nextBestAssignments: (...given) => nextBestAssignments(given[0], result, given[1], 1),
      pairPricer: (...given) => pairPricer(given[0], result, given[1]),
      preferPairs: (...given) => preferPairs(given[0], result, given[1], [0, 0]),
      priceOfRows: (...given) => priceOfRows(given[0], result, given[1]),
      findLoadViolations: (...given) => findLoadViolations(given[0], solveLoads(cost), given[1] as never),
      loadBound: (...given) => loadBound(given[0], solveLoads(cost), given[1] as never),
      solveLoads: (...given) => solveLoads(given[0], given[1] as never),
      solveFairestAssignment: (...given) =>
        solveFairestAssignment(given[0], { ...given[1], tierSize: 1 } as never),
    };
    for (const [name, ask] of Object.entries(all)) {
      expect(refusal(() => ask(cost, options))).toEqual(said(name, sentence));
      expect(refusal(() => ask(5 as never, {}))).toEqual(said(name, `cost is 5; ${kinds}`));
      const broken = { rows: 2, columns: 3, values: [1, 2, 3, 4, 5, NaN] };
      const place = 'cost.values[5] (row 1, column 2) is NaN; expected a number or Infinity (forbidden)';
      // Who reads no row of the matrix cannot see what is wrong with one.
      if (!['findBottlenecks', 'pairPricer', 'preferPairs', 'priceOfRows'].includes(name))
        expect(
          refusal(() => ask(broken, {})),
          name,
        ).toEqual(said(name, place));
      const nowhere: CostSource = {
        rows: 2,
        columns: 3,
        writeRow: (_, out) => void out.fill(NaN),
        entry: () => NaN,
      };
      if (!['findBottlenecks', 'pairPricer', 'preferPairs', 'priceOfRows'].includes(name))
        expect(
          refusal(() => ask(nowhere, {})),
          name,
        ).toEqual(said(name, `cost of row 0, column 0 is NaN; ${orInfinity}`));
    }
  });

  it('a source on demand whose sizes are none, or that lacks a verb, before anything is asked of it', () => {
    let asked = 0;
    const source = (rows: unknown, columns: unknown) => ({
      rows,
      columns,
      writeRow: () => (asked += 1),
      entry: () => (asked += 1),
    });
    const rule = 'expected a whole number ≥ 0';
    const cases: [unknown, string[]][] = [
      [source(1.5, -1), [`cost.rows is 1.5; ${rule}`, `cost.columns is -1; ${rule}`]],
      [source('2', NaN), [`cost.rows is "2"; ${rule}`, `cost.columns is NaN; ${rule}`]],
      [source(Infinity, undefined), [`cost.rows is Infinity; ${rule}`, `cost.columns is missing; ${rule}`]],
      [source(2 ** 24 + 1, 2 ** 40), ['cost.rows is 16777217', 'cost.columns is 1099511627776'].map((is) => `${is}; expected at most 16777216`)], // biome-ignore format: a table
      [{ ...source(2, 2), entry: undefined }, [`cost is {"rows":2,"columns":2}; ${kinds}`]],
      [{ ...source(2, 2), writeRow: 5 }, [`cost is {"rows":2,"columns":2,"writeRow":5}; ${kinds}`]],
      [{ rows: 2 ** 40, columns: 0, values: [] }, ['cost.rows is 1099511627776; expected at most 16777216']],
    ];
    for (const [given, sentences] of cases)
      expect(refusal(() => solveAssignment(given as Costs))).toEqual(said('solveAssignment', ...sentences));
    expect(asked).toBe(0);
  });

  it('what is no result of the problem, by every function that takes one', () => {
    const result = solveAssignment(cost) as OptimalAssignment;
    const all: Record<string, (result: never) => unknown> = {
      findBottlenecks: (given) => findBottlenecks(cost, given),
      pairPricer: (given) => pairPricer(cost, given),
      preferPairs: (given) => preferPairs(cost, given, {}, [0, 0]),
      priceOfRows: (given) => priceOfRows(cost, given),
    };
    const list = 'expected the list that solveAssignment returned';
    for (const [name, ask] of Object.entries(all)) {
      const refused = (change: object) => refusal(() => ask({ ...result, ...change } as never));
      expect(refusal(() => ask(null as never))).toEqual(
        said(name, 'result is null; expected what solveAssignment returned for this problem'),
      );
      expect(refused({ rowToColumn: [0, 1, 2] })).toEqual(
        said(name, 'result.rowToColumn.length is 3; expected 2'),
      );
      for (const wrong of [
        [0, 3],
        [-2, 0],
        [0, 0.5],
        [0, null],
      ])
        expect(refused({ rowToColumn: wrong })).toEqual(
          said(name, `result.rowToColumn is ${JSON.stringify(wrong)}; ${list}`),
        );
      if (name === 'findBottlenecks') continue;
      expect(refused({ rowDuals: [0, NaN], columnDuals: [0, 0] })).toEqual(
        said(name, `result.rowDuals is [0,null]; ${list}`, 'result.columnDuals.length is 2; expected 3'),
      );
      if (name !== 'pairPricer') continue;
      expect(refused({ columnCover: ['0', 0, 0] })).toEqual(
        said(name, `result.columnCover is ["0",0,0]; ${list}`),
      );
    }
    const rule = 'expected what solveAssignment returned for these costs and options, with an assignment';
    for (const wrong of [
      null,
      { ...result, status: 'infeasible' },
      { ...result, totalCost: '5' },
      { ...result, assignedRows: undefined },
      { ...result, rowToColumn: [0, 1] },
      { ...result, rowToColumn: Int32Array.of(0, 1, 2) },
      { ...result, rowDuals: new Float64Array(3) },
      { ...result, rowCover: new Uint8Array(3) },
      { ...result, columnDuals: new Float64Array(2) },
      { ...result, columnCover: new Uint8Array(2) },
      { ...result, columnCover: null },
      { ...result, totalCost: result.totalCost + 1 },
    ]) {
      const [name, sentence] = refusal(() => nextBestAssignments(cost, wrong as never, {}, 1));
      expect(name).toBe('nextBestAssignments');
      expect(sentence).toMatch(/^result is /);
      expect(sentence!.endsWith(rule)).toBe(true);
      // In steps the sums of the proof are not looked at, only that it can be read.
      const steps = () => runSteps(nextBestSteps(cost, wrong as never, {}, 1));
      if (wrong?.totalCost === result.totalCost + 1) expect(steps()).toHaveLength(1);
      else expect(refusal(steps)[0]).toBe('nextBestAssignments');
    }
    for (const wrong of [null, { ...solveLoads(cost), rowPrices: null }, { columnsOfRow: [5] }]) {
      const [name, sentence] = refusal(() => findLoadViolations(cost, wrong as never));
      expect([name, sentence?.replace(/^result is .*; /, '')]).toEqual([
        'findLoadViolations',
        'expected what solveLoads returned',
      ]);
    }
    for (const wrong of [null, {}, { status: 'stopped' }])
      expect(refusal(() => findOptimalityViolations(cost, wrong as never))).toEqual(
        said(
          'findOptimalityViolations',
          `result is ${JSON.stringify(wrong)}; expected what solveAssignment returned`,
        ),
      );
  });

  it('numbers of assignments to list, preferred columns, and widths of tiers that are none', () => {
    const result = solveAssignment(cost) as OptimalAssignment;
    for (const wrong of [-1, 0.5, NaN, '1', 2 ** 53])
      expect(refusal(() => nextBestAssignments(cost, result, {}, wrong as never, wrong as never))).toEqual(
        said(
          'nextBestAssignments',
          `count is ${JSON.stringify(wrong) === 'null' ? 'NaN' : JSON.stringify(wrong)}; expected a whole number ≥ 0`,
          `minimumChanges is ${JSON.stringify(wrong) === 'null' ? 'NaN' : JSON.stringify(wrong)}; expected a whole number ≥ 1`,
        ),
      );
    expect(refusal(() => nextBestAssignments(cost, result, {}, 1, 0))).toEqual(
      said('nextBestAssignments', 'minimumChanges is 0; expected a whole number ≥ 1'),
    );
    for (const wrong of [null, 5, {}])
      expect(refusal(() => preferPairs(cost, result, {}, wrong as never))).toEqual(
        said(
          'preferPairs',
          `preferred is ${JSON.stringify(wrong)}; expected an array or typed array: a column per row`,
        ),
      );
    for (const wrong of [0, -1, NaN, Infinity])
      expect(refusal(() => solveFairestAssignment(cost, { tierSize: wrong }))).toEqual(
        said('solveFairestAssignment', `tierSize is ${wrong}; expected a number > 0`),
      );
    expect(refusal(() => solveFairestAssignment(cost, {} as never))).toEqual(
      said('solveFairestAssignment', 'tierSize is missing; expected a number > 0'),
    );
    expect(refusal(() => solveFairestAssignment(cost, { tierSizes: 2, unassigned: 3 } as never))).toEqual(
      said(
        'solveFairestAssignment',
        'tierSizes is 2; expected no option of this name; "tierSize" perhaps',
        'unassigned is 3; expected no option of this name; only capacities, tierSize',
      ),
    );
    // Costs from 1 to 65,534 lie in as many tiers of width 1.
    const tiers = (most: number) => () => solveFairestAssignment([[1, most]], { tierSize: 1 });
    expect(tiers(65534)().totalCost).toBe(1);
    expect(refusal(tiers(65535))).toEqual(
      said(
        'solveFairestAssignment',
        'tierSize is 1; expected wide enough for fewer than 65535 tiers of costs',
      ),
    );
  });
});

describe('loads are refused', () => {
  const cost = [
    [1, 2],
    [3, Infinity],
  ];
  const ofPair = 'expected a pair [row, column] of the problem';
  it('with every option of loads that is wrong', () => {
    const cases: [object, string[]][] = [
      [{ demands: [1] }, ['demands.length is 1; expected 2, one for each']],
      [{ demands: null }, ['demands.length is missing; expected 2, one for each']],
      [{ demands: '12' }, ['demands.length is 2; expected 2, one for each']],
      [{ minimums: [0, 0, 0] }, ['minimums.length is 3; expected 2, one for each']],
      [
        { demands: [-1, 1001] },
        [
          'demands[0] is -1; expected a whole number from 0 to 1000',
          'demands[1] is 1001; expected a whole number from 0 to 1000',
        ],
      ],
      [{ demands: [0.5, 1000] }, ['demands[0] is 0.5; expected a whole number from 0 to 1000']],
      [{ minimums: [1, 2] }, ['minimums[1] is 2; expected a whole number from 0 to 1']],
      [
        { capacities: [3, 0], minimums: [4, 1] },
        [
          'minimums[0] is 4; expected a whole number from 0 to 3',
          'minimums[1] is 1; expected a whole number from 0 to 0',
        ],
      ],
      [{ first: 'most' }, ["first is \"most\"; expected 'counts' or 'cost'"]],
      [{ placeCosts: 5 }, ['placeCosts is 5; expected a list of whole numbers']],
      [
        { placeCosts: [-1, 2, 1, 0.5, 3] },
        [
          'placeCosts[0] is -1; expected a whole number, at least 0',
          'placeCosts[2] is 1; expected a whole number, at least 2',
          'placeCosts[3] is 0.5; expected a whole number, at least 2',
        ],
      ],
      [{ fixed: 5 }, ['fixed is 5; expected a list of [row, column]']],
      [
        { fixed: [[2, 0], [0, 2], [-1, 0], [0, -1], [0], 'ab', [0, '1'], { 0: 0, 1: 0 }] },
        [
          `fixed[0] is [2,0]; ${ofPair}`,
          `fixed[1] is [0,2]; ${ofPair}`,
          `fixed[2] is [-1,0]; ${ofPair}`,
          `fixed[3] is [0,-1]; ${ofPair}`,
          `fixed[4] is [0]; ${ofPair}`,
          `fixed[5] is "ab"; ${ofPair}`,
          `fixed[6] is [0,"1"]; ${ofPair}`,
          `fixed[7] is {"0":0,"1":0}; ${ofPair}`,
        ],
      ],
      [
        {
          fixed: [
            [0, 0],
            [0, 0],
            [0, 1],
            [1, 0],
          ],
          capacities: [1, 1],
        },
        [
          'fixed[1] is [0,0]; expected each pair once',
          'fixed[2] is [0,1]; expected no more pairs than the row wants',
          'fixed[3] is [1,0]; expected no more pairs than the column has places',
        ],
      ],
      [
        {
          fixed: [
            [0, 0],
            [1, 1],
          ],
        },
        ['fixed[1] is [1,1]; expected an allowed pair'],
      ],
      [{ demand: 5 }, ['demand is 5; expected no option of this name; "demands" perhaps']],
      [{ minimum: 5 }, ['minimum is 5; expected no option of this name; "minimums" perhaps']],
      [{ placeCost: 5 }, ['placeCost is 5; expected no option of this name; "placeCosts" perhaps']],
      [{ fixd: 5 }, ['fixd is 5; expected no option of this name; "fixed" perhaps']],
      [{ frist: 5 }, ['frist is 5; expected no option of this name; "first" perhaps']],
      [
        { tolerance: 5 },
        [
          'tolerance is 5; expected no option of this name; only demands, capacities, minimums, placeCosts, fixed, first',
        ],
      ],
      // Nothing fixed is looked at once anything else is wrong.
      [{ first: 'most', fixed: 5 }, ["first is \"most\"; expected 'counts' or 'cost'"]],
    ];
    for (const [options, sentences] of cases) {
      expect(refusal(() => solveLoads(cost, options as LoadOptions))).toEqual(
        said('solveLoads', ...sentences),
      );
    }
  });

  it('costs that are not whole, or so large that sums round', () => {
    expect(
      refusal(() =>
        solveLoads([
          [1, 0.5],
          [Infinity, 2.5],
        ]),
      ),
    ).toEqual(
      said(
        'solveLoads',
        'cost of row 0, column 1 is 0.5; expected a whole number or Infinity',
        'cost of row 1, column 1 is 2.5; expected a whole number or Infinity',
      ),
    );
    const halves = Array.from({ length: 120 }, () => [0.5]);
    expect(() => solveLoads(halves)).toThrow('solveLoads: 100 problems');
    // 4 · min(rows, columns) + 8 times the largest number, placed or paid for a place, is at most 2⁵³.
    const limit = Math.floor(2 ** 53 / 12);
    const tooLarge = (largest: number) =>
      said(
        'solveLoads',
        `cost is ${largest}; expected costs so small that sums along chains of moves stay below 2⁵³`,
      );
    expect(solveLoads([[limit]]).totalCost).toBe(limit);
    expect(solveLoads([[0 - limit]]).totalCost).toBe(0 - limit);
    expect(solveLoads([[1]], { placeCosts: [limit] }).totalCost).toBe(1);
    expect(refusal(() => solveLoads([[limit + 1]]))).toEqual(tooLarge(limit + 1));
    expect(refusal(() => solveLoads([[0 - limit - 1, 3]]))).toEqual(tooLarge(limit + 1));
    expect(refusal(() => solveLoads([[1]], { placeCosts: [2, limit + 1] }))).toEqual(tooLarge(limit + 1));
    const two = Math.floor(2 ** 53 / 16);
    expect(() =>
      solveLoads([
        [two, 0],
        [0, 0],
      ]),
    ).not.toThrow();
    expect(
      refusal(() =>
        solveLoads([
          [two + 1, 0],
          [0, 0],
        ]),
      ),
    ).toEqual(tooLarge(two + 1));
    expect(() => solveLoads([[two + 1, 0]])).not.toThrow();
  });

  it('prices that prove nothing', () => {
    const { rowPrices, columnPrices } = solveLoads(cost);
    const rule = 'expected { rows, pairs, minimums, cost } in whole numbers up to 2⁵¹';
    const refused = (prices: object | null) => refusal(() => loadBound(cost, prices as never));
    expect(refused(null)).toEqual(
      said(
        'loadBound',
        'prices.rowPrices is missing; expected a list of 2 prices, one for each',
        'prices.columnPrices is missing; expected a list of 2 prices, one for each',
      ),
    );
    expect(refused({ rowPrices: {}, columnPrices: [] })).toEqual(
      said(
        'loadBound',
        'prices.rowPrices is {}; expected a list of 2 prices, one for each',
        'prices.columnPrices is []; expected a list of 2 prices, one for each',
      ),
    );
    const zero = { rows: 0, pairs: 0, minimums: 0, cost: 0 };
    for (const part of ['rows', 'pairs', 'minimums', 'cost']) {
      for (const wrong of [0.5, 2 ** 51 + 1, -(2 ** 51) - 1, '1', null]) {
        const price = { ...zero, [part]: wrong };
        expect(refused({ rowPrices: [zero, price], columnPrices })).toEqual(
          said('loadBound', `prices.rowPrices[1] is ${JSON.stringify(price)}; ${rule}`),
        );
        expect(refused({ rowPrices, columnPrices: [price, zero] })).toEqual(
          said('loadBound', `prices.columnPrices[0] is ${JSON.stringify(price)}; ${rule}`),
        );
      }
      for (const good of [2 ** 51, -(2 ** 51)])
        expect(() =>
          loadBound(cost, { rowPrices: [zero, { ...zero, [part]: good }], columnPrices }),
        ).not.toThrow();
    }
  });
});

it('a plan of steps refuses before its first step is over', () => {
  expect(() => bottleneckSteps([[1]], { rowToColumn: Int32Array.of(5) }, {}).next()).toThrow(InputError);
});

it('a list of capacities that cannot be read is refused', () => {
  const trap = (): never[] =>
    new Proxy([], {
      get: () => {
        throw new TypeError('no entry');
      },
    });
  const rule = 'a list of 1, one per column';
  expect(() => solveAssignment([[1]], { capacities: trap() })).toThrow(
    `solveAssignment: capacities is an object; expected ${rule}`,
  );
  expect(() => solveFairestAssignment([[1]], { capacities: trap(), tierSize: 1 })).toThrow(rule);
  const lists = { rowPreferences: [[0]], columnPreferences: [[0]] };
  expect(() => solveStableMatching(lists, { capacities: trap() })).toThrow(rule);
  expect(() => findBlockingPairs(lists, [0], { capacities: trap() })).toThrow(rule);
  expect(() => findBlockingPairs(lists, trap())).toThrow('1 whole numbers, one column per row');
});

it('a search that can be stopped asks for who stops it, and for the least cost', () => {
  const steps = stoppableSteps([[1]], { unassigned: 'most' }, undefined as never, Number.NaN);
  expect(refusal(() => steps.next()).join()).toMatch(/isOver is missing.*leastCost is NaN/s);
});

it('a result that lacks a list, or cannot be read, proves nothing and is refused', () => {
  const cost = [
    [1, 2],
    [3, 4],
  ];
  const result = solveAssignment(cost);
  const closed = () =>
    new Proxy([], {
      get: () => {
        throw new TypeError('no entry');
      },
    });
  for (const list of ['rowToColumn', 'rowDuals', 'columnDuals', 'rowCover', 'columnCover'])
    for (const wrong of [undefined, {}, closed()])
      expect(() => findOptimalityViolations(cost, { ...result, [list]: wrong } as never)).toThrow(InputError);
  const loads = solveLoads(cost);
  for (const list of ['columnsOfRow', 'rowPrices', 'columnPrices'])
    for (const wrong of [undefined, closed(), [closed(), closed()]])
      expect(() => findLoadViolations(cost, { ...loads, [list]: wrong } as never)).toThrow(InputError);
  expect(findOptimalityViolations(cost, result)).toEqual([]);
  expect(findLoadViolations(cost, loads)).toEqual([]);
});
