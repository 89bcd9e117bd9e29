import { canonicalTerm, compareText, InputError, isList } from '../core/index.js';
import type { Instrument } from './instrument.js';
import type { SurveyIssue, SurveyIssueCode } from './survey-issue.js';

/** Answers by item id: a whole number on the response scale, its label, or `null` (unanswered). */
export type Responses = Readonly<Record<string, number | string | null | undefined>>;

/** Per instrument: language → canonical label → number. */
const labelsOfInstrument = new WeakMap<Instrument, Map<string, Map<string, number>>>();

/**
 * Answers as numbers in the order of the items, `NaN` where there is none that counts; what does not count
 * is added to `issues`, never guessed at.
 *
 * A number, or text that is a whole number, must be on the scale. Other text must be a label: in `language`
 * where given, else in any language of the instrument unless two of them read it differently. Labels are
 * compared in canonical form (NFKC, trimmed, lower case). Blank text is unanswered.
 *
 * @param instrument as `defineInstrument` returns it
 * @param path where the responses stand, for the issues
 * @throws InputError where `responses` is not an object
 */
export function readResponses(
  functionName: string,
  instrument: Instrument,
  responses: Responses,
  language: string | undefined,
  path: string,
  issues: SurveyIssue[],
): Float64Array {
  if (typeof responses !== 'object' || responses === null || isList(responses)) {
    const rule = 'an object of item id and answer';
    throw new InputError(functionName, [{ path, value: responses, rule }]);
  }
  const given = readable(functionName, responses, path);
  const { items } = instrument;
  const known = new Set(items.map(({ id }) => id));
  for (const id of Object.keys(given).sort(compareText)) {
    if (known.has(id)) continue;
    const rule = `an item of ${instrument.id}`;
    issues.push({ code: 'unknownItem', path: placeOf(path, id), value: given[id], rule });
  }
  return Float64Array.from(items, ({ id }) => {
    const response = Object.hasOwn(given, id) ? given[id] : null;
    const reading = readResponse(instrument, response, language);
    if (typeof reading === 'number') return reading;
    issues.push({ ...reading, path: placeOf(path, id), value: response });
    return Number.NaN;
  });
}

/** The answers read once: a getter may throw, or say something else the next time. */
function readable(functionName: string, responses: Responses, path: string): Responses {
  try {
    return { ...responses };
  } catch (cause) {
    const rule = 'an object whose answers can be read';
    throw new InputError(functionName, [{ path, value: String(cause), rule }]);
  }
}

function placeOf(path: string, id: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(id) ? `${path}.${id}` : `${path}[${JSON.stringify(id)}]`;
}

interface Refusal {
  readonly code: SurveyIssueCode;
  readonly rule: string;
}

/** @returns the number, `NaN` for no answer, or why the answer does not count */
function readResponse(
  instrument: Instrument,
  response: unknown,
  language: string | undefined,
): number | Refusal {
  const { min, max } = instrument.responseScale;
  if (response === null || response === undefined) return Number.NaN;
  if (typeof response === 'number') return readNumber(response, min, max);
  if (typeof response !== 'string') {
    return { code: 'notAnAnswer', rule: 'a number, a label, or null for unanswered' };
  }
  const term = canonicalTerm(response);
  if (term === '') return Number.NaN;
  if (/^[+-]?\d+([.,]\d+)?$/.test(term)) return readNumber(Number(term.replace(',', '.')), min, max);
  return readLabel(instrument, term, language);
}

function readNumber(value: number, min: number, max: number): number | Refusal {
  if (Number.isNaN(value)) return { code: 'notAnAnswer', rule: 'a number, a label, or null for unanswered' };
  if (value < min || value > max) return { code: 'outOfRange', rule: `a whole number from ${min} to ${max}` };
  return Number.isInteger(value)
    ? value
    : { code: 'fractional', rule: `a whole number from ${min} to ${max}` };
}

function readLabel(instrument: Instrument, term: string, language: string | undefined): number | Refusal {
  const byLanguage = labelsOf(instrument);
  const meanings = new Map<string, number>();
  for (const [tag, labels] of byLanguage) {
    const value = labels.get(term);
    if (value !== undefined) meanings.set(tag, value);
  }
  if (language !== undefined) {
    const value = meanings.get(language);
    if (value !== undefined) return value;
    const [other] = meanings.keys();
    if (other !== undefined) {
      return { code: 'wrongLanguage', rule: `a label in language ${language}; this one is in ${other}` };
    }
    return { code: 'unknownLabel', rule: `a label of the response scale in language ${language}` };
  }
  const values = new Set(meanings.values());
  const [value] = values;
  if (values.size === 1 && value !== undefined) return value;
  if (values.size > 1) {
    return { code: 'unknownLabel', rule: 'a label with one meaning; name the language of these answers' };
  }
  return {
    code: 'unknownLabel',
    rule: `a label of the response scale (${[...byLanguage.keys()].join(', ')})`,
  };
}

function labelsOf(instrument: Instrument): Map<string, Map<string, number>> {
  let byLanguage = labelsOfInstrument.get(instrument);
  if (byLanguage === undefined) {
    const { labels, min } = instrument.responseScale;
    byLanguage = new Map(
      Object.entries(labels).map(([language, list]) => [
        language,
        new Map(list.map((label, index) => [canonicalTerm(label), min + index])),
      ]),
    );
    labelsOfInstrument.set(instrument, byLanguage);
  }
  return byLanguage;
}
