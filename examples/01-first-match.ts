/** The first match: two lists of people in, proven pairs out. Run with `npx tsx examples/01-first-match.ts`. */
import { compileCohort, explainPair, type MenteeInput, type MentorInput, matchCohort } from 'mentor-matching';

const mentors: MentorInput[] = [
  { id: 'lee', skills: [{ name: 'SQL', level: 4 }], interests: ['climbing', 'jazz'] },
  { id: 'kim', skills: [{ name: 'Negotiation', level: 3 }], interests: ['chess'] },
];
const mentees: MenteeInput[] = [
  { id: 'ana', skillsWanted: [{ name: 'sql', level: 3 }], interests: ['Climbing'] },
  { id: 'bo', skillsWanted: [{ name: 'negotiation', level: 4 }], interests: ['jazz', 'chess'] },
  { id: 'cy', interests: ['opera'] },
];

const matching = matchCohort({ mentors, mentees }, { assumeOptedIn: true });
for (const { menteeId, mentorId, score } of matching.pairs)
  console.log(`${menteeId} – ${mentorId}: ${score}`);
// bo – kim: 0.65
// ana – lee: 0.8

for (const { id, reason } of matching.unmatched) console.log(`${id}: ${reason.code}`);
// cy: notEnoughPlaces

console.log(`gap to the best possible: ${matching.proof.gap}`);
// gap to the best possible: 0

const cohort = compileCohort({ mentors, mentees }, { assumeOptedIn: true });
for (const { name, value, contribution } of explainPair(cohort, 'ana', 'lee').factors) {
  console.log(`${name}: value ${value}, adds ${contribution}`);
}
// sharedInterests: value 0.5, adds 0.2
// skillCoverage: value 1, adds 0.6
