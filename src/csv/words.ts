import { canonicalTerm } from '../participants/index.js';

/** The words of forms, English and Italian, in the form in which `plainWord` leaves them. */

/** A text without case, accents, and punctuation at its ends, to be compared with the words of forms. */
export function plainWord(text: string): string {
  const word = canonicalTerm(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
  // By index: a pattern that ends in `+$` takes quadratic time on a long run of dots.
  let start = 0;
  let end = word.length;
  const isMinus = (at: number) => word[at] === '-' && !/\d/.test(word[at + 1] ?? '');
  while (start < end && (atEnds.has(word[start]!) || isMinus(start))) start += 1;
  while (end > start && (atEnds.has(word[end - 1]!) || ':-'.includes(word[end - 1]!))) end -= 1;
  return word.slice(start, end);
}

/** Punctuation that says nothing at the ends of a word. */
const atEnds = new Set(' .!*()"\'’');

export const yesWords = new Set([
  ...['yes', 'y', 'true', '1', 'x', '✓', '✔', '☑', 'on', 'checked', 'selected', 'yes please', 'vero'],
  ...['si', 's', 'selezionato', 'certo', 'yep', 'of course'],
]);
export const noWords = new Set([
  ...['no', 'n', 'false', '0', 'off', 'unchecked', 'not selected', 'no thanks', 'no thank you', '☐'],
  ...['falso', 'non selezionato', 'no grazie', 'non acconsento', 'non accetto'],
]);

/** Cells that say "I leave this blank". */
const blankWords = new Set([
  '',
  'n/a',
  'na',
  'n.a',
  'non applicabile',
  'not applicable',
  'null',
  'undefined',
  '-',
  '--',
  '/',
]);
/** Cells that say "none of these". */
const noneWords = new Set([
  ...[
    'none',
    'nobody',
    'no one',
    'no-one',
    'nothing',
    'none of the above',
    'no preference',
    'no preferences',
  ],
  ...['nessuno', 'nessuna', 'nessuno di questi', 'niente', 'nulla', 'nessuna preferenza'],
  ...['anyone', 'anybody', 'chiunque', 'indifferente'],
]);

export function isBlank(cell: string): boolean {
  return blankWords.has(plainWord(cell));
}

/** Whether a cell for a list says that there is nothing to list. */
export function isNone(cell: string): boolean {
  return noneWords.has(plainWord(cell)) || isRefusal(cell);
}

/** A no in words: "0" and "x" may be answers. */
function isRefusal(cell: string): boolean {
  return /^no\b/.test(plainWord(cell)) && readFlag(cell) === false;
}

const afterYes =
  /^(?:yes|si)(?:\s*[,.;:!–-]|\s+(?:please|i|of course|thanks?|definitely|absolutely|grazie|certo|volentieri|con piacere)\b)/;
// "No more than 2" and "no problem" are no refusals.
const afterNo =
  /^no(?:\s*[,.;:!–-]|\s+(?:thanks?|thank you|i|not|sorry|way|grazie|mai|non|per ora|mi dispiace)\b)/;

/** `true`, `false`, or `undefined` where the cell is neither. */
export function readFlag(cell: string): boolean | undefined {
  const word = plainWord(cell);
  if (yesWords.has(word)) return true;
  if (noWords.has(word)) return false;
  const start = word.slice(0, 40);
  if (afterYes.test(start)) return /^(?:yes|si)\W{1,3}(?:and |e |or |o )?no\b/.test(start) ? undefined : true;
  if (afterNo.test(start)) return /^no\W{1,3}(?:and |e |or |o )?(?:yes|si)\b/.test(start) ? undefined : false;
  return undefined;
}

const agreeWords =
  "agree|consent|accept|opt in|acconsento|accetto|autorizzo|aderisco|presto il consenso|do il (?:mio )?consenso|d'accordo";
const agrees = new RegExp(
  `^(?:(?:yes|si)\\W{1,3})?(?:by (?:ticking|checking|selecting|submitting)\\b.{0,80}?\\bi )?` +
    `(?:(?:i|io) )?(?:(?:have read|understand|ho letto|dichiaro)\\b.{0,160}?\\b(?:and|e) (?:i )?)?(?:(?:hereby|fully|voluntarily) )?` +
    `(?:${agreeWords}|agreed|accepted|consented|accettato|acconsentito|autorizzato|opted[- ]in|i confirm|confermo|partecipo|sono d'accordo)\\b`,
);
const refuses = new RegExp(
  `\\b(?:not|don['’ ]?t|cannot|can['’]?t|never|non|without)\\s(?:\\S+\\s){0,2}?` +
    `(?:${agreeWords}|(?:ac)?consent\\w*|accett\\w*|autorizz\\w*|aderi\\w*|want|wish|join|take part|participat\\w*|partecip\\w*|voglio|desidero)\\b` +
    `|\\b(?:disagree|declin\\w*|refus\\w*|rifiut\\w*|rather not|opt(?:ed)?[- ]out|withdraw\\w*|revoco)\\b|^(?:not|non)\\b`,
);
const doubts =
  /\b(?:but|unless|only if|if|whether|maybe|perhaps|not (?:yet|now|sure)|ma|pero|purche|solo se|forse|tranne|non (?:ora|ancora|so))\b/;

/**
 * As `readFlag`, with the sentences by which people agree or do not. A sentence that agrees and refuses, or agrees
 * with a condition, is neither. A "not" that denies something else ("will not be shared") takes nothing away.
 */
export function readConsent(cell: string): boolean | undefined {
  const word = plainWord(cell.slice(0, 1000));
  if (yesWords.has(word)) return true;
  if (noWords.has(word)) return false;
  const isRefused = refuses.test(word) || readFlag(cell) === false;
  const isAgreed = agrees.test(word) || readFlag(cell) === true;
  if (isRefused) return isAgreed ? undefined : false;
  return isAgreed && !doubts.test(word) ? true : undefined;
}

export const roleWords: {
  readonly mentor: readonly string[];
  readonly mentee: readonly string[];
  readonly both: readonly string[];
} = {
  mentor: [
    'mentor',
    'mentors',
    'a mentor',
    'as a mentor',
    'come mentor',
    'un mentor',
    'be a mentor',
    'tutor',
  ],
  mentee: [
    ...['mentee', 'mentees', 'a mentee', 'as a mentee', 'come mentee', 'un mentee', 'be a mentee'],
    ...['protege', 'tutee', 'mentoree'],
  ],
  both: ['both', 'both roles', 'entrambi', 'entrambe', 'entrambi i ruoli', 'mentor/mentee', 'mentee/mentor'],
};

/** Small whole numbers in words. */
export const numberWords = new Map<string, number>([
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map(
    (word, number) => [word, number] as const,
  ),
  ...['zero', 'uno', 'due', 'tre', 'quattro', 'cinque', 'sei', 'sette', 'otto', 'nove', 'dieci'].map(
    (word, number) => [word, number] as const,
  ),
  ['una', 1],
  ['un', 1],
]);

/** Response scales by their labels, in order; the first is answer 1. */
export const labelSets: readonly (readonly string[])[] = [
  ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'],
  ['Strongly disagree', 'Disagree', 'Neutral', 'Agree', 'Strongly agree'],
  [
    'Strongly disagree',
    'Somewhat disagree',
    'Neither agree nor disagree',
    'Somewhat agree',
    'Strongly agree',
  ],
  [
    'Strongly disagree',
    'Disagree',
    'Somewhat disagree',
    'Neutral',
    'Somewhat agree',
    'Agree',
    'Strongly agree',
  ],
  [
    'Very inaccurate',
    'Moderately inaccurate',
    'Neither accurate nor inaccurate',
    'Moderately accurate',
    'Very accurate',
  ],
  ['Never', 'Rarely', 'Sometimes', 'Often', 'Always'],
  [
    'Fortemente in disaccordo',
    'In disaccordo',
    'Né in accordo né in disaccordo',
    "D'accordo",
    "Fortemente d'accordo",
  ],
  [
    'Per niente d’accordo',
    'Poco d’accordo',
    'Abbastanza d’accordo',
    'Molto d’accordo',
    'Completamente d’accordo',
  ],
  [
    'Del tutto inesatto',
    'Abbastanza inesatto',
    'Né esatto né inesatto',
    'Abbastanza esatto',
    'Del tutto esatto',
  ],
  ['Mai', 'Raramente', 'Qualche volta', 'Spesso', 'Sempre'],
];

/** Levels of skill by their labels, in order; the first is level 1. */
export const levelSets: readonly (readonly string[])[] = [
  ['Beginner', 'Intermediate', 'Advanced', 'Expert'],
  ['Novice', 'Beginner', 'Intermediate', 'Advanced', 'Expert'],
  ['Basic', 'Intermediate', 'Advanced'],
  ['Base', 'Intermedio', 'Avanzato', 'Esperto'],
  ['Principiante', 'Intermedio', 'Avanzato', 'Esperto'],
];
