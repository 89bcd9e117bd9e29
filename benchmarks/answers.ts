/**
 * How long answers take: `npm run bench:answers [-- PEOPLE]`, 5,000 a side unless given.
 *
 * All scores are in memory before the clock starts, for the fresh match as for the answers: what is timed is the
 * verbs themselves, with reading the stored matching, the assignment, the proof and the comparison, but without
 * compiling and scoring people. Fresh match and rematch take turns, so that a busy machine slows both; both use the
 * same scores, trust them, and end with prices of the same kind, which `checkProof` checks against every pair.
 */
import {
  alternativeMatchings,
  type CompiledCohort,
  compileCohort,
  type Matching,
  matchCohort,
  parseMatching,
  priceOfPair,
  type RematchOptions,
  rematch,
} from '../src/index.js';
import { compatCohort } from '../test/support/compat-cohort.js';
import { randomFrom } from '../test/support/random.js';
import { line, type Measured, sortedTimes } from './measure.js';

const people = Number(process.argv[2] ?? 5000);
const rounds = 25;

function cohortOf(from: number, to: number, places: number, baseline?: CompiledCohort['baseline']) {
  const all = compatCohort({
    mentees: to,
    mentors: Math.round(to * places),
    capacity: [1, places < 1 ? 2 : 1],
  });
  const part = { mentees: all.mentees.slice(from), mentors: all.mentors.slice(Math.round(from * places)) };
  return compileCohort(part, baseline === undefined ? {} : { baseline });
}

function timed<Result>(run: () => Result): { result: Result; time: number } {
  const start = performance.now();
  const result = run();
  return { result, time: performance.now() - start };
}

function benchPrices(cohort: CompiledCohort, matching: Matching): void {
  const random = randomFrom(7);
  const one = <Item>(items: readonly Item[]) => items[random.whole(0, items.length - 1)]!;
  const ask = () =>
    timed(() => priceOfPair(cohort, matching, one(cohort.menteeIds), one(cohort.mentorIds))).time;
  const first = ask();
  const times = Array.from({ length: 40 }, ask);
  console.log(line(`priceOfPair, ${people}², first call`, { least: first, median: first }, 'ms'));
  console.log(line(`priceOfPair, ${people}², further calls`, sortedTimes(times), 'ms'));
}

function benchAlternatives(size: number): void {
  const cohort = cohortOf(0, size, 1);
  const matching = matchCohort(cohort);
  for (const minimumChanges of [1, 5]) {
    const run = () => timed(() => alternativeMatchings(cohort, matching, { count: 10, minimumChanges }));
    run();
    const all = Array.from({ length: 3 }, run);
    const isProven = all[0]!.result.every((each) => each.isProven);
    const what = `ten alternatives, ${size}², ${minimumChanges}+ changes${isProven ? '' : ' (not all proven)'}`;
    console.log(line(what, sortedTimes(all.map(({ time }) => time)), 'ms'));
  }
}

function benchRematch(name: string, now: CompiledCohort, before: Matching, options: RematchOptions): void {
  const previous = parseMatching(JSON.stringify(before));
  const fresh = () => timed(() => matchCohort(now));
  const again = () => timed(() => rematch(now, previous, options));
  const worth = ({ pairs, proof }: Matching) => [pairs.length, proof.totalScore].join();
  const isAsGood = worth(fresh().result) === worth(again().result.matching);
  const pairs = Array.from({ length: rounds }, () => ({ fresh: fresh().time, again: again().time }));
  const show = (what: string, times: number[], unit: string): Measured => {
    const measured = sortedTimes(times);
    console.log(line(`${name}: ${what}`, measured, unit));
    return measured;
  };
  show(
    'fresh match',
    pairs.map((pair) => pair.fresh),
    'ms',
  );
  show(
    'rematch',
    pairs.map((pair) => pair.again),
    'ms',
  );
  const ratio = sortedTimes(pairs.map((pair) => pair.fresh / pair.again));
  const good = isAsGood ? 'as good' : 'worth less in scores, as bonuses count';
  console.log(line(`${name}: fresh ÷ rematch (${good})`, ratio, 'times'));
}

console.log(`${''.padEnd(52)}${'least'.padStart(9)}${'median'.padStart(9)}`);
const change = Math.round(people / 100);
const first = cohortOf(0, people, 1);
const matching = matchCohort(first);
benchPrices(first, matching);
benchAlternatives(Math.min(1000, people));
for (const [name, places] of [
  [`${people}²`, 1],
  [`${people} × ${Math.round(people * 0.8)}, 1–2 places`, 0.8],
] as const) {
  const then = places === 1 ? first : cohortOf(0, people, places);
  const previous = places === 1 ? matching : matchCohort(then);
  const now = cohortOf(change, people + change, places, then.baseline);
  benchRematch(`${name}, 1 % new`, now, previous, {});
  if (places === 1) benchRematch(`${name}, 1 % new, bonus`, now, previous, { keepBonus: 0.05 });
}
