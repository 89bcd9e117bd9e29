import type { FairnessTexts } from './fairness-texts.js';

export const fairnessItalian: FairnessTexts = {
  number: (value, digits) => value.toFixed(digits).replace('.', ','),
  disclaimer:
    'È un motivo per guardare meglio, oppure no: non è una prova né un parere legale. Se le persone siano trattate secondo la legge lo giudica chi conosce la legge e il caso.',
  sides: { mentee: 'mentee', mentor: 'mentori' },
  audit: {
    head: ({ attribute, side, people, unknown }) =>
      `${attribute}: ${people} ${side} che hanno aderito; il gruppo non è noto per ${unknown}.`,
    group: ({ group, people, matched, score }) =>
      `${group}: ${people} persone, ${matched} % con un abbinamento, punteggio mediano ${score}`,
    noScore: 'nessuno',
    small: 'gruppo piccolo: qui decide il caso, e pubblicarlo può rivelare dati di singole persone',
    flagged: ({ rate, ratio, highest, pValue }) =>
      `${rate}: ${ratio} volte il valore di ${highest}, sotto i quattro quinti (test esatto p = ${pValue})`,
    rates: {
      matchRate: 'con un abbinamento',
      aboveMedian: 'punteggio sopra la mediana di tutti',
      firstChoice: 'ha avuto chi aveva chiesto',
    },
    nothingFlagged: 'Nessun valore è sotto i quattro quinti del più alto.',
  },
  invariance: {
    blanked: ({ attribute, changed }) =>
      `Se nessuno avesse indicato ${attribute}, mentee con un altro mentore: ${changed}.`,
    swapped: ({ attribute, changed }) =>
      `Se i gruppi di ${attribute} fossero scambiati, mentee con un altro mentore: ${changed}.`,
    notSwapped: 'Ci sono meno di due gruppi da scambiare.',
    noProxies:
      'Questa prova non vede ciò che sta al posto dell’attributo: una sede, una scuola, una lingua o un passatempo.',
  },
  influence: {
    head: (pairs) => `Che cosa decide ogni fattore su ${pairs} abbinamenti, togliendolo:`,
    factor: ({ name, weight, changed, lost }) =>
      `${name} (${weight} % del peso): mentee con un altro mentore se manca: ${changed}; totale perso secondo il modello intero: ${lost}`,
    onlyFactor: (name) => `${name} è l’unico fattore che conta: senza, non c’è niente da confrontare.`,
    leftOut: (name) => `${name}: ignoto per ogni abbinamento, quindi non decide niente`,
  },
};
