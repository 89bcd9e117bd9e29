/**
 * Puts values in place of the words in braces, in one pass, so that braces in a value stay as they are. A word that
 * has no value stays too.
 */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  return pattern.replaceAll(/\{([A-Za-z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
