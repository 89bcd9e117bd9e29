import fc from 'fast-check';
import {
  type CompiledCohort,
  type CompileInputOptions,
  compileCohort,
  type Objective,
  type PairOfIds,
} from '../../src/index.js';
import type { CohortInput } from '../../src/participants/index.js';
import { factors, type Model, rules } from '../../src/scoring/index.js';
import { cohortArbitrary } from '../support/arbitraries.js';
import { tableInput } from './score-table.js';

/** A cohort with everything that is asked of `matchCohort`. */
export interface Scenario {
  readonly input: CohortInput;
  readonly compileOptions: CompileInputOptions;
  readonly cohort: CompiledCohort;
  readonly options: ScenarioOptions;
}

export interface ScenarioOptions {
  readonly objective: Objective;
  readonly locked: readonly PairOfIds[];
  readonly forbidden: readonly PairOfIds[];
}

const weight = fc.constantFrom(0, 0.5, 1, 3, 7.7);

/** Models of most kinds of factors and rules; at least one factor counts. */
const modelArbitrary: fc.Arbitrary<Model> = fc
  .record({
    weights: fc.array(weight, { minLength: 8, maxLength: 8 }),
    rarity: fc.boolean(),
    rules: fc.subarray([
      rules.notInManagementChain(),
      rules.differentValue({ field: 'organization' }),
      rules.sameValue({ field: 'location', unknown: 'forbid' }),
      rules.sharedLanguage(),
      rules.gradeGap({ minimum: 0 }),
      rules.timeZoneOverlap({ minimumHours: 2 }),
      rules.notPreviouslyPaired({ history: [{ menteeId: 'ana', mentorId: 'bo' }] }),
    ]),
    minimumScore: fc.constantFrom(undefined, 0, 0.07, 0.2, 0.5, 1),
  })
  .map(({ weights, rarity, rules: chosen, minimumScore }) => ({
    factors: {
      coverage: factors.skillCoverage({ weight: weights[0]!, rarity }),
      interests: factors.sharedInterests({ weight: weights[1]! + 0.25 }),
      preference: factors.preference({ weight: weights[2]! }),
      grade: factors.gradeGap({ weight: weights[3]! }),
      site: factors.sameValue({ weight: weights[4]!, field: 'attributes.site' }),
      hours: factors.numericCloseness({ weight: weights[5]!, field: 'attributes.hours' }),
      zone: factors.timeZoneOverlap({ weight: weights[6]! }),
      time: factors.availabilityOverlap({ weight: weights[7]! }),
    },
    rules: chosen.slice(0, 2),
    ...(minimumScore === undefined ? {} : { minimumScore }),
  }));

const seed = fc.constantFrom(0, 1, 7, 2 ** 32 - 1);

export interface ScenarioSize {
  readonly mentees: number;
  readonly mentors: number;
}

/** People of every kind of field under a random model. */
const peopleArbitrary = ({ mentees, mentors }: ScenarioSize) =>
  fc
    .record({ input: cohortArbitrary({ mentees, mentors }), model: modelArbitrary, seed })
    .map(({ input, model, seed }) => ({ input, compileOptions: { model, seed } as CompileInputOptions }));

/** Few distinct scores, so that ties, shortage and forbidden pairs are everywhere. */
const tableArbitrary = ({ mentees, mentors }: ScenarioSize) =>
  fc
    .record({
      columns: fc.nat(mentors),
      entries: fc.array(
        fc.array(fc.constantFrom(null, 0, 0, 0.1, 0.25, 0.3, 0.5, 0.9, 1), {
          minLength: mentors,
          maxLength: mentors,
        }),
        { maxLength: mentees },
      ),
      capacities: fc.array(fc.constantFrom(0, 1, 1, 1, 2, 3, 1_000_000), {
        minLength: mentors,
        maxLength: mentors,
      }),
      minimumScore: fc.constantFrom(0, 0, 0.25, 1),
      seed,
    })
    .map(({ columns, entries, capacities, minimumScore, seed }) => {
      const table = entries.map((row) => row.slice(0, columns));
      const { input, options } = tableInput(table, capacities.slice(0, columns), minimumScore);
      return { input, compileOptions: { ...options, seed } as CompileInputOptions };
    });

/** Cohorts with an objective, forbidden pairs, and locks that can be kept. */
export function scenarioArbitrary(
  size: ScenarioSize = { mentees: 5, mentors: 4 },
  kind: 'people' | 'table' | 'any' = 'any',
): fc.Arbitrary<Scenario> {
  const base =
    kind === 'people'
      ? peopleArbitrary(size)
      : kind === 'table'
        ? tableArbitrary(size)
        : fc.oneof(peopleArbitrary(size), tableArbitrary(size));
  const picks = (maxLength: number) => fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength });
  return fc
    .record({
      base,
      objective: fc.constantFrom<Objective>('most-pairs', 'best-total'),
      lockPicks: fc.oneof(fc.constant([]), picks(3)),
      forbiddenPicks: fc.oneof(fc.constant([]), picks(4)),
    })
    .map(({ base, objective, lockPicks, forbiddenPicks }) => {
      const cohort = compileCohort(base.input, base.compileOptions);
      const forbidden = pairsOf(cohort, forbiddenPicks);
      const locked = locksThatHold(cohort, pairsOf(cohort, lockPicks), forbidden);
      return { ...base, cohort, options: { objective, locked, forbidden } };
    });
}

function pairsOf(cohort: CompiledCohort, picks: readonly (readonly [number, number])[]): PairOfIds[] {
  const { menteeIds, mentorIds } = cohort;
  if (menteeIds.length === 0 || mentorIds.length === 0) return [];
  return picks.map(([mentee, mentor]) => ({
    menteeId: menteeIds[mentee % menteeIds.length]!,
    mentorId: mentorIds[mentor % mentorIds.length]!,
  }));
}

function locksThatHold(
  cohort: CompiledCohort,
  wishes: readonly PairOfIds[],
  forbidden: readonly PairOfIds[],
): PairOfIds[] {
  const left = cohort.capacities.slice();
  const done = new Set<string>();
  return wishes.filter(({ menteeId, mentorId }) => {
    const mentor = cohort.mentorIndex(mentorId);
    const isForbidden = forbidden.some((pair) => pair.menteeId === menteeId && pair.mentorId === mentorId);
    if (done.has(menteeId) || isForbidden || left[mentor] === 0) return false;
    if (!cohort.isEligible(cohort.menteeIndex(menteeId), mentor)) return false;
    left[mentor]! -= 1;
    done.add(menteeId);
    return true;
  });
}

/** Whether a pair may be made: the cohort allows it, nobody forbids it, and no lock stands against it. */
export function mayPair(
  { cohort, options }: Pick<Scenario, 'cohort' | 'options'>,
  mentee: number,
  mentor: number,
): boolean {
  const menteeId = cohort.menteeIds[mentee];
  const mentorId = cohort.mentorIds[mentor];
  const lock = options.locked.find((pair) => pair.menteeId === menteeId);
  if (lock !== undefined && lock.mentorId !== mentorId) return false;
  const isForbidden = options.forbidden.some(
    (pair) => pair.menteeId === menteeId && pair.mentorId === mentorId,
  );
  return !isForbidden && cohort.isEligible(mentee, mentor);
}

export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (ArrayBuffer.isView(value)) return value;
  Object.freeze(value);
  for (const item of Object.values(value)) deepFreeze(item);
  return value;
}
