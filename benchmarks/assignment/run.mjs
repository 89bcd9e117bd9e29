/**
 * Compares the assignment solvers: first whether they agree, then how long they take. What was measured is kept in
 * results.json, from which results.md and the table in the README are written, so that parts can be measured alone.
 *
 * Every solver gets the same matrices; one round asks each solver once, so that a busy machine slows all of them;
 * the least time of the rounds counts, and ratios are ratios of least times.
 *
 * Usage: node benchmarks/assignment/run.mjs [--only agreement,small,square,rectangular,capacities,sparse,memory]
 * [--largest 10000] [--seconds 60]; the time-out holds for one solve (for many, where they are small).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { families } from './families.mjs';
import { writeMatrix, writeSparse } from './instances.mjs';
import { writeReport } from './report.mjs';
import { compare } from './runner.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const given = (name, otherwise) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
};
const largestSize = Number(given('largest', 10_000));
const seconds = Number(given('seconds', 60));
const folder = mkdtempSync(join(tmpdir(), 'assignment-'));
const library = pathToFileURL(join(folder, 'library.mjs')).href;
buildSync({
  entryPoints: [join(here, '../../src/assignment/index.ts')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outfile: fileURLToPath(library),
});

const everyone = ['ours', 'SciPy', 'munkres', 'linear-sum-assignment', 'munkres-algorithm', 'munkres-js'];

const parts = { agreement, small, square, rectangular, capacities, sparse, memory };
const only = given('only', Object.keys(parts).join(',')).split(',');
for (const name of only)
  if (parts[name] === undefined) throw new Error(`no part "${name}"; only ${Object.keys(parts).join(', ')}`);

const resultsFile = join(here, 'results.json');
const results = existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : {};
try {
  for (const name of only) {
    const start = performance.now();
    const rows = await parts[name]();
    results[name] = {
      date: new Date().toISOString().slice(0, 10),
      processor: `${cpus()[0].model} (${cpus().length} cores)`,
      node: process.versions.node,
      seconds: Math.round((performance.now() - start) / 1000),
      timeOut: seconds,
      rows,
    };
    writeFileSync(resultsFile, `${JSON.stringify(results, null, 1)}\n`);
    writeReport(results);
    console.log(`${name}: ${results[name].seconds} s`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Writes the instances, compares, and refuses answers that differ. */
async function measure(names, { family, rows, columns, count = 1, perRow, options = {} }, settings) {
  const files = Array.from({ length: count }, (_, at) => join(folder, `instance-${at}`));
  let largest = 0;
  files.forEach((file, at) => {
    const most =
      perRow === undefined
        ? writeMatrix(file, family, rows, columns, at + 1)
        : writeSparse(file, rows, columns, perRow, at + 1);
    largest = Math.max(largest, most);
  });
  const instance = { files, rows, columns, perRow, options };
  const { times, costs } = await compare(names, library, instance, { seconds, ...settings });
  for (const file of files) rmSync(file);
  const first = names[0];
  for (const [name, cost] of Object.entries(costs))
    if (
      !settings.mayDiffer &&
      !(Math.abs(cost - costs[first]) <= 1e-6 * largest * Math.min(rows, columns) * count)
    )
      throw new Error(`${name} finds ${cost} on ${family} ${rows} × ${columns}, ${first} ${costs[first]}`);
  const row = { family, rows, columns, times };
  console.log(JSON.stringify(row));
  return { row, costs, largest };
}

/** Whether everyone finds the least cost on every family and shape; who does not is named, and not timed. */
async function agreement() {
  const counts = {};
  for (const family of Object.keys(families))
    for (const [rows, columns] of [
      [60, 60],
      [60, 30],
      [30, 60],
    ])
      for (const name of [...everyone.slice(1), 'hungarian-on3']) {
        const count = 10;
        const { costs, largest } = await measure(
          ['ours', name],
          { family, rows, columns, count },
          { rounds: 1, mayDiffer: true },
        );
        const difference = Math.abs(costs[name] - costs.ours);
        const isEqual = difference <= 1e-6 * largest * Math.min(rows, columns) * count;
        const shape = rows === columns ? 'square' : rows > columns ? 'tall' : 'wide';
        counts[name] ??= { agreed: 0, differed: [] };
        if (isEqual) counts[name].agreed += 1;
        else counts[name].differed.push(`${family} ${shape}`);
      }
  return counts;
}

/** Many different small problems in turn, each solved again and again. */
async function small() {
  const rows = [];
  for (const family of ['uniform', 'compat', 'int10'])
    for (const n of [10, 30, 100, 200]) {
      const count = 16;
      const repeat = Math.max(1, Math.round(400_000 / n ** 2 / count));
      const names = everyone.filter((name) => name !== 'munkres-js' || n <= 30);
      rows.push((await measure(names, { family, rows: n, columns: n, count }, { rounds: 15, repeat })).row);
    }
  return rows;
}

async function square() {
  const rows = [];
  for (const n of [100, 500, 1000, 2000, 5000, 10_000]) {
    if (n > largestSize) continue;
    for (const family of Object.keys(families)) {
      // The product family takes hours at this size.
      if (family === 'mw' && n > 2000) continue;
      const isSmall = n <= 500 && (family === 'compat' || family === 'uniform');
      const names = n > 2000 ? everyone.slice(0, 2) : isSmall ? everyone : everyone.slice(0, -1);
      const rounds = { 100: 40, 500: 25, 1000: 20, 2000: 10, 5000: 4, 10000: 2 }[n];
      rows.push((await measure(names, { family, rows: n, columns: n }, { rounds })).row);
    }
  }
  return rows;
}

async function rectangular() {
  const rows = [];
  for (const n of [1000, 2000, 5000]) {
    if (2 * n > largestSize) continue;
    for (const family of ['uniform', 'int10', 'compat']) {
      const names = n > 2000 ? everyone.slice(0, 2) : everyone.slice(0, -2);
      const rounds = { 1000: 12, 2000: 8, 5000: 3 }[n];
      rows.push((await measure(names, { family, rows: 2 * n, columns: n }, { rounds })).row);
    }
  }
  return rows;
}

/** Places of a column against as many equal columns. */
async function capacities() {
  const rows = [];
  for (const [people, columns, capacity] of [
    [1000, 200, 5],
    [5000, 1000, 5],
    [5000, 500, 10],
  ]) {
    const options = { capacities: new Array(columns).fill(capacity) };
    const names = ['ours', 'ours, columns repeated', 'SciPy'];
    const instance = { family: 'compat', rows: people, columns, options };
    const { row } = await measure(names, instance, { rounds: people > 1000 ? 4 : 12 });
    rows.push({ ...row, capacity });
  }
  return rows;
}

async function sparse() {
  const rows = [];
  for (const n of [10_000, 100_000]) {
    const names = ['ours, sparse', 'SciPy'];
    const instance = { family: 'uniform, whole millionths', rows: n, columns: n, perRow: 20 };
    const { row } = await measure(names, instance, { rounds: n > 10_000 ? 4 : 8 });
    rows.push({ ...row, perRow: 20 });
  }
  return rows;
}

/** Peak memory of a process that holds the matrix and solves it, beyond what it held before. */
function memory() {
  const n = Math.min(10_000, largestSize);
  const file = join(folder, 'instance');
  writeMatrix(file, 'compat', n, n, 1);
  const program = join(here, 'memory.mjs');
  const output = execFileSync(process.execPath, ['--expose-gc', program, library, file, String(n)]);
  rmSync(file);
  const row = { family: 'compat', rows: n, columns: n, ...JSON.parse(output) };
  console.log(JSON.stringify(row));
  return [row];
}
