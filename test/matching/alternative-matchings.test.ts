import { describe, expect, it } from 'vitest';
import {
  alternativeMatchings,
  alternativeMatchingsAsync,
  isInputError,
  matchCohort,
  type PairOfIds,
} from '../../src/index.js';
import { randomFrom } from '../support/random.js';
import { cohortOf, objectives, programme, stored, totalsOf } from './programmes.js';

describe('alternativeMatchings', () => {
  it('lists the next best matchings and who would change', () => {
    const cohort = cohortOf(
      [
        [0.9, 0.5],
        [0.8, 0.7],
      ],
      [1, 1],
    );
    const [next, after] = alternativeMatchings(cohort, stored(matchCohort(cohort)), { count: 2 });
    expect(next?.totalScore).toBe(1.3);
    expect(next?.changes.toSorted((one, other) => (one.menteeId < other.menteeId ? -1 : 1))).toEqual([
      { menteeId: 'e0', from: 'o0', to: 'o1' },
      { menteeId: 'e1', from: 'o1', to: 'o0' },
    ]);
    expect(after).toMatchObject({ totalScore: 0.9, pairs: [{ menteeId: 'e0', mentorId: 'o0' }] });
  });

  it.each(objectives)(
    'never gets better, repeats nothing, and keeps locks and capacities (%s)',
    (objective) => {
      for (let seed = 0; seed < 80; seed++) {
        const { cohort, options, name } = programme(seed, objective);
        const matching = matchCohort(cohort, options);
        const best = totalsOf(matching);
        const keyOf = (pairs: readonly { menteeId: string; mentorId: string }[]) =>
          pairs.map(({ menteeId, mentorId }) => `${menteeId}–${mentorId}`).join();
        const seen = new Set([keyOf(matching.pairs)]);
        let before = objective === 'most-pairs' ? [best.pairs, best.score] : [best.score, best.pairs];
        for (const { pairs, totalScore, changes } of alternativeMatchings(cohort, matching, { count: 6 })) {
          const score = Math.round(totalScore * 1e6);
          const value = objective === 'most-pairs' ? [pairs.length, score] : [score, pairs.length];
          const lead = value[0]! - before[0]! || value[1]! - before[1]!;
          expect(lead, name).toBeLessThanOrEqual(0);
          before = value;
          expect(seen.has(keyOf(pairs)), name).toBe(false);
          seen.add(keyOf(pairs));
          expect(changes.length, name).toBeGreaterThan(0);
          const mentorIn = (list: readonly PairOfIds[], id: string) =>
            list.find(({ menteeId }) => menteeId === id)?.mentorId ?? null;
          const moves = cohort.menteeIds.map((menteeId) => ({
            menteeId,
            from: mentorIn(matching.pairs, menteeId),
            to: mentorIn(pairs, menteeId),
          }));
          expect(changes, name).toEqual(moves.filter(({ from, to }) => from !== to));
          expect(
            pairs.map(({ menteeId }) => menteeId),
            name,
          ).toEqual(moves.filter(({ to }) => to !== null).map(({ menteeId }) => menteeId));
          const sum = pairs.reduce(
            (total, { menteeId, mentorId }) =>
              total + cohort.score(cohort.menteeIndex(menteeId), cohort.mentorIndex(mentorId)),
            0,
          );
          expect(score, name).toBe(sum);
          for (const id of cohort.mentorIds)
            expect(pairs.filter(({ mentorId }) => mentorId === id).length, name).toBeLessThanOrEqual(
              cohort.capacities[cohort.mentorIndex(id)]!,
            );
          for (const lock of options.locked ?? []) expect(pairs, name).toContainEqual(lock);
        }
      }
    },
  );

  it('refuses a count that is none, and pairs that are not proven best', () => {
    const cohort = cohortOf([[0.5]], [1]);
    const matching = matchCohort(cohort);
    expect(() => alternativeMatchings(cohort, matching, { count: 1.5 })).toThrow('count');
    expect(() => alternativeMatchings(cohort, matching, { count: 1, minimumChanges: 0 })).toThrow(
      'minimumChanges',
    );
    expect(() => alternativeMatchings(cohort, matching, { count: 1, minimumChange: 2 } as never)).toThrow(
      'minimumChanges',
    );
    expect(() => alternativeMatchings(cohort, matching, null as never)).toThrow('options');
    const poor = matchCohort(cohort, { solver: () => [-1] });
    expect(() => alternativeMatchings(cohort, poor, { count: 1 })).toThrow('proven best');
    const { proof } = matching;
    const fewer = { ...matching, proof: { ...proof, pairsUpperBound: proof.pairs + 1, pairsGap: 1 } };
    expect(() => alternativeMatchings(cohort, fewer as never, { count: 1 })).toThrow(
      'matching.proof.pairsGap',
    );
  });

  it('asked for more changes, lists the best matchings that differ so much, and only those', () => {
    for (const objective of objectives)
      for (let seed = 0; seed < 40; seed++) {
        const { cohort, options, name } = programme(seed, objective, 4);
        const matching = matchCohort(cohort, options);
        const all = alternativeMatchings(cohort, matching, { count: 100_000 });
        for (const minimumChanges of [2, 3]) {
          const enough = all.filter(({ changes }) => changes.length >= minimumChanges);
          const found = alternativeMatchings(cohort, matching, { count: 3, minimumChanges });
          const worthOf = ({ pairs, totalScore }: (typeof all)[number]) => [pairs.length, totalScore];
          expect(found.map(worthOf), name).toEqual(enough.slice(0, 3).map(worthOf));
          for (const { changes } of found)
            expect(changes.length, name).toBeGreaterThanOrEqual(minimumChanges);
        }
      }
  });

  it('in slices gives the same, reports progress, and stops when told to', async () => {
    const random = randomFrom(5);
    const table = Array.from({ length: 40 }, () => Array.from({ length: 40 }, () => random.whole(0, 3) / 4));
    const cohort = cohortOf(table, new Array(40).fill(1));
    const matching = matchCohort(cohort);
    const stages: string[] = [];
    // A clock that jumps makes every step a slice of its own.
    let time = 0;
    const clock = () => (time += 100);
    const onProgress = ({ stage }: { stage: string }) => stages.push(stage);
    const options = { count: 12, minimumChanges: 3 };
    expect(await alternativeMatchingsAsync(cohort, matching, { ...options, onProgress, clock })).toEqual(
      alternativeMatchings(cohort, matching, options),
    );
    expect(stages).toContain('ranking');
    const aborted = alternativeMatchingsAsync(cohort, matching, { ...options, signal: { aborted: true } });
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    for (const wrong of [
      null,
      3,
      { count: 1, clock: 3 },
      { count: 1, signal: 1 },
      { count: -1 },
      { cuont: 1 },
    ])
      await expect(alternativeMatchingsAsync(cohort, matching, wrong as never)).rejects.toSatisfy(
        isInputError,
      );
  });
});
