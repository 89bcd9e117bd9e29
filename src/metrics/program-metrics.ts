import { compareText } from '../core/index.js';
import { responses } from './answer-units.js';
import { definitions, type MetricDefinition } from './definitions.js';
import type { Facts } from './facts.js';
import { measure, withoutValue } from './measure.js';
import { outcomeMetrics } from './outcomes.js';
import { reasonsOf } from './pair-units.js';
import { readInput, readOptions } from './read-input.js';
import { hiddenInGroups, hiddenTotals, type MetricUnits } from './suppression.js';
import type { GroupMetrics, Metric, MetricsInput, MetricsOptions, ProgramMetrics } from './types.js';
import { unitsByGroup } from './unit.js';

/**
 * The numbers of a programme: who takes part, whether pairs meet, what people say, what they reach, and what came of
 * it; each with numerator, denominator, interval, level and direction. What is not tracked is `null`, never 0.
 *
 * Records that cannot be (reversed dates, a rating outside its scale, a pair that no matching has, …) are listed in
 * `issues` and left out; the rest counts. Groups of fewer than `smallestGroup` people are hidden, and with them whatever
 * would give them away. Text and private ratings and goals are never read.
 *
 * @throws InputError where the frame is broken: options, cohort, matching, or lists that are no lists
 *
 * O(records · log records + metrics · groups²).
 */
export function programMetrics(input: MetricsInput, options: MetricsOptions): ProgramMetrics {
  const read = readOptions('programMetrics', options);
  const facts = readInput('programMetrics', input, read);
  const outcomes = outcomeMetrics('programMetrics', input.outcomes, read.smallestGroup);
  const counted = metricsOf(definitions, facts, read.by !== undefined, read.smallestGroup);
  return {
    asOf: read.asOf,
    by: read.by ?? null,
    smallestGroup: read.smallestGroup,
    metrics: [...counted.metrics, ...outcomes],
    groups: counted.groups,
    issues: facts.issues.issues,
    leftOut: facts.issues.leftOut,
  };
}

/** Counts, measures and hides. */
export function metricsOf(
  wanted: readonly MetricDefinition[],
  facts: Facts,
  inGroups: boolean,
  smallestGroup: number,
): { readonly metrics: readonly Metric[]; readonly groups: readonly GroupMetrics[] } {
  const askedUnits = { mentee: responses(facts, 'mentee'), mentor: responses(facts, 'mentor') };
  const all: MetricUnits[] = wanted.map((definition) => {
    const units = definition.units(facts);
    const asked = definition.asked === undefined ? null : askedUnits[definition.asked];
    return { definition, units, asked, unitsOf: unitsByGroup(units), askedOf: unitsByGroup(asked) };
  });
  const groups = inGroups ? groupsIn(all) : [];
  const hiddenAlone = hiddenTotals(all, smallestGroup);
  const hiddenGroups = hiddenInGroups(all, groups, hiddenAlone, smallestGroup);
  // A single group is its total.
  const hidden = hiddenAlone.map(
    (isHidden, at) => isHidden || (groups.length === 1 && hiddenGroups[at]![0]!),
  );
  const showTotal = ({ definition, units, asked }: MetricUnits, isHidden: boolean): Metric => {
    if (isHidden) return withoutValue(definition, 'suppressed');
    return withReasons(measure(definition, units, asked), units, smallestGroup);
  };
  const showGroup = (each: MetricUnits, isHidden: boolean, group: string | null): Metric => {
    const { definition, units, asked, unitsOf, askedOf } = each;
    if (isHidden) return withoutValue(definition, 'suppressed');
    const inside = units && (unitsOf.get(group) ?? []);
    const metric = measure(definition, inside, asked && (askedOf.get(group) ?? []));
    const { distribution: _, ...details } = metric.details;
    return { ...metric, details };
  };
  return {
    metrics: all.map((each, at) => showTotal(each, hidden[at]!)),
    groups: groups.map((group, place) => ({
      group,
      metrics: all.map((each, at) => showGroup(each, hiddenGroups[at]![place]!, group)),
    })),
  };
}

/** What only the total shows, and only of enough people: the distribution of answers, reasons. */
function withReasons(metric: Metric, own: MetricUnits['units'], smallestGroup: number): Metric {
  const { distribution, ...details } = metric.details;
  if ((metric.n ?? 0) < 2 * smallestGroup && smallestGroup > 1) return { ...metric, details };
  if (metric.id !== 'earlyClosures') return metric;
  return { ...metric, details: { ...details, reasons: reasonsOf(own!) } };
}

/** By name, the unknown last. */
function groupsIn(all: readonly MetricUnits[]): (string | null)[] {
  const found = new Set(all.flatMap(({ unitsOf }) => [...unitsOf.keys()]));
  const named = [...found].filter((group) => typeof group === 'string').sort(compareText);
  return found.has(null) ? [...named, null] : named;
}
