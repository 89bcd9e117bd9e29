/**
 * Runs the packed library in every runtime that is installed here, and compares what it answers, to the last digit,
 * with `expected.json`; then opens its reports in a browser. `npm run check:runtimes`; with `--update` the answer of
 * this Node becomes the expected one. A runtime that is not there is skipped, and said so.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { installPacked } from '../../scripts/install-packed.mjs';
import { root, run } from '../../scripts/run.mjs';
import { browserPath, openBrowser } from './browser.mjs';
import { checkReports } from './report.mjs';
import { runWorkerd } from './workerd.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.keys(own.exports).filter((path) => path !== './package.json');
const folder = mkdtempSync(join(tmpdir(), 'runtimes-'));
const rows = [];

try {
  await prepare();
  const expectedFile = join(here, 'expected.json');
  const reference = await run(process.execPath, ['esm.mjs'], { cwd: folder });
  if (process.argv.includes('--update')) writeFileSync(expectedFile, pretty(reference));
  const expected = readFileSync(expectedFile, 'utf8');

  for (const [name, call] of Object.entries(runtimes())) {
    const skipped = call.needs && !existsSync(call.needs);
    if (skipped) {
      rows.push({ runtime: name, result: `skipped: ${call.needs.replace(root, '')} is not there` });
      continue;
    }
    try {
      const answer = pretty(await call.answer());
      const place = firstDifference(expected, answer);
      rows.push({ runtime: name, result: place === null ? 'the same' : `DIFFERS at ${place}` });
    } catch (error) {
      rows.push({ runtime: name, result: `FAILED: ${error.message.split('\n').slice(0, 6).join(' ')}` });
    }
  }
  rows.push(...(await checkReports(folder)));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

for (const { runtime, result } of rows) console.log(`${runtime.padEnd(34)} ${result}`);
const skipped = rows.filter(({ result }) => result.startsWith('skipped')).length;
const failed = rows.filter(({ result }) => /^(DIFFERS|FAILED)/.test(result)).length;
console.log(`${rows.length - skipped - failed} passed, ${failed} failed, ${skipped} skipped`);
if (failed > 0) process.exit(1);

function runtimes() {
  const bin = (path) => join(here, 'node_modules', path);
  const node = (version) => bin(`node-${version}/bin/node`);
  const bun = bin('@oven/bun-linux-x64/bin/bun');
  const deno = bin('@deno/linux-x64-glibc/deno');
  const workerd = bin('@cloudflare/workerd-linux-64/bin/workerd');
  const inFolder = { cwd: folder };
  const table = {
    [`Node ${process.versions.node}, ESM`]: { answer: () => run(process.execPath, ['esm.mjs'], inFolder) },
    [`Node ${process.versions.node}, CommonJS`]: {
      answer: () => run(process.execPath, ['cjs.cjs'], inFolder),
    },
  };
  for (const version of [22, 24, 26]) {
    table[`Node ${version}, ESM`] = {
      needs: node(version),
      answer: () => run(node(version), ['esm.mjs'], inFolder),
    };
    table[`Node ${version}, CommonJS`] = {
      needs: node(version),
      answer: () => run(node(version), ['cjs.cjs'], inFolder),
    };
  }
  table.Bun = { needs: bun, answer: () => run(bun, ['esm.mjs'], inFolder) };
  table.Deno = {
    needs: deno,
    answer: () =>
      run(deno, ['run', '--no-prompt', '--allow-read', '--node-modules-dir=manual', 'esm.mjs'], inFolder),
  };
  table.workerd = { needs: workerd, answer: async () => runWorkerd(workerd, await bundle(), folder) };
  table['Chromium, strict policy'] = { needs: browserPath, answer: async () => inBrowser(await bundle()) };
  return table;
}

/** The tarball and what it depends on, as a stranger would have them; nothing is fetched. */
async function prepare() {
  await installPacked(folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const nameOf = (path) => (path === '.' ? 'main' : path.slice(2));
  writeFileSync(join(folder, 'conformance.mjs'), readFileSync(join(here, 'conformance.mjs')));
  const imports = entries.map((path, at) => `import * as m${at} from '${own.name}${path.slice(1)}';`);
  const library = `{ ${entries.map((path, at) => `'${nameOf(path)}': m${at}`).join(', ')} }`;
  const head = `${imports.join('\n')}\nimport { conformance } from './conformance.mjs';\n`;
  writeFileSync(
    join(folder, 'answer.mjs'),
    `${head}export const conformanceAnswer = () => conformance(${library});\n`,
  );
  writeFileSync(
    join(folder, 'esm.mjs'),
    "import { conformanceAnswer } from './answer.mjs';\nconsole.log(conformanceAnswer());\n",
  );
  const requires = entries.map((path, at) => `const m${at} = require('${own.name}${path.slice(1)}');`);
  writeFileSync(
    join(folder, 'cjs.cjs'),
    `${requires.join('\n')}\nimport('./conformance.mjs').then(({ conformance }) => console.log(conformance(${library})));\n`,
  );
}

/** Everything in one file, for runtimes that resolve no package names. */
async function bundle() {
  const built = await build({
    entryPoints: [join(folder, 'answer.mjs')],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    external: ['highs'],
    mainFields: ['browser', 'module', 'main'],
  });
  return built.outputFiles[0].text;
}

/** A page whose policy allows one script from itself and nothing else: no `eval`, no inline code, no request. */
async function inBrowser(code) {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const errors = [];
    page.on('console', (message) => errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(String(error)));
    const files = {
      '/': ['text/html', '<!doctype html><title>run</title><script type="module" src="/run.mjs"></script>'],
      '/run.mjs': ['text/javascript', `${code}\nself.answered = conformanceAnswer();\n`],
    };
    await page.route('**/*', (route) => {
      const file = files[new URL(route.request().url()).pathname];
      if (file === undefined) return route.abort();
      return route.fulfill({
        contentType: file[0],
        body: file[1],
        headers: { 'content-security-policy': "default-src 'none'; script-src 'self'" },
      });
    });
    await page.goto('http://localhost/');
    const answer = await page
      .waitForFunction(() => self.answered, undefined, { timeout: 30_000 })
      .catch(() => null);
    if (answer === null) throw new Error(errors.join('; '));
    return await answer.jsonValue();
  } finally {
    await browser.close();
  }
}

function pretty(answer) {
  return `${JSON.stringify(JSON.parse(answer), null, 1)}\n`;
}

function firstDifference(expected, answer) {
  if (expected === answer) return null;
  const one = expected.split('\n');
  const other = answer.split('\n');
  const at = one.findIndex((line, index) => line !== other[index]);
  return `line ${at + 1}: ${one[at]} | ${other[at]}`;
}
