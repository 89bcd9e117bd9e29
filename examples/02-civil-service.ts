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
  type Model,
  matchCohort,
  rules,
} from 'mentor-matching';
import Papa from 'papaparse';

const usesIdentity = process.argv.includes('--identity');
const grades = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];

const model: Model = {
  factors: {
    gradeGap: factors.gradeGap({ weight: 12, table: { 1: 9 / 12, 2: 1 } }),
    profession: factors.sameValue({ weight: 10, field: 'attributes.profession' }),
    ...(usesIdentity && {
      identity: factors.setOverlap({
        weight: 6,
        menteeField: 'attributes.wantedIdentity',
        mentorField: 'attributes.characteristics',
        measure: 'overlap',
        unknown: 0,
      }),
    }),
  },
  rules: [rules.differentValue({ field: 'organization' }), rules.gradeGap({ minimum: 1, maximum: 2 })],
};

const start = performance.now();
const people = { mentees: read('mentees').map(asMentee), mentors: read('mentors').map(asMentor) };
const cohort = compileCohort(people, { model, assumeOptedIn: true });
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

type Row = Record<string, string>;

function read(side: 'mentees' | 'mentors'): Row[] {
  const text = readFileSync(new URL(`data/jonodrew_large_${side}.csv`, import.meta.url), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

function asPerson(row: Row) {
  return { id: row['email address']!, grade: grades.indexOf(row.grade!), organization: row.organisation! };
}

function asMentee(row: Row) {
  const wants = usesIdentity && row['match with similar identity'] === 'yes' ? row['identity to match'] : '';
  const attributes = { profession: row.profession!, ...(wants && { wantedIdentity: wants }) };
  return { ...asPerson(row), attributes };
}

function asMentor(row: Row) {
  const characteristics = usesIdentity && row.characteristics ? row.characteristics.split(', ') : [];
  return { ...asPerson(row), attributes: { profession: row.profession!, characteristics } };
}

function reasonCounts({ unmatched }: Matching) {
  const counts: Record<string, number> = {};
  for (const { side, reason } of unmatched)
    counts[`${side}: ${reason.code}`] = (counts[`${side}: ${reason.code}`] ?? 0) + 1;
  return counts;
}
