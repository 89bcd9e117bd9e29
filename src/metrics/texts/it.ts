import type { MetricTexts } from './metric-texts.js';

export const metricsItalian: MetricTexts = {
  number: (value, digits) => value.toFixed(digits).replace('.', ','),
  metrics: {
    participationMentees: {
      name: 'Partecipazione dei mentee',
      definition: 'mentee che hanno aderito ÷ persone che potevano diventarlo',
      unit: 'percent',
    },
    participationMentors: {
      name: 'Partecipazione dei mentori',
      definition: 'mentori che hanno aderito ÷ persone che potevano diventarlo',
      unit: 'percent',
    },
    optInMentees: {
      name: 'Adesione dei mentee',
      definition: 'mentee che hanno accettato di partecipare ÷ mentee a cui è stato chiesto',
      unit: 'percent',
    },
    optInMentors: {
      name: 'Adesione dei mentori',
      definition: 'mentori che hanno accettato di partecipare ÷ mentori a cui è stato chiesto',
      unit: 'percent',
    },
    matchRate: {
      name: 'Mentee abbinati',
      definition: 'mentee con un mentore ÷ mentee che hanno aderito',
      unit: 'percent',
    },
    seatUtilisation: {
      name: 'Posti occupati',
      definition: 'mentee con un mentore ÷ posti di tutti i mentori che hanno aderito',
      unit: 'percent',
    },
    mentorUtilisation: {
      name: 'Mentori con un mentee',
      definition: 'mentori con almeno un mentee ÷ mentori che hanno aderito e hanno un posto',
      unit: 'percent',
    },
    timeToMatch: {
      name: 'Attesa fino all’inizio della coppia',
      definition:
        'mediana dei giorni dalla richiesta di un mentore all’inizio della prima coppia; chi aspetta ancora conta come in attesa fino a oggi',
      unit: 'days',
    },
    sessionCompletion: {
      name: 'Incontri tenuti',
      definition:
        'incontri in programma che si sono tenuti ÷ incontri in programma finora, compresi quelli annullati, esclusi quelli in più',
      unit: 'percent',
    },
    cadenceAdherence: {
      name: 'Incontri con la frequenza concordata',
      definition: 'media sulle coppie di incontri tenuti ÷ incontri attesi finora, al massimo 1 per coppia',
      unit: 'percent',
    },
    onTrackShare: {
      name: 'Coppie che procedono bene',
      definition:
        'coppie che procedono bene secondo pairHealth ÷ coppie in corso, escluse quelle appena iniziate e quelle chiuse',
      unit: 'percent',
    },
    earlyClosures: {
      name: 'Coppie finite prima del tempo',
      definition:
        'coppie chiuse prima della fine concordata, non perché gli obiettivi erano raggiunti ÷ coppie iniziate',
      unit: 'percent',
    },
    rematchRate: {
      name: 'Nuova coppia dopo una fine anticipata',
      definition: 'mentee che hanno iniziato un’altra coppia ÷ mentee la cui coppia è finita prima del tempo',
      unit: 'percent',
    },
    trainingMentees: {
      name: 'Mentee che hanno finito la formazione',
      definition: 'mentee in coppia che hanno finito la formazione ÷ mentee in coppia',
      unit: 'percent',
    },
    trainingMentors: {
      name: 'Mentori che hanno finito la formazione',
      definition: 'mentori in coppia che hanno finito la formazione ÷ mentori in coppia',
      unit: 'percent',
    },
    responseMentees: {
      name: 'Tasso di risposta dei mentee',
      definition: 'risposte dei mentee ÷ risposte possibili, una per ogni coppia iniziata',
      unit: 'percent',
    },
    responseMentors: {
      name: 'Tasso di risposta dei mentori',
      definition: 'risposte dei mentori ÷ risposte possibili, una per ogni coppia iniziata',
      unit: 'percent',
    },
    satisfactionMentees: {
      name: 'Soddisfazione dei mentee',
      definition: 'media delle risposte dei mentee, da 1 a 5',
      unit: 'stars',
    },
    satisfactionMentors: {
      name: 'Soddisfazione dei mentori',
      definition: 'media delle risposte dei mentori, da 1 a 5',
      unit: 'stars',
    },
    topTwoMentees: {
      name: 'Mentee soddisfatti',
      definition: 'risposte 4 o 5 ÷ risposte dei mentee',
      unit: 'percent',
    },
    topTwoMentors: {
      name: 'Mentori soddisfatti',
      definition: 'risposte 4 o 5 ÷ risposte dei mentori',
      unit: 'percent',
    },
    netPromoterMentees: {
      name: 'Net promoter score dei mentee',
      definition:
        'percentuale di mentee che lo consiglierebbero (9, 10) − percentuale di chi non lo farebbe (da 0 a 6)',
      unit: 'points',
    },
    netPromoterMentors: {
      name: 'Net promoter score dei mentori',
      definition:
        'percentuale di mentori che lo consiglierebbero (9, 10) − percentuale di chi non lo farebbe (da 0 a 6)',
      unit: 'points',
    },
    meetingRating: {
      name: 'Voto degli incontri',
      definition: 'media dei voti agli incontri che chi gestisce il programma può vedere, da 1 a 5',
      unit: 'stars',
    },
    goalsCompleted: {
      name: 'Obiettivi raggiunti',
      definition:
        'obiettivi raggiunti ÷ obiettivi fissati, esclusi quelli privati; quelli abbandonati contano come non raggiunti',
      unit: 'percent',
    },
    milestonesOnTime: {
      name: 'Tappe in tempo',
      definition: 'tappe raggiunte entro il loro giorno ÷ tappe il cui giorno è arrivato',
      unit: 'percent',
    },
    goalAttainment: {
      name: 'Grado di raggiungimento',
      definition:
        'media dei punti T delle coppie sugli obiettivi chiusi o scaduti; 50 è quanto atteso, 10 una deviazione standard',
      unit: 'points',
    },
    skillGain: {
      name: 'Crescita delle competenze',
      definition: 'media dei livelli dopo − prima, come li vedono i mentee',
      unit: 'levels',
    },
    retentionDifference: {
      name: 'Permanenza, differenza',
      definition: 'quota di partecipanti rimasti − quota del gruppo di confronto',
      unit: 'percent',
    },
    promotionDifference: {
      name: 'Promozioni, differenza',
      definition: 'quota di partecipanti promossi − quota del gruppo di confronto',
      unit: 'percent',
    },
  },
  levels: {
    reaction: 'reazione',
    learning: 'apprendimento',
    behaviour: 'comportamento',
    results: 'risultati',
  },
  notes: {
    notTracked: 'non rilevato',
    suppressed: 'non mostrato, per proteggere i gruppi piccoli',
    notReached: 'non ancora noto: troppi aspettano ancora',
    association: 'un’associazione, non un effetto: partecipare è stata una scelta',
  },
  units: {
    percent: (value) => `${value} %`,
    points: (value) => value,
    days: (value) => `${value} giorni`,
    stars: (value) => `${value} su 5`,
    levels: (value) => `${value} livelli`,
  },
  unknownGroup: 'non noto',
  line: ({ name, value, of, interval, note }) =>
    `${[`${name}: ${value}`, of, interval].filter(Boolean).join(' ')}${note === '' ? '' : ` – ${note}`}`,
  of: ({ numerator, denominator }) => `(${numerator} su ${denominator})`,
  interval: ({ low, high }) => `[da ${low} a ${high}]`,
  comparedWith: (name) => `a confronto con: ${name}`,
  responseRate: (percent) => `quota di risposte: ${percent} %`,
  leftOut: (records) => `Dati esclusi perché impossibili: ${records}.`,
  columns: {
    group: 'gruppo',
    metric: 'indicatore',
    value: 'valore',
    numerator: 'numeratore',
    denominator: 'denominatore',
    people: 'persone',
    low: 'da',
    high: 'a',
    level: 'livello',
    note: 'nota',
  },
  change: {
    line: ({ change, speaksFor, people, against }) =>
      `${change}: ${speaksFor} persone su ${people} a favore, ${against} contro`,
    codes: {
      raiseWeight: (what) => `dare più peso: ${what}`,
      lowerWeight: (what) => `dare meno peso: ${what}`,
      addFactor: (what) => `far contare: ${what}`,
      addRule: (what) => `chiedere come regola: ${what}`,
      raiseCapacity: () => 'chiedere ai mentori più posti',
      lowerCapacity: () => 'chiedere ai mentori meno posti',
    },
    aspects: {
      skills: 'competenze',
      interests: 'interessi',
      preference: 'preferenze espresse',
      personality: 'personalità',
      seniority: 'esperienza in più del mentore',
      timeZone: 'orario di lavoro in comune',
      availability: 'tempo libero in comune',
      language: 'una lingua in comune',
    },
    none: 'Le risposte non chiedono cambiamenti.',
    onlyProposals: 'Sono proposte. Non è stato cambiato niente.',
  },
};
