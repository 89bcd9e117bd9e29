import {
  type CountProgress,
  canonicalJson,
  canonicalOrder,
  checkOptionNames,
  compareText,
  million,
  ProblemList,
  reading,
  runSteps,
  type Steps,
  wholeShares,
} from '../core/index.js';
import { type Aliases, type Cohort, type CohortNote, type Side, termReader } from '../participants/index.js';
import { type Baseline, baselineFor, baselineSteps, checkBaseline, type NamedFactor } from './baseline.js';
import { checkModel } from './check-model.js';
import { keepSource } from './cohort-source.js';
import { type CompiledCohort, makeCompiledCohort } from './compiled-cohort.js';
import { type FactorSpec, factorKinds } from './factors/index.js';
import type {
  CompileContext,
  CompiledFactor,
  CompiledRule,
  FactorKind,
  ModelFunctions,
  RuleKind,
} from './kind.js';
import { defaultModel, type Model } from './model.js';
import { ruleKinds } from './rules/index.js';

export interface CompileOptions {
  /** `defaultModel` unless given. */
  readonly model?: Model;
  /** The functions that the model mentions by name. */
  readonly functions?: ModelFunctions;
  /** A baseline of an earlier run, so that its scores stay where they were. */
  readonly baseline?: Baseline;
  /** Whole number, 0 … 2³²−1, of the canonical order; 0 unless given. It decides ties, nothing else. */
  readonly seed?: number;
  /** Other words for interests, skills, languages and values. */
  readonly aliases?: Aliases;
}

/**
 * Turns a parsed cohort into columns of numbers that score rows of pairs fast. Only people who opted in take
 * part; the order of the input does not matter.
 *
 * @param cohort what `parseCohort` returned
 * @throws InputError with every problem of the model, the functions, the baseline, the seed and the aliases,
 * and for a cohort that parseCohort did not return
 *
 * O(people · list lengths) to compile and O(min(pairs, 10⁶)) for the baseline.
 */
export function compileCohort(cohort: Cohort, options: CompileOptions = {}): CompiledCohort {
  const problems = new ProblemList('compileCohort');
  checkOptionNames(problems, options, ['model', 'functions', 'baseline', 'seed', 'aliases']);
  problems.throwIfAny();
  return compileCohortFor('compileCohort', cohort, options, false);
}

/** `compileCohort` under the name of the function that a caller called. */
export function compileCohortFor(
  functionName: string,
  cohort: Cohort,
  given: CompileOptions,
  assumeOptedIn: boolean,
): CompiledCohort {
  return runSteps(compileSteps(functionName, cohort, given, assumeOptedIn));
}

/** `compileCohortFor` in steps: factor by factor, rule by rule, and the baseline in small parts. */
export function* compileSteps(
  functionName: string,
  cohort: Cohort,
  given: CompileOptions,
  assumeOptedIn: boolean,
): Steps<CountProgress, CompiledCohort> {
  const { model, functions, kept, seed, aliases } = reading(
    functionName,
    'options',
    given,
    'plain data',
    () => readOptions(functionName, { ...given }),
  );
  // Stores may reorder keys, so the order of factors is that of their names. Weight 0 switches a factor off.
  const specs = Object.entries(model.factors)
    .filter(([, { weight }]) => weight > 0)
    .sort(([one], [other]) => compareText(one, other));
  const ofCohort = <Result>(read: () => Result) =>
    reading(functionName, 'cohort', cohort, 'what parseCohort returned', read);
  const context = ofCohort(() => contextOf(functionName, cohort, functions, seed, aliases));
  const people = context.mentees.length;
  const named: (NamedFactor & { readonly spec: FactorSpec })[] = [];
  for (const [name, spec] of specs) {
    yield { done: 0, of: people };
    const factor = ofCohort(() => compileFactor(spec, context, kept?.factors[name]));
    named.push({ name, spec, factor });
  }
  yield { done: 0, of: people };
  const menteeIds = context.mentees.map(({ id }) => id);
  const mentorIds = context.mentors.map(({ id }) => id);
  const baseline =
    kept === undefined
      ? yield* baselineSteps(named, { menteeIds, mentorIds, seed })
      : baselineFor(
          named.map(({ name }) => name),
          kept,
        );
  const active = named.filter(({ name }) => baseline.factors[name]!.mean !== null);
  const shares = wholeShares(active.map(({ spec }) => spec.weight));
  const compiledRules: { readonly kind: string; readonly rule: CompiledRule }[] = [];
  for (const spec of model.rules ?? []) {
    yield { done: people, of: people };
    const rule = ofCohort(() => (ruleKinds[spec.kind] as RuleKind<typeof spec>).compile(spec, context));
    compiledRules.push({ kind: spec.kind, rule });
  }
  yield { done: people, of: people };
  const said = ofCohort(() => ({
    notOptedIn: notOptedIn(cohort, seed),
    notes: withoutRepeats([...cohort.notes, ...named.flatMap(({ factor }) => factor.notes ?? [])]),
  }));
  const compiled = makeCompiledCohort({
    ...said,
    context,
    menteeIds,
    mentorIds,
    model,
    baseline,
    seed,
    aliases,
    assumeOptedIn,
    factors: active.map(({ name, spec, factor }, index) => ({
      name,
      kind: spec.kind,
      factor,
      share: shares[index]!,
      whenUnknown: Math.round(shares[index]! * (spec.unknown ?? baseline.factors[name]!.mean!)),
    })),
    factorsLeftOut: named.filter(({ name }) => baseline.factors[name]!.mean === null).map(({ name }) => name),
    rules: compiledRules,
    minimumScore: Math.ceil(round12((model.minimumScore ?? 0) * million)),
  });
  return keepSource(compiled, { cohort, functions });
}

