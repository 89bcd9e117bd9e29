import { expect, test } from 'vitest';
import { parseCohort } from '../../src/schema/index.js';
import { type CompileOptions, compileCohort, factors, rules } from '../../src/scoring/index.js';

const input = {
  mentees: [
    { id: 'ana', optedIn: true, grade: 1, name: 'Ana', interests: ['a', 'b'] },
    { id: 'bo', optedIn: true, preferredMentors: ['lee', 'kim'] },
  ],
  mentors: [
    { id: 'lee', optedIn: true, grade: 3, capacity: 2, avoidedMentees: ['ana'] },
    { id: 'kim', optedIn: true, grade: 3, trainedOn: '2026-01-10' },
  ],
  referenceDate: '2026-01-15',
  reportingLines: { ana: 'head' },
};
const grades = { model: { factors: { lead: factors.gradeGap({ weight: 1 }) } } };

function digestOf(change: (copy: typeof input) => void = () => {}, options: CompileOptions = grades): string {
  const copy = structuredClone(input);
  change(copy);
  return compileCohort(parseCohort(copy), options).digest();
}

test('the digest is a SHA-256 in hex, and pinned', () => {
  expect(digestOf()).toMatch(/^[0-9a-f]{64}$/);
  expect(digestOf()).toBe('660f74a7165a67031216ed1a04b546e40ea87c41464a6b2e2666a827660215d8');
});

test.each<[string, (copy: typeof input) => void]>([
  [
    'a name',
    (copy) => {
      copy.mentees[0]!.name = 'Anna';
    },
  ],
  [
    'an interest',
    (copy) => {
      copy.mentees[0]!.interests = ['c'];
    },
  ],
  [
    'a preference',
    (copy) => {
      copy.mentees[1]!.preferredMentors = [];
    },
  ],
  [
    'a date',
    (copy) => {
      copy.referenceDate = '2026-02-01';
    },
  ],
  [
    'reporting lines',
    (copy) => {
      copy.reportingLines = { ana: 'lee' };
    },
  ],
  [
    'training',
    (copy) => {
      copy.mentors[1]!.trainedOn = '2026-01-11';
    },
  ],
])('%s that nobody reads leaves the digest as it was', (_, change) => {
  expect(digestOf(change)).toBe(digestOf());
});

test.each<[string, (copy: typeof input) => void]>([
  [
    'a grade that is read',
    (copy) => {
      copy.mentees[0]!.grade = 2;
    },
  ],
  [
    'an id',
    (copy) => {
      copy.mentees[0]!.id = 'Ana';
      copy.mentors[0]!.avoidedMentees = [];
    },
  ],
  [
    'a capacity',
    (copy) => {
      copy.mentors[0]!.capacity = 3;
    },
  ],
  [
    'avoidance',
    (copy) => {
      copy.mentors[0]!.avoidedMentees = [];
    },
  ],
  [
    'who opted in',
    (copy) => {
      copy.mentees[1]!.optedIn = false;
    },
  ],
  [
    'who is there',
    (copy) => {
      copy.mentors.pop();
      copy.mentees[1]!.preferredMentors = ['lee'];
    },
  ],
])('%s changes the digest', (_, change) => {
  expect(digestOf(change)).not.toBe(digestOf());
});

test('model, seed and aliases change the digest; an option of the usual value is an option all the same', () => {
  const all = [
    grades,
    { ...grades, seed: 1 },
    { ...grades, aliases: { a: ['b'] } },
    { model: { factors: { lead: factors.gradeGap({ weight: 2 }) } } },
    { model: { ...grades.model, rules: [rules.trained()] } },
    { model: { ...grades.model, minimumScore: 0.1 } },
  ].map((options) => digestOf(undefined, options));
  expect(new Set(all).size).toBe(all.length);
});

test('the reference date and reporting lines change the digest where they are read', () => {
  const trained = { model: { ...grades.model, rules: [rules.trained()] } };
  const chain = { model: { ...grades.model, rules: [rules.notInManagementChain()] } };
  const later = (copy: typeof input) => {
    copy.referenceDate = '2026-02-01';
  };
  const lines = (copy: typeof input) => {
    copy.reportingLines = { ana: 'lee' };
  };
  expect(digestOf(later, trained)).not.toBe(digestOf(undefined, trained));
  for (const factor of [factors.timeZoneOverlap({ weight: 1 }), factors.availabilityOverlap({ weight: 1 })]) {
    const dated = { model: { factors: { it: factor } } };
    expect(digestOf(later, dated)).not.toBe(digestOf(undefined, dated));
  }
  expect(digestOf(later, chain)).toBe(digestOf(undefined, chain));
  expect(digestOf(lines, chain)).not.toBe(digestOf(undefined, chain));
});

test('the order of a ranking changes the digest, that of interests does not', () => {
  const ranked = { model: { factors: { it: factors.preference({ weight: 1 }) } } };
  const liked = { model: { factors: { it: factors.sharedInterests({ weight: 1 }) } } };
  const turn = (copy: typeof input) => {
    copy.mentees[1]!.preferredMentors!.reverse();
    copy.mentees[0]!.interests!.reverse();
  };
  expect(digestOf(turn, ranked)).not.toBe(digestOf(undefined, ranked));
  expect(digestOf(turn, liked)).toBe(digestOf(undefined, liked));
});

test('a function of the caller may read anything, so any field of a person changes the digest', () => {
  const custom = {
    model: { factors: { it: factors.custom({ function: 'f', weight: 1 }) } },
    functions: { f: () => 0.5 },
  };
  const renamed = (copy: typeof input) => {
    copy.mentees[0]!.name = 'Anna';
  };
  expect(digestOf(renamed, custom)).not.toBe(digestOf(undefined, custom));
});
