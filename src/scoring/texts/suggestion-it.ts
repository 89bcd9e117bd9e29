import type { SuggestionTexts } from './suggestion-texts.js';

export const suggestionTextsItalian: SuggestionTexts = {
  decimalSeparator: ',',
  objectives: {
    careerAdvancement: 'avanzamento di carriera',
    skillDevelopment: 'sviluppo di competenze',
    culture: 'cultura',
  },
  factors: {
    skillCoverage: 'un mentore può insegnare solo ciò che sa meglio',
    experienceGap: 'chi ha già fatto la strada può mostrarla',
    preference: 'ci si impegna di più con chi si è scelto',
    sharedInterests: 'ciò che si ha in comune rende facile parlare',
    otherDepartment: 'un altro reparto mostra un’altra parte dell’organizzazione',
    timeZone: 'per incontrarsi bisogna essere svegli nelle stesse ore',
    availability: 'per incontrarsi serve tempo libero in comune',
  },
  rules: {
    noBosses: 'nessuno parla apertamente con chi giudica il suo lavoro',
    trainedMentors: 'il programma forma i mentori prima che comincino',
  },
  share: '{objective} {weight}',
  factor: '{factor}, peso {weight}: {why} ({from})',
};
