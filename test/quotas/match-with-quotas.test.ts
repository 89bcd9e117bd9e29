import fc from 'fast-check';
import loadHighs from 'highs';
import { describe, expect, it, vi } from 'vitest';
import {
  alternativeMatchings,
  type CompiledCohort,
  checkProof,
  compareMatchings,
  compileCohort,
  explainUnmatched,
  factors,
  type Matching,
  matchCohort,
  type PairOfIds,
  parseMatching,
  priceOfPair,
  rematch,
  replayMatching,
  rules,
  describe as say,
  texts,
} from '../../src/index.js';
import {
  findQuotaViolations,
  matchWithQuotas,
  type Quota,
  type QuotaEngine,
  type QuotaMatch,
  type QuotaOptions,
} from '../../src/quotas/index.js';

// The declarations describe the CommonJS build; the ES module's default export is the loader.
const engine = (await (loadHighs as unknown as typeof loadHighs.default)()) as QuotaEngine;

type Table = readonly (readonly (number | null)[])[];

interface Person {
  readonly team?: string | null;
  readonly location?: string | null;
}

function cohortOf(
  table: Table,
  capacities: readonly number[],
  mentees: readonly Person[] = [],
  mentors: readonly Person[] = [],
): CompiledCohort {
  const value = (mentee: { id: string }, mentor: { id: string }) =>
    table[Number(mentee.id.slice(1))]?.[Number(mentor.id.slice(1))] ?? null;
  return compileCohort(
    {
      mentees: table.map((_, row) => ({ id: `e${row}`, ...mentees[row] })),
      mentors: capacities.map((capacity, column) => ({ id: `o${column}`, capacity, ...mentors[column] })),
    },
    {
      assumeOptedIn: true,
      model: {
        factors: { table: factors.custom({ function: 'value', weight: 1, unknown: 0 }) },
        rules: [rules.custom({ function: 'isAllowed' })],
      },
      functions: { value, isAllowed: (mentee, mentor) => value(mentee, mentor) !== null },
    },
  );
}

const names = ({ pairs }: Matching) => pairs.map(({ menteeId, mentorId }) => menteeId + mentorId).sort();
const optimal = async (cohort: CompiledCohort, options: QuotaOptions) => {
  const result = await matchWithQuotas(cohort, { highs: engine, ...options });
  if (result.status !== 'optimal') throw new Error(JSON.stringify(result));
  return result;
};

const offices = [{ location: 'Rome' }, { location: ' rome' }, { location: 'Oslo' }, {}];
const cohort = cohortOf(
  [
    [0.9, 0.5, 0.4],
    [0.8, 0.7, 0.3],
    [0.2, 0.6, 0.9],
    [0.5, 0.5, 0.5],
  ],
  [2, 1, 1],
  offices,
  offices,
);

