/**
 * A programme of an open-source foundation: one file with a role column, mentors with two or three places,
 * time zones in hours, a level from 1 to 6 and hours a week. Run with `npx tsx examples/03-qosf.ts`.
 */
import { readFileSync } from 'node:fs';
import { compileCohort, factors, type Model, matchCohort, rankMentors, rules } from 'mentor-matching';
import { describeIssue, parseParticipants } from 'mentor-matching/csv';

const model: Model = {
  factors: {
    interests: factors.sharedInterests({ weight: 3, measure: 'weightedJaccard' }),
    lead: factors.gradeGap({ weight: 2, plateau: { from: 2, to: 4 }, ramp: { below: 2, above: 2 } }),
    timeZone: factors.timeZoneOverlap({ weight: 2, workday: { start: 8, end: 20 } }),
    hours: factors.numericCloseness({ weight: 1, field: 'attributes.availability' }),
  },
  rules: [
    rules.gradeGap({ minimum: 1 }),
    rules.timeZoneOverlap({ minimumHours: 3, workday: { start: 8, end: 20 } }),
  ],
};

const text = readFileSync(new URL('data/qosf_sample_applicants.csv', import.meta.url), 'utf8');
const grades = ['1', '2', '3', '4', '5', '6'];
const { participants, issues } = parseParticipants(text, { grades, assumeOptedIn: true });
for (const issue of issues) console.log(describeIssue(issue));

const cohort = compileCohort(participants, { model });
const matching = matchCohort(cohort);
const nameOf = new Map([...participants.mentees, ...participants.mentors].map(({ id, name }) => [id, name]));
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
