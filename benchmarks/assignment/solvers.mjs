/**
 * The solvers that are compared. `prepare` turns an instance into what a solver takes, outside the time;
 * `run` solves and returns the total cost. hungarian-on3 is left out of the timing: it is wrong on tall matrices.
 */
export const solvers = {
  ours: {
    load: async ({ library }) => (await import(library)).solveAssignment,
    prepare: ({ rows, columns, values, options }) => ({ cost: { rows, columns, values }, options }),
    run: (solve, { cost, options }) => solve(cost, options).totalCost,
  },
  munkres: {
    load: async () => (await import('munkres')).munkres,
    prepare: toRows,
    run: (solve, table) => costOf(table, solve(table)),
  },
  'linear-sum-assignment': {
    load: async () => (await import('linear-sum-assignment')).linearSumAssignment,
    prepare: toRows,
    run: (solve, table) =>
      costOf(
        table,
        [...solve(table, { maximaze: false }).rowAssignments].map((column, row) => [row, column]),
      ),
  },
  'munkres-algorithm': {
    load: async () => (await import('munkres-algorithm')).default.minWeightAssign,
    prepare: toRows,
    run: (solve, table) =>
      costOf(
        table,
        solve(table).assignments.map((column, row) => [row, column]),
      ),
  },
  'hungarian-on3': {
    load: async () => (await import('hungarian-on3')).default,
    prepare: toRows,
    run: (solve, table) => costOf(table, solve(table)),
  },
  'munkres-js': {
    load: async () => (await import('munkres-js')).default,
    prepare: toRows,
    run: (solve, table) => costOf(table, solve(table)),
  },
};

function toRows({ rows, columns, values }) {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
}

function costOf(table, pairs) {
  let total = 0;
  for (const [row, column] of pairs)
    if (column !== null && column !== undefined && column >= 0) total += table[row][column];
  return total;
}
