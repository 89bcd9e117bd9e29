import { reading } from '../core/index.js';
import type { Profile } from './profile-similarity-options.js';
import type { SurveyScore } from './score-survey.js';

/**
 * The trait means of a scored survey as a profile: `null` where a trait has no score. It holds no answers.
 *
 * @throws InputError for what scoreSurvey did not return
 *
 * @example
 * profileFromScore(scoreSurvey('mini-ipip-20', { item1: 4, item6: 2, item11: 4, item16: 2 }));
 * // => { extraversion: 4, agreeableness: null, conscientiousness: null, neuroticism: null, openness: null }
 */
export function profileFromScore(score: SurveyScore): Profile {
  return reading('profileFromScore', 'score', score, 'what scoreSurvey returned', () =>
    Object.fromEntries(
      Object.entries(score.traits).map(([trait, result]) => [trait, result === null ? null : result.mean]),
    ),
  );
}
