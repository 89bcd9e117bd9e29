/**
 * How many bytes each entry costs whoever imports it whole, minified and compressed, and whether importing one verb
 * gets only what that verb needs, with three bundlers. Ceilings and their reasons are in `sizes.json`; raise one
 * only with a reason. Runs on the built package.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { rolldown } from 'rolldown';
import { rollup } from 'rollup';
import { root } from './run.mjs';

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { entries: ceilings, verbs } = JSON.parse(readFileSync(join(root, 'scripts/sizes.json'), 'utf8'));
const virtual = (code) => ({
  name: 'one-file',
  resolveId: (id) => (id === 'entry' ? '\0entry' : null),
  load: (id) => (id === '\0entry' ? code : null),
});

/** What rollup learns from `sideEffects: false` once a plugin resolves packages for it, as everybody's does. */
const treeshake = { moduleSideEffects: false };

/** Packages of other people stay outside here: what counts is which part of the library is taken. */
const isOther = (id) => !id.startsWith('\0') && !id.startsWith('/') && !id.startsWith('.') && id !== 'entry';

const isShown = process.argv.includes('--table');
const problems = [];
const rows = [];

const published = Object.keys(own.exports).filter((path) => path !== './package.json');
for (const path of published) {
  const ceiling = ceilings[path];
  if (ceiling === undefined) problems.push(`${path} has no ceiling in scripts/sizes.json`);
  const { bytes, packages } = await measure(`export * from '${source(path)}';`);
  rows.push([path, kB(bytes), ceiling === undefined ? '' : `${ceiling.kB}`, packages.join(' ')]);
  if (ceiling !== undefined && bytes > ceiling.kB * 1000)
    problems.push(`${path} is ${kB(bytes)} kB, more than its ceiling of ${ceiling.kB} kB (${ceiling.why})`);
}
for (const { import: name, from, kB: ceiling, why } of verbs) {
  const code = `import { ${name} } from '${source(from)}'; console.log(${name});`;
  for (const [bundler, bundle] of Object.entries({
    esbuild: withEsbuild,
    rollup: withRollup,
    rolldown: withRolldown,
  })) {
    const text = await bundle(code);
    const { bytes } = await measure(text);
    rows.push([`${name} alone, ${bundler}`, kB(bytes), `${ceiling}`, '']);
    if (bytes > ceiling * 1000)
      problems.push(`${name} alone is ${kB(bytes)} kB with ${bundler}, more than ${ceiling} kB (${why})`);
  }
}

if (isShown) {
  console.log('| what | kB, minified and gzip | ceiling | with |\n|---|---|---|---|');
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}
if (problems.length > 0) throw new Error(problems.join('\n'));
console.log(`${published.length} entries and ${verbs.length} verbs within their ceilings`);

/** Minified and compressed; zod is a peer of the caller's own and not counted. */
async function measure(code) {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external: ['zod', 'highs'],
    logLevel: 'silent',
  });
  const inputs = Object.keys(result.metafile.inputs).flatMap((path) => {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
    return found === null ? [] : [found[1]];
  });
  return {
    bytes: gzipSync(result.outputFiles[0].contents, { level: 9 }).length,
    packages: [...new Set(inputs)].sort(),
  };
}

async function withEsbuild(code) {
  const result = await build({
    stdin: { contents: code, resolveDir: root, loader: 'js' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    external: ['zod', 'highs'],
    logLevel: 'silent',
  });
  return result.outputFiles[0].text;
}

async function withRollup(code) {
  const bundle = await rollup({
    input: 'entry',
    external: isOther,
    treeshake,
    plugins: [virtual(code)],
    onwarn: () => {},
  });
  const { output } = await bundle.generate({ format: 'esm' });
  return output.map((chunk) => chunk.code).join('\n');
}

async function withRolldown(code) {
  const bundle = await rolldown({
    input: 'entry',
    external: isOther,
    plugins: [virtual(code)],
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'esm' });
  return output.map((chunk) => chunk.code).join('\n');
}

function source(path) {
  return join(root, own.exports[path].import.default);
}

function kB(bytes) {
  return (bytes / 1000).toFixed(1);
}