describe('matchWithQuotas', () => {
  it('limits pairs within each office, with the price in the proof', async () => {
    const quotas: Quota[] = [{ name: 'within', each: { field: 'location', of: 'both' }, atMost: 1 }];
    const { matching, counts } = await optimal(cohort, { quotas });
    expect(counts).toEqual([
      { quota: 'within', group: 'oslo', limit: 'atMost', value: 1, pairs: 0, ofPairs: 4 },
      { quota: 'within', group: 'rome', limit: 'atMost', value: 1, pairs: 1, ofPairs: 4 },
    ]);
    const free = matchCohort(cohort);
    expect(findQuotaViolations(cohort, free, quotas)).toEqual([
      { quota: 'within', group: 'rome', limit: 'atMost', value: 1, pairs: 2, ofPairs: 4 },
    ]);
    expect(matching.proof).toMatchObject({ kind: 'solver', pairs: 4, pairsGap: 0 });
    expect(matching.proof.gap).toBeCloseTo(free.proof.totalScore - matching.proof.totalScore, 9);
    expect(matching.record.quotas).toEqual(quotas);
    expect(findQuotaViolations(cohort, matching)).toEqual([]);
  });

  it('asks for a share of all pairs, and for one pair of each team', async () => {
    const across: Quota[] = [
      { name: 'across', where: [{ kind: 'differentValue', field: 'location' }], atLeastShare: 0.6 },
    ];
    const { counts } = await optimal(cohort, { quotas: across });
    expect(counts[0]!.pairs / counts[0]!.ofPairs).toBeGreaterThanOrEqual(0.6);
    const teams = cohortOf(
      [
        [0.9, 0.1],
        [0.8, 0.3],
        [0.3, 0.1],
      ],
      [1, 1],
      [{ team: 'a' }, { team: 'a' }, { team: 'b' }],
    );
    expect(names(matchCohort(teams))).toEqual(['e0o0', 'e1o1']);
    const each: Quota[] = [{ name: 'each team', each: { field: 'team', of: 'mentee' }, atLeast: 1 }];
    const { matching } = await optimal(teams, { quotas: each });
    expect(names(matching)).toEqual(['e0o0', 'e2o1']);
    expect(matching.unmatched).toContainEqual(
      expect.objectContaining({ id: 'e1', reason: expect.objectContaining({ code: 'notEnoughPlaces' }) }),
    );
  });

  it('says of whom quotas left out that they did', async () => {
    const quotas: Quota[] = [{ name: 'few', atMost: 3 }];
    const { matching } = await optimal(cohort, { quotas });
    expect(matching.pairs).toHaveLength(3);
    const left = matching.unmatched.filter(({ reason }) => reason.code === 'leftOutByQuotas');
    expect(left.map(({ side }) => side)).toContain('mentee');
    for (const person of left) {
      expect(say(person)).toContain('The quotas left them out');
      expect(say(person, { texts: texts.it })).toContain('Le quote');
      expect(explainUnmatched(cohort, matching, person.id, person.side).cheapestWayIn).toBeNull();
    }
    expect(matching.proof.pairsGap).toBe(1);
  });

  it('is best of all matchings within the quotas, by brute force, or finds that there is none', async () => {
    const score = fc.constantFrom(null, 0, 0.1, 0.25, 0.3, 0.5, 0.9, 1);
    const office = fc.constantFrom('x', 'y', 'z', null);
    const condition = fc.constantFrom<NonNullable<Quota['where']>[number]>(
      { kind: 'sameValue', field: 'location' },
      { kind: 'differentValue', field: 'location' },
      { kind: 'value', of: 'mentor', field: 'location', values: ['x', 'z'] },
      { kind: 'value', of: 'mentee', field: 'location', values: ['Y'] },
      { kind: 'minimumScore', score: 0.3 },
    );
    const limit = fc.oneof(
      fc.record({ atMost: fc.nat(2) }),
      fc.record({ atLeast: fc.nat(2) }),
      fc.record({ atLeastShare: fc.constantFrom(0, 0.3, 0.5, 0.6667, 1) }),
      fc.record({ atMostShare: fc.constantFrom(0, 0.25, 0.3333, 0.5) }),
    );
    const each = fc.constantFrom<Quota['each'] | undefined>(
      undefined,
      undefined,
      { field: 'location', of: 'both' },
      { field: 'location', of: 'mentee' },
      { field: 'location', of: 'mentor' },
    );
    const quota = fc.tuple(fc.array(condition, { maxLength: 2 }), limit, each);
    let infeasible = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(score, { minLength: 3, maxLength: 3 }), { maxLength: 4 }),
        fc.array(office, { minLength: 7, maxLength: 7 }),
        fc.array(fc.constantFrom(0, 1, 1, 2), { minLength: 3, maxLength: 3 }),
        fc.array(quota, { minLength: 1, maxLength: 3 }),
        fc.constantFrom<'most-pairs' | 'best-total'>('most-pairs', 'best-total'),
        fc.nat(20),
        async (table, places, capacities, chosen, objective, pick) => {
          const people = places.map((location) => ({ location }));
          const round = cohortOf(table, capacities, people.slice(0, 4), people.slice(4));
          const quotas: Quota[] = chosen.map(([where, limits, of], at) => ({
            name: `q${at}`,
            where,
            ...limits,
            ...(of === undefined ? {} : { each: of }),
          }));
          const pairs = everyPair(round);
          const locked = pairs
            .slice(pick, pick + 1)
            .filter(({ mentorId }) => round.capacities[round.mentorIndex(mentorId)]! > 0);
          const forbidden = pairs.slice(pick + 2, pick + 3);
          const best = bestByTrying(round, quotas, objective, locked, forbidden);
          const result = await matchWithQuotas(round, {
            quotas,
            objective,
            locked,
            forbidden,
            highs: engine,
          });
          expect(result.status).toBe(best === null ? 'infeasible' : 'optimal');
          if (result.status === 'optimal') {
            const { matching } = result;
            expect({
              pairs: matching.pairs.length,
              score: Math.round(matching.proof.totalScore * 1e6),
            }).toEqual(best);
            expect(findQuotaViolations(round, matching)).toEqual([]);
            expect(parseMatching(JSON.stringify(matching))).toEqual(matching);
            const found = checkProof(round, matching).violations.map(({ code }) => code);
            expect(found.filter((code) => code !== 'gap')).toEqual([]);
          } else {
            infeasible += 1;
            expectIrreducible(round, quotas, result, locked, forbidden);
          }
        },
      ),
      { numRuns: 80 },
    );
    expect(infeasible).toBeGreaterThan(5);
  });

  it('keeps locks, forbidden pairs and the order of the objective', async () => {
    const quotas: Quota[] = [
      {
        name: 'rome',
        where: [{ kind: 'value', of: 'mentor', field: 'location', values: ['ROME'] }],
        atMost: 2,
      },
    ];
    const locked = [{ menteeId: 'e3', mentorId: 'o0' }];
    const forbidden = [{ menteeId: 'e2', mentorId: 'o2' }];
    const { matching } = await optimal(cohort, { quotas, locked, forbidden });
    expect(names(matching)).toContain('e3o0');
    expect(names(matching)).not.toContain('e2o2');
    expect(matching.pairs).toHaveLength(3);
    const locks = [{ menteeId: 'e3', mentorId: 'o9' }];
    await expect(matchWithQuotas(cohort, { quotas, locked: locks, highs: engine })).rejects.toThrow(
      'matchWithQuotas: locked[0].mentorId',
    );
  });

  it('reduces quotas that conflict to those that do', async () => {
    const quotas: Quota[] = [
      { name: 'plenty', atMost: 100 },
      { name: 'three', atLeast: 3 },
      { name: 'each office', each: { field: 'location', of: 'mentor' }, atMost: 1 },
      {
        name: 'no strangers',
        where: [{ kind: 'value', of: 'mentor', field: 'location', values: ['rome', 'oslo'] }],
        atLeastShare: 1,
      },
    ];
    const result = await matchWithQuotas(cohort, { quotas, highs: engine });
    expect(result).toEqual({
      status: 'infeasible',
      conflict: [
        { quota: 'three', group: null, limit: 'atLeast', value: 3 },
        { quota: 'each office', group: 'rome', limit: 'atMost', value: 1 },
      ],
    });
    if (result.status !== 'infeasible') return;
    expect(result.conflict.map((row) => say(row))).toEqual([
      '“three”: pairs, at least 3.',
      '“each office” (rome): pairs, at most 1.',
    ]);
    expect(say(result.conflict[1]!, { texts: texts.it })).toBe('«each office» (rome): coppie, al massimo 1.');
  });

  it('loads the package by itself', async () => {
    const { matching } = await optimal(cohort, { quotas: [], highs: undefined as never });
    expect(matching.pairs).toHaveLength(4);
  });

  it('takes the module, its loader, a function that imports it, or the engine', async () => {
    const module = await import('highs');
    for (const highs of [module as never, loadHighs as never, () => import('highs'), engine]) {
      const result = await matchWithQuotas(cohort, { quotas: [{ name: 'one', atMost: 1 }], highs });
      expect(result.status).toBe('optimal');
    }
  });

  it('answers where there is nobody, and where nothing but locks is left', async () => {
    const nobody = cohortOf([], []);
    expect(
      await matchWithQuotas(nobody, { quotas: [{ name: 'q', atMost: 0 }], highs: engine }),
    ).toMatchObject({ status: 'optimal', counts: [{ pairs: 0, ofPairs: 0 }] });
    expect(
      (await matchWithQuotas(nobody, { quotas: [{ name: 'q', atLeast: 1 }], highs: engine })).status,
    ).toBe('infeasible');
    const two = cohortOf([[0.5]], [1]);
    const locked = [{ menteeId: 'e0', mentorId: 'o0' }];
    expect((await optimal(two, { quotas: [{ name: 'q', atLeast: 1 }], locked })).matching.pairs).toHaveLength(
      1,
    );
    expect(
      (await matchWithQuotas(two, { quotas: [{ name: 'q', atMost: 0 }], locked, highs: engine })).status,
    ).toBe('infeasible');
  });
});

