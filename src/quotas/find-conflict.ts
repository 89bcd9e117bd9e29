/**
 * The rows that conflict: none of them can be left out, or the others could be met together.
 *
 * Deletion filter (Chinneck & Dravnieks 1991, doi:10.1287/ijoc.3.2.157): what can be left out while the rest
 * still cannot be met is left out, first in large groups, then one by one. A row that was needed once stays
 * needed when others go, so one pass by ones suffices.
 *
 * @param rows that cannot be met together
 * @param canMeet whether some rows can be met together
 */
export function findConflict<Row>(rows: readonly Row[], canMeet: (rows: readonly Row[]) => boolean): Row[] {
  let kept = [...rows];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    let at = 0;
    while (at < kept.length && kept.length > 1) {
      const rest = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (canMeet(rest)) at += size;
      else kept = rest;
    }
  }
  return kept;
}
