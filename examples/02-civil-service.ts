/**
 * 500 mentees and 500 mentors of a civil service, by the rules of their programme: another organisation, a
 * mentor one or two grades above; two grades count 12, one 9, the same profession 10. The flag `--identity`
 * also counts 6 where the mentor has the characteristic that a mentee asked for: that is special-category
 * data, to be used only with explicit consent, for this purpose, and if people may also say nothing.
 */
import { readFileSync } from 'node:fs';
import { checkProof, compileCohort, describe, factors, matchCohort, rules } from 'mentor-matching';
import { describeIssue, parseParticipants } from 'mentor-matching/csv';

const grades = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];
const identity = factors.setOverlap({
  weight: 6,
  menteeField: 'attributes.identity to match',
  mentorField: 'attributes.characteristics',
  measure: 'overlap',
  unknown: 0,
});
const model = {
  factors: {
    gradeGap: factors.gradeGap({ weight: 12, table: { 1: 9 / 12, 2: 1 } }),
    profession: factors.sameValue({ weight: 10, field: 'attributes.profession' }),
    ...(process.argv.includes('--identity') && { identity }),
  },
  rules: [rules.differentValue({ field: 'organization' }), rules.gradeGap({ minimum: 1, maximum: 2 })],
};

const start = performance.now();
const mentors = read('mentor').mentors;
const mentees = read('mentee').mentees.map((mentee) => {
  // A mentee's identity counts only where the mentee asked for it.
  const { 'identity to match': wanted, ...others } = mentee.attributes ?? {};
  return others['match with similar identity'] === true ? mentee : { ...mentee, attributes: others };
});
const cohort = compileCohort({ mentees, mentors }, { model });
const matching = matchCohort(cohort);
const { isProven } = checkProof(cohort, matching);
const time = performance.now() - start;

for (const { menteeId, mentorId, score } of matching.pairs.slice(0, 10))
  console.log(`${menteeId} – ${mentorId}  ${score.toFixed(3)}`);
console.log(`… and ${matching.pairs.length - 10} more pairs\n\nWithout a partner`);
for (const person of matching.unmatched)
  console.log(`${person.id}: ${describe(person).split('\n').slice(1).join(' ')}`);
console.log('\nObjectives side by side');
for (const { record, pairs, proof } of [matching, matchCohort(cohort, { objective: 'best-total' })])
  console.log(`${record.objective}: ${pairs.length} pairs, total ${proof.totalScore}, gap ${proof.gap}`);
console.log(`proof checked: ${isProven}; from CSV text to proven pairs in ${time.toFixed(0)} ms`);

/** The files have no consent column, so the programme says that everybody agreed. */
function read(role: 'mentee' | 'mentor') {
  const text = readFileSync(new URL(`data/jonodrew_large_${role}s.csv`, import.meta.url), 'utf8');
  const { participants, issues } = parseParticipants(text, { role, grades, assumeOptedIn: true });
  for (const issue of issues) console.log(describeIssue(issue));
  return participants;
}
