import { checkOptionNames, ProblemList, reading } from '../core/index.js';
import { compileOptionNames } from './compile-input.js';

const matchOptionNames = [
  'objective',
  'levelSize',
  'optimalFor',
  'locked',
  'forbidden',
  'balance',
  'solver',
  'largestMatrix',
  'within',
];

/** Refuses what is no object of options of known names: a misspelt one would be ignored in silence. */
export function requireOptionNames(functionName: string, options: unknown, known: readonly string[]): void {
  const problems = new ProblemList(functionName);
  checkOptionNames(problems, options, known);
  problems.throwIfAny();
}

/** The same for options of matching, with those of compiling unless the cohort is compiled already. */
export function checkMatchOptionNames(
  functionName: string,
  options: object,
  isCompiled: boolean,
  furtherNames: readonly string[] = [],
): void {
  // A clock that nobody looks at would be lost in silence.
  const within = reading(
    functionName,
    'options',
    options,
    'an object',
    () => (options as { readonly within?: unknown }).within,
  );
  const clock = within === undefined ? [] : ['clock'];
  checkNamesFor(functionName, options, [...matchOptionNames, ...clock, ...furtherNames], isCompiled);
}

/** The same for a verb with other options of its own. */
export function checkNamesFor(
  functionName: string,
  options: object,
  own: readonly string[],
  isCompiled: boolean,
): void {
  requireOptionNames(functionName, options, [...own, ...compileOptionNames]);
  if (!isCompiled) return;
  const problems = new ProblemList(functionName);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || !compileOptionNames.includes(name)) continue;
    problems.add(
      name,
      value,
      'this among the options of compileCohort, since the cohort is compiled already',
    );
  }
  problems.throwIfAny();
}
