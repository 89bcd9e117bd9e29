/**
 * Endurance: random cohorts with random models, rules, objectives, locks, declines and rematches. Every matching is
 * checked by its proof, by a round trip through JSON and by replaying it; prices, alternatives and rematches keep their
 * laws; memory must not grow. `npm run soak`, with a seed and a number of cohorts: `npm run soak -- 3 10000`.
 */
import fc from 'fast-check';
import {
  alternativeMatchings,
  checkProof,
  describe,
  matchCohort,
  parseMatching,
  priceOfPair,
  rematch,
  replayMatching,
} from '../src/index.js';
import { type Scenario, scenarioArbitrary } from '../test/matching/scenarios.js';

const [seed = '1', count = '10000'] = process.argv.slice(2);
const sizes = [
  { mentees: 5, mentors: 4 },
  { mentees: 12, mentors: 9 },
];
const counts: Record<string, number> = {};
const memory: number[] = [];
let done = 0;

for (const [index, size] of sizes.entries()) {
  const share = index === 0 ? Math.ceil(Number(count) / 2) : Math.floor(Number(count) / 2);
  fc.assert(fc.property(scenarioArbitrary(size), live), {
    seed: Number(seed) + index,
    numRuns: share,
    endOnFailure: true,
  });
}
const early = memory[Math.floor(memory.length / 4)] ?? 0;
const late = memory.at(-1) ?? 0;
console.log(
  `seed ${seed}: ${done} cohorts, ${Object.entries(counts)
    .map(([what, times]) => `${what} ${times}`)
    .join(', ')}`,
);
console.log(
  `heap after collection: ${megabytes(early)} MB after a quarter, ${megabytes(late)} MB at the end`,
);
if (late > early * 1.5 + 20e6) throw new Error('memory grows');

/** One cohort's life. */
function live({ cohort, options }: Scenario): void {
  done += 1;
  const matching = matchCohort(cohort, options);
  hold(checkProof(cohort, matching).isProven, 'a matching is proven', 'proofs');
  const stored = parseMatching(JSON.stringify(matching));
  hold(JSON.stringify(stored) === JSON.stringify(matching), 'JSON changes nothing', 'round trips');
  hold(replayMatching(cohort, stored).identical, 'a replay is identical', 'replays');
  for (const person of matching.unmatched) describe(person, { audience: 'participant' });
  for (const menteeId of cohort.menteeIds.slice(0, 2))
    for (const mentorId of cohort.mentorIds.slice(0, 2)) {
      const price = priceOfPair(cohort, stored, menteeId, mentorId);
      if (price.status !== 'possible') continue;
      const isWorse = price.pairsLost > 0 || (price.pairsLost === 0 && price.scoreLost >= 0);
      const isWorseByTotal = price.scoreLost > 0 || (price.scoreLost === 0 && price.pairsLost >= 0);
      hold(options.objective === 'most-pairs' ? isWorse : isWorseByTotal, 'no forced pair gains', 'prices');
    }
  let before = matching.proof;
  for (const { pairs, totalScore } of alternativeMatchings(cohort, stored, { count: 2 })) {
    const isOrdered =
      options.objective === 'most-pairs'
        ? pairs.length < before.pairs || (pairs.length === before.pairs && totalScore <= before.totalScore)
        : totalScore <= before.totalScore;
    hold(isOrdered, 'alternatives never get better', 'alternatives');
    before = { ...before, pairs: pairs.length, totalScore };
  }
  const free = matching.pairs.filter(({ locked }) => !locked);
  const declined = free.slice(0, 1).map(({ menteeId, mentorId }) => ({
    menteeId,
    mentorId,
    by: 'mentor' as const,
    repeat: 'never' as const,
  }));
  const next = rematch(cohort, stored, { keepBonus: 0.1, declined, forbidden: options.forbidden });
  const isBack = next.matching.pairs.some((pair) =>
    declined.some((gone) => gone.menteeId === pair.menteeId && gone.mentorId === pair.mentorId),
  );
  hold(!isBack, 'declined pairs never come back', 'rematches');
  hold(
    checkProof(cohort, next.matching).violations.every(({ code }) => code === 'gap'),
    'a rematch is allowed',
    'rematch proofs',
  );
  const { kept, moved, unplaced, left } = next.comparison;
  hold(
    kept.length + moved.length + unplaced.length + left.length === matching.pairs.length,
    'nobody is lost',
    'comparisons',
  );
  if (done % 250 === 0) {
    globalThis.gc?.();
    memory.push(process.memoryUsage().heapUsed);
  }
}

function hold(isTrue: boolean, law: string, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1;
  if (!isTrue) throw new Error(`broken: ${law}`);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}
