/**
 * Two sides and whom each accepts, best first. A pair is *acceptable* only where both list each other. Orders
 * are strict: whoever asks twice, or asks about two different partners, always gets a clear answer.
 */
export interface PreferenceSource {
  readonly rows: number;
  readonly columns: number;
  /** The columns that a row lists, best first, each once. */
  listOfRow(row: number): ArrayLike<number>;
  /** The rows that a column lists, best first, each once. */
  listOfColumn(column: number): ArrayLike<number>;
  /** Whether each lists the other. */
  isAcceptable(row: number, column: number): boolean;
  /** Below 0 where the row would rather have column `one` than `other`, both of its list; 0 only for the same. */
  compareForRow(row: number, one: number, other: number): number;
  /** Below 0 where the column would rather have row `one` than `other`, both of its list. */
  compareForColumn(column: number, one: number, other: number): number;
}

/** Strict preference lists: `rowPreferences[i]` are the columns that row i accepts, best first. */
export interface PreferenceLists {
  readonly rowPreferences: readonly ArrayLike<number>[];
  readonly columnPreferences: readonly ArrayLike<number>[];
}

/** Everything that the verbs of this room take as preferences. */
export type Preferences = PreferenceLists | PreferenceSource;

/** A checked problem. */
export interface StableProblem {
  readonly source: PreferenceSource;
  /** How many rows each column can hold, at most as many as there are. */
  readonly capacities: Int32Array;
}
