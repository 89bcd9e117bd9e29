import { describe, expect, it } from 'vitest';
import {
  compileCohort,
  explainUnmatched,
  findSupplyGaps,
  forecastSupply,
  describe as inWords,
  matchCohort,
  priceOfPair,
} from '../../src/index.js';
import { cohortOf, objectives, programme, stored, totalsOf } from './programmes.js';

describe('explainUnmatched', () => {
  it('names the rule that blocks most, what lifting one would open, and the competition', () => {
    const cohort = cohortOf(
      [
        [0.9, null, 0.1],
        [0.8, null, 0.1],
      ],
      [1, 1, 1],
      0.25,
    );
    const matching = matchCohort(cohort);
    const explained = explainUnmatched(cohort, matching, 'e1');
    expect(explained).toMatchObject({
      id: 'e1',
      side: 'mentee',
      reason: { code: 'notEnoughPlaces' },
      bottleneck: { places: 1 },
      cheapestWayIn: { partnerId: 'o0', pairsLost: 0, scoreLost: 0.1 },
    });
    expect(explained.bottleneck?.menteeIds.toSorted()).toEqual(['e0', 'e1']);
    expect(explained.wouldOpen).toContainEqual({ rule: 'minimumScore', pairs: 1 });
    expect(inWords(explained)).toContain('e1');
    const mentor = explainUnmatched(cohort, matching, 'o1');
    expect(mentor.cheapestWayIn).toBeNull();
    expect(mentor.blockedBy[0]).toEqual({ rule: 'custom', index: 0, pairs: 2 });
    expect(() => explainUnmatched(cohort, matching, 'e0')).toThrow('matching.unmatched');
  });

  it('lists the rules that block most first, and says of who stays out nothing but that', () => {
    const cohort = compileCohort(
      {
        mentees: [
          { id: 'ana', optedIn: true, organization: 'north', location: 'here', avoidedMentors: ['x'] },
          { id: 'out', optedIn: false },
        ],
        mentors: [
          { id: 'ana', optedIn: true, organization: 'north', location: 'here' },
          { id: 'x', optedIn: true, organization: 'north', location: 'there' },
          { id: 'y', optedIn: true, organization: 'north', location: 'there' },
          { id: 'z', optedIn: true, organization: 'south', location: 'there' },
        ],
      },
      {
        model: {
          factors: { interests: { kind: 'sharedInterests', weight: 1 } },
          rules: [
            { kind: 'differentValue', field: 'organization' },
            { kind: 'sameValue', field: 'location' },
          ],
        },
      },
    );
    const matching = matchCohort(cohort);
    // In the order of the model, rules that always hold before.
    expect(matching.unmatched[0]).toEqual({
      id: 'ana',
      side: 'mentee',
      reason: {
        code: 'noEligibleMentor',
        rules: [
          { rule: 'avoided', pairs: 1 },
          { rule: 'self', pairs: 1 },
          { rule: 'differentValue', index: 0, pairs: 3 },
          { rule: 'sameValue', index: 1, pairs: 3 },
        ],
      },
    });
    const explained = explainUnmatched(cohort, matching, 'ana', 'mentee');
    expect(explained.blockedBy.map(({ pairs }) => pairs)).toEqual([3, 3, 1, 1]);
    expect(explained.wouldOpen).toEqual([{ rule: 'sameValue', index: 1, pairs: 1 }]);
    expect(explained).toMatchObject({ bottleneck: null, cheapestWayIn: null });
    expect(explainUnmatched(cohort, matching, 'out')).toEqual({
      id: 'out',
      side: 'mentee',
      reason: { code: 'notOptedIn' },
      blockedBy: [],
      wouldOpen: [],
      bottleneck: null,
      cheapestWayIn: null,
    });
  });

  it('asks for the side where one id is without a partner on both', () => {
    const person = { id: 'ana', optedIn: true };
    const cohort = compileCohort({ mentees: [person], mentors: [person] });
    const matching = matchCohort(cohort);
    expect(() => explainUnmatched(cohort, matching, 'ana')).toThrow('side');
    expect(explainUnmatched(cohort, matching, 'ana', 'mentor').side).toBe('mentor');
  });

  it.each(objectives)('finds the cheapest of all prices, on both sides (%s)', (objective) => {
    let ways = 0;
    for (let seed = 0; seed < 150; seed++) {
      const { cohort, options, name } = programme(seed, objective);
      const matching = stored(matchCohort(cohort, options));
      for (const { id, side } of matching.unmatched) {
        const partners = side === 'mentee' ? cohort.mentorIds : cohort.menteeIds;
        const losses = partners.flatMap((partner) => {
          const [mentee, mentor] = side === 'mentee' ? [id, partner] : [partner, id];
          const price = priceOfPair(cohort, matching, mentee!, mentor!);
          if (price.status !== 'possible') return [];
          const { pairsLost, scoreLost } = price;
          const loss = objective === 'most-pairs' ? [pairsLost, scoreLost] : [scoreLost, pairsLost];
          return [{ partner, loss }];
        });
        losses.sort((one, other) => one.loss[0]! - other.loss[0]! || one.loss[1]! - other.loss[1]!);
        const way = explainUnmatched(cohort, matching, id, side).cheapestWayIn;
        const loss =
          way &&
          (objective === 'most-pairs' ? [way.pairsLost, way.scoreLost] : [way.scoreLost, way.pairsLost]);
        expect(loss, `${name}, ${id}`).toEqual(losses[0]?.loss ?? null);
        // Of ways that cost the same, the first in canonical order.
        expect(way?.partnerId, `${name}, ${id}`).toBe(losses[0]?.partner);
        if (way !== null) ways += 1;
      }
    }
    expect(ways).toBeGreaterThan(30);
  });
});

