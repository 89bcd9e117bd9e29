import { isList, type ProblemList } from '../core/index.js';

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function checkText(value: unknown, path: string, problems: ProblemList): void {
  if (typeof value !== 'string' || value.trim() === '') problems.add(path, value, 'a text that is not blank');
}

export function checkTexts(
  value: unknown,
  path: string,
  languages: readonly string[] | undefined,
  problems: ProblemList,
): void {
  if (!isFields(value) || Object.keys(value).length === 0) {
    problems.add(path, value, "texts by language, such as { en: '…' }");
    return;
  }
  for (const [language, text] of Object.entries(value)) checkText(text, `${path}.${language}`, problems);
  for (const language of languages ?? []) {
    if (!Object.hasOwn(value, language)) {
      problems.add(`${path}.${language}`, undefined, 'a text in every language that the labels have');
    }
  }
}

/** Checks each entry of an object by trait; `undefined` is fine. */
export function checkByTrait(
  value: unknown,
  path: string,
  traits: Set<string>,
  problems: ProblemList,
  checkOne: (entry: unknown, path: string) => void,
): void {
  if (value === undefined) return;
  if (!isFields(value)) {
    problems.add(path, value, 'an object by trait');
    return;
  }
  for (const [trait, entry] of Object.entries(value)) {
    if (!traits.has(trait))
      problems.add(`${path}.${trait}`, entry, `a trait of the items (${[...traits].join(', ')})`);
    checkOne(entry, `${path}.${trait}`);
  }
}
