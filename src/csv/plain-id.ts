/**
 * An id, or another text, in Unicode's composed form (NFC): programs write `é` as one sign or as two that look the
 * same, and the same person, met in both, would be two.
 */
export function plainId(id: string, lowerCase = false): string {
  const composed = id.normalize('NFC');
  return lowerCase ? composed.toLowerCase() : composed;
}
