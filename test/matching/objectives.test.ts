import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import {
  alternativeMatchings,
  type CompiledCohort,
  checkProof,
  compileCohort,
  describe,
  explainUnmatched,
  isInputError,
  type Matching,
  matchCohort,
  parseMatching,
  priceOfPair,
  rankMentors,
  rematch,
  replayMatching,
  texts,
} from '../../src/index.js';
import { readMatchOptions } from '../../src/matching/match-options.js';
import { makeProblem } from '../../src/matching/match-problem.js';
import { preferencesOf } from '../../src/matching/preferences.js';
import { cohortOf } from './programmes.js';
import { deepFreeze, mayPair, type Scenario, scenarioArbitrary } from './scenarios.js';

const millionths = (score: number) => Math.round(score * 1e6);
const ascending = (one: number, other: number) => one - other;
const size = { mentees: 5, mentors: 4 };
const holds = (law: (scenario: Scenario) => void, numRuns = 100) =>
  fc.assert(fc.property(scenarioArbitrary(size), law), { numRuns });

/** What `fairest` compares: pairs, then levels of the pairs from the lowest on, then the total. */
function fairTuple(scores: readonly number[], levelSize: number) {
  const levels = scores.map((score) => Math.floor(score / levelSize)).sort((one, other) => one - other);
  return { pairs: scores.length, levels, total: scores.reduce((sum, score) => sum + score, 0) };
}

/** Below 0 where `one` is worse; levels are as many as pairs. */
function compareFair(one: ReturnType<typeof fairTuple>, other: ReturnType<typeof fairTuple>): number {
  if (one.pairs !== other.pairs) return one.pairs - other.pairs;
  const at = one.levels.findIndex((level, index) => level !== other.levels[index]);
  return at < 0 ? one.total - other.total : one.levels[at]! - other.levels[at]!;
}

function fairestByTrying({ cohort, options }: Scenario, levelSize: number) {
  const left = cohort.capacities.slice();
  const scores: number[] = [];
  let best = fairTuple([], levelSize);
  let isFirst = true;
  const visit = (mentee: number): void => {
    if (mentee === cohort.menteeIds.length) {
      const found = fairTuple(scores, levelSize);
      if (isFirst || compareFair(found, best) > 0) best = found;
      isFirst = false;
      return;
    }
    const isLocked = options.locked.some(({ menteeId }) => menteeId === cohort.menteeIds[mentee]);
    if (!isLocked) visit(mentee + 1);
    cohort.mentorIds.forEach((_, mentor) => {
      if (left[mentor] === 0 || !mayPair({ cohort, options }, mentee, mentor)) return;
      left[mentor]! -= 1;
      scores.push(cohort.score(mentee, mentor));
      visit(mentee + 1);
      scores.pop();
      left[mentor]! += 1;
    });
  };
  visit(0);
  return best;
}

