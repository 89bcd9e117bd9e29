/**
 * What a consumer's compiler must accept, and what it must refuse: the key verbs of every entry. Nothing here is run.
 * `npm run types` compiles it against the sources, `npm run check:types` against the packed library with every
 * compiler from TypeScript 5.5 on. A line under `@ts-expect-error` that compiles is an error too.
 */
import {
  type CompiledCohort,
  checkProof,
  compileCohort,
  defaultModel,
  describe,
  explainPair,
  factors,
  type InputError,
  isInputError,
  type Matching,
  type MatchingProof,
  type Model,
  matchCohort,
  type matchCohortAsync,
  type PairPrice,
  parseCohort,
  type parseMatching,
  type priceOfPair,
  type RankedMentor,
  type rankMentors,
  rematch,
  rules,
  safeParseCohort,
  texts,
  type UnmatchedReason,
} from 'mentor-matching';
import { solveAssignment, sparseCosts } from 'mentor-matching/assignment';
import { type CellIssue, pairsToCsv, parseParticipants } from 'mentor-matching/csv';
import { auditFairness, type factorInfluence } from 'mentor-matching/fairness';
import { type Metric, metricTexts, programMetrics } from 'mentor-matching/metrics';
import { type AvailabilitySlot, canonicalTerm, type MenteeInput } from 'mentor-matching/participants';
import { createGoal, defineProgram, type HealthReason, pairHealth, startPair } from 'mentor-matching/program';
import { matchWithQuotas, type Quota } from 'mentor-matching/quotas';
import { renderReport, reportTexts } from 'mentor-matching/report';
import type { cohortJsonSchema } from 'mentor-matching/schema';
import { describeModel, suggestModel } from 'mentor-matching/scoring';
import { solveStableMatching } from 'mentor-matching/stable';
import { type Instrument, miniIpip, scoreSurvey } from 'mentor-matching/survey';

/** Only `true` for two types that are the same, so that a type that widens (to `any` above all) is noticed. */
type Same<One, Other> =
  (<Value>() => Value extends One ? 1 : 2) extends <Value>() => Value extends Other ? 1 : 2 ? true : false;
function same<One, Other>(_: Same<One, Other>): void {}

const people = {
  mentees: [{ id: 'ana', interests: ['jazz'], skillsWanted: ['SQL', { name: 'law', level: 2 }] }],
  mentors: [{ id: 'lee', capacity: 2, skills: [{ name: 'SQL', level: 3 }] }],
};

export function matches(): void {
  const matching = matchCohort(people, { assumeOptedIn: true, objective: 'fairest', levelSize: 0.02 });
  same<typeof matching, Matching>(true);
  same<(typeof matching.pairs)[number]['score'], number>(true);
  same<ReturnType<typeof parseMatching>, Matching>(true);
  same<ReturnType<typeof matchCohortAsync>, Promise<Matching>>(true);
  const cohort = compileCohort(people, { model: defaultModel, assumeOptedIn: true });
  same<typeof cohort, CompiledCohort>(true);
  // A compiled cohort, a parsed one and plain people are all taken.
  matchCohort(cohort, { locked: [{ menteeId: 'ana', mentorId: 'lee' }] });
  matchCohort(parseCohort(people), { forbidden: [] });
  // @ts-expect-error a name that is no option
  matchCohort(people, { assumeOptIn: true });
  // @ts-expect-error a value that is no objective
  matchCohort(people, { objective: 'most pairs' });
  // @ts-expect-error a person without an id
  matchCohort({ mentees: [{ interests: ['jazz'] }], mentors: [] });
  // @ts-expect-error a field that is no field of a person
  matchCohort({ mentees: [{ id: 'ana', intrests: ['jazz'] }], mentors: [] });
  // @ts-expect-error what was given is not changed, so nothing that comes back can be
  matching.pairs.push(matching.pairs[0]!);
  // @ts-expect-error a matching is no cohort
  checkProof(matching, cohort);
}

