import { ProblemList, reading } from '../core/index.js';
import {
  costOfPlace,
  type LoadOptions,
  type LoadPrice,
  type LoadProblem,
  minimumOfPlace,
  readLoadProblem,
} from './load-problem.js';
import type { Costs } from './problem.js';

/** What no allowed loading exceeds. */
export interface LoadBound {
  readonly assignedRows: number;
  readonly pairs: number;
  readonly shortfall: number;
  readonly totalCost: number;
}

/** Four parts as they are added up; `value` is −cost. */
type Parts = readonly [rows: number, pairs: number, minimums: number, value: number];

/**
 * What prices prove: no allowed loading is better than this bound, whatever the prices are.
 *
 * With u of rows, v of columns, and everything a tuple compared in order, the bound is
 * Σ over allowed pairs max(0, worth − u − v) [a fixed pair: worth − u − v]
 * + Σ over rows, k ≤ demand: max(0, what a k-th column adds beside the pair + u)
 * + Σ over columns, l ≤ capacity: max(0, what an l-th row adds + v).
 * A pair is worth (0, 1, 0, −cost); a first column adds (1, 0, 0, 0), further ones nothing; an l-th row adds
 * (0, 0, 1 if l ≤ minimum, −cost of the place). Every loading picks some of these terms, each at most once,
 * and its u and v cancel (Lagrangian duality; the first sum is the price of "a pair at most once").
 *
 * @throws InputError as `solveLoads`, and for prices that are not whole numbers of at most 2⁵¹
 * O(rows · columns)
 */
export function loadBound(
  cost: Costs,
  prices: {
    readonly rowPrices: readonly LoadPrice[];
    readonly columnPrices: readonly LoadPrice[];
  },
  options: LoadOptions = {},
): LoadBound {
  const problem = readLoadProblem('loadBound', cost, options);
  const { rows, columns } = problem.costs;
  return reading('loadBound', 'prices', prices, 'prices that can be read', () => {
    const { rowPrices, columnPrices }: Partial<typeof prices> = prices ?? {};
    const problems = new ProblemList('loadBound');
    checkPrices(problems, 'rowPrices', rowPrices, rows);
    checkPrices(problems, 'columnPrices', columnPrices, columns);
    problems.throwIfAny();
    return boundOf(problem, prices.rowPrices, prices.columnPrices);
  });
}

/** A bound without somebody's price would be too low, and prove what is not so. */
function checkPrices(problems: ProblemList, path: string, prices: unknown, people: number): void {
  if (!Array.isArray(prices) || prices.length !== people) {
    problems.add(`prices.${path}`, prices, `a list of ${people} prices, one for each`);
    return;
  }
  prices.forEach((price: unknown, at) => {
    if (!isExact(price as LoadPrice))
      problems.add(
        `prices.${path}[${at}]`,
        price,
        '{ rows, pairs, minimums, cost } in whole numbers up to 2⁵¹',
      );
  });
}

/** Whether sums of three such prices are exact. */
export function isExact(price: LoadPrice | null | undefined): boolean {
  const { rows, pairs, minimums, cost }: Partial<LoadPrice> = price ?? {};
  return [rows, pairs, minimums, cost].every(
    (part) => Number.isInteger(part) && Math.abs(part as number) <= 2 ** 51,
  );
}

/** `loadBound` of a problem that was read, with prices known to be whole and exact. */
export function boundOf(
  problem: LoadProblem,
  rowPrices: readonly LoadPrice[],
  columnPrices: readonly LoadPrice[],
): LoadBound {
  const { costs, demands, capacities, minimums, placeCosts, fixed } = problem;
  const sum = new ExactSum(problem.first === 'cost');
  const fixedOfRow = new Map<number, number[]>();
  for (const [row, column] of fixed) fixedOfRow.set(row, [...(fixedOfRow.get(row) ?? []), column]);
  const v = columnPrices.map(partsOf);

  rowPrices.forEach((price, row) => {
    const u = partsOf(price);
    const kept = fixedOfRow.get(row) ?? [];
    costs.load(row);
    for (let t = costs.start; t < costs.end; t++) {
      const pairCost = costs.costAt[t]!;
      if (pairCost === Infinity) continue;
      const w = v[costs.columnAt[t]!]!;
      const isKept = kept.length > 0 && kept.includes(costs.columnAt[t]!);
      sum.add(0 - u[0] - w[0], 1 - u[1] - w[1], 0 - u[2] - w[2], 0 - pairCost - u[3] - w[3], 1, isKept);
    }
    if (demands[row] === 0) return;
    sum.add(1 + u[0], u[1], u[2], u[3], 1);
    sum.add(u[0], u[1], u[2], u[3], demands[row]! - 1);
  });
  v.forEach((price, column) => {
    const capacity = capacities[column]!;
    // Places beyond the last minimum and the last place cost are alike.
    const different = Math.min(capacity, Math.max(minimums[column]!, placeCosts.length + 1));
    for (let place = 1; place <= different; place++) {
      const value = price[3] - costOfPlace(problem, place);
      sum.add(price[0], price[1], price[2] + minimumOfPlace(problem, column, place), value, 1);
    }
    const value = price[3] - costOfPlace(problem, different + 1);
    sum.add(price[0], price[1], price[2], value, capacity - different);
  });
  const [rows, pairs, met, value] = sum.parts.map(Number) as [number, number, number, number];
  const wanted = minimums.reduce((total, minimum) => total + minimum, 0);
  return { assignedRows: rows, pairs, shortfall: wanted - met, totalCost: 0 - value };
}

function partsOf({ rows, pairs, minimums, cost }: LoadPrice): Parts {
  return [rows, pairs, minimums, 0 - cost];
}

/** Sums of tuples, exact: partial sums may pass 2⁵³ where the sum does not. */
class ExactSum {
  readonly parts: bigint[] = [0n, 0n, 0n, 0n];
  readonly #isCostFirst: boolean;

  constructor(isCostFirst: boolean) {
    this.#isCostFirst = isCostFirst;
  }

  /** Adds a term so many times if it is above nothing, or anyway. */
  add(rows: number, pairs: number, minimums: number, value: number, times: number, isAnyway = false): void {
    if (!isAnyway) {
      const counts = rows || pairs || minimums;
      const sign = this.#isCostFirst ? value || counts : counts || value;
      if (sign <= 0) return;
    }
    [rows, pairs, minimums, value].forEach((part, at) => {
      if (part !== 0) this.parts[at]! += BigInt(part) * BigInt(times);
    });
  }
}
