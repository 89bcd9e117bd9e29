import { isList, ProblemList, unknownNameRule } from '../core/index.js';
import type { PairCondition, Quota } from '../matching/index.js';

/** Fields that a quota can name besides `attributes.…`. */
const namedFields = ['organization', 'department', 'team', 'location', 'grade', 'languages', 'interests'];
const fieldRule = `one of ${namedFields.join(', ')}, attributes.<name>`;

const limits = ['atLeast', 'atMost', 'atLeastShare', 'atMostShare'] as const;
const quotaNames = ['name', 'where', 'each', ...limits];
const conditionNames: Readonly<Record<PairCondition['kind'], readonly string[]>> = {
  sameValue: ['kind', 'field'],
  differentValue: ['kind', 'field'],
  value: ['kind', 'of', 'field', 'values'],
  minimumScore: ['kind', 'score'],
};

/**
 * Checks quotas and copies them.
 *
 * @throws InputError with every problem
 */
export function readQuotas(functionName: string, quotas: unknown): Quota[] {
  const problems = new ProblemList(functionName);
  if (!isList(quotas)) problems.add('quotas', quotas, 'a list of quotas');
  problems.throwIfAny();
  try {
    checkQuotas(quotas as unknown[], problems);
  } catch {
    problems.add('quotas', quotas, 'plain data');
  }
  problems.throwIfAny();
  return JSON.parse(JSON.stringify(quotas)) as Quota[];
}

function checkQuotas(quotas: readonly unknown[], problems: ProblemList): void {
  const places = new Map<unknown, number>();
  Array.from(quotas).forEach((quota: unknown, index) => {
    const path = `quotas[${index}]`;
    if (!isRecord(quota)) {
      problems.add(path, quota, 'a quota: { name, where?, each?, atLeast?, … }');
      return;
    }
    checkNames(path, quota, quotaNames, problems);
    const { name, where, each } = quota;
    if (typeof name !== 'string' || name.trim() === '')
      problems.add(`${path}.name`, name, 'a text that is not blank');
    else if (places.has(name))
      problems.add(`${path}.name`, name, `a name that quotas[${places.get(name)}] does not have already`);
    places.set(name, index);
    if (where !== undefined) checkWhere(`${path}.where`, where, problems);
    if (each !== undefined) {
      if (!isRecord(each)) problems.add(`${path}.each`, each, '{ field, of: "mentee", "mentor" or "both" }');
      else {
        checkNames(`${path}.each`, each, ['field', 'of'], problems);
        checkField(`${path}.each.field`, each.field, problems);
        if (!['mentee', 'mentor', 'both'].includes(each.of as string))
          problems.add(`${path}.each.of`, each.of, '"mentee", "mentor" or "both"');
      }
    }
    if (limits.every((limit) => quota[limit] === undefined))
      problems.add(path, quota, `at least one of ${limits.join(', ')}`);
    for (const limit of limits) {
      const value = quota[limit];
      if (value === undefined) continue;
      const isShare = limit.endsWith('Share');
      if (isShare ? !isShareValue(value) : !isCount(value)) {
        const rule = isShare ? 'a number in [0, 1] with at most four decimals' : 'a whole number ≥ 0';
        problems.add(`${path}.${limit}`, value, rule);
      }
    }
  });
}

function checkWhere(path: string, where: unknown, problems: ProblemList): void {
  if (!Array.isArray(where)) {
    problems.add(path, where, 'a list of conditions');
    return;
  }
  Array.from(where).forEach((condition: unknown, index) => {
    const at = `${path}[${index}]`;
    const kind = isRecord(condition) ? condition.kind : undefined;
    if (!isRecord(condition) || typeof kind !== 'string' || !Object.hasOwn(conditionNames, kind)) {
      problems.add(at, condition, `a condition of kind ${Object.keys(conditionNames).join(', ')}`);
      return;
    }
    checkNames(at, condition, conditionNames[kind as PairCondition['kind']], problems);
    if (kind === 'minimumScore') {
      const { score } = condition;
      if (typeof score !== 'number' || !(score >= 0 && score <= 1))
        problems.add(`${at}.score`, score, 'a number in [0, 1]');
      return;
    }
    checkField(`${at}.field`, condition.field, problems);
    if (kind !== 'value') return;
    if (condition.of !== 'mentee' && condition.of !== 'mentor')
      problems.add(`${at}.of`, condition.of, '"mentee" or "mentor"');
    const { values } = condition;
    const isList = Array.isArray(values) && values.length > 0;
    if (!isList || !values.every((value) => ['string', 'number', 'boolean'].includes(typeof value)))
      problems.add(`${at}.values`, values, 'a list of one or more texts, numbers, true or false');
  });
}

function checkField(path: string, field: unknown, problems: ProblemList): void {
  const isKnown = typeof field === 'string' && (namedFields.includes(field) || /^attributes\../s.test(field));
  if (!isKnown) problems.add(path, field, fieldRule);
}

function checkNames(path: string, object: object, known: readonly string[], problems: ProblemList): void {
  for (const [key, value] of Object.entries(object))
    if (value !== undefined && !known.includes(key))
      problems.add(`${path}.${key}`, value, unknownNameRule('field', key, known));
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 1e9;
}

function isShareValue(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1 && Math.round(value * 1e4) / 1e4 === value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
