/** The next quarter: people join, leave and decline. Run with `npx tsx examples/06-next-quarter.ts`. */
import {
  compileCohort,
  describe,
  matchCohort,
  parseMatching,
  rematch,
  replayMatching,
} from 'mentor-matching';

const mentors = [
  { id: 'lee', skills: [{ name: 'SQL', level: 4 }], interests: ['climbing'], capacity: 2 },
  { id: 'kim', skills: [{ name: 'Negotiation', level: 3 }], interests: ['chess'] },
  { id: 'sam', skills: [{ name: 'SQL', level: 3 }], interests: ['opera'] },
];
const mentees = [
  { id: 'ana', skillsWanted: [{ name: 'sql', level: 3 }], interests: ['climbing'] },
  { id: 'bo', skillsWanted: [{ name: 'negotiation', level: 4 }], interests: ['chess'] },
  { id: 'cy', skillsWanted: [{ name: 'sql', level: 2 }], interests: ['opera'] },
];
const spring = matchCohort({ mentors, mentees }, { assumeOptedIn: true });
const stored = JSON.stringify(spring);
console.log(
  spring.pairs
    .map(({ menteeId, mentorId }) => `${menteeId}–${mentorId}`)
    .sort()
    .join(', '),
);
// ana–lee, bo–kim, cy–sam

/* In summer bo has left and dee joins; cy asks for somebody else; lee keeps ana and takes nobody new. */
const now = {
  mentors,
  mentees: [
    ...mentees.filter(({ id }) => id !== 'bo'),
    { id: 'dee', skillsWanted: [{ name: 'sql', level: 3 }], interests: ['opera'] },
  ],
};
const { matching, comparison, inertia, declinedForGood } = rematch(now, parseMatching(stored), {
  keepBonus: 0.1,
  declined: [{ menteeId: 'cy', mentorId: 'sam', by: 'mentee', repeat: 'never' }],
  closed: ['lee'],
});
console.log(describe(comparison));
// Kept: 1. Moved: 1. Newly placed: 1. Without a mentor now: 0. No longer taking part: 1.
// - cy: sam → kim
// - dee: new with sam
console.log(`keeping cost ${inertia.pairsLost} pairs and ${inertia.scoreLost} of the total`);
// keeping cost 0 pairs and 0 of the total
console.log(`never again: ${declinedForGood.map(({ menteeId, mentorId }) => `${menteeId}–${mentorId}`)}`);
// never again: cy–sam

/* What was kept is in the record, so that next year anybody can repeat it. */
const { model, baseline, seed, aliases } = spring.record;
const people = compileCohort(now, { model, baseline, seed, aliases, assumeOptedIn: true });
console.log(`repeated, the same came out: ${replayMatching(people, matching).identical}`);
// repeated, the same came out: true
