import {
  canonicalTerm,
  checkOptionNames,
  compareText,
  InputError,
  isList,
  listOf,
  ProblemList,
  unknownNameRule,
} from '../core/index.js';
import { isCalendarDate } from '../participants/inner.js';
import type { Eligible, Facts, PeopleCounts } from './facts.js';
import { copyItems, type Fields, isFields, isId, isWhole, own, plainCopy } from './fields.js';
import { IssueList } from './issues.js';
import { readFeedback } from './read-feedback.js';
import { readPairs } from './read-pairs.js';
import { readPeople } from './read-people.js';

const inputNames = ['cohort', 'matching', 'pairs', 'feedback', 'eligible', 'waitingSince', 'outcomes'];

export interface ReadOptions {
  readonly asOf: string;
  readonly by: string | undefined;
  readonly smallestGroup: number;
}

/** Checks the options; a problem of theirs ends the call. */
export function readOptions(functionName: string, options: unknown): ReadOptions {
  const problems = new ProblemList(functionName);
  checkOptionNames(problems, options, ['asOf', 'by', 'smallestGroup']);
  problems.throwIfAny();
  const { asOf, by, smallestGroup = 5 } = options as Fields;
  if (typeof asOf !== 'string' || !isCalendarDate(asOf)) {
    problems.add('asOf', asOf, 'the day that is looked at, YYYY-MM-DD');
  }
  if (!isWhole(smallestGroup, 1, 1e6)) problems.add('smallestGroup', smallestGroup, 'a whole number ≥ 1');
  problems.throwIfAny();
  return { asOf: asOf as string, by: by as string | undefined, smallestGroup: smallestGroup as number };
}

/** Reads everything that metrics are counted from. Records that cannot be are left out; a broken frame ends the call. */
export function readInput(functionName: string, given: unknown, { asOf, by }: ReadOptions): Facts {
  const input = shallowCopy(given);
  if (input === undefined) {
    throw new InputError(functionName, [
      { path: 'input', value: given, rule: '{ cohort, matching, pairs, feedback, eligible, … }' },
    ]);
  }
  const problems = new ProblemList(functionName);
  for (const name of Object.keys(input)) {
    if (!inputNames.includes(name))
      problems.add(name, plainCopy(input[name]), unknownNameRule('field', name, inputNames));
  }
  const matchings = readMatchings(input.matching, problems);
  const assumeOptedIn = matchings.at(-1)?.assumeOptedIn ?? false;
  const people = readPeople(input.cohort, by, assumeOptedIn, problems);
  const eligible = readEligible(input.eligible, by, problems);
  problems.throwIfAny();

  const issues = new IssueList();
  const known = new Set(matchings.flatMap(({ pairs }) => pairs.map(keyOf)));
  const isKnown = (menteeId: string, mentorId: string) => known.has(keyOf({ menteeId, mentorId }));
  const pairs = readPairs(copyItems(functionName, 'pairs', input.pairs), asOf, isKnown, issues);
  const answers =
    input.feedback === undefined
      ? null
      : readFeedback(copyItems(functionName, 'feedback', input.feedback), asOf, isKnown, issues);
  const menteeGroups = new Map(people?.mentees.map(({ id, group }) => [id, group]));
  const mentorGroups = new Map(people?.mentors.map(({ id, group }) => [id, group]));
  const last = matchings.at(-1)!;
  const menteesOfMentor = new Map<string, number>();
  for (const { mentorId } of last.pairs) {
    menteesOfMentor.set(mentorId, (menteesOfMentor.get(mentorId) ?? 0) + 1);
  }
  const started = pairs.filter(({ start }) => start <= asOf);
  return {
    asOf,
    people: people ?? null,
    counts: last.counts,
    menteesOfMentor,
    matchedMentees: new Set(matchings.flatMap((matching) => matching.pairs.map(({ menteeId }) => menteeId))),
    pairs,
    answers,
    asked: {
      mentee: started.map(({ menteeId }) => menteeId),
      mentor: started.map(({ mentorId }) => mentorId),
    },
    eligible,
    waitingSince: readWaiting(functionName, input.waitingSince, people && menteeGroups, issues),
    groupOf: {
      mentee: (id) => menteeGroups.get(id) ?? null,
      mentor: (id) => mentorGroups.get(id) ?? null,
    },
    issues,
  };
}

