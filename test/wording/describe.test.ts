import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import {
  compareMatchings,
  compileCohort,
  defaultModel,
  describe,
  describeModel,
  explainPair,
  factors,
  isInputError,
  type MatchingComparison,
  matchCohort,
  type PairExplanation,
  priceOfPair,
  rules,
  type Side,
  texts,
  type UnmatchedPerson,
  type UnmatchedReason,
} from '../../src/index.js';
import type { CohortInput } from '../../src/participants/index.js';
import { factorKinds } from '../../src/scoring/factors/index.js';
import { ruleKinds } from '../../src/scoring/rules/index.js';
import { cohortArbitrary } from '../support/arbitraries.js';

const people: CohortInput = {
  mentors: [
    { id: 'lee', optedIn: true, skills: [{ name: 'SQL', level: 4 }], interests: ['climbing', 'jazz'] },
    { id: 'kim', optedIn: true, interests: ['chess'], avoidedMentees: ['ana'] },
  ],
  mentees: [
    {
      id: 'ana',
      optedIn: true,
      skillsWanted: [{ name: 'SQL', level: 3 }],
      interests: ['climbing', 'jazz'],
      preferredMentors: ['kim'],
    },
    { id: 'bo', optedIn: true, interests: ['chess'] },
  ],
};
const languages = [texts.en, texts.it] as const;

group('describe', () => {
  const cohort = compileCohort(people);
  const matching = matchCohort(cohort);
  const nameOf = (id: string) => id.toUpperCase();

  it('tells a participant what the two share and what the mentor can teach', () => {
    const explained = explainPair(cohort, 'ana', 'lee');
    const audience = 'participant' as const;
    expect(describe(explained, { audience, nameOf })).toBe(
      'You both like climbing and jazz.\nLEE can help with SQL.',
    );
    expect(describe(explained, { audience, nameOf, texts: texts.it })).toBe(
      'Vi piace a entrambi: climbing e jazz.\nLEE può aiutare con: SQL.',
    );
  });

  it('tells an administrator the score, each part, the rank and what is broken, and that it is no forecast', () => {
    const text = describe(explainPair(cohort, 'ana', 'kim'));
    expect(text).toContain('ana with kim: score ');
    expect(text).toContain('- preference (');
    expect(text).toContain('neither asked not to be paired with the other');
    expect(text.endsWith(texts.en.caution)).toBe(true);
    expect(describe(explainPair(cohort, 'ana', 'lee'), { texts: texts.it })).toContain('punteggio 0,');
  });

  it('tells an administrator a price with its moves', () => {
    expect(describe(priceOfPair(cohort, matching, 'bo', 'lee'), { nameOf })).toMatch(
      /^Forcing the pair changes the number of pairs by -1 and the total by -[\d.]+\.\n- BO: KIM → LEE\n- ANA: LEE → nobody$/,
    );
    expect(describe(priceOfPair(cohort, matching, 'ana', 'lee'))).toBe(texts.en.price.nothing);
    expect(describe({ status: 'notPriced' })).toBe(texts.en.price.notPriced);
  });

  it('tells an administrator what changed between two matchings', () => {
    const later = matchCohort(cohort, { forbidden: [{ menteeId: 'ana', mentorId: 'lee' }] });
    const text = describe(compareMatchings(cohort, matching, later), { nameOf });
    expect(text).toContain('2 pairs with a total of ');
    expect(text).toMatch(/Kept: \d\. Moved: \d\./);
  });

  it('refuses what it cannot describe, and an audience that it does not know', () => {
    for (const wrong of [
      () => describe(null as never),
      () => describe({} as never),
      () => describe({ status: 'notPriced' }, { audience: 'public' as never }),
    ]) {
      try {
        wrong();
        expect.unreachable();
      } catch (error) {
        expect(isInputError(error)).toBe(true);
      }
    }
  });
});

/** Everything personal that a participant may not read holds this word. */
const secret = 'SECRET';
const value = fc.constantFrom(null, 0, 0.25, 1);

