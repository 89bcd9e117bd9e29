/**
 * Everything that must hold before a change is taken: `npm run check`. One line per check with its time; the first
 * that fails ends the run and shows what its program said.
 */
import { runNode, runTool } from './run.mjs';

const script = (name) => () => runNode([`scripts/${name}.mjs`]);
const tool =
  (name, ...args) =>
  () =>
    runTool(name, args);

const checks = [
  ['types of everything', tool('typescript', '-p', '.')],
  ['types of src alone, without Node', tool('typescript', '-p', 'tsconfig.src.json')],
  ['lint and format', tool('@biomejs/biome', 'check', '--error-on-warnings', '.')],
  ['lockfile', script('check-lockfile')],
  ['tests', tool('vitest', 'run'), closingLines],
  ['build', () => runNode(['scripts/clean.mjs']).then(tool('tsup'))],
  ['publint', tool('publint', '--strict')],
  ['are the types wrong', tool('@arethetypeswrong/cli', '--pack', '.', '--profile', 'node16')],
  ['entries free of zod, types of all', script('check-zod-free'), lastLine],
  ['sizes', script('check-size'), lastLine],
  ['packed and installed', script('check-package'), lastLine],
];

const start = performance.now();
for (const [name, check, digest = () => ''] of checks) {
  const from = performance.now();
  try {
    const output = await check();
    console.log(`ok    ${name.padEnd(34)} ${seconds(from)}`);
    const text = digest(output);
    if (text !== '') console.log(text.replaceAll(/^/gm, '        '));
  } catch (error) {
    console.log(`FAIL  ${name.padEnd(34)} ${seconds(from)}\n\n${error.message}`);
    process.exit(1);
  }
}
console.log(`all ${checks.length} checks passed in${seconds(start)}`);

function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1).padStart(6)} s`;
}

/** The test runner's summary: how many files and tests passed. */
function closingLines(output) {
  const lines = output.trimEnd().split('\n');
  const first = lines.findLastIndex((line) => line.includes('Test Files'));
  return lines
    .slice(first)
    .map((line) => line.trim())
    .join('\n');
}

function lastLine(output) {
  return output.trimEnd().split('\n').at(-1);
}
