import type { CountProgress, Steps } from '../core/index.js';
import type { CompileContext, CompiledRule } from './kind.js';

/**
 * Who may be paired with whom, as rules say it best: by classes of mentors that are forbidden or allowed as a
 * whole, by short lists, and by the pair where neither is possible. The minimum score is no part of it.
 */
export interface Eligibility {
  /** The class of each mentor; rules with classes treat mentors of one class alike. */
  readonly classOf: Int32Array;
  readonly classes: number;
  /** The mentors of each class, ascending. */
  readonly members: readonly Int32Array[];
  /** Sets `out[class]` to 1 where no rule with classes forbids the class to the mentee, else to 0. */
  writeClasses(mentee: number, out: Uint8Array): void;
  /** The mentors who are forbidden one by one; of classes that are forbidden too, perhaps. */
  listed(mentee: number): ReadonlySet<number>;
  /** Whether a rule, the two themselves or a list forbid the pair. */
  blocks(mentee: number, mentor: number): boolean;
  /** What has to be asked pair by pair, such as functions of the caller. */
  readonly perPair: readonly CompiledRule[];
}

/** Beyond so many classes they save nothing any more. */
const mostClasses = 1024;

const nobody: ReadonlySet<number> = new Set();

/** So many mentees between two reports. */
const menteesPerStep = 1024;

/** @param always of `alwaysForbidden` */
export function* eligibilitySteps(
  { mentees, mentors }: CompileContext,
  rules: readonly CompiledRule[],
  always: readonly (ReadonlySet<number> | undefined)[],
): Steps<CountProgress, Eligibility> {
  let classOf = new Int32Array(mentors.length);
  let classes = mentors.length > 0 ? 1 : 0;
  const withClasses: CompiledRule[] = [];
  const lists: CompiledRule[] = [];
  const perPair: CompiledRule[] = [];
  for (const rule of rules) {
    const finer = rule.classOf === undefined ? undefined : crossed(classOf, rule.classOf);
    if (rule.listed !== undefined) lists.push(rule);
    else if (finer === undefined || finer.classes > mostClasses) perPair.push(rule);
    else {
      ({ classOf, classes } = finer);
      withClasses.push(rule);
    }
  }
  const firstOfClass = new Int32Array(classes);
  for (let mentor = mentors.length - 1; mentor >= 0; mentor--) firstOfClass[classOf[mentor]!] = mentor;
  const listOf = (mentee: number) => {
    if (lists.length === 0) return always[mentee] ?? nobody;
    const all = new Set(always[mentee] ?? nobody);
    for (const rule of lists) for (const mentor of rule.listed!(mentee)) all.add(mentor);
    return all;
  };
  const listed: ReadonlySet<number>[] = [];
  for (let mentee = 0; mentee < mentees.length; mentee++) {
    if (mentee % menteesPerStep === 0) yield { done: mentee, of: mentees.length };
    const list = listOf(mentee);
    listed.push(list.size === 0 ? nobody : list);
  }
  return {
    classOf,
    classes,
    members: membersOf(classOf, classes),
    writeClasses: (mentee, out) => {
      for (let mentorClass = 0; mentorClass < classes; mentorClass++) {
        const isForbidden = withClasses.some((rule) => rule.blocks(mentee, firstOfClass[mentorClass]!));
        out[mentorClass] = isForbidden ? 0 : 1;
      }
    },
    listed: (mentee) => listed[mentee]!,
    blocks: (mentee, mentor) =>
      listed[mentee]!.has(mentor) ||
      withClasses.some((rule) => rule.blocks(mentee, mentor)) ||
      perPair.some((rule) => rule.blocks(mentee, mentor)),
    perPair,
  };
}

function membersOf(classOf: Int32Array, classes: number): Int32Array[] {
  const sizes = new Int32Array(classes);
  for (const mentorClass of classOf) sizes[mentorClass]! += 1;
  const members = Array.from(sizes, (size) => new Int32Array(size));
  sizes.fill(0);
  classOf.forEach((mentorClass, mentor) => {
    members[mentorClass]![sizes[mentorClass]!++] = mentor;
  });
  return members;
}

/** The classes of two divisions together. */
function crossed(one: Int32Array, other: Int32Array): { classOf: Int32Array<ArrayBuffer>; classes: number } {
  const known = new Map<number, number>();
  const classOf = new Int32Array(one.length);
  for (let mentor = 0; mentor < one.length; mentor++) {
    const key = one[mentor]! * (one.length + 1) + other[mentor]!;
    const found = known.get(key) ?? known.size;
    known.set(key, found);
    classOf[mentor] = found;
  }
  return { classOf, classes: known.size };
}

/** The mentors that each mentee may never have: themself, and whom either avoids. Missing = none. */
export function alwaysForbidden({ mentees, mentors, menteeIndex, mentorIndex }: CompileContext) {
  const forbidden: (Set<number> | undefined)[] = new Array(mentees.length);
  const add = (mentee: number | undefined, mentor: number | undefined) => {
    if (mentee === undefined || mentor === undefined) return;
    const mentors = forbidden[mentee] ?? new Set();
    forbidden[mentee] = mentors.add(mentor);
  };
  mentees.forEach(({ id, avoidedMentors = [] }, mentee) => {
    add(mentee, mentorIndex.get(id));
    for (const avoided of avoidedMentors) add(mentee, mentorIndex.get(avoided));
  });
  mentors.forEach(({ avoidedMentees = [] }, mentor) => {
    for (const id of avoidedMentees) add(menteeIndex.get(id), mentor);
  });
  return forbidden;
}

/** Whether either of the two avoids the other. */
export function isAvoided({ mentees, mentors }: CompileContext, mentee: number, mentor: number): boolean {
  const one = mentees[mentee]!;
  const other = mentors[mentor]!;
  return one.avoidedMentors?.includes(other.id) === true || other.avoidedMentees?.includes(one.id) === true;
}