export function models(): Model {
  const spec = factors.skillCoverage({ weight: 3 });
  same<typeof spec.kind, 'skillCoverage'>(true);
  // @ts-expect-error a weight is needed
  factors.sharedInterests({});
  // @ts-expect-error an option of another kind
  factors.sharedInterests({ weight: 1, instrument: 'mini-ipip-20' });
  // @ts-expect-error a measure that there is not
  factors.sharedInterests({ weight: 1, measure: 'jacard' });
  // @ts-expect-error an option misspelt
  rules.gradeGap({ minimun: 1 });
  const stored: Model = JSON.parse('{"factors":{}}');
  describeModel(stored);
  const written: Model = { factors: { a: { kind: 'sameValue', weight: 1, field: 'team' } } };
  // @ts-expect-error a kind that there is not
  const wrong: Model = { factors: { a: { kind: 'samevalue', weight: 1, field: 'team' } } };
  return (
    suggestModel({ objectives: [{ objective: 'skillDevelopment', weight: 1 }] }).model ?? wrong ?? written
  );
}

/** Every reason is told apart by its code, and none is forgotten. */
export function reasons(reason: UnmatchedReason): string | number {
  switch (reason.code) {
    case 'notOptedIn':
    case 'noCapacity':
    case 'leftOutBySolver':
    case 'leftOutByQuotas':
      return reason.code;
    case 'noEligibleMentor':
    case 'noEligibleMentee':
      return reason.rules.length;
    case 'belowMinimumScore':
      return reason.best;
    case 'notEnoughPlaces':
      return reason.bottleneck;
    case 'timeRanOut':
      return reason.code;
    case 'heldByOthers':
      return reason.eligibleMentors;
    case 'totalPreferred':
      return reason.scoreLost;
    case 'menteesPlacedElsewhere':
      return reason.eligibleMentees;
    default:
      return reason satisfies never;
  }
}

export function proofs(proof: MatchingProof, price: PairPrice): number {
  if (price.status === 'possible') return price.scoreLost + price.moves.length;
  if (price.status === 'ineligible') return price.rules.length;
  same<typeof price.status, 'notPriced'>(true);
  // @ts-expect-error no price was worked out
  price.scoreLost;
  if (proof.kind === 'stable') {
    same<typeof proof.gap, null>(true);
    return proof.pairs;
  }
  return proof.gap;
}

export function answers(cohort: CompiledCohort, matching: Matching): string {
  same<ReturnType<typeof priceOfPair>, PairPrice>(true);
  same<ReturnType<typeof rankMentors>[number], RankedMentor>(true);
  rematch(people, matching, {
    keepBonus: 0.1,
    declined: [{ menteeId: 'ana', mentorId: 'lee', by: 'mentor', repeat: 'never' }],
  });
  // @ts-expect-error whether for good or for now has to be said in one of two words
  rematch(people, matching, { declined: [{ menteeId: 'a', mentorId: 'b', by: 'mentor', repeat: 'always' }] });
  // @ts-expect-error an audience that there is not
  describe(explainPair(cohort, 'ana', 'lee'), { audience: 'mentor' });
  // @ts-expect-error texts of another room
  describe(matching.unmatched[0]!, { texts: metricTexts.it });
  return describe(explainPair(cohort, 'ana', 'lee'), { audience: 'participant', texts: texts.it });
}

export function checked(input: unknown): string {
  const result = safeParseCohort(input);
  if (result.success) return result.cohort.mentees.map(({ optedIn }) => `${optedIn}`).join();
  same<typeof result.error, InputError>(true);
  const error: unknown = result.error;
  return isInputError(error) ? error.problems.map(({ path, rule }) => `${path}: ${rule}`).join() : '';
}

