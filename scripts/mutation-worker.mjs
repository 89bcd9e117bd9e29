/**
 * Evaluates the test files of a room for `mutation-runner.mjs`: all of them to see which test reaches what, or anew for
 * one change, so that nothing is left over from the change before; then the tests in the order given, until one fails.
 * A law that fails is not made simpler, as nobody reads the example.
 */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { customMatchers, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from '@vitest/expect';
import { spyOn } from '@vitest/spy';
import * as chai from 'chai';
import fc from 'fast-check';

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);
chai.expect.extend(chai.expect, customMatchers);
chai.expect.unreachable = (message) => chai.assert.fail(`expected not to be reached: ${message}`);
fc.configureGlobal({ endOnFailure: true });

/** What the changed code reads and writes. */
globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
const switchboard = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE];

const requirePackage = createRequire(import.meta.url);
const scripts = new Map(
  workerData.map(([file, code]) => [file, new Script(`(function (require) {${code}\n})`)]),
);

/** Packages that cannot be required, as they wait for something while they are read. */
const imported = new Map();
for (const [, name] of workerData.flatMap(([, code]) => [...code.matchAll(/\brequire\("([^"]+)"\)/g)])) {
  try {
    if (name !== 'vitest' && !imported.has(name)) requirePackage(name);
  } catch {
    imported.set(name, await import(name));
  }
}

// A promise may be refused before the test looks at it.
process.on('unhandledRejection', () => undefined);

parentPort.on('message', async (question) => {
  parentPort.postMessage(await (question.activeMutant === undefined ? tryEverything() : tryChange(question)));
});
parentPort.postMessage('ready');

async function tryEverything() {
  switchboard.activeMutant = undefined;
  switchboard.mutantCoverage = { static: {}, perTest: {} };
  const tests = [];
  for (const file of scripts.keys()) {
    switchboard.currentTestId = undefined;
    for (const { id, name, body } of testsOf(file)) {
      switchboard.currentTestId = id;
      const start = process.cpuUsage();
      const failureMessage = await failureOf(body);
      const { user, system } = process.cpuUsage(start);
      const status = failureMessage === undefined ? 0 : 1;
      tests.push({
        id,
        name,
        status,
        timeSpentMs: (user + system) / 1000,
        fileName: resolve(file),
        failureMessage,
      });
    }
  }
  switchboard.currentTestId = undefined;
  return { tests, mutantCoverage: switchboard.mutantCoverage };
}

async function tryChange({ activeMutant, wanted, begun, hitLimit }) {
  const evaluated = new Map();
  Object.assign(switchboard, { activeMutant, hitCount: hitLimit && 0, hitLimit });
  let nrOfTests = 0;
  for (const id of wanted) {
    nrOfTests += 1;
    Atomics.store(begun, 0, nrOfTests);
    const failureMessage = await failureOf(() => {
      const file = id.slice(0, id.indexOf('#'));
      if (!evaluated.has(file)) evaluated.set(file, testsOf(file));
      return evaluated
        .get(file)
        .find((test) => test.id === id)
        .body();
    });
    if (switchboard.hitCount > hitLimit) return { status: 'timeout', reason: 'reached too often' };
    if (failureMessage !== undefined) return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
  }
  return { status: 'survived', nrOfTests };
}

async function failureOf(body) {
  try {
    await body();
    return undefined;
  } catch (error) {
    return String(error?.message ?? error);
  }
}

/** Evaluates a file, which calls what it takes from vitest to name its tests. */
function testsOf(file) {
  const tests = [];
  const groups = [];
  const describe = (name, body) => {
    groups.push(name);
    body();
    groups.pop();
  };
  const test = (name, body) => {
    tests.push({ id: `${file}#${tests.length}`, name: [...groups, name].join(' '), body });
  };
  for (const verb of [describe, test])
    verb.each = (cases) => (name, body) => {
      for (const each of cases) verb(name, () => (Array.isArray(each) ? body(...each) : body(each)));
    };
  const vitest = { describe, test, it: test, expect: chai.expect, vi: { spyOn } };
  scripts.get(file).runInThisContext()((name) =>
    name === 'vitest' ? vitest : (imported.get(name) ?? requirePackage(name)),
  );
  return tests;
}
