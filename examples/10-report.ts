/**
 * A report of the civil service that a person can read, print and defend: one HTML file for those who run the
 * programme, and one for a council, which holds no person. Run it with a folder to write them to:
 * `npx tsx examples/10-report.ts ~/Desktop`; without one it only says what it would write.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileCohort, factors, matchCohort, rules } from 'mentor-matching';
import { parseParticipants } from 'mentor-matching/csv';
import { renderReport, reportTexts, svgHeatMap } from 'mentor-matching/report';

const grades = ['AA', 'AO', 'EO', 'HEO', 'SEO', 'Grade 7', 'Grade 6', 'SCS1', 'SCS2', 'SCS3', 'SCS4'];
const read = (role: 'mentee' | 'mentor') => {
  const text = readFileSync(new URL(`data/jonodrew_large_${role}s.csv`, import.meta.url), 'utf8');
  return parseParticipants(text, { role, grades, assumeOptedIn: true }).participants;
};
const cohort = compileCohort(
  { mentees: read('mentee').mentees, mentors: read('mentor').mentors },
  {
    model: {
      factors: {
        'grade gap': factors.gradeGap({ weight: 12, table: { 1: 9 / 12, 2: 1 } }),
        profession: factors.sameValue({ weight: 10, field: 'attributes.profession' }),
      },
      rules: [rules.differentValue({ field: 'organization' }), rules.gradeGap({ minimum: 1, maximum: 2 })],
    },
  },
);
const matching = matchCohort(cohort);
const files = {
  'pairs.html': renderReport(cohort, matching, { title: 'Civil service mentoring' }),
  'coppie.html': renderReport(cohort, matching, { texts: reportTexts.it }),
  'council.html': renderReport(cohort, matching, { audience: 'council' }),
  'heat-map.svg': svgHeatMap(cohort, matching),
};
const folder = process.argv[2];
for (const [name, text] of Object.entries(files)) {
  if (folder !== undefined) writeFileSync(join(folder, name), text);
  console.log(`${name}: ${Math.ceil(text.length / 1000)} kB`);
}
console.log(`the council reads of nobody: ${!files['council.html'].includes('@gov.uk')}`);
// the council reads of nobody: true
