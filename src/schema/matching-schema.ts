import * as z from 'zod';
import { InputError, ProblemList } from '../core/index.js';
import { isRecord } from './field.js';
import { noteSchema } from './note-schema.js';
import { addZodProblems } from './problems-from-zod.js';

const text = z.string({ error: 'a text' });
const flag = z.boolean({ error: 'true or false' });
const id = z.string({ error: 'an id' }).min(1, { error: 'an id' });
const whole = z.int({ error: 'a whole number' });
const count = z.int({ error: 'a whole number ≥ 0' }).min(0, { error: 'a whole number ≥ 0' });
const shareRule = 'a number in [0, 1]';
const share = z.number({ error: shareRule }).min(0, { error: shareRule }).max(1, { error: shareRule });
const finite = z.number({ error: 'a finite number' });
const side = z.enum(['mentee', 'mentor'], { error: 'mentee or mentor' });
const listOf = <Item extends z.ZodType>(item: Item, rule: string) => z.array(item, { error: rule });
const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape, { error: `an object: { ${Object.keys(shape).join(', ')} }` });
const pairOfIds = object({ menteeId: id, mentorId: id });
const pairList = listOf(pairOfIds, 'a list of { menteeId, mentorId }');
const idList = listOf(id, 'a list of ids');
const ruleCount = object({ rule: text, index: count.optional(), pairs: count });

/** An object with names of the caller's choice. zod's own records lose a name `__proto__`. */
function recordOf<Item extends z.ZodType>(item: Item) {
  const rule = 'an object';
  return z.custom<Record<string, z.input<Item>>>(isRecord, { error: rule }).transform((value, context) => {
    const entries = Object.entries(value).map(([name, entry]): [string, z.output<Item>] => {
      const result = item.safeParse(entry);
      if (result.success) return [name, result.data];
      for (const { path, message } of result.error.issues) {
        context.issues.push({ code: 'custom', input: entry, path: [name, ...path], message });
      }
      return [name, z.NEVER];
    });
    return Object.fromEntries(entries);
  });
}

/** As much of a model as a stored one is held to. */
interface StoredModel {
  readonly factors: Readonly<Record<string, { readonly kind: string; readonly weight: number }>>;
}

/** As much of a quota as a stored one is held to. */
interface StoredQuota {
  readonly name: string;
}

const reason = z.discriminatedUnion(
  'code',
  [
    z.object({ code: z.literal('notOptedIn') }),
    z.object({ code: z.literal('noCapacity') }),
    z.object({
      code: z.enum(['noEligibleMentor', 'noEligibleMentee']),
      rules: listOf(ruleCount, 'a list of { rule, index, pairs }'),
    }),
    z.object({ code: z.literal('belowMinimumScore'), best: share, minimumScore: share }),
    z.object({ code: z.literal('notEnoughPlaces'), bottleneck: count }),
    z.object({ code: z.literal('totalPreferred'), pairsGained: whole, scoreLost: finite }),
    z.object({ code: z.literal('menteesPlacedElsewhere'), eligibleMentees: count }),
    z.object({ code: z.literal('heldByOthers'), eligibleMentors: count }),
    z.object({ code: z.enum(['leftOutBySolver', 'leftOutByQuotas', 'timeRanOut']) }),
  ],
  { error: 'a reason with a known code' },
);

const levels = listOf(object({ level: whole, pairs: whole }), 'a list of { level, pairs }').optional();
const prices = listOf(
  object({
    id,
    pairs: whole,
    score: finite,
    levels,
    mentees: whole.optional(),
    minimums: whole.optional(),
  }),
  'a list of { id, pairs, score }',
);
const nothing = z.null({ error: 'null' });
const optimalFor = z.enum(['mentees', 'mentors'], { error: 'mentees or mentors' });

const priceProof = object({
  kind: z.enum(['duals', 'loads', 'solver'], { error: 'duals, loads or solver' }),
  pairs: count,
  pairsUpperBound: whole,
  pairsGap: whole,
  totalScore: finite,
  upperBound: finite,
  gap: finite,
  levels,
  menteePrices: prices,
  mentorPrices: prices,
  loads: object({
    mentees: count,
    menteesUpperBound: whole,
    shortfall: count,
    shortfallLowerBound: whole,
    penalty: finite,
  }).optional(),
});

const stabilityProof = object({
  kind: z.literal('stable', { error: '"stable"' }),
  optimalFor,
  pairs: count,
  pairsUpperBound: nothing,
  pairsGap: nothing,
  totalScore: finite,
  upperBound: nothing,
  gap: nothing,
  menteePrices: prices,
  mentorPrices: prices,
});

const proof = z.discriminatedUnion('kind', [priceProof, stabilityProof], {
  error: 'a proof of a known kind: duals or stable',
});