/** An explanation with every kind of factor, secrets in all details but those that both may know. */
function explanation(
  hidden: { score: number; value: number | null; rules: readonly string[]; below: boolean },
  shared: readonly string[],
  covered: readonly string[],
  minutes: number,
): PairExplanation {
  const open: Record<string, Record<string, unknown>> = {
    sharedInterests: { sharedInterests: shared, sharedDislikes: [secret], measure: secret },
    skillCoverage: {
      skills: [
        ...covered.map((skill) => ({
          skill,
          written: skill,
          today: hidden.score,
          target: 2,
          offered: 3,
          covered: 1,
        })),
        { skill: secret, written: secret, today: 0, target: 1, offered: 0, covered: 0 },
      ],
    },
    timeZoneOverlap: { hours: minutes / 60, hoursApart: secret },
    availabilityOverlap: { minutes, enoughMinutes: secret },
  };
  const kinds = [...Object.keys(factorKinds), 'personality'];
  return {
    menteeId: 'ana',
    mentorId: 'lee',
    eligible: hidden.rules.length === 0 && !hidden.below,
    brokenRules: hidden.rules.map((rule) => ({ rule })),
    belowMinimumScore: hidden.below,
    score: hidden.score,
    knownShare: hidden.score,
    percentile: { value: hidden.score, pairs: 10 },
    factors: kinds.map((kind) => ({
      name: `${secret} ${kind}`,
      kind,
      value: hidden.value,
      share: hidden.score,
      contribution: hidden.score,
      details: open[kind] ?? {
        menteeValue: secret,
        mentorValue: secret,
        menteeRank: hidden.score,
        shared: [secret],
        hours: hidden.score,
      },
    })),
  };
}

const hidden = fc.record({
  score: fc.constantFrom(0.017, 0.25, 0.911),
  value,
  rules: fc.subarray(['self', 'avoided', ...Object.keys(ruleKinds)]),
  below: fc.boolean(),
});
const words = fc.subarray(['jazz', 'chess', 'sql']);

group('no text for a participant', () => {
  it('about a pair contains or depends on anything hidden, over every kind of factor and rule', () => {
    fc.assert(
      fc.property(hidden, hidden, words, words, fc.nat(600), (one, other, shared, covered, minutes) => {
        for (const language of languages) {
          const options = { audience: 'participant', texts: language } as const;
          const text = describe(explanation(one, shared, covered, minutes), options);
          expect(text).toBe(describe(explanation(other, shared, covered, minutes), options));
          expect(text).not.toContain(secret);
          expect(text).not.toMatch(/0[.,](017|25|911)|%/);
        }
      }),
    );
  });

  it('about a pair changes when people avoid or prefer each other, or rules forbid the pair', () => {
    const model = {
      ...defaultModel,
      rules: [...(defaultModel.rules ?? []), rules.differentValue({ field: 'team' })],
    };
    fc.assert(
      fc.property(cohortArbitrary(), (input) => {
        const bare = (people_: readonly object[]) =>
          people_.map((person) => ({
            ...person,
            preferredMentors: null,
            preferredMentees: null,
            avoidedMentors: null,
            avoidedMentees: null,
            team: null,
          }));
        const strip = (lists: readonly string[], items: readonly object[]) =>
          bare(items).map((item) =>
            Object.fromEntries(Object.entries(item).filter(([key]) => !lists.includes(key))),
          );
        const open = {
          ...input,
          mentees: strip(['preferredMentees', 'avoidedMentees'], input.mentees),
          mentors: strip(['preferredMentors', 'avoidedMentors'], input.mentors),
          reportingLines: null,
        } as unknown as CohortInput;
        const one = compileCohort(input, { model });
        const other = compileCohort({ ...open, reportingLines: {} }, { model });
        for (const menteeId of one.menteeIds)
          for (const mentorId of one.mentorIds) {
            const say = (cohort: typeof one) =>
              describe(explainPair(cohort, menteeId, mentorId), { audience: 'participant' });
            expect(say(one)).toBe(say(other));
          }
      }),
      { numRuns: 60 },
    );
  });

  it('about being left out tells one reason from another, but for what is one’s own doing', () => {
    // Every code there is, but those that are one's own doing: the compiler sees to it.
    const byCode: Record<Exclude<UnmatchedReason['code'], 'notOptedIn' | 'noCapacity'>, UnmatchedReason> = {
      noEligibleMentor: { code: 'noEligibleMentor', rules: [{ rule: 'avoided', pairs: 3 }] },
      noEligibleMentee: { code: 'noEligibleMentee', rules: [{ rule: 'avoided', pairs: 3 }] },
      belowMinimumScore: { code: 'belowMinimumScore', best: 0.1, minimumScore: 0.2 },
      notEnoughPlaces: { code: 'notEnoughPlaces', bottleneck: 0 },
      heldByOthers: { code: 'heldByOthers', eligibleMentors: 2 },
      totalPreferred: { code: 'totalPreferred', pairsGained: 1, scoreLost: 0.3 },
      menteesPlacedElsewhere: { code: 'menteesPlacedElsewhere', eligibleMentees: 4 },
      leftOutBySolver: { code: 'leftOutBySolver' },
      timeRanOut: { code: 'timeRanOut' },
      leftOutByQuotas: { code: 'leftOutByQuotas' },
    };
    const reasons = Object.values(byCode);
    for (const language of languages) {
      for (const side of ['mentee', 'mentor'] as readonly Side[]) {
        const say = (reason: UnmatchedReason) =>
          describe({ id: secret, side, reason }, { audience: 'participant', texts: language });
        expect(new Set(reasons.map(say)).size).toBe(1);
        expect(say(reasons[0]!)).not.toMatch(/SECRET|\d/);
        expect(say({ code: 'notOptedIn' })).not.toBe(say(reasons[0]!));
      }
    }
  });

  it('tells a price or a change of other people', () => {
    const price = {
      status: 'possible',
      pairsLost: 1,
      scoreLost: 0.5,
      moves: [{ menteeId: secret, from: secret, to: null }],
    } as const;
    const ineligible = { status: 'ineligible', rules: [{ rule: 'avoided' }] } as const;
    const pairs = [{ menteeId: secret, mentorId: secret }];
    const comparison: MatchingComparison = {
      pairsBefore: 1,
      pairsAfter: 1,
      totalBefore: 1,
      totalAfter: 1,
      kept: pairs,
      moved: [],
      placed: pairs,
      unplaced: pairs,
      left: pairs,
    };
    for (const language of languages)
      for (const subject of [price, ineligible, comparison, { status: 'notPriced' } as const])
        expect(describe(subject, { audience: 'participant', texts: language })).toBe(
          language.participant.notForParticipants,
        );
  });
});

