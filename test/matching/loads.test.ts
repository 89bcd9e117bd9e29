import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairsToCsv, unmatchedToCsv } from '../../src/csv/index.js';
import {
  alternativeMatchings,
  type CompiledCohort,
  checkProof,
  compareMatchings,
  compileCohort,
  explainUnmatched,
  findSupplyGaps,
  forecastSupply,
  type Matching,
  type MatchOptions,
  matchCohort,
  type Objective,
  type PairOfIds,
  parseMatching,
  priceOfPair,
  rankMentors,
  rematch,
  replayMatching,
  describe as say,
  texts,
} from '../../src/index.js';
import { type ScoreTable, tableInput } from './score-table.js';

interface Programme {
  readonly cohort: CompiledCohort;
  readonly options: MatchOptions & { readonly objective: Objective; readonly balance: readonly number[] };
}

interface People {
  readonly capacities: readonly number[];
  readonly minimums?: readonly number[];
  readonly wanted?: readonly number[];
}

function cohortOf(table: ScoreTable, { capacities, minimums, wanted }: People, reversed = false) {
  const { input, options } = tableInput(table, capacities);
  const mentees = input.mentees.map((mentee, at) => ({ ...mentee, mentorsWanted: wanted?.[at] ?? null }));
  const mentors = input.mentors.map((mentor, at) => ({ ...mentor, minimumMentees: minimums?.[at] ?? null }));
  if (reversed) for (const side of [mentees, mentors]) side.reverse();
  return compileCohort({ mentees, mentors }, options);
}

/** Few distinct scores, shortages, forbidden pairs, minimums, several mentors, penalties, locks. */
const parts = fc
  .record({
    mentees: fc.nat(4),
    mentors: fc.nat(3),
    entries: fc.array(fc.constantFrom(null, 0, 0, 0.1, 0.25, 0.3, 0.5, 0.9, 1), {
      minLength: 12,
      maxLength: 12,
    }),
    capacities: fc.array(fc.constantFrom(0, 1, 1, 2, 3), { minLength: 3, maxLength: 3 }),
    minimums: fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
    wanted: fc.array(fc.constantFrom(1, 1, 2, 3), { minLength: 4, maxLength: 4 }),
    balance: fc.array(fc.constantFrom(0, 0.05, 0.2, 0.300001), { maxLength: 2 }),
    objective: fc.constantFrom<Objective>('most-pairs', 'best-total'),
    use: fc.record({ minimums: fc.boolean(), wanted: fc.boolean() }),
    locks: fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { maxLength: 2 }),
    forbidden: fc.array(fc.tuple(fc.nat(3), fc.nat(2)), { maxLength: 1 }),
  })
  .map(({ mentees, mentors, entries, capacities, minimums, wanted, balance, use, ...rest }) => {
    const table = Array.from({ length: mentees }, (_, row) => entries.slice(row * 3, row * 3 + mentors));
    const people: People = {
      capacities: capacities.slice(0, mentors),
      ...(use.minimums
        ? { minimums: minimums.slice(0, mentors).map((most, at) => Math.min(most, capacities[at]!)) }
        : {}),
      ...(use.wanted ? { wanted: wanted.slice(0, mentees) } : {}),
    };
    return { ...rest, table, people, balance: [...balance].sort((one, other) => one - other) };
  });

