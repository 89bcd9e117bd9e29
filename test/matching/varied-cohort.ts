import {
  type CohortInput,
  type CompiledCohort,
  compileCohort,
  factors,
  type MatchOptions,
  type Model,
  type Objective,
  type PairOfIds,
  rules,
} from '../../src/index.js';
import { type Random, randomFrom } from '../support/random.js';

/** A seeded cohort with everything that `most-pairs` and `best-total` are asked of. */
export interface VariedCohort {
  /** What is special about it, for a message. */
  readonly name: string;
  readonly cohort: CompiledCohort;
  readonly options: MatchOptions & { readonly objective: Objective };
}

/** Every kind of rule at least; what they leave ranges from nearly all pairs to none. */
const ruleMakers: readonly ((random: Random, sizes: Sizes) => NonNullable<Model['rules']>[number])[] = [
  () => rules.notInManagementChain(),
  () => rules.differentValue({ field: 'organization' }),
  () => rules.sameValue({ field: 'location', unknown: 'forbid' }),
  () => rules.sameValue({ field: 'attributes.tracks' }),
  () => rules.sharedLanguage(),
  (random) => rules.gradeGap({ minimum: random.whole(-1, 2), maximum: 4 }),
  () => rules.timeZoneOverlap({ minimumHours: 3 }),
  (random, { mentees, mentors }) =>
    rules.notPreviouslyPaired({
      history: Array.from({ length: mentees }, () => ({
        menteeId: `e${random.whole(0, mentees - 1)}`,
        mentorId: `o${random.whole(0, mentors - 1)}`,
      })),
    }),
  () => rules.requiredSkill({ skill: 'skill 1' }),
  () => rules.requiredSkill({}),
  () => rules.trained({ who: 'mentor' }),
  () => rules.custom({ function: 'mayMeet' }),
];

interface Sizes {
  readonly mentees: number;
  readonly mentors: number;
}

/** Kinds of cohorts: how different people are. */
const kinds = ['usual', 'usual', 'usual', 'alike', 'few scores', 'nobody may'] as const;

/**
 * A cohort by its seed; sizes of the two sides are drawn one by one, even in their logarithm.
 *
 * @param largest most people of a side
 * @param fewest fewest people of a side; 1 unless given
 */
export function variedCohort(seed: number, largest: number, fewest = 1): VariedCohort {
  const random = randomFrom(seed * 7919 + 13);
  const size = () => Math.round(fewest * (largest / fewest) ** random.next());
  const sizes = { mentees: size(), mentors: size() };
  const kind = kinds[random.whole(0, kinds.length - 1)]!;
  const objective = (['most-pairs', 'best-total'] as const)[random.whole(0, 1)]!;
  const chosen = random.next() < 0.3 ? [] : [pick(random, ruleMakers), pick(random, ruleMakers)];
  const made = chosen.slice(0, random.whole(1, 2)).map((make) => make(random, sizes));
  const minimumScore = random.next() < 0.7 ? 0 : [0.1, 0.3, 0.5, 0.8][random.whole(0, 3)]!;
  const cohort = compileCohort(people(random, sizes, kind === 'alike'), {
    model: {
      factors: factorsOf(random, kind),
      rules: kind === 'nobody may' ? [rules.custom({ function: 'never' })] : made,
      minimumScore,
    },
    functions: {
      never: () => false,
      mayMeet: (mentee, mentor) => (numberOf(mentee.id) * 7 + numberOf(mentor.id) * 3) % 4 > 0,
      few: (mentee, mentor) => ((numberOf(mentee.id) + numberOf(mentor.id)) % 3) / 2,
    },
    seed: random.whole(0, 1000),
  });
  const forbidden =
    random.next() < 0.4 ? drawPairs(random, cohort, Math.ceil(sizes.mentees / 3)) : ([] as PairOfIds[]);
  const locked =
    random.next() < 0.4
      ? locks(random, cohort, Math.ceil(sizes.mentees / 20), forbidden)
      : ([] as PairOfIds[]);
  const ruleNames = made.map((rule) => rule.kind).join('+') || 'no rule';
  const extras = `minimum ${minimumScore}, ${locked.length} locked, ${forbidden.length} forbidden`;
  return {
    name: `seed ${seed}: ${sizes.mentees} × ${sizes.mentors}, ${kind}, ${objective}, ${ruleNames}, ${extras}`,
    cohort,
    options: { objective, locked, forbidden },
  };
}

