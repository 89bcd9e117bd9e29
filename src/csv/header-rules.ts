import type { ColumnRule } from './types.js';

/** Targets that a header alone can suggest. */
export type HeaderTarget = ColumnRule['to'] | 'firstName' | 'lastName' | 'preferredName' | 'unused';

export interface HeaderRule {
  readonly to: HeaderTarget;
  /** Matches the header after `questionWords`. */
  readonly pattern: RegExp;
  readonly not?: RegExp;
  /** Why a column is left unused. */
  readonly why?: string;
}

/** What forms add to a header: `(required)`, `(1/0)`, `(yes/no)`. */
export const formMarks =
  /\(\s*(?:required|optional|obbligatori[oa]|facoltativ[oa]|1 ?\/ ?0|0 ?\/ ?1|y ?\/ ?n|s ?\/ ?n|yes ?\/ ?no|s[iì] ?\/ ?no)\s*\)/gi;

/** Fields that a multi-select question may fill. */
export const listFields: ReadonlySet<string | undefined> = new Set([
  ...['interests', 'dislikes', 'languages', 'skills', 'skillsWanted'],
]);

/** Headers are understood by their first so many signs, since the patterns take quadratic time. */
export const longestQuestion = 600;

/** A header as the patterns see it: lower case, no accents, punctuation as spaces. */
export function questionWords(header: string): string {
  return header
    .slice(0, longestQuestion)
    .normalize('NFKC')
    .toLowerCase()
    .replace(formMarks, ' ')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/([a-z])[_-]([a-z])/g, '$1 $2')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}

const learns =
  /\b(?:want\w*|wish\w*|like|hop\w+|need\w*|seek\w*|look\w*|desired?|target)\b.*\b(?:learn\w*|develop\w*|improv\w*|grow\w*|gain\w*|build\w*|skills?|acquire|support|help|mentoring)\b|\b(?:learn\w*|develop\w*|improv\w*|grow\w*)\b.*\b(?:want\w*|wish\w*|like|goals?|areas?|skills?|needs?|topics?)\b|\bskills? (?:to (?:learn|develop|improve)|wanted|sought|needed)\b|\b(?:learning|development) (?:goals?|areas?|needs?|topics?)\b|\b(?:vorr\w+|vuoi|desider\w+|obiettiv\w+|da)\b.*\b(?:impar\w+|svilupp\w+|miglior\w+|acquisi\w+|apprend\w+)\b|\bcompetenz[ae]\b.*\b(?:vorr\w+|vuoi|desider\w+|cerchi|ti serv\w+)\b|\b(?:vorr\w+|vuoi|desider\w+)\b.*\b(?:aiuto|supporto|essere (?:aiutat\w|seguit\w))\b|\bcompetenze (?:da|desiderate|ricercate)\b/;

/**
 * What headers of Google Forms, Microsoft Forms, Typeform and HR systems say, English and Italian; the first
 * that matches counts, so the more special stand first.
 */
