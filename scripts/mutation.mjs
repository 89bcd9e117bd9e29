/**
 * Changes the code of a room in one place at a time and runs the room's tests: a change that no test notices has
 * "survived" and is either equal to the original or a missing test. `npm run mutation -- assignment` takes the
 * whole room, `npm run mutation -- assignment auction.ts holders.ts` these files of it, `auction.ts:47-60` these
 * lines, and `--tests paths,oracles` runs these test files alone, which is faster and kills no more. Survivors are
 * printed; `reports/mutation/<room>.html` shows them all.
 *
 * `--share 0.1 --seed 1` tries a tenth of the changes: each is drawn by a hash of the seed and of itself, so that a
 * change stays drawn while the code around it and the tests change, and another seed gives a fresh sample. Beside the
 * score stands its 95 % interval (Wilson). `--survivors` tries again what survived the last run.
 *
 * Wordings (strings in `texts/` and in `survey/instruments/`) are left alone: only a test that repeats the sentence
 * could notice. All other strings, those of error messages too, are changed like everything else.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { MutantCollector } from '../node_modules/@stryker-mutator/instrumenter/dist/src/transformers/mutant-collector.js';
import { root } from './run.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    tests: { type: 'string', default: '' },
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    survivors: { type: 'boolean', default: false },
  },
});
const [room, ...files] = positionals;
const share = Number(values.share);
if (
  room === undefined ||
  !existsSync(join(root, 'src', room)) ||
  !existsSync(join(root, 'test', room)) ||
  !(share > 0)
) {
  console.error(
    'usage: npm run mutation -- ROOM [FILE or FILE:FROM-TO …] [--tests NAME,NAME] [--share 0.1 --seed 1] [--survivors]; a room has a folder in src and in test',
  );
  process.exit(1);
}
process.env.MUTATION_ROOM = room;
process.env.MUTATION_TESTS = values.tests;
const report = `reports/mutation/${room}.json`;

const nameOf = ({ fileName, mutatorName, location: { start, end }, replacement }) =>
  `${fileName} ${mutatorName} ${start.line}:${start.column}-${end.line}:${end.column} ${replacement}`;

const survivors = values.survivors && new Set(lastSurvivors());

function* lastSurvivors() {
  for (const [fileName, { mutants }] of Object.entries(
    JSON.parse(readFileSync(join(root, report), 'utf8')).files,
  ))
    for (const mutant of mutants)
      if (mutant.status === 'Survived' || mutant.status === 'NoCoverage')
        yield nameOf({ fileName, ...mutant });
}

/** Why a change is not tried, if it is not. */
function reasonToLeave(fileName, change) {
  if (change.mutatorName === 'StringLiteral' && /\/(texts|instruments)\//.test(fileName)) return 'wording';
  if (survivors) {
    const { start, end } = change.location;
    // The report counts from 1.
    const from1 = ({ line, column }) => ({ line: line + 1, column: column + 1 });
    const place = { start: from1(start), end: from1(end) };
    return survivors.has(nameOf({ ...change, fileName, location: place })) ? undefined : 'was noticed';
  }
  const { start } = change.location;
  const what = `${values.seed} ${fileName} ${change.mutatorName} ${start.line}:${start.column} ${change.replacement}`;
  return createHash('sha256').update(what).digest().readUInt32BE() < share * 2 ** 32
    ? undefined
    : 'not drawn';
}

// Stryker has no door for a choice among the changes of one place, so it is made where they are collected.
const collect = MutantCollector.prototype.collect;
MutantCollector.prototype.collect = function (...parts) {
  const mutant = collect.apply(this, parts);
  mutant.ignoreReason ??= reasonToLeave(relative(root, mutant.fileName), mutant.toApiMutant());
  return mutant;
};

const results = await new Stryker({
  mutate: files.length === 0 ? [`src/${room}/**/*.ts`] : files.map((file) => `src/${room}/${file}`),
  testRunner: 'room',
  plugins: [new URL('mutation-runner.mjs', import.meta.url).href],
  coverageAnalysis: 'perTest',
  incremental: false,
  concurrency: 2,
  // mutation-runner.mjs ends what does not end by itself.
  timeoutMS: 600_000,
  dryRunTimeoutMinutes: 60,
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { reportTests: false, allowColor: false, logTests: false, skipFull: true },
  htmlReporter: { fileName: `reports/mutation/${room}.html` },
  jsonReporter: { fileName: report },
  disableTypeChecks: true,
  allowConsoleColors: false,
}).runMutationTest();

const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
const noticed = count('Killed', 'Timeout');
const tried = noticed + count('Survived', 'NoCoverage');
const percent = (part) => `${(100 * part).toFixed(1)} %`;
const score = tried === 0 ? 'nothing tried' : percent(noticed / tried);
console.log(
  `${room}: ${tried} changes tried, ${noticed} noticed (${count('Timeout')} by the clock): ${score}` +
    (share < 1 ? `, 95 % interval ${wilson(noticed, tried).map(percent).join(' to ')}` : ''),
);

function wilson(part, whole) {
  const z = 1.959963984540054;
  const middle = (part + (z * z) / 2) / (whole + z * z);
  const half = (z / (whole + z * z)) * Math.sqrt((part * (whole - part)) / whole + (z * z) / 4);
  return [middle - half, middle + half];
}
