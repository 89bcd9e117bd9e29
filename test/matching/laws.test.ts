import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkProof,
  compileCohort,
  explainPair,
  type Matching,
  matchCohort,
  parseMatching,
  rankMentees,
  rankMentors,
  replayMatching,
} from '../../src/index.js';
import type { CohortInput } from '../../src/participants/index.js';
import { cohortArbitrary, shuffledCohortArbitrary } from '../support/arbitraries.js';
import { compareBest } from './brute-force.js';
import { deepFreeze, mayPair, type Scenario, scenarioArbitrary } from './scenarios.js';

const millionths = (score: number) => Math.round(score * 1e6);
const reached = ({ pairs }: Matching) => ({
  pairs: pairs.length,
  score: pairs.reduce((sum, { score }) => sum + millionths(score), 0),
});
const size = { mentees: 8, mentors: 7 };
const holds = (law: (scenario: Scenario) => void, numRuns = 100) =>
  fc.assert(fc.property(scenarioArbitrary(size), law), { numRuns });

describe('laws of matchCohort, for random people, models, locks and forbidden pairs', () => {
  it('gives the same JSON whatever the order of people and of the lists in the options', () => {
    holds(({ input, compileOptions, cohort, options }) => {
      const turned = {
        ...input,
        mentees: [...input.mentees].reverse(),
        mentors: [...input.mentors].reverse(),
      };
      const again = matchCohort(compileCohort(turned, compileOptions), {
        ...options,
        locked: [...options.locked].reverse(),
        forbidden: [...options.forbidden, ...options.forbidden].reverse(),
      });
      expect(JSON.stringify(again)).toBe(JSON.stringify(matchCohort(cohort, options)));
    });
  });

  it('gives the same JSON for every shuffle of the people under the default model', () => {
    fc.assert(
      fc.property(shuffledCohortArbitrary(size), ({ cohort, shuffled }) => {
        expect(JSON.stringify(matchCohort(shuffled))).toBe(JSON.stringify(matchCohort(cohort)));
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same matching from people as from a compiled cohort', () => {
    holds(({ input, compileOptions, cohort, options }) => {
      expect(matchCohort(input, { ...compileOptions, ...options })).toEqual(matchCohort(cohort, options));
    }, 50);
  });

  it('never reaches more with one more forbidden pair while the baseline is fixed', () => {
    const pick = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(scenarioArbitrary(size), pick, ({ cohort, options }, [mentee, mentor]) => {
        fc.pre(cohort.menteeIds.length > 0 && cohort.mentorIds.length > 0);
        const pair = {
          menteeId: cohort.menteeIds[mentee % cohort.menteeIds.length]!,
          mentorId: cohort.mentorIds[mentor % cohort.mentorIds.length]!,
        };
        const isLock = (lock: typeof pair) =>
          lock.menteeId === pair.menteeId && lock.mentorId === pair.mentorId;
        fc.pre(!options.locked.some(isLock));
        const fewer = matchCohort(cohort, { ...options, forbidden: [...options.forbidden, pair] });
        const before = reached(matchCohort(cohort, options));
        expect(compareBest(options.objective, reached(fewer), before)).toBeLessThanOrEqual(0);
        expect(fewer.pairs.filter(isLock)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('makes no fewer pairs by most-pairs and no lower total by best-total', () => {
    holds(({ cohort, options }) => {
      const most = reached(matchCohort(cohort, { ...options, objective: 'most-pairs' }));
      const best = reached(matchCohort(cohort, { ...options, objective: 'best-total' }));
      expect(most.pairs).toBeGreaterThanOrEqual(best.pairs);
      expect(best.score).toBeGreaterThanOrEqual(most.score);
    });
  });

  it('reaches the same (pairs, total) under every seed, with the seed in the record', () => {
    holds(({ input, compileOptions, cohort, options }) => {
      const other = compileCohort(input, { ...compileOptions, seed: 123_456_789 });
      const matching = matchCohort(other, options);
      expect(reached(matching)).toEqual(reached(matchCohort(cohort, options)));
      expect(matching.record.seed).toBe(123_456_789);
    });
  });

  it('makes allowed pairs only, within capacity, with the scores and known shares of explainPair', () => {
    holds((scenario) => {
      const { cohort, options } = scenario;
      const { pairs, proof, mentorsWithSpace } = matchCohort(cohort, options);
      const left = cohort.capacities.slice();
      const mentees = new Set<string>();
      for (const { menteeId, mentorId, score, knownShare, locked } of pairs) {
        const mentee = cohort.menteeIndex(menteeId);
        const mentor = cohort.mentorIndex(mentorId);
        left[mentor]! -= 1;
        mentees.add(menteeId);
        expect(menteeId).not.toBe(mentorId);
        expect(mayPair(scenario, mentee, mentor)).toBe(true);
        expect(locked).toBe(options.locked.some((lock) => lock.menteeId === menteeId));
        const explained = explainPair(cohort, menteeId, mentorId);
        expect(explained).toMatchObject({ eligible: true, brokenRules: [], score, knownShare });
        const sum = explained.factors.reduce((all, { contribution }) => all + millionths(contribution), 0);
        expect(sum).toBe(millionths(score));
      }
      expect(mentees.size).toBe(pairs.length);
      expect(pairs.filter(({ locked }) => locked)).toHaveLength(options.locked.length);
      expect(left.every((places) => places >= 0)).toBe(true);
      const space = cohort.mentorIds.flatMap((mentorId, mentor) =>
        left[mentor]! > 0 ? [{ mentorId, spare: left[mentor]! }] : [],
      );
      expect(mentorsWithSpace).toEqual(space);
      expect(proof).toMatchObject({ ...totals(reached({ pairs } as Matching)), gap: 0, pairsGap: 0 });
    });
  });

  it('counts what is there', () => {
    holds(({ input, cohort, options }) => {
      const { counts } = matchCohort(cohort, options).record;
      const inside = input.mentors.filter(({ optedIn }) => optedIn === true);
      const isForbidden = (menteeId: string, mentorId: string) =>
        options.forbidden.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId);
      const eligible = cohort.menteeIds.flatMap((menteeId, mentee) =>
        cohort.mentorIds.filter(
          (mentorId, mentor) => cohort.isEligible(mentee, mentor) && !isForbidden(menteeId, mentorId),
        ),
      );
      expect(counts).toEqual({
        mentees: input.mentees.length,
        mentors: input.mentors.length,
        menteesOptedIn: input.mentees.filter(({ optedIn }) => optedIn === true).length,
        mentorsOptedIn: inside.length,
        places: inside.reduce((sum, { capacity }) => sum + (capacity ?? 1), 0),
        eligiblePairs: eligible.length,
      });
    });
  });

  it('survives JSON: the copy is equal and every verb works after it', () => {
    holds(({ input, compileOptions, cohort, options }) => {
      const matching = matchCohort(cohort, options);
      const text = JSON.stringify(matching);
      const copy = parseMatching(text);
      expect(copy).toEqual(matching);
      expect(JSON.stringify(copy)).toBe(text);
      expect(parseMatching(copy)).toBe(copy);
      // Another process knows the people, the functions and the record.
      const { model, seed, aliases, baseline, assumeOptedIn } = copy.record;
      const { functions = {} } = compileOptions;
      const later = compileCohort(input, { model, seed, aliases, baseline, assumeOptedIn, functions });
      expect(checkProof(later, copy)).toEqual({ isProven: true, violations: [] });
      expect(replayMatching(later, copy)).toEqual({
        identical: true,
        differences: [],
        pairsDifference: 0,
        scoreDifference: 0,
      });
      expect(JSON.stringify(matchCohort(later, options))).toBe(text);
    });
  });

  it('changes nothing that was passed in', () => {
    holds(({ input, compileOptions, options }) => {
      const { functions = {}, ...rest } = compileOptions;
      const frozen = deepFreeze(structuredClone({ input, rest, options }));
      const cohort = compileCohort(frozen.input, { ...frozen.rest, functions });
      const matching = deepFreeze(matchCohort(cohort, frozen.options));
      checkProof(cohort, matching);
      replayMatching(cohort, matching);
      const digest = cohort.digest();
      for (const { menteeId, mentorId } of matching.pairs) explainPair(cohort, menteeId, mentorId);
      expect(cohort.digest()).toBe(digest);
      expect(matchCohort(cohort, frozen.options)).toEqual(matching);
    }, 50);
  });

  it('lets nobody change the cohort through the record', () => {
    holds(({ cohort, options }) => {
      const first = matchCohort(cohort, options);
      const text = JSON.stringify(first);
      spoil(first);
      expect(JSON.stringify(matchCohort(cohort, options))).toBe(text);
    }, 50);
  });

  it('lists partners by falling score, all of the eligible and nobody else', () => {
    holds(({ cohort }) => {
      cohort.menteeIds.forEach((menteeId, mentee) => {
        const ranked = rankMentors(cohort, menteeId);
        const expected = cohort.mentorIds.filter((_, mentor) => cohort.isEligible(mentee, mentor));
        expect(ranked.map(({ mentorId }) => mentorId).sort()).toEqual([...expected].sort());
        ranked.forEach(({ mentorId, score, knownShare }, at) => {
          expect(explainPair(cohort, menteeId, mentorId)).toMatchObject({ score, knownShare });
          const next = ranked[at + 1];
          if (next === undefined) return;
          expect(score).toBeGreaterThanOrEqual(next.score);
          const isInOrder = cohort.mentorIndex(mentorId) < cohort.mentorIndex(next.mentorId);
          expect(score > next.score || isInOrder).toBe(true);
        });
        expect(rankMentors(cohort, menteeId, { limit: 2 })).toEqual(ranked.slice(0, 2));
      });
      for (const mentorId of cohort.mentorIds) {
        const ranked = rankMentees(cohort, mentorId);
        const fromOtherSide = cohort.menteeIds.flatMap((menteeId) =>
          rankMentors(cohort, menteeId)
            .filter((one) => one.mentorId === mentorId)
            .map(({ score, knownShare }) => ({ menteeId, score, knownShare })),
        );
        fromOtherSide.sort((one, other) => other.score - one.score);
        expect(ranked).toEqual(fromOtherSide);
      }
    }, 50);
  });
});

describe('what matching reads and stores', () => {
  const model = scenarioArbitrary(size, 'people');

  it('gives the same JSON when a field changes that the model does not read', () => {
    fc.assert(
      fc.property(model, ({ input, compileOptions, cohort, options }) => {
        const changed = {
          ...input,
          mentees: input.mentees.map((mentee) => ({
            ...mentee,
            name: 'somebody else',
            trainedOn: '2020-02-02',
            attributes: { ...mentee.attributes, shoeSize: 43, remote: true },
          })),
          mentors: input.mentors.map((mentor) => ({
            ...mentor,
            department: 'somewhere else',
            traits: { instrumentId: 'x', means: { openness: 5 } },
            attributes: { ...mentor.attributes, hobbies: ['darts'] },
          })),
        };
        const again = matchCohort(compileCohort(changed, compileOptions), options);
        expect(JSON.stringify(again)).toBe(JSON.stringify(matchCohort(cohort, options)));
      }),
      { numRuns: 100 },
    );
  });

  it('holds no word that people gave', () => {
    fc.assert(
      fc.property(cohortArbitrary(size), (input) => {
        const marked = markWords(input);
        const text = JSON.stringify(matchCohort(marked));
        expect(text).not.toMatch(/ZQX/i);
      }),
      { numRuns: 50 },
    );
  });

  it('holds no word that people gave when rarity stores how often words were given', () => {
    fc.assert(
      fc.property(model, ({ input, compileOptions, options }) => {
        const matching = matchCohort(compileCohort(markWords(input), compileOptions), {
          objective: options.objective,
        });
        expect(JSON.stringify(matching)).not.toMatch(/ZQX/i);
      }),
      { numRuns: 60 },
    );
  });
});

function totals({ pairs, score }: { readonly pairs: number; readonly score: number }) {
  return { pairs, totalScore: score / 1e6, pairsUpperBound: pairs, upperBound: score / 1e6 };
}

/** Every interest, skill, name, language, organisation, place, … marked. */
function markWords(input: CohortInput): CohortInput {
  const mark = (word: string) => `ZQX${word}ZQX`;
  const words = (list: readonly string[] | null | undefined) => list?.map(mark) ?? null;
  const skills = (
    list: readonly (string | { readonly name: string; readonly level?: number })[] | null | undefined,
  ) =>
    list?.map((skill) => (typeof skill === 'string' ? mark(skill) : { ...skill, name: mark(skill.name) })) ??
    null;
  const person = <One extends CohortInput['mentees'][number] | CohortInput['mentors'][number]>(one: One) => ({
    ...one,
    name: 'ZQX',
    interests: words(one.interests),
    dislikes: words(one.dislikes),
    languages: words(one.languages),
    organization: 'ZQX',
    location: one.location == null ? null : mark(one.location),
    attributes: { site: 'ZQX', hobbies: ['ZQX'] },
    skills: skills(one.skills),
  });
  return {
    ...input,
    mentees: input.mentees.map((one) => ({ ...person(one), skillsWanted: skills(one.skillsWanted) })),
    mentors: input.mentors.map(person),
  };
}

/** Overwrites everything that a plain object reaches. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const record = value as Record<string, unknown>;
  for (const key of Object.keys(record)) {
    spoil(record[key]);
    record[key] = 'spoiled';
  }
}
