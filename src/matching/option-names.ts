import { ProblemList } from '../core/index.js';

const matchOptionNames = ['objective', 'locked', 'forbidden', 'solver'];
const compileOptionNames = ['model', 'functions', 'baseline', 'seed', 'aliases', 'assumeOptedIn'];

/** Refuses what is no object of options of known names: a misspelt one would be ignored in silence. */
export function checkOptionNames(functionName: string, options: unknown, known: readonly string[]): void {
  const problems = new ProblemList(functionName);
  for (const [name, value] of entriesOf(functionName, options)) {
    if (known.includes(name)) continue;
    problems.add(name, value, `no option of this name; only ${known.join(', ')}`);
  }
  problems.throwIfAny();
}

/** The same for options of compiling. */
export function checkCompileOptionNames(functionName: string, options: unknown): void {
  checkOptionNames(functionName, options, compileOptionNames);
}

/** The same for options of matching, with those of compiling unless the cohort is compiled already. */
export function checkMatchOptionNames(functionName: string, options: unknown, isCompiled: boolean): void {
  checkOptionNames(functionName, options, [...matchOptionNames, ...compileOptionNames]);
  if (!isCompiled) return;
  const problems = new ProblemList(functionName);
  for (const [name, value] of entriesOf(functionName, options)) {
    if (!compileOptionNames.includes(name)) continue;
    problems.add(
      name,
      value,
      'this among the options of compileCohort, since the cohort is compiled already',
    );
  }
  problems.throwIfAny();
}

function entriesOf(functionName: string, options: unknown): [string, unknown][] {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) {
    return Object.entries(options).filter(([, value]) => value !== undefined);
  }
  const problems = new ProblemList(functionName);
  problems.add('options', options, 'an object');
  problems.throwIfAny();
  return [];
}
