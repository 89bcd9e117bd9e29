import { canonicalTerm, type ProblemList } from '../core/index.js';
import { checkByTrait, checkText, checkTexts, isFields } from './check-fields.js';
import { checkNorms, checkReliability } from './check-norms.js';

/** Widest response scale: 0 … 100, as a slider gives it. */
const widestScale = 101;

const knownFields = new Set([
  'id',
  'title',
  'source',
  'licence',
  'responseScale',
  'items',
  'instructions',
  'traitNames',
  'unvalidatedLanguages',
  'norms',
  'reliability',
]);

/** Notes everything that keeps `definition` from being an `Instrument`. */
export function checkInstrument(definition: unknown, problems: ProblemList): void {
  if (!isFields(definition)) {
    problems.add('instrument', definition, 'an instrument (an object with id, title, items, …)');
    return;
  }
  for (const field of Object.keys(definition)) {
    if (!knownFields.has(field))
      problems.add(field, definition[field], `one of ${[...knownFields].join(', ')}`);
  }
  for (const field of ['id', 'title', 'source', 'licence']) {
    checkText(definition[field], field, problems);
  }
  const languages = checkScale(definition.responseScale, problems);
  const traits = checkItems(definition.items, languages, problems);
  if (definition.instructions !== undefined) {
    checkTexts(definition.instructions, 'instructions', undefined, problems);
  }
  checkByTrait(definition.traitNames, 'traitNames', traits, problems, (names, path) =>
    checkTexts(names, path, undefined, problems),
  );
  checkUnvalidated(definition.unvalidatedLanguages, languages, problems);
  checkNorms(definition.norms, traits, problems);
  checkReliability(definition.reliability, traits, problems);
}

/** @returns the languages of the labels */
function checkScale(scale: unknown, problems: ProblemList): readonly string[] {
  const path = 'responseScale';
  if (!isFields(scale)) {
    problems.add(path, scale, '{ min, max, labels }');
    return [];
  }
  const { min, max, labels } = scale;
  if (!Number.isSafeInteger(min)) problems.add(`${path}.min`, min, 'a whole number');
  if (!Number.isSafeInteger(max)) problems.add(`${path}.max`, max, 'a whole number');
  const width = Number(max) - Number(min) + 1;
  if (width < 2 || width > widestScale) {
    problems.add(`${path}.max`, max, `a number 1 to ${widestScale - 1} above min (${String(min)})`);
  }
  if (!isFields(labels) || Object.keys(labels).length === 0) {
    problems.add(`${path}.labels`, labels, "labels by language, such as { en: ['No', 'Yes'] }");
    return [];
  }
  for (const [language, list] of Object.entries(labels)) {
    checkLabels(list, `${path}.labels.${language}`, Number(min), width, problems);
  }
  return Object.keys(labels);
}

function checkLabels(list: unknown, path: string, min: number, width: number, problems: ProblemList): void {
  if (!Array.isArray(list) || (width >= 2 && list.length !== width)) {
    problems.add(path, list, `${width} labels, in the order min … max`);
    return;
  }
  const seen = new Map<string, number>();
  for (const [index, label] of list.entries()) {
    const place = `${path}[${index}]`;
    checkText(label, place, problems);
    if (typeof label !== 'string') continue;
    const term = canonicalTerm(label);
    if (seen.has(term)) problems.add(place, label, `another label than at [${seen.get(term)}]`);
    // A label that is a number must be its own number, or "2" could mean two things.
    if (/^[+-]?\d+$/.test(term) && Number(term) !== min + index) {
      problems.add(place, label, `no number but ${min + index}, for which it stands`);
    }
    seen.set(term, index);
  }
}

/** @returns the traits that the items measure */
function checkItems(items: unknown, languages: readonly string[], problems: ProblemList): Set<string> {
  const traits = new Set<string>();
  if (!Array.isArray(items) || items.length === 0) {
    problems.add('items', items, 'at least one item');
    return traits;
  }
  const seen = new Map<unknown, number>();
  for (const [index, item] of items.entries()) {
    const path = `items[${index}]`;
    if (!isFields(item)) {
      problems.add(path, item, '{ id, text, trait, reverseKeyed }');
      continue;
    }
    checkText(item.id, `${path}.id`, problems);
    if (seen.has(item.id))
      problems.add(`${path}.id`, item.id, `an id that items[${seen.get(item.id)}] has not`);
    else seen.set(item.id, index);
    checkText(item.trait, `${path}.trait`, problems);
    if (typeof item.trait === 'string') traits.add(item.trait);
    if (typeof item.reverseKeyed !== 'boolean') {
      problems.add(`${path}.reverseKeyed`, item.reverseKeyed, 'true or false');
    }
    checkTexts(item.text, `${path}.text`, languages, problems);
  }
  return traits;
}

function checkUnvalidated(value: unknown, languages: readonly string[], problems: ProblemList): void {
  if (value === undefined) return;
  if (!Array.isArray(value)) problems.add('unvalidatedLanguages', value, 'a list of languages');
  else {
    for (const [index, language] of value.entries()) {
      const isKnown = languages.includes(language);
      if (!isKnown) problems.add(`unvalidatedLanguages[${index}]`, language, 'a language of the labels');
    }
  }
}
