/**
 * Times the assignment solvers against each other and writes results.md.
 *
 * Every solver gets the same matrices; one round asks each solver once, so that a busy machine slows all of
 * them; the least time of the rounds counts, and ratios are ratios of least times. Who exceeds the time-out is
 * given up on. All answers must agree to a relative 10⁻⁶ of the largest cost times the rows.
 *
 * Usage: node benchmarks/assignment/run.mjs [--large] [--seconds 20]
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { families } from './families.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const isLarge = process.argv.includes('--large');
const seconds = Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 20;
const folder = mkdtempSync(join(tmpdir(), 'assignment-'));
const library = pathToFileURL(join(folder, 'library.mjs')).href;
buildSync({
  entryPoints: [join(here, '../../src/assignment/index.ts')],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  outfile: join(folder, 'library.mjs'),
});

const names = ['ours', 'SciPy', 'munkres', 'linear-sum-assignment', 'munkres-algorithm', 'munkres-js'];

/** A solver in a thread or a process: one request, one answer. */
class Runner {
  constructor(name) {
    this.name = name;
    if (name === 'SciPy') {
      this.child = spawn('python3', [join(here, 'scipy_worker.py')], { stdio: ['pipe', 'pipe', 'ignore'] });
      createInterface({ input: this.child.stdout }).on('line', (line) => this.take?.(JSON.parse(line)));
      this.child.on('exit', () => this.take?.(null));
      this.child.stdin.on('error', () => {});
    } else {
      this.worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { name, library } });
      this.worker.on('message', (message) => this.take?.(message));
      this.worker.on('error', () => this.take?.(null));
    }
    this.ready = this.answer(60);
  }

  answer(limit) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), limit * 1000);
      this.take = (message) => {
        clearTimeout(timer);
        resolve(message);
      };
    });
  }

  ask(request, limit) {
    const answer = this.answer(limit);
    if (this.worker) this.worker.postMessage(request);
    else this.child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer;
  }

  stop() {
    return this.worker ? this.worker.terminate() : this.child.kill();
  }
}

/** Least milliseconds of every solver on one instance; null = gave up, undefined = not asked. */
async function compare(family, rows, columns, { skip = [], rounds = 3, repeat = 1, options = {} } = {}) {
  const values = families[family](rows, columns, 1);
  const file = join(folder, 'instance.bin');
  writeFileSync(file, new Uint8Array(values.buffer));
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const times = {};
  const costs = {};
  let runners = names.filter((name) => !skip.includes(name)).map((name) => new Runner(name));
  for (const runner of runners) {
    const isReady = (await runner.ready) && (await runner.ask({ file, rows, columns, options }, 120));
    if (!isReady) times[runner.name] = null;
  }
  runners = runners.filter(({ name }) => times[name] !== null);
  for (let round = 0; round < rounds; round++) {
    for (const runner of [...runners]) {
      const answer = await runner.ask({ rounds: repeat }, seconds);
      if (answer === null) {
        times[runner.name] ??= null;
        runners = runners.filter((other) => other !== runner);
        await runner.stop();
        continue;
      }
      times[runner.name] = Math.min(times[runner.name] ?? Infinity, answer.milliseconds);
      costs[runner.name] = answer.cost;
      // One more round would not change the ratio of a solver that takes seconds.
      if (answer.milliseconds * repeat > 3000 && runner.name !== 'ours') {
        runners = runners.filter((other) => other !== runner);
        await runner.stop();
      }
    }
  }
  for (const runner of runners) await runner.stop();
  for (const [name, cost] of Object.entries(costs))
    if (Math.abs(cost - costs.ours) > 1e-6 * largest * rows)
      throw new Error(`${name} finds ${cost} on ${family} ${rows} × ${columns}, ours ${costs.ours}`);
  return times;
}

const show = (time) => (time === undefined ? '–' : time === null ? `> ${seconds} s` : digits(time));
const digits = (number) => (number >= 100 ? number.toFixed(0) : number.toPrecision(3));
const ratio = (times, name) => (times[name] ? `${digits(times[name] / times.ours)}×` : '–');

const slow = ['munkres-js', 'munkres-algorithm'];
const npm = ['munkres', 'linear-sum-assignment', ...slow];
const square = [
  ['compat', 500, 500, { rounds: 10 }],
  ['uniform', 500, 500, { rounds: 10 }],
  ['compat', 1000, 1000, { skip: slow, rounds: 8 }],
  ['mw', 1000, 1000, { skip: slow, rounds: 5 }],
  ['compat', 2000, 2000, { skip: slow, rounds: 5 }],
  ['int10', 2000, 2000, { skip: [...slow, 'linear-sum-assignment'], rounds: 6 }],
  ['compat', 4000, 2000, { skip: slow, rounds: 4 }],
];
const large = [
  ['compat', 5000, 5000, { skip: npm }],
  ['uniform', 5000, 5000, { skip: npm }],
  ['int10', 5000, 5000, { skip: npm }],
  ['geo2', 5000, 5000, { skip: npm }],
  ['compat', 10000, 5000, { skip: npm }],
  ['compat', 10000, 10000, { skip: npm, rounds: 2 }],
];

const lines = [
  `Measured ${new Date().toISOString().slice(0, 10)} on ${cpus()[0].model} (${cpus().length} cores, shared),`,
  `Node ${process.versions.node}, by \`node benchmarks/assignment/run.mjs${isLarge ? ' --large' : ''}\`. Least`,
  'milliseconds of interleaved rounds; in brackets how many times slower than this library.',
  '',
  `| instance | ${names.join(' | ')} |`,
  `|---|${names.map(() => '---|').join('')}`,
];
for (const [family, rows, columns, settings] of isLarge ? [...square, ...large] : square) {
  const times = await compare(family, rows, columns, settings);
  const cells = names.map((name) =>
    name === 'ours'
      ? show(times.ours)
      : `${show(times[name])}${times[name] ? ` (${ratio(times, name)})` : ''}`,
  );
  lines.push(`| ${family} ${rows}${rows === columns ? '' : ` × ${columns}`} | ${cells.join(' | ')} |`);
  console.log(lines.at(-1));
}
lines.push('', 'Small and warm, microseconds per solve:', '', `| n | ${names.join(' | ')} |`);
lines.push(`|---|${names.map(() => '---|').join('')}`);
for (const n of [10, 30, 100, 200]) {
  const repeat = Math.max(1, Math.round(200_000 / n ** 2));
  const times = await compare('uniform', n, n, { skip: slow, rounds: 7, repeat });
  const cells = names.map((name) =>
    times[name] === undefined
      ? '–'
      : `${digits(times[name] * 1000)}${name === 'ours' ? '' : ` (${ratio(times, name)})`}`,
  );
  lines.push(`| ${n} | ${cells.join(' | ')} |`);
  console.log(lines.at(-1));
}
writeFileSync(join(here, 'results.md'), `${lines.join('\n')}\n`);
rmSync(folder, { recursive: true });