export function assigned(): ArrayLike<number> {
  const result = solveAssignment([[1, Number.POSITIVE_INFINITY]], { unassigned: 'most' });
  // @ts-expect-error there may be no assignment
  result.totalCost;
  // @ts-expect-error capacities is the name
  solveAssignment([[1]], { capacity: [1] });
  // @ts-expect-error costs are numbers
  solveAssignment([['1']]);
  solveAssignment(sparseCosts({ rows: 1, columns: 1, rowStarts: [0, 1], columnIndices: [0], values: [1] }));
  const stable = solveStableMatching({ rowPreferences: [[0]], columnPreferences: [[0]] });
  // @ts-expect-error sides are rows and columns here
  solveStableMatching({ rowPreferences: [[0]], columnPreferences: [[0]] }, { optimalFor: 'mentees' });
  return result.status === 'optimal' ? result.rowToColumn : stable.rowToColumn;
}

export function surveys(instrument: Instrument): number | undefined {
  const score = scoreSurvey(instrument, { item1: 4, item2: 'Very accurate', item3: null });
  // @ts-expect-error too few may have been answered
  score.traits.extraversion.mean;
  // @ts-expect-error an option misspelt
  scoreSurvey(miniIpip, {}, { runsReported: 8 });
  return score.traits.extraversion?.mean;
}

export function spreadsheets(): readonly CellIssue[] {
  const { participants, issues } = parseParticipants('id\nana', { role: 'mentee' });
  const matching = matchCohort({ ...participants, mentors: [] }, { assumeOptedIn: true });
  same<ReturnType<typeof pairsToCsv>, string>(true);
  pairsToCsv(participants, matching, { delimiter: ';' });
  // @ts-expect-error a role that there is not
  parseParticipants('id\nana', { role: 'mentees' });
  return issues;
}

export async function limits(cohort: CompiledCohort, quotas: Quota[]): Promise<number> {
  const result = await matchWithQuotas(cohort, { quotas });
  // @ts-expect-error a limit that there is not
  await matchWithQuotas(cohort, { quotas: [{ name: 'a', atleast: 1 }] });
  if (result.status === 'infeasible') return result.conflict.length;
  return result.matching.pairs.length + result.counts.length;
}

export function programme(): HealthReason {
  const program = defineProgram({
    id: 'p',
    name: 'P',
    objectives: ['culture'],
    start: '2026-01-12',
    lengthMonths: 6,
    cadence: { everyWeeks: 2, minutes: 60 },
  });
  // @ts-expect-error a template that there is not
  createGoal('skillByPractise', {});
  // @ts-expect-error a state comes from startPair, not from a programme
  pairHealth(program, '2026-01-12');
  const { reason } = pairHealth(startPair(JSON.parse('{}')), '2026-01-12');
  if (reason.code === 'silent') same<typeof reason.days, number>(true);
  return reason;
}

export function numbers(cohort: CompiledCohort, matching: Matching): readonly Metric[] {
  // @ts-expect-error the day has to be said
  programMetrics({ matching, pairs: [] }, {});
  // @ts-expect-error attribute is the name
  auditFairness(cohort, matching, { atribute: 'department' });
  same<ReturnType<typeof factorInfluence>['factors'][number]['menteesChanged'], number>(true);
  return programMetrics({ matching, pairs: [] }, { asOf: '2026-06-30' }).metrics;
}

export function shown(cohort: CompiledCohort, matching: Matching): string {
  // @ts-expect-error a report for participants there is not
  renderReport(cohort, matching, { audience: 'participant' });
  same<ReturnType<typeof cohortJsonSchema>, Record<string, unknown>>(true);
  return renderReport(cohort, matching, { audience: 'council', texts: reportTexts.it });
}

/** What people are made of, as a form would hold it: a missing answer may be left out, or be `null`. */
export const mentee: MenteeInput = {
  id: canonicalTerm('Ana'),
  optedIn: true,
  grade: null,
  availability: [{ day: 1, start: '18:00', end: '19:30' } satisfies AvailabilitySlot],
  attributes: { site: 'north', hobbies: ['chess'] },
};
