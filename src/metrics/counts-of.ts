import { compareText } from '../core/index.js';

/** How many of each, by name. */
export function countsOf(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  // Numbers come first by size whatever is done; other names in code-unit order.
  return Object.fromEntries([...counts].sort(([one], [other]) => compareText(one, other)));
}
