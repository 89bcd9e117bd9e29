import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { type CountProgress, canonicalJson, compareText, type Steps } from '../core/index.js';
import type { Mentee, Mentor, Participant } from '../participants/index.js';
import type { CohortParts } from './compiled-cohort.js';
import { readField } from './field.js';
import { fieldsReadBy } from './fields-used.js';

/**
 * SHA-256 over the canonical JSON of everything that scores and eligibility depend on: the model, the
 * baseline, the seed, the aliases, and of each person only what is read. A field that nobody reads does not
 * change it, and neither does the order of people or of a list that is no ranking. Functions of the caller
 * enter by name alone; where there are any, people enter as they are.
 */
export function* digestSteps({
  context,
  model,
  baseline,
  seed,
  aliases,
  notOptedIn,
}: CohortParts): Steps<CountProgress, string> {
  const fields = fieldsReadBy(model);
  const { cohort, mentees, mentors } = context;
  const readsDate = [...fields.mentees, ...fields.mentors].some((field) => datedFields.includes(field));
  const read = {
    schemaVersion: 1,
    model,
    baseline,
    seed,
    aliases,
    notOptedIn,
    referenceDate: readsDate ? cohort.referenceDate : undefined,
    reportingLines: fields.mentees.includes('reportingLines') ? cohort.reportingLines : undefined,
  };
  const hash = sha256.create();
  hash.update(utf8ToBytes(canonicalJson(read)));
  const of = mentees.length + mentors.length;
  let done = 0;
  for (const mentee of mentees) {
    if (done++ % pause === 0) yield { done, of };
    const { id, mentorsWanted } = mentee;
    const avoidedMentors = inAnyOrder(mentee.avoidedMentors);
    const own = { id, avoidedMentors, mentorsWanted, ...whatIsRead(mentee, fields.mentees) };
    hash.update(utf8ToBytes(canonicalJson(own)));
  }
  for (const mentor of mentors) {
    if (done++ % pause === 0) yield { done, of };
    const { id, capacity, minimumMentees } = mentor;
    const avoidedMentees = inAnyOrder(mentor.avoidedMentees);
    const own = { id, avoidedMentees, capacity, minimumMentees, ...whatIsRead(mentor, fields.mentors) };
    hash.update(utf8ToBytes(canonicalJson(own)));
  }
  return bytesToHex(hash.digest());
}

/** After how many people the work can be paused. */
const pause = 64;

/** Fields whose meaning depends on the cohort's reference date. */
const datedFields: readonly string[] = ['timeZone', 'availability', 'trainedOn'];

function whatIsRead(person: Mentee | Mentor, fields: readonly string[]): Record<string, unknown> {
  if (fields.includes('*')) return { all: person };
  return { fields: fields.map((field) => partRead(person, field) ?? null) };
}

function partRead(person: Participant, field: string): unknown {
  if (field === 'reportingLines') return undefined;
  const value: unknown = readField(person, field);
  return field === 'preferredMentors' ? value : inAnyOrder(value);
}

/** A list with its items sorted by their text; anything else as it is. */
function inAnyOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const keyed = value.map((item: unknown) => ({ item, text: canonicalJson(item) }));
  return keyed.sort((one, other) => compareText(one.text, other.text)).map(({ item }) => item);
}
