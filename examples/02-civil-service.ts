/**
 * 500 mentees and 500 mentors of a civil service, by the rules of their programme: another organisation, a
 * mentor one or two grades above; two grades count 12, one 9, the same profession 10.
 *
 * `npm run example:civil-service` matches them; `… -- --identity` also counts 6 where the mentor has the
 * characteristic that a mentee asked for. That is special-category data: use it only with explicit consent,
 * for this purpose, and only if people may also say nothing.
 */
import { readFileSync } from 'node:fs';
import {
  checkProof,
  compileCohort,
  factors,
  type Matching,
  type MenteeInput,
  type Model,
  matchCohort,
  rules,
} from 'mentor-matching';
import { describeIssue, parseParticipants } from 'mentor-matching/csv';

const usesIdentity = process.argv.includes('--identity');
const grades = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];

const model: Model = {
  factors: {
    gradeGap: factors.gradeGap({ weight: 12, table: { 1: 9 / 12, 2: 1 } }),
    profession: factors.sameValue({ weight: 10, field: 'attributes.profession' }),
    ...(usesIdentity && {
      identity: factors.setOverlap({
        weight: 6,
        menteeField: 'attributes.identity to match',
        mentorField: 'attributes.characteristics',
        measure: 'overlap',
        unknown: 0,
      }),
    }),
  },
  rules: [rules.differentValue({ field: 'organization' }), rules.gradeGap({ minimum: 1, maximum: 2 })],
};

const start = performance.now();
const { mentees } = read('mentee');
const { mentors } = read('mentor');
const people = { mentees: mentees.map(withoutUnaskedIdentity), mentors };
const cohort = compileCohort(people, { model });
const matching = matchCohort(cohort);
const { isProven } = checkProof(cohort, matching);
const time = performance.now() - start;

for (const pair of matching.pairs.slice(0, 10))
  console.log(`${pair.menteeId} – ${pair.mentorId}  ${pair.score.toFixed(3)}`);
console.log(`… and ${matching.pairs.length - 10} more pairs\n\nWithout a partner`);
console.table(reasonCounts(matching));
const bestTotal = matchCohort(cohort, { objective: 'best-total' });
console.log('Objectives side by side');
console.table(
  [matching, bestTotal].map(({ record, pairs, proof }) => ({
    objective: record.objective,
    pairs: pairs.length,
    total: proof.totalScore,
    gap: proof.gap,
  })),
);
console.log(`proof checked: ${isProven}; from CSV text to proven pairs in ${time.toFixed(0)} ms`);

/** The files have no consent column, so the programme says that everybody agreed. */
function read(role: 'mentee' | 'mentor') {
  const text = readFileSync(new URL(`data/jonodrew_large_${role}s.csv`, import.meta.url), 'utf8');
  const { participants, issues } = parseParticipants(text, { role, grades, assumeOptedIn: true });
  for (const issue of issues) console.log(describeIssue(issue));
  return participants;
}

/** A mentee's identity counts only where the mentee asked for it. */
function withoutUnaskedIdentity(mentee: MenteeInput): MenteeInput {
  const { 'identity to match': _, ...others } = mentee.attributes ?? {};
  return mentee.attributes?.['match with similar identity'] === true
    ? mentee
    : { ...mentee, attributes: others };
}

function reasonCounts({ unmatched }: Matching) {
  const counts: Record<string, number> = {};
  for (const { side, reason } of unmatched)
    counts[`${side}: ${reason.code}`] = (counts[`${side}: ${reason.code}`] ?? 0) + 1;
  return counts;
}
