import type { ProgramTexts } from './texts.js';

export const italianFindings: ProgramTexts['findings'] = {
  noObjectives:
    'Il programma non dichiara nessun obiettivo. Senza obiettivi non si possono scegliere i mentori adatti e nessuno saprà se ha funzionato.',
  noSponsor:
    'Nessun dirigente sostiene il programma. Le persone trovano tempo per ciò a cui chi le guida tiene in modo visibile, e uno sponsor apre le porte quando qualcosa si blocca.',
  noLead:
    'Nessuno gestisce il programma. Qualcuno deve rispondere alle domande e accorgersi delle coppie che tacciono.',
  noLeadContact:
    'Non è detto come raggiungere chi gestisce il programma. Si deve sapere a chi chiedere prima di averne bisogno.',
  noCadence:
    'Non è detto ogni quanto si incontrano le coppie. Chi concorda un ritmo all’inizio si incontra più spesso di chi non lo fa.',
  noResources:
    'Non ci sono materiali per le coppie. Una guida o un modello evita che ogni coppia reinventi la stessa cosa.',
  noMentors: 'Non ci sono ancora mentori, quindi non si può formare nessuna coppia.',
  noMentees: 'Non ci sono ancora mentee, quindi non si può formare nessuna coppia.',
  noObjectiveMeasure:
    'Non è detto da che cosa si capirà se questo è stato raggiunto: {objective}. Ciò che non si decide prima lo giudica dopo chi parla più forte.',
  fewMeetings:
    'Incontri che stanno nel programma: {meetings}. La fiducia richiede alcuni incontri, e solo dopo comincia il lavoro sugli obiettivi; prevedine almeno sei.',
  trainingIncomplete:
    'Nella formazione manca qualcosa ({role}): {topics}. Chi ha visto come si fa ottiene di più dai primi incontri.',
  tooFewPlaces:
    'Posti: {places}; mentee: {mentees}. Qualcuno resterà senza mentore. Cerca altri mentori, o di’ subito come si assegnano i posti.',
  notOptedIn:
    'Non hanno aderito ({role}): {people}. Il mentoring è volontario; chi non ha detto sì non entra in nessuna coppia.',
  notTrained:
    'Senza formazione entro l’inizio ({role}): {people}. Un primo incontro andato male è difficile da riparare.',
  skillsUnknown:
    'Competenze non indicate ({role}): {people}. In un programma sulle competenze è in base a esse che si sceglie una coppia.',

  outcomeShort:
    'Il risultato è troppo breve per essere specifico. Di’ che cosa cambierà, per chi e di quanto.',
  measureMissing: 'Manca la misura. Indica qualcosa che due persone conterebbero allo stesso modo.',
  measureRepeatsOutcome:
    'La misura ripete soltanto il risultato. Di’ che cosa si potrà contare o vedere quando sarà raggiunto.',
  levelsUnwritten:
    'Livelli non descritti: {levels}. Scrivili ora tutti e cinque; scritti dopo non misurano nulla.',
  levelsAlike:
    'Livelli che si leggono uguali: {levels}. Fa’ che ciascuno dica qualcosa che gli altri non dicono.',
  baselineReached:
    'L’obiettivo è raggiunto già in partenza. Alza ciò che ti aspetti, perché ci sia qualcosa per cui lavorare.',
  obstacleMissing:
    'Non è indicato nessun ostacolo. Pensa a che cosa ti ha fermato in passato; un piano per quello è metà della strada.',
  planMissing: 'Il piano se-allora è incompleto. Completa la frase: se succede questo, allora farò quello.',
  fewMilestones: 'Tappe: {count}. Fissane da tre a cinque, per accorgerti in tempo di un ritardo.',
  manyMilestones: 'Tappe: {count}. Tienine da tre a cinque e lascia il resto al tuo elenco personale.',
  milestoneUntitled: 'Una tappa non ha titolo ({milestoneId}). Di’ che cosa sarà fatto per allora.',
  milestoneOutside:
    'Una tappa cade fuori dal tempo dell’obiettivo ({milestoneId}). Spostala, o sposta la scadenza.',
  milestonesOutOfOrder: 'Le tappe non sono in ordine di data. Riordinale, o correggi una data.',
  relevanceMissing:
    'Non è detto perché l’obiettivo conta. Scrivi che cosa cambierebbe per te; ti servirà nei giorni storti.',
  dueTooSoon: 'Mancano meno di 14 giorni alla scadenza. Prendi più tempo, o scegli un obiettivo più piccolo.',
  dueTooFar: 'Mancano più di 24 mesi alla scadenza. Scegli una prima parte che si possa raggiungere prima.',

  notStarted: 'La coppia comincia il {start}.',
  firstMeetingAhead: 'Il primo incontro è previsto entro il {due}.',
  noFirstMeeting: 'I due non si sono incontrati; il primo incontro era previsto entro il {due}.',
  meetsAsAgreed: 'I due si incontrano come concordato; l’ultima volta il {last}.',
  overdue: 'Giorni dall’ultimo incontro: {days}. Ne erano concordati {expected} tra un incontro e l’altro.',
  missedInARow: 'Gli ultimi due incontri non si sono svolti.',
  lowRating: 'Uno dei due ha dato all’ultimo incontro un voto di {rating} su 5 e vuole che tu lo sappia.',
  silent: 'I due non si incontrano da molto. Giorni: {days}.',
  endPassed: 'Il tempo concordato è finito il {end} e la coppia non è stata chiusa.',
  pairClosed: 'La coppia è stata chiusa il {on}.',

  trained: 'Formazione completata.',
  firstMeeting: 'I due si sono incontrati per la prima volta.',
  meetings: 'Incontri svolti: {count}.',
  hours: 'Ore insieme: {count}.',
  halfway: 'Metà del tempo concordato è passata, e i due continuano.',
  milestoneReached: 'Tappa raggiunta: {title}',
  goalReached: 'Obiettivo raggiunto: {title}',
  beyondExpected: 'Oltre le aspettative: {title}',
  completed: 'Percorso concordato completato.',

  thankHours: 'Grazie per il tempo che hai dato. Ore: {value}.',
  thankMeetings: 'Grazie per esserci stato o stata. Incontri: {value}.',
  thankMentees: 'Grazie per la tua guida. Mentee che hai accompagnato: {value}.',
  thankPairsCompleted: 'Grazie per essere rimasto o rimasta fino alla fine. Percorsi completati: {value}.',
  thankFeedback: 'Grazie per i tuoi riscontri, che aiutano gli altri. Incontri commentati: {value}.',
  thankGoals: 'Complimenti per ciò che hai raggiunto. Obiettivi: {value}.',
  thankMilestones: 'Complimenti per la strada che hai fatto. Tappe: {value}.',
};
