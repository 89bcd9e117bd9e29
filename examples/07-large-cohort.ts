/**
 * A large programme, matched without a matrix of scores while the process stays responsive. Run with
 * `npx tsx examples/07-large-cohort.ts 20000`; without a number it is a small one.
 */
import { SingleBar } from 'cli-progress';
import { compileCohort, factors, type Model, matchCohortAsync, parseCohort } from 'mentor-matching';
import { compatCohort } from '../test/support/compat-cohort.js';

const given = Number(process.argv[2]);
const people = Number.isInteger(given) && given > 0 ? given : 400;

const model: Model = {
  factors: {
    skillCoverage: factors.skillCoverage({ weight: 3 }),
    sharedInterests: factors.sharedInterests({ weight: 2 }),
    personality: factors.personality({ weight: 1, instrument: 'mini-ipip-20' }),
  },
};
/** A seeded cohort: the same people every time. Nobody needs the input once it is compiled. */
const options = { mentees: people, mentors: people, traits: true };
const cohort = compileCohort(parseCohort(compatCohort(options)), { model });
console.log(`${cohort.menteeIds.length} mentees, ${cohort.mentorIds.length} mentors`);

const bar = new SingleBar({ format: '{bar} {percentage} % | {stage} | {left} s left', hideCursor: true });
bar.start(100, 0, { stage: 'starting', left: '?' });
const controller = new AbortController();
process.once('SIGINT', () => controller.abort());

/** Timers go on ticking while the work is done: it is cut into slices of a few milliseconds. */
let ticks = 0;
const timer = setInterval(() => {
  ticks += 1;
}, 1);

const started = performance.now();
const matching = await matchCohortAsync(cohort, {
  // Scores on demand from the first pair on; without this only beyond 2²⁷ bytes, about 5,800 × 5,800.
  largestMatrix: 0,
  signal: controller.signal,
  onProgress: ({ share, stage, remainingMilliseconds }) => {
    const left = remainingMilliseconds === null ? '?' : Math.ceil(remainingMilliseconds / 1000);
    bar.update(Math.floor(share * 100), { stage, left });
  },
});
bar.update(100, { stage: 'done', left: 0 });
bar.stop();
clearInterval(timer);

const { proof } = matching;
console.log(`${proof.pairs} pairs, average score ${(proof.totalScore / proof.pairs).toFixed(3)}`);
console.log(
  `proven best: no matching has more pairs by ${proof.pairsGap}, or a higher total by ${proof.gap}`,
);
// proven best: no matching has more pairs by 0, or a higher total by 0
const seconds = (performance.now() - started) / 1000;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
console.log(
  `${seconds.toFixed(1)} s, ${megabytes} MB at most, timers ticked ${ticks > 0 ? 'meanwhile' : 'not once'}`,
);
