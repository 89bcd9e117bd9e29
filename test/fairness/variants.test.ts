import { describe, expect, it } from 'vitest';
import {
  attributeInvariance,
  attributeInvarianceAsync,
  describeFairness,
  factorInfluence,
  factorInfluenceAsync,
  fairnessTexts,
} from '../../src/fairness/index.js';
import {
  type CohortInput,
  compileCohort,
  factors,
  isInputError,
  type Model,
  matchCohort,
  rules,
} from '../../src/index.js';
import { compatCohort } from '../support/compat-cohort.js';

const mentor = (id: string, group: string | undefined, interests: string[]) => ({
  id,
  interests,
  ...(group === undefined ? {} : { attributes: { group } }),
});

/** Interests alone would pair a1–b1 and a2–b2; the groups are crossed. */
const crossed: CohortInput = {
  mentees: [mentor('a1', 'x', ['jazz']), mentor('a2', 'y', ['chess'])],
  mentors: [mentor('b1', 'Y', ['jazz']), mentor('b2', 'x', ['chess'])],
};

const compiled = (people: CohortInput, model: Model) => compileCohort(people, { assumeOptedIn: true, model });
const interests = factors.sharedInterests({ weight: 1 });

describe('attributeInvariance', () => {
  it('finds that pairs depend on an attribute that the model weighs', () => {
    const sameGroup = factors.sameValue({ weight: 3, field: 'attributes.group' });
    const result = attributeInvariance(compiled(crossed, { factors: { interests, sameGroup } }), {
      attribute: 'attributes.group',
    });
    expect(result).toMatchObject({ isInvariant: false, isRead: true, known: { mentees: 2, mentors: 2 } });
    expect(result.blanked.changes).toHaveLength(2);
    expect(result.blanked.changes).toContainEqual({ menteeId: 'a1', from: 'b2', to: 'b1' });
    expect(result.swapped).toMatchObject({ side: 'mentee', menteesChanged: 2, changedShare: 1 });
  });

  it('finds a rule, and a function that sees through it', () => {
    const byRule = compiled(crossed, {
      factors: { interests },
      rules: [rules.differentValue({ field: 'attributes.group' })],
    });
    expect(attributeInvariance(byRule, { attribute: 'attributes.group' }).swapped?.menteesChanged).toBe(2);
    const byFunction = compileCohort(crossed, {
      assumeOptedIn: true,
      model: { factors: { odd: factors.custom({ weight: 3, function: 'odd' }), interests } },
      functions: { odd: (mentee, other) => (mentee.attributes?.group === 'x' && other.id === 'b2' ? 1 : 0) },
    });
    const result = attributeInvariance(byFunction, { attribute: 'attributes.group' });
    expect(result).toMatchObject({ isInvariant: false, isRead: true });
  });

  it('finds nothing where the attribute is not read, and says that it sees no proxies', () => {
    const cohort = compiled(crossed, { factors: { interests } });
    const result = attributeInvariance(cohort, { attribute: 'attributes.group' });
    expect(result).toMatchObject({
      isInvariant: true,
      isRead: false,
      blanked: { menteesChanged: 0, changedShare: 0, pairsBefore: 2, pairsAfter: 2 },
      swapped: { menteesChanged: 0 },
    });
    expect(describeFairness(result)).toContain('cannot see proxies: a location');
    expect(describeFairness(result)).toContain('no legal advice');
    expect(describeFairness(result, { texts: fairnessTexts.it })).toContain('una sede');
  });

  it('swaps mentors where no mentee has a value, and nothing where there is one group', () => {
    const people: CohortInput = {
      mentees: [mentor('a1', undefined, ['jazz'])],
      mentors: crossed.mentors,
    };
    const cohort = compiled(people, { factors: { interests } });
    expect(attributeInvariance(cohort, { attribute: 'attributes.group' }).swapped?.side).toBe('mentor');
    const one = attributeInvariance(cohort, { attribute: 'department' });
    expect(one.swapped).toBeNull();
    expect(describeFairness(one)).toContain('fewer than two groups');
  });

  it('takes over locks and objective, and leaves the cohort as it was', () => {
    const cohort = compiled(crossed, { factors: { interests } });
    const digest = cohort.digest();
    const locked = [{ menteeId: 'a1', mentorId: 'b2' }];
    const result = attributeInvariance(cohort, {
      attribute: 'attributes.group',
      locked,
      objective: 'best-total',
    });
    expect(result.isInvariant).toBe(true);
    expect(cohort.digest()).toBe(digest);
    expect(cohort.people.mentees.map(({ attributes }) => attributes?.group).sort()).toEqual(['x', 'y']);
  });
});

