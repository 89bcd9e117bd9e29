import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditFairness, describeFairness, fairnessTexts } from '../../src/fairness/index.js';
import { compileCohort, isInputError, type MenteeInput, matchCohort } from '../../src/index.js';
import { fisherExact, wilsonInterval } from '../../src/statistics/index.js';

/** 80 mentees of one group and 40 of another; only those with a site get the mentor of that site. */
function people(matchedOfOne: number, matchedOfOther: number) {
  const mentees: MenteeInput[] = [
    ...Array.from({ length: 80 }, (_, index) => mentee(`one-${index}`, 'One', index < matchedOfOne)),
    ...Array.from({ length: 40 }, (_, index) => mentee(`other-${index}`, 'Other ', index < matchedOfOther)),
    { id: 'unknown-1', location: 'here' },
    { id: 'unknown-2', location: 'nowhere', attributes: { group: ' ' } },
    { id: 'alone', location: 'here', attributes: { group: 'third' } },
  ];
  return compileCohort(
    { mentees, mentors: [{ id: 'all', location: 'here', capacity: 1000 }] },
    {
      assumeOptedIn: true,
      model: {
        factors: { same: { kind: 'custom', weight: 1, function: 'score' } },
        rules: [{ kind: 'sameValue', field: 'location' }],
      },
      functions: { score: (each) => (each.id.startsWith('one') ? 0.75 : 0.25) },
    },
  );
}

const mentee = (id: string, group: string, isHere: boolean): MenteeInput => ({
  id,
  location: isHere ? 'here' : 'nowhere',
  attributes: { group },
  preferredMentors: ['all'],
});

describe('auditFairness', () => {
  const cohort = people(48, 12);
  const matching = matchCohort(cohort);
  const audit = auditFairness(cohort, matching, { attribute: 'attributes.group' });
  const [one, other, third] = audit.groups as [
    (typeof audit.groups)[0],
    (typeof audit.groups)[0],
    (typeof audit.groups)[0],
  ];

  it('compares each group with the one that has the highest rate', () => {
    // The reference values impact_ratio_48of80_vs_12of40 and fisher_two_sided_12_40_48_80.
    expect(audit.highest.matchRate).toBe('one');
    expect(one.matchRate).toMatchObject({
      value: 0.6,
      hits: 48,
      n: 80,
      impactRatio: 1,
      isFlagged: false,
      pValue: null,
    });
    expect(other.matchRate).toMatchObject({ value: 0.3, hits: 12, n: 40, impactRatio: 0.5, isFlagged: true });
    expect(other.matchRate.pValue).toBeCloseTo(0.00340922176785, 12);
    expect(other.matchRate.interval).toEqual(wilsonInterval(12, 40));
    expect(other.matchRate.pValue).toBe(fisherExact({ hits: 12, n: 40 }, { hits: 48, n: 80 }));
  });

  it('gives scores of those who have a partner, and who is above the median of everybody', () => {
    // 48 scores of 0.75; 12 + 1 unknown + 1 alone of 0.25.
    expect(audit.medianScore).toBe(0.75);
    expect(one).toMatchObject({ meanScore: 0.75, medianScore: 0.75 });
    expect(other).toMatchObject({ meanScore: 0.25, medianScore: 0.25 });
    expect(one.aboveMedian).toMatchObject({ hits: 0, n: 48 });
    expect(one.firstChoice).toMatchObject({ hits: 48, n: 80 });
  });

  it('counts those whose group is not known, and compares no small group', () => {
    expect(audit.people).toBe(123);
    expect(audit.unknown).toEqual({ n: 2, matched: 1 });
    expect(third).toMatchObject({ group: 'third', n: 1, isSmall: true });
    expect(third.matchRate).toMatchObject({ value: 1, impactRatio: null, isFlagged: false, pValue: null });
    expect(third.firstChoice).toMatchObject({ value: null, n: 0, interval: null });
  });

  it('looks at mentors likewise', () => {
    const ofMentors = auditFairness(cohort, matching, { attribute: 'location', side: 'mentor' });
    expect(ofMentors.groups).toMatchObject([{ group: 'here', n: 1, isSmall: true, matchRate: { value: 1 } }]);
    expect(ofMentors.highest).toEqual({ matchRate: null, aboveMedian: null, firstChoice: null });
  });

  it('has nothing to say of nobody', () => {
    const empty = compileCohort({ mentees: [], mentors: [] });
    const result = auditFairness(empty, matchCohort(empty), { attribute: 'department' });
    expect(result).toMatchObject({ people: 0, groups: [], medianScore: null, unknown: { n: 0, matched: 0 } });
  });

  it('does not care who comes first, or in which order the pairs are', () => {
    const order = fc.shuffledSubarray([...matching.pairs.keys()], { minLength: matching.pairs.length });
    fc.assert(
      fc.property(order, (places) => {
        const turned = { ...matching, pairs: places.map((place) => matching.pairs[place]!) };
        expect(auditFairness(cohort, turned, { attribute: 'attributes.group' })).toEqual(audit);
      }),
      { numRuns: 5 },
    );
  });

  it('refuses what is no field, no fit, no option, under its own name', () => {
    const refused = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return isInputError(error) ? `${error.function}: ${error.problems[0]?.path}` : error;
      }
      return 'not refused';
    };
    const options = { attribute: 'department' };
    expect(refused(() => auditFairness(cohort, matching, { attribute: 'salary' }))).toBe(
      'auditFairness: attribute',
    );
    expect(refused(() => auditFairness(cohort, matching, null as never))).toBe('auditFairness: options');
    expect(refused(() => auditFairness({} as never, matching, options))).toBe('auditFairness: cohort');
    expect(refused(() => auditFairness(cohort, {} as never, options))).toMatch(/^auditFairness: /);
    const others = compileCohort({ mentees: [{ id: 'x' }], mentors: [] }, { assumeOptedIn: true });
    expect(refused(() => auditFairness(others, matching, options))).toMatch(
      /^auditFairness: matching.record/,
    );
    expect(refused(() => auditFairness(cohort, matching, { ...options, side: 'both' as never }))).toBe(
      'auditFairness: side',
    );
    expect(refused(() => auditFairness(cohort, matching, { ...options, atribute: 1 } as never))).toBe(
      'auditFairness: atribute',
    );
  });

  it('is put into words in both languages, and says that it is no legal advice', () => {
    const english = describeFairness(audit);
    expect(english).toContain(
      'attributes.group, 123 mentees who opted in, of whom the group is not known for 2.',
    );
    expect(english).toContain('- other: 40 people, 30 % with a partner, median score 0.25');
    expect(english).toContain(
      'with a partner: 0.50 times that of one, below four fifths (exact test p = 0.003)',
    );
    expect(english).toContain('no legal advice');
    const italian = describeFairness(audit, { texts: fairnessTexts.it });
    expect(italian).toContain('0,50 volte');
    expect(italian).toContain('né un parere legale');
    const fair = people(40, 20);
    expect(describeFairness(auditFairness(fair, matchCohort(fair), { attribute: 'department' }))).toContain(
      'No rate lies below four fifths of the highest.',
    );
    expect(() => describeFairness({} as never)).toThrow(/describeFairness: subject/);
  });
});
