import { ProblemList, reading } from '../core/index.js';

/** The lists of a result, by what they have an entry for. */
type ResultList = 'rowToColumn' | 'rowDuals' | 'columnDuals' | 'rowCover' | 'columnCover';

/** Throws where what a caller passed as the result of a problem cannot be one of it. */
export function checkResult(
  functionName: string,
  result: unknown,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  lists: readonly ResultList[],
): void {
  const problems = new ProblemList(functionName);
  reading(functionName, 'result', result, 'what solveAssignment returned for this problem', () => {
    for (const name of lists) {
      const list = (result as Readonly<Record<string, ArrayLike<unknown>>>)[name]!;
      const length = name.startsWith('row') ? rows : columns;
      if (list.length !== length) problems.add(`result.${name}.length`, list.length, String(length));
      else if (!hasNumbers(list, name === 'rowToColumn' ? columns : undefined))
        problems.add(`result.${name}`, list, 'the list that solveAssignment returned');
    }
  });
  problems.throwIfAny();
}

function hasNumbers(list: ArrayLike<unknown>, columns: number | undefined): boolean {
  for (let at = 0; at < list.length; at++) {
    const value = list[at];
    if (typeof value !== 'number' || Number.isNaN(value)) return false;
    if (columns !== undefined && (!Number.isInteger(value) || value < -1 || value >= columns)) return false;
  }
  return true;
}
