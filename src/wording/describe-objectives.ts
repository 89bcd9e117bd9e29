import type { ObjectiveComparison } from '../matching/index.js';
import { decimal } from '../scoring/inner.js';
import type { Voice } from './describe.js';
import { smallestGroup } from './describe-comparison.js';

/** Objectives side by side, in words; see `describe`. */
export function describeObjectives(rows: readonly ObjectiveComparison[], { audience, texts }: Voice): string {
  if (audience === 'participant') return texts.participant.notForParticipants;
  const whole = (value: number) => decimal(value, 0, texts);
  if (audience === 'council' && rows.some(({ pairs }) => pairs > 0 && pairs < smallestGroup))
    return texts.council.tooSmall;
  return rows
    .map((row) => {
      const head = texts.objectives.row({
        objective: row.objective,
        meaning: texts.objectives.meanings[row.objective],
        pairs: whole(row.pairs),
        total: decimal(row.totalScore, 3, texts),
      });
      // Scores and choices of few people could be told apart.
      if (audience === 'council' || row.lowestScore === null) return head;
      const [first = 0, second = 0, third = 0] = row.choices;
      return [
        head,
        texts.objectives.scores({
          lowest: decimal(row.lowestScore, 3, texts),
          median: decimal(row.deciles[4]!, 3, texts),
        }),
        texts.objectives.blockingPairs(whole(row.blockingPairs)),
        texts.objectives.choices({ first: whole(first), second: whole(second), third: whole(third) }),
      ].join(' ');
    })
    .join('\n');
}
