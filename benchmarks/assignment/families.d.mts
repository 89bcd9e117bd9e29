/** The families, for the tests, which solve them all. */
export const families: Readonly<Record<string, unknown>>;
export function matrix(family: string, rows: number, columns: number, seed: number): Float32Array;
