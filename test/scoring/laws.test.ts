import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { million } from '../../src/core/index.js';
import type { Cohort, CohortInput } from '../../src/participants/index.js';
import { parseCohort } from '../../src/schema/index.js';
import {
  type CompiledCohort,
  type CompileOptions,
  compileCohort,
  type FactorSpec,
  type Model,
} from '../../src/scoring/index.js';
import { cohortArbitrary, shuffledCohortArbitrary } from '../support/arbitraries.js';
import {
  factorArbitrary,
  factorKindNames,
  functions,
  modelArbitrary,
  ruleArbitrary,
  ruleKindNames,
} from '../support/models.js';
import { naiveScores } from './naive.js';

const cohorts = cohortArbitrary({ mentees: 5, mentors: 5 });

function compile(input: CohortInput | Cohort, model: Model, options: CompileOptions = {}): CompiledCohort {
  return compileCohort(parseCohort(input), { model, functions, ...options });
}

function forEachPair(cohort: CompiledCohort, visit: (mentee: number, mentor: number) => void): void {
  cohort.menteeIds.forEach((_, mentee) => {
    cohort.mentorIds.forEach((_, mentor) => {
      visit(mentee, mentor);
    });
  });
}

/** Everything that is said of every pair, by ids. */
function everyPair(cohort: CompiledCohort): Map<string, unknown> {
  const all = new Map<string, unknown>();
  forEachPair(cohort, (mentee, mentor) => {
    all.set(JSON.stringify([cohort.menteeIds[mentee], cohort.mentorIds[mentor]]), {
      score: cohort.score(mentee, mentor),
      knownShare: cohort.knownShare(mentee, mentor),
      broken: cohort.brokenRules(mentee, mentor),
      contributions: cohort.contributions(mentee, mentor),
    });
  });
  return all;
}

function scoresOf(cohort: CompiledCohort): Map<string, number> {
  const all = new Map<string, number>();
  forEachPair(cohort, (mentee, mentor) => {
    const key = JSON.stringify([cohort.menteeIds[mentee], cohort.mentorIds[mentor]]);
    all.set(key, cohort.score(mentee, mentor));
  });
  return all;
}

/** What holds for the rows and pairs of every compiled cohort. */
function expectSound(cohort: CompiledCohort): void {
  const { menteeIds, mentorIds, minimumScore } = cohort;
  menteeIds.forEach((_, mentee) => {
    const scores = new Int32Array(mentorIds.length).fill(77);
    const all = new Int32Array(mentorIds.length).fill(77);
    const blocked = new Uint8Array(mentorIds.length).fill(77);
    cohort.writeScores(mentee, scores);
    cohort.writeAllScores(mentee, all);
    cohort.writeBlocked(mentee, blocked);
    mentorIds.forEach((_, mentor) => {
      const score = cohort.score(mentee, mentor);
      const broken = cohort.brokenRules(mentee, mentor);
      const parts = cohort.contributions(mentee, mentor);
      expect(Number.isInteger(score) && score >= 0 && score <= million).toBe(true);
      expect(all[mentor]).toBe(score);
      expect(blocked[mentor]).toBe(broken.length > 0 ? 1 : 0);
      expect(cohort.isEligible(mentee, mentor)).toBe(broken.length === 0 && score >= minimumScore);
      expect(scores[mentor]).toBe(cohort.isEligible(mentee, mentor) ? score : -1);
      expect(parts.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score);
      if (parts.length > 0) expect(parts.reduce((sum, { share }) => sum + share, 0)).toBe(million);
      const known = parts.filter(({ value }) => value !== null);
      expect(cohort.knownShare(mentee, mentor)).toBe(known.reduce((sum, { share }) => sum + share, 0));
      for (const { value, share, contribution, details } of parts) {
        expect(value === null || (value >= 0 && value <= 1)).toBe(true);
        expect(Number.isInteger(contribution) && contribution >= 0 && contribution <= share).toBe(true);
        if (value !== null) expect(Math.abs(contribution - share * value)).toBeLessThanOrEqual(0.5);
        expect(JSON.parse(JSON.stringify(details))).toEqual(details);
      }
    });
  });
}

