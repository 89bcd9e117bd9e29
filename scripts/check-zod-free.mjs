/**
 * Who imports one of the zod-free entries gets no zod: not in the code, in neither module format, and not in the
 * declarations either. Follows every import of the built files; a bundler that drops unused imports would hide one
 * that Node still loads.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { root } from './run.mjs';

// `./fairness` and `./quotas` solve, and so hold all of `.`.
const mayUseZod = ['.', './schema', './csv', './fairness', './quotas', './package.json'];
const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const entries = Object.entries(exports).filter(([path]) => !mayUseZod.includes(path));
const problems = [];

for (const [path, { import: esm, require: cjs }] of entries) {
  for (const file of [esm.default, cjs.default]) await followCode(path, join(root, file));
  for (const file of [esm.types, cjs.types]) followDeclarations(path, join(root, file));
}

if (problems.length > 0) throw new Error(problems.join('\n'));
console.log(`${entries.length} entries without zod: ${entries.map(([path]) => path).join(' ')}`);

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
    if (isZod(fileName)) problems.push(`${path} needs the types of zod in ${relative(root, file)}`);
    if (!fileName.startsWith('.')) continue;
    const target = join(dirname(file), fileName.replace(/\.(c?)js$/, '.d.$1ts'));
    if (!existsSync(target))
      throw new Error(`${relative(root, file)} imports ${fileName}, which is not there`);
    followDeclarations(path, target, seen);
  }
}

function isZod(name) {
  return name === 'zod' || name.startsWith('zod/');
}