const programmes: fc.Arbitrary<Programme> = parts.map(({ table, people, balance, objective, ...picks }) => {
  const cohort = cohortOf(table, people);
  const idsOf = ([mentee, mentor]: readonly [number, number]): PairOfIds[] =>
    cohort.menteeIds[mentee] !== undefined && cohort.mentorIds[mentor] !== undefined
      ? [{ menteeId: cohort.menteeIds[mentee], mentorId: cohort.mentorIds[mentor] }]
      : [];
  const forbidden = picks.forbidden.flatMap(idsOf);
  const taken = new Map<string, number>();
  const take = (id: string, most: number) => {
    taken.set(id, (taken.get(id) ?? 0) + 1);
    return taken.get(id)! <= most;
  };
  const keys = new Set(forbidden.map(({ menteeId, mentorId }) => menteeId + mentorId));
  const locked = picks.locks.flatMap(idsOf).filter(({ menteeId, mentorId }) => {
    const mentee = cohort.menteeIndex(menteeId);
    const mentor = cohort.mentorIndex(mentorId);
    if (keys.has(menteeId + mentorId) || !cohort.isEligible(mentee, mentor)) return false;
    keys.add(menteeId + mentorId);
    const isFree = take(`mentee ${menteeId}`, cohort.people.mentees[mentee]!.mentorsWanted ?? 1);
    return take(`mentor ${mentorId}`, cohort.capacities[mentor]!) && isFree;
  });
  return { cohort, options: { objective, balance, locked, forbidden } };
});

interface Tuple {
  readonly mentees: number;
  readonly pairs: number;
  readonly shortfall: number;
  /** In millionths. */
  readonly value: number;
}

const compare = (objective: Objective, one: Tuple, other: Tuple) => {
  const counts = one.mentees - other.mentees || one.pairs - other.pairs || other.shortfall - one.shortfall;
  const value = one.value - other.value;
  return objective === 'most-pairs' ? counts || value : value || counts;
};

/** The tuple of pairs by index, from the definitions. */
function tupleOf({ cohort, options }: Programme, pairs: readonly (readonly [number, number])[]): Tuple {
  let value = 0;
  let shortfall = 0;
  for (const [mentee, mentor] of pairs) value += cohort.score(mentee, mentor);
  cohort.people.mentors.forEach(({ minimumMentees = 0 }, mentor) => {
    const load = pairs.filter((pair) => pair[1] === mentor).length;
    shortfall += Math.max(0, minimumMentees - load);
    for (let place = 2; place <= load; place++) {
      value -= Math.round((options.balance[place - 2] ?? options.balance.at(-1) ?? 0) * 1e6);
    }
  });
  return { mentees: new Set(pairs.map(([mentee]) => mentee)).size, pairs: pairs.length, shortfall, value };
}

/** By trying every set of mentors for every mentee. */
function bestByTrying(programme: Programme): Tuple {
  const { cohort, options } = programme;
  const left = cohort.capacities.slice();
  const isIn = (list: readonly PairOfIds[] | undefined, mentee: number, mentor: number) =>
    list?.some(
      (pair) => pair.menteeId === cohort.menteeIds[mentee] && pair.mentorId === cohort.mentorIds[mentor],
    ) ?? false;
  let best: Tuple | undefined;
  const visit = (mentee: number, pairs: readonly (readonly [number, number])[]): void => {
    if (mentee === cohort.menteeIds.length) {
      const found = tupleOf(programme, pairs);
      if (best === undefined || compare(options.objective, found, best) > 0) best = found;
      return;
    }
    for (let set = 0; set < 1 << cohort.mentorIds.length; set++) {
      const chosen = [...cohort.mentorIds.keys()].filter((mentor) => (set >> mentor) & 1);
      const isAllowed =
        chosen.length <= (cohort.people.mentees[mentee]!.mentorsWanted ?? 1) &&
        chosen.every((mentor) => left[mentor]! > 0 && cohort.isEligible(mentee, mentor)) &&
        chosen.every((mentor) => !isIn(options.forbidden, mentee, mentor)) &&
        [...cohort.mentorIds.keys()].every(
          (mentor) => chosen.includes(mentor) || !isIn(options.locked, mentee, mentor),
        );
      if (!isAllowed) continue;
      for (const mentor of chosen) left[mentor]! -= 1;
      visit(mentee + 1, [...pairs, ...chosen.map((mentor) => [mentee, mentor] as const)]);
      for (const mentor of chosen) left[mentor]! += 1;
    }
  };
  visit(0, []);
  return best!;
}

const pairsByIndex = (cohort: CompiledCohort, { pairs }: Matching) =>
  pairs.map(
    ({ menteeId, mentorId }) => [cohort.menteeIndex(menteeId), cohort.mentorIndex(mentorId)] as const,
  );
