/**
 * The form in which words of people are compared: Unicode NFKC, locale-free lower case, white space trimmed
 * and runs of it made one space. Punctuation stays. Idempotent.
 */
export function canonicalTerm(text: string): string {
  // Lower-casing can leave a text that NFKC would compose further (İ), so it is normalised once more.
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').trim().replace(/\s+/gu, ' ');
}
