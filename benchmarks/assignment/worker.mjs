/** Runs one solver on request, in its own thread, so that it can be given up on. */
import { parentPort, workerData } from 'node:worker_threads';
import { readSparse, readValues } from './instances.mjs';
import { solvers } from './solvers.mjs';

const { name, library } = workerData;
const solver = solvers[name];
const solve = await solver.load({ library });
/** What the solver takes, for every instance. */
let inputs = [];

parentPort.on('message', (request) => {
  if (request.files !== undefined) {
    inputs = request.files.map((file) =>
      solver.prepare(
        request.perRow === undefined
          ? { ...request, values: readValues(file, request.rows * request.columns) }
          : { ...request, sparse: readSparse(file, request) },
      ),
    );
    parentPort.postMessage({ ready: true });
    return;
  }
  let cost = 0;
  const start = performance.now();
  for (let round = 0; round < request.repeat; round++) {
    cost = 0;
    for (const input of inputs) cost += solver.run(solve, input);
  }
  const solves = request.repeat * inputs.length;
  parentPort.postMessage({ milliseconds: (performance.now() - start) / solves, cost });
});
parentPort.postMessage({ ready: true });
