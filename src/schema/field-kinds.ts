import { isTimeZone } from '../participants/index.js';
import { isCalendarDate, isLevel, largestLevel, levelRule, minuteOfDay } from '../participants/inner.js';
import { type Field, isRecord, type Report } from './field.js';

/**
 * The fields of a person, each with its rule in the words that complete "expected …" and its JSON Schema, so
 * that what people read when something is wrong stands beside what is checked.
 */

const field = (jsonSchema: Record<string, unknown>, check: Field['check']): Field => ({ jsonSchema, check });

const textSchema = { type: 'string', pattern: '\\S' };

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

export const textRule = 'a text that is not blank';
export const text: Field = field(textSchema, (value, report) => {
  if (!isText(value)) report([], value, textRule);
});

const textList = (description: string | undefined, listRule: string, itemRule: string) =>
  field(
    { ...(description === undefined ? {} : { description }), type: 'array', items: textSchema },
    (value, report) => {
      if (!Array.isArray(value)) report([], value, listRule);
      else
        for (let at = 0; at < value.length; at++) if (!isText(value[at])) report([at], value[at], itemRule);
    },
  );

export const terms = textList(undefined, 'a list of texts', textRule);
export const idRule = 'a text that is not blank (write numeric ids as text: "17")';
export const ids = (description?: string) => textList(description, 'a list of ids', idRule);

const dateRule = 'a date that exists, written YYYY-MM-DD';
export const calendarDate: Field = field({ type: 'string', format: 'date' }, (value, report) => {
  if (typeof value !== 'string' || !isCalendarDate(value)) report([], value, dateRule);
});

const zoneRule = 'an IANA time zone such as "Europe/Rome", or whole minutes east of UTC from -840 to 840';
/** Zones repeat a lot in a cohort and asking the engine is slow: what it said is remembered. */
const askedZones = new Map<string, boolean>();
function isKnownZone(name: string): boolean {
  let known = askedZones.get(name);
  if (known === undefined) {
    known = isTimeZone(name);
    if (askedZones.size > 1000) askedZones.clear();
    askedZones.set(name, known);
  }
  return known;
}
export const timeZone: Field = field(
  { type: ['string', 'integer'], minimum: -840, maximum: 840 },
  (value, report) => {
    const isZone = typeof value === 'string' && isKnownZone(value);
    const isOffset = Number.isInteger(value) && Math.abs(value as number) <= 840;
    if (!isZone && !isOffset) report([], value, zoneRule);
  },
);

const skillSchema = {
  anyOf: [
    textSchema,
    {
      type: 'object',
      properties: {
        name: textSchema,
        level: { type: 'number', minimum: 0, maximum: largestLevel },
        importance: { type: 'number', minimum: 0, maximum: largestLevel },
      },
      required: ['name'],
      additionalProperties: false,
    },
  ],
};
export const skills: Field = field({ type: 'array', items: skillSchema }, (value, report) => {
  if (!Array.isArray(value)) return report([], value, 'a list of skills');
  for (let at = 0; at < value.length; at++) checkSkill(value[at], at, report);
});

function checkSkill(skill: unknown, at: number, report: Report): void {
  if (isText(skill)) return;
  if (!isRecord(skill)) {
    report([at], skill, 'a name, or { name, level?, importance? }');
    return;
  }
  const { name, level, importance } = skill;
  if (!isText(name)) report([at, 'name'], name, textRule);
  if (level !== undefined && !isLevel(level)) report([at, 'level'], level, levelRule);
  if (importance !== undefined && !isLevel(importance)) report([at, 'importance'], importance, levelRule);
  checkKeys(skill, ['name', 'level', 'importance'], [at], report);
}

function checkKeys(
  record: Record<string, unknown>,
  known: readonly string[],
  path: readonly PropertyKey[],
  report: Report,
): void {
  for (const key of Object.keys(record)) {
    if (!known.includes(key))
      report([...path, key], record[key], `no field of this name; only ${known.join(', ')}`);
  }
}

