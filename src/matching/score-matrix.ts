import { markSound, type Steps } from '../core/index.js';
import type { CompiledCohort } from '../scoring/index.js';
import type { MatchProgress } from './match-progress.js';

/** Every pair of a cohort as costs, before locks and the caller's forbidden pairs. */
export interface ScoreMatrix {
  /** Row-major by mentee and mentor: 0 − score in millionths, `Infinity` where the pair may not be made. */
  readonly costs: Float32Array;
  /** How many partners each may have. */
  readonly ofMentee: Int32Array;
  readonly ofMentor: Int32Array;
}

/** Scored cohorts, for as long as they are in use: questions about a matching score nobody again. */
const known = new WeakMap<CompiledCohort, ScoreMatrix>();

/** Beyond this many pairs a matrix is not kept. */
const mostPairs = 2 ** 25;

/** About so many pairs are scored between two pauses. */
const pairsPerStep = 65536;

/** Scores every pair, or finds it done. O(mentees · mentors) time, 4 bytes a pair while the cohort is in use. */
export function* scoreMatrixSteps(cohort: CompiledCohort): Steps<MatchProgress, ScoreMatrix> {
  const before = known.get(cohort);
  if (before !== undefined) return before;
  const mentees = cohort.menteeIds.length;
  const mentors = cohort.mentorIds.length;
  const costs = new Float32Array(mentees * mentors);
  const ofMentee = new Int32Array(mentees);
  const ofMentor = new Int32Array(mentors);
  const scores = new Int32Array(mentors);
  for (let mentee = 0; mentee < mentees; mentee++) {
    if ((mentee * mentors) % pairsPerStep < mentors) yield { stage: 'scoring', done: mentee, of: mentees };
    cohort.writeScores(mentee, scores);
    const start = mentee * mentors;
    for (let mentor = 0; mentor < mentors; mentor++) {
      const score = scores[mentor]!;
      // 0 − 0 is 0, where −0 would be another number.
      costs[start + mentor] = score < 0 ? Number.POSITIVE_INFINITY : 0 - score;
      if (score < 0) continue;
      ofMentee[mentee]! += 1;
      ofMentor[mentor]! += 1;
    }
  }
  const matrix = { costs: markSound(costs), ofMentee, ofMentor };
  if (costs.length <= mostPairs) known.set(cohort, matrix);
  return matrix;
}
