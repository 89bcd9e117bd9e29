import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';

const folder = new URL('../examples/', import.meta.url);
const names = readdirSync(folder).filter((name) => /^\d\d-.*\.ts$/.test(name));

/** Runs an example and returns the lines that it prints. */
async function run(name: string): Promise<string[]> {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((...parts: unknown[]) => {
    lines.push(...parts.map(String).join(' ').split('\n'));
  });
  vi.spyOn(console, 'table').mockImplementation((data: unknown) => {
    lines.push(JSON.stringify(data));
  });
  await import(new URL(name, folder).pathname);
  return lines;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('every example', () => {
  test.each(names)('%s runs and prints what its comments promise', async (name) => {
    const printed = await run(name);
    const source = readFileSync(new URL(name, folder), 'utf8');
    // After the head, a comment on a line of its own is a line of output.
    const promised = [...source.matchAll(/^\/\/ (.*)$/gm)].map((match) => match[1] ?? '');
    expect(printed.length).toBeGreaterThan(3);
    expect(printed.filter((line) => promised.includes(line))).toEqual(promised);
  });
});

test('the civil service is matched as well as possible under both objectives', async () => {
  vi.resetModules();
  const printed = (await run('02-civil-service.ts')).join('\n');
  expect(printed).toContain('most-pairs: 484 pairs, total 459.772731, gap 0');
  expect(printed).toContain('best-total: 479 pairs, total 460.227266, gap 0');
  expect(printed).toContain('proof checked: true');
});