describe('findSupplyGaps', () => {
  it('counts who wants and who offers, after terms are joined', () => {
    const cohort = compileCohort(
      {
        mentees: [
          { id: 'a', optedIn: true, skillsWanted: ['SQL', 'law'], interests: ['jazz'] },
          { id: 'b', optedIn: true, skillsWanted: ['sql '] },
          { id: 'c', optedIn: false, skillsWanted: ['sql'] },
        ],
        mentors: [{ id: 'x', optedIn: true, skills: ['postgres'], capacity: 1, interests: ['Jazz'] }],
      },
      { aliases: { postgres: ['sql'] } },
    );
    expect(findSupplyGaps(cohort)).toEqual({
      skills: [
        { term: 'law', mentees: 1, mentors: 0, places: 0, missing: 1 },
        { term: 'sql', mentees: 2, mentors: 1, places: 1, missing: 1 },
      ],
      interests: [{ term: 'jazz', mentees: 1, mentors: 1, places: 1, missing: 0 }],
      onePlaceMore: [],
    });
  });

  it.each(objectives)('says exactly what matching again with one more place would add (%s)', (objective) => {
    let gains = 0;
    for (let seed = 0; seed < 120; seed++) {
      const mentees = 1 + (seed % 4);
      const table = Array.from({ length: mentees }, (_, row) =>
        [0, 1, 2].map((column) =>
          (seed * 7 + row * 5 + column * 3) % 4 === 0 ? null : ((seed + row * column) % 5) / 5,
        ),
      );
      const capacities = [seed % 2, 1, seed % 3];
      const cohort = cohortOf(table, capacities);
      const matching = stored(matchCohort(cohort, { objective }));
      const { onePlaceMore } = findSupplyGaps(cohort, matching);
      const isPairsFirst = objective === 'most-pairs';
      // Most first; of equal gains the first mentor in canonical order.
      expect(onePlaceMore.map(({ mentorId }) => mentorId)).toEqual(
        cohort.mentorIds
          .map((id) => onePlaceMore.find(({ mentorId }) => mentorId === id)!)
          .sort((one, other) => {
            const pairs = other.pairsGained - one.pairsGained;
            const score = other.scoreGained - one.scoreGained;
            return isPairsFirst ? pairs || score : score || pairs;
          })
          .map(({ mentorId }) => mentorId),
      );
      for (const { mentorId, pairsGained, scoreGained } of onePlaceMore) {
        const more = capacities.map((places, index) => places + (`o${index}` === mentorId ? 1 : 0));
        const again = totalsOf(matchCohort(cohortOf(table, more), { objective }));
        const before = totalsOf(matching);
        expect([pairsGained, Math.round(scoreGained * 1e6)], `seed ${seed}, ${mentorId}`).toEqual([
          again.pairs - before.pairs,
          again.score - before.score,
        ]);
        if (scoreGained !== 0) gains += 1;
      }
    }
    expect(gains).toBeGreaterThan(50);
  });
});

describe('forecastSupply', () => {
  it('foretells how many pairs there will be, and who has nobody', () => {
    let bottlenecks = 0;
    for (let seed = 0; seed < 100; seed++) {
      const { cohort, name } = programme(seed, 'most-pairs');
      const forecast = forecastSupply(cohort);
      const matching = matchCohort(cohort);
      expect(forecast.mostPairs, name).toBe(matching.pairs.length);
      const without = matching.unmatched.filter(
        ({ side, reason }) =>
          side === 'mentee' && (reason.code === 'noEligibleMentor' || reason.code === 'belowMinimumScore'),
      );
      expect(forecast.menteesWithoutEligibleMentor.toSorted(), name).toEqual(
        without.map(({ id }) => id).sort(),
      );
      expect(forecast.mentorsWithoutEligibleMentee, name).toEqual(
        cohort.mentorIds.filter((_, mentor) =>
          cohort.menteeIds.every((_, mentee) => !cohort.isEligible(mentee, mentor)),
        ),
      );
      expect(forecast.mentees, name).toBe(cohort.menteeIds.length);
      expect(forecast.places, name).toBe(cohort.capacities.reduce((sum, places) => sum + places, 0));
      expect(forecast.bottlenecks, name).toEqual(matching.bottlenecks);
      bottlenecks += forecast.bottlenecks.length;
      for (const { menteeIds, mentorIds, places } of forecast.bottlenecks) {
        expect(menteeIds.length, name).toBeGreaterThan(places);
        expect(mentorIds.length, name).toBeGreaterThan(0);
      }
    }
    expect(bottlenecks).toBeGreaterThan(20);
  });
});
