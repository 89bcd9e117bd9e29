import type { Facts } from './facts.js';
import { dayOf } from './fields.js';
import { plural, type Side, type Unit } from './unit.js';

const optedInCount = { mentee: 'menteesOptedIn', mentor: 'mentorsOptedIn' } as const;

/** Who opted in, of who could have. One unit a group. */
export function participation({ people, counts, eligible, issues }: Facts, side: Side): Unit[] | null {
  const possible = eligible[side];
  if (possible === null) return null;
  const units: Unit[] = [];
  for (const [group, of] of typeof possible === 'number' ? [[undefined, possible] as const] : possible) {
    const isInside = (each: { readonly group: string | null }) => group === undefined || each.group === group;
    const inGroup = people?.[plural[side]].filter((each) => each.optedIn && isInside(each)).length;
    const value = inGroup ?? counts[optedInCount[side]];
    if (value > of) {
      const path = group == null ? plural[side] : `${plural[side]}[${JSON.stringify(group)}]`;
      const rule = `at least ${value}, as many as opted in`;
      issues.leaveOut('other', { list: 'eligible', index: -1, path, value: of, rule });
      return null;
    }
    units.push({ group, value, of, people: of });
  }
  return units;
}

/** Who opted in, of who was asked. */
export function optIn({ people, counts }: Facts, side: Side): Unit[] {
  if (people !== null) {
    return people[plural[side]].map(({ id, group, optedIn }) => ({
      group,
      value: optedIn ? 1 : 0,
      of: 1,
      person: id,
    }));
  }
  const all = counts[plural[side]];
  return [{ group: null, value: counts[optedInCount[side]], of: all, people: all }];
}

export function matched({ people, counts, matchedMentees }: Facts): Unit[] {
  if (people !== null) {
    const optedIn = people.mentees.filter((each) => each.optedIn);
    return optedIn.map(({ id, group }) => ({
      group,
      value: matchedMentees.has(id) ? 1 : 0,
      of: 1,
      person: id,
    }));
  }
  const of = counts.menteesOptedIn;
  return [{ group: null, value: Math.min(of, matchedMentees.size), of, people: of }];
}

export function seats({ people, counts, menteesOfMentor }: Facts): Unit[] {
  if (people !== null) {
    return people.mentors
      .filter(({ optedIn, capacity }) => optedIn && capacity > 0)
      .map(({ id, group, capacity }) => ({
        group,
        value: Math.min(capacity, menteesOfMentor.get(id) ?? 0),
        of: capacity,
        person: id,
      }));
  }
  const taken = [...menteesOfMentor.values()].reduce((sum, mentees) => sum + mentees, 0);
  return [{ group: null, value: taken, of: counts.places, people: counts.mentorsOptedIn }];
}

export function mentorsUsed({ people, menteesOfMentor }: Facts): Unit[] | null {
  if (people === null) return null;
  return people.mentors
    .filter(({ optedIn, capacity }) => optedIn && capacity > 0)
    .map(({ id, group }) => ({ group, value: menteesOfMentor.has(id) ? 1 : 0, of: 1, person: id }));
}

/** Days until the first pair starts; who waits on the day that is looked at is censored there. */
export function waits({ asOf, pairs, waitingSince, groupOf, people, issues }: Facts): Unit[] | null {
  if (waitingSince === null) return null;
  const firstStart = new Map<string, string>();
  for (const { menteeId, start } of pairs) {
    const before = firstStart.get(menteeId);
    if (before === undefined || start < before) firstStart.set(menteeId, start);
  }
  const optedIn = people && new Set(people.mentees.filter((each) => each.optedIn).map(({ id }) => id));
  return [...waitingSince].flatMap(([id, since]): Unit[] => {
    if (since > asOf || optedIn?.has(id) === false) return [];
    const start = firstStart.get(id);
    if (start !== undefined && start < since) {
      const rule = `a day not after the start of the first pair, ${start}`;
      issues.leaveOut('other', { list: 'waitingSince', index: -1, path: id, value: since, rule });
      return [];
    }
    const ended = start !== undefined && start <= asOf;
    const time = dayOf(ended ? start : asOf) - dayOf(since);
    return [{ group: groupOf.mentee(id), value: 1, of: 1, person: id, wait: { time, ended } }];
  });
}
