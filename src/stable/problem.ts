import { isInputError, type ProblemList } from '../core/index.js';
import type { Preferences, StableProblem } from './market.js';
import { sourceFromLists } from './preference-lists.js';

/**
 * Checks the preferences and capacities of a public function.
 *
 * @throws InputError with every problem found
 */
export function readStableProblem(
  problems: ProblemList,
  preferences: Preferences,
  capacities: ArrayLike<number> | undefined,
): StableProblem {
  const source = readSafely(problems, preferences);
  if (capacities !== undefined) checkCapacities(problems, capacities, source.columns);
  problems.throwIfAny();
  const kept = new Int32Array(source.columns);
  for (let column = 0; column < kept.length; column++)
    kept[column] = Math.min(capacities === undefined ? 1 : capacities[column]!, source.rows);
  return { source, capacities: kept };
}

/** `readSource`, where reading may run into a getter that throws. */
function readSafely(problems: ProblemList, preferences: unknown) {
  try {
    return readSource(problems, preferences);
  } catch (error) {
    if (!isInputError(error)) problems.add('preferences', preferences, 'plain data, or a preference source');
    problems.throwIfAny();
    throw error;
  }
}

function readSource(problems: ProblemList, preferences: unknown) {
  const rule = '{ rowPreferences, columnPreferences }, or a preference source';
  const { rowPreferences, columnPreferences, ...rest } = isRecord(preferences) ? preferences : {};
  if (isRecord(preferences) && typeof rest.listOfRow === 'function') {
    for (const name of ['rows', 'columns'])
      if (!isWhole(rest[name])) problems.add(`preferences.${name}`, rest[name], 'a whole number ≥ 0');
    for (const name of ['listOfColumn', 'isAcceptable', 'compareForRow', 'compareForColumn'])
      if (typeof rest[name] !== 'function') problems.add(`preferences.${name}`, rest[name], 'a function');
    problems.throwIfAny();
    return preferences as unknown as StableProblem['source'];
  }
  if (!Array.isArray(rowPreferences) || !Array.isArray(columnPreferences)) {
    problems.add('preferences', preferences, rule);
    problems.throwIfAny();
  }
  const rows = rowPreferences as unknown[];
  const columns = columnPreferences as unknown[];
  // Array.from sees holes, which forEach passes over.
  Array.from(rows).forEach((list, row) => {
    checkList(problems, `preferences.rowPreferences[${row}]`, list, columns.length, 'columns');
  });
  Array.from(columns).forEach((list, column) => {
    checkList(problems, `preferences.columnPreferences[${column}]`, list, rows.length, 'rows');
  });
  problems.throwIfAny();
  return sourceFromLists({
    rowPreferences: rows as ArrayLike<number>[],
    columnPreferences: columns as ArrayLike<number>[],
  });
}

function checkList(problems: ProblemList, path: string, list: unknown, partners: number, what: string): void {
  if (!Array.isArray(list) && !(ArrayBuffer.isView(list) && 'length' in list)) {
    problems.add(path, list, `a list of ${what}, best first`);
    return;
  }
  const entries = list as ArrayLike<unknown>;
  const seen = new Set<unknown>();
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    if (!isWhole(entry) || (entry as number) >= partners)
      problems.add(`${path}[${at}]`, entry, `a whole number ≥ 0 and below ${partners}`);
    else if (seen.has(entry)) problems.add(`${path}[${at}]`, entry, `each of the ${what} once`);
    seen.add(entry);
  }
}

function checkCapacities(problems: ProblemList, capacities: unknown, columns: number): void {
  const list = capacities as ArrayLike<unknown> | null;
  try {
    if (typeof list !== 'object' || list === null || list.length !== columns) {
      problems.add('capacities.length', list?.length, `${columns}, one per column`);
      return;
    }
    for (let at = 0; at < columns; at++)
      if (!isWhole(list[at])) problems.add(`capacities[${at}]`, list[at], 'a whole number ≥ 0');
  } catch {
    // A getter or a proxy of the caller's.
    problems.add('capacities', list, `a list of ${columns}, one per column`);
  }
}

function isWhole(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
