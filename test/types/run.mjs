/**
 * Compiles `consumer.ts` against the packed library, as a consumer would: with every compiler that is installed here, as
 * ES module and CommonJS under `nodenext` and for a bundler, strict, with every declaration read (no `skipLibCheck`), with
 * and without `exactOptionalPropertyTypes`, and with nothing but ES2022: the declarations ask for no DOM, no Node and no
 * package. `npm run check:types`; a compiler that is not there is skipped, and said so.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPacked } from '../../scripts/install-packed.mjs';
import { root, runNode } from '../../scripts/run.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { optionalDependencies } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'types-'));
const write = (name, text) => writeFileSync(join(folder, name), text);

const strict = {
  target: 'es2022',
  strict: true,
  skipLibCheck: false,
  noEmit: true,
  types: [],
  lib: ['es2022'],
};
const nodenext = { ...strict, module: 'nodenext', moduleResolution: 'nodenext' };
const bundler = { ...strict, module: 'esnext', moduleResolution: 'bundler' };
const exact = { exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
const consumers = {
  nodenext: { options: nodenext, files: ['consumer.mts', 'consumer.cts'] },
  'nodenext, exact': { options: { ...nodenext, ...exact }, files: ['consumer.mts', 'consumer.cts'] },
  bundler: { options: bundler, files: ['consumer.ts'] },
  'bundler, exact': { options: { ...bundler, ...exact }, files: ['consumer.ts'] },
};
const count = { passed: 0, failed: 0, skipped: 0 };

try {
  await installPacked(folder);
  write('package.json', JSON.stringify({ private: true }));
  const every = Object.keys(own.exports).filter((path) => path !== './package.json');
  const imports = every
    .map((path, at) => `import * as e${at} from '${own.name}${path.slice(1)}';`)
    .join('\n');
  const uses = `export const entries = [${every.map((_, at) => `e${at}`).join(', ')}];\n`;
  const text = `${imports}\n${readFileSync(join(here, 'consumer.ts'), 'utf8')}\n${uses}`;
  for (const ending of ['ts', 'mts', 'cts']) write(`consumer.${ending}`, text);

  for (const name of Object.keys(optionalDependencies)) {
    const compiler = join(here, 'node_modules', name);
    if (!existsSync(compiler)) {
      report(name, 'skipped', 'it is not installed');
      continue;
    }
    const { version, bin } = JSON.parse(readFileSync(join(compiler, 'package.json'), 'utf8'));
    for (const [kind, { options, files }] of Object.entries(consumers)) {
      write('tsconfig.json', JSON.stringify({ compilerOptions: options, files }));
      const outcome = await runNode([join(compiler, bin.tsc), '-p', '.'], { cwd: folder }).then(
        () => ['passed', ''],
        (error) => ['failed', error.message.split('\n').slice(1, 9).join('\n')],
      );
      report(`TypeScript ${version}, ${kind}`, ...outcome);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
if (count.failed > 0) process.exit(1);

function report(what, outcome, detail) {
  count[outcome] += 1;
  console.log(`${what.padEnd(36)} ${outcome}${detail === '' ? '' : `: ${detail}`}`);
}