describe('every verb on a matching with quotas', () => {
  it('takes it or says clearly that it does not', async () => {
    const { matching } = await optimal(cohort, { quotas: [{ name: 'few', atMost: 3 }] });
    expect(checkProof(cohort, matching)).toEqual({ isProven: false, violations: [{ code: 'gap' }] });
    expect(priceOfPair(cohort, matching, 'e0', 'o0')).toEqual({ status: 'notPriced' });
    expect(compareMatchings(cohort, matchCohort(cohort), matching).pairsAfter).toBe(3);
    expect(() => alternativeMatchings(cohort, matching, { count: 1 })).toThrow('quotas');
    expect(() => rematch(cohort, matching)).toThrow('without balance and quotas');
    expect(() => replayMatching(cohort, matching)).toThrow('the solver that made the matching');
    // Where the quotas cost nothing the prices prove the matching; a pair has no price all the same.
    const free = await optimal(cohort, { quotas: [{ name: 'plenty', atMost: 9 }] });
    expect(checkProof(cohort, free.matching).isProven).toBe(true);
    expect(priceOfPair(cohort, free.matching, 'e0', 'o0')).toEqual({ status: 'notPriced' });
  });

  it('says counts in words, and hides small groups from the council', async () => {
    const { counts } = await optimal(cohort, {
      quotas: [
        { name: 'across', where: [{ kind: 'differentValue', field: 'location' }], atLeastShare: 0.25 },
      ],
    });
    expect(say(counts[0]!)).toMatch(/^“across”: share of pairs, at least 25 %\. Now \d of 4\.$/);
    expect(say(counts[0]!, { audience: 'council' })).toBe(
      '“across”: share of pairs, at least 25 %. The groups are too small to be shown.',
    );
    expect(say(counts[0]!, { audience: 'participant' })).toContain('those who run the programme');
  });
});

