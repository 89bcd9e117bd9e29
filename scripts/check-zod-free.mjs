/**
 * Who imports one of the zod-free entries gets no zod, in neither module format; and the declarations of no entry name
 * a package, so that no dependency's types, nor what those ask of a compiler, come along. Follows every import of the
 * built files; a bundler that drops unused imports would hide one that Node still loads.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { root } from './run.mjs';

// `./fairness` and `./quotas` solve, and so hold all of `.`.
const mayUseZod = ['.', './schema', './csv', './fairness', './quotas'];
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const all = Object.entries(exports).filter(([path]) => path !== './package.json');
const entries = all.filter(([path]) => !mayUseZod.includes(path));
const problems = [];

for (const [path, { import: esm, require: cjs }] of entries) {
  for (const file of [esm.default, cjs.default]) await followCode(path, join(root, file));
}
for (const [path, { import: esm, require: cjs }] of all) {
  for (const file of [esm.types, cjs.types]) followDeclarations(path, join(root, file));
}

if (problems.length > 0) throw new Error(problems.join('\n'));
console.log(
  `${entries.length} entries without zod: ${entries.map(([path]) => path).join(' ')}; declarations of no package in ${all.length}`,
);

async function followCode(path, file) {
  const { metafile } = await build({
    entryPoints: [file],
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['zod', 'zod/*'],
    logLevel: 'silent',
  });
  for (const [input, { imports }] of Object.entries(metafile.inputs)) {
    if (imports.some((entry) => isZod(entry.path)) || input.includes('node_modules/zod/')) {
      problems.push(`${path} loads zod in ${input}`);
    }
  }
}

function followDeclarations(path, file, seen = new Set()) {
  if (seen.has(file)) return;
  seen.add(file);
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
  for (const { fileName } of importedFiles) {
    if (!fileName.startsWith('.')) {
      problems.push(`${path} needs the types of ${fileName} in ${relative(root, file)}`);
      continue;
    }
    const target = join(dirname(file), fileName.replace(/\.(c?)js$/, '.d.$1ts'));
    if (!existsSync(target))
      throw new Error(`${relative(root, file)} imports ${fileName}, which is not there`);
    followDeclarations(path, target, seen);
  }
}

function isZod(name) {
  return name === 'zod' || name.startsWith('zod/');
}
