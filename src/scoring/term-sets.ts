import { compareText } from '../core/index.js';

/**
 * Sets of terms as columns of numbers: a term is its position in the sorted vocabulary, the set of person p
 * is `terms[starts[p]] … terms[starts[p + 1] − 1]`, ascending.
 */
export interface SetColumn {
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  /** 1 where the person answered at all. */
  readonly known: Uint8Array;
}

/** The sets of both sides over one vocabulary, and for each term the mentors who have it. */
export interface TermSets {
  readonly vocabulary: readonly string[];
  readonly mentees: SetColumn;
  readonly mentors: SetColumn;
  /** The mentors of term t are `holders[holderStarts[t]] … holders[holderStarts[t + 1] − 1]`, ascending. */
  readonly holderStarts: Int32Array;
  readonly holders: Int32Array;
}

/** A list for each person, gone through more than once; an array, or one that makes each list when it is reached. */
export interface Lists<Item = string> extends Iterable<readonly Item[] | undefined> {
  readonly length: number;
}

/** Lists that are read anew each time, so that those of a large cohort are never all there at once. */
export function listsOf<Person, Item>(
  people: readonly Person[],
  read: (person: Person) => readonly Item[] | undefined,
): Lists<Item> {
  return {
    length: people.length,
    *[Symbol.iterator]() {
      for (const person of people) yield read(person);
    },
  };
}

/** Sorts terms by code units, so that neither the order of people nor that of lists matters. */
export function internTerms(mentees: Lists, mentors: Lists): TermSets {
  const found = new Set<string>();
  for (const lists of [mentees, mentors]) {
    for (const list of lists) for (const term of list ?? []) found.add(term);
  }
  const vocabulary = [...found].sort(compareText);
  const position = new Map(vocabulary.map((term, index) => [term, index]));
  const mentorColumn = setColumn(mentors, position);
  return {
    vocabulary,
    mentees: setColumn(mentees, position),
    mentors: mentorColumn,
    ...invert(mentorColumn, vocabulary.length),
  };
}

function setColumn(lists: Lists, position: ReadonlyMap<string, number>): SetColumn {
  const starts = new Int32Array(lists.length + 1);
  const known = new Uint8Array(lists.length);
  const all: number[] = [];
  let person = 0;
  for (const list of lists) {
    known[person] = list === undefined ? 0 : 1;
    const terms = [...new Set(list ?? [])].map((term) => position.get(term) as number);
    terms.sort((one, other) => one - other);
    for (const term of terms) all.push(term);
    person += 1;
    starts[person] = all.length;
  }
  return { starts, terms: Int32Array.from(all), known };
}

function invert({ starts, terms }: SetColumn, vocabulary: number) {
  const holderStarts = new Int32Array(vocabulary + 1);
  for (const term of terms) holderStarts[term + 1]! += 1;
  for (let term = 0; term < vocabulary; term++) holderStarts[term + 1]! += holderStarts[term]!;
  const next = holderStarts.slice(0, vocabulary);
  const holders = new Int32Array(terms.length);
  for (let person = 0; person + 1 < starts.length; person++) {
    for (let at = starts[person]!; at < starts[person + 1]!; at++) holders[next[terms[at]!]!++] = person;
  }
  return { holderStarts, holders };
}

/** Calls `visit` with every term that a mentee and a mentor share, ascending. */
export function forEachShared(
  sets: TermSets,
  mentee: number,
  mentor: number,
  visit: (term: number) => void,
): void {
  const { mentees, mentors } = sets;
  let one = mentees.starts[mentee]!;
  let other = mentors.starts[mentor]!;
  const oneEnd = mentees.starts[mentee + 1]!;
  const otherEnd = mentors.starts[mentor + 1]!;
  while (one < oneEnd && other < otherEnd) {
    const difference = mentees.terms[one]! - mentors.terms[other]!;
    if (difference === 0) visit(mentees.terms[one]!);
    if (difference <= 0) one += 1;
    if (difference >= 0) other += 1;
  }
}

/** The terms that a mentee and a mentor share, as words. */
export function sharedTerms(sets: TermSets, mentee: number, mentor: number): string[] {
  const shared: string[] = [];
  forEachShared(sets, mentee, mentor, (term) => shared.push(sets.vocabulary[term]!));
  return shared;
}
