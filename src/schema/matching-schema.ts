import * as z from 'zod';
import { InputError, ProblemList } from '../core/index.js';
import { noteSchema } from './note-schema.js';
import { addZodProblems } from './problems-from-zod.js';

const id = z.string({ error: 'an id' }).min(1, { error: 'an id' });
const count = z.int({ error: 'a whole number ≥ 0' }).min(0, { error: 'a whole number ≥ 0' });
const share = z.number({ error: 'a number in [0, 1]' }).min(0).max(1);
const finite = z.number({ error: 'a finite number' });
const side = z.enum(['mentee', 'mentor'], { error: 'mentee or mentor' });
const pairOfIds = z.object({ menteeId: id, mentorId: id });
const ruleCount = z.object({ rule: z.string(), index: count.optional(), pairs: count });

const reason = z.discriminatedUnion(
  'code',
  [
    z.object({ code: z.literal('notOptedIn') }),
    z.object({ code: z.literal('noCapacity') }),
    z.object({ code: z.enum(['noEligibleMentor', 'noEligibleMentee']), rules: z.array(ruleCount) }),
    z.object({ code: z.literal('belowMinimumScore'), best: share, minimumScore: share }),
    z.object({ code: z.literal('notEnoughPlaces'), bottleneck: count }),
    z.object({ code: z.literal('totalPreferred'), pairsGained: z.int(), scoreLost: finite }),
    z.object({ code: z.literal('menteesPlacedElsewhere'), eligibleMentees: count }),
    z.object({ code: z.literal('leftOutBySolver') }),
  ],
  { error: 'a reason with a known code' },
);

const price = z.object({ id, pairs: z.int({ error: 'a whole number' }), score: finite });

const proof = z.object({
  kind: z.literal('duals', { error: '"duals"' }),
  pairs: count,
  pairsUpperBound: z.int(),
  pairsGap: z.int(),
  totalScore: finite,
  upperBound: finite,
  gap: finite,
  menteePrices: z.array(price),
  mentorPrices: z.array(price),
});

const frequency = z.object({ people: count, counts: z.record(z.string(), count) });
const traitNorm = z.object({ mean: finite, standardDeviation: finite, n: count });
const baseline = z.object({
  pairs: count,
  factors: z.record(
    z.string(),
    z.object({
      mean: share.nullable(),
      known: count,
      range: finite.optional(),
      termFrequency: frequency.optional(),
      traitNorms: z.record(z.string(), traitNorm).optional(),
    }),
  ),
});

const record = z.object({
  library: z.object({ name: z.string(), version: z.string() }),
  // What a model says is checked when a cohort is compiled with it.
  model: z.looseObject({
    factors: z.record(z.string(), z.looseObject({ kind: z.string(), weight: finite })),
  }),
  objective: z.enum(['most-pairs', 'best-total'], { error: 'most-pairs or best-total' }),
  seed: count,
  aliases: z.record(z.string(), z.array(z.string())),
  assumeOptedIn: z.boolean(),
  locked: z.array(pairOfIds),
  forbidden: z.array(pairOfIds),
  customSolver: z.boolean(),
  baseline,
  counts: z.object({
    mentees: count,
    mentors: count,
    menteesOptedIn: count,
    mentorsOptedIn: count,
    places: count,
    eligiblePairs: count,
  }),
  fieldsUsed: z.array(z.string()),
  factorsLeftOut: z.array(z.string()),
  notes: z.array(noteSchema),
  digest: z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in hexadecimal' }),
});

/** A stored matching. Fields that a later version added are left out, not refused. */
const matchingSchema = z.object(
  {
    schemaVersion: z.literal(1, { error: '1 (this version of the library reads no other)' }),
    pairs: z.array(
      z.object({ menteeId: id, mentorId: id, score: share, knownShare: share, locked: z.boolean() }),
      { error: 'a list of pairs' },
    ),
    unmatched: z.array(z.object({ id, side, reason }), { error: 'a list of people' }),
    bottlenecks: z.array(z.object({ menteeIds: z.array(id), mentorIds: z.array(id), places: count })),
    mentorsWithSpace: z.array(z.object({ mentorId: id, spare: count })),
    proof,
    record,
  },
  { error: 'a matching, or its JSON text' },
);

/** What a stored matching looks like to zod; the room `matching` holds its own type to it. */
export type StoredMatching = z.infer<typeof matchingSchema>;

/**
 * Reads a stored matching: JSON text, or what `JSON.parse` made of it.
 *
 * @throws InputError with every problem, under the name of the function that a caller called
 */
export function parseStoredMatching(functionName: string, input: unknown): StoredMatching {
  const problems = new ProblemList(functionName);
  let data = input;
  if (typeof input === 'string') {
    try {
      data = JSON.parse(input);
    } catch {
      throw new InputError(functionName, [
        { path: 'matching', value: input, rule: 'a matching as JSON text' },
      ]);
    }
  }
  const result = matchingSchema.safeParse(data);
  if (result.success) return result.data;
  addZodProblems(problems, data, result.error.issues, []);
  throw new InputError(functionName, problems.problems);
}
