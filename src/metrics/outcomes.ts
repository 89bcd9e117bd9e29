import { ProblemList, unknownNameRule } from '../core/index.js';
import { newcombeInterval, tellsTooMuch } from '../statistics/index.js';
import { isFields, isId, isWhole, own, plainCopy } from './fields.js';
import { withoutValue } from './measure.js';
import type { Metric, MetricId, OutcomeComparison } from './types.js';

const measures: readonly { readonly name: 'retention' | 'promotion'; readonly id: MetricId }[] = [
  { name: 'retention', id: 'retentionDifference' },
  { name: 'promotion', id: 'promotionDifference' },
];

/**
 * What became of participants, as a difference to a named comparison group with Newcombe's interval. An association:
 * who takes part chose to. Participants alone, compared with nobody, say nothing, so there is no metric of that.
 */
export function outcomeMetrics(functionName: string, value: unknown, smallestGroup: number): Metric[] {
  const problems = new ProblemList(functionName);
  const outcomes = value === undefined ? {} : plainCopy(value);
  if (!isFields(outcomes)) {
    problems.add('outcomes', outcomes, '{ retention, promotion }');
    problems.throwIfAny();
  }
  const given = outcomes as Readonly<Record<string, unknown>>;
  const names = measures.map(({ name }) => name);
  for (const name of Object.keys(given)) {
    if (!(names as string[]).includes(name))
      problems.add(`outcomes.${name}`, given[name], unknownNameRule('field', name, names));
  }
  const metrics = measures.map(({ name, id }) => {
    const frame = { id, kind: 'difference', level: 'results', direction: 'higher' } as const;
    const outcome = own(given, name);
    if (outcome === undefined) return withoutValue(frame, 'notTracked');
    const before = problems.length;
    checkOutcome(outcome, `outcomes.${name}`, problems);
    if (problems.length > before) return withoutValue(frame, 'notTracked');
    return differenceOf(frame, outcome as OutcomeComparison, smallestGroup);
  });
  problems.throwIfAny();
  return metrics;
}

function checkOutcome(outcome: unknown, path: string, problems: ProblemList): void {
  const rule = '{ participants: { hits, n }, comparison: { name, hits, n } }';
  if (!isFields(outcome)) {
    problems.add(path, outcome, rule);
    return;
  }
  for (const side of ['participants', 'comparison'] as const) {
    const counts = own(outcome, side);
    if (!isFields(counts)) {
      problems.add(`${path}.${side}`, counts, rule);
      continue;
    }
    const n = own(counts, 'n');
    const hits = own(counts, 'hits');
    if (!isWhole(n, 0, 1e9)) problems.add(`${path}.${side}.n`, n, 'a whole number ≥ 0');
    else if (!isWhole(hits, 0, n))
      problems.add(`${path}.${side}.hits`, hits, `a whole number from 0 to ${n}`);
    if (side === 'comparison' && !isId(own(counts, 'name')))
      problems.add(`${path}.comparison.name`, own(counts, 'name'), 'who the participants are compared with');
  }
}

function differenceOf(
  frame: Pick<Metric, 'id' | 'kind' | 'level' | 'direction'>,
  { participants, comparison }: OutcomeComparison,
  smallestGroup: number,
): Metric {
  if (participants.n === 0 || comparison.n === 0) return withoutValue(frame, 'notTracked');
  const isHidden = [participants, comparison].some(({ hits, n }) => {
    const totals = { numerator: hits, denominator: n, people: n };
    return tellsTooMuch({ each: { lowest: 0, highest: 1 } }, totals, smallestGroup);
  });
  if (isHidden) return withoutValue(frame, 'suppressed');
  const { name, hits, n } = comparison;
  return {
    ...frame,
    value: participants.hits / participants.n - hits / n,
    numerator: participants.hits,
    denominator: participants.n,
    n: participants.n,
    interval: newcombeInterval(participants, comparison),
    note: 'association',
    details: { comparison: { name, hits, n } },
  };
}
