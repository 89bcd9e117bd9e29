/** Runs one solver on request, in its own thread, so that it can be given up on. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { solvers } from './solvers.mjs';

const { name, library } = workerData;
const solver = solvers[name];
const solve = await solver.load({ library });
let input;

parentPort.on('message', (request) => {
  if (request.file !== undefined) {
    const bytes = readFileSync(request.file);
    const values = new Float32Array(bytes.buffer, bytes.byteOffset, request.rows * request.columns);
    input = solver.prepare({ ...request, values });
    parentPort.postMessage({ ready: true });
    return;
  }
  let cost = 0;
  const start = performance.now();
  for (let round = 0; round < request.rounds; round++) cost = solver.run(solve, input);
  parentPort.postMessage({ milliseconds: (performance.now() - start) / request.rounds, cost });
});
parentPort.postMessage({ ready: true });
