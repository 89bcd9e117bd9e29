import { describe, expect, it } from 'vitest';
import { componentsFrom } from '../../src/assignment/components.js';
import { random } from './instances.js';

/** Two nodes are in the same component where each can be reached from the other. */
function reachable(ways: readonly (readonly number[])[], from: number): Set<number> {
  const seen = new Set([from]);
  for (const node of seen) for (const to of ways[node]!) seen.add(to);
  return seen;
}

describe('componentsFrom', () => {
  it.each([0, 1, 100])('finds what reaches each other, remembering up to %i ways of a node', (kept) => {
    for (let seed = 0; seed < 200; seed++) {
      const next = random(seed);
      const nodes = 1 + Math.floor(next() * 12);
      const share = next() * 0.4;
      const ways = Array.from({ length: nodes }, () =>
        Array.from({ length: nodes }, (_, to) => to).filter(() => next() < share),
      );
      const roots = Array.from({ length: Math.floor(next() * 4) }, () => Math.floor(next() * nodes));
      const component = componentsFrom(nodes, roots, (node) => ways[node]!, kept);
      const from = ways.map((_, node) => reachable(ways, node));
      const isReached = (node: number) => roots.some((root) => from[root]!.has(node));
      for (let one = 0; one < nodes; one++) {
        expect(component[one]! >= 0, `${seed}: ${one}`).toBe(isReached(one));
        for (let other = 0; other < nodes; other++)
          if (isReached(one) && isReached(other))
            expect(component[one] === component[other], `${seed}: ${one}, ${other}`).toBe(
              from[one]!.has(other) && from[other]!.has(one),
            );
      }
    }
  });

  it('goes down a path of a hundred thousand nodes', () => {
    const nodes = 100_000;
    const component = componentsFrom(nodes, [0], (node) => [(node + 1) % nodes], 1);
    expect(new Set(component)).toEqual(new Set([0]));
  });
});
