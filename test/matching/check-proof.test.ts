import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CompiledCohort,
  checkProof,
  type DualPrice,
  type MatchedPair,
  type Matching,
  matchCohort,
  type ProofViolation,
} from '../../src/index.js';
import { scenarioArbitrary } from './scenarios.js';
import { tableCohort } from './score-table.js';

/** Everything may be overwritten. */
type Mutable<Value> = Value extends string | number | boolean
  ? Value
  : { -readonly [Key in keyof Value]: Mutable<Value[Key]> };
type Optional = 'shortfalls' | 'menteesWantingMore';
type Draft = Pick<Matching, 'schemaVersion'> & {
  -readonly [Part in Exclude<keyof Matching, 'record' | 'schemaVersion' | Optional>]: Mutable<Matching[Part]>;
} & { record: { -readonly [Part in keyof Matching['record']]: Matching['record'][Part] } };

const cohort = tableCohort(
  [
    [0.9, 0.8, null],
    [0.8, 0.2, 0.1],
    [0.4, 0.3, 0.6],
    [0.7, null, null],
  ],
  [1, 2, 1],
);
const options = {
  locked: [{ menteeId: 'c', mentorId: '1' }],
  forbidden: [{ menteeId: 'b', mentorId: '2' }],
};

describe('checkProof', () => {
  it('passes what matchCohort made, by either objective', () => {
    for (const objective of ['most-pairs', 'best-total'] as const) {
      const matching = matchCohort(cohort, { ...options, objective });
      expect(checkProof(cohort, matching)).toEqual({ isProven: true, violations: [] });
    }
  });

  it('knows a minimum missed and a mentor wanted that were invented where nobody asks for such', () => {
    const shortfalls = [{ mentorId: '1', minimum: 2, mentees: 1 }];
    const menteesWantingMore = [{ menteeId: 'a', wanted: 2, mentors: 1 }];
    for (const objective of ['most-pairs', 'best-total', 'fairest', 'stable'] as const) {
      const matching = matchCohort(cohort, { ...options, objective });
      for (const invented of [{ shortfalls }, { menteesWantingMore }])
        expect(checkProof(cohort, { ...matching, ...invented }).violations).toContainEqual({
          code: 'wrongLeftovers',
        });
    }
  });

  it('knows a mentee who is in two pairs', () => {
    expectViolation({ code: 'pairTwice', menteeId: 'a', mentorId: '1' }, ({ pairs }) =>
      pairs.push({ ...pairOf(pairs, 'a') }),
    );
  });

  it('knows a mentor with more mentees than places', () => {
    expectViolation({ code: 'overCapacity', menteeId: 'b', mentorId: '0' }, ({ pairs }) => {
      Object.assign(pairOf(pairs, 'b'), { mentorId: '0', score: 0.8 });
      pairs.reverse().sort((one, other) => Number(one.menteeId === 'b') - Number(other.menteeId === 'b'));
      pairs.unshift({ ...pairOf(pairs, 'b'), menteeId: 'd', score: 0.7 });
    });
  });

  it('knows people who are no part of the cohort', () => {
    expectViolation({ code: 'unknownPerson', menteeId: 'zoe', mentorId: '1' }, ({ pairs }) =>
      Object.assign(pairOf(pairs, 'a'), { menteeId: 'zoe' }),
    );
    expectViolation({ code: 'unknownPerson', menteeId: 'a', mentorId: '__proto__' }, ({ pairs }) =>
      Object.assign(pairOf(pairs, 'a'), { mentorId: '__proto__' }),
    );
  });

  it('knows pairs that a rule or the caller forbids', () => {
    expectViolation({ code: 'pairNotAllowed', menteeId: 'a', mentorId: '2' }, ({ pairs }) =>
      Object.assign(pairOf(pairs, 'a'), { mentorId: '2', score: 0 }),
    );
    expectViolation({ code: 'pairNotAllowed', menteeId: 'b', mentorId: '2' }, ({ pairs }) => {
      const pair = pairs.find(({ menteeId }) => menteeId === 'b') ?? pairOf(pairs, 'a');
      Object.assign(pair, { menteeId: 'b', mentorId: '2', score: 0.1 });
    });
  });

  it('knows a pair below the minimum score', () => {
    const strict = tableCohort([[0.5, 0.2]], [1, 1], 0.3);
    const matching = draftOf(matchCohort(strict));
    Object.assign(matching.pairs[0]!, { mentorId: '1', score: 0.2 });
    expect(codesOf(strict, matching)).toContain('pairNotAllowed');
  });

  it('knows a lock that was not kept', () => {
    expectViolation({ code: 'lockNotKept', menteeId: 'c', mentorId: '1' }, (draft) => {
      draft.pairs = draft.pairs.filter(({ menteeId }) => menteeId !== 'c');
    });
    expectViolation({ code: 'lockNotKept', menteeId: 'c', mentorId: '1' }, ({ pairs }) =>
      Object.assign(pairOf(pairs, 'c'), { mentorId: '2', score: 0.6 }),
    );
  });

  it('knows a lock taken out of the record or out of the pair', () => {
    expectViolation({ code: 'wrongLockMark', menteeId: 'c', mentorId: '1' }, ({ record }) => {
      record.locked = [];
    });
    expectViolation({ code: 'wrongLockMark', menteeId: 'c', mentorId: '1' }, ({ pairs }) =>
      Object.assign(pairOf(pairs, 'c'), { locked: false }),
    );
    expectViolation({ code: 'wrongLockMark', menteeId: 'a' }, ({ pairs }) =>
      Object.assign(pairOf(pairs, 'a'), { locked: true }),
    );
  });

  it('knows a pair whose score or known share is off by a millionth', () => {
    expectViolation({ code: 'wrongScore', menteeId: 'a' }, ({ pairs }) => {
      pairOf(pairs, 'a').score -= 1e-6;
    });
    expectViolation({ code: 'wrongScore', menteeId: 'a' }, ({ pairs }) => {
      pairOf(pairs, 'a').knownShare -= 1e-6;
    });
  });

  it('knows people who are missing, repeated or wrongly listed among the unmatched', () => {
    expectViolation({ code: 'wrongLeftovers' }, (draft) => {
      draft.unmatched.pop();
    });
    expectViolation({ code: 'wrongLeftovers', menteeId: 'a' }, ({ unmatched }) =>
      unmatched.push({ id: 'a', side: 'mentee', reason: { code: 'notOptedIn' } }),
    );
    expectViolation({ code: 'wrongLeftovers' }, ({ unmatched }) => unmatched.push({ ...unmatched[0]! }));
  });

  it('knows mentors with another number of spare places', () => {
    const roomy = tableCohort([[0.5, 0.2]], [3, 1]);
    for (const change of [
      (draft: Draft) => draft.mentorsWithSpace.pop(),
      (draft: Draft) => Object.assign(draft.mentorsWithSpace[0]!, { spare: 7 }),
      (draft: Draft) => draft.mentorsWithSpace.push({ mentorId: '9', spare: 1 }),
    ]) {
      const draft = draftOf(matchCohort(roomy));
      change(draft);
      expect(codesOf(roomy, draft)).toEqual(['wrongLeftovers']);
    }
  });

  it('knows prices that are missing, repeated, of nobody, not whole, negative or too large to add up', () => {
    const wrong: ((prices: Mutable<DualPrice>[]) => void)[] = [
      (prices) => prices.pop(),
      (prices) => prices.push({ ...prices[0]! }),
      (prices) => Object.assign(prices[0]!, { id: 'nobody' }),
      (prices) => Object.assign(prices[0]!, { id: prices[1]!.id }),
      (prices) => Object.assign(priceFree(prices), { pairs: -1, score: 0 }),
      (prices) => Object.assign(priceFree(prices), { pairs: 0, score: -1e-6 }),
      (prices) => Object.assign(prices[0]!, { score: 1e300 }),
      (prices) => Object.assign(prices[0]!, { pairs: 2 ** 53 - 1 }),
    ];
    for (const side of ['menteePrices', 'mentorPrices'] as const) {
      for (const change of wrong) {
        expectViolation({ code: 'wrongPrices' }, ({ proof }) => change(proof[side]));
      }
    }
  });

  it('knows a proof that adds up but whose prices do not reach what one pair is worth', () => {
    // Nobody is locked and everything else is in order: no pairs, prices of nothing, totals of nothing.
    const plain = tableCohort([[0.9, null]]);
    for (const objective of ['most-pairs', 'best-total'] as const) {
      const lazy = draftOf(matchCohort(plain, { objective, solver: () => [-1] }));
      for (const price of [...lazy.proof.menteePrices, ...lazy.proof.mentorPrices]) {
        Object.assign(price, { pairs: 0, score: 0 });
      }
      Object.assign(lazy.proof, { pairsUpperBound: 0, pairsGap: 0, upperBound: 0, gap: 0 });
      const short = { code: 'pairAbovePrices', menteeId: 'a', mentorId: '0' };
      expect(checkProof(plain, lazy)).toEqual({ isProven: false, violations: [short] });
      // A millionth, or the pair itself, too little is too little.
      const price = lazy.proof.menteePrices[0]!;
      Object.assign(price, { pairs: 1, score: 0.899999 });
      expect(checkProof(plain, lazy).violations).toContainEqual(short);
      Object.assign(price, { pairs: 0, score: 0.9 });
      expect(checkProof(plain, lazy).violations).toContainEqual(short);
      Object.assign(price, { pairs: 1, score: 0.9 });
      expect(codesOf(plain, lazy)).toEqual(['wrongTotals', 'gap']);
    }
  });

  it('knows a locked pair whose prices are above what it is worth', () => {
    expectViolation({ code: 'pairAbovePrices', menteeId: 'c', mentorId: '1' }, ({ proof }) => {
      const price = proof.menteePrices.find(({ id }) => id === 'c')!;
      price.pairs += 1;
    });
  });

  it('knows each stated total that is not that of the pairs and prices', () => {
    for (const name of ['pairs', 'pairsUpperBound', 'pairsGap', 'totalScore', 'upperBound', 'gap'] as const) {
      expectViolation({ code: 'wrongTotals' }, ({ proof }) => {
        proof[name] += 1;
      });
    }
  });

  it('knows a worse matching by its gap, whatever its totals say', () => {
    const plain = tableCohort([
      [0.9, 0.8],
      [0.8, 0.2],
    ]);
    const swapped = draftOf(matchCohort(plain));
    expect(swapped.proof.totalScore).toBe(1.6);
    Object.assign(pairOf(swapped.pairs, 'a'), { mentorId: '0', score: 0.9 });
    Object.assign(pairOf(swapped.pairs, 'b'), { mentorId: '1', score: 0.2 });
    expect(codesOf(plain, swapped)).toEqual(['wrongTotals', 'gap']);
    Object.assign(swapped.proof, { totalScore: 1.1, gap: 0.5 });
    expect(codesOf(plain, swapped)).toEqual(['gap']);
  });

  it('knows pairs that a solver of the caller made below the best', () => {
    const plain = tableCohort([
      [0.9, 0.8],
      [0.8, 0.2],
    ]);
    const lazy = matchCohort(plain, { solver: ({ cost }) => new Array(cost.rows).fill(-1) });
    expect(checkProof(plain, lazy)).toEqual({ isProven: false, violations: [{ code: 'gap' }] });
    expect(lazy.proof).toMatchObject({ pairs: 0, pairsUpperBound: 2, pairsGap: 2, gap: 1.6 });
  });

  it('fails when any pair is dropped, moved or rescored, or any price is changed', () => {
    const delta = fc.constantFrom(-1, -0.5, -1e-6, 1e-6, 0.5, 1);
    fc.assert(
      fc.property(scenarioArbitrary(), fc.nat(), fc.nat(), delta, (scenario, kind, at, change) => {
        const matching = draftOf(matchCohort(scenario.cohort, scenario.options));
        const { pairs, proof } = matching;
        const prices = [...proof.menteePrices, ...proof.mentorPrices];
        const pair = pairs[at % Math.max(1, pairs.length)];
        const price = prices[at % Math.max(1, prices.length)];
        if (kind % 4 === 0 && pair !== undefined) pairs.splice(pairs.indexOf(pair), 1);
        else if (kind % 4 === 1 && pair !== undefined) {
          const others = scenario.cohort.mentorIds.filter((id) => id !== pair.mentorId);
          fc.pre(others.length > 0);
          // Spare places move with the pair, so this shows in the leftovers at least.
          pair.mentorId = others[at % others.length]!;
        } else if (kind % 4 === 2 && pair !== undefined) {
          pair.score = Math.min(1, Math.max(0, pair.score + change));
          fc.pre(
            pair.score !== matchCohort(scenario.cohort, scenario.options).pairs[pairs.indexOf(pair)]!.score,
          );
        } else if (price !== undefined) {
          // The price of a mentor without places adds nothing: raising it changes nothing that is proven.
          const mentor = scenario.cohort.mentorIndex(price.id);
          fc.pre(!(proof.mentorPrices.includes(price) && scenario.cohort.capacities[mentor] === 0));
          price.score += change;
        } else fc.pre(false);
        expect(checkProof(scenario.cohort, matching).isProven).toBe(false);
      }),
      { numRuns: 250 },
    );
  });
});

function draftOf(matching: Matching): Draft {
  return structuredClone(matching) as Draft;
}

function codesOf(of: CompiledCohort, draft: Draft): string[] {
  const { isProven, violations } = checkProof(of, draft);
  expect(isProven).toBe(violations.length === 0);
  return violations.map(({ code }) => code);
}

/** Applies a change to a proven matching and expects the violation among those found, with both objectives. */
function expectViolation(violation: Partial<ProofViolation>, change: (draft: Draft) => void): void {
  for (const objective of ['most-pairs', 'best-total'] as const) {
    const draft = draftOf(matchCohort(cohort, { ...options, objective }));
    change(draft);
    const { isProven, violations } = checkProof(cohort, draft);
    expect(isProven).toBe(false);
    expect(violations).toContainEqual(expect.objectContaining(violation));
  }
}

function pairOf(pairs: Mutable<MatchedPair>[], id: string) {
  return pairs.find(({ menteeId }) => menteeId === id)!;
}

/** A price of somebody who is not locked. */
function priceFree(prices: Mutable<DualPrice>[]): Mutable<DualPrice> {
  return prices.find(({ id }) => id !== 'c')!;
}