export const headerRules: readonly HeaderRule[] = [
  {
    to: 'unused',
    pattern:
      /^(?:timestamp|start (?:time|date)( utc)?|completion time|last modified( time)?|submit(?:ted)? ?(?:date|at|time)?( utc)?|stage date utc|network id|ip address|duration|language|response type|tags|ending|informazioni cronologiche|ora di (?:inizio|completamento|ultima modifica)|data di invio|score|punteggio|quiz feedback|grade posted time)$/,
    why: 'written by the form itself',
  },
  {
    to: 'preferredName',
    pattern: /^(?:your )?(?:preferred|known as|nick|display)(?: (?:first )?name| ?name)?$|^nome preferito$/,
  },
  { to: 'firstName', pattern: /^(?:your |legal )?(?:first|given|fore) ?names?$/ },
  { to: 'lastName', pattern: /^(?:your |legal )?(?:last|family|sur) ?names?$|^cognome$/ },
  {
    to: 'managerId',
    pattern:
      /\b(?:manager|supervisor|boss|reports to|reporting to|responsabile|capo|superiore)\b.*\b(?:e ?mail|id|number|matricola|address|indirizzo)\b|\b(?:e ?mail|id|matricola)\b.*\b(?:manager|supervisor|responsabile|capo)\b|^(?:line )?manager$|^reports to$/,
  },
  {
    to: 'avoidedMentors',
    pattern:
      /\b(?:avoid\w*|not (?:be )?(?:match|pair)\w*|conflicts?|rather not|evitare|non (?:vorr\w+|desider\w+|essere))\b(?!.*\bmentees?\b)/,
    not: /\bskills?\b|\btopics?\b/,
  },
  { to: 'avoidedMentees', pattern: /\b(?:avoid\w*|not (?:be )?(?:match|pair)\w*|evitare)\b.*\bmentees?\b/ },
  {
    to: 'minimumMentees',
    pattern:
      /\b(?:min\w*|fewest|at least|almeno|minimo) (?:number of |numero di )?mentees?\b|\b(?:mentees?|numero) (?:minim\w+)\b/,
  },
  {
    to: 'mentorsWanted',
    pattern: /\b(?:how many mentors|number of mentors|mentors wanted|quanti mentor|numero di mentor)\b/,
  },
  {
    to: 'capacity',
    pattern:
      /\b(?:capacity|capacita|how many (?:mentees|people (?:can|could|would|will|are) you (?!manage|lead|supervise))|number of (?:mentees|places|slots)|max\w* (?:number of )?mentees|mentees? (?:capacity|limit)|quanti mentees?|quante persone (?:puoi|potresti|vorresti|sei)|numero (?:massimo )?di mentees?|posti(?: disponibili)?)\b/,
  },
  {
    to: 'preferredMentors',
    pattern:
      /\b(?:prefer\w*|choice|wish|request\w*|nominat\w*|scelta)\b.*\bmentors?\b|\bmentors?\b.*\b(?:prefer\w*|choices?|wish|request\w*|scelta)\b/,
    not: /\bmentees?\b|\bskills?\b|\bgender\b|\bhow\b|\blanguages?\b/,
  },
  {
    to: 'preferredMentees',
    pattern: /\b(?:prefer\w*|choice|request\w*)\b.*\bmentees\b|\bmentees?\b.*\b(?:prefer\w*|choices?)\b/,
    not: /\bskills?\b|\bgender\b|\blevel\b|\bmentors?\b/,
  },
  {
    to: 'optedIn',
    pattern:
      /\b(?:consent\w*|opt(?:ed)? ?in|agree\w*|gdpr|privacy|terms|acconsent\w*|consenso|autorizz\w*|accett\w*|voluntar\w*|adesione|aderi\w*|opted|taking part|take part|participation|partecipazione)\b/,
    not: /\b(?:newsletter|photo\w*|foto|marketing|images?|record\w*|similar|why|perche|motiv\w*|reasons?|date|data di|hours?|as an? ment\w+)\b|^(?:what|how|which|cosa|quali?|come)\b/,
  },
  {
    to: 'trainedOn',
    pattern:
      /\b(?:train(?:ed|ing)|formazione|corso)\b.*\b(?:date|on|complet\w*|data|when|quando)\b|\b(?:date|data|when)\b.*\b(?:train\w*|formazione)\b/,
  },
  {
    to: 'timeZone',
    pattern: /\b(?:time ?zones?|fuso(?: orario)?|utc offset|gmt offset|utc)\b/,
  },
  {
    to: 'availability',
    pattern:
      /\b(?:availab\w*|disponibil\w*|free time|time ?slots?|when (?:can|are|could) you|what times?|quando|orari|fasce orarie)\b/,
  },
  { to: 'skillsWanted', pattern: learns, not: /\bas a mentor\b/ },
  { to: 'dislikes', pattern: /\b(?:dislikes?|not interested|non (?:mi|ti) (?:piac\w+|interess\w+))\b/ },
  {
    to: 'interests',
    pattern:
      /\b(?:interests?|hobb(?:y|ies)|passions?|pastimes?|interessi?|passioni|passatempi|tempo libero|free time activities)\b/,
  },
  {
    to: 'skills',
    pattern:
      /\b(?:skills?|expertise|competenz[ae]|abilita|strengths|punti di forza|can (?:teach|offer|help|share)|offer\w*|programming languages?|tech stack|proficienc\w+)\b/,
  },
  {
    to: 'languages',
    pattern: /\b(?:languages?|lingu[ae]|speak|parl[ai])\b/,
    not: /\bprogramming|\bprefer\w* language$/,
  },
  {
    to: 'grade',
    pattern:
      /^(?:your |current |job |pay |salary )?(?:grade|level|seniority(?: level)?|band|livello|inquadramento|grado|job level|rank)$|\bseniority\b|\bpay (?:grade|band)\b|\bcareer (?:level|stage)\b|\bgrade level\b/,
  },
  {
    to: 'department',
    pattern:
      /\b(?:department|division|business unit|directorate|dipartimento|reparto|direzione|faculty|facolta|area aziendale)\b/,
  },
  {
    to: 'team',
    pattern: /^(?:(?:your|what|which) )?(?:team|squad|squadra)\b(?: name)?|\bteam (?:are|do) you/,
  },
  {
    to: 'organization',
    pattern:
      /^(?:your |current |name of (?:your )?)?(?:organi[sz]ation|company|employer|azienda|organizzazione|ente|societa|university|institution|universita)(?: name)?$|\bwhich (?:company|organi[sz]ation)\b|\bwhere do you work\b/,
  },
  {
    to: 'location',
    pattern:
      /^(?:your |current |work |office |home )?(?:location|office|site|city|sede|citta|country|nazione|paese|region|regione|duty station|campus|base|luogo|based in)(?: of (?:residence|work)| di (?:lavoro|residenza))?$|\bwhere are you (?:based|located)\b|\bin quale (?:sede|citta)\b/,
  },
  {
    to: 'name',
    pattern:
      /^(?:what is )?(?:your |full |preferred |display |employee |participant |complete )*names?$|^nome(?: e cognome| completo)?$|^nominativo$|^(?:what is )?your (?:full )?name$|^come ti chiami$/,
  },
];

/** Headers of ids, the most lasting first. */
export const idRules: readonly {
  readonly pattern: RegExp;
  readonly why: string;
  readonly lowerCase?: true;
}[] = [
  {
    pattern:
      /^(?:employee|staff|person(?:nel)?|worker|member|participant|student)(?: ?(?:id|number|no|code))$|^matricola$|^codice (?:dipendente|persona)$/,
    why: 'an id that lasts',
  },
  {
    pattern: /\be ?mail\b|\bposta elettronica\b|^username$|^nome utente$/,
    why: 'an e-mail address stands for one person',
    lowerCase: true,
  },
  { pattern: /^(?:id|uid|user id|person|codice|identificativ\w*)$/, why: 'called an id' },
  {
    pattern: /^(?:#|response id|respondent id|token|id risposta)$/,
    why: 'the id of the answer, where nothing else names the person',
  },
];

/** Attributes that belong to special categories of data or to protected characteristics. */
export const sensitive =
  /\b(?:gender|sex|genere|sesso|ethnic\w*|race|etnia|religio\w*|disab\w*|sexual\w*|orient\w*|identity|identita|characteristics|pronouns?|pronomi|age|eta|birth|nascita|nationality|nazionalita|veteran|health|salute|marital|pregnan\w*)\b/;
