import type { MatchingComparison } from '../matching/index.js';
import { decimal } from '../scoring/inner.js';
import type { Voice } from './describe.js';

/** Groups of fewer people are not shown to the council. */
export const smallestGroup = 5;

/** Two matchings side by side, in words; see `describe`. */
export function describeComparison(
  comparison: MatchingComparison,
  { audience, texts, nameOf }: Voice,
): string {
  if (audience === 'participant') return texts.participant.notForParticipants;
  const { kept, moved, placed, unplaced, left } = comparison;
  const whole = (value: number) => decimal(value, 0, texts);
  const sizes = { kept, moved, placed, unplaced, left };
  const counts = texts.comparison.counts({
    kept: whole(kept.length),
    moved: whole(moved.length),
    placed: whole(placed.length),
    unplaced: whole(unplaced.length),
    left: whole(left.length),
  });
  const pairsBefore = whole(comparison.pairsBefore);
  const pairsAfter = whole(comparison.pairsAfter);
  if (audience === 'council') {
    const isSmall = (size: number) => size > 0 && size < smallestGroup;
    if (isSmall(comparison.pairsBefore) || isSmall(comparison.pairsAfter)) return texts.council.tooSmall;
    const totals = texts.council.comparison({ before: pairsBefore, after: pairsAfter });
    // The groups add up to the totals, so one that is too small hides them all.
    const hasSmall = Object.values(sizes).some(({ length }) => isSmall(length));
    return `${totals}\n${hasSmall ? texts.council.tooSmall : counts}`;
  }
  return [
    texts.comparison.head({
      pairsBefore,
      pairsAfter,
      totalBefore: decimal(comparison.totalBefore, 3, texts),
      totalAfter: decimal(comparison.totalAfter, 3, texts),
    }),
    counts,
    ...moved.map(({ menteeId, from, to }) => {
      const parts = { mentee: nameOf(menteeId), from: nameOf(from), to: nameOf(to) };
      return `- ${texts.price.move(parts)}`;
    }),
    ...placed.map(
      ({ menteeId, mentorId }) =>
        `- ${texts.comparison.placed({ mentee: nameOf(menteeId), mentor: nameOf(mentorId) })}`,
    ),
    ...unplaced.map(({ menteeId, mentorId }) => {
      const parts = { mentee: nameOf(menteeId), from: nameOf(mentorId), to: null };
      return `- ${texts.price.move(parts)}`;
    }),
  ].join('\n');
}
