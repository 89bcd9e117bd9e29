/**
 * Which objective? The example cohorts matched by each of the four, side by side: the numbers of the page
 * `docs/objectives.md`. Run with `npx tsx examples/11-which-objective.ts`.
 */
import { readFileSync } from 'node:fs';
import {
  compareObjectives,
  compileCohort,
  describe,
  factors,
  type Model,
  rules,
  texts,
} from 'mentor-matching';
import { parseParticipants } from 'mentor-matching/csv';

const civilService: Model = {
  factors: {
    gradeGap: factors.gradeGap({ weight: 12, table: { 1: 9 / 12, 2: 1 } }),
    profession: factors.sameValue({ weight: 10, field: 'attributes.profession' }),
  },
  rules: [rules.differentValue({ field: 'organization' }), rules.gradeGap({ minimum: 1, maximum: 2 })],
};
const qosf: Model = {
  factors: {
    interests: factors.sharedInterests({ weight: 3, measure: 'weightedJaccard' }),
    lead: factors.gradeGap({ weight: 2, plateau: { from: 2, to: 4 }, ramp: { below: 2, above: 2 } }),
    timeZone: factors.timeZoneOverlap({ weight: 2, workday: { start: 8, end: 20 } }),
  },
  rules: [rules.gradeGap({ minimum: 1 })],
};

const grades = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];
const { mentees } = read('jonodrew_large_mentees.csv', { role: 'mentee', grades });
const { mentors } = read('jonodrew_large_mentors.csv', { role: 'mentor', grades });
const applicants = read('qosf_sample_applicants.csv', { grades: ['1', '2', '3', '4', '5', '6'] });

const service = compileCohort({ mentees, mentors }, { model: civilService });
const foundation = compileCohort(applicants, { model: qosf });
for (const cohort of [service, foundation]) {
  console.log('| objective | pairs | total | lowest | median | blocking pairs | 1st, 2nd, 3rd choice |');
  console.log('|---|---|---|---|---|---|---|');
  for (const row of compareObjectives(cohort)) {
    const scores = [row.totalScore, row.lowestScore ?? 0, row.deciles[4] ?? 0].map((score) =>
      score.toFixed(3),
    );
    const cells = [row.pairs, ...scores, row.blockingPairs, row.choices.slice(0, 3).join(', ')];
    console.log(`| \`${row.objective}\` | ${cells.join(' | ')} |`);
  }
}
console.log(describe(compareObjectives(foundation), { texts: texts.it }));

function read(file: string, options: { role?: 'mentee' | 'mentor'; grades: string[] }) {
  const text = readFileSync(new URL(`data/${file}`, import.meta.url), 'utf8');
  return parseParticipants(text, { ...options, assumeOptedIn: true }).participants;
}
