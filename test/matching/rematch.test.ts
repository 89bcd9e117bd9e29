import { describe, expect, it } from 'vitest';
import {
  type CompiledCohort,
  checkProof,
  compileCohort,
  isInputError,
  type Matching,
  matchCohort,
  type Objective,
  type PairOfIds,
  priceOfPair,
  type RematchOptions,
  rematch,
  rematchAsync,
  replayMatching,
} from '../../src/index.js';
import { compatCohort } from '../support/compat-cohort.js';
import { randomFrom } from '../support/random.js';
import { cohortOf, objectives, programme, stored } from './programmes.js';

const keyOf = ({ menteeId, mentorId }: PairOfIds) => `${menteeId}–${mentorId}`;

/** The best (pairs, score + bonus, kept) by trying every allowed matching. */
function bestByTrying(
  cohort: CompiledCohort,
  objective: Objective,
  previous: Matching,
  bonus: number,
  forbidden: readonly PairOfIds[],
) {
  const before = new Set(previous.pairs.map(keyOf));
  const ruledOut = new Set(forbidden.map(keyOf));
  const left = cohort.capacities.slice();
  let best = [-1, -1, -1];
  const visit = (mentee: number, pairs: number, score: number, kept: number): void => {
    if (mentee === cohort.menteeIds.length) {
      const found = objective === 'most-pairs' ? [pairs, score, kept] : [score, pairs, kept];
      const at = found.findIndex((part, index) => part !== best[index]);
      if (at >= 0 && found[at]! > best[at]!) best = found;
      return;
    }
    visit(mentee + 1, pairs, score, kept);
    for (let mentor = 0; mentor < left.length; mentor++) {
      const pair = { menteeId: cohort.menteeIds[mentee]!, mentorId: cohort.mentorIds[mentor]! };
      if (left[mentor] === 0 || ruledOut.has(keyOf(pair)) || !cohort.isEligible(mentee, mentor)) continue;
      const isKept = before.has(keyOf(pair));
      left[mentor]! -= 1;
      const value = cohort.score(mentee, mentor) + (isKept ? Math.round(bonus * 1e6) : 0);
      visit(mentee + 1, pairs + 1, score + value, kept + (isKept ? 1 : 0));
      left[mentor]! += 1;
    }
  };
  visit(0, 0, 0, 0);
  return best;
}

/** A programme, an earlier matching of it that is not the best, and pairs that were declined. */
function secondRound(seed: number, objective: Objective) {
  const { cohort, name } = programme(seed, objective, 4);
  const random = randomFrom(seed + 99);
  const someone = cohort.menteeIds.flatMap((menteeId, mentee) =>
    cohort.mentorIds.flatMap((mentorId, mentor) =>
      cohort.isEligible(mentee, mentor) && random.next() < 0.4 ? [{ menteeId, mentorId }] : [],
    ),
  );
  const previous = stored(matchCohort(cohort, { objective, forbidden: someone }));
  const declined = previous.pairs
    .filter(() => random.next() < 0.3)
    .map((pair) => ({ ...pair, by: 'mentee' as const, repeat: 'never' as const }));
  return { cohort, name, previous, declined };
}

function worthOf({ pairs }: Matching, objective: Objective, previous: Matching, bonus: number) {
  const before = new Set(previous.pairs.map(keyOf));
  const kept = pairs.filter((pair) => before.has(keyOf(pair))).length;
  const score = pairs.reduce((sum, pair) => sum + Math.round(pair.score * 1e6), 0);
  const total = score + kept * Math.round(bonus * 1e6);
  return objective === 'most-pairs' ? [pairs.length, total, kept] : [total, pairs.length, kept];
}