describe('factorInfluence', () => {
  it('shows that a heavy factor may decide nothing and a light one everything', () => {
    const sameSite = factors.sameValue({ weight: 9, field: 'attributes.site' });
    const everybodyHere = (people: CohortInput): CohortInput => ({
      mentees: people.mentees.map((each) => ({ ...each, attributes: { site: 'here' } })),
      mentors: people.mentors.map((each) => ({ ...each, attributes: { site: 'here' } })),
    });
    const cohort = compiled(everybodyHere(compatCohort({ mentees: 30, mentors: 30 })), {
      factors: { interests, sameSite, zone: factors.timeZoneOverlap({ weight: 1 }) },
    });
    const result = factorInfluence(cohort);
    expect(result).toMatchObject({ pairs: 30, factorsLeftOut: ['zone'], onlyFactor: null });
    const [first, second] = result.factors;
    expect(second).toMatchObject({ name: 'sameSite', weightShare: 0.9, menteesChanged: 0, scoreLost: 0 });
    expect(first).toMatchObject({ name: 'interests', kind: 'sharedInterests', weightShare: 0.1 });
    expect(first!.menteesChanged).toBeGreaterThan(20);
    expect(first!.scoreLost).toBeGreaterThan(0);
    expect(describeFairness(result)).toContain(
      '- sameSite (90 % of the weight): mentees with another mentor without it: 0',
    );
    expect(describeFairness(result, { texts: fairnessTexts.it })).toContain(
      'zone: ignoto per ogni abbinamento',
    );
  });

  it('equals matching anew with the factor at weight 0 and the same baseline', () => {
    const people = compatCohort({ mentees: 25, mentors: 25 });
    const skills = factors.skillCoverage({ weight: 2 });
    const cohort = compiled(people, { factors: { skills, interests } });
    const before = matchCohort(cohort).pairs;
    for (const { name, menteesChanged, changes } of factorInfluence(cohort).factors) {
      const left = Object.entries({ skills, interests }).filter(([each]) => each !== name);
      const alone = matchCohort(people, {
        assumeOptedIn: true,
        model: { factors: Object.fromEntries(left) },
        baseline: cohort.baseline,
      }).pairs;
      const then = new Map(before.map(({ menteeId, mentorId }) => [menteeId, mentorId]));
      const moved = alone.filter(({ menteeId, mentorId }) => then.get(menteeId) !== mentorId);
      expect(menteesChanged).toBe(moved.length);
      for (const { menteeId, mentorId } of moved)
        expect(changes).toContainEqual({ menteeId, from: then.get(menteeId), to: mentorId });
    }
  });

  it('has nothing to compare in a model of one factor, and nobody in an empty cohort', () => {
    const result = factorInfluence(compiled(crossed, { factors: { interests } }));
    expect(result).toMatchObject({ factors: [], onlyFactor: 'interests', pairs: 2 });
    expect(describeFairness(result)).toContain('interests is the only factor that counts');
    const empty = compileCohort({ mentees: [], mentors: [] });
    expect(factorInfluence(empty)).toMatchObject({ pairs: 0, factors: [], onlyFactor: null });
    expect(attributeInvariance(empty, { attribute: 'team' })).toMatchObject({
      isInvariant: true,
      swapped: null,
    });
  });
});

describe('in slices', () => {
  const cohort = compiled(crossed, {
    factors: { interests, skills: factors.sameValue({ weight: 1, field: 'attributes.group' }) },
  });

  it('comes to the same, and can be aborted', async () => {
    expect(await factorInfluenceAsync(cohort)).toEqual(factorInfluence(cohort));
    const options = { attribute: 'attributes.group' };
    expect(await attributeInvarianceAsync(cohort, options)).toEqual(attributeInvariance(cohort, options));
    const progress: number[] = [];
    let time = 0;
    await factorInfluenceAsync(cohort, {
      clock: () => (time += 100),
      onProgress: ({ solved }) => progress.push(solved),
    });
    expect(progress).toEqual([1, 2, 3]);
    await expect(factorInfluenceAsync(cohort, { signal: { aborted: true } })).rejects.toThrow(/aborted/);
  });

  it('rejects wrong input under its own name', async () => {
    const problem = await factorInfluenceAsync(cohort, { onProgress: 3 as never }).catch((error) => error);
    expect(isInputError(problem) && problem.function).toBe('factorInfluenceAsync');
    const locked = [{ menteeId: 'nobody', mentorId: 'b1' }];
    const other = await factorInfluenceAsync(cohort, { locked }).catch((error) => error);
    expect(isInputError(other) && other.function).toBe('factorInfluenceAsync');
    expect(() => factorInfluence(cohort, { solver: () => [] } as never)).toThrow(/factorInfluence: solver/);
    expect(() => attributeInvariance(cohort, { attribute: '__proto__' })).toThrow(
      /attributeInvariance: attribute/,
    );
    expect(() => attributeInvariance(crossed as never, { attribute: 'team' })).toThrow(/compileCohort/);
  });
});

it('reports options that are none as an error of input in the asynchronous form too', async () => {
  const cohort = compileCohort({ mentees: [], mentors: [] });
  const error = await factorInfluenceAsync(cohort, null as never).catch((caught: unknown) => caught);
  expect(isInputError(error)).toBe(true);
});
