import { wholeShares } from '../../src/core/index.js';
import type { Cohort, Mentee, Mentor, Participant, Skill } from '../../src/participants/index.js';
import { canonicalTerm, utcOffsetMinutes } from '../../src/participants/index.js';
import type { FactorSpec, Model, ModelFunctions, RuleSpec } from '../../src/scoring/index.js';
import { naivePersonality } from './naive-personality.js';

/**
 * A second implementation of the score, pair by pair from the formulas of the design, with sets and maps and no
 * columns: slow, plain, and written apart from the first.
 */
export interface NaiveScore {
  /** Value by factor name; `null` is unknown. Factors that are unknown for all are not among them. */
  readonly values: ReadonlyMap<string, number | null>;
  /** Millionths, each contribution rounded. */
  readonly score: number;
  readonly knownShare: number;
  /** Indices of the broken rules. */
  readonly broken: readonly number[];
}

type Spec<Kind, Name> = Extract<Kind, { readonly kind: Name }>;

export function naiveScores(cohort: Cohort, model: Model, functions: ModelFunctions) {
  const mentees = cohort.mentees.filter(({ optedIn }) => optedIn);
  const mentors = cohort.mentors.filter(({ optedIn }) => optedIn);
  const everyone = { mentees, mentors, cohort, functions };
  const pairs = mentees.flatMap((mentee) =>
    mentors.filter(({ id }) => id !== mentee.id).map((mentor) => [mentee, mentor] as const),
  );
  const factors = Object.entries(model.factors)
    .filter(([, { weight }]) => weight > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, spec]) => {
      const factorOf = naiveFactor(spec, everyone);
      const known = pairs
        .map(([mentee, mentor]) => factorOf(mentee, mentor))
        .filter((value) => value !== null);
      if (known.length === 0) return [];
      return [{ name, spec, factorOf, mean: known.reduce((sum, value) => sum + value, 0) / known.length }];
    });
  const shares = factors.length > 0 ? wholeShares(factors.map(({ spec }) => spec.weight)) : [];
  return (mentee: Mentee, mentor: Mentor): NaiveScore => {
    const values = new Map(factors.map(({ name, factorOf }) => [name, factorOf(mentee, mentor)]));
    const parts = factors.map(({ name, spec, mean }, index) =>
      Math.round(shares[index]! * (values.get(name) ?? spec.unknown ?? mean)),
    );
    return {
      values,
      score: parts.reduce((sum, part) => sum + part, 0),
      knownShare: factors.reduce(
        (sum, { name }, index) => sum + (values.get(name) === null ? 0 : shares[index]!),
        0,
      ),
      broken: (model.rules ?? []).flatMap((rule, index) =>
        naiveRuleForbids(rule, mentee, mentor, everyone) ? [index] : [],
      ),
    };
  };
}

interface Everyone {
  readonly mentees: readonly Mentee[];
  readonly mentors: readonly Mentor[];
  readonly cohort: Cohort;
  readonly functions: ModelFunctions;
}

type Value = (mentee: Mentee, mentor: Mentor) => number | null;

