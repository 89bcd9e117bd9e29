import { expect, test } from 'vitest';
import { parseCohort } from '../../src/schema/index.js';
import { compileCohort, factors, type RuleSpec, rules } from '../../src/scoring/index.js';

const anything = { it: factors.preference({ weight: 1 }) };

/** Whether the rule allows the one pair. */
function allows(rule: RuleSpec, mentee: object, mentor: object, cohort: object = {}): boolean {
  const parsed = parseCohort({
    mentees: [{ id: 'ana', optedIn: true, ...mentee }],
    mentors: [{ id: 'lee', optedIn: true, ...mentor }],
    referenceDate: '2026-01-15',
    ...cohort,
  });
  const compiled = compileCohort(parsed, { model: { factors: anything, rules: [rule] } });
  const broken = compiled.brokenRules(0, 0);
  expect(broken).toEqual(broken.length > 0 ? [{ rule: rule.kind, index: 0 }] : []);
  return broken.length === 0;
}

test('neither may manage the other, at any depth, in either direction; siblings may', () => {
  const rule = rules.notInManagementChain();
  const lines = (reportingLines: Record<string, string>) => allows(rule, {}, {}, { reportingLines });
  expect(lines({ ana: 'lee' })).toBe(false);
  expect(lines({ lee: 'ana' })).toBe(false);
  expect(lines({ ana: 'bo', bo: 'cy', cy: 'lee', lee: 'head' })).toBe(false);
  expect(lines({ lee: 'bo', bo: 'ana' })).toBe(false);
  expect(lines({ ana: 'head', lee: 'head' })).toBe(true);
  expect(allows(rule, {}, {})).toBe(true);
});

test('a management chain through someone called __proto__ holds', () => {
  const reportingLines = JSON.parse('{"ana":"__proto__","__proto__":"lee"}') as Record<string, string>;
  expect(allows(rules.notInManagementChain(), {}, {}, { reportingLines })).toBe(false);
});

test('same and different value, and what is unknown is allowed unless forbidden', () => {
  const north = { location: 'North' };
  const south = { location: 'south' };
  const field = 'location';
  expect(allows(rules.sameValue({ field }), north, { location: ' north' })).toBe(true);
  expect(allows(rules.sameValue({ field }), north, south)).toBe(false);
  expect(allows(rules.differentValue({ field }), north, south)).toBe(true);
  expect(allows(rules.differentValue({ field }), north, north)).toBe(false);
  for (const kind of [rules.sameValue, rules.differentValue]) {
    expect(allows(kind({ field }), north, {})).toBe(true);
    expect(allows(kind({ field, unknown: 'allow' }), north, {})).toBe(true);
    expect(allows(kind({ field, unknown: 'forbid' }), north, {})).toBe(false);
  }
});

test('a language in common is enough; no language is an answer, silence is not', () => {
  const rule = rules.sharedLanguage();
  expect(allows(rule, { languages: ['it', 'EN'] }, { languages: ['en'] })).toBe(true);
  expect(allows(rule, { languages: ['it'] }, { languages: ['en'] })).toBe(false);
  expect(allows(rule, { languages: [] }, { languages: ['en'] })).toBe(false);
  expect(allows(rule, {}, { languages: ['en'] })).toBe(true);
  expect(allows(rules.sharedLanguage({ unknown: 'forbid' }), {}, { languages: ['en'] })).toBe(false);
});

test('clocks seven hours apart share one hour of the day from 9 to 17', () => {
  const zones = [{ timeZone: 0 }, { timeZone: 420 }] as const;
  expect(allows(rules.timeZoneOverlap({ minimumHours: 1 }), ...zones)).toBe(true);
  expect(allows(rules.timeZoneOverlap({ minimumHours: 1.5 }), ...zones)).toBe(false);
  expect(allows(rules.timeZoneOverlap({ minimumHours: 2, workday: { start: 8, end: 17 } }), ...zones)).toBe(
    true,
  );
  expect(allows(rules.timeZoneOverlap({ minimumHours: 24 }), {}, zones[1])).toBe(true);
  expect(allows(rules.timeZoneOverlap({ minimumHours: 0, unknown: 'forbid' }), {}, zones[1])).toBe(false);
});

test('4.15 hours are 249 minutes, whatever 4.15 · 60 is in doubles', () => {
  expect(4.15 * 60).toBeGreaterThan(249);
  expect(allows(rules.timeZoneOverlap({ minimumHours: 4.15 }), { timeZone: 0 }, { timeZone: 231 })).toBe(
    true,
  );
  expect(allows(rules.timeZoneOverlap({ minimumHours: 4.15 }), { timeZone: 0 }, { timeZone: 232 })).toBe(
    false,
  );
});

test('the grade gap lies between its bounds, both included', () => {
  const of = (gap: number) =>
    allows(rules.gradeGap({ minimum: 1, maximum: 2 }), { grade: 3 }, { grade: 3 + gap });
  expect([0, 1, 2, 3].map(of)).toEqual([false, true, true, false]);
  expect(allows(rules.gradeGap({ maximum: 0 }), { grade: 1 }, { grade: 2 })).toBe(false);
  expect(allows(rules.gradeGap({ maximum: 0 }), {}, { grade: 2 })).toBe(true);
  expect(allows(rules.gradeGap({ minimum: 0, unknown: 'forbid' }), { grade: 1 }, {})).toBe(false);
});

