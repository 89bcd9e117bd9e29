import {
  type AsyncOptions,
  compareText,
  ProblemList,
  runSteps,
  runStepsAsync,
  type Steps,
} from '../core/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import { fieldGroup, readField, recompileCohort, withField } from '../scoring/inner.js';
import { checkAttribute } from './check-attribute.js';
import { comparePairs, type PairChanges } from './compare-pairs.js';
import { checkVariantOptions, type SolveOptions, solveWith, type VariantProgress } from './solve-variants.js';
import { requireCompiled } from './under.js';

export interface AttributeOptions extends SolveOptions {
  /** The field in question: `department`, `attributes.gender` … */
  readonly attribute: string;
}

export interface AttributeInvariance {
  readonly kind: 'invariance';
  readonly attribute: string;
  /** Whether pairs stayed the same in every variant that was solved. */
  readonly isInvariant: boolean;
  /** Whether the model reads the field; functions of the caller may read every field. */
  readonly isRead: boolean;
  /** How many have a value. */
  readonly known: { readonly mentees: number; readonly mentors: number };
  /** Pairs when nobody has a value. */
  readonly blanked: PairChanges;
  /**
   * Pairs when everybody of one side has the value of the next group, the other side its own; `null` where there are
   * fewer than two values.
   */
  readonly swapped: (PairChanges & { readonly side: 'mentee' | 'mentor' }) | null;
}

/**
 * Do pairs change if an attribute is blanked, or swapped between groups? Solves the cohort as it is, without the
 * attribute, and with every mentee given the value of the next group (the mentors, where no mentee has one).
 *
 * It sees what the attribute itself does. It cannot see proxies: a location, a school, a language or a hobby may stand
 * for it, and then pairs follow the attribute though nothing changes here. `auditFairness` looks at outcomes
 * instead. Neither is legal advice.
 *
 * @throws InputError where the attribute is no field or an option is wrong
 *
 * Three times what `matchCohort` takes, with a baseline each.
 */
export function attributeInvariance(cohort: CompiledCohort, options: AttributeOptions): AttributeInvariance {
  return runSteps(invarianceSteps('attributeInvariance', cohort, options, false));
}

/** The same with a pause after each of the three solves, of which none is cut. */
export function attributeInvarianceAsync(
  cohort: CompiledCohort,
  options: AttributeOptions & AsyncOptions<VariantProgress>,
): Promise<AttributeInvariance> {
  const name = 'attributeInvarianceAsync';
  return runStepsAsync(name, invarianceSteps(name, cohort, options, true), options);
}

function* invarianceSteps(
  functionName: string,
  cohort: unknown,
  options: AttributeOptions,
  isAsync: boolean,
): Steps<VariantProgress, AttributeInvariance> {
  const problems = new ProblemList(functionName);
  checkVariantOptions(problems, options, ['attribute'], isAsync);
  problems.throwIfAny();
  const { attribute } = options;
  checkAttribute(attribute, problems);
  problems.throwIfAny();
  const compiled = requireCompiled(functionName, cohort);
  const { mentees, mentors } = compiled.people;
  const groups = groupsIn([...mentees, ...mentors], attribute);
  const known = {
    mentees: mentees.filter((person) => fieldGroup(person, attribute) !== null).length,
    mentors: mentors.filter((person) => fieldGroup(person, attribute) !== null).length,
  };
  const toSolve = groups.length < 2 ? 2 : 3;
  const before = solveWith(functionName, compiled, options);
  yield { solved: 1, toSolve };
  const solve = (changePerson: Parameters<typeof recompileCohort>[2]['changePerson']) => {
    const changed = recompileCohort(functionName, compiled, { ...(changePerson && { changePerson }) });
    return comparePairs(compiled.menteeIds, before, solveWith(functionName, changed, options));
  };
  const blanked = solve((person) => withField(person, attribute, undefined));
  yield { solved: 2, toSolve };
  const side = known.mentees > 0 ? 'mentee' : 'mentor';
  let swapped: AttributeInvariance['swapped'] = null;
  if (groups.length >= 2) {
    const next = new Map(groups.map(({ group }, at) => [group, groups[(at + 1) % groups.length]!.value]));
    const changes = solve((person, ofSide) => {
      const group = ofSide === side ? fieldGroup(person, attribute) : null;
      return group === null ? person : withField(person, attribute, next.get(group));
    });
    swapped = { ...changes, side };
    yield { solved: 3, toSolve };
  }
  const { fieldsUsed } = compiled;
  return {
    kind: 'invariance',
    attribute,
    isInvariant: blanked.menteesChanged === 0 && (swapped?.menteesChanged ?? 0) === 0,
    isRead: [attribute, '*'].some((field) =>
      ['mentees', 'mentors'].some((people) => fieldsUsed.includes(`${people}.${field}`)),
    ),
    known,
    blanked,
    swapped,
  };
}

type People = CompiledCohort['people']['mentees'][number] | CompiledCohort['people']['mentors'][number];

/** The groups by name, each with a value as somebody wrote it. */
function groupsIn(people: readonly People[], attribute: string) {
  const values = new Map<string, ReturnType<typeof readField>>();
  const written = (value: unknown) => JSON.stringify(value) ?? '';
  for (const person of people) {
    const group = fieldGroup(person, attribute);
    if (group === null) continue;
    const value = readField(person, attribute);
    if (!values.has(group) || compareText(written(value), written(values.get(group))) < 0) {
      values.set(group, value);
    }
  }
  return [...values]
    .map(([group, value]) => ({ group, value }))
    .sort((one, other) => compareText(one.group, other.group));
}