function naiveFactor(spec: FactorSpec, everyone: Everyone): Value {
  const { mentees, mentors, cohort, functions } = everyone;
  switch (spec.kind) {
    case 'skillCoverage':
      return naiveCoverage(spec, mentors);
    case 'sharedInterests': {
      const tastes = ({ interests, dislikes }: Participant) =>
        interests === undefined && dislikes === undefined
          ? null
          : new Set([
              ...(interests ?? []).map((text) => `likes ${canonicalTerm(text)}`),
              ...(dislikes ?? []).map((text) => `dislikes ${canonicalTerm(text)}`),
            ]);
      return naiveSetSimilarity(spec.measure, mentees, mentors, tastes, tastes);
    }
    case 'setOverlap':
      return naiveSetSimilarity(
        spec.measure,
        mentees,
        mentors,
        (mentee) => termSet(mentee, spec.menteeField ?? spec.field),
        (mentor) => termSet(mentor, spec.mentorField ?? spec.field),
      );
    case 'preference':
      return (mentee, mentor) => {
        const ranked = mentee.preferredMentors ?? [];
        const asked = mentor.preferredMentees ?? [];
        const parts = [];
        if (ranked.length > 0) {
          const rank = ranked.indexOf(mentor.id);
          parts.push(rank < 0 ? 0 : (ranked.length - rank) / ranked.length);
        }
        if (asked.length > 0) parts.push(asked.includes(mentee.id) ? 1 : 0);
        return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part, 0) / parts.length;
      };
    case 'personality':
      return naivePersonality(spec, mentees, mentors);
    case 'gradeGap':
      return (mentee, mentor) => {
        if (mentee.grade === undefined || mentor.grade === undefined) return null;
        return naiveGradeWorth(spec, mentor.grade - mentee.grade);
      };
    case 'sameValue':
      return (mentee, mentor) => naiveSame(spec, mentee, mentor);
    case 'differentValue':
      return (mentee, mentor) => {
        const same = naiveSame(spec, mentee, mentor);
        return same === null ? null : 1 - same;
      };
    case 'numericCloseness':
      return naiveCloseness(spec, mentees, mentors);
    case 'timeZoneOverlap':
      return (mentee, mentor) => {
        const { start, end } = spec.workday ?? { start: 9, end: 17 };
        const minutes = naiveSharedWork(mentee, mentor, cohort, start, end);
        return minutes === null ? null : minutes / ((end - start) * 60);
      };
    case 'availabilityOverlap':
      return (mentee, mentor) => {
        const minutes = naiveSharedMinutes(mentee, mentor, cohort);
        return minutes === null ? null : Math.min(1, minutes / (spec.enoughMinutes ?? 60));
      };
    case 'custom':
      return (mentee, mentor) => functions[spec.function]!(mentee, mentor) as number | null;
  }
}

function naiveCoverage(
  { rarity = false }: Spec<FactorSpec, 'skillCoverage'>,
  mentors: readonly Mentor[],
): Value {
  const offers = mentors.filter(({ skills }) => skills !== undefined);
  const rarityOf = (term: string) => {
    const holders = offers.filter(({ skills }) => skills!.some(({ name }) => canonicalTerm(name) === term));
    return Math.log(1 + Math.max(offers.length, 1) / Math.max(1, holders.length));
  };
  return (mentee, mentor) => {
    if (mentee.skillsWanted === undefined || mentor.skills === undefined) return null;
    const terms = new Set(mentee.skillsWanted.map(({ name }) => canonicalTerm(name)));
    let [covered, needed] = [0, 0];
    for (const term of terms) {
      const today = highest(mentee.skills ?? [], term, 'level');
      const gap = highest(mentee.skillsWanted, term, 'level') - today;
      if (gap <= 0) continue;
      const weight = highest(mentee.skillsWanted, term, 'importance') * (rarity ? rarityOf(term) : 1);
      const lift = highest(mentor.skills, term, 'level') - today;
      covered += weight * gap * Math.min(1, Math.max(0, lift / gap));
      needed += weight * gap;
    }
    return needed === 0 ? null : covered / needed;
  };
}

function highest(skills: readonly Skill[], term: string, part: 'level' | 'importance'): number {
  return Math.max(
    0,
    ...skills.filter(({ name }) => canonicalTerm(name) === term).map((skill) => skill[part]),
  );
}

