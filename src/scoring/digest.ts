import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalJson } from '../core/index.js';
import type { Mentee, Mentor, Participant } from '../participants/index.js';
import type { CohortParts } from './compiled-cohort.js';
import { readField } from './field.js';
import { fieldsReadBy } from './fields-used.js';

/**
 * SHA-256 over the canonical JSON of everything that scores and eligibility depend on: the model, the
 * baseline, the seed, the aliases, and of each person only what is read. A field that nobody reads does not
 * change it, and neither does the order of people. Functions of the caller enter by name alone.
 */
export function cohortDigest({ context, model, baseline, seed, aliases, notOptedIn }: CohortParts): string {
  const fields = fieldsReadBy(model);
  const { cohort, mentees, mentors } = context;
  const read = {
    schemaVersion: 1,
    model,
    baseline,
    seed,
    aliases,
    notOptedIn,
    referenceDate: cohort.referenceDate,
    reportingLines: fields.mentees.includes('reportingLines') ? cohort.reportingLines : undefined,
  };
  const hash = sha256.create();
  hash.update(utf8ToBytes(canonicalJson(read)));
  for (const mentee of mentees) {
    const { id, avoidedMentors } = mentee;
    hash.update(utf8ToBytes(canonicalJson({ id, avoidedMentors, ...whatIsRead(mentee, fields.mentees) })));
  }
  for (const mentor of mentors) {
    const { id, avoidedMentees, capacity } = mentor;
    hash.update(
      utf8ToBytes(canonicalJson({ id, avoidedMentees, capacity, ...whatIsRead(mentor, fields.mentors) })),
    );
  }
  return bytesToHex(hash.digest());
}

function whatIsRead(person: Mentee | Mentor, fields: readonly string[]): Record<string, unknown> {
  if (fields.includes('*')) return { all: person };
  return { fields: fields.map((field) => partRead(person, field) ?? null) };
}

function partRead(person: Participant, field: string): unknown {
  if (field === 'reportingLines') return undefined;
  if (field.startsWith('attributes.')) return readField(person, field);
  return (person as unknown as Record<string, unknown>)[field];
}
