/**
 * A text that people typed, so that Markdown shows it as they typed it: every ASCII punctuation mark gets a backslash
 * (CommonMark 0.31, 2.4), line breaks and other control characters become a space, and so does what would turn the
 * direction of writing.
 */
export function markdownText(text: string): string {
  return (
    text
      .replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
      .trim()
      // A number before a dot or a bracket would start a list; the mark after it is escaped like every other.
      .replaceAll(/[!-/:-@[-`{-~]/g, (mark) => `\\${mark}`)
  );
}