/** The naive second implementation agrees about every pair. */
function expectNaive(input: CohortInput, model: Model): void {
  const parsed = parseCohort(input);
  const cohort = compileCohort(parsed, { model, functions });
  const naive = naiveScores(parsed, model, functions);
  forEachPair(cohort, (mentee, mentor) => {
    const [menteeId, mentorId] = [cohort.menteeIds[mentee], cohort.mentorIds[mentor]];
    const expected = naive(
      parsed.mentees.find(({ id }) => id === menteeId)!,
      parsed.mentors.find(({ id }) => id === mentorId)!,
    );
    const parts = cohort.contributions(mentee, mentor);
    expect(parts.map(({ name }) => name)).toEqual([...expected.values.keys()]);
    for (const { name, value } of parts) {
      const own = expected.values.get(name)!;
      if (own === null) expect(value).toBeNull();
      else expect(Math.abs(value! - own)).toBeLessThan(1e-12);
    }
    expect(Math.abs(cohort.score(mentee, mentor) - expected.score)).toBeLessThanOrEqual(1);
    expect(cohort.knownShare(mentee, mentor)).toBe(expected.knownShare);
    const broken = cohort.brokenRules(mentee, mentor).flatMap(({ index }) => index ?? []);
    expect(broken).toEqual(expected.broken);
  });
}

describe('a row and a pair say the same, and a naive second implementation agrees', () => {
  test.each(factorKindNames)('factor %s', (kind) => {
    fc.assert(
      fc.property(cohorts, factorArbitrary(kind), (input, spec) => {
        const model: Model = { factors: { it: { ...spec, weight: spec.weight || 1 } as FactorSpec } };
        expectSound(compile(input, model));
        expectNaive(input, model);
      }),
      { numRuns: 60 },
    );
  });

  test.each(ruleKindNames)('rule %s', (kind) => {
    fc.assert(
      fc.property(cohorts, ruleArbitrary(kind), (input, rule) => {
        const model: Model = { factors: { a: { kind: 'preference', weight: 1 } }, rules: [rule] };
        expectSound(compile(input, model));
        expectNaive(input, model);
      }),
      { numRuns: 60 },
    );
  });

  test('any model', () => {
    fc.assert(
      fc.property(cohorts, modelArbitrary, (input, model) => {
        expectSound(compile(input, model));
        expectNaive(input, model);
      }),
      { numRuns: 150 },
    );
  });
});

test('permuting people changes nothing: scores and reasons by id, baseline, digest', () => {
  fc.assert(
    fc.property(shuffledCohortArbitrary({ mentees: 5, mentors: 5 }), modelArbitrary, (pair, model) => {
      const one = compile(pair.cohort, model);
      const other = compile(pair.shuffled, model);
      expect(other.menteeIds).toEqual(one.menteeIds);
      expect(other.mentorIds).toEqual(one.mentorIds);
      expect(everyPair(other)).toEqual(everyPair(one));
      expect(other.baseline).toEqual(one.baseline);
      expect(other.notOptedIn).toEqual(one.notOptedIn);
      expect(other.digest()).toBe(one.digest());
    }),
    { numRuns: 60 },
  );
});

test('turning round every list that is no ranking changes neither scores nor digest', () => {
  const isFree = ({ factors, rules = [] }: Model) =>
    [...Object.values(factors), ...rules].every(({ kind }) => kind !== 'custom');
  const turned = (person: object) =>
    Object.fromEntries(
      Object.entries(person).map(([field, value]): [string, unknown] => {
        if (field === 'attributes' && value !== null) return [field, turned(value)];
        return [field, Array.isArray(value) && field !== 'preferredMentors' ? [...value].reverse() : value];
      }),
    );
  fc.assert(
    fc.property(cohorts, modelArbitrary.filter(isFree), (input, model) => {
      const one = compile(input, model);
      const { mentees, mentors } = input;
      const other = compile(
        { ...input, mentees: mentees.map(turned), mentors: mentors.map(turned) } as unknown as CohortInput,
        model,
      );
      expect(scoresOf(other)).toEqual(scoresOf(one));
      expect(other.baseline).toEqual(one.baseline);
      expect(other.digest()).toBe(one.digest());
    }),
    { numRuns: 60 },
  );
});

