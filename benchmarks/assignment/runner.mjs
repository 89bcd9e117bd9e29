import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A solver in a thread or a process of its own: one request, one answer, `null` after the time-out. */
export class Runner {
  constructor(name, library) {
    this.name = name;
    if (name === 'SciPy') {
      const program = fileURLToPath(new URL('./scipy_worker.py', import.meta.url));
      this.child = spawn('python3', [program], { stdio: ['pipe', 'pipe', 'ignore'] });
      createInterface({ input: this.child.stdout }).on('line', (line) => this.take?.(JSON.parse(line)));
      this.child.on('exit', () => this.take?.(null));
      this.child.on('error', () => this.take?.(null));
      this.child.stdin.on('error', () => {});
    } else {
      this.worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { name, library } });
      this.worker.on('message', (message) => this.take?.(message));
      this.worker.on('error', () => this.take?.(null));
    }
    this.ready = this.#answer(60);
  }

  #answer(seconds) {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), seconds * 1000);
      this.take = (message) => {
        clearTimeout(timer);
        resolve(message);
      };
    });
  }

  ask(request, seconds) {
    const answer = this.#answer(seconds);
    if (this.worker) this.worker.postMessage(request);
    else this.child.stdin.write(`${JSON.stringify(request)}\n`);
    return answer;
  }

  stop() {
    return this.worker ? this.worker.terminate() : this.child.kill();
  }
}

/**
 * Asks all solvers in turn, round after round, so that a busy machine slows all of them.
 *
 * @returns per solver the least milliseconds, `null` where it gave up or failed; and what it found
 */
export async function compare(names, library, instance, { rounds, repeat = 1, seconds }) {
  const times = {};
  const costs = {};
  const runners = names.map((name) => new Runner(name, library));
  let active = [];
  for (const runner of runners) {
    const isReady = (await runner.ready) && (await runner.ask(instance, 180));
    if (isReady) active.push(runner);
    else times[runner.name] = null;
  }
  for (let round = 0; round < rounds; round++) {
    for (const runner of active) {
      const answer = await runner.ask({ repeat }, seconds);
      if (answer === null) {
        times[runner.name] ??= null;
        runner.isDone = true;
        continue;
      }
      times[runner.name] = Math.min(times[runner.name] ?? Infinity, answer.milliseconds);
      costs[runner.name] = answer.cost;
      // More rounds would hardly change the ratio of a solver that takes seconds.
      const asked = round * answer.milliseconds * repeat;
      if (runner.name !== names[0] && (answer.milliseconds * repeat > 3000 || asked > 20_000))
        runner.isDone = true;
    }
    for (const runner of active) if (runner.isDone) await runner.stop();
    active = active.filter(({ isDone }) => !isDone);
  }
  for (const runner of runners) await runner.stop();
  return { times, costs };
}
