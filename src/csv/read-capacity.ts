import { interpreted, notUnderstood, type Reading } from './reading.js';
import { numberWords, plainWord, readFlag } from './words.js';

const rule = 'a whole number of places, 0 to 1,000,000';

/**
 * How many mentees a mentor can take. Several numbers (`1;2`, `1-2`, `1 or 2`, `up to 3`) say what a mentor
 * could imagine, and the largest of them is the capacity; an issue says so.
 */
export function readCapacity(cell: string): Reading<number> {
  const text = plainWord(cell);
  if (/^\d+$/.test(text)) return places(Number(text));
  const exactWord = numberWords.get(text);
  if (exactWord !== undefined) return { value: exactWord };
  if (/^[-+−]?\d+[.,]\d+$/.test(text) || /^[-−]/.test(cell.trim())) {
    return /^\d+[.,]0+$/.test(text) ? places(Number.parseInt(text, 10)) : notUnderstood(rule);
  }
  if (readFlag(text) === false) return interpreted(0, 'no: read as 0 places');
  const numbers = text
    .split(/[^\p{L}\p{N}]+/u)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : numberWords.get(part)))
    .filter((number) => number !== undefined);
  if (numbers.length === 0) return notUnderstood(rule);
  const largest = Math.max(...numbers);
  const reading = places(largest);
  if (reading.value === undefined) return reading;
  return interpreted(largest, `${rule}; of several numbers the largest, ${largest}, is taken`);
}

function places(number: number): Reading<number> {
  return number <= 1_000_000 ? { value: number } : notUnderstood(rule);
}