test('who were a pair before are not again; the other way round, and strangers, do not matter', () => {
  const history = (menteeId: string, mentorId: string) =>
    allows(
      rules.notPreviouslyPaired({
        history: [
          { menteeId: 'x', mentorId: 'y' },
          { menteeId, mentorId },
        ],
      }),
      {},
      {},
    );
  expect(history('ana', 'lee')).toBe(false);
  expect(history('lee', 'ana')).toBe(true);
  expect(history('Ana', 'lee')).toBe(true);
});

test('a required skill binds those who want it, at its level', () => {
  const wants = { skillsWanted: ['SQL', 'R'] };
  const level = (name: string, at: number) => ({ skills: [{ name, level: at }] });
  expect(allows(rules.requiredSkill(), wants, level('r', 1))).toBe(true);
  expect(allows(rules.requiredSkill(), wants, level('Go', 5))).toBe(false);
  expect(allows(rules.requiredSkill(), wants, level('R', 0))).toBe(false);
  expect(allows(rules.requiredSkill({ minimumLevel: 3 }), wants, level('R', 2))).toBe(false);
  expect(allows(rules.requiredSkill({ minimumLevel: 3 }), wants, level('R', 3))).toBe(true);
  expect(allows(rules.requiredSkill({ skill: 'sql' }), wants, level('R', 3))).toBe(false);
  expect(allows(rules.requiredSkill({ skill: 'Go' }), wants, level('R', 3))).toBe(true);
  expect(allows(rules.requiredSkill(), { skillsWanted: [] }, { skills: [] })).toBe(true);
  expect(allows(rules.requiredSkill({ unknown: 'forbid' }), { skillsWanted: [] }, { skills: [] })).toBe(true);
  expect(allows(rules.requiredSkill(), wants, {})).toBe(true);
  expect(allows(rules.requiredSkill({ unknown: 'forbid' }), wants, {})).toBe(false);
});

test('training must be finished, by the reference date where there is one', () => {
  const [done, later] = [{ trainedOn: '2026-01-15' }, { trainedOn: '2026-01-16' }];
  expect(allows(rules.trained(), {}, done)).toBe(true);
  expect(allows(rules.trained(), done, {})).toBe(false);
  expect(allows(rules.trained(), {}, later)).toBe(false);
  expect(allows(rules.trained(), {}, later, { referenceDate: null })).toBe(true);
  expect(allows(rules.trained({ who: 'mentee' }), done, {})).toBe(true);
  expect(allows(rules.trained({ who: 'both' }), done, later)).toBe(false);
});

test('a pair that breaks two rules counts under both; oneself and avoidance always hold', () => {
  const parsed = parseCohort({
    mentees: [
      { id: 'ana', optedIn: true, avoidedMentors: ['kim'], location: 'x' },
      { id: 'bo', optedIn: true, location: 'x' },
    ],
    mentors: [
      { id: 'ana', optedIn: true, location: 'x' },
      { id: 'kim', optedIn: true, avoidedMentees: ['ana', 'bo'], location: 'x' },
    ],
  });
  const different = rules.differentValue({ field: 'location' });
  const compiled = compileCohort(parsed, {
    model: { factors: anything, rules: [different, rules.trained()] },
  });
  const broken = (mentee: string, mentor: string) =>
    compiled.brokenRules(compiled.menteeIndex(mentee), compiled.mentorIndex(mentor));
  const byModel = [
    { rule: 'differentValue', index: 0 },
    { rule: 'trained', index: 1 },
  ];
  expect(broken('ana', 'ana')).toEqual([{ rule: 'self' }, ...byModel]);
  expect(broken('ana', 'kim')).toEqual([{ rule: 'avoided' }, ...byModel]);
  expect(broken('bo', 'kim')).toEqual([{ rule: 'avoided' }, ...byModel]);
  expect(broken('bo', 'ana')).toEqual(byModel);
});

test('who has not opted in is left out and listed, and is nobody to the others', () => {
  const parsed = parseCohort({
    mentees: [
      { id: 'a', optedIn: false },
      { id: 'b', optedIn: true, preferredMentors: ['m'] },
    ],
    mentors: [
      { id: 'm', optedIn: false },
      { id: 'n', optedIn: true, avoidedMentees: ['a'] },
    ],
  });
  const compiled = compileCohort(parsed);
  expect([compiled.menteeIds, compiled.mentorIds]).toEqual([['b'], ['n']]);
  expect(compiled.notOptedIn).toEqual([
    { id: 'a', side: 'mentee' },
    { id: 'm', side: 'mentor' },
  ]);
  expect([
    compiled.menteeIndex('a'),
    compiled.mentorIndex('nobody'),
    compiled.menteeIndex('__proto__'),
  ]).toEqual([-1, -1, -1]);
});
