/**
 * The longer version of every-way.test.ts: `npm run soak:assignment`, or `npm run soak:assignment -- 20000 7` for so
 * many instances from that seed on. Ends with 1 at the first instance on which two ways, trying everything,
 * munkres-js, HiGHS or a proof disagree.
 */
import loadHighs from 'highs';
import munkres from 'munkres-js';
import { solveAssignment } from '../../src/assignment/index.js';
import { bestByTrying } from './brute-force.js';
import { programme } from './programme.js';
import { allowedError, findDisagreements } from './solve-every-way.js';
import { familyNames, variedInstance } from './varied-instances.js';

const [count = 5000, firstSeed = 1] = process.argv.slice(2).map(Number);
const highs = await (loadHighs as unknown as typeof loadHighs.default)();
const asked = { ways: 0, trying: 0, munkres: 0, highs: 0 };
const start = performance.now();
for (let seed = firstSeed; seed < firstSeed + count; seed++) {
  const largest = [5, 5, 20, 60, 160][seed % 5]!;
  const { name, cost, options } = variedInstance(seed * 31, largest);
  const wrong = findDisagreements(cost, options);
  asked.ways += 1;
  const result = solveAssignment(cost, options);
  const { rows, columns, values } = cost;
  const slack = allowedError(cost, options);
  const expect = (who: string, expected: number | undefined, error: number) => {
    const found = result.status === 'optimal' ? result.totalCost : undefined;
    const isSame =
      found === undefined || expected === undefined
        ? found === expected
        : Math.abs(found - expected) <= error;
    if (!isSame) wrong.push(`${who} finds ${expected}, this library ${found}`);
  };
  if (largest <= 5) {
    expect('trying everything', bestByTrying(cost, options)?.totalCost, slack);
    asked.trying += 1;
  }
  const isAllowed = !Array.prototype.includes.call(values, Infinity) && rows > 0 && columns > 0;
  const isModest = !/1e15|subnormal|huge/.test(name);
  const isPlain = options.unassigned === 'forbid' && options.capacities === undefined;
  if (isPlain && isAllowed && isModest && largest <= 60) {
    const table = Array.from({ length: rows }, (_, i) =>
      Array.from(values).slice(i * columns, (i + 1) * columns),
    );
    const pairs = munkres(table.map((line) => [...line]));
    expect(
      'munkres-js',
      pairs.reduce((sum, [i, j]) => sum + table[i]![j]!, 0),
      Math.max(slack, 1e-9),
    );
    asked.munkres += 1;
  }
  if (typeof options.unassigned === 'number' && isModest && largest === 20 && rows > 0) {
    const capacities = Array.from({ length: columns }, (_, j) => options.capacities?.[j] ?? 1);
    const text = programme(rows, columns, values, capacities, options.unassigned);
    expect('HiGHS', highs.solve(text).ObjectiveValue, Math.max(slack, 1e-5 * rows));
    asked.highs += 1;
  }
  if (wrong.length > 0) {
    console.error(`${name}\n  ${wrong.join('\n  ')}`);
    process.exit(1);
  }
}
const seconds = ((performance.now() - start) / 1000).toFixed(0);
console.log(
  `${count} instances of ${familyNames.length} families from seed ${firstSeed} on, every way forced: all agree and ` +
    `are proven. Also by trying everything ${asked.trying}, munkres-js ${asked.munkres}, HiGHS ${asked.highs}. ${seconds} s.`,
);