describe('rematch', () => {
  it.each(objectives)('is the best by (pairs, score + bonus), then by pairs kept (%s)', (objective) => {
    let declines = 0;
    for (let seed = 0; seed < 150; seed++) {
      const { cohort, name, previous, declined } = secondRound(seed, objective);
      declines += declined.length;
      for (const keepBonus of [0, 0.05, 0.5, 1000]) {
        const { matching, comparison, inertia } = rematch(cohort, previous, { keepBonus, declined });
        const at = `${name}, bonus ${keepBonus}`;
        const best = bestByTrying(cohort, objective, previous, keepBonus, declined);
        expect(worthOf(matching, objective, previous, keepBonus), at).toEqual(best);
        const { kept, moved, placed, unplaced, left } = comparison;
        expect(kept.length + moved.length + unplaced.length + left.length, at).toBe(previous.pairs.length);
        expect(kept.length + moved.length + placed.length, at).toBe(matching.pairs.length);
        const fresh = matchCohort(cohort, {
          objective,
          forbidden: declined.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })),
        });
        expect(inertia.pairsLost, at).toBe(fresh.pairs.length - matching.pairs.length);
        expect(inertia.scoreLost, at).toBeCloseTo(fresh.proof.totalScore - matching.proof.totalScore, 9);
        if (keepBonus > 0) continue;
        expect(inertia, at).toEqual({ pairsLost: 0, scoreLost: 0 });
        expect(checkProof(cohort, matching).isProven, at).toBe(true);
      }
    }
    expect(declines).toBeGreaterThan(30);
  });

  it.each(objectives)(
    'keeps no fewer pairs as the bonus grows, and never a declined one (%s)',
    (objective) => {
      for (let seed = 0; seed < 100; seed++) {
        const { cohort, name, previous, declined } = secondRound(seed, objective);
        const isDeclined = new Set(declined.map(keyOf));
        let before = -1;
        for (const keepBonus of [0, 0.02, 0.1, 0.3, 1, 1000]) {
          const { matching, comparison } = rematch(cohort, previous, { keepBonus, declined });
          expect(comparison.kept.length, name).toBeGreaterThanOrEqual(before);
          before = comparison.kept.length;
          expect(
            matching.pairs.filter((pair) => isDeclined.has(keyOf(pair))),
            name,
          ).toEqual([]);
        }
      }
    },
  );

  it('keep: all keeps every pair that is still allowed, even where that costs a pair, and fills places', () => {
    const cohort = cohortOf(
      [
        [1, 0.1],
        [0.1, null],
      ],
      [1, 1],
    );
    const previous = matchCohort(cohort, { objective: 'best-total' });
    expect(previous.pairs.map(keyOf)).toEqual(['e0–o0']);
    const kept = rematch(cohort, previous, { keep: 'all', objective: 'most-pairs' });
    expect(kept.matching.pairs.map(keyOf)).toEqual(['e0–o0']);
    const free = rematch(cohort, previous, { keepBonus: 1000, objective: 'most-pairs' });
    expect(free.matching.pairs.map(keyOf).sort()).toEqual(['e0–o1', 'e1–o0']);
    expect(free.inertia).toEqual({ pairsLost: 0, scoreLost: 0 });
    for (let seed = 0; seed < 100; seed++) {
      const round = secondRound(seed, 'most-pairs');
      const { comparison } = rematch(round.cohort, round.previous, { keep: 'all' });
      expect(comparison.kept.length, round.name).toBe(round.previous.pairs.length);
    }
  });

  it('keeps the best pairs of a mentor who has fewer places than before', () => {
    const table = [[0.3], [0.9], [0.5]];
    const previous = matchCohort(cohortOf(table, [3]));
    const { comparison } = rematch(cohortOf(table, [2]), previous, { keep: 'all' });
    expect(comparison.kept.map(({ menteeId }) => menteeId).sort()).toEqual(['e1', 'e2']);
    expect(comparison.unplaced.map(({ menteeId }) => menteeId)).toEqual(['e0']);
  });

  it('a closed mentor keeps mentees and takes no new ones', () => {
    const table = [[0.9], [0.8]];
    const previous = matchCohort(cohortOf([[0.9]], [2]));
    const closed = rematch(cohortOf(table, [2]), previous, { closed: ['o0'] });
    expect(closed.matching.pairs.map(keyOf)).toEqual(['e0–o0']);
    expect(rematch(cohortOf(table, [2]), previous).matching.pairs).toHaveLength(2);
  });

  it('passes over closed, declined and earlier people who take no part any more', () => {
    const cohort = cohortOf([[0.9, 0.2], [0.8, 0.3]], [1, 1]); // biome-ignore format: a table
    const previous = matchCohort(cohort);
    const gone = [
      { menteeId: 'e0', mentorId: 'gone' },
      { menteeId: 'gone', mentorId: 'o0' },
    ];
    const options: RematchOptions = {
      closed: ['gone'],
      declined: gone.map((pair) => ({ ...pair, by: 'mentee' as const, repeat: 'never' as const })),
      history: gone.map((pair) => ({ ...pair, ended: '2026-01-01', effect: 'prefer' as const, strength: 1 })),
      asOf: '2026-01-01',
      priority: [{ menteeId: 'gone', bonus: 1 }],
    };
    const { matching, declinedForGood } = rematch(cohort, previous, options);
    expect(matching).toEqual(rematch(cohort, previous).matching);
    expect(declinedForGood).toEqual(options.declined);
  });

  it('keep: all keeps no pair that is declined, forbidden or against a lock, and all others', () => {
    // Everybody would be better off elsewhere.
    const table = [0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((column) => (row === column ? 0.1 : 0.9)));
    const cohort = cohortOf(table, [1, 1, 1, 1, 1]);
    const own = [0, 1, 2, 3, 4].map((at) => ({ menteeId: `e${at}`, mentorId: `o${at}` }));
    const previous = matchCohort(cohort, { locked: own });
    const [first, second, third, fourth, fifth] = own as [
      PairOfIds,
      PairOfIds,
      PairOfIds,
      PairOfIds,
      PairOfIds,
    ];
    const keptOf = (options: RematchOptions) =>
      rematch(cohort, previous, { keep: 'all', ...options })
        .comparison.kept.map(keyOf)
        .sort();
    expect(keptOf({})).toEqual(own.map(keyOf));
    const declined = [{ ...first, by: 'mentee' as const, repeat: 'nextRound' as const }];
    expect(keptOf({ declined, forbidden: [second] })).toEqual([third, fourth, fifth].map(keyOf));
    // The mentor of a lock has no other place, and its mentee no other lock.
    const locked = [{ menteeId: 'e0', mentorId: 'o1' }];
    expect(keptOf({ locked })).toEqual([third, fourth, fifth].map(keyOf));
    const closed = rematch(cohort, previous, { closed: ['o0', 'o1', 'o2', 'o3', 'o4'] });
    expect(closed.comparison.kept).toHaveLength(5);
    const [, ...others] = own;
    const { matching } = rematch(cohort, previous, { keep: 'all' });
    expect(matching.pairs.filter((pair) => pair.locked)).toHaveLength(5);
    expect(rematch(cohort, previous, { keep: 'all', forbidden: others }).comparison.kept).toEqual([first]);
  });

  it('keep: all counts a place that a lock takes, where a mentor has several', () => {
    const cohort = cohortOf([[0.3, 0.9], [0.5, 0.9], [0.4, 0.9]], [2, 1]); // biome-ignore format: a table
    const own = ['e0', 'e1'].map((menteeId) => ({ menteeId, mentorId: 'o0' }));
    const previous = matchCohort(cohort, { locked: own });
    const locked = [{ menteeId: 'e2', mentorId: 'o0' }];
    const { comparison } = rematch(cohort, previous, { keep: 'all', locked });
    expect(comparison.kept.map(keyOf)).toEqual(['e1–o0']);
    // Where scores are equal, whoever comes first in canonical order stays.
    const alike = cohortOf([[0.5], [0.5], [0.5]], [1]);
    const crowded = matchCohort(cohortOf([[0.5], [0.5], [0.5]], [3]));
    const [stays] = alike.menteeIds;
    expect(rematch(alike, crowded, { keep: 'all' }).comparison.kept.map(keyOf)).toEqual([`${stays}–o0`]);
  });

  it('counts every millionth beside the largest bonus, and adds bonuses to a score of 0 too', () => {
    for (const [first, second, winner] of [
      [0.500001, 0.5, 'e0'],
      [0.5, 0.500001, 'e1'],
    ] as const) {
      const cohort = cohortOf([[first], [second]], [1]);
      const previous = matchCohort(cohort, { solver: () => [-1, -1] });
      const priority = ['e0', 'e1'].map((menteeId) => ({ menteeId, bonus: 1000 }));
      expect(rematch(cohort, previous, { priority }).matching.pairs.map(keyOf)).toEqual([`${winner}–o0`]);
      const other = winner === 'e0' ? 'e1' : 'e0';
      const unlike = [{ menteeId: other, bonus: 0.000002 }];
      expect(rematch(cohort, previous, { priority: unlike }).matching.pairs.map(keyOf)).toEqual([
        `${other}–o0`,
      ]);
      const nothing = cohortOf([[0], [0]], [1]);
      expect(
        rematch(nothing, matchCohort(nothing), { priority: [{ menteeId: winner, bonus: 0.1 }] }).matching
          .pairs,
      ).toMatchObject([{ menteeId: winner, score: 0 }]);
      // A score with its bonuses is at least 0, so that nobody is worth less than nothing.
      const low = [
        { menteeId: winner, bonus: -1000 },
        { menteeId: other, bonus: -0.6 },
      ];
      const kept = matchCohort(cohort, { locked: [{ menteeId: winner, mentorId: 'o0' }] });
      expect(rematch(cohort, kept, { priority: low }).matching.pairs.map(keyOf)).toEqual([`${winner}–o0`]);
    }
  });

  it('counts every millionth beside large bonuses, also where a tie would keep the pair of before', () => {
    for (const [table, winner] of [
      // With these bonuses, 32-bit floats would not tell the two apart.
      [[[0.500011], [0.50001]], 'e0'],
      [[[0.50001], [0.500011]], 'e1'],
    ] as const) {
      const cohort = cohortOf(table, [1]);
      const loser = winner === 'e0' ? 'e1' : 'e0';
      const previous = matchCohort(cohort, { locked: [{ menteeId: loser, mentorId: 'o0' }] });
      for (const bonus of [0.1, 15.9, 20.000001, 1000]) {
        const priority = ['e0', 'e1'].map((menteeId) => ({ menteeId, bonus }));
        const { matching } = rematch(cohort, previous, { priority });
        expect(matching.pairs.map(keyOf), `${winner}, ${bonus}`).toEqual([`${winner}–o0`]);
      }
      // A bonus of the pair beside one of the mentee.
      const both = matchCohort(cohortOf(table, [2]));
      const ofMentees = ['e0', 'e1'].map((menteeId) => ({ menteeId, bonus: 10.000001 }));
      const kept = rematch(cohort, both, { priority: ofMentees, keepBonus: 10 }).matching;
      expect(kept.pairs.map(keyOf), winner).toEqual([`${winner}–o0`]);
      const ofPairs = rematch(cohort, both, { keepBonus: 16.500001 }).matching;
      expect(ofPairs.pairs.map(keyOf), winner).toEqual([`${winner}–o0`]);
    }
  });

  it('records bonuses by mentee and mentor in canonical order, whatever the order of the options', () => {
    const cohort = cohortOf(
      [0, 1, 2, 3].map(() => [0.5, 0.4, 0.3]),
      [2, 1, 1],
    );
    const previous = matchCohort(cohort);
    const backwards = [...cohort.menteeIds].reverse();
    const mentors = [...cohort.mentorIds].reverse();
    const { matching } = rematch(cohort, previous, {
      history: backwards.flatMap((menteeId) =>
        mentors.map((mentorId) => ({
          menteeId,
          mentorId,
          ended: '2026-01-01',
          effect: 'prefer' as const,
          strength: 0.25,
        })),
      ),
      asOf: '2026-01-01',
      priority: backwards.map((menteeId) => ({ menteeId, bonus: 0.125 })),
    });
    const { bonuses, startingPrices, previousPairs } = matching.record.rematch!;
    expect(bonuses).toEqual(
      cohort.menteeIds.flatMap((menteeId) => [
        { menteeId, mentorId: null, bonus: 0.125 },
        ...cohort.mentorIds.map((mentorId) => ({ menteeId, mentorId, bonus: 0.25 })),
      ]),
    );
    expect(previousPairs).toEqual(previous.pairs.map(({ menteeId, mentorId }) => ({ menteeId, mentorId })));
    const scores = (prices: Matching['proof']['menteePrices']) =>
      prices.map(({ id, score }) => ({ id, score }));
    expect(startingPrices).toEqual({
      mentees: scores(previous.proof.menteePrices),
      mentors: scores(previous.proof.mentorPrices),
    });
  });

  it('takes functions for the model of before, and passes over whom a record names and nobody is', () => {
    const model = { factors: { own: { kind: 'custom' as const, weight: 1, function: 'own' } } };
    const functions = { own: (mentee: { id: string }) => (mentee.id === 'e1' ? 0.9 : 0.2) };
    const people = {
      mentees: ['e0', 'e1'].map((id) => ({ id, optedIn: true })),
      mentors: [{ id: 'o0', optedIn: true }],
    };
    const previous = matchCohort(people, { model, functions });
    const { matching } = rematch(people, previous, { functions });
    expect(matching.pairs).toMatchObject([{ menteeId: 'e1', mentorId: 'o0', score: 0.9 }]);
    expect(() => rematch(people, previous)).toThrow('model.factors.own.function');
    const cohort = compileCohort(people, { model, functions });
    const again = stored(rematch(cohort, previous, { keepBonus: 0.1 }).matching);
    // biome-ignore lint/suspicious/noExplicitAny: anything may be overwritten.
    const changed = structuredClone(again) as any;
    changed.record.rematch.bonuses.push(
      { menteeId: 'e0', mentorId: 'gone', bonus: 5 },
      { menteeId: 'gone', mentorId: 'o0', bonus: 5 },
      { menteeId: 'gone', mentorId: null, bonus: 5 },
    );
    changed.record.rematch.previousPairs.push({ menteeId: 'gone', mentorId: 'o0' });
    changed.record.rematch.startingPrices.mentees.push({ id: 'gone', score: 1 });
    expect(replayMatching(cohort, changed)).toMatchObject({ identical: true });
    for (const score of [-1e300, -1e12, 1e12, 1e300]) {
      for (const price of changed.record.rematch.startingPrices.mentees) price.score = score;
      for (const price of changed.record.rematch.startingPrices.mentors) price.score = -score;
      expect(replayMatching(cohort, changed)).toMatchObject({ identical: true });
    }
  });

  it('priority decides who gets the only place, and history fades evenly', () => {
    const cohort = cohortOf([[0.6], [0.5]], [1]);
    const previous = matchCohort(cohort);
    const winner = (options: RematchOptions) =>
      rematch(cohort, previous, options).matching.pairs[0]!.menteeId;
    expect(winner({})).toBe('e0');
    expect(winner({ priority: [{ menteeId: 'e1', bonus: 0.2 }] })).toBe('e1');
    expect(winner({ priority: [{ menteeId: 'e1', bonus: 0.2 }], keepBonus: 0.2 })).toBe('e0');
    const avoid = (asOf: string): RematchOptions => ({
      history: [{ menteeId: 'e0', mentorId: 'o0', ended: '2026-01-01', effect: 'avoid', strength: 0.3 }],
      asOf,
      fadeDays: 300,
    });
    // 0.6 − 0.3 · (1 − days / 300) passes 0.5 after 200 days.
    expect(winner(avoid('2026-01-01'))).toBe('e1');
    expect(winner(avoid('2026-07-19'))).toBe('e1');
    expect(winner(avoid('2026-07-21'))).toBe('e0');
  });

  it('takes people as they are now with the earlier model and baseline, and finds who joined and left', () => {
    const first = compatCohort({ mentees: 30, mentors: 20, capacity: [1, 2] });
    const later = compatCohort({ mentees: 33, mentors: 21, capacity: [1, 2] });
    const previous = stored(matchCohort(first));
    const { matching, comparison, declinedForGood } = rematch(
      { ...later, mentees: later.mentees.slice(2) },
      previous,
      {
        keepBonus: 0.05,
        declined: [
          { ...previous.pairs[0]!, by: 'mentor', repeat: 'never' },
          { ...previous.pairs[1]!, by: 'mentor', repeat: 'nextRound' },
        ],
      },
    );
    expect(matching.record.baseline).toEqual(previous.record.baseline);
    expect(comparison.left.map(({ menteeId }) => menteeId).sort()).toEqual(['mentee-0', 'mentee-1']);
    expect(declinedForGood.map(keyOf)).toEqual([keyOf(previous.pairs[0]!)]);
    const now = compileCohort(
      { ...later, mentees: later.mentees.slice(2) },
      { baseline: previous.record.baseline },
    );
    expect(matching.record.digest).toBe(now.digest());
  });

  it('lists everything that is wrong with the options', () => {
    const cohort = cohortOf([[0.5]], [1]);
    const wrong = {
      keepBonus: -1,
      keep: 'some',
      fadeDays: 0,
      declined: [{ menteeId: 'e0', mentorId: 'o0' }],
      history: [{ menteeId: 'e0', mentorId: 'o0', ended: '2026-01-01', effect: 'avoid', strength: 0.3 }],
      kepBonus: 1,
    };
    try {
      rematch(cohort, matchCohort(cohort), wrong as never);
      expect.unreachable();
    } catch (error) {
      if (!isInputError(error)) throw error;
      expect(error.problems.map(({ path }) => path).sort()).toEqual(
        ['asOf', 'declined', 'fadeDays', 'keep', 'keepBonus', 'kepBonus'].sort(),
      );
    }
  });

  it('is repeated from its record in another process, bonuses and ties included', () => {
    for (let seed = 0; seed < 120; seed++) {
      const objective = objectives[seed % 2]!;
      const { cohort, name, previous, declined } = secondRound(seed, objective);
      const [someone = ''] = cohort.menteeIds;
      const { matching } = rematch(cohort, previous, {
        declined,
        keepBonus: [0, 0.05, 1000][seed % 3]!,
        priority: [{ menteeId: someone, bonus: [0.1, -0.3, 0][seed % 3]! }],
      });
      expect(matching.record.customSolver, name).toBe(false);
      const read = stored(matching);
      expect(read, name).toEqual(matching);
      expect(replayMatching(cohort, read), name).toMatchObject({ identical: true, differences: [] });
      if (matching.proof.gap !== 0 || matching.proof.pairsGap !== 0) continue;
      // Best by scores alone, it has prices as any other.
      for (const { menteeId, mentorId } of matching.pairs)
        expect(priceOfPair(cohort, read, menteeId, mentorId), name).toMatchObject({
          scoreLost: 0,
          moves: [],
        });
    }
  });

  it('notes only ids and numbers of what was kept, and a changed note gives another matching', () => {
    const cohort = cohortOf([[0.5], [0.6]], [1]);
    const previous = matchCohort(cohort, { forbidden: [{ menteeId: 'e1', mentorId: 'o0' }] });
    const { matching } = rematch(cohort, previous, {
      keepBonus: 0.2,
      priority: [{ menteeId: 'e1', bonus: 0.05 }],
    });
    expect(matching.pairs.map(keyOf)).toEqual(['e0–o0']);
    expect(matching.record.rematch).toEqual({
      previousPairs: [{ menteeId: 'e0', mentorId: 'o0' }],
      bonuses: expect.arrayContaining([
        { menteeId: 'e0', mentorId: 'o0', bonus: 0.2 },
        { menteeId: 'e1', mentorId: null, bonus: 0.05 },
      ]),
      startingPrices: { mentees: expect.any(Array), mentors: expect.any(Array) },
    });
    const changed = JSON.parse(JSON.stringify(matching));
    changed.record.rematch.bonuses = [];
    expect(replayMatching(cohort, changed).differences).toHaveLength(2);
    changed.record.rematch.bonuses = [{ menteeId: 'e0', mentorId: 3, bonus: 'much' }];
    expect(() => replayMatching(cohort, changed)).toThrow(/bonuses\[0\].mentorId[\s\S]*bonuses\[0\].bonus/);
  });

  it('keeps every pair where all is tied, also where fractions of a millionth would not tell (best-total)', () => {
    const size = 1200;
    const cohort = compileCohort(
      {
        mentees: Array.from({ length: size }, (_, at) => ({ id: `e${at}` })),
        mentors: Array.from({ length: size }, (_, at) => ({ id: `o${at}` })),
      },
      { assumeOptedIn: true },
    );
    const random = randomFrom(3);
    const order = [...cohort.mentorIds.keys()];
    for (let at = size - 1; at > 0; at--) {
      const other = random.whole(0, at);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const objective of objectives) {
      const previous = matchCohort(cohort, { objective, solver: () => order });
      const { comparison, inertia } = rematch(cohort, previous);
      expect(comparison.kept).toHaveLength(size);
      expect(inertia).toEqual({ pairsLost: 0, scoreLost: 0 });
    }
  });

  it('after a few people have changed is worth what a fresh match is, with 300 people and places to spare', () => {
    for (const [places, objective] of [
      [1, 'most-pairs'],
      [0.8, 'most-pairs'],
      [0.4, 'most-pairs'],
      [0.8, 'best-total'],
      [0.4, 'best-total'],
    ] as const) {
      const all = compatCohort({ mentees: 303, mentors: Math.round(303 * places), capacity: [1, 2] });
      const then = compileCohort({ mentees: all.mentees.slice(0, 300), mentors: all.mentors.slice(0, -2) });
      const people = { mentees: all.mentees.slice(3), mentors: all.mentors.slice(2) };
      const now = compileCohort(people, { baseline: then.baseline });
      const { matching, inertia } = rematch(now, stored(matchCohort(then, { objective })));
      const fresh = matchCohort(now, { objective });
      expect(inertia).toEqual({ pairsLost: 0, scoreLost: 0 });
      expect([matching.pairs.length, matching.proof.totalScore]).toEqual([
        fresh.pairs.length,
        fresh.proof.totalScore,
      ]);
      expect(checkProof(now, matching).violations).toEqual([]);
    }
  });

  it('in slices gives the same, reports progress, and stops when told to', async () => {
    const all = compatCohort({ mentees: 80, mentors: 80 });
    const cohort = compileCohort(all);
    const previous = matchCohort(cohort, { objective: 'best-total' });
    const options: RematchOptions = { objective: 'most-pairs', keepBonus: 0.1, closed: ['mentor-3'] };
    let time = 0;
    const clock = () => (time += 100);
    let reports = 0;
    const onProgress = () => {
      reports += 1;
    };
    expect(await rematchAsync(cohort, previous, { ...options, onProgress, clock })).toEqual(
      rematch(cohort, previous, options),
    );
    expect(reports).toBeGreaterThan(0);
    const aborted = rematchAsync(cohort, previous, { ...options, signal: { aborted: true } });
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
    for (const wrong of [null, 3, { clock: 3 }, { keepBonus: -1 }, { kepBonus: 1 }, { history: 7 }])
      await expect(rematchAsync(cohort, previous, wrong as never)).rejects.toSatisfy(isInputError);
  });
});
