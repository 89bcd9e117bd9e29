/**
 * The solvers that are compared. `prepare` turns an instance into what a solver takes, outside the time; `run`
 * solves and returns the total cost.
 */
export const solvers = {
  ours: {
    load: loadOurs,
    prepare: ({ rows, columns, values, options }) => ({ cost: { rows, columns, values }, options }),
    run: solveOurs,
  },
  'ours, columns repeated': {
    load: loadOurs,
    prepare: (instance) => ({ cost: repeatColumns(instance), options: {} }),
    run: solveOurs,
  },
  'ours, sparse': {
    load: loadOurs,
    prepare: ({ sparse, options }) => ({ cost: sparse, options }),
    run: solveOurs,
  },
  munkres: {
    load: async () => (await import('munkres')).munkres,
    prepare: toRows,
    run: (solve, table) => costOf(table, solve(table)),
  },
  'linear-sum-assignment': {
    load: async () => (await import('linear-sum-assignment')).linearSumAssignment,
    prepare: toRows,
    run: (solve, table) => costOfColumns(table, solve(table, { maximaze: false }).rowAssignments),
  },
  'munkres-algorithm': {
    load: async () => (await import('munkres-algorithm')).default.minWeightAssign,
    prepare: toRows,
    run: (solve, table) => costOfColumns(table, solve(table).assignments),
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

async function loadOurs({ library }) {
  return (await import(library)).solveAssignment;
}

function solveOurs(solve, { cost, options }) {
  const result = solve(cost, options);
  return result.totalCost;
}

function toRows({ rows, columns, values }) {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
}

/** A column of c places as c columns, for those who know no places. */
export function repeatColumns({ rows, columns, values, options }) {
  const places = options.capacities.reduce((sum, capacity) => sum + capacity, 0);
  const repeated = new Float32Array(rows * places);
  for (let row = 0, to = 0; row < rows; row++)
    for (let j = 0; j < columns; j++)
      for (let place = options.capacities[j]; place > 0; place--) repeated[to++] = values[row * columns + j];
  return { rows, columns: places, values: repeated };
}

function costOf(table, pairs) {
  let total = 0;
  for (const [row, column] of pairs)
    if (column !== null && column !== undefined && column >= 0) total += table[row][column];
  return total;
}

function costOfColumns(table, columns) {
  let total = 0;
  for (let row = 0; row < table.length; row++) {
    const column = columns[row];
    if (column !== null && column !== undefined && column >= 0) total += table[row][column];
  }
  return total;
}
