import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { describe, expect, test } from 'vitest';
import * as assignment from '../src/assignment/index.js';
import * as csv from '../src/csv/index.js';
import * as library from '../src/index.js';
import * as survey from '../src/survey/index.js';

/** The entries that a block may import. */
const entries: Record<string, object> = {
  'mentor-matching': library,
  'mentor-matching/assignment': assignment,
  'mentor-matching/csv': csv,
  'mentor-matching/survey': survey,
};

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map((block) => block[1] ?? '');

/** Turns `expression; // => value` into a check and imports into look-ups, and runs the block. */
function run(block: string): number {
  let checks = 0;
  const check = (actual: unknown, expected: unknown) => {
    checks += 1;
    expect(actual).toEqual(expected);
  };
  const checked = block.replaceAll(/^(.*); \/\/ => (.*)$/gm, 'check(($1), ($2));');
  const { code } = transformSync(checked, { loader: 'ts', format: 'cjs' });
  const requireEntry = (name: string) => {
    const entry = entries[name];
    if (entry === undefined) throw new Error(`the README imports ${name}, which this test does not know`);
    return entry;
  };
  new Function('require', 'module', 'check', code)(requireEntry, { exports: {} }, check);
  return checks;
}

describe('the README', () => {
  test('the first block is at most 15 lines', () => {
    expect(blocks[0]?.trim().split('\n').length).toBeLessThanOrEqual(15);
  });

  test.each(blocks.map((block, index) => [index + 1, block] as const))(
    'block %i computes what its comments promise',
    (_, block) => {
      expect(run(block)).toBeGreaterThan(0);
    },
  );

  test('every name it mentions in code is exported', () => {
    const verbs = [...readme.matchAll(/`([a-z]+[A-Z]\w*)`/g)].map((match) => match[1] ?? '');
    const exported = new Set(Object.values(entries).flatMap((entry) => Object.keys(entry)));
    const called = verbs.filter((name) =>
      /^(match|solve|check|parse|replay|explain|rank|compile|safe)/.test(name),
    );
    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((name) => !exported.has(name))).toEqual([]);
  });
});
