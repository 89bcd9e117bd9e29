import { readdirSync, readFileSync } from 'node:fs';
import { build, transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { findTopLevelEffects, markPureTopLevel } from '../scripts/pure-top-level.js';

const sourceFolder = new URL('../src/', import.meta.url);
const files = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(new URL(path, sourceFolder), 'utf8') }));

test('no file of src does anything when it is loaded but define its constants', () => {
  expect(files.flatMap(({ path, text }) => findTopLevelEffects(text, path))).toEqual([]);
  expect(findTopLevelEffects('const all = new Map();\nall.set(1, 2);', 'a.ts')).toEqual([
    'a.ts:2 does something when the file is loaded',
  ]);
});

test.each([
  ['a call', 'const a = f(1)'],
  ['a construction', 'const a = new F(1)'],
  ['a call on a result', 'const a = f(1).b(2)'],
  ['a part of another constant', 'const a = b.c'],
  ['a spread', 'const a = { ...b, d: 1 }'],
  ['a call inside a list', 'const a = [f(b.c)]'],
  ['a text with a value in it', 'const a = `' + '$' + '{b}`'],
  ['a type told about it', 'const a = f(1) as const satisfies number'],
])('a bundler drops %s that nobody uses', async (_, text) => {
  const taken = async (contents: string) => {
    const { outputFiles } = await build({
      stdin: { contents, loader: 'ts' },
      bundle: true,
      format: 'esm',
      minify: true,
      write: false,
    });
    return outputFiles[0]?.text.trim();
  };
  const start = 'declare const F: any, f: any, b: any;\n';
  expect(await taken(start + text)).not.toBe('');
  expect(await taken(markPureTopLevel(start + text, 'a.ts'))).toBe('');
});

test('what is marked has the same value as before', () => {
  const text = `const f = (n: number) => ({ n });
    const a = { ...f(1), list: [f(2).n, ...[3, 4].map((n) => n * 2)] } as const;
    const b = new Set([a.list[0]]), c = \`\${a.n}\`;
    const d = (a.n + 1) satisfies number;
    return JSON.stringify([a, [...b], c, d]);`;
  const marked = markPureTopLevel(text, 'a.ts');
  const resultOf = (code: string) =>
    new Function(transformSync(`function run() {${code}}`, { loader: 'ts' }).code + ' return run();')();
  expect(marked).toContain('@__PURE__');
  expect(resultOf(marked)).toBe(resultOf(text));
});
