import { expect, test } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { fuzzCall, fuzzTargets, unreadableEverywhere } from './support/fuzz-calls.js';
import { goodCalls } from './support/good-calls.js';

const paths = Object.keys(packageJson.exports).filter((path) => path !== './package.json');
const entries = Object.fromEntries(
  await Promise.all(
    paths.map(async (path): Promise<[string, object]> => {
      const source = path === '.' ? '../src/index.ts' : `../src/${path.slice(2)}/index.ts`;
      return [path, await import(new URL(source, import.meta.url).href)];
    }),
  ),
);
const targets = fuzzTargets(entries);

/** Ten calls of each; `npm run fuzz` makes many more, and notices calls that do not come back. */
test('hostile input gives a result or an InputError, and is not changed', async () => {
  expect(targets.length).toBeGreaterThan(100);
  const findings: string[] = [];
  let refused = 0;
  for (let at = 0; at < 10 * targets.length; at++) {
    const { outcome, finding } = await fuzzCall(targets, 1, at).run();
    if (finding !== undefined) findings.push(finding);
    if (outcome === 'inputError') refused += 1;
  }
  expect(findings).toEqual([]);
  expect(refused).toBeGreaterThan(5 * targets.length);
});

test('the calls that hostile parts are put into are good ones, of verbs that there are', async () => {
  const byName = new Map(targets.map(({ name, call }) => [name, call]));
  for (const [name, parts] of Object.entries(goodCalls())) {
    const call = byName.get(name);
    expect(call, name).toBeDefined();
    await call?.(...parts);
  }
});

test('a part that cannot be read gives an InputError at every place of good arguments', async () => {
  const byName = new Map(targets.map(({ name, call }) => [name, call]));
  const findings: string[] = [];
  for (const [name, parts] of Object.entries(goodCalls()))
    for (const finding of await unreadableEverywhere(byName.get(name)!, parts))
      findings.push(`${name} ${finding}`);
  expect(findings).toEqual([]);
  const crash = (value: { part: { inner: number } }) => void value.part.inner;
  expect(await unreadableEverywhere(crash as never, [{ part: { inner: 1 } }])).toHaveLength(8);
}, 60_000);

test('it notices a verb that crashes, one that changes its argument, and one that rejects', async () => {
  const broken = {
    crash: (value: { part: { inner: unknown } }) => value.part.inner,
    change: (value: unknown) => Reflect.set(Object(value), 'changed', true),
    reject: async (value: { part: { inner: unknown } }) => value.part.inner,
  };
  const seen = new Set<string>();
  const own = fuzzTargets({ '.': broken });
  for (let at = 0; at < 300; at++) {
    const { finding } = await fuzzCall(own, 1, at).run();
    if (finding !== undefined) seen.add(`${finding.slice(2, 8)} ${finding.includes(' changes ')}`);
  }
  expect([...seen].sort()).toEqual(['change true', 'crash( false', 'reject false']);
});
