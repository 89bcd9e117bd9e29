import { InputError } from './input-error.js';

/**
 * The form in which words of people are compared: Unicode NFKC, locale-free lower case, white space trimmed
 * and runs of it made one space. Punctuation stays. Idempotent.
 *
 * @throws InputError for what is no text
 */
export function canonicalTerm(text: string): string {
  if (typeof text !== 'string')
    throw new InputError('canonicalTerm', [{ path: 'text', value: text, rule: 'a text' }]);
  // Lower-casing can leave a text that NFKC would compose further (İ), so it is normalised once more.
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').trim().replace(/\s+/gu, ' ');
}
