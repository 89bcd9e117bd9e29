import { type ProblemList, unknownNameRule } from '../core/index.js';
import { factorKinds } from './factors/index.js';
import type { ModelFunctions } from './kind.js';
import { ruleKinds } from './rules/index.js';
import { SpecCheck } from './spec-check.js';

/** Notes everything that is wrong with a model, each with its place. `path` is where the model stands. */
export function checkModel(
  model: unknown,
  functions: ModelFunctions,
  problems: ProblemList,
  path: string = 'model',
): void {
  if (!isRecord(model)) {
    problems.add(path, model, 'a model: { factors, rules?, minimumScore? }');
    return;
  }
  const known = ['factors', 'rules', 'minimumScore'];
  for (const key of Object.keys(model)) {
    if (!known.includes(key))
      problems.add(`${path}.${key}`, model[key], unknownNameRule('option', key, known));
  }
  checkFactors(model.factors, functions, problems, `${path}.factors`);
  if (model.rules !== undefined && !Array.isArray(model.rules)) {
    problems.add(`${path}.rules`, model.rules, 'a list of rules');
  } else {
    for (const [index, rule] of ((model.rules ?? []) as unknown[]).entries()) {
      checkSpec(rule, ruleKinds, 'rule', functions, problems, `${path}.rules[${index}]`);
    }
  }
  const { minimumScore } = model;
  if (
    minimumScore !== undefined &&
    !(typeof minimumScore === 'number' && minimumScore >= 0 && minimumScore <= 1)
  ) {
    problems.add(`${path}.minimumScore`, minimumScore, 'a number in [0, 1]');
  }
}

function checkFactors(specs: unknown, functions: ModelFunctions, problems: ProblemList, path: string): void {
  if (!isRecord(specs) || Object.keys(specs).length === 0) {
    problems.add(path, specs, 'at least one factor by name: { name: { kind, weight, … } }');
    return;
  }
  for (const [name, spec] of Object.entries(specs)) {
    checkSpec(spec, factorKinds, 'factor', functions, problems, `${path}.${name}`);
  }
  const weights = Object.values(specs).map((spec) => (isRecord(spec) ? spec.weight : undefined));
  if (weights.every((weight) => weight === 0)) {
    problems.add(path, weights, 'at least one weight > 0');
  }
}

function checkSpec(
  spec: unknown,
  kinds: Readonly<Record<string, { check(spec: SpecCheck): void }>>,
  what: 'factor' | 'rule',
  functions: ModelFunctions,
  problems: ProblemList,
  path: string,
): void {
  if (!isRecord(spec)) {
    problems.add(path, spec, `a ${what}: { kind, … }`);
    return;
  }
  const { kind } = spec;
  if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) {
    const names = Object.keys(kinds);
    problems.add(
      `${path}.kind`,
      kind,
      typeof kind === 'string' ? unknownNameRule('kind', kind, names) : `one of ${names.join(', ')}`,
    );
    return;
  }
  const check = new SpecCheck(spec, path, problems, functions);
  if (what === 'factor') {
    check.number('weight', { minimum: 0, required: true });
    check.number('unknown', { minimum: 0, maximum: 1 });
  }
  kinds[kind]!.check(check);
  check.finish();
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
