import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, runNpm } from './run.mjs';

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/**
 * Puts what npm would publish into `folder/node_modules`, with all that it depends on as the lockfile fixed it. Nothing
 * is fetched: a clone whose dependencies are installed has everything, whether or not npm has cached it.
 *
 * @returns the paths of the published files, and the size of the tarball in bytes
 */
export async function installPacked(folder) {
  const packed = await runNpm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const [{ filename, files, size }] = JSON.parse(packed.slice(packed.indexOf('[\n')));
  const target = join(folder, 'node_modules', own.name);
  mkdirSync(target, { recursive: true });
  await run('tar', ['-xzf', join(folder, filename), '--strip-components=1', '-C', target]);
  const optional = own.peerDependenciesMeta ?? {};
  const peers = Object.keys(own.peerDependencies ?? {}).filter((name) => optional[name]?.optional !== true);
  for (const name of [...Object.keys(own.dependencies ?? {}), ...peers]) copyWithDependencies(name, folder);
  return { files: files.map(({ path }) => path), size };
}

/** Nested copies come along with their package; what npm hoisted is looked for at the top. */
function copyWithDependencies(name, folder) {
  const from = join(root, 'node_modules', name);
  const to = join(folder, 'node_modules', name);
  if (existsSync(to) || !existsSync(from)) return;
  cpSync(from, to, { recursive: true });
  const { dependencies = {} } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  for (const other of Object.keys(dependencies)) {
    if (!existsSync(join(from, 'node_modules', other))) copyWithDependencies(other, folder);
  }
}
