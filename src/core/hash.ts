/**
 * MurmurHash3, 32 bits (Austin Appleby, public domain), over the UTF-16 code units of a text.
 *
 * Used for order, never for secrets: it spreads names evenly, so that an order by hash favours nobody by
 * name, and it gives the same value on every runtime.
 *
 * @returns a whole number in 0 … 2³²−1
 */
export function hashText(text: string, seed: number): number {
  let hash = seed | 0;
  const { length } = text;
  const pairs = length & ~1;
  for (let at = 0; at < pairs; at += 2) {
    hash ^= mixBlock(text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16));
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  if (pairs < length) hash ^= mixBlock(text.charCodeAt(pairs));
  return finish(hash ^ (length * 2));
}

/** Hash of two hashes, 0 … 2³²−1; not symmetric. */
export function hashPair(first: number, second: number, seed: number): number {
  let hash = seed | 0;
  for (const block of [first, second]) {
    hash ^= mixBlock(block);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  return finish(hash ^ 8);
}

function mixBlock(block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  return Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}

function finish(hash: number): number {
  let mixed = hash;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Compares texts by UTF-16 code units: the same order everywhere, whatever the locale. */
export function compareText(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * The canonical order of ids: by hash(seed, id), equal hashes by code units. The order of the input does
 * not matter, no name is favoured, and one more id leaves the others in their order.
 */
export function canonicalOrder(ids: readonly string[], seed: number): string[] {
  const keyed = ids.map((id) => ({ id, hash: hashText(id, seed) }));
  keyed.sort((one, other) => one.hash - other.hash || compareText(one.id, other.id));
  return keyed.map(({ id }) => id);
}