describe('wrong quotas', () => {
  const refuse = (quotas: unknown, message: string, more: object = {}) =>
    expect(matchWithQuotas(cohort, { quotas: quotas as Quota[], highs: engine, ...more })).rejects.toThrow(
      message,
    );

  it('are refused with place and rule', async () => {
    await refuse('few', 'quotas is "few"; expected a list of quotas');
    await refuse([3], 'quotas[0] is 3');
    await refuse([{ name: 'a' }], 'at least one of atLeast');
    await refuse([{ atMost: 1 }], 'quotas[0].name');
    await refuse(
      [
        { name: 'a', atMost: 1 },
        { name: 'a', atMost: 2 },
      ],
      'quotas[0] does not have already',
    );
    await refuse([{ name: 'a', atmost: 1 }], '"atMost" perhaps');
    await refuse([{ name: 'a', atMost: 1.5 }], 'quotas[0].atMost is 1.5; expected a whole number');
    for (const share of [30, -0.1, 0.33333, Number.NaN, '0.3'])
      await refuse([{ name: 'a', atLeastShare: share }], 'at most four decimals');
    await refuse(
      [{ name: 'a', atMost: 1, where: {} }],
      'quotas[0].where is {}; expected a list of conditions',
    );
    await refuse([{ name: 'a', atMost: 1, where: [{ kind: 'same' }] }], 'a condition of kind sameValue');
    await refuse([{ name: 'a', atMost: 1, where: [{ kind: '__proto__' }] }], 'a condition of kind sameValue');
    await refuse(
      [{ name: 'a', atMost: 1, where: [{ kind: 'sameValue', field: 'office' }] }],
      'one of organization',
    );
    await refuse(
      [{ name: 'a', atMost: 1, where: [{ kind: 'value', of: 'both', field: 'team', values: [] }] }],
      'quotas[0].where[0].of',
    );
    await refuse(
      [{ name: 'a', atMost: 1, where: [{ kind: 'minimumScore', score: 2 }] }],
      'a number in [0, 1]',
    );
    await refuse([{ name: 'a', atMost: 1, each: 'team' }], 'quotas[0].each');
    await refuse([{ name: 'a', atMost: 1, each: { field: 'team', of: 'all' } }], 'quotas[0].each.of');
    const loop: Record<string, unknown> = { name: 'a', atMost: 1 };
    loop.where = [{ kind: 'value', of: 'mentor', field: 'team', values: [1], loop }];
    await refuse([loop], 'no field of this name');
    const trap = Object.defineProperty({ atMost: 1 }, 'name', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    await refuse([trap], 'plain data');
  });

  it('and so is a missing engine, with how to add it', async () => {
    vi.doMock('highs', () => {
      throw new Error('Cannot find package');
    });
    try {
      await expect(matchWithQuotas(cohort, { quotas: [] })).rejects.toThrow('npm install highs');
    } finally {
      vi.doUnmock('highs');
    }
  });

  it('and so are other options, cohorts and engines', async () => {
    await refuse([], 'objective is "fairest"', { objective: 'fairest' });
    await refuse([], '"quotas" perhaps', { quota: [] });
    await refuse([], 'highs is {}', { highs: {} });
    await refuse([], 'what loads the package highs', {
      highs: () => {
        throw new Error('no wasm');
      },
    });
    await refuse([], 'ends with Optimal or Infeasible', {
      highs: { solve: () => ({ Status: 'Time limit reached', Columns: {} }) },
    });
    await refuse([], 'of this size', {
      highs: {
        solve: () => {
          throw new Error('out of memory');
        },
      },
    });
    await refuse([{ name: 'a', atLeast: 1 }], 'keeps within the quotas', {
      highs: { solve: () => ({ Status: 'Optimal', Columns: {} }) },
    });
    await expect(matchWithQuotas({} as CompiledCohort, { quotas: [] })).rejects.toThrow('compileCohort');
    const wanting = compileCohort(
      { mentors: [{ id: 'x' }], mentees: [{ id: 'a', mentorsWanted: 2 }] },
      { assumeOptedIn: true },
    );
    await expect(matchWithQuotas(wanting, { quotas: [], highs: engine })).rejects.toThrow(
      'which quotas do not know',
    );
    expect(() => findQuotaViolations({} as CompiledCohort, matchCohort(cohort), [])).toThrow('compileCohort');
    expect(() => findQuotaViolations(wanting, matchCohort(cohort), [])).toThrow('people of the cohort');
  });
});

function everyPair(round: CompiledCohort): PairOfIds[] {
  return round.menteeIds.flatMap((menteeId, mentee) =>
    round.mentorIds.flatMap((mentorId, mentor) =>
      round.isEligible(mentee, mentor) ? [{ menteeId, mentorId }] : [],
    ),
  );
}

/** Whether the quotas hold, from their definition. */
function hold(
  round: CompiledCohort,
  quotas: readonly Quota[],
  pairs: readonly (readonly [number, number])[],
): boolean {
  const officeOf = (person: Person) => person.location?.trim().toLowerCase() ?? null;
  return quotas.every((quota) => {
    const meant = pairs.filter(([mentee, mentor]) => {
      const one = officeOf(round.people.mentees[mentee]!);
      const other = officeOf(round.people.mentors[mentor]!);
      return (quota.where ?? []).every((condition) => {
        if (condition.kind === 'minimumScore') return round.score(mentee, mentor) >= condition.score * 1e6;
        if (condition.kind === 'value') {
          const own = condition.of === 'mentee' ? one : other;
          return condition.values.some((value) => String(value).toLowerCase() === own);
        }
        return one !== null && other !== null && (one === other) === (condition.kind === 'sameValue');
      });
    });
    const { each } = quota;
    const groups =
      each === undefined
        ? [null]
        : ['x', 'y', 'z'].filter((group) => {
            const exists = (people: readonly Person[]) => people.some((person) => officeOf(person) === group);
            return (
              (each.of !== 'mentor' && exists(round.people.mentees)) ||
              (each.of !== 'mentee' && exists(round.people.mentors))
            );
          });
    return groups.every((group) => {
      const count = meant.filter(([mentee, mentor]) => {
        if (group === null) return true;
        const isOne = officeOf(round.people.mentees[mentee]!) === group;
        const isOther = officeOf(round.people.mentors[mentor]!) === group;
        return each!.of === 'both' ? isOne && isOther : each!.of === 'mentee' ? isOne : isOther;
      }).length;
      const tiny = 1e-9;
      return (
        count >= (quota.atLeast ?? 0) &&
        count <= (quota.atMost ?? Infinity) &&
        count >= (quota.atLeastShare ?? 0) * pairs.length - tiny &&
        count <= (quota.atMostShare ?? 1) * pairs.length + tiny
      );
    });
  });
}

function bestByTrying(
  round: CompiledCohort,
  quotas: readonly Quota[],
  objective: 'most-pairs' | 'best-total',
  locked: readonly PairOfIds[],
  forbidden: readonly PairOfIds[],
): { pairs: number; score: number } | null {
  const left = round.capacities.slice();
  const isIn = (list: readonly PairOfIds[], mentee: number, mentor: number) =>
    list.some(
      ({ menteeId, mentorId }) =>
        menteeId === round.menteeIds[mentee] && mentorId === round.mentorIds[mentor],
    );
  let best: { pairs: number; score: number } | null = null;
  const visit = (mentee: number, pairs: readonly (readonly [number, number])[], score: number): void => {
    if (mentee === round.menteeIds.length) {
      if (!hold(round, quotas, pairs)) return;
      const isBetter =
        best === null ||
        (objective === 'most-pairs'
          ? pairs.length - best.pairs || score - best.score
          : score - best.score || pairs.length - best.pairs) > 0;
      if (isBetter) best = { pairs: pairs.length, score };
      return;
    }
    const isLocked = locked.some(({ menteeId }) => menteeId === round.menteeIds[mentee]);
    if (!isLocked) visit(mentee + 1, pairs, score);
    round.mentorIds.forEach((_, mentor) => {
      if (left[mentor] === 0 || !round.isEligible(mentee, mentor) || isIn(forbidden, mentee, mentor)) return;
      if (isLocked && !isIn(locked, mentee, mentor)) return;
      left[mentor]! -= 1;
      visit(mentee + 1, [...pairs, [mentee, mentor]], score + round.score(mentee, mentor));
      left[mentor]! += 1;
    });
  };
  visit(0, [], 0);
  return best;
}

/** The conflict cannot be met, and without any one of its rows it can. */
function expectIrreducible(
  round: CompiledCohort,
  quotas: readonly Quota[],
  { conflict }: Extract<QuotaMatch, { status: 'infeasible' }>,
  locked: readonly PairOfIds[],
  forbidden: readonly PairOfIds[],
): void {
  const asQuotas = (rows: typeof conflict): Quota[] =>
    rows.map(({ quota, group, limit, value }, at) => {
      const { where = [], each } = quotas.find((one) => one.name === quota)!;
      const inGroup = (['mentee', 'mentor'] as const)
        .filter((of) => group !== null && (each!.of === of || each!.of === 'both'))
        .map((of) => ({ kind: 'value' as const, of, field: 'location', values: [group!] }));
      return { name: `${at}`, where: [...where, ...inGroup], [limit]: value };
    });
  const canMeet = (rows: typeof conflict) =>
    bestByTrying(round, asQuotas(rows), 'most-pairs', locked, forbidden) !== null;
  expect(conflict.length).toBeGreaterThan(0);
  expect(canMeet(conflict)).toBe(false);
  conflict.forEach((_, at) => {
    expect(canMeet(conflict.filter((_, index) => index !== at))).toBe(true);
  });
}
