import { italianCareerGoals } from './it-career-goals.js';
import { italianConversations } from './it-conversations.js';
import { italianCultureGoals } from './it-culture-goals.js';
import { italianFindings } from './it-findings.js';
import { italianSkillGoals } from './it-skill-goals.js';
import type { ProgramTexts } from './texts.js';

export const italian: ProgramTexts = {
  language: 'it',
  sides: { mentor: 'mentori', mentee: 'mentee', both: 'mentori e mentee' },
  objectives: {
    careerAdvancement: 'avanzamento di carriera',
    skillDevelopment: 'sviluppo di competenze',
    culture: 'orientarsi nella cultura dell’organizzazione',
  },
  findings: italianFindings,
  topics: {
    guidance: {
      title: 'Guida',
      text: 'Chiedi prima di consigliare. Racconta che cosa hai fatto e che cosa ne è venuto, anche gli insuccessi, e lascia la decisione al tuo mentee.',
      practice:
        'In una conversazione di prova di dieci minuti fa’ cinque domande aperte prima di dare un consiglio.',
    },
    feedback: {
      title: 'Riscontri',
      text: 'Di’ che cosa hai visto, a che cosa ha portato e che cosa proveresti al suo posto. Presto, in privato, su cose che si possono cambiare.',
      practice:
        'Trasforma un’osservazione generica («più sicurezza») in un fatto che hai visto e in un suggerimento.',
    },
    support: {
      title: 'Sostegno',
      text: 'Apri porte: presenta, raccomanda, fa’ il nome del tuo mentee dove si decide. Sappi dove finisce il tuo compito e chi può aiutare oltre.',
      practice: 'Indica tre persone che potresti presentare e a chi manderesti chi è in difficoltà.',
    },
    goalSetting: {
      title: 'Definire obiettivi',
      text: 'Porta un obiettivo che ti sta a cuore. Scrivi prima che aspetto avrebbero meno, quanto e più di ciò che ti aspetti.',
      practice: 'Compila un modello di obiettivo e fatti dire da un collega che cosa non è chiaro.',
    },
    communication: {
      title: 'Comunicazione',
      text: 'Di’ che cosa vuoi da un incontro prima che cominci. Chiedi quando non capisci, e racconta che cosa ne è stato dei consigli ricevuti.',
      practice: 'Scrivi il messaggio con cui chiedi il prossimo incontro, con il tema in una frase.',
    },
    managingTheRelationship: {
      title: 'Curare il rapporto',
      text: 'Il calendario e gli appunti li tieni tu. Se gli incontri saltano o non funziona, dillo presto; il programma aiuta.',
      practice: 'Metti in calendario i prossimi tre incontri e annota come ne annulleresti uno.',
    },
  },
  agreement: {
    title: 'Accordo di mentoring',
    between: 'Tra {mentee} (mentee) e {mentor} (mentore).',
    duration: 'Lavoriamo insieme dal {start} al {end}.',
    meetings:
      'Settimane tra un incontro e l’altro: {everyWeeks}. Minuti di ogni incontro: {minutes}. {channel}',
    channels: {
      inPerson: 'Ci incontriamo di persona.',
      video: 'Ci incontriamo in video.',
      phone: 'Ci parliamo al telefono.',
      mixed: 'Ci incontriamo di persona o in video, come conviene.',
    },
    confidentialityTitle: 'Che cosa resta tra noi',
    confidentiality: {
      strict: 'Ciò di cui parliamo resta tra noi.',
      progressShared:
        'Ciò di cui parliamo resta tra noi. Chi gestisce il programma vede se ci incontriamo e come procedono gli obiettivi, non che cosa ci siamo detti.',
    },
    exceptions: 'Questo non vale se una persona è in pericolo o se la legge dispone altro.',
    boundariesTitle: 'Che cosa lasciamo fuori',
    noBoundaries: 'Non è stato indicato nulla. Ciascuno può indicare qualcosa in ogni momento.',
    endingTitle: 'Se finisce prima',
    ending: 'Ciascuno può concludere, dicendolo con un preavviso in giorni di: {noticeDays}.',
    endingWithMeeting: 'Ci incontriamo poi ancora una volta, per chiudere bene.',
    noBlame: 'Non si deve dare una ragione, e non ha conseguenze sul lavoro di nessuno.',
    signaturesTitle: 'D’accordo',
    signed: '{name}: {on}',
    notSigned: '{name}: non ancora',
  },
  conversations: italianConversations,
  resources: {
    agreement: 'L’accordo di mentoring',
    training: 'La lista di controllo della formazione',
    conversationGuide: 'Una guida per ogni incontro',
    calendar: 'Gli incontri come file di calendario',
    goalTemplates: 'Modelli di obiettivi',
    feedback: 'Riscontri dopo un incontro',
    contact: 'A chi chiedere: {name}, {contact}',
  },
  calendar: {
    summary: {
      first: 'Mentoring: primo incontro ({partners})',
      regular: 'Mentoring ({partners})',
      checkpoint: 'Mentoring: uno sguardo indietro ({partners})',
      closing: 'Mentoring: incontro conclusivo ({partners})',
      extra: 'Mentoring: incontro in più ({partners})',
    },
    description: '{title}. {aim}',
  },
  goals: {
    frames: {
      SMART: 'specifico, misurabile, raggiungibile, rilevante, con una scadenza',
      GROW: 'meta, realtà, possibilità, volontà',
      OKR: 'un obiettivo e i suoi risultati chiave',
      WOOP: 'desiderio, esito, ostacolo, piano',
    },
    questions: {
      SMART: {
        relevance: 'Perché vale il tuo tempo, adesso?',
        due: 'Entro quando?',
        obstacle: 'Che cosa potrebbe renderlo irraggiungibile?',
        situation: 'Da che cosa ti accorgerai che sta succedendo? Se …',
        action: 'Che cosa farai allora?',
      },
      GROW: {
        relevance: 'Che cosa cambierebbe per te raggiungere questa meta?',
        due: 'Entro quando vuoi arrivarci?',
        obstacle: 'Com’è la strada nella realtà; che cosa la intralcia?',
        situation: 'Quale situazione richiede una delle tue possibilità? Se …',
        action: 'Quale possibilità sceglierai allora?',
      },
      OKR: {
        relevance: 'Perché questo obiettivo conta per te e per l’organizzazione?',
        due: 'Quando finisce il periodo?',
        obstacle: 'Che cosa terrebbe più facilmente basso il risultato chiave?',
        situation: 'Qual è il primo segno? Se …',
        action: 'Che cosa cambierai allora?',
      },
      WOOP: {
        relevance: 'Quale sarebbe la cosa più bella se il desiderio si avverasse?',
        due: 'Entro quando deve avverarsi?',
        obstacle: 'Che cosa, dentro di te, lo ostacola?',
        situation: 'Quando e dove si presenta quell’ostacolo? Se …',
        action: 'Che cosa farai per superarlo?',
      },
    },
    levels: [
      '{measure}: meno di {half}.',
      '{measure}: almeno {half}, ma meno di {target}.',
      '{measure}: almeno {target}.',
      '{measure}: almeno {target}; inoltre {more}.',
      '{measure}: almeno {target}; inoltre {more}, e {most}.',
    ],
    templates: { ...italianCareerGoals, ...italianSkillGoals, ...italianCultureGoals },
  },
};
