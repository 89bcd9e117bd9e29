/**
 * The lockfile works anywhere: it names no place to download from (a mirror's address would bind every clone to that
 * mirror), every package has its checksum, and no platform's binaries were lost.
 */
import { readFileSync } from 'node:fs';

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const problems = [];

for (const [path, { resolved, integrity, optionalDependencies = {} }] of packages) {
  if (resolved !== undefined) problems.push(`${path} holds the address ${resolved}`);
  if (integrity === undefined) problems.push(`${path} has no checksum`);
  for (const name of Object.keys(optionalDependencies)) {
    const nested = `${path}/node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    if (!(nested in lock.packages) && !(hoisted in lock.packages)) problems.push(`${path} lost its ${name}`);
  }
}

if (problems.length > 0) throw new Error(`package-lock.json\n${problems.join('\n')}`);
console.log(`${packages.length} packages`);
