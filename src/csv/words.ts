import { canonicalTerm } from '../participants/index.js';

/** The words of forms, English and Italian, in the form in which `plainWord` leaves them. */

/** A text without case, accents, and punctuation at its ends, to be compared with the words of forms. */
export function plainWord(text: string): string {
  return canonicalTerm(text)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/^(?:[\s.!*()"'’]|-(?!\d))+|[\s.!*()"'’:-]+$/gu, '');
}

export const yesWords = new Set([
  ...['yes', 'y', 'true', '1', 'x', '✓', '✔', '☑', 'on', 'checked', 'selected', 'yes please', 'vero'],
  ...['si', 's', 'selezionato', 'certo', 'yep', 'of course'],
]);
export const noWords = new Set([
  ...['no', 'n', 'false', '0', 'off', 'unchecked', 'not selected', 'no thanks', 'no thank you', '☐'],
  ...['falso', 'non selezionato', 'no grazie'],
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
]);
/** Cells that say "none of these". */
const noneWords = new Set(['none', 'nobody', 'none of the above', 'nessuno', 'nessuna', 'nessuno di questi']);

export function isBlank(cell: string): boolean {
  return blankWords.has(plainWord(cell));
}

export function isNone(cell: string): boolean {
  return noneWords.has(plainWord(cell));
}

/** `true`, `false`, or `undefined` where the cell is neither. */
export function readFlag(cell: string): boolean | undefined {
  const word = plainWord(cell);
  if (yesWords.has(word)) return true;
  if (noWords.has(word)) return false;
  if (/^(?:yes|si)\b[\s,.!:;–-]/.test(word)) return true;
  if (/^no\b[\s,.!:;–-]/.test(word)) return false;
  return undefined;
}

/** As `readFlag`, with the sentences by which people agree or do not. */
export function readConsent(cell: string): boolean | undefined {
  const word = plainWord(cell);
  if (/\b(?:not|don['’]?t|do not|non|declin\w*|refus\w*|rifiut\w*)\b/.test(word)) return false;
  const flag = readFlag(cell);
  if (flag !== undefined) return flag;
  const agrees =
    /^(?:i (?:agree|consent|accept|confirm|understand and agree|opt in)|agreed?|accept(?:ed)?|consent(?:ed)?|opt(?:ed)?[- ]?in|(?:ac)?consent[oi]|accetto|autorizzo|confermo|d'accordo)\b/;
  return agrees.test(word) ? true : undefined;
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
