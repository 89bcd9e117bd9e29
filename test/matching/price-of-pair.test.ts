import { describe, expect, it } from 'vitest';
import {
  isInputError,
  type Matching,
  matchCohort,
  type PairPrice,
  priceOfPair,
  rankMentees,
  rankMentors,
} from '../../src/index.js';
import { allPairs, cohortOf, objectives, programme, stored, totalsOf, totalsWith } from './programmes.js';

/** Makes the moves and says what the pairs then are. */
function afterMoves(matching: Matching, price: Extract<PairPrice, { status: 'possible' }>) {
  const mentorOf = new Map(matching.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
  for (const { menteeId, from, to } of price.moves) {
    expect(mentorOf.get(menteeId) ?? null).toBe(from);
    if (to === null) mentorOf.delete(menteeId);
    else mentorOf.set(menteeId, to);
  }
  return mentorOf;
}

describe('priceOfPair', () => {
  it('counts what the others lose: forcing the best pair can cost a pair', () => {
    // A–X 1.0, A–Y 0.1, B–X 0.1, B–Y forbidden: the two pairs are A–Y and B–X.
    const cohort = cohortOf(
      [
        [1, 0.1],
        [0.1, null],
      ],
      [1, 1],
    );
    const matching = matchCohort(cohort);
    expect(priceOfPair(cohort, matching, 'e0', 'o0')).toEqual({
      status: 'possible',
      pairsLost: 1,
      scoreLost: -0.8,
      moves: [
        { menteeId: 'e0', from: 'o1', to: 'o0' },
        { menteeId: 'e1', from: 'o0', to: null },
      ],
    });
    expect(priceOfPair(cohort, matching, 'e0', 'o1')).toEqual({
      status: 'possible',
      pairsLost: 0,
      scoreLost: 0,
      moves: [],
    });
    expect(priceOfPair(cohort, matching, 'e1', 'o1')).toEqual({
      status: 'ineligible',
      rules: [{ rule: 'custom', index: 0 }],
    });
  });

  it('under best-total the same pair costs the others nothing, and the second pair costs score', () => {
    const cohort = cohortOf(
      [
        [1, 0.1],
        [0.1, null],
      ],
      [1, 1],
    );
    const matching = matchCohort(cohort, { objective: 'best-total' });
    expect(matching.pairs.map(({ menteeId, mentorId }) => menteeId + mentorId)).toEqual(['e0o0']);
    expect(priceOfPair(cohort, matching, 'e1', 'o0')).toEqual({
      status: 'possible',
      pairsLost: -1,
      scoreLost: 0.8,
      moves: [
        { menteeId: 'e1', from: null, to: 'o0' },
        { menteeId: 'e0', from: 'o0', to: 'o1' },
      ],
    });
  });

  it.each(objectives)(
    'is what matching again with the pair locked loses, for every pair (%s)',
    (objective) => {
      let possible = 0;
      let dear = 0;
      for (let seed = 0; seed < 250; seed++) {
        const each = programme(seed, objective);
        const { cohort, options, name } = each;
        const matching = stored(matchCohort(cohort, options));
        const best = totalsOf(matching);
        for (const [mentee, mentor] of allPairs(cohort)) {
          const pair = { menteeId: cohort.menteeIds[mentee]!, mentorId: cohort.mentorIds[mentor]! };
          const at = `${name}, ${pair.menteeId}–${pair.mentorId}`;
          const price = priceOfPair(cohort, matching, pair.menteeId, pair.mentorId);
          const forced = totalsWith(each, pair);
          expect(price.status, at).toBe(forced === null ? 'ineligible' : 'possible');
          if (price.status !== 'possible' || forced === null) continue;
          possible += 1;
          expect(price.pairsLost, at).toBe(best.pairs - forced.pairs);
          expect(Math.round(price.scoreLost * 1e6), at).toBe(best.score - forced.score);
          if (price.scoreLost !== 0) dear += 1;

          const mentorOf = afterMoves(matching, price);
          expect(mentorOf.get(pair.menteeId), at).toBe(pair.mentorId);
          const score = [...mentorOf].reduce(
            (sum, [menteeId, mentorId]) =>
              sum + cohort.score(cohort.menteeIndex(menteeId), cohort.mentorIndex(mentorId)),
            0,
          );
          expect({ pairs: mentorOf.size, score }, at).toEqual(forced);
          for (const id of cohort.mentorIds) {
            const held = [...mentorOf.values()].filter((mentorId) => mentorId === id).length;
            expect(held, at).toBeLessThanOrEqual(cohort.capacities[cohort.mentorIndex(id)]!);
          }
          for (const { menteeId, mentorId } of options.locked ?? [])
            expect(mentorOf.get(menteeId), at).toBe(mentorId);
        }
      }
      expect(possible).toBeGreaterThan(800);
      expect(dear).toBeGreaterThan(100);
    },
  );

  it.each(objectives)('is the price that the ranked lists of both sides show (%s)', (objective) => {
    for (let seed = 0; seed < 60; seed++) {
      const { cohort, options, name } = programme(seed, objective);
      const matching = matchCohort(cohort, options);
      const priceAlone = (menteeId: string, mentorId: string) => {
        const price = priceOfPair(cohort, matching, menteeId, mentorId);
        if (price.status !== 'possible') return price;
        const { moves: _, ...alone } = price;
        return alone;
      };
      for (const menteeId of cohort.menteeIds)
        for (const { mentorId, price } of rankMentors(cohort, menteeId, { matching }))
          expect(price, `${name}, ${menteeId}`).toEqual(priceAlone(menteeId, mentorId));
      for (const mentorId of cohort.mentorIds)
        for (const { menteeId, price } of rankMentees(cohort, mentorId, { matching }))
          expect(price, `${name}, ${mentorId}`).toEqual(priceAlone(menteeId, mentorId));
    }
  });

  it('names what the caller said against a pair', () => {
    const cohort = cohortOf(
      [
        [0.5, 0.5],
        [0.5, 0.1],
      ],
      [1, 2],
      0.25,
    );
    const locked = [{ menteeId: 'e0', mentorId: 'o0' }];
    const matching = matchCohort(cohort, { locked, forbidden: [{ menteeId: 'e1', mentorId: 'o0' }] });
    const rulesOf = (menteeId: string, mentorId: string) => {
      const price = priceOfPair(cohort, matching, menteeId, mentorId);
      return price.status === 'ineligible' ? price.rules.map(({ rule }) => rule) : price.status;
    };
    expect(rulesOf('e0', 'o0')).toBe('possible');
    expect(rulesOf('e0', 'o1')).toEqual(['locked']);
    expect(rulesOf('e1', 'o0')).toEqual(['forbidden', 'noPlace']);
    expect(rulesOf('e1', 'o1')).toEqual(['minimumScore']);
  });

  it('has no price where a solver of the caller did not find the best', () => {
    const cohort = cohortOf(
      [
        [0.5, 0.9],
        [0.5, 0.5],
      ],
      [1, 1],
    );
    const poor = matchCohort(cohort, { solver: ({ cost }) => Array.from({ length: cost.rows }, () => -1) });
    expect(priceOfPair(cohort, poor, 'e0', 'o0')).toEqual({ status: 'notPriced' });
    expect(rankMentors(cohort, 'e0', { matching: poor })[0]!.price).toEqual({ status: 'notPriced' });
  });

  it('refuses a matching whose prices were changed, even after it was priced before', () => {
    const cohort = cohortOf([[0.5, 0.9]], [1, 1]);
    const matching = JSON.parse(JSON.stringify(matchCohort(cohort)));
    expect(priceOfPair(cohort, matching, 'e0', 'o0').status).toBe('possible');
    matching.proof.menteePrices[0].score = 0.1;
    try {
      priceOfPair(cohort, matching, 'e0', 'o0');
      expect.unreachable();
    } catch (error) {
      expect(isInputError(error)).toBe(true);
      expect(String(error)).toContain('priceOfPair: matching.proof');
    }
  });

  it('names both ids where neither is known', () => {
    const cohort = cohortOf([[0.5]], [1]);
    expect(() => priceOfPair(cohort, matchCohort(cohort), 'x', 'y')).toThrow(/menteeId[\s\S]*mentorId/);
  });
});
