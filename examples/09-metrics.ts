/** Half a year on: does it work, for whom, and what should change? Run with `npx tsx examples/09-metrics.ts`. */
import { compileCohort, defaultModel, matchCohort } from 'mentor-matching';
import { auditFairness, describeFairness } from 'mentor-matching/fairness';
import {
  compareCohorts,
  describeChanges,
  describeMetrics,
  type FeedbackRecord,
  programMetrics,
  suggestChanges,
  summarizeFeedback,
} from 'mentor-matching/metrics';

const sites = ['Rome', 'Rome', 'Turin', 'Turin', 'Bari'];
const people = (side: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${side} ${index}`,
    optedIn: true,
    attributes: { site: sites[index % 5]! },
  }));
const cohort = { mentees: people('mentee', 30), mentors: people('mentor', 26) };
const compiled = compileCohort(cohort);
const matching = matchCohort(compiled);

/* What mentees said after three months, and after six. */
const answers = (on: string, stars: readonly number[]): FeedbackRecord[] =>
  matching.pairs.slice(0, 20).map(({ menteeId, mentorId }, index) => ({
    menteeId,
    mentorId,
    from: 'mentee',
    on,
    satisfaction: stars[index % stars.length]!,
    missing: index < 8 ? ['availability'] : [],
  }));
const early = answers('2026-04-01', [2, 3, 4, 3, 2]);
const late = answers('2026-07-01', [4, 5, 3, 5, 4]);
const input = { cohort, matching, pairs: [], eligible: { mentees: 120 } };
const july = programMetrics(
  { ...input, feedback: [...early, ...late] },
  { asOf: '2026-07-31', by: 'attributes.site' },
);
console.log(describeMetrics(july).split('\n').slice(0, 5).join('\n'));
// Participation of mentees: 25 % (30 of 120) [18 to 33]
// Match rate: 87 % (26 of 30) [70 to 95]
/* All six of Bari have a mentor, which would tell of each; and the others would give Bari away. */
for (const { group, metrics } of july.groups) {
  const rate = metrics.find(({ id }) => id === 'matchRate');
  console.log(`${group}: ${rate?.value === null ? rate.note : `${rate?.numerator} of ${rate?.denominator}`}`);
}

console.log(describeMetrics(summarizeFeedback(late, { asked: { mentees: 26 } })).split('\n')[2]);
// Satisfaction of mentees: 4.2 of 5 [3.8 to 4.6] – 77 % answered
const april = programMetrics({ ...input, feedback: early }, { asOf: '2026-04-30' });
const change = compareCohorts(april, july).find(({ id }) => id === 'satisfactionMentees')?.change;
console.log(`satisfaction rose by ${change?.difference.toFixed(1)}`);
// satisfaction rose by 1.4
console.log(describeChanges(suggestChanges(late, defaultModel)));
// - give free time in common more weight: 8 of 20 people for it, 0 against
// These are proposals. Nothing has been changed.
console.log(describeFairness(auditFairness(compiled, matching, { attribute: 'attributes.site' })));