function naiveSetSimilarity(
  measure: string = 'jaccard',
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
  ofMentee: (person: Mentee) => Set<string> | null,
  ofMentor: (person: Mentor) => Set<string> | null,
): Value {
  const answered = [...mentees.map(ofMentee), ...mentors.map(ofMentor)].filter((set) => set !== null);
  const rarityOf = (term: string) => {
    const named = answered.filter((set) => set.has(term)).length;
    return Math.log(1 + answered.length / named);
  };
  return (mentee, mentor) => {
    const [one, other] = [ofMentee(mentee), ofMentor(mentor)];
    if (one === null || other === null || one.size + other.size === 0) return null;
    const both = [...one].filter((term) => other.has(term));
    const either = [...new Set([...one, ...other])];
    const sum = (terms: Iterable<string>, power: number) =>
      [...terms].reduce((all, term) => all + rarityOf(term) ** power, 0);
    if (measure === 'jaccard') return both.length / either.length;
    if (measure === 'weightedJaccard') return sum(both, 1) / sum(either, 1);
    if (one.size === 0 || other.size === 0) return 0;
    if (measure === 'overlap') return both.length / Math.min(one.size, other.size);
    return sum(both, 2) / Math.sqrt(sum(one, 2) * sum(other, 2));
  };
}

function fieldValue(person: Participant, field: string): unknown {
  if (!field.startsWith('attributes.')) return (person as unknown as Record<string, unknown>)[field];
  return new Map(Object.entries(person.attributes ?? {})).get(field.slice(11));
}

function termSet(person: Participant, field: string | undefined): Set<string> | null {
  const value = fieldValue(person, field!);
  if (value === undefined) return null;
  return new Set((Array.isArray(value) ? value : [value]).map((part) => canonicalTerm(String(part))));
}

function naiveSame(
  spec: { field?: string; menteeField?: string; mentorField?: string },
  mentee: Mentee,
  mentor: Mentor,
): 0 | 1 | null {
  const one = termSet(mentee, spec.menteeField ?? spec.field);
  const other = termSet(mentor, spec.mentorField ?? spec.field);
  if (one === null || other === null) return null;
  return [...one].some((term) => other.has(term)) ? 1 : 0;
}

function naiveGradeWorth(spec: Spec<FactorSpec, 'gradeGap'>, gap: number): number {
  if (spec.table !== undefined) return spec.table[String(gap)] ?? spec.otherwise ?? 0;
  const { from, to } = spec.plateau ?? { from: 1, to: 3 };
  const { below, above } = spec.ramp ?? { below: 1, above: 3 };
  if (from <= gap && gap <= to) return 1;
  return Math.max(0, gap < from ? 1 - (from - gap) / below : 1 - (gap - to) / above);
}

function naiveCloseness(
  spec: Spec<FactorSpec, 'numericCloseness'>,
  mentees: readonly Mentee[],
  mentors: readonly Mentor[],
): Value {
  const numberOf = (person: Participant, field: string | undefined) => {
    const value = fieldValue(person, field!);
    return typeof value === 'number' ? value : null;
  };
  const ofMentee = (mentee: Mentee) => numberOf(mentee, spec.menteeField ?? spec.field);
  const ofMentor = (mentor: Mentor) => numberOf(mentor, spec.mentorField ?? spec.field);
  const all = [...mentees.map(ofMentee), ...mentors.map(ofMentor)].filter((value) => value !== null);
  const range = spec.range ?? Math.max(...all) - Math.min(...all);
  return (mentee, mentor) => {
    const [one, other] = [ofMentee(mentee), ofMentor(mentor)];
    if (one === null || other === null) return null;
    return one === other ? 1 : Math.max(0, 1 - Math.abs(one - other) / range);
  };
}

function offsetOf({ timeZone }: Participant, { referenceDate }: Cohort): number | null {
  if (timeZone === undefined) return null;
  return typeof timeZone === 'number' ? timeZone : utcOffsetMinutes(timeZone, referenceDate!)!;
}

