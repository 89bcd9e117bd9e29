import { modelTextsItalian } from '../../scoring/index.js';
import type { Texts } from './texts.js';

export const italian: Texts = {
  ...modelTextsItalian,
  list: (items) => [items.slice(0, -1).join(', '), ...items.slice(-1)].filter(Boolean).join(' e '),
  participant: {
    sharedInterests: (interests) => `Vi piace a entrambi: ${interests}.`,
    skills: (mentor, skills) => `${mentor} può aiutare con: ${skills}.`,
    workingHours: (hours) => `Ore di lavoro in comune nella giornata: ${hours}.`,
    freeTime: (hours) => `Ore libere in comune alla settimana: ${hours}.`,
    nothingInCommon: 'Potete scoprire insieme che cosa avete in comune.',
    notForParticipants: 'A questa domanda risponde chi gestisce il programma.',
    notOptedIn: 'Non hai aderito, perciò non è stato cercato nessun abbinamento.',
    noCapacity: 'Questa volta non hai offerto posti.',
    fewerMentees: 'Questa volta hai meno mentee del tuo minimo.',
    fewerMentors: 'Hai un mentore; non ce n’erano per te quanti ne volevi.',
    noMentor: 'Questa volta non c’è un mentore per te. Chi gestisce il programma può dirti come si prosegue.',
    noMentee: 'Questa volta non c’è un mentee per te. Chi gestisce il programma può dirti come si prosegue.',
  },
  council: {
    onePerson: 'Le risposte su singole persone non sono mostrate al consiglio.',
    tooSmall: 'I gruppi sono troppo piccoli per essere mostrati.',
    comparison: ({ before, after }) => `Coppie prima: ${before}. Coppie adesso: ${after}.`,
  },
  pair: {
    head: ({ mentee, mentor, score, knownPercent }) =>
      `${mentee} con ${mentor}: punteggio ${score}, peso noto: ${knownPercent} %.`,
    factor: ({ name, share, value, adds }) => `${name} (${share} % del peso): ${value}, aggiunge ${adds}`,
    rankedFactor: ({ name, share, percent, pairs, adds }) =>
      `${name} (${share} % del peso): meglio di ${percent} coppie su 100 (ne sono state guardate ${pairs}; quelle alla pari contano metà), aggiunge ${adds}`,
    unknownFactor: ({ name, adds }) => `${name}: sconosciuto, vale come la media, aggiunge ${adds}`,
    percentile: ({ percent, pairs }) =>
      `Il punteggio supera quello di ${percent} coppie su 100 (ne sono state guardate ${pairs}; quelle alla pari contano metà).`,
    notAllowed: (conditions) => `La coppia non si può formare. Dovrebbe valere: ${conditions}.`,
  },
  unmatched: {
    head: (person) => `${person} non è in nessuna coppia.`,
    reasons: {
      notOptedIn: () => 'Non ha aderito.',
      noCapacity: () => 'La sua capacità è 0.',
      noEligibleMentor: () => 'Nessun mentore è ammesso. Mentori esclusi, per condizione:',
      noEligibleMentee: () => 'Nessun mentee è ammesso. Mentee esclusi, per condizione:',
      belowMinimumScore: ({ best, minimumScore }) =>
        `Il miglior punteggio possibile è ${best}, e ne è richiesto almeno ${minimumScore}.`,
      notEnoughPlaces: () => 'I mentee che si contendono gli stessi mentori sono più dei loro posti.',
      totalPreferred: ({ pairsGained, scoreLost }) =>
        `Includere questa persona cambierebbe il numero di coppie di ${pairsGained} e abbasserebbe il totale di ${scoreLost}.`,
      heldByOthers: ({ eligibleMentors }) =>
        `Mentori possibili: ${eligibleMentors}. Ciascuno è al completo, con mentee che preferisce o che gli sono assegnati in modo fisso.`,
      menteesPlacedElsewhere: ({ eligibleMentees }) =>
        `Mentee possibili: ${eligibleMentees}. Tutti hanno un altro mentore.`,
      leftOutByQuotas: () => 'Le quote hanno escluso questa persona; senza quote ci sarebbe un posto.',
      timeRanOut: () =>
        'La ricerca si è fermata al limite di tempo; con più tempo forse ci sarebbe un posto.',
      leftOutBySolver: () =>
        'Il risolutore che ha formato le coppie non l’ha inclusa; il migliore abbinamento lo farebbe.',
    },
    rule: ({ condition, pairs }) => `${condition}: ${pairs}`,
  },
  price: {
    ineligible: (conditions) => `La coppia non si può formare. Dovrebbe valere: ${conditions}.`,
    notPriced:
      'Questa coppia non ha un prezzo: non è dimostrato che le coppie siano le migliori solo per numero e punteggio totale.',
    nothing: 'La coppia non costa nulla: c’è già, o un altro abbinamento vale altrettanto.',
    loss: ({ pairs, score }) =>
      `Imporre la coppia cambia il numero di coppie di ${pairs} e il totale di ${score}.`,
    move: ({ mentee, from, to }) => `${mentee}: ${from ?? 'nessuno'} → ${to ?? 'nessuno'}`,
  },
  quota: {
    limit: ({ quota, group, limit, value }) => {
      const what = limit.endsWith('Share') ? 'quota delle coppie' : 'coppie';
      const bound = limit.startsWith('atLeast') ? 'almeno' : 'al massimo';
      const unit = limit.endsWith('Share') ? ' %' : '';
      return `«${quota}»${group === '' ? '' : ` (${group})`}: ${what}, ${bound} ${value}${unit}.`;
    },
    count: ({ pairs, ofPairs }) => `Ora ${pairs} su ${ofPairs}.`,
  },
  objectives: {
    meanings: {
      'most-pairs': 'più coppie possibile, poi il totale più alto',
      'best-total': 'il totale più alto, poi più coppie possibile',
      fairest:
        'più coppie possibile, poi meno coppie possibile con i punteggi più bassi, poi il totale più alto',
      stable: 'nessun mentee e nessun mentore che preferirebbero entrambi stare insieme',
    },
    row: ({ objective, meaning, pairs, total }) =>
      `${objective} (${meaning}): ${pairs} coppie, totale ${total}.`,
    scores: ({ lowest, median }) => `Punteggio più basso ${lowest}, mediano ${median}.`,
    blockingPairs: (pairs) => `Coppie non formate in cui entrambi starebbero più volentieri: ${pairs}.`,
    choices: ({ first, second, third }) =>
      `Mentee con la prima scelta: ${first}, con la seconda: ${second}, con la terza: ${third}.`,
  },
  unmet: {
    shortfall: ({ mentor, mentees, minimum }) =>
      `${mentor} ha meno mentee del minimo: ${mentees} su ${minimum}.`,
    wanting: ({ mentee, mentors, wanted }) =>
      `${mentee} ha meno mentori di quanti ne voleva: ${mentors} su ${wanted}.`,
  },
  comparison: {
    head: ({ pairsBefore, pairsAfter, totalBefore, totalAfter }) =>
      `Prima ${pairsBefore} coppie con un totale di ${totalBefore}, adesso ${pairsAfter} coppie con un totale di ${totalAfter}.`,
    counts: ({ kept, moved, placed, unplaced, left }) =>
      `Mantenute: ${kept}. Spostate: ${moved}. Nuove: ${placed}. Adesso senza mentore: ${unplaced}. Non partecipano più: ${left}.`,
    placed: ({ mentee, mentor }) => `${mentee}: ora con ${mentor}`,
  },
};