function factorsOf(random: Random, kind: (typeof kinds)[number]): Model['factors'] {
  if (kind === 'few scores') return { few: factors.custom({ function: 'few', weight: 1 }) };
  const all: Model['factors'] = {
    coverage: factors.skillCoverage({ weight: 3 }),
    interests: factors.sharedInterests({ weight: 2 }),
    personality: factors.personality({ weight: 1, instrument: 'mini-ipip-20' }),
    preference: factors.preference({ weight: 2 }),
    grade: factors.gradeGap({ weight: 1 }),
    site: factors.sameValue({ weight: 0.5, field: 'location' }),
    hours: factors.numericCloseness({ weight: 1, field: 'attributes.hours' }),
    tracks: factors.setOverlap({ weight: 1, field: 'attributes.tracks' }),
    few: factors.custom({ function: 'few', weight: 0.5 }),
  };
  const names = Object.keys(all).filter(() => random.next() < 0.5);
  return Object.fromEntries((names.length > 0 ? names : ['interests']).map((name) => [name, all[name]!]));
}

const traits = ['extraversion', 'agreeableness', 'conscientiousness', 'openness', 'neuroticism'];

function people(random: Random, { mentees, mentors }: Sizes, isAlike: boolean): CohortInput {
  const words = (kind: string, pool: number, most: number) =>
    Array.from({ length: random.whole(0, most) }, () => `${kind} ${random.whole(0, pool - 1)}`);
  const some = <Value>(value: () => Value) => (random.next() < 0.15 ? null : value());
  const mostPlaces = [1, 1, 2, 5, 40][random.whole(0, 4)]!;
  const fewestPlaces = random.next() < 0.4 ? 0 : 1;
  const skills = (most: number) =>
    [...new Set(words('skill', 12, most))].map((name) => ({ name, level: random.whole(1, 5) }));
  const common = () => ({
    optedIn: random.next() < 0.97,
    interests: some(() => words('interest', 20, 6)),
    languages: some(() => ['it', 'en', 'fr'].filter(() => random.next() < 0.5)),
    timeZone: some(() => random.whole(-8, 8) * 60),
    organization: some(() => `organization ${random.whole(0, 5)}`),
    location: some(() => `site ${random.whole(0, 3)}`),
    grade: some(() => random.whole(0, 6)),
    trainedOn: some(() => '2026-01-15'),
    attributes: { hours: random.whole(0, 10), tracks: words('track', 5, 3) },
    traits: some(() => ({
      instrumentId: 'mini-ipip-20',
      means: Object.fromEntries(traits.map((trait) => [trait, random.whole(4, 20) / 4])),
    })),
  });
  const alike = isAlike ? common() : undefined;
  const own = () => (alike === undefined ? common() : { ...alike, optedIn: true });
  const ids = (prefix: string, length: number, most: number) =>
    Array.from({ length: random.whole(0, most) }, () => `${prefix}${random.whole(0, length - 1)}`);
  const withoutRepeats = (list: readonly string[]) => [...new Set(list)];
  const draw = <Extra extends object>(prefix: string, length: number, extra: (place: number) => Extra) =>
    Array.from({ length }, (_, place) => ({ id: `${prefix}${place}`, ...own(), ...extra(place) }));
  return {
    mentees: draw('e', mentees, () => ({
      ...(isAlike ? {} : { skillsWanted: skills(4) }),
      ...(random.next() < 0.1 ? { preferredMentors: withoutRepeats(ids('o', mentors, 3)) } : {}),
      ...(random.next() < 0.1 ? { avoidedMentors: withoutRepeats(ids('o', mentors, 3)) } : {}),
    })),
    mentors: draw('o', mentors, () => ({
      ...(isAlike ? {} : { skills: skills(6) }),
      capacity: random.whole(fewestPlaces, mostPlaces),
      ...(random.next() < 0.1 ? { avoidedMentees: withoutRepeats(ids('e', mentees, 3)) } : {}),
    })),
    referenceDate: '2026-06-01',
    reportingLines: Object.fromEntries(
      Array.from({ length: Math.min(mentees, 50) }, (_, at) => [
        `e${at}`,
        `o${random.whole(0, mentors - 1)}`,
      ]),
    ),
  };
}

const numberOf = (id: string) => Number(id.slice(1));

function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[random.whole(0, items.length - 1)]!;
}

function drawPairs(random: Random, { menteeIds, mentorIds }: CompiledCohort, count: number): PairOfIds[] {
  if (menteeIds.length === 0 || mentorIds.length === 0) return [];
  return Array.from({ length: count }, () => ({
    menteeId: pick(random, menteeIds),
    mentorId: pick(random, mentorIds),
  }));
}

/** Drawn pairs that can all be locked at once. */
function locks(
  random: Random,
  cohort: CompiledCohort,
  count: number,
  forbidden: readonly PairOfIds[],
): PairOfIds[] {
  const isForbidden = new Set(forbidden.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`));
  const left = cohort.capacities.slice();
  const done = new Set<string>();
  return drawPairs(random, cohort, count).filter(({ menteeId, mentorId }) => {
    const mentor = cohort.mentorIndex(mentorId);
    if (done.has(menteeId) || left[mentor] === 0 || isForbidden.has(`${menteeId} ${mentorId}`)) return false;
    if (!cohort.isEligible(cohort.menteeIndex(menteeId), mentor)) return false;
    left[mentor]! -= 1;
    done.add(menteeId);
    return true;
  });
}
