/**
 * A programme with wishes of its own: nobody a mentor in name only, two mentors for whoever wants two, loads that
 * are even, and limits on groups. Run with `npx tsx examples/12-loads-and-quotas.ts`.
 */
import { checkProof, compileCohort, describe, type Matching, matchCohort } from 'mentor-matching';
import { matchWithQuotas, type Quota } from 'mentor-matching/quotas';

const mentors = [
  { id: 'lee', capacity: 3, location: 'Rome', interests: ['jazz', 'chess', 'opera'] },
  { id: 'kim', capacity: 2, location: 'Oslo', interests: ['chess'], minimumMentees: 1 },
  { id: 'max', capacity: 2, location: 'Rome', interests: ['golf'], minimumMentees: 2 },
];
const mentees = [
  { id: 'ana', location: 'Rome', interests: ['jazz', 'chess'], mentorsWanted: 2 },
  { id: 'bo', location: 'Rome', interests: ['jazz', 'opera'] },
  { id: 'cy', location: 'Oslo', interests: ['jazz'] },
  { id: 'di', location: 'Rome', interests: ['golf'] },
];
const pairsOf = ({ pairs }: Matching) =>
  pairs
    .map(({ menteeId, mentorId }) => `${menteeId}–${mentorId}`)
    .sort()
    .join(' ');

const cohort = compileCohort({ mentors, mentees }, { assumeOptedIn: true });
const matching = matchCohort(cohort);
console.log(pairsOf(matching));
// ana–kim ana–lee bo–lee cy–max di–max
console.log(`ana has ${matching.pairs.filter(({ menteeId }) => menteeId === 'ana').length} mentors`);
// ana has 2 mentors
console.log(`minimums missed: ${matching.shortfalls?.map((missed) => describe(missed)).join(' ') || 'none'}`);
// minimums missed: none
console.log(`proven: ${checkProof(cohort, matching).isProven}`);
// proven: true

/** The same people without wishes of their own, with even loads and then with quotas. */
const plain = compileCohort(
  {
    mentors: mentors.map(({ minimumMentees, ...mentor }) => mentor),
    mentees: mentees.map(({ mentorsWanted, ...mentee }) => mentee),
  },
  { assumeOptedIn: true },
);
console.log(pairsOf(matchCohort(plain)));
// ana–lee bo–lee cy–lee di–max
console.log(pairsOf(matchCohort(plain, { balance: [0.4, 0.8] })));
// ana–kim bo–lee cy–lee di–max

const quotas: Quota[] = [
  { name: 'within one office', each: { field: 'location', of: 'both' }, atMost: 1 },
  { name: 'each mentor office', each: { field: 'location', of: 'mentor' }, atLeast: 1 },
];
const result = await matchWithQuotas(plain, { quotas });
if (result.status === 'optimal') console.log(pairsOf(result.matching));
// ana–kim bo–kim cy–lee di–max
const hopeless = await matchWithQuotas(plain, {
  quotas: [...quotas, { name: 'everybody twice', atLeast: 8 }],
});
if (hopeless.status === 'infeasible') for (const row of hopeless.conflict) console.log(describe(row));
// “everybody twice”: pairs, at least 8.