const dayRule = 'a weekday from 1 (Monday) to 7 (Sunday)';
const timeRule = 'a time HH:MM from 00:00 to 24:00';
export const availability: Field = field(
  {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        day: { type: 'integer', minimum: 1, maximum: 7 },
        start: { type: 'string', pattern: '^\\d\\d:\\d\\d$' },
        end: { type: 'string', pattern: '^\\d\\d:\\d\\d$' },
      },
      required: ['day', 'start', 'end'],
      additionalProperties: false,
    },
  },
  (value, report) => {
    if (!Array.isArray(value)) return report([], value, 'a list of weekly slots { day, start, end }');
    for (let at = 0; at < value.length; at++) checkSlot(value[at], at, report);
  },
);

function checkSlot(slot: unknown, at: number, report: Report): void {
  if (!isRecord(slot)) {
    report([at], slot, 'a weekly slot { day, start, end }');
    return;
  }
  const { day, start, end } = slot;
  if (!Number.isInteger(day) || (day as number) < 1 || (day as number) > 7) report([at, 'day'], day, dayRule);
  const from = typeof start === 'string' ? minuteOfDay(start) : undefined;
  const to = typeof end === 'string' ? minuteOfDay(end) : undefined;
  if (from === undefined) report([at, 'start'], start, timeRule);
  if (to === undefined) report([at, 'end'], end, timeRule);
  if (from !== undefined && to !== undefined && to <= from) {
    report([at, 'end'], end, 'a time later than start (write a slot over midnight as two)');
  }
  checkKeys(slot, ['day', 'start', 'end'], [at], report);
}

function isFiniteNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A record field inside `{ instrumentId, … }`, with one rule for every value. */
const answers = (
  part: 'responses' | 'means',
  isValue: (value: unknown) => boolean,
  valueTypes: readonly string[],
  rule: string,
) =>
  field(
    {
      type: 'object',
      properties: {
        instrumentId: textSchema,
        [part]: { type: 'object', additionalProperties: { type: valueTypes } },
      },
      required: ['instrumentId', part],
      additionalProperties: false,
    },
    (value, report) => {
      if (!isRecord(value)) return report([], value, `{ instrumentId, ${part} }`);
      if (!isText(value.instrumentId)) report(['instrumentId'], value.instrumentId, textRule);
      const record = value[part];
      if (!isRecord(record)) report([part], record, `an object: ${rule}`);
      else
        for (const key of Object.keys(record))
          if (!isValue(record[key])) report([part, key], record[key], rule);
      checkKeys(value, ['instrumentId', part], [], report);
    },
  );

export const survey: Field = answers(
  'responses',
  (value) => value === null || isFiniteNumber(value) || typeof value === 'string',
  ['number', 'string', 'null'],
  'an answer by item id: a number, a label, or null where unanswered',
);
export const traits: Field = answers(
  'means',
  (value) => value === null || isFiniteNumber(value),
  ['number', 'null'],
  'a mean by trait: a number, or null where unknown',
);

export const attributes: Field = field(
  {
    type: 'object',
    additionalProperties: {
      anyOf: [{ type: ['string', 'number', 'boolean'] }, { type: 'array', items: { type: 'string' } }],
    },
  },
  (value, report) => {
    if (!isRecord(value)) return report([], value, 'attributes by name');
    for (const key of Object.keys(value)) {
      const item = value[key];
      const isList = Array.isArray(item) && item.every((part) => typeof part === 'string');
      if (typeof item === 'string' || typeof item === 'boolean' || isFiniteNumber(item) || isList) continue;
      report([key], item, 'a text, a finite number, true or false, or a list of texts');
    }
  },
);

export const reportingLines: Field = field(
  { description: 'Id → id of the manager.', type: 'object', additionalProperties: textSchema },
  (value, report) => {
    if (!isRecord(value)) return report([], value, 'an object: id → id of the manager');
    for (const key of Object.keys(value)) if (!isText(value[key])) report([key], value[key], idRule);
  },
);
