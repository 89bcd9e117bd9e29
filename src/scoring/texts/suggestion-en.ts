import type { SuggestionTexts } from './suggestion-texts.js';

export const suggestionTextsEnglish: SuggestionTexts = {
  decimalSeparator: '.',
  objectives: {
    careerAdvancement: 'career advancement',
    skillDevelopment: 'skill development',
    culture: 'culture',
  },
  factors: {
    skillCoverage: 'a mentor can only teach what they know better',
    experienceGap: 'somebody who has gone the way can show it',
    preference: 'people try harder with somebody they chose',
    sharedInterests: 'things in common make it easy to talk',
    otherDepartment: 'another department shows another part of the organisation',
    timeZone: 'two who are awake at the same time can meet',
    availability: 'time that both have free is needed to meet',
  },
  rules: {
    noBosses: 'nobody speaks openly with the person who judges their work',
    trainedMentors: 'the programme trains its mentors before they begin',
  },
  share: '{objective} {weight}',
  factor: '{factor}, weight {weight}: {why} ({from})',
};
