import { orderedSum } from '../statistics/index.js';
import type { Facts } from './facts.js';
import type { ReadAnswer } from './read-feedback.js';
import type { Side, Unit } from './unit.js';

const personOf = (answer: { readonly menteeId: string; readonly mentorId: string }, side: Side) =>
  side === 'mentee' ? answer.menteeId : answer.mentorId;

/** One unit for everyone who was asked: about how many pairs, and how often they answered. */
export function responses({ answers: all, asked, groupOf }: Facts, side: Side): Unit[] | null {
  const possible = asked[side];
  if (all === null || possible === null) return null;
  const given = all.filter(({ from }) => from === side);
  if (typeof possible === 'number') {
    return [{ group: undefined, value: given.length, of: possible, people: possible }];
  }
  // An answer about a pair that has not started yet is of one who was asked.
  const answered = new Map<string, number>();
  for (const answer of given) {
    const id = personOf(answer, side);
    answered.set(id, (answered.get(id) ?? 0) + 1);
  }
  const count = new Map<string, number>();
  for (const id of possible) count.set(id, (count.get(id) ?? 0) + 1);
  for (const [id, answers] of answered) count.set(id, Math.max(answers, count.get(id) ?? 0));
  return [...count].map(([id, of]) => ({
    group: groupOf[side](id),
    value: answered.get(id) ?? 0,
    of,
    person: id,
  }));
}

export function answers(
  { answers: all, groupOf }: Facts,
  side: Side,
  answerOf: (answer: ReadAnswer) => number | null,
): Unit[] | null {
  if (all === null) return null;
  return all.flatMap((answer): Unit[] => {
    const value = answer.from === side ? answerOf(answer) : null;
    if (value === null) return [];
    const person = personOf(answer, side);
    return [{ group: groupOf[side](person), value, of: 1, person, answer: value }];
  });
}

/** 1 of a promoter (9, 10), −1 of a detractor (0 … 6), 0 of the others. */
export function recommendations(facts: Facts, side: Side): Unit[] | null {
  const given = answers(facts, side, ({ recommend }) => recommend);
  return (
    given?.map((unit) => ({
      ...unit,
      answer: unit.value,
      value: unit.value >= 9 ? 1 : unit.value <= 6 ? -1 : 0,
    })) ?? null
  );
}

/** Of each mentee and pair: the mean of all skills before, and after. */
export function skillGains({ answers: all, groupOf }: Facts): Unit[] | null {
  if (all === null) return null;
  return all.flatMap(({ from, menteeId, skillLevels }): Unit[] => {
    if (from !== 'mentee' || skillLevels.length === 0) return [];
    const before = orderedSum(skillLevels.map((each) => each.before)) / skillLevels.length;
    const after = orderedSum(skillLevels.map((each) => each.after)) / skillLevels.length;
    const change = { before, after };
    return [{ group: groupOf.mentee(menteeId), value: after - before, of: 1, person: menteeId, change }];
  });
}
