import {
  censoredMedian,
  compareBeforeAndAfter,
  meanInterval,
  momentsOf,
  netPromoterScore,
  orderedSum,
  wilsonInterval,
} from '../statistics/index.js';
import { countsOf } from './counts-of.js';
import type { MetricDefinition } from './definitions.js';
import type { Metric, MetricDetails, MetricNote } from './types.js';
import type { Unit } from './unit.js';

/** Sums of units, before anything is hidden. */
export interface Totals {
  readonly numerator: number;
  readonly denominator: number;
  readonly people: number;
}

export function totalsOf(units: readonly Unit[]): Totals {
  const persons = new Set<string>();
  let unnamed = 0;
  for (const { person, people = 0 } of units) {
    if (person === undefined) unnamed += people;
    else persons.add(person);
  }
  return {
    numerator: orderedSum(units.map(({ value }) => value)),
    denominator: units.reduce((sum, { of }) => sum + of, 0),
    people: persons.size + unnamed,
  };
}

/** What a metric says of some units. `asked` are the units of who could have answered, where it is about answers. */
export function measure(
  definition: MetricDefinition,
  units: readonly Unit[] | null,
  asked: readonly Unit[] | null,
): Metric {
  const { id, kind, level, direction } = definition;
  const frame = { id, kind, level, direction };
  if (units === null) return withoutValue(frame, 'notTracked');
  const totals = totalsOf(units);
  const { numerator, denominator, people } = totals;
  if (denominator === 0) return withoutValue(frame, 'notTracked');
  // Where people count more than once their units hang together, and the usual intervals would be too narrow.
  const isIndependent = people === denominator;
  const base = { ...frame, numerator, denominator, n: people, note: null };
  const details = { ...answerDetails(definition, units, totals, asked) };
  const values = units.map(({ value }) => value);
  if (kind === 'share') {
    const interval = isIndependent ? wilsonInterval(numerator, denominator) : null;
    return { ...base, value: numerator / denominator, interval, details };
  }
  if (kind === 'median') {
    const waits = units.map(({ wait }) => wait!);
    const value = censoredMedian(waits);
    const ended = waits.filter((wait) => wait.ended).length;
    const note: MetricNote | null = value === null ? 'notReached' : null;
    return { ...base, numerator: ended, value, interval: null, note, details };
  }
  if (kind === 'netPromoter') {
    const score = netPromoterScore({
      promoters: values.filter((value) => value === 1).length,
      passives: values.filter((value) => value === 0).length,
      detractors: values.filter((value) => value === -1).length,
    })!;
    const { standardError } = score;
    const interval = isIndependent ? score.interval : null;
    return { ...base, value: score.score, interval, details: { ...details, standardError } };
  }
  const { mean, standardDeviation } = momentsOf(values);
  const found = isIndependent ? meanInterval(values) : null;
  const interval = found && {
    ...found,
    low: Math.max(found.low, definition.each?.lowest ?? -Infinity),
    high: Math.min(found.high, definition.each?.highest ?? Infinity),
  };
  const spread = standardDeviation === null ? {} : { standardDeviation };
  return { ...base, value: mean, interval, details: { ...details, ...spread, ...changeDetails(units) } };
}

/** A metric of which nothing is told. */
export function withoutValue(
  frame: Pick<Metric, 'id' | 'kind' | 'level' | 'direction'>,
  note: 'notTracked' | 'suppressed',
): Metric {
  const { id, kind, level, direction } = frame;
  const nothing = { value: null, numerator: null, denominator: null, n: null, interval: null };
  return { id, kind, ...nothing, level, direction, note, details: {} };
}

function answerDetails(
  { kind, each }: MetricDefinition,
  units: readonly Unit[],
  { numerator, denominator }: Totals,
  asked: readonly Unit[] | null,
): MetricDetails {
  if (asked === null) return {};
  const { lowest, highest } = each!;
  const could = totalsOf(asked).denominator;
  const silent = could - denominator;
  const scale = kind === 'netPromoter' ? 100 : 1;
  return {
    ...(kind === 'share' ? {} : { distribution: countsOf(units.map(({ answer }) => String(answer))) }),
    responseRate: denominator / could,
    bounds: {
      low: (scale * (numerator + silent * lowest)) / could,
      high: (scale * (numerator + silent * highest)) / could,
    },
  };
}

function changeDetails(units: readonly Unit[]): MetricDetails {
  const changes = units.flatMap(({ change }) => (change === undefined ? [] : [change]));
  const compared = compareBeforeAndAfter(changes);
  if (compared === null) return {};
  const { meanBefore, meanAfter, effectSize } = compared;
  return { before: meanBefore, after: meanAfter, ...(effectSize === null ? {} : { effectSize }) };
}
