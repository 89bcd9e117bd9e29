import type { PreferenceLists, PreferenceSource } from './market.js';

/** Lists that were checked, as a source. O(list entries) memory. */
export function sourceFromLists({ rowPreferences, columnPreferences }: PreferenceLists): PreferenceSource {
  const ofRows = rowPreferences.map(rankOf);
  const ofColumns = columnPreferences.map(rankOf);
  return {
    rows: rowPreferences.length,
    columns: columnPreferences.length,
    listOfRow: (row) => rowPreferences[row]!,
    listOfColumn: (column) => columnPreferences[column]!,
    isAcceptable: (row, column) => ofRows[row]!.has(column) && ofColumns[column]!.has(row),
    compareForRow: (row, one, other) => ofRows[row]!.get(one)! - ofRows[row]!.get(other)!,
    compareForColumn: (column, one, other) => ofColumns[column]!.get(one)! - ofColumns[column]!.get(other)!,
  };
}

function rankOf(list: ArrayLike<number>): Map<number, number> {
  const rank = new Map<number, number>();
  for (let at = 0; at < list.length; at++) rank.set(list[at]!, at);
  return rank;
}
