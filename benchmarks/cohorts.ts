/**
 * Large cohorts without a matrix: `npm run bench:cohorts`, or `npm run bench:cohorts -- 10000 places` for some of
 * the lines. Each line runs in a process of its own, so that its peak of memory is its own; people, compiling and
 * the result are part of it, in a heap of the size that the line names, since Node otherwise collects late what
 * nobody needs any more (`--plain`: no flags for Node). `--check` prices every pair afresh, `--abort` stops the work at five points and waits for the
 * rejection, `--within` gives it a quarter, a half and three quarters of its time.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type CohortInput,
  checkProof,
  defaultModel,
  factors,
  type Matching,
  type Mentee,
  type Mentor,
  type Model,
  matchCohortAsync,
  parseCohort,
  rules,
} from '../src/index.js';
import { type CompiledCohort, compileCohort } from '../src/scoring/index.js';
import { type CompatOptions, compatParts } from '../test/support/compat-cohort.js';

interface Line extends CompatOptions {
  /** Twenty sites of different sizes, and the rule that the two are at the same one: 5 % of the pairs are left. */
  readonly sites?: boolean;
  /** The limit of Node's heap in MB: a little more than what is in use. */
  readonly heap: number;
}

const lines: Record<string, Line> = {
  '10000': { mentees: 10_000, mentors: 10_000, heap: 90 },
  '20000': { mentees: 20_000, mentors: 20_000, heap: 120 },
  '50000': { mentees: 50_000, mentors: 50_000, heap: 165 },
  '100000': { mentees: 100_000, mentors: 100_000, heap: 210 },
  places: { mentees: 100_000, mentors: 40_000, capacity: [1, 5], heap: 200 },
  shortage: { mentees: 100_000, mentors: 25_000, capacity: [1, 5], heap: 170 },
  rules: { mentees: 100_000, mentors: 100_000, sites: true, heap: 240 },
  'small-rules': { mentees: 20_000, mentors: 20_000, sites: true, heap: 120 },
  'small-places': { mentees: 20_000, mentors: 8_000, capacity: [1, 5], heap: 120 },
  'small-shortage': { mentees: 20_000, mentors: 5_000, capacity: [1, 5], heap: 120 },
};
const usual = ['10000', '50000', '100000', 'places', 'shortage', 'rules'];

const [first, ...rest] = process.argv.slice(2);
if (first === '--line') await run(rest[0]!, rest);
else {
  const asked = process.argv.slice(2).filter((name) => !name.startsWith('--'));
  const flags = process.argv.slice(2).filter((name) => name.startsWith('--'));
  for (const name of asked.length > 0 ? asked : usual) {
    if (lines[name] === undefined)
      throw new Error(`no line ${name}; there are ${Object.keys(lines).join(', ')}`);
    const nodeFlags = flags.includes('--plain')
      ? []
      : ['--max-semi-space-size=4', `--max-old-space-size=${lines[name].heap}`];
    const file = fileURLToPath(import.meta.url);
    spawnSync(process.execPath, [...nodeFlags, file, '--line', name, ...flags], { stdio: 'inherit' });
  }
}

/**
 * People are read in parts, as they would come from a file or a database: nothing else is kept of what was read. What
 * was parsed is not parsed again as a whole: hence the compiling of `scoring`.
 */
function compile({ sites = false, heap: _, ...options }: Line) {
  const model: Model = {
    factors: {
      ...defaultModel.factors,
      personality: factors.personality({ weight: 1, instrument: 'mini-ipip-20' }),
    },
    rules: [...defaultModel.rules!, ...(sites ? [rules.sameValue({ field: 'location' })] : [])],
  };
  const people = { mentees: [] as Mentee[], mentors: [] as Mentor[], notes: [] };
  for (const part of compatParts({ ...options, traits: true }, 500)) {
    const from = Math.max(people.mentees.length, people.mentors.length);
    const { mentees, mentors } = parseCohort(sites ? withSites(part, from) : part);
    people.mentees.push(...mentees);
    people.mentors.push(...mentors);
  }
  return compileCohort(people, { model });
}