/** The options, checked, as a store would give them back. */
function readOptions(functionName: string, options: CompileOptions) {
  const { functions = {}, seed = 0 } = options;
  const problems = new ProblemList(functionName);
  const hasFunctions = checkFunctions(functions, problems);
  checkModel(options.model ?? defaultModel, hasFunctions ? functions : {}, problems);
  // What was passed is checked, not its JSON copy, in which NaN is null.
  if (options.baseline !== undefined) {
    checkBaseline(options.baseline, factorsCounted(options.model ?? defaultModel), problems);
  }
  checkAliases(options.aliases ?? {}, problems);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) {
    problems.add('seed', seed, 'a whole number from 0 to 4294967295');
  }
  const model = plainCopy(options.model ?? defaultModel, 'model', problems);
  const aliases = plainCopy(options.aliases ?? {}, 'aliases', problems);
  const kept = plainCopy(options.baseline, 'baseline', problems);
  problems.throwIfAny();
  return { model, functions, kept, seed, aliases };
}

/** Two factors may have the same to say. */
function withoutRepeats(notes: readonly CohortNote[]): CohortNote[] {
  return [...new Map(notes.map((note) => [canonicalJson(note), note])).values()];
}

/**
 * A copy that later changes by the caller do not reach, and that is what a store would give back. What JSON
 * cannot hold is a problem.
 */
function plainCopy<Value>(value: Value, path: string, problems: ProblemList): Value {
  if (value === undefined) return value;
  try {
    return JSON.parse(JSON.stringify(value)) as Value;
  } catch {
    problems.add(path, value, 'plain JSON');
    return value;
  }
}

function checkFunctions(functions: unknown, problems: ProblemList): boolean {
  if (typeof functions === 'object' && functions !== null && !Array.isArray(functions)) return true;
  problems.add('functions', functions, 'an object: name → function');
  return false;
}

/** Names of the factors with a weight above 0, of a model that may be broken. */
function factorsCounted(model: unknown): string[] {
  const specs = (model as Partial<Model> | null)?.factors;
  if (typeof specs !== 'object' || specs === null) return [];
  return Object.entries(specs).flatMap(([name, spec]) => (spec?.weight > 0 ? [name] : []));
}

/** Rounds away the noise of a decimal such as 0.07 · 10⁶ before it is rounded up. */
function round12(value: number): number {
  return Number(value.toPrecision(12));
}

function compileFactor(
  spec: FactorSpec,
  context: CompileContext,
  statistics: Baseline['factors'][string] | undefined,
): CompiledFactor {
  return (factorKinds[spec.kind] as FactorKind<FactorSpec>).compile(spec, context, statistics);
}

function contextOf(
  functionName: string,
  cohort: Cohort,
  functions: ModelFunctions,
  seed: number,
  aliases: Aliases,
): CompileContext {
  const mentees = inCanonicalOrder(cohort.mentees, seed);
  const mentors = inCanonicalOrder(cohort.mentors, seed);
  return {
    functionName,
    cohort,
    mentees,
    mentors,
    menteeIndex: new Map(mentees.map(({ id }, index) => [id, index])),
    mentorIndex: new Map(mentors.map(({ id }, index) => [id, index])),
    terms: termReader(aliases),
    aliases,
    functions,
  };
}

function inCanonicalOrder<Person extends { readonly id: string; readonly optedIn: boolean }>(
  people: readonly Person[],
  seed: number,
): Person[] {
  const byId = new Map(people.filter(({ optedIn }) => optedIn).map((person) => [person.id, person]));
  return canonicalOrder([...byId.keys()], seed).map((id) => byId.get(id)!);
}

function notOptedIn({ mentees, mentors }: Cohort, seed: number): { id: string; side: Side }[] {
  const idsOf = (people: Cohort['mentees'] | Cohort['mentors']) =>
    canonicalOrder(
      people.filter(({ optedIn }) => !optedIn).map(({ id }) => id),
      seed,
    );
  return [
    ...idsOf(mentees).map((id) => ({ id, side: 'mentee' as const })),
    ...idsOf(mentors).map((id) => ({ id, side: 'mentor' as const })),
  ];
}

function checkAliases(aliases: unknown, problems: ProblemList): void {
  if (typeof aliases !== 'object' || aliases === null || Array.isArray(aliases)) {
    problems.add('aliases', aliases, 'an object: word → list of words that stand for it');
    return;
  }
  for (const [word, terms] of Object.entries(aliases)) {
    const isList =
      Array.isArray(terms) &&
      terms.length > 0 &&
      terms.every((term) => typeof term === 'string' && term.trim() !== '');
    if (!isList) problems.add(`aliases[${JSON.stringify(word)}]`, terms, 'a list of one or more words');
  }
}
