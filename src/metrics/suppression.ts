import { type ShownRow, suppressSmallGroups, tellsTooMuch } from '../statistics/index.js';
import { askedCount, type MetricDefinition, peopleBehind } from './definitions.js';
import { totalsOf } from './measure.js';
import type { Unit } from './unit.js';

/** Units of a metric, and of who could have answered. */
export interface MetricUnits {
  readonly definition: MetricDefinition;
  readonly units: readonly Unit[] | null;
  readonly asked: readonly Unit[] | null;
  readonly unitsOf: ReadonlyMap<Unit['group'], readonly Unit[]>;
  readonly askedOf: ReadonlyMap<Unit['group'], readonly Unit[]>;
}

/**
 * Whether the total of each metric is hidden: where few people are behind it, where it tells of all of few people, and
 * where another metric of the same denominator is hidden, from which it might follow. Of answers also where few were asked.
 */
export function hiddenTotals(all: readonly MetricUnits[], smallestGroup: number): boolean[] {
  const own = all.map(({ definition, units, asked }) => {
    if (units === null) return false;
    // That nobody answered is told by "not tracked", too.
    if (asked !== null && tellsTooMuch({ each: null }, totalsOf(asked), smallestGroup)) return true;
    return tellsTooMuch(definition, totalsOf(units), smallestGroup);
  });
  const denominators = new Set(
    all.filter((_, at) => own[at]).map(({ definition }) => definition.denominator),
  );
  return all.map(({ definition }) => denominators.has(definition.denominator));
}

/** For each metric and group, whether it is hidden. Who answered, of who could have, is one more row of the table. */
export function hiddenInGroups(
  all: readonly MetricUnits[],
  groups: readonly (string | null)[],
  totalIsHidden: readonly boolean[],
  smallestGroup: number,
): boolean[][] {
  const counts: Record<string, number[]> = {};
  const rows: ShownRow[] = [];
  const rowOf = all.map(({ definition, units, asked, unitsOf, askedOf }) => {
    // What is counted for all groups together is shown for none.
    if (units === null || unitsOf.has(undefined)) return -1;
    const { numerator, denominator, people, each } = definition;
    const inGroups = groups.map((group) => totalsOf(unitsOf.get(group) ?? []));
    counts[numerator] = inGroups.map((totals) => totals.numerator);
    counts[denominator] = inGroups.map((totals) => totals.denominator);
    counts[people] = inGroups.map((totals) => totals.people);
    if (asked !== null) {
      const could = groups.map((group) => totalsOf(askedOf.get(group) ?? []));
      const askedName = askedCount(definition.asked!);
      const peopleName = peopleBehind(askedName);
      counts[askedName] = could.map((totals) => totals.denominator);
      counts[peopleName] = could.map((totals) => totals.people);
      rows.push({ numerator: denominator, denominator: askedName, people: peopleName, each: null });
    }
    rows.push({ numerator, denominator, people, each });
    return rows.length - 1;
  });
  const hidden = suppressSmallGroups(rows, counts, { smallestGroup });
  return rowOf.map((row, at) =>
    groups.map((_, group) => row >= 0 && (totalIsHidden[at] === true || hidden[row]![group] === true)),
  );
}