/** The mentees of site s are those at s, s + 20, …; the mentors of some sites are a few more or less. */
function withSites({ mentees, mentors }: CohortInput, from: number): CohortInput {
  const at = (site: number) => `site ${site % 20}`;
  return {
    mentees: mentees.map((person, place) => ({ ...person, location: at(from + place) })),
    mentors: mentors.map((person, place) => {
      const moved = (from + place) % 400 === 0;
      return { ...person, location: at(moved ? (from + place) / 400 : from + place) };
    }),
  };
}

async function run(name: string, flags: readonly string[]): Promise<void> {
  const line = lines[name]!;
  let start = performance.now();
  const cohort = compile(line);
  const compiling = performance.now() - start;
  let reads = 0;
  let reading = 0;
  const { rowSearch } = cohort;
  const counting: typeof rowSearch = (width) => {
    const search = rowSearch(width);
    const find = search.find.bind(search);
    search.find = (...args) => {
      const begun = performance.now();
      const found = find(...args);
      reading += performance.now() - begun;
      reads += 1;
      return found;
    };
    return search;
  };
  Object.assign(cohort, { rowSearch: counting });
  const stages = new Map<string, number>();
  let last = performance.now();
  let longest = 0;
  let slice = last;
  start = last;
  const matching: Matching = await matchCohortAsync(cohort, {
    largestMatrix: 0,
    onProgress: ({ stage }) => {
      const now = performance.now();
      stages.set(stage, (stages.get(stage) ?? 0) + now - last);
      longest = Math.max(longest, now - slice);
      last = now;
    },
    pause: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      slice = performance.now();
    },
  });
  const total = performance.now() - start;
  const { proof } = matching;
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
  const peak = () => Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    [
      `${name}: ${line.mentees} × ${line.mentors}`,
      `${proof.pairs} pairs, gap ${proof.gap}, pairs gap ${proof.pairsGap}`,
      `match ${seconds(total)} s (${[...stages].map(([stage, time]) => `${stage} ${seconds(time)}`).join(', ')})`,
      `compile ${seconds(compiling)} s`,
      `${(reads / line.mentees).toFixed(2)} rows read per mentee`,
      `${((reading * 1e6) / reads / line.mentors).toFixed(2)} ns per pair read`,
      `${((total * 1e6) / line.mentees / line.mentors).toFixed(2)} ns per pair in all`,
      `longest slice ${longest.toFixed(0)} ms`,
      `peak RSS ${peak()} MB`,
    ].join(' | '),
  );
  if (flags.includes('--abort')) await abort(name, cohort, total);
  if (flags.includes('--within')) await stop(name, cohort, total);
  if (!flags.includes('--check')) return;
  start = performance.now();
  const { isProven, violations } = checkProof(cohort, matching);
  console.log(
    `${name}: every pair priced afresh in ${seconds(performance.now() - start)} s: ` +
      `${violations.length} violations, proven ${isProven}, peak RSS ${peak()} MB`,
  );
}

/** How long it takes from an abort to the rejection, at five points of the whole. */
async function abort(name: string, cohort: CompiledCohort, total: number): Promise<void> {
  const waits: string[] = [];
  for (const share of [0.05, 0.25, 0.5, 0.75, 0.95]) {
    const controller = new AbortController();
    let aborted = 0;
    const timer = setTimeout(() => {
      aborted = performance.now();
      controller.abort();
    }, total * share);
    try {
      await matchCohortAsync(cohort, { largestMatrix: 0, signal: controller.signal });
      clearTimeout(timer);
      waits.push('done before');
    } catch {
      waits.push(`${(performance.now() - aborted).toFixed(1)} ms`);
    }
  }
  console.log(`${name}: from an abort to the rejection ${waits.join(', ')}`);
}

/** What a limit of time gives: when the answer comes, and what its proof leaves open. */
async function stop(name: string, cohort: CompiledCohort, total: number): Promise<void> {
  for (const share of [0.25, 0.5, 0.75]) {
    const start = performance.now();
    const within = total * share;
    const { proof } = await matchCohortAsync(cohort, { largestMatrix: 0, within });
    const seconds = (performance.now() - start) / 1000;
    const gap = `${proof.pairs} pairs, total ${proof.totalScore}, gap ${proof.gap}`;
    console.log(`${name}: within ${(within / 1000).toFixed(2)} s: ${gap}, after ${seconds.toFixed(2)} s`);
  }
}