const names = ({ pairs }: Matching) => pairs.map(({ menteeId, mentorId }) => menteeId + mentorId).sort();

describe('matchCohort with minimums, balance and several mentors', () => {
  it('is best of all matchings, with a proof that holds without the solver', () => {
    fc.assert(
      fc.property(programmes, (programme) => {
        const { cohort, options } = programme;
        const matching = matchCohort(cohort, options);
        expect(tupleOf(programme, pairsByIndex(cohort, matching))).toEqual(bestByTrying(programme));
        expect(checkProof(cohort, matching)).toEqual({ isProven: true, violations: [] });
        expect(matching.proof).toMatchObject({ gap: 0, pairsGap: 0 });
        expect(parseMatching(JSON.stringify(matching))).toEqual(matching);
        expect(replayMatching(cohort, matching)).toMatchObject({ identical: true, differences: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('gives every mentee one mentor before any a second, and never the same mentor twice', () => {
    const cohort = cohortOf(
      [
        [0.9, 0.9],
        [0.1, 0.1],
      ],
      { capacities: [1, 1], wanted: [2, 1] },
    );
    expect(
      matchCohort(cohort)
        .pairs.map(({ menteeId }) => menteeId)
        .sort(),
    ).toEqual(['a', 'b']);
    const roomy = cohortOf(
      [
        [0.9, 0.2],
        [0.1, 0.1],
      ],
      { capacities: [9, 1], wanted: [3, 1] },
    );
    const matching = matchCohort(roomy);
    expect(names(matching)).toEqual(['a0', 'a1', 'b0']);
    expect(matching.menteesWantingMore).toEqual([{ menteeId: 'a', wanted: 3, mentors: 2 }]);
    expect(matching).not.toHaveProperty('shortfalls');
    expect(matching.proof).toMatchObject({ kind: 'loads', pairs: 3, loads: { mentees: 2 } });
  });

  it('meets minimums at the price of score, not of pairs, and names those it cannot meet', () => {
    const table = [
      [0.9, 0.1],
      [0.8, 0.1],
    ];
    const plain = cohortOf(table, { capacities: [2, 2] });
    expect(names(matchCohort(plain))).toEqual(['a0', 'b0']);
    expect(matchCohort(plain).shortfalls).toBeUndefined();
    const one = matchCohort(cohortOf(table, { capacities: [2, 2], minimums: [0, 1] }));
    expect(names(one)).toEqual(['a0', 'b1']);
    expect(one.shortfalls).toEqual([]);
    expect(one).not.toHaveProperty('menteesWantingMore');
    const two = matchCohort(cohortOf(table, { capacities: [2, 2], minimums: [1, 2] }));
    expect(names(two)).toEqual(['a0', 'b1']);
    expect(two.shortfalls).toEqual([{ mentorId: '1', minimum: 2, mentees: 1 }]);
    // Under best-total the total comes first; what is missed is named all the same.
    const total = matchCohort(cohortOf(table, { capacities: [2, 2], minimums: [0, 1] }), {
      objective: 'best-total',
    });
    expect(names(total)).toEqual(['a0', 'b0']);
    expect(total.shortfalls).toEqual([{ mentorId: '1', minimum: 1, mentees: 0 }]);
  });

  it('balances loads as far as the penalties say', () => {
    const cohort = cohortOf(
      [
        [0.9, 0.5],
        [0.9, 0.5],
        [0.9, 0.5],
      ],
      { capacities: [3, 3] },
    );
    const loads = (balance: number[]) => {
      const { pairs } = matchCohort(cohort, { balance });
      return ['0', '1'].map((id) => pairs.filter(({ mentorId }) => mentorId === id).length);
    };
    expect(loads([])).toEqual([3, 0]);
    // Penalties of nothing are none, and leave every other question open.
    expect(matchCohort(cohort, { balance: [0, 0] }).proof).toEqual(matchCohort(cohort).proof);
    expect(matchCohort(cohort, { balance: [0, 0.1] }).proof.kind).toBe('loads');
    expect(loads([0.3])).toEqual([3, 0]);
    expect(loads([0.3, 0.5])).toEqual([2, 1]);
    const { proof, record } = matchCohort(cohort, { balance: [0.3, 0.5] });
    expect(proof).toMatchObject({ totalScore: 2.3, upperBound: 2, gap: 0, loads: { penalty: 0.3 } });
    expect(record.balance).toEqual([0.3, 0.5]);
  });

  it('leaves a mentee out under best-total where a penalty is above the score, and says the exact price', () => {
    const cohort = cohortOf([[0.9], [0.2]], { capacities: [2] });
    const matching = matchCohort(cohort, { objective: 'best-total', balance: [0.5] });
    expect(names(matching)).toEqual(['a0']);
    expect(matching.unmatched).toEqual([
      { id: 'b', side: 'mentee', reason: { code: 'totalPreferred', pairsGained: 1, scoreLost: 0.3 } },
    ]);
    expect(names(matchCohort(cohort, { balance: [0.5] }))).toEqual(['a0', 'b0']);
  });

  it('gives the price of including a mentee that solving again with the mentee forced in shows', () => {
    const numRuns = 600;
    let seen = 0;
    fc.assert(
      fc.property(programmes, (programme) => {
        const { cohort, options } = programme;
        const matching = matchCohort(cohort, options);
        const before = tupleOf(programme, pairsByIndex(cohort, matching));
        for (const { id, reason } of matching.unmatched) {
          if (reason.code !== 'totalPreferred') continue;
          seen += 1;
          // Whoever the mentor is: the best of locking each.
          const forced = cohort.mentorIds.flatMap((mentorId) => {
            try {
              const locked = [...(options.locked ?? []), { menteeId: id, mentorId }];
              const again = matchCohort(cohort, { ...options, locked });
              return [tupleOf(programme, pairsByIndex(cohort, again))];
            } catch {
              return [];
            }
          });
          const best = forced.sort((one, other) => compare(options.objective, other, one))[0]!;
          expect({ pairs: reason.pairsGained, score: reason.scoreLost }).toEqual({
            pairs: best.pairs - before.pairs,
            score: (before.value - best.value) / 1e6,
          });
        }
      }),
      { numRuns, seed: 5 },
    );
    expect(seen).toBeGreaterThan(numRuns / 60);
  });

  it('keeps several locks of one mentee and fills up beside them', () => {
    const cohort = cohortOf(
      [
        [0.1, 0.1, 0.9],
        [0.9, 0.9, 0.9],
      ],
      { capacities: [1, 1, 1], wanted: [3, 1] },
    );
    const locked = [
      { menteeId: 'a', mentorId: '0' },
      { menteeId: 'a', mentorId: '1' },
    ];
    const matching = matchCohort(cohort, { locked });
    expect(names(matching)).toEqual(['a0', 'a1', 'b2']);
    expect(matching.pairs.filter((pair) => pair.locked)).toHaveLength(2);
    expect(checkProof(cohort, matching).isProven).toBe(true);
    const wrong = (locks: PairOfIds[]) => () => matchCohort(cohort, { locked: locks });
    expect(wrong([...locked, locked[0]!])).toThrow(
      'locked[2] is {"menteeId":"a","mentorId":"0"}; expected each lock once',
    );
    expect(
      wrong([
        { menteeId: 'b', mentorId: '0' },
        { menteeId: 'b', mentorId: '1' },
      ]),
    ).toThrow('one lock a mentee');
    const two = cohortOf([[0.1, 0.1, 0.9]], { capacities: [1, 1, 1], wanted: [2] });
    const three = ['0', '1', '2'].map((mentorId) => ({ menteeId: 'a', mentorId }));
    expect(() => matchCohort(two, { locked: three })).toThrow('at most 2 locks on this mentee');
  });

  it('counts a mentee locked to several mentors once in a bottleneck, and so their places, whatever the order of locks', () => {
    const wanted = [2, 1, 1];
    const table = [
      [0.5, 0.5],
      [0.5, null],
      [0.5, null],
    ];
    const locks = ['0', '1'].map((mentorId) => ({ menteeId: 'a', mentorId }));
    const bottleneckOf = (cohort: CompiledCohort, locked: PairOfIds[]) => {
      const { bottlenecks } = matchCohort(cohort, { locked });
      return bottlenecks.map(({ menteeIds, ...rest }) => ({ ...rest, menteeIds: [...menteeIds].sort() }));
    };
    const one = cohortOf(table, { capacities: [2, 1], wanted });
    const right = [{ menteeIds: ['a', 'b', 'c'], mentorIds: ['0'], places: 2 }];
    expect(bottleneckOf(one, locks)).toEqual(right);
    expect(matchCohort(one, { locked: locks })).toEqual(matchCohort(one, { locked: [...locks].reverse() }));
    // Both mentors are wanted by all: three places, of which a holds two.
    const both = cohortOf(
      table.map(() => [0.5, 0.5]),
      { capacities: [2, 1], wanted },
    );
    expect(bottleneckOf(both, locks)).toEqual([
      { menteeIds: ['a', 'b', 'c'], mentorIds: expect.arrayContaining(['0', '1']), places: 2 },
    ]);
  });

  it('gives the same JSON whatever the order of people', () => {
    fc.assert(
      fc.property(parts, ({ table, people, balance, objective }) => {
        const one = matchCohort(cohortOf(table, people), { balance, objective });
        const other = matchCohort(cohortOf(table, people, true), { balance, objective });
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      }),
      { numRuns: 60 },
    );
  });

  it('is never worse when a capacity is raised', () => {
    fc.assert(
      fc.property(parts, fc.nat(2), ({ table, people, balance, objective }, at) => {
        fc.pre(people.capacities.length > 0);
        const capacities = people.capacities.map((most, index) =>
          index === at % people.capacities.length ? most + 1 : most,
        );
        const reach = (of: People) => {
          const programme = { cohort: cohortOf(table, of), options: { objective, balance } };
          return tupleOf(
            programme,
            pairsByIndex(programme.cohort, matchCohort(programme.cohort, programme.options)),
          );
        };
        expect(compare(objective, reach({ ...people, capacities }), reach(people))).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 150 },
    );
  });

  it('gives a reason to everybody who is left out, and a bottleneck that is one', () => {
    fc.assert(
      fc.property(programmes, ({ cohort, options }) => {
        const matching = matchCohort(cohort, options);
        for (const { id, side, reason } of matching.unmatched) {
          expect(reason.code).not.toBe('leftOutBySolver');
          const explained = explainUnmatched(cohort, matching, id, side);
          expect(explained.cheapestWayIn === null || matching.proof.kind === 'duals').toBe(true);
          if (reason.code !== 'notEnoughPlaces') continue;
          const { menteeIds, places } = matching.bottlenecks[reason.bottleneck]!;
          expect(menteeIds).toContain(id);
          expect(menteeIds.length).toBeGreaterThan(places);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('checkProof of loads', () => {
  const cohort = cohortOf(
    [
      [0.9, 0.8, null],
      [0.8, 0.2, 0.1],
      [0.4, 0.3, 0.6],
    ],
    { capacities: [2, 2, 1], minimums: [0, 2, 1], wanted: [2, 1, 1] },
  );
  const options: MatchOptions = { balance: [0.15], locked: [{ menteeId: 'a', mentorId: '1' }] };
  const codes = (
    change: (draft: ReturnType<typeof draftOf>) => void,
    objective: Objective = 'most-pairs',
  ) => {
    const draft = draftOf(matchCohort(cohort, { ...options, objective }));
    change(draft);
    return checkProof(cohort, draft as unknown as Matching).violations.map(({ code }) => code);
  };
  // biome-ignore lint/suspicious/noExplicitAny: anything may be overwritten.
  const draftOf = (matching: Matching): any => structuredClone(matching);

  it('passes what was made and knows every change of pairs, lists and totals', () => {
    for (const objective of ['most-pairs', 'best-total'] as const) {
      expect(codes(() => {}, objective)).toEqual([]);
      expect(codes((draft) => draft.pairs.pop(), objective)).toContain('gap');
      expect(codes((draft) => draft.pairs.push({ ...draft.pairs[0] }), objective)).toContain('pairTwice');
      expect(
        codes((draft) => draft.shortfalls.push({ mentorId: '2', minimum: 1, mentees: 0 }), objective),
      ).toEqual(['wrongLeftovers']);
      expect(
        codes((draft) => draft.menteesWantingMore.push({ menteeId: 'a', wanted: 2, mentors: 1 }), objective),
      ).toEqual(['wrongLeftovers']);
      for (const part of ['mentees', 'menteesUpperBound', 'shortfall', 'shortfallLowerBound', 'penalty'])
        expect(
          codes((draft) => {
            draft.proof.loads[part] += 1;
          }, objective),
        ).toEqual(['wrongTotals']);
      for (const part of ['pairs', 'pairsUpperBound', 'pairsGap', 'totalScore', 'upperBound', 'gap'])
        expect(
          codes((draft) => {
            draft.proof[part] += 1;
          }, objective),
        ).toEqual(['wrongTotals']);
      expect(
        codes((draft) => {
          draft.proof.kind = 'duals';
        }, objective),
      ).toEqual(['wrongPrices']);
      expect(
        codes((draft) => {
          draft.proof.menteePrices.pop();
        }, objective),
      ).toEqual(['wrongPrices']);
      expect(
        codes((draft) => {
          draft.proof.menteePrices[0].minimums = 2 ** 52;
        }, objective),
      ).toEqual(['wrongPrices']);
      expect(
        codes((draft) => {
          draft.record.balance = [0.2];
        }, objective),
      ).toContain('wrongTotals');
    }
  });

  it('knows prices that are not one for everybody, and pairs of people who are not there', () => {
    for (const side of ['menteePrices', 'mentorPrices']) {
      // biome-ignore lint/suspicious/noExplicitAny: anything may be overwritten.
      const priced = (change: (prices: any[]) => void) => codes((draft) => change(draft.proof[side]));
      expect(priced((prices) => prices.push({ ...prices[0] }))).toEqual(['wrongPrices']);
      expect(priced((prices) => prices.push({ ...prices[0], id: 'nobody' }))).toEqual(['wrongPrices']);
      expect(priced((prices) => prices.pop())).toEqual(['wrongPrices']);
      for (const part of [{ id: 'nobody' }, { pairs: 2 ** 52 }, { mentees: 2 ** 52 }, { score: 1e300 }])
        expect(priced((prices) => Object.assign(prices[0], part))).toEqual(['wrongPrices']);
      for (const id of ['a', 'b', 'c', '0', '1', '2'])
        expect(
          priced((prices) => {
            const at = prices.findIndex((price) => price.id === id);
            if (at >= 0) prices[at] = { ...prices[(at + 1) % prices.length] };
            else prices.pop();
          }),
        ).toEqual(['wrongPrices']);
    }
    for (const part of [{ menteeId: 'nobody' }, { mentorId: 'nobody' }]) {
      const found = codes((draft) => Object.assign(draft.pairs[0], part));
      expect(found).toContain('unknownPerson');
      expect(found.slice(-2)).toEqual(['wrongTotals', 'gap']);
    }
  });

  it('knows a mentee in more pairs than wanted, and a pair made twice', () => {
    const wide = cohortOf([[0.5, 0.4, 0.3], [0.3, 0.2, 0.1]], { capacities: [3, 3, 3], wanted: [1, 3] }); // biome-ignore format: a table
    const foundWith = (mentee: string, ...mentors: readonly string[]) => {
      const draft = draftOf(matchCohort(wide));
      const [pair] = draft.pairs.filter(({ menteeId }: PairOfIds) => menteeId === mentee);
      draft.pairs = draft.pairs.filter(({ menteeId }: PairOfIds) => menteeId !== mentee);
      draft.pairs.push(...mentors.map((mentorId) => ({ ...pair, mentorId })));
      const { violations } = checkProof(wide, draft);
      return violations.filter(({ code }) => code === 'pairTwice');
    };
    const twice = (menteeId: string, mentorId: string) => ({ code: 'pairTwice', menteeId, mentorId });
    expect(foundWith('a', '0', '1')).toEqual([twice('a', '1')]);
    expect(foundWith('b', '0', '1', '2')).toEqual([]);
    expect(foundWith('b', '0', '1', '1')).toEqual([twice('b', '1')]);
  });

  it('reads lists whatever the order of their items and fields', () => {
    const wide = cohortOf([[0.5, 0.4], [0.3, 0.2]], { capacities: [3, 3], minimums: [3, 3], wanted: [3, 4] }); // biome-ignore format: a table
    const draft = draftOf(matchCohort(wide));
    for (const list of ['shortfalls', 'menteesWantingMore']) {
      expect(draft[list]).toHaveLength(2);
      draft[list] = draft[list].map((item: object) => Object.fromEntries(Object.entries(item).reverse()));
      draft[list].reverse();
    }
    expect(checkProof(wide, draft)).toEqual({ isProven: true, violations: [] });
    draft.shortfalls[0].mentees += 1;
    expect(checkProof(wide, draft).violations).toEqual([{ code: 'wrongLeftovers' }]);
  });

  it('knows prices that prove less, and says nothing where they prove as much', () => {
    let caught = 0;
    for (const side of ['menteePrices', 'mentorPrices']) {
      for (let at = 0; at < 3; at++) {
        for (const part of ['mentees', 'pairs', 'minimums', 'score']) {
          for (const change of [-1, 1]) {
            const found = codes((draft) => {
              const price = draft.proof[side][at];
              price[part] = (price[part] ?? 0) + change * (part === 'score' ? 0.01 : 1);
            });
            // Some prices may lie anywhere in a range; whoever sums to the same bound proves the same.
            expect([[], ['wrongTotals', 'gap']]).toContainEqual(found);
            caught += found.length > 0 ? 1 : 0;
          }
        }
      }
    }
    expect(caught).toBeGreaterThan(30);
  });
});

describe('every verb on a matching with loads', () => {
  const people = { capacities: [2, 1, 2], minimums: [0, 1, 2], wanted: [2, 1, 2, 1] };
  const table = [
    [0.9, 0.8, 0.2],
    [0.8, 0.2, 0.1],
    [0.4, 0.3, 0.6],
    [null, 0.5, null],
  ];
  const cohort = cohortOf(table, people);
  const matching = matchCohort(cohort);

  it('prices nothing, and says so', () => {
    expect(priceOfPair(cohort, matching, 'a', '0')).toEqual({ status: 'notPriced' });
    for (const { price } of rankMentors(cohort, 'b', { matching }))
      expect(price).toEqual({ status: 'notPriced' });
    expect(findSupplyGaps(cohort, matching).onePlaceMore).toEqual([]);
    expect(() => alternativeMatchings(cohort, matching, { count: 1 })).toThrow(
      'matching.proof.kind is "loads"',
    );
    expect(() => rematch(cohort, matching)).toThrow('people without minimumMentees and mentorsWanted');
    expect(() => matchCohort(cohort, { solver: () => [] })).toThrow('no solver of yours');
  });

  it('refuses to rematch what was balanced', () => {
    const plain = cohortOf(table, { capacities: [2, 2, 2] });
    expect(() => rematch(plain, matchCohort(plain, { balance: [0.1] }))).toThrow('without balance');
  });

  it('forecasts how many mentees get a mentor', () => {
    expect(forecastSupply(cohort).mostPairs).toBe(matching.proof.loads?.mentees);
  });

  it('writes every pair of a mentee to CSV', () => {
    const lines = pairsToCsv(cohort.people, matching).trim().split('\r\n');
    expect(lines).toHaveLength(1 + matching.pairs.length);
    expect(unmatchedToCsv(cohort.people, matching)).toContain('reason');
  });

  it('compares matchings of several mentors pair by pair, and accounts for every pair', () => {
    fc.assert(
      fc.property(parts, ({ table: scores, people: of, balance }) => {
        const round = cohortOf(scores, of);
        const one = matchCohort(round, { balance });
        const other = matchCohort(round, { objective: 'best-total', balance: [0.4, 1] });
        const { kept, moved, placed, unplaced, left } = compareMatchings(round, one, other);
        expect(kept.length + moved.length + unplaced.length + left.length).toBe(one.pairs.length);
        expect(kept.length + moved.length + placed.length).toBe(other.pairs.length);
        const same = compareMatchings(round, one, one);
        expect(same.kept).toHaveLength(one.pairs.length);
      }),
      { numRuns: 100 },
    );
  });

  it('names what differs when a record was changed by hand', () => {
    const changed = structuredClone(matching) as {
      pairs: { mentorId: string; menteeId: string }[];
    } & Matching;
    const at = changed.pairs.findIndex(({ menteeId }) => menteeId === 'a');
    changed.pairs.splice(at, 1);
    const { identical, differences } = replayMatching(cohort, changed);
    expect(identical).toBe(false);
    expect(differences).toEqual([{ menteeId: 'a', recorded: null, replayed: matching.pairs[at]!.mentorId }]);
  });

  it('says loads in words', () => {
    const shortfall = { mentorId: 'kim', minimum: 2, mentees: 1 };
    const wanting = { menteeId: 'ana', wanted: 3, mentors: 1 };
    expect(say(shortfall)).toBe('kim has fewer mentees than the minimum: 1 of 2.');
    expect(say(wanting)).toBe('ana has fewer mentors than wanted: 1 of 3.');
    expect(say(shortfall, { texts: texts.it })).toBe('kim ha meno mentee del minimo: 1 su 2.');
    expect(say(wanting, { texts: texts.it })).toBe('ana ha meno mentori di quanti ne voleva: 1 su 3.');
    expect(say(wanting, { audience: 'participant' })).toBe(
      'You have a mentor; there were not as many for you as you wanted.',
    );
    expect(say(shortfall, { audience: 'participant' })).toBe(
      'You have fewer mentees than your minimum this time.',
    );
    expect(say({ ...shortfall, mentees: 0 }, { audience: 'participant' })).toContain('no mentee for you');
    expect(say(shortfall, { audience: 'council' })).toBe(
      'Answers about single people are not shown to the council.',
    );
  });
});

describe('wrong loads', () => {
  const people =
    (mentor: object, mentee: object = {}) =>
    () =>
      compileCohort(
        { mentors: [{ id: 'x', ...mentor }], mentees: [{ id: 'a', ...mentee }] },
        { assumeOptedIn: true },
      );

  it('are refused with place and rule', () => {
    expect(people({ minimumMentees: 2 })).toThrow(
      'mentors[0].minimumMentees is 2; expected at most 1, the capacity of this mentor',
    );
    expect(people({ minimumMentees: 3, capacity: 2 })).toThrow('at most 2');
    expect(people({ minimumMentees: -1 })).toThrow('a whole number ≥ 0');
    expect(people({ minimumMentees: '1' })).toThrow('a whole number ≥ 0');
    for (const mentorsWanted of [0, 1.5, 101, Number.NaN, '2', {}])
      expect(people({}, { mentorsWanted })).toThrow('mentees[0].mentorsWanted');
    const cohort = people({ minimumMentees: 1 }, { mentorsWanted: 2 })();
    for (const balance of [3, 'x', [-1], [Number.NaN], [0.2, 0.1], [1e-7], [1001], [null], ['1']])
      expect(() => matchCohort(cohort, { balance: balance as number[] })).toThrow('balance');
  });

  it('change the digest where they are given, and only there', () => {
    const digest = (mentor: object, mentee: object = {}) => people(mentor, mentee)().digest();
    expect(digest({ minimumMentees: null }, { mentorsWanted: null })).toBe(digest({}));
    expect(digest({ minimumMentees: 1 })).not.toBe(digest({}));
    expect(digest({}, { mentorsWanted: 2 })).not.toBe(digest({}));
  });
});
