import { describe, expect, it } from 'vitest';
import { compileCohort, InputError, matchCohort, parseCohort, parseMatching } from '../../src/index.js';

const people = {
  mentees: [{ id: 'ana', interests: ['jazz'] }],
  mentors: [{ id: 'lee', interests: ['jazz'] }],
};

describe('compiling what a caller passes', () => {
  it('records that consent was assumed, wherever it was assumed', () => {
    const parsed = parseCohort(people, { assumeOptedIn: true });
    expect(matchCohort(parsed).record.assumeOptedIn).toBe(true);
    expect(matchCohort(people, { assumeOptedIn: true }).record.assumeOptedIn).toBe(true);
    const asked = parseCohort({
      mentees: [{ id: 'ana', optedIn: true }],
      mentors: [{ id: 'lee', optedIn: true }],
    });
    // Everybody of a parsed cohort has said so: there is nothing left to assume.
    expect(matchCohort(asked, { assumeOptedIn: true }).record.assumeOptedIn).toBe(false);
  });

  it('lets no function of the caller write to a person', () => {
    const write = (mentee: object) => {
      (mentee as { id: string }).id = 'somebody else';
      return 1;
    };
    const model = { factors: { custom: { kind: 'custom' as const, weight: 1, function: 'write' } } };
    expect(() => matchCohort(people, { model, functions: { write }, assumeOptedIn: true })).toThrow(
      TypeError,
    );
  });

  it('takes of a baseline what the model needs, so that the matching can be read back', () => {
    const wide = compileCohort(people, { assumeOptedIn: true });
    const model = { factors: { sharedInterests: { kind: 'sharedInterests' as const, weight: 1 } } };
    const narrow = compileCohort(people, { model, baseline: wide.baseline, assumeOptedIn: true });
    expect(Object.keys(narrow.baseline.factors)).toEqual(['sharedInterests']);
    const matching = matchCohort(narrow);
    expect(parseMatching(JSON.stringify(matching))).toEqual(matching);
  });

  it('refuses a baseline whose numbers could not be stored', () => {
    const { baseline } = compileCohort(people, { assumeOptedIn: true });
    for (const broken of [
      { ...baseline, pairs: 1.5 },
      { ...baseline, factors: { ...baseline.factors, sharedInterests: { mean: 0.5 } } },
    ]) {
      expect(() => compileCohort(people, { baseline: broken as never, assumeOptedIn: true })).toThrow(
        InputError,
      );
    }
  });
});
