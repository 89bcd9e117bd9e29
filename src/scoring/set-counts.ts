import { classesBy, contribution, type Tally } from './kind.js';
import type { TermSets } from './term-sets.js';

/** The last step of a set measure: from the sums of either side and of what they share to a value. */
export type LastStep = (own: number, other: number, shared: number) => number;

/**
 * The fast row of an unweighted set measure: its value depends on two sizes and a count alone, and there are
 * few different sizes, so a small table of contributions is made for each mentee and one look-up is left per
 * mentor.
 *
 * @returns the `addRow` of a compiled factor
 */
export function compileCountRow(
  sets: TermSets,
  lastStep: LastStep,
): (mentee: number, share: number, whenUnknown: number, out: Int32Array) => void {
  const mentors = sets.mentors.known.length;
  const sizeOf = ({ starts, known }: TermSets['mentors'], person: number) =>
    known[person] === 1 ? starts[person + 1]! - starts[person]! : Number.NaN;
  const sizes = [...new Set(Array.from({ length: mentors }, (_, mentor) => sizeOf(sets.mentors, mentor)))];
  // Each mentor's column of the table: the position of the size. NaN is a size too: unknown.
  const columnOf = new Map(sizes.map((size, column) => [size, column]));
  const columns = Int32Array.from(
    { length: mentors },
    (_, mentor) => columnOf.get(sizeOf(sets.mentors, mentor))!,
  );
  const shared = new Int32Array(mentors);
  let table = new Int32Array(0);
  return (mentee, share, whenUnknown, out) => {
    const own = sizeOf(sets.mentees, mentee);
    if (Number.isNaN(own)) {
      for (let mentor = 0; mentor < mentors; mentor++) out[mentor]! += whenUnknown;
      return;
    }
    const width = sizes.length;
    if (table.length < (own + 1) * width) table = new Int32Array((own + 1) * width);
    for (let column = 0; column < width; column++) {
      const size = sizes[column]!;
      // More than the smaller set cannot be shared; what cannot occur is not worked out.
      const most = Number.isNaN(size) ? 0 : Math.min(own, size);
      for (let count = 0; count <= most; count++) {
        const value = lastStep(own, size, count);
        table[count * width + column] = Number.isNaN(value) ? whenUnknown : contribution(share, value);
      }
    }
    countShared(sets, mentee, width, shared);
    for (let mentor = 0; mentor < mentors; mentor++)
      out[mentor]! += table[shared[mentor]! + columns[mentor]!]!;
  };
}

/** Writes for every mentor the number of terms shared with `mentee`, times `step`. */
function countShared(sets: TermSets, mentee: number, step: number, shared: Int32Array): void {
  const { mentees, holderStarts, holders } = sets;
  shared.fill(0);
  for (let at = mentees.starts[mentee]!; at < mentees.starts[mentee + 1]!; at++) {
    const end = holderStarts[mentees.terms[at]! + 1]!;
    for (let holder = holderStarts[mentees.terms[at]!]!; holder < end; holder++)
      shared[holders[holder]!]! += step;
  }
}

/** The number of terms shared, as a tally: with the sizes of both sets it is all that the value depends on. */
export function countTally(sets: TermSets, lastStep: LastStep): Tally {
  const sizeOf = ({ starts, known }: TermSets['mentors'], person: number) =>
    known[person] === 1 ? starts[person + 1]! - starts[person]! : Number.NaN;
  const mentors = sets.mentors.known.length;
  const sizes = Float64Array.from({ length: mentors }, (_, mentor) => sizeOf(sets.mentors, mentor));
  const classOf = classesBy(sizes);
  const sizeOfClass = new Float64Array(Math.max(0, ...new Set(classOf)) + 1);
  classOf.forEach((mentorClass, mentor) => {
    sizeOfClass[mentorClass] = sizes[mentor]!;
  });
  let most = 0;
  for (let mentee = 0; mentee < sets.mentees.known.length; mentee++) {
    const size = sizeOf(sets.mentees, mentee);
    if (size > most) most = size;
  }
  return {
    sets,
    classOf,
    classes: sizeOfClass.length,
    width: most + 1,
    levels: 1,
    isExact: true,
    widthOf: (mentee) => (sets.mentees.known[mentee] === 1 ? sizeOf(sets.mentees, mentee) + 1 : 0),
    step: () => 1,
    highest: (mentee, mentorClass, tally) => {
      const size = sizeOfClass[mentorClass]!;
      // More than the smaller set cannot be shared; what cannot occur has no value.
      return tally > size ? 0 : lastStep(sizeOf(sets.mentees, mentee), size, tally);
    },
  };
}