group('the council', () => {
  it('reads no answer about one person', () => {
    const unmatched: UnmatchedPerson = { id: secret, side: 'mentee', reason: { code: 'leftOutBySolver' } };
    const one = explanation({ score: 0.5, value: 1, rules: [], below: false }, ['jazz'], ['sql'], 60);
    for (const subject of [unmatched, one, { status: 'notPriced' } as const])
      expect(describe(subject, { audience: 'council' })).toBe(texts.en.council.onePerson);
  });

  it('reads counts, and none of them where a group has fewer than five', () => {
    const pairs = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ menteeId: `${secret}${index}`, mentorId: secret }));
    const comparison = (kept: number, placed: number) =>
      describe(
        {
          pairsBefore: kept,
          pairsAfter: kept + placed,
          totalBefore: 3,
          totalAfter: 4,
          kept: pairs(kept),
          moved: [],
          placed: pairs(placed),
          unplaced: [],
          left: [],
        },
        { audience: 'council' },
      );
    expect(comparison(6, 5)).toContain('Kept: 6. Moved: 0. Newly placed: 5.');
    expect(comparison(6, 4)).toBe('6 pairs before, 10 pairs now.\nThe groups are too small to be shown.');
    expect(comparison(4, 0)).toBe('The groups are too small to be shown.');
    expect(comparison(6, 5)).not.toContain(secret);
  });
});

group('describeModel', () => {
  it('says what counts, how much, what must hold, and that a score is no probability', () => {
    const model = {
      factors: {
        skills: factors.skillCoverage({ weight: 3 }),
        interests: factors.sharedInterests({ weight: 1 }),
        off: factors.preference({ weight: 0 }),
      },
      rules: [rules.notPreviouslyPaired({ history: [{ menteeId: secret, mentorId: secret }] })],
      minimumScore: 0.25,
    };
    expect(describeModel(model)).toBe(
      [
        'A score is made of these parts:',
        '- skills, 75 % of the weight: how much of what the mentee wants to learn the mentor can teach',
        '- interests, 25 % of the weight: interests that both have',
        'A pair is made only if:',
        '- they were not paired before',
        '- the score is at least 0.25',
        'Only people who opted in take part, and nobody is paired with a person either of them avoids.',
        'A score is a reasoned starting point for people, not a probability of success.',
      ].join('\n'),
    );
    expect(describeModel(model, { texts: texts.it })).toContain('il punteggio è almeno 0,25');
    for (const audience of ['administrator', 'participant', 'council'] as const)
      for (const language of languages)
        expect(describe(model, { audience, texts: language })).toBe(
          describeModel(model, { texts: language }),
        );
    expect(describe(model)).not.toContain(secret);
  });

  it.each(languages)(
    'knows every kind of factor and rule, and every language is complete ($language)',
    (language) => {
      const keys = (item: object): string[] =>
        Object.entries(item).flatMap(([key, inner]) =>
          typeof inner === 'object' ? keys(inner).map((below) => `${key}.${below}`) : [key],
        );
      for (const kind of Object.keys(factorKinds)) expect(language.factors[kind], kind).toBeTypeOf('string');
      for (const kind of Object.keys(ruleKinds)) expect(language.rules[kind], kind).toBeTypeOf('string');
      expect(keys(language).sort()).toEqual(keys(texts.en).sort());
    },
  );
});