/** Each field read once; `undefined` where there are none, or a getter or a proxy throws. */
function shallowCopy(value: unknown): Fields | undefined {
  try {
    return isFields(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

interface Pair {
  readonly menteeId: string;
  readonly mentorId: string;
}

interface ReadMatching {
  readonly pairs: readonly Pair[];
  readonly counts: PeopleCounts;
  readonly assumeOptedIn: boolean;
}

const keyOf = ({ menteeId, mentorId }: Pair) => JSON.stringify([menteeId, mentorId]);

const countNames = ['mentees', 'mentors', 'menteesOptedIn', 'mentorsOptedIn', 'places'] as const;

function readMatchings(value: unknown, problems: ProblemList): ReadMatching[] {
  const list = listOf(value) ?? [value];
  if (list.length === 0)
    problems.add('matching', list, 'a matching, or the matchings of a programme in order');
  return list.flatMap((each, index): ReadMatching[] => {
    const path = isList(value) ? `matching[${index}]` : 'matching';
    const matching = plainCopy(each);
    const pairs = isFields(matching) ? own(matching, 'pairs') : undefined;
    const record = isFields(matching) ? own(matching, 'record') : undefined;
    const counts = isFields(record) ? own(record, 'counts') : undefined;
    const isWhole0 = (count: unknown) => isWhole(count, 0, 1e12);
    if (
      !Array.isArray(pairs) ||
      !pairs.every((pair) => isFields(pair) && isId(own(pair, 'menteeId')) && isId(own(pair, 'mentorId'))) ||
      !isFields(counts) ||
      !countNames.every((name) => isWhole0(own(counts, name)))
    ) {
      problems.add(path, matching, 'a matching, as matchCohort returned it or as it was stored');
      return [];
    }
    return [
      {
        pairs: pairs as Pair[],
        counts: counts as unknown as PeopleCounts,
        assumeOptedIn: own(record as Fields, 'assumeOptedIn') === true,
      },
    ];
  });
}

function readEligible(value: unknown, by: string | undefined, problems: ProblemList): Facts['eligible'] {
  const nobody = { mentee: null, mentor: null };
  if (value === undefined) return nobody;
  const eligible = plainCopy(value);
  if (!isFields(eligible)) {
    problems.add('eligible', eligible, '{ mentees, mentors }: how many could take part');
    return nobody;
  }
  for (const name of Object.keys(eligible)) {
    if (name !== 'mentees' && name !== 'mentors')
      problems.add(
        `eligible.${name}`,
        eligible[name],
        unknownNameRule('field', name, ['mentees', 'mentors']),
      );
  }
  const side = (name: 'mentees' | 'mentors'): Eligible => {
    const count = own(eligible, name);
    const path = `eligible.${name}`;
    if (count === undefined) return null;
    if (!isFields(count)) {
      if (isWhole(count, 0, 1e12)) return count;
      problems.add(path, count, 'a whole number ≥ 0, or one for each group');
      return null;
    }
    const byGroup = new Map<string | null, number>();
    for (const [group, each] of Object.entries(count)) {
      if (!isWhole(each, 0, 1e12))
        problems.add(`${path}[${JSON.stringify(group)}]`, each, 'a whole number ≥ 0');
      const term = by === undefined ? null : canonicalTerm(group) || null;
      byGroup.set(term, (byGroup.get(term) ?? 0) + (each as number));
    }
    return byGroup;
  };
  return { mentee: side('mentees'), mentor: side('mentors') };
}

function readWaiting(
  functionName: string,
  value: unknown,
  mentees: ReadonlyMap<string, unknown> | undefined,
  issues: IssueList,
): ReadonlyMap<string, string> | null {
  if (value === undefined) return null;
  const waiting = plainCopy(value);
  if (!isFields(waiting)) {
    const rule = 'an object: mentee id → the day since which they wait';
    throw new InputError(functionName, [{ path: 'waitingSince', value: waiting, rule }]);
  }
  const read = new Map<string, string>();
  for (const id of Object.keys(waiting).sort(compareText)) {
    const since = waiting[id];
    const leaveOut = (rule: string) =>
      issues.leaveOut('other', { list: 'waitingSince', index: -1, path: id, value: since, rule });
    if (mentees?.has(id) === false) leaveOut('the id of a mentee of the cohort');
    else if (typeof since !== 'string' || !isCalendarDate(since)) leaveOut('a date that exists, YYYY-MM-DD');
    else read.set(id, since);
  }
  return read;
}