const traitNorm = object({ mean: finite, standardDeviation: finite, n: count });
const frequency = object({ people: count, counts: recordOf(count) });
// The digest is of the whole baseline, so that fields which a later version added must stay.
const baseline = z.looseObject(
  {
    pairs: count,
    factors: recordOf(
      z.looseObject(
        {
          mean: share.nullable(),
          known: count,
          range: finite.optional(),
          termFrequency: frequency.optional(),
          traitNorms: recordOf(traitNorm).optional(),
        },
        { error: 'an object: { mean, known, range, termFrequency, traitNorms }' },
      ),
    ),
  },
  { error: 'a baseline: { pairs, factors }' },
);

const sha256 = z
  .string({ error: 'a SHA-256 in hexadecimal' })
  .regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 in hexadecimal' });

const startingPrices = listOf(object({ id, score: finite }), 'a list of { id, score }');

const rematch = object({
  previousPairs: pairList,
  bonuses: listOf(
    object({ menteeId: id, mentorId: id.nullable(), bonus: finite }),
    'a list of { menteeId, mentorId, bonus }',
  ),
  startingPrices: object({ mentees: startingPrices, mentors: startingPrices }),
});

const record = object({
  library: object({ name: text, version: text }),
  // What a model says is checked when a cohort is compiled with it.
  model: z.custom<StoredModel>(isModel, { error: 'a model: { factors, rules?, minimumScore? }' }),
  objective: z.enum(['most-pairs', 'best-total', 'fairest', 'stable'], {
    error: 'most-pairs, best-total, fairest or stable',
  }),
  levelSize: finite.optional(),
  optimalFor: optimalFor.optional(),
  listsDigest: sha256.optional(),
  seed: count,
  aliases: recordOf(listOf(text, 'a list of texts')),
  assumeOptedIn: flag,
  locked: pairList,
  forbidden: pairList,
  balance: listOf(finite, 'a list of numbers').optional(),
  // What a quota says is checked where it is used.
  quotas: z.custom<readonly StoredQuota[]>(isQuotaList, { error: 'a list of quotas' }).optional(),
  customSolver: flag,
  stoppedAfter: finite.optional(),
  rematch: rematch.optional(),
  baseline,
  counts: object({
    mentees: count,
    mentors: count,
    menteesOptedIn: count,
    mentorsOptedIn: count,
    places: count,
    eligiblePairs: count,
  }),
  fieldsUsed: listOf(text, 'a list of texts'),
  factorsLeftOut: listOf(text, 'a list of texts'),
  notes: listOf(noteSchema, 'a list of notes'),
  digest: sha256,
});

/** A stored matching. Fields that a later version added are left out, not refused. */
const matchingSchema = z.object(
  {
    schemaVersion: z.literal(1, { error: '1 (this version of the library reads no other)' }),
    pairs: listOf(
      object({ menteeId: id, mentorId: id, score: share, knownShare: share, locked: flag }),
      'a list of pairs',
    ),
    unmatched: listOf(object({ id, side, reason }), 'a list of people'),
    bottlenecks: listOf(
      object({ menteeIds: idList, mentorIds: idList, places: count }),
      'a list of { menteeIds, mentorIds, places }',
    ),
    mentorsWithSpace: listOf(object({ mentorId: id, spare: count }), 'a list of { mentorId, spare }'),
    shortfalls: listOf(
      object({ mentorId: id, minimum: count, mentees: count }),
      'a list of { mentorId, minimum, mentees }',
    ).optional(),
    menteesWantingMore: listOf(
      object({ menteeId: id, wanted: count, mentors: count }),
      'a list of { menteeId, wanted, mentors }',
    ).optional(),
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
 * @returns a copy
 * @throws InputError with every problem, under the name of the function that a caller called
 */
export function parseStoredMatching(functionName: string, input: unknown): StoredMatching {
  const problems = new ProblemList(functionName);
  try {
    const data: unknown = typeof input === 'string' ? JSON.parse(input) : input;
    const result = matchingSchema.safeParse(data);
    if (!result.success) addZodProblems(problems, data, result.error.issues, []);
    else {
      checkReferences(result.data, problems);
      // What zod passes on unread still belongs to the caller.
      if (problems.length === 0) return JSON.parse(JSON.stringify(result.data));
    }
  } catch {
    const rule = typeof input === 'string' ? 'a matching as JSON text' : 'plain data';
    problems.add('matching', input, rule);
  }
  throw new InputError(functionName, problems.problems);
}

/** Reasons must point to a bottleneck that is there. */
function checkReferences({ unmatched, bottlenecks }: StoredMatching, problems: ProblemList): void {
  unmatched.forEach(({ reason: why }, index) => {
    if (why.code !== 'notEnoughPlaces' || why.bottleneck < bottlenecks.length) return;
    const path = `unmatched[${index}].reason.bottleneck`;
    problems.add(path, why.bottleneck, `an index into bottlenecks, which has ${bottlenecks.length}`);
  });
}

function isQuotaList(value: unknown): boolean {
  return Array.isArray(value) && value.every((quota) => isRecord(quota) && typeof quota.name === 'string');
}

function isModel(value: unknown): boolean {
  return (
    isRecord(value) &&
    isRecord(value.factors) &&
    Object.values(value.factors).every(
      (factor) => isRecord(factor) && typeof factor.kind === 'string' && Number.isFinite(factor.weight),
    )
  );
}
