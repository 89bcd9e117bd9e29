import { describe, expect, it } from 'vitest';
import { profileFromScore, profileSimilarity, scoreSurvey } from '../../src/survey/index.js';

describe('the examples of the docstrings', () => {
  it('hold for scoreSurvey and profileFromScore', () => {
    const score = scoreSurvey('mini-ipip-20', { item1: 4, item6: 'Very inaccurate', item11: 5, item16: 2 });
    expect(score.traits.extraversion?.mean).toBe(4.5);
    expect(
      profileFromScore(scoreSurvey('mini-ipip-20', { item1: 4, item6: 2, item11: 4, item16: 2 })),
    ).toEqual({
      extraversion: 4,
      agreeableness: null,
      conscientiousness: null,
      neuroticism: null,
      openness: null,
    });
  });

  it('hold for profileSimilarity', () => {
    const ana = { openness: 4.5, conscientiousness: 3 };
    const lee = { openness: 4, conscientiousness: 3 };
    const responseScale = { min: 1, max: 5 };
    const options = { measure: 'gower', traits: Object.keys(ana), responseScale } as const;
    expect(profileSimilarity(ana, lee, options)).toBe(0.9375);
  });
});
