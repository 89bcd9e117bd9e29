/**
 * A programme of an open-source foundation: one file with a role column, mentors with two or three places,
 * time zones in hours, a level from 1 to 6 and hours a week. Run with `npx tsx examples/03-qosf.ts`.
 */
import { readFileSync } from 'node:fs';
import { compileCohort, factors, type Model, matchCohort, rankMentors, rules } from 'mentor-matching';
import Papa from 'papaparse';

const model: Model = {
  factors: {
    interests: factors.sharedInterests({ weight: 3, measure: 'weightedJaccard' }),
    lead: factors.gradeGap({ weight: 2, plateau: { from: 2, to: 4 }, ramp: { below: 2, above: 2 } }),
    timeZone: factors.timeZoneOverlap({ weight: 2, workday: { start: 8, end: 20 } }),
    hours: factors.numericCloseness({ weight: 1, field: 'attributes.hoursAWeek' }),
  },
  rules: [
    rules.gradeGap({ minimum: 1 }),
    rules.timeZoneOverlap({ minimumHours: 3, workday: { start: 8, end: 20 } }),
  ],
};

type Row = Record<
  'role' | 'name' | 'email' | 'timezone' | 'level' | 'interests' | 'availability' | 'capacity',
  string
>;
const text = readFileSync(new URL('data/qosf_sample_applicants.csv', import.meta.url), 'utf8');
const rows = Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
const asPerson = (row: Row) => ({
  id: row.email,
  name: row.name,
  timeZone: Number(row.timezone) * 60,
  grade: Number(row.level),
  interests: row.interests.split(','),
  attributes: { hoursAWeek: Number(row.availability) },
});
const mentees = rows.filter(({ role }) => role === 'mentee').map(asPerson);
const mentors = rows
  .filter(({ role }) => role === 'mentor')
  .map((row) => ({ ...asPerson(row), capacity: Number(row.capacity) }));

const cohort = compileCohort({ mentees, mentors }, { model, assumeOptedIn: true });
const matching = matchCohort(cohort);
const nameOf = new Map([...mentees, ...mentors].map(({ id, name }) => [id, name]));
for (const { menteeId, mentorId, score } of matching.pairs) {
  console.log(`${nameOf.get(menteeId)?.padEnd(16)} ${nameOf.get(mentorId)?.padEnd(18)} ${score.toFixed(3)}`);
}
for (const { id, side, reason } of matching.unmatched)
  console.log(`${nameOf.get(id)} (${side}): ${reason.code}`);
for (const { mentorId, spare } of matching.mentorsWithSpace)
  console.log(`${nameOf.get(mentorId)}: ${spare} free`);

const [first] = matching.pairs;
const others = rankMentors(cohort, first!.menteeId, { limit: 3 }).map(
  ({ mentorId, score }) => `${nameOf.get(mentorId)} ${score.toFixed(3)}`,
);
console.log(`the best for ${nameOf.get(first!.menteeId)} alone: ${others.join(', ')}`);