/** Counts the minutes of the UTC day, one by one, in which both are at work. */
function naiveSharedWork(
  mentee: Mentee,
  mentor: Mentor,
  cohort: Cohort,
  start: number,
  end: number,
): number | null {
  const [one, other] = [offsetOf(mentee, cohort), offsetOf(mentor, cohort)];
  if (one === null || other === null) return null;
  const works = (minute: number, offset: number) => {
    const local = (minute + offset + 2880) % 1440;
    return local >= start * 60 && local < end * 60;
  };
  let shared = 0;
  for (let minute = 0; minute < 1440; minute++) if (works(minute, one) && works(minute, other)) shared += 1;
  return shared;
}

function naiveSharedMinutes(mentee: Mentee, mentor: Mentor, cohort: Cohort): number | null {
  const [one, other] = [offsetOf(mentee, cohort), offsetOf(mentor, cohort)];
  if (mentee.availability === undefined || mentor.availability === undefined) return null;
  if ((one === null) !== (other === null)) return null;
  const minutesOf = (person: Participant, offset: number) =>
    new Set(
      person.availability!.flatMap(({ day, start, end }) => {
        const [from, to] = [start, end].map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
        return Array.from(
          { length: to! - from! },
          (_, at) => (day * 1440 + from! + at - offset + 10080) % 10080,
        );
      }),
    );
  const theirs = minutesOf(mentor, other ?? 0);
  return [...minutesOf(mentee, one ?? 0)].filter((minute) => theirs.has(minute)).length;
}

function naiveRuleForbids(
  rule: RuleSpec,
  mentee: Mentee,
  mentor: Mentor,
  { cohort, functions }: Everyone,
): boolean {
  const forbidsUnknown = 'unknown' in rule && rule.unknown === 'forbid';
  switch (rule.kind) {
    case 'notInManagementChain': {
      const managerOf = new Map(Object.entries(cohort.reportingLines ?? {}));
      const isAbove = (manager: string, id: string): boolean => {
        const next = managerOf.get(id);
        return next !== undefined && (next === manager || isAbove(manager, next));
      };
      return isAbove(mentee.id, mentor.id) || isAbove(mentor.id, mentee.id);
    }
    case 'sameValue':
    case 'differentValue':
    case 'sharedLanguage': {
      const same = naiveSame(rule.kind === 'sharedLanguage' ? { field: 'languages' } : rule, mentee, mentor);
      return same === null ? forbidsUnknown : (same === 1) === (rule.kind === 'differentValue');
    }
    case 'timeZoneOverlap': {
      const { start, end } = rule.workday ?? { start: 9, end: 17 };
      const minutes = naiveSharedWork(mentee, mentor, cohort, start, end);
      return minutes === null ? forbidsUnknown : minutes < Math.round(rule.minimumHours * 60);
    }
    case 'gradeGap': {
      if (mentee.grade === undefined || mentor.grade === undefined) return forbidsUnknown;
      const gap = mentor.grade - mentee.grade;
      return gap < (rule.minimum ?? gap) || gap > (rule.maximum ?? gap);
    }
    case 'notPreviouslyPaired':
      return rule.history.some(({ menteeId, mentorId }) => menteeId === mentee.id && mentorId === mentor.id);
    case 'requiredSkill': {
      if (mentee.skillsWanted === undefined) return forbidsUnknown;
      const wanted = mentee.skillsWanted
        .map(({ name }) => canonicalTerm(name))
        .filter((term) => rule.skill === undefined || term === canonicalTerm(rule.skill));
      if (wanted.length === 0) return false;
      if (mentor.skills === undefined) return forbidsUnknown;
      return !wanted.some((term) => {
        const level = highest(mentor.skills!, term, 'level');
        return level > 0 && level >= (rule.minimumLevel ?? 0);
      });
    }
    case 'trained': {
      const untrained = ({ trainedOn }: Participant) =>
        trainedOn === undefined || (cohort.referenceDate !== undefined && trainedOn > cohort.referenceDate);
      const who = rule.who ?? 'mentor';
      return (who !== 'mentor' && untrained(mentee)) || (who !== 'mentee' && untrained(mentor));
    }
    case 'custom':
      return functions[rule.function]!(mentee, mentor) === false;
  }
}
