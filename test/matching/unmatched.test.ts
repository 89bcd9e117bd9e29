import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompiledCohort, type Matching, matchCohort, type RuleCount } from '../../src/index.js';
import { bestByTrying } from './brute-force.js';
import { mayPair, type Scenario, scenarioArbitrary } from './scenarios.js';
import { tableCohort } from './score-table.js';

describe('reasons for the unmatched', () => {
  it('lists everybody without a partner once, by side and in canonical order, and nobody else', () => {
    everyMatching(({ cohort }, { pairs, unmatched }) => {
      const hasMentor = new Set(pairs.map(({ menteeId }) => menteeId));
      const hasMentee = new Set(pairs.map(({ mentorId }) => mentorId));
      expect(unmatched.map(({ side, id }) => `${side} ${id}`)).toEqual([
        ...cohort.menteeIds.filter((id) => !hasMentor.has(id)).map((id) => `mentee ${id}`),
        ...cohort.mentorIds.filter((id) => !hasMentee.has(id)).map((id) => `mentor ${id}`),
        ...cohort.notOptedIn.map(({ side, id }) => `${side} ${id}`),
      ]);
    });
  });

  it('are true, every one of them', () => {
    const met = new Set<string>();
    everyMatching((scenario, matching) => {
      for (const { id, side, reason } of matching.unmatched) {
        if (reason.code !== 'totalPreferred') met.add(reason.code);
        expectTrue(scenario, matching, side, id, reason);
      }
    }, 500);
    expect([...met].sort()).toEqual([
      'belowMinimumScore',
      'menteesPlacedElsewhere',
      'noCapacity',
      'noEligibleMentee',
      'noEligibleMentor',
      'notEnoughPlaces',
      'notOptedIn',
    ]);
  });

  it('say exactly what including a mentee would add in pairs and take from the total', () => {
    const entry = fc.constantFrom(null, null, 0.1, 0.2, 0.5, 0.9);
    const row = fc.array(entry, { minLength: 3, maxLength: 3 });
    const table = fc.array(row, { minLength: 2, maxLength: 5 });
    const numRuns = 400;
    let met = 0;
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 2 }), (scores, places) => {
        const cohort = tableCohort(scores, [1, places, 1]);
        const options = { objective: 'best-total', locked: [], forbidden: [] } as const;
        const scenario = { cohort, options, input: { mentees: [], mentors: [] }, compileOptions: {} };
        const matching = matchCohort(cohort, options);
        for (const { id, side, reason } of matching.unmatched) {
          if (reason.code !== 'totalPreferred') continue;
          met += 1;
          expectTrue(scenario, matching, side, id, reason);
        }
      }),
      { numRuns, seed: 5 },
    );
    expect(met).toBeGreaterThan(numRuns / 20);
  });

  it('point to bottlenecks that block: more mentees than places of all the mentors they may have', () => {
    everyMatching((scenario, { bottlenecks, unmatched }) => {
      const { cohort } = scenario;
      const pointedTo = unmatched.flatMap(({ reason }) =>
        reason.code === 'notEnoughPlaces' ? [reason.bottleneck] : [],
      );
      bottlenecks.forEach(({ menteeIds, mentorIds, places }, index) => {
        const mentors = cohort.mentorIds.filter((_, mentor) =>
          menteeIds.some((id) => mayPair(scenario, cohort.menteeIndex(id), mentor)),
        );
        expect(mentorIds).toEqual(mentors);
        expect(menteeIds).toEqual(cohort.menteeIds.filter((id) => menteeIds.includes(id)));
        const sum = mentors.reduce((all, id) => all + cohort.capacities[cohort.mentorIndex(id)]!, 0);
        expect(places).toBe(sum);
        expect(new Set(menteeIds).size).toBe(menteeIds.length);
        expect(menteeIds.length).toBeGreaterThan(places);
        expect(pointedTo).toContain(index);
      });
    });
  });

  it('say of a mentor whose eligible mentees are all locked elsewhere that they are placed elsewhere', () => {
    const cohort = tableCohort([[0.5, 0.9]]);
    const { unmatched, record } = matchCohort(cohort, { locked: [{ menteeId: 'a', mentorId: '0' }] });
    expect(unmatched).toEqual([
      { id: '1', side: 'mentor', reason: { code: 'menteesPlacedElsewhere', eligibleMentees: 1 } },
    ]);
    expect(record.counts.eligiblePairs).toBe(2);
  });

  it('count mentees locked to the mentors of a bottleneck among those who need a place there', () => {
    const cohort = tableCohort([[0.5], [0.9], [0.1]], [2]);
    const { unmatched, bottlenecks } = matchCohort(cohort, { locked: [{ menteeId: 'c', mentorId: '0' }] });
    expect(unmatched).toEqual([
      { id: 'a', side: 'mentee', reason: { code: 'notEnoughPlaces', bottleneck: 0 } },
    ]);
    expect(bottlenecks).toHaveLength(1);
    expect(bottlenecks[0]).toMatchObject({ mentorIds: ['0'], places: 2 });
    expect([...bottlenecks[0]!.menteeIds].sort()).toEqual(['a', 'b', 'c']);
  });

  it('count several mentees locked to one mentor, in canonical order among the others', () => {
    const cohort = tableCohort([[0.5], [0.9], [0.1], [0.3]], [3]);
    const ids = cohort.menteeIds;
    const { bottlenecks } = matchCohort(cohort, {
      locked: [
        { menteeId: ids[1]!, mentorId: '0' },
        { menteeId: ids[0]!, mentorId: '0' },
      ],
    });
    expect(bottlenecks).toEqual([{ menteeIds: ids, mentorIds: ['0'], places: 3 }]);
  });

  it('say of a mentor with space whom a solver passed over, but not for a mentee who is forbidden', () => {
    const cohort = tableCohort([[0.5], [0.9]], [2]);
    const reasonWith = (forbidden: { menteeId: string; mentorId: string }[]) => {
      const solver = ({ cost }: { cost: { rows: number } }) => new Array(cost.rows).fill(-1);
      const { unmatched } = matchCohort(cohort, { solver, forbidden });
      return unmatched.find(({ side }) => side === 'mentor')?.reason;
    };
    const pairs = ['a', 'b'].map((menteeId) => ({ menteeId, mentorId: '0' }));
    expect(reasonWith([])).toEqual({ code: 'leftOutBySolver' });
    expect(reasonWith([pairs[0]!])).toEqual({ code: 'leftOutBySolver' });
    expect(reasonWith(pairs)).toEqual({
      code: 'noEligibleMentee',
      rules: [{ rule: 'forbidden', pairs: 2 }],
    });
    const two = tableCohort([[0.5, null], [0.9, 0.5]], [1, 1]); // biome-ignore format: a table
    const placed = matchCohort(two, {
      solver: ({ cost }) =>
        Array.from({ length: cost.rows }, (_, row) =>
          row === two.menteeIndex('b') ? two.mentorIndex('1') : -1,
        ),
      forbidden: [{ menteeId: 'a', mentorId: '0' }],
    });
    expect(placed.unmatched.find(({ id }) => id === '0')?.reason).toEqual({
      code: 'menteesPlacedElsewhere',
      eligibleMentees: 1,
    });
  });

  it('tell the price of the total: a pair more for two tenths less', () => {
    // a has 0 only; b is worth 0.9 with 0 and 0.1 with 1. Best total: b–0 and nothing for a.
    const cohort = tableCohort([
      [0.6, null],
      [0.9, 0.1],
    ]);
    const best = matchCohort(cohort, { objective: 'best-total' });
    expect(best.pairs).toMatchObject([{ menteeId: 'b', mentorId: '0', score: 0.9 }]);
    expect(best.unmatched).toEqual([
      { id: 'a', side: 'mentee', reason: { code: 'totalPreferred', pairsGained: 1, scoreLost: 0.2 } },
      { id: '1', side: 'mentor', reason: { code: 'menteesPlacedElsewhere', eligibleMentees: 1 } },
    ]);
    expect(matchCohort(cohort).pairs).toHaveLength(2);
  });

  it('say that nobody is there where a side is empty', () => {
    expect(matchCohort(tableCohort([[], []])).unmatched.map(({ reason }) => reason)).toEqual([
      { code: 'noEligibleMentor', rules: [] },
      { code: 'noEligibleMentor', rules: [] },
    ]);
    expect(matchCohort(tableCohort([], [1, 0])).unmatched.map(({ id, reason }) => ({ id, reason }))).toEqual(
      expect.arrayContaining([
        { id: '0', reason: { code: 'noEligibleMentee', rules: [] } },
        { id: '1', reason: { code: 'noCapacity' } },
      ]),
    );
  });
});

