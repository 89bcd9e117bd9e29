/**
 * Strongly connected components of what can be reached from some nodes (Tarjan 1972, doi:10.1137/0201010).
 *
 * @param roots where to begin
 * @param waysOn the nodes that a node leads to, the same at every call
 * @param keptWays how many ways of a node are remembered while it is on the way; longer lists are asked for again
 * @returns a component by node, −1 = not reached
 *
 * O(nodes + ways), and longer lists once more for each node below theirs.
 */
export function componentsFrom(
  nodes: number,
  roots: readonly number[],
  waysOn: (node: number) => readonly number[],
  keptWays: number,
): Int32Array {
  const component = new Int32Array(nodes).fill(-1);
  /** When a node was reached, from 1 on. */
  const reached = new Int32Array(nodes);
  /** The earliest node, by `reached`, that is known to be in the same component. */
  const lowest = new Int32Array(nodes);
  const way: { readonly node: number; readonly ways: readonly number[] | undefined; at: number }[] = [];
  const open: number[] = [];
  let clock = 0;
  let components = 0;
  const enter = (node: number) => {
    clock += 1;
    reached[node] = clock;
    lowest[node] = clock;
    open.push(node);
    const ways = waysOn(node);
    way.push({ node, ways: ways.length <= keptWays ? ways : undefined, at: 0 });
  };
  const lower = (node: number, to: number) => {
    if (to < lowest[node]!) lowest[node] = to;
  };
  for (const root of roots) {
    if (reached[root]! > 0) continue;
    enter(root);
    while (way.length > 0) {
      const step = way.at(-1)!;
      const { node } = step;
      const ways = step.ways ?? waysOn(node);
      let next = -1;
      while (step.at < ways.length && next < 0) {
        const to = ways[step.at++]!;
        if (reached[to] === 0) next = to;
        else if (component[to]! < 0) lower(node, reached[to]!);
      }
      if (next >= 0) {
        enter(next);
        continue;
      }
      way.pop();
      const above = way.at(-1);
      if (above !== undefined) lower(above.node, lowest[node]!);
      if (lowest[node] !== reached[node]) continue;
      let member = -1;
      while (member !== node) {
        member = open.pop()!;
        component[member] = components;
      }
      components += 1;
    }
  }
  return component;
}
