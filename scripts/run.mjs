import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package, whatever folder the script was started from. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Colours are for terminals; what a program says here is read by scripts and kept in logs. */
const uncoloured = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

/**
 * Runs a program and resolves with what it printed, both streams together.
 *
 * @throws an `Error` with what the program printed, when it ends with anything but 0.
 */
export function run(command, args, { cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: uncoloured, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(output);
      const ending = signal === null ? `ended with ${code}` : `was ended by ${signal}`;
      reject(new Error(`${[command, ...args].join(' ')} ${ending}:\n${output}`));
    });
  });
}

/** Runs a script of this Node, which needs no shell and works on every platform. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs the command line program of an installed package, such as `tsc` of `typescript`. */
export function runTool(packageName, args, options) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const program = typeof bin === 'string' ? bin : Object.values(bin)[0];
  return runNode([join(folder, program), ...args], options);
}

/** Runs npm: the one that started this script, or the one on the path. */
export function runNpm(args, options) {
  const program = process.env.npm_execpath;
  return program === undefined ? run('npm', args, options) : runNode([program, ...args], options);
}