function everyMatching(law: (scenario: Scenario, matching: Matching) => void, numRuns = 200): void {
  fc.assert(
    fc.property(scenarioArbitrary({ mentees: 5, mentors: 4 }), (scenario) => {
      law(scenario, matchCohort(scenario.cohort, scenario.options));
    }),
    { numRuns, seed: 20_261_124 },
  );
}

/** Works every reason out again, from one pair at a time or from all matchings. */
function expectTrue(
  scenario: Scenario,
  matching: Matching,
  side: 'mentee' | 'mentor',
  id: string,
  reason: Matching['unmatched'][number]['reason'],
): void {
  const { cohort, options, input } = scenario;
  const isMentee = side === 'mentee';
  const index = isMentee ? cohort.menteeIndex(id) : cohort.mentorIndex(id);
  const partners = isMentee ? [...cohort.mentorIds.keys()] : [...cohort.menteeIds.keys()];
  const pairWith = (partner: number) =>
    isMentee ? ([index, partner] as const) : ([partner, index] as const);
  if (reason.code === 'notOptedIn') {
    expect(index).toBe(-1);
    const people = isMentee ? input.mentees : input.mentors;
    expect(people.find((person) => person.id === id)!.optedIn).toBe(false);
    return;
  }
  expect(index).toBeGreaterThanOrEqual(0);
  const places = isMentee ? 1 : cohort.capacities[index]!;
  if (reason.code === 'noCapacity') {
    expect(places).toBe(0);
    return;
  }
  expect(places).toBeGreaterThan(0);
  const broken = partners.map((partner) => brokenBy(cohort, options.forbidden, ...pairWith(partner)));
  const scores = partners.map((partner) => cohort.score(...pairWith(partner)));
  switch (reason.code) {
    case 'noEligibleMentor':
    case 'noEligibleMentee': {
      expect(reason.code).toBe(isMentee ? 'noEligibleMentor' : 'noEligibleMentee');
      expect(broken.every((rules) => rules.length > 0)).toBe(true);
      expect(asSet(reason.rules)).toEqual(asSet(countRules(broken)));
      return;
    }
    case 'belowMinimumScore': {
      const passed = scores.filter((_, partner) => broken[partner]!.length === 0);
      expect(passed.length).toBeGreaterThan(0);
      expect(Math.max(...passed)).toBe(Math.round(reason.best * 1e6));
      expect(reason.best).toBeLessThan(reason.minimumScore);
      expect(reason.minimumScore).toBe(cohort.model.minimumScore);
      return;
    }
    case 'notEnoughPlaces':
      expect(isMentee).toBe(true);
      expect(matching.bottlenecks[reason.bottleneck]!.menteeIds).toContain(id);
      return;
    case 'totalPreferred': {
      expect(options.objective).toBe('best-total');
      const best = bestByTrying(scenario)!;
      const including = bestByTrying(scenario, index)!;
      expect(reason.pairsGained).toBe(including.pairs - best.pairs);
      expect(Math.round(reason.scoreLost * 1e6)).toBe(best.score - including.score);
      return;
    }
    case 'menteesPlacedElsewhere': {
      expect(isMentee).toBe(false);
      const mentorOf = new Map(matching.pairs.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
      const eligible = partners.filter(
        (mentee) => broken[mentee]!.length === 0 && scores[mentee]! >= cohort.minimumScore,
      );
      expect(eligible).toHaveLength(reason.eligibleMentees);
      expect(eligible.length).toBeGreaterThan(0);
      for (const mentee of eligible) {
        const partner = mentorOf.get(cohort.menteeIds[mentee]!);
        expect(partner).toBeDefined();
        expect(partner).not.toBe(id);
      }
      return;
    }
    default:
      expect.unreachable(reason.code);
  }
}

function brokenBy(
  cohort: CompiledCohort,
  forbidden: Scenario['options']['forbidden'],
  mentee: number,
  mentor: number,
): string[] {
  const rules = cohort.brokenRules(mentee, mentor).map(({ rule, index = -1 }) => `${rule} ${index}`);
  const isForbidden = forbidden.some(
    (pair) => pair.menteeId === cohort.menteeIds[mentee] && pair.mentorId === cohort.mentorIds[mentor],
  );
  return isForbidden ? [...rules, 'forbidden -1'] : rules;
}

function countRules(broken: readonly (readonly string[])[]): RuleCount[] {
  const counts = new Map<string, number>();
  for (const rule of broken.flat()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([key, pairs]) => {
    const [rule, index] = key.split(' ');
    return { rule: rule!, pairs, ...(index === '-1' ? {} : { index: Number(index) }) };
  });
}

const asSet = (rules: readonly RuleCount[]) =>
  rules.map(({ rule, index = -1, pairs }) => `${rule} ${index} ${pairs}`).sort();