function withWeights(model: Model, change: (weight: number) => number): Model {
  const entries = Object.entries(model.factors).map(([name, spec]) => [
    name,
    { ...spec, weight: change(spec.weight) },
  ]);
  return { ...model, factors: Object.fromEntries(entries) };
}

test('scaling all weights by a power of two changes no score', () => {
  fc.assert(
    fc.property(cohorts, modelArbitrary, fc.integer({ min: -30, max: 30 }), (input, model, exponent) => {
      const scaled = withWeights(model, (weight) => weight * 2 ** exponent);
      expect(scoresOf(compile(input, scaled))).toEqual(scoresOf(compile(input, model)));
    }),
    { numRuns: 50 },
  );
});

test('scaling all weights by any number changes a score by at most a millionth', () => {
  const factor = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(cohorts, modelArbitrary, factor, (input, model, by) => {
      const scaled = scoresOf(
        compile(
          input,
          withWeights(model, (weight) => weight * by),
        ),
      );
      for (const [pair, score] of scoresOf(compile(input, model))) {
        expect(Math.abs(scaled.get(pair)! - score)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 80 },
  );
});

test("the order of a model's keys changes neither scores nor digest", () => {
  fc.assert(
    fc.property(cohorts, modelArbitrary, (input, model) => {
      const turned = (data: unknown): unknown => {
        if (Array.isArray(data)) return data.map(turned);
        if (typeof data !== 'object' || data === null) return data;
        return Object.fromEntries(
          Object.entries(data)
            .reverse()
            .map(([key, value]) => [key, turned(value)]),
        );
      };
      const one = compile(input, model);
      const other = compile(input, turned(model) as Model);
      expect(everyPair(other)).toEqual(everyPair(one));
      expect(other.digest()).toBe(one.digest());
    }),
    { numRuns: 50 },
  );
});

test('a JSON round trip of people, model and baseline changes nothing', () => {
  fc.assert(
    fc.property(cohorts, modelArbitrary, (input, model) => {
      const copy = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data;
      const one = compile(input, model);
      const other = compile(copy(input), copy(model), { baseline: copy(one.baseline) });
      expect(everyPair(other)).toEqual(everyPair(one));
      expect(other.digest()).toBe(one.digest());
    }),
    { numRuns: 60 },
  );
});

test('a fresh baseline that is passed back in reproduces scores, what is left out, and digest', () => {
  fc.assert(
    fc.property(cohorts, modelArbitrary, (input, model) => {
      const one = compile(input, model);
      const other = compile(input, model, { baseline: one.baseline });
      expect(everyPair(other)).toEqual(everyPair(one));
      expect(other.factorsLeftOut).toEqual(one.factorsLeftOut);
      expect(other.baseline).toEqual(one.baseline);
      expect(other.digest()).toBe(one.digest());
    }),
    { numRuns: 60 },
  );
});

test('with the baseline given, whoever joins late leaves the scores of the others where they were', () => {
  fc.assert(
    fc.property(
      cohortArbitrary({ mentees: 6, mentors: 6 }),
      modelArbitrary,
      fc.nat(3),
      (input, model, drop) => {
        // Who leaves must not be named by those who stay: names of strangers are refused.
        const stay = (person: CohortInput['mentees'][number] | CohortInput['mentors'][number]) => ({
          ...person,
          preferredMentors: null,
          preferredMentees: null,
          avoidedMentors: null,
          avoidedMentees: null,
        });
        const clean = (
          people: CohortInput['mentees'] | CohortInput['mentors'],
          side: 'mentors' | 'mentees',
        ) =>
          people.map(stay).map((person) => {
            const { preferredMentors, avoidedMentors, preferredMentees, avoidedMentees, ...rest } = person;
            return side === 'mentors'
              ? { ...rest, preferredMentees, avoidedMentees }
              : { ...rest, preferredMentors, avoidedMentors };
          });
        const all = {
          ...input,
          mentees: clean(input.mentees, 'mentees'),
          mentors: clean(input.mentors, 'mentors'),
        } as CohortInput;
        const early = { ...all, mentees: all.mentees.slice(drop), mentors: all.mentors.slice(drop) };
        const before = compile(early, model);
        const after = scoresOf(compile(all, model, { baseline: before.baseline }));
        for (const [pair, score] of scoresOf(before)) expect(after.get(pair)).toBe(score);
      },
    ),
    { numRuns: 60 },
  );
});

test('an attribute that nobody reads changes neither scores nor digest, one that is read changes the digest', () => {
  const reads = (field: string): Model => ({
    factors: { site: { kind: 'sameValue', field, weight: 1 }, hours: { kind: 'gradeGap', weight: 1 } },
  });
  fc.assert(
    fc.property(
      cohorts.filter(({ mentees }) => mentees.some(({ optedIn }) => optedIn === true)),
      (input) => {
        const changed = {
          ...input,
          mentees: input.mentees.map((mentee) => ({
            ...mentee,
            name: 'somebody else',
            interests: ['new'],
            attributes: { ...mentee.attributes, secret: 'changed', site: mentee.attributes?.site ?? 'north' },
          })),
        };
        const base = {
          ...input,
          mentees: input.mentees.map((mentee) => ({
            ...mentee,
            attributes: { ...mentee.attributes, secret: 'here', site: mentee.attributes?.site ?? 'north' },
          })),
        };
        const [one, other] = [base, changed].map((each) => compile(each, reads('attributes.site')));
        expect(everyPair(other!)).toEqual(everyPair(one!));
        expect(other!.digest()).toBe(one!.digest());
        const [read, readChanged] = [base, changed].map((each) => compile(each, reads('attributes.secret')));
        expect(readChanged!.digest()).not.toBe(read!.digest());
      },
    ),
    { numRuns: 40 },
  );
});

test('nothing that is passed in is changed: deeply frozen people and models compile', () => {
  fc.assert(
    fc.property(cohorts, modelArbitrary, (input, model) => {
      const parsed = freeze(parseCohort(freeze(input)));
      const cohort = compileCohort(parsed, {
        model: freeze(model),
        functions,
        aliases: freeze({ C: ['c', 'd'] }),
      });
      expectSound(cohort);
      cohort.sampleScores();
      cohort.digest();
    }),
    { numRuns: 40 },
  );
});

test('a compiled cohort does not follow later changes of the model', () => {
  const model = { factors: { a: { kind: 'gradeGap' as const, weight: 1, unknown: 0.5 } } };
  const cohort = compile(
    { mentees: [{ id: 'a', optedIn: true }], mentors: [{ id: 'b', optedIn: true }] },
    model,
  );
  const before = cohort.digest();
  model.factors.a.weight = 3;
  expect(cohort.model.factors.a!.weight).toBe(1);
  expect(cohort.digest()).toBe(before);
});

test('the sample of scores holds every non-self pair once, ascending', () => {
  fc.assert(
    fc.property(cohorts, modelArbitrary, (input, model) => {
      const cohort = compile(input, model);
      const scores: number[] = [];
      forEachPair(cohort, (mentee, mentor) => {
        if (cohort.menteeIds[mentee] !== cohort.mentorIds[mentor]) scores.push(cohort.score(mentee, mentor));
      });
      expect([...cohort.sampleScores()]).toEqual(scores.sort((one, other) => one - other));
      expect(cohort.baseline.pairs).toBe(scores.length);
    }),
    { numRuns: 40 },
  );
});

function freeze<Data>(data: Data): Data {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data)) {
    Object.freeze(data);
    for (const value of Object.values(data)) freeze(value);
  }
  return data;
}
