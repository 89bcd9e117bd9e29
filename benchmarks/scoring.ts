/**
 * How long it takes to check people and to score pairs: `npm run bench`. Cohorts are of the `compat` family
 * (`test/support/compat-cohort.ts`), seeded, so that every run measures the same people.
 */
import { compileCohort, factors, type Model, parseCohort } from '../src/index.js';
import { compatCohort } from '../test/support/compat-cohort.js';
import { line, type Measured, measure } from './measure.js';

/** Pairs scored in one run: enough that the clock's steps do not matter. */
const pairsPerRun = 8_000_000;

const skills = factors.skillCoverage({ weight: 2 });
const interests = factors.sharedInterests({ weight: 2 });
const personality = factors.personality({ weight: 1, instrument: 'mini-ipip-20' });
const models: Record<string, Model | undefined> = {
  'skills and interests': { factors: { skills, interests } },
  'skills alone': { factors: { skills } },
  'interests alone': { factors: { interests } },
  'personality alone': { factors: { personality } },
  'the default model': undefined,
};

console.log(`node ${process.version}, ${process.arch}\n${'least'.padStart(61)}${'median'.padStart(9)}`);
for (const [name, model] of Object.entries(models)) {
  for (const people of [500, 2_000, 10_000]) {
    console.log(line(`a score of ${name}, ${people} × ${people}`, scoringTime(people, model), 'ns per pair'));
  }
}
const compat = parseCohort(compatCohort({ mentees: 5_000, mentors: 5_000 }));
console.log(
  line(
    'compileCohort, 5,000 × 5,000',
    measure(() => compileCohort(compat)),
    'ms',
  ),
);

const many = compatCohort({ mentees: 50_000, mentors: 50_000 });
console.log(
  line(
    'parseCohort, 100,000 people',
    measure(() => parseCohort(many)),
    'ms',
  ),
);

/** Nanoseconds per pair of scoring row after row, rules included. */
function scoringTime(people: number, model: Model | undefined): Measured {
  // Traits change all later draws, so the other lines go without.
  const traits = model?.factors.personality !== undefined;
  const cohort = parseCohort(compatCohort({ mentees: people, mentors: people, traits }));
  const compiled = compileCohort(cohort, model === undefined ? {} : { model });
  const row = new Int32Array(people);
  const rows = Math.min(people * 20, Math.ceil(pairsPerRun / people));
  const { least, median } = measure(() => {
    let sum = 0;
    for (let at = 0; at < rows; at++) {
      compiled.writeScores(at % people, row);
      sum += row[at % people]!;
    }
    return sum;
  });
  const perPair = 1e6 / (rows * people);
  return { least: least * perPair, median: median * perPair };
}
