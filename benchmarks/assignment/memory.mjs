/** Prints by how many MB solving raises the peak memory of a process that already holds the matrix. */
import { readValues } from './instances.mjs';

const [library, file, size] = process.argv.slice(2);
const n = Number(size);
const { solveAssignment } = await import(library);
const values = readValues(file, n * n);
globalThis.gc();
const megabyte = 2 ** 20;
const before = process.memoryUsage().rss / megabyte;
const { totalCost, largestViolation } = solveAssignment({ rows: n, columns: n, values });
const peak = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({ matrix: (4 * n * n) / megabyte, beyond: peak - before, totalCost, largestViolation }),
);
