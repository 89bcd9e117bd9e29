import { interpreted, notUnderstood, type Reading } from './reading.js';
import { numberWords, plainWord, readFlag } from './words.js';

const rule = 'a whole number of places, 0 to 1,000,000';

/**
 * How many mentees a mentor can take. Several numbers (`1;2`, `1-2`, `1 or 2`, `up to 3`) say what a mentor
 * could imagine, and the largest of them is the capacity; an issue says so. Numbers that are not one range or
 * list (`2, one hour a week`) are not guessed at.
 */
export function readCapacity(cell: string, pick: 'largest' | 'smallest' = 'largest'): Reading<number> {
  const text = plainWord(cell);
  if (/^\d+$/.test(text)) return places(Number(text));
  const exactWord = numberWords.get(text);
  if (exactWord !== undefined) return { value: exactWord };
  if (/^[-+−]?\d+[.,]\d+$/.test(text) || /^[-−]/.test(cell.trim())) {
    return /^\d+[.,]0+$/.test(text) ? places(Number.parseInt(text, 10)) : notUnderstood(rule);
  }
  const parts = text.split(/([\p{L}\p{N}]+)/u);
  const numbers: number[] = [];
  let between = '';
  for (const part of parts) {
    const number = /^\d+$/.test(part) ? Number(part) : numberWords.get(part);
    if (number === undefined) {
      between += part;
      continue;
    }
    if (numbers.length > 0 && !joins.test(between)) return notUnderstood(several);
    numbers.push(number);
    between = '';
  }
  if (numbers.length === 0) {
    return readFlag(text) === false || /^(?:none|nobody|nessun[oa])$/.test(text)
      ? interpreted(0, 'no: read as 0 places')
      : notUnderstood(rule);
  }
  const taken = pick === 'largest' ? Math.max(...numbers) : Math.min(...numbers);
  // "2 from 2027" or "from 2027" name a year.
  if (Math.max(...numbers) > 100) return notUnderstood(rule);
  const which = numbers.length === 1 ? '' : `, the ${pick} of several`;
  return interpreted(taken, `read as ${taken}${which}`);
}

/** What stands between the numbers of one range or list. */
const joins = /^[\s,;/&+()–-]*(?:or|to|and|o|e|ed|a|oppure|fino a|up to|max)?[\s,;/&+()–-]*$/;
const several = 'one number of places, or a range such as 1-2';

function places(number: number): Reading<number> {
  return number <= 1_000_000 ? { value: number } : notUnderstood(rule);
}

/** How many mentors a mentee would like: 1 to 100. */
export function readMentorsWanted(cell: string): Reading<number> {
  const reading = readCapacity(cell);
  const { value } = reading;
  if (value === undefined || (value >= 1 && value <= 100)) return reading;
  return notUnderstood('a whole number of mentors, 1 to 100');
}