group('fairest', () => {
  it('reaches the leximin of the best of all matchings, with rules, locks, capacities and any level size', () => {
    const levelSizes = fc.constantFrom(undefined, 0.001, 0.01, 0.05, 0.3, 1);
    fc.assert(
      fc.property(scenarioArbitrary({ mentees: 4, mentors: 4 }), levelSizes, (scenario, levelSize) => {
        const { cohort, options } = scenario;
        const own = levelSize === undefined ? {} : { levelSize };
        const matching = matchCohort(cohort, { ...options, objective: 'fairest', ...own });
        const size = millionths(levelSize ?? 0.01);
        const made = fairTuple(
          matching.pairs.map(({ score }) => millionths(score)),
          size,
        );
        expect(made).toEqual(fairestByTrying(scenario, size));
        expect(checkProof(cohort, matching)).toEqual({ isProven: true, violations: [] });
      }),
      { numRuns: 120 },
    );
  });

  it('raises the lowest score where the total would leave it', () => {
    const cohort = cohortOf([[0.9, 0.5], [0.5, 0.2]], [1, 1]); // biome-ignore format: a table
    const scores = (objective: 'most-pairs' | 'fairest') =>
      matchCohort(cohort, { objective }).pairs.map(({ score }) => score);
    expect(scores('most-pairs').sort()).toEqual([0.2, 0.9]);
    expect(scores('fairest').sort()).toEqual([0.5, 0.5]);
    const { proof, record } = matchCohort(cohort, { objective: 'fairest' });
    expect(proof).toMatchObject({ kind: 'duals', gap: 0, levels: [{ level: 50, pairs: 2 }] });
    expect(record.levelSize).toBe(0.01);
  });

  it('lets no wrong level, price or pair through the proof', () => {
    const random = fc.record({
      scenario: scenarioArbitrary(size),
      pick: fc.nat(),
      by: fc.constantFrom(-1, 1),
    });
    fc.assert(
      fc.property(random, ({ scenario: { cohort, options }, pick, by }) => {
        const matching = matchCohort(cohort, { ...options, objective: 'fairest' });
        fc.pre(matching.pairs.length > 0);
        const draft = structuredClone(matching) as unknown as {
          proof: {
            levels: { level: number; pairs: number }[];
            menteePrices: { levels?: { level: number; pairs: number }[] }[];
          };
        };
        draft.proof.levels[pick % draft.proof.levels.length]!.pairs += by;
        expect(checkProof(cohort, draft as unknown as Matching).isProven).toBe(false);
        draft.proof.levels[pick % draft.proof.levels.length]!.pairs -= by;
        const prices = draft.proof.menteePrices;
        const price = prices[pick % prices.length]!;
        const { level } = draft.proof.levels[0]!;
        const levels = (price.levels ?? []).map((each) =>
          each.level === level ? { level, pairs: each.pairs + by } : each,
        );
        price.levels = levels.some((each) => each.level === level)
          ? levels
          : [...levels, { level, pairs: by }].sort((one, other) => one.level - other.level);
        expect(checkProof(cohort, draft as unknown as Matching).isProven).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it('prices levels from the lowest on, each once and none of no pairs, or the prices are wrong', () => {
    const table = [0, 1, 2].map((row) => [0.9, 0.5, 0.3, 0.1].map((score) => score - row / 10));
    const cohort = cohortOf(
      table.map((row) => row.map((score) => (score < 0 ? null : score))),
      [1, 1, 1, 1],
    );
    const locked = [{ menteeId: 'e1', mentorId: 'o2' }];
    const matching = matchCohort(cohort, { objective: 'fairest', locked });
    const prices = ({ proof }: Matching) => [...proof.menteePrices, ...proof.mentorPrices];
    let met = 0;
    for (const [at, { levels = [] }] of prices(matching).entries()) {
      expect(levels.map(({ level }) => level)).toEqual(
        [...new Set(levels.map(({ level }) => level))].sort(ascending),
      );
      for (const { pairs } of levels) expect(pairs).not.toBe(0);
      if (levels.length < 2) continue;
      met += 1;
      for (const wrong of [levels.toReversed(), [levels[0], ...levels], [{ level: 1, pairs: 2 ** 52 }]]) {
        const draft = structuredClone(matching);
        Object.assign(prices(draft)[at]!, { levels: wrong });
        expect(checkProof(cohort, draft).violations).toEqual([{ code: 'wrongPrices' }]);
      }
    }
    expect(met).toBeGreaterThan(0);
    expect(checkProof(cohort, matching).isProven).toBe(true);
    // The levels of the pairs, too, are stated one and all.
    const stated = matching.proof.levels!;
    expect(stated.length).toBeGreaterThan(1);
    const shifted = stated.map(({ level, pairs }) => ({ level: level + 1, pairs }));
    for (const levels of [
      stated.slice(1),
      stated.slice(0, -1),
      [...stated, { level: 99, pairs: 1 }],
      shifted,
      [],
    ]) {
      const draft = { ...matching, proof: { ...matching.proof, levels } } as Matching;
      expect(checkProof(cohort, draft).violations).toEqual([{ code: 'wrongTotals' }]);
    }
  });

  it('is not proven by the pairs of another objective', () => {
    const cohort = cohortOf([[0.9, 0.5], [0.5, 0.2]], [1, 1]); // biome-ignore format: a table
    const fair = matchCohort(cohort, { objective: 'fairest' });
    const total = matchCohort(cohort, { objective: 'most-pairs' });
    const swapped = { ...total, record: { ...total.record, objective: 'fairest' as const, levelSize: 0.01 } };
    expect(checkProof(cohort, swapped).isProven).toBe(false);
    const mixed = {
      ...fair,
      pairs: total.pairs,
      proof: { ...fair.proof, totalScore: total.proof.totalScore },
    };
    expect(checkProof(cohort, mixed as Matching).violations.map(({ code }) => code)).toContain('gap');
  });

  it('never gets worse by one more place', () => {
    fc.assert(
      fc.property(scenarioArbitrary(size, 'table'), fc.nat(), ({ input, compileOptions, cohort }, pick) => {
        fc.pre(input.mentors.length > 0);
        const chosen = pick % input.mentors.length;
        const raised = compileCohort(
          {
            ...input,
            mentors: input.mentors.map((mentor, at) =>
              at === chosen
                ? { ...mentor, capacity: Math.min(1_000_000, (mentor.capacity ?? 1) + 1) }
                : mentor,
            ),
          },
          { ...compileOptions, baseline: cohort.baseline },
        );
        const tuple = (of: CompiledCohort) =>
          fairTuple(
            matchCohort(of, { objective: 'fairest' }).pairs.map(({ score }) => millionths(score)),
            10_000,
          );
        expect(compareFair(tuple(raised), tuple(cohort))).toBeGreaterThanOrEqual(0);
        const reached = (of: CompiledCohort, objective: 'most-pairs' | 'best-total') => {
          const { pairs, totalScore } = matchCohort(of, { objective }).proof;
          return objective === 'most-pairs' ? [pairs, totalScore] : [totalScore, pairs];
        };
        for (const objective of ['most-pairs', 'best-total'] as const) {
          const [first = 0, second = 0] = reached(raised, objective);
          const [before = 0, next = 0] = reached(cohort, objective);
          expect(first > before || (first === before && second >= next)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** The strict list of a mentee by the documentation: stated first, then by score, then in canonical order. */
function listOfMentee({ cohort, options }: Scenario, mentee: number): number[] {
  const mentors = cohort.mentorIds.map((_, mentor) => mentor);
  const eligible = mentors.filter((mentor) => mayPair({ cohort, options }, mentee, mentor));
  const stated = (cohort.people.mentees[mentee]!.preferredMentors ?? []).map((id) => cohort.mentorIndex(id));
  const place = (mentor: number) => (stated.includes(mentor) ? stated.indexOf(mentor) : stated.length);
  return eligible.sort(
    (one, other) =>
      place(one) - place(other) || cohort.score(mentee, other) - cohort.score(mentee, one) || one - other,
  );
}

function listOfMentor({ cohort, options }: Scenario, mentor: number): number[] {
  const mentees = cohort.menteeIds.map((_, mentee) => mentee);
  const eligible = mentees.filter((mentee) => mayPair({ cohort, options }, mentee, mentor));
  const stated = (cohort.people.mentors[mentor]!.preferredMentees ?? []).map((id) => cohort.menteeIndex(id));
  const place = (mentee: number) => (stated.includes(mentee) ? stated.indexOf(mentee) : stated.length);
  return eligible.sort(
    (one, other) =>
      place(one) - place(other) || cohort.score(other, mentor) - cohort.score(one, mentor) || one - other,
  );
}

/** Every stable matching of those who are not locked, by trying; `mentorOf` by mentee. */
function everyStable(scenario: Scenario): number[][] {
  const { cohort, options } = scenario;
  const lockOf = new Map(
    options.locked.map(({ menteeId, mentorId }) => [
      cohort.menteeIndex(menteeId),
      cohort.mentorIndex(mentorId),
    ]),
  );
  const free = cohort.capacities.slice();
  for (const mentor of lockOf.values()) free[mentor]! -= 1;
  const lists = cohort.menteeIds.map((_, mentee) =>
    lockOf.has(mentee) ? [] : listOfMentee(scenario, mentee),
  );
  const ofMentors = cohort.mentorIds.map((_, mentor) =>
    listOfMentor(scenario, mentor).filter((mentee) => !lockOf.has(mentee)),
  );
  const left = free.slice();
  const chosen: number[] = [];
  const found: number[][] = [];
  const isStable = () =>
    lists.every((list, mentee) =>
      list.every((mentor) => {
        const own = list.indexOf(chosen[mentee]!);
        if (own >= 0 && list.indexOf(mentor) >= own) return true;
        const held = chosen.flatMap((taken, holder) =>
          taken === mentor && !lockOf.has(holder) ? [holder] : [],
        );
        const ranking = ofMentors[mentor]!;
        return (
          held.length >= free[mentor]! &&
          held.every((holder) => ranking.indexOf(holder) < ranking.indexOf(mentee))
        );
      }),
    );
  const visit = (mentee: number): void => {
    if (mentee === lists.length) {
      if (isStable()) found.push([...chosen]);
      return;
    }
    const lock = lockOf.get(mentee);
    for (const mentor of lock === undefined ? [-1, ...lists[mentee]!] : [lock]) {
      if (lock === undefined && mentor >= 0 && left[mentor] === 0) continue;
      if (lock === undefined && mentor >= 0) left[mentor]! -= 1;
      chosen.push(mentor);
      visit(mentee + 1);
      chosen.pop();
      if (lock === undefined && mentor >= 0) left[mentor]! += 1;
    }
  };
  visit(0);
  return found;
}

function mentorsIn(cohort: CompiledCohort, { pairs }: Matching): number[] {
  const mentorOf = cohort.menteeIds.map(() => -1);
  for (const { menteeId, mentorId } of pairs)
    mentorOf[cohort.menteeIndex(menteeId)] = cohort.mentorIndex(mentorId);
  return mentorOf;
}

group('stable', () => {
  it('is the best for every mentee of all stable matchings, or the worst where it is best for mentors', () => {
    holds((scenario) => {
      const { cohort, options } = scenario;
      const all = everyStable(scenario);
      const solve = (optimalFor: 'mentees' | 'mentors') =>
        mentorsIn(cohort, matchCohort(cohort, { ...options, objective: 'stable', optimalFor }));
      const best = solve('mentees');
      const worst = solve('mentors');
      expect(all).toContainEqual(best);
      expect(all).toContainEqual(worst);
      cohort.menteeIds.forEach((id, mentee) => {
        if (options.locked.some(({ menteeId }) => menteeId === id)) return;
        const list = listOfMentee(scenario, mentee);
        const rank = (mentor: number) => (mentor < 0 ? list.length : list.indexOf(mentor));
        for (const matching of all) {
          expect(rank(best[mentee]!)).toBeLessThanOrEqual(rank(matching[mentee]!));
          expect(rank(matching[mentee]!)).toBeLessThanOrEqual(rank(worst[mentee]!));
        }
      });
    }, 80);
  });

  it('gives mentees or mentors their first choices, where these go round in a circle', () => {
    const people = {
      mentees: [
        { id: 'a', preferredMentors: ['x', 'y'] },
        { id: 'b', preferredMentors: ['y', 'x'] },
      ],
      mentors: [
        { id: 'x', preferredMentees: ['b', 'a'] },
        { id: 'y', preferredMentees: ['a', 'b'] },
      ],
    };
    const pairsFor = (optimalFor: 'mentees' | 'mentors') =>
      matchCohort(people, { assumeOptedIn: true, objective: 'stable', optimalFor })
        .pairs.map(({ menteeId, mentorId }) => menteeId + mentorId)
        .sort();
    expect(pairsFor('mentees')).toEqual(['ax', 'by']);
    expect(pairsFor('mentors')).toEqual(['ay', 'bx']);
  });

  it('never serves a mentee worse who states one more mentor of their honest order, where scores read no preferences', () => {
    const law = fc.record({ scenario: scenarioArbitrary(size, 'table'), pick: fc.nat(), order: fc.nat() });
    fc.assert(
      fc.property(law, ({ scenario: { input, compileOptions, cohort }, pick, order }) => {
        fc.pre(input.mentees.length > 0 && input.mentors.length > 0);
        const liar = pick % input.mentees.length;
        const honest = cohort.mentorIds.map((id, at) => ({ id, key: (order * (2 * at + 1)) % 1009 }));
        honest.sort((one, other) => one.key - other.key);
        const wish = honest.map(({ id }) => id);
        let before = Infinity;
        for (let length = 0; length <= wish.length; length++) {
          const mentees = input.mentees.map((mentee, at) =>
            at === liar ? { ...mentee, preferredMentors: wish.slice(0, length) } : mentee,
          );
          const { pairs } = matchCohort({ ...input, mentees }, { ...compileOptions, objective: 'stable' });
          const mentor = pairs.find(({ menteeId }) => menteeId === input.mentees[liar]!.id)?.mentorId;
          const rank = mentor === undefined ? wish.length : wish.indexOf(mentor);
          expect(rank).toBeLessThanOrEqual(before);
          before = rank;
        }
      }),
      { numRuns: 30 },
    );
  });

  it('knows a blocking pair, a wrong total and a proof of another kind', () => {
    const cohort = cohortOf([[0.9, 0.5], [0.8, 0.2]], [1, 1]); // biome-ignore format: a table
    const matching = matchCohort(cohort, { objective: 'stable' });
    expect(matching.pairs.map(({ score }) => score).sort()).toEqual([0.2, 0.9]);
    expect(matching.proof).toMatchObject({
      kind: 'stable',
      optimalFor: 'mentees',
      pairs: 2,
      totalScore: 1.1,
      gap: null,
    });
    const other = matchCohort(cohort, { objective: 'most-pairs' });
    const codes = (changed: object) =>
      checkProof(cohort, { ...matching, ...changed } as Matching).violations.map(({ code }) => code);
    const proof = { ...matching.proof, totalScore: other.proof.totalScore };
    expect(codes({ pairs: other.pairs, proof })).toEqual(['blockingPair']);
    expect(codes({ pairs: other.pairs })).toEqual(['wrongTotals', 'blockingPair']);
    expect(codes({ proof: { ...matching.proof, optimalFor: 'mentors' } })).toEqual(['wrongKind']);
    expect(codes({ proof: other.proof })).toEqual(['wrongKind']);
    expect(codes({ proof: { ...matching.proof, pairs: 1 } })).toEqual(['wrongTotals']);
    expect(codes({ proof: { ...matching.proof, totalScore: 1 } })).toEqual(['wrongTotals']);
  });

  it('looks for no blocking pair beside pairs that may not be made', () => {
    const cohort = cohortOf([[0.9, 0.5], [0.8, 0.2]], [1, 1]); // biome-ignore format: a table
    const matching = matchCohort(cohort, { objective: 'stable' });
    const none = { ...matching, pairs: [], proof: { ...matching.proof, pairs: 0, totalScore: 0 } };
    const { violations } = checkProof(cohort, none as Matching);
    expect(violations.map(({ code }) => code)).toEqual(new Array(6).fill('wrongLeftovers'));
  });

  it('goes by the lists that the documentation says, of mentees and of mentors', () => {
    holds((scenario) => {
      const { cohort, options } = scenario;
      const read = readMatchOptions('', cohort, { ...options, objective: 'stable' });
      const problem = makeProblem(cohort, read);
      const preferences = preferencesOf(cohort, problem);
      const rows = [...problem.menteeOfRow];
      const columns = [...cohort.mentorIds.keys()];
      expect([preferences.rows, preferences.columns]).toEqual([rows.length, columns.length]);
      const sign = (list: readonly number[], one: number, other: number) =>
        Math.sign(list.indexOf(one) - list.indexOf(other));
      rows.forEach((mentee, row) => {
        const list = listOfMentee(scenario, mentee);
        expect(Array.from(preferences.listOfRow(row))).toEqual(list);
        expect(columns.filter((column) => preferences.isAcceptable(row, column))).toEqual(
          list.toSorted((one, other) => one - other),
        );
        for (const one of list) {
          expect(preferences.rankForRow(row, one)).toBe(list.indexOf(one));
          for (const other of list)
            expect(Math.sign(preferences.compareForRow(row, one, other))).toBe(sign(list, one, other));
        }
      });
      for (const column of columns) {
        const list = listOfMentor(scenario, column).filter((mentee) => rows.includes(mentee));
        const byRow = list.map((mentee) => rows.indexOf(mentee));
        expect(Array.from(preferences.listOfColumn(column))).toEqual(byRow);
        for (const one of byRow)
          for (const other of byRow)
            expect(Math.sign(preferences.compareForColumn(column, one, other))).toBe(sign(byRow, one, other));
      }
    }, 100);
  });

  it('belongs to no cohort in which people prefer others, or a mentor in another order', () => {
    const people = (preferredMentees: readonly string[], preferredMentors: readonly string[]) =>
      compileCohort(
        {
          mentees: [{ id: 'a', preferredMentors }, { id: 'b' }],
          mentors: [{ id: 'x', preferredMentees }, { id: 'y' }],
        },
        {
          assumeOptedIn: true,
          model: { factors: { same: { kind: 'sameValue', weight: 1, field: 'team' } } },
        },
      );
    const cohort = people(['a', 'b'], ['x']);
    const matching = matchCohort(cohort, { objective: 'stable' });
    const preferences = ['mentees.preferredMentors', 'mentors.preferredMentees'];
    expect(matching.record.fieldsUsed).toEqual([
      preferences[0],
      'mentees.team',
      preferences[1],
      'mentors.team',
    ]);
    expect(matchCohort(cohort).record.fieldsUsed).toEqual(['mentees.team', 'mentors.team']);
    expect(checkProof(people(['a', 'b'], ['x']), matching).isProven).toBe(true);
    for (const other of [people(['b', 'a'], ['x']), people(['a', 'b'], ['y'])])
      expect(() => checkProof(other, matching)).toThrow('whom people prefer has changed since');
    // The model reads no preference, so that the same people fit a matching by another objective.
    expect(checkProof(people(['b', 'a'], ['y']), matchCohort(cohort)).isProven).toBe(true);
  });

  it('says who is left out because mentors hold others whom they rank higher, or are locked to them', () => {
    const cohort = cohortOf([[0.9], [0.8], [0.7]], [2]);
    const locked = [{ menteeId: 'e2', mentorId: 'o0' }];
    const matching = matchCohort(cohort, { objective: 'stable', locked });
    expect(matching.unmatched).toEqual([
      { id: 'e1', side: 'mentee', reason: { code: 'heldByOthers', eligibleMentors: 1 } },
    ]);
    const explained = explainUnmatched(cohort, matching, 'e1');
    expect(explained).toMatchObject({ bottleneck: null, cheapestWayIn: null });
    expect(describe(explained)).toContain('Mentors they could have: 1. Each is full');
    expect(describe(explained, { texts: texts.it })).toContain(
      'Mentori possibili: 1. Ciascuno è al completo',
    );
    expect(describe(explained, { audience: 'participant' })).not.toContain('full');
  });
});

group('stable, where mentors offer no place', () => {
  it('says that places are short, and counts no mentor without places among those who hold others', () => {
    const cohort = cohortOf(
      [
        [0.9, 0.5],
        [0.8, null],
        [0.7, 0.5],
      ],
      [0, 1],
    );
    const matching = matchCohort(cohort, { objective: 'stable' });
    const [place] = matching.pairs;
    const loser = place?.menteeId === 'e0' ? 'e2' : 'e0';
    const reasons = new Map(
      matching.unmatched.filter(({ side }) => side === 'mentee').map(({ id, reason }) => [id, reason]),
    );
    expect(reasons.get('e1')).toEqual({ code: 'notEnoughPlaces', bottleneck: 0 });
    expect(reasons.get(loser)).toEqual({ code: 'heldByOthers', eligibleMentors: 1 });
    expect(matching.bottlenecks).toEqual([{ menteeIds: ['e1'], mentorIds: ['o0'], places: 0 }]);
    expect(explainUnmatched(cohort, matching, 'e1').bottleneck).toEqual(matching.bottlenecks[0]);
    expect(checkProof(cohort, matching).isProven).toBe(true);
  });

  it('names their mentors in canonical order, and nobody whom no mentor may have', () => {
    const rising = [0.1, 0.2, 0.3, 0.4];
    const cohort = cohortOf([rising, rising.toReversed(), [null, null, null, null]], [0, 0, 0, 0]);
    const { bottlenecks, unmatched } = matchCohort(cohort, { objective: 'stable' });
    const menteeIds = cohort.menteeIds.filter((id) => id !== 'e2');
    expect(bottlenecks).toEqual([{ menteeIds, mentorIds: cohort.mentorIds, places: 0 }]);
    const rules = [{ rule: 'custom', index: 0, pairs: 4 }];
    expect(unmatched.find(({ id }) => id === 'e2')?.reason).toEqual({ code: 'noEligibleMentor', rules });
  });
});

group('what holds for fairest and for stable', () => {
  const objectives = ['fairest', 'stable'] as const;

  it.each(objectives)(
    '%s: the proof holds, survives JSON, and the record repeats the matching',
    (objective) => {
      const own = { fairest: { levelSize: 0.05 }, stable: { optimalFor: 'mentors' } } as const;
      holds(({ cohort, options }) => {
        for (const extra of [{}, own[objective]]) {
          const matching = deepFreeze(matchCohort(cohort, { ...options, objective, ...extra }));
          expect(checkProof(cohort, matching)).toEqual({ isProven: true, violations: [] });
          const text = JSON.stringify(matching);
          expect(JSON.stringify(parseMatching(text))).toBe(text);
          expect(replayMatching(cohort, parseMatching(text)).identical).toBe(true);
        }
      }, 30);
    },
  );

  it.each(objectives)('%s: the same JSON whatever the order of people', (objective) => {
    holds(({ input, compileOptions, cohort, options }) => {
      const turned = {
        ...input,
        mentees: [...input.mentees].reverse(),
        mentors: [...input.mentors].reverse(),
      };
      const again = matchCohort(compileCohort(turned, compileOptions), { ...options, objective });
      expect(JSON.stringify(again)).toBe(JSON.stringify(matchCohort(cohort, { ...options, objective })));
    }, 30);
  });

  it.each(objectives)('%s: a pair has no price, nothing is kept for one, and no rank stops', (objective) => {
    const cohort = cohortOf([[0.9, 0.5], [0.8, 0.2]], [1, 1]); // biome-ignore format: a table
    const matching = matchCohort(cohort, { objective });
    const price = priceOfPair(cohort, matching, 'e0', 'o1');
    expect(price).toEqual({ status: 'notPriced' });
    expect(describe(price)).toContain('no price');
    expect(rankMentors(cohort, 'e0', { matching }).map((each) => each.price)).toEqual([price, price]);
    const refuses = (call: () => unknown, words: string) => {
      let error: unknown;
      try {
        call();
      } catch (thrown) {
        error = thrown;
      }
      expect(isInputError(error)).toBe(true);
      expect(String(error)).toContain(words);
    };
    refuses(() => alternativeMatchings(cohort, matching, { count: 1 }), 'have no next best');
    refuses(() => rematch(cohort, matching), 'most-pairs or best-total');
    expect(rematch(cohort, matching, { objective: 'most-pairs' }).comparison.pairsAfter).toBe(2);
    refuses(() => matchCohort(cohort, { objective, solver: () => [0, 1] }), `not with ${objective}`);
  });

  it('refuses options that only another objective reads, and values out of range', () => {
    const cohort = cohortOf([[0.9]], [1]);
    for (const [options, words] of [
      [{ levelSize: 0.01 }, 'fairest only'],
      [{ objective: 'stable', levelSize: 0.01 }, 'fairest only'],
      [{ objective: 'fairest', optimalFor: 'mentees' }, 'stable only'],
      [{ objective: 'stable', optimalFor: 'rows' }, 'mentees or mentors'],
      ...[0, 0.0005, 1.001, -1, Number.NaN, '0.01', 0.0100001].map((levelSize) => [
        { objective: 'fairest', levelSize },
        'a multiple of 0.001',
      ]),
      // No number can be made of these, and JSON has none of them.
      ...[Symbol('0.01'), 1n].map((levelSize) => [
        { objective: 'fairest', levelSize },
        'a multiple of 0.001',
      ]),
    ] as const)
      expect(() => matchCohort(cohort, options as never), String(words)).toThrow(words as string);
  });

  it.each(objectives)('%s: nobody, one, all alike and all forbidden are results', (objective) => {
    for (const [table, capacities, pairs] of [
      [[], [], 0],
      [[], [1], 0],
      [[[]], [], 0],
      [[[0.3]], [1], 1],
      [[[0.3]], [0], 0],
      [Array.from({ length: 10 }, () => [0.3, 0.3, 0.3]), [2, 2, 2], 6],
      [Array.from({ length: 10 }, () => [null, null]), [2, 2], 0],
    ] as const) {
      const cohort = cohortOf(table as never, capacities);
      const matching = matchCohort(cohort, { objective });
      expect(matching.pairs).toHaveLength(pairs);
      expect(checkProof(cohort, matching).isProven).toBe(true);
    }
  });
});
