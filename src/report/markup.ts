/** Text that is markup already. Whatever else is put into markup is escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in markup: text and numbers are escaped, `null` and `undefined` are nothing, lists are joined. */
export type Insert = Markup | string | number | null | undefined | readonly Insert[];

/**
 * A tagged template that escapes everything put into it, in element content and in quoted attributes alike:
 * markup`<td title="${name}">${name}</td>`. What does not come out of this function is text, whatever it looks
 * like, so that no name of a person can become an element.
 */
export function markup(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Markup {
  let text = strings[0]!;
  inserts.forEach((insert, index) => {
    text += textOf(insert) + strings[index + 1]!;
  });
  return new Markup(text);
}

function textOf(insert: Insert): string {
  if (insert === null || insert === undefined) return '';
  if (insert instanceof Markup) return insert.text;
  if (Array.isArray(insert)) return insert.map(textOf).join('');
  return escapeText(String(insert));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What neither HTML nor XML may hold as it is: control characters but tab and line breaks, and lone surrogates. */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!).replace(unfit, '\ufffd');
}
