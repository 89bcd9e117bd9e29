/**
 * What loads and quotas cost: `npm run bench:loads`. Milliseconds, least and median of three runs; the plain
 * matching of the same people stands beside them. Every result is checked without the solver.
 */
import {
  type CompiledCohort,
  checkProof,
  compileCohort,
  type MatchOptions,
  matchCohort,
} from 'mentor-matching';
import { matchWithQuotas, type Quota } from 'mentor-matching/quotas';
import { compatCohort } from '../test/support/compat-cohort.js';
import { line, measure } from './measure.js';

interface Loads {
  readonly capacity?: number;
  readonly minimum?: (mentor: number) => number;
  readonly wanted?: (mentee: number) => number;
}

function cohortOf(people: number, { capacity = 1, minimum, wanted }: Loads): CompiledCohort {
  const { mentees, mentors } = compatCohort({ mentees: people, mentors: people, seed: people });
  return compileCohort({
    mentees: mentees.map((mentee, at) => ({
      ...mentee,
      location: `office ${at % 7}`,
      department: `department ${at % 5}`,
      mentorsWanted: wanted?.(at) ?? null,
    })),
    mentors: mentors.map((mentor, at) => ({
      ...mentor,
      capacity,
      location: `office ${(at * 3) % 7}`,
      department: `department ${(at * 2) % 5}`,
      minimumMentees: minimum?.(at) ?? null,
    })),
  });
}

const kinds: readonly (readonly [name: string, loads: Loads, options: MatchOptions])[] = [
  ['plain, 3 places each', { capacity: 3 }, {}],
  ['a third of the mentors want at least 2', { capacity: 3, minimum: (at) => (at % 3 === 0 ? 2 : 0) }, {}],
  ['balance 0.05, 0.1', { capacity: 3 }, { balance: [0.05, 0.1] }],
  ['1 to 3 mentors wanted, 2 places each', { capacity: 2, wanted: (at) => 1 + (at % 3) }, {}],
];

console.log(`${'ms'.padEnd(52)}    least   median`);
for (const people of [500, 2000]) {
  for (const [name, loads, options] of kinds) {
    const cohort = cohortOf(people, loads);
    if (!checkProof(cohort, matchCohort(cohort, options)).isProven) throw new Error(`${name}: not proven`);
    console.log(
      line(
        `${people} × ${people}, ${name}`,
        measure(() => matchCohort(cohort, options), 3),
        'ms',
      ),
    );
  }
}
const quotas: Quota[] = [
  { name: 'within one office', each: { field: 'location', of: 'both' }, atMost: 1 },
  { name: 'across departments', where: [{ kind: 'differentValue', field: 'department' }], atLeastShare: 0.9 },
];
for (const people of [50, 100, 200]) {
  const cohort = cohortOf(people, {});
  const start = performance.now();
  const { status } = await matchWithQuotas(cohort, { quotas });
  const time = performance.now() - start;
  console.log(line(`${people} × ${people}, eight limits: ${status}`, { least: time, median: time }, 'ms'));
}
