import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileCohort,
  factors,
  InputError,
  isInputError,
  type Matching,
  matchCohort,
  parseMatching,
} from '../../src/index.js';
import type { StoredMatching } from '../../src/schema/matching-schema.js';
import { compatCohort } from '../support/compat-cohort.js';
import { scenarioArbitrary } from './scenarios.js';
import { tableCohort } from './score-table.js';

// biome-ignore lint/suspicious/noExplicitAny: tests break data on purpose, at any place.
type Loose = Record<string, any>;

const matching = matchCohort(
  tableCohort(
    [
      [0.9, 0.8, null],
      [0.8, 0.2, 0.1],
      [0.4, null, null],
      [null, null, null],
    ],
    [1, 1, 0],
  ),
  { locked: [{ menteeId: 'b', mentorId: '1' }], forbidden: [{ menteeId: 'a', mentorId: '1' }] },
);

describe('parseMatching', () => {
  it('reads text and data to equal, frozen copies', () => {
    const fromText = parseMatching(JSON.stringify(matching, null, 2));
    const fromData = parseMatching(matching);
    expect(fromText).toEqual(matching);
    expect(fromData).toEqual(matching);
    expect(fromData).not.toBe(matching);
    expect(() => {
      (fromData.pairs as unknown[]).push('more');
    }).toThrow(TypeError);
    expect(Object.isFrozen(matching)).toBe(false);
    expect(Object.isFrozen(matching.record.model.factors)).toBe(false);
  });

  it('keeps factors and words that are named as objects name things of their own', () => {
    const names = ['__proto__', 'constructor', 'toString', '2', '1'];
    const each = (value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
    const cohort = compileCohort(compatCohort({ mentees: 3, mentors: 3 }), {
      model: { factors: each(factors.skillCoverage({ weight: 1, rarity: true })) as never },
      aliases: each(['climbing']) as never,
    });
    const made = matchCohort(cohort);
    const text = JSON.stringify(made);
    for (const name of names) expect(Object.hasOwn(made.record.baseline.factors, name)).toBe(true);
    expect(JSON.stringify(parseMatching(text))).toBe(text);
    expect(parseMatching(text)).toEqual(made);
  });

  it('keeps what a later version adds to a model or baseline and leaves out what it adds elsewhere', () => {
    const later = structuredClone(matching) as unknown as Record<string, Record<string, unknown>>;
    later.extra = { more: true };
    const record = later.record as Record<string, Record<string, unknown>>;
    record.model!.extra = [1];
    record.baseline!.quantiles = [0.5];
    const parsed = parseMatching(later) as unknown as Record<string, Record<string, unknown>>;
    expect(parsed.extra).toBeUndefined();
    expect(parsed.record!.model).toEqual(record.model);
    expect(parsed.record!.baseline).toEqual(record.baseline);
  });

  it('refuses another schema version and says which it reads', () => {
    const other = JSON.stringify({ ...matching, schemaVersion: 2 });
    expect(() => parseMatching(other)).toThrow(/parseMatching: schemaVersion is 2; expected 1/);
  });

  it('refuses what is no matching, as an InputError that names the place', () => {
    for (const input of [
      '',
      'hello',
      '{',
      'null',
      '[]',
      '3',
      null,
      undefined,
      7,
      [],
      {},
      () => 1,
      new Map(),
    ]) {
      expect(() => parseMatching(input)).toThrow(InputError);
    }
    const loop: Record<string, unknown> = { ...matching };
    loop.record = { ...matching.record, model: { factors: {}, self: loop } };
    (loop.record as Record<string, unknown>).loop = loop;
    expect(() => parseMatching(loop)).toThrow(InputError);
    const trap = Object.defineProperty({}, 'pairs', {
      enumerable: true,
      get: () => {
        throw new Error('trap');
      },
    });
    expect(() => parseMatching(trap)).toThrow(InputError);
  });

  it('lists every problem with its path, in words that complete "expected"', () => {
    const broken = structuredClone(matching) as unknown as Loose;
    broken.pairs[0].score = 1.5;
    broken.pairs[0].locked = 'no';
    broken.proof.menteePrices[1].pairs = 0.5;
    broken.record.digest = 'abc';
    broken.record.baseline.factors.table.mean = -1;
    broken.unmatched[0].reason = { code: 'bad luck' };
    const problems = problemsOf(broken);
    expect(problems.map(({ path, rule }) => [path, rule])).toEqual([
      ['pairs[0].score', 'a number in [0, 1]'],
      ['pairs[0].locked', 'true or false'],
      ['unmatched[0].reason.code', 'a reason with a known code'],
      ['proof.menteePrices[1].pairs', 'a whole number'],
      ['record.baseline.factors.table.mean', 'a number in [0, 1]'],
      ['record.digest', 'a SHA-256 in hexadecimal'],
    ]);
  });

  it('refuses a reason that points to a bottleneck that is not there', () => {
    const broken = structuredClone(matching) as unknown as Loose;
    broken.bottlenecks = [];
    expect(problemsOf(broken)).toEqual([
      {
        path: expect.stringMatching(/^unmatched\[\d\]\.reason\.bottleneck$/),
        value: 0,
        rule: 'an index into bottlenecks, which has 0',
      },
    ]);
  });

  it('reads mangled JSON to the same data or refuses it, and never fails in another way', () => {
    const junk = fc.constantFrom(null, -1, 0.5, 2 ** 60, '', 'x', '__proto__', true, [], {}, [[]], { id: 1 });
    fc.assert(
      fc.property(
        scenarioArbitrary({ mentees: 4, mentors: 4 }),
        fc.nat(),
        fc.option(junk, { nil: undefined }),
        ({ cohort, options }, place, value) => {
          const data: unknown = JSON.parse(JSON.stringify(matchCohort(cohort, options)));
          mangle(data, place, value);
          const text = JSON.stringify(data);
          try {
            expect(parseMatching(text)).toEqual(data);
          } catch (error) {
            if (!isInputError(error)) throw error;
            expect(error.problems.length).toBeGreaterThan(0);
            for (const { path, rule } of error.problems) {
              expect(typeof path).toBe('string');
              // The library's own words, not those of zod.
              expect(rule).not.toMatch(/^(Invalid|Too |expected|Unrecognized)/);
            }
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('refuses a matching without any one of its parts', () => {
    const parts = ['', 'proof', 'record', 'record.counts', 'record.baseline', 'record.library'];
    for (const path of parts) {
      const at = (data: unknown) =>
        path.split('.').reduce((one, key) => (key === '' ? one : one[key]), data as Loose);
      for (const key of Object.keys(at(matching))) {
        const broken = structuredClone(matching);
        delete at(broken)[key];
        expect(problemsOf(broken).map((problem) => problem.path)).toEqual([
          path === '' ? key : `${path}.${key}`,
        ]);
      }
    }
  });
});

describe('types', () => {
  it('of the stored shape and of the room agree in both directions, the model aside', () => {
    type Aside<M extends { record: { model: unknown } }> = Omit<M, 'record'> & {
      record: Omit<M['record'], 'model'>;
    };
    // Both lines are checked by the compiler.
    const toStored = (one: Aside<DeepMutable<Matching>>): Aside<StoredMatching> => one;
    const toRoom = (one: Aside<DefinedOnly<StoredMatching>>): Aside<Matching> => one;
    expect(toRoom(toStored(structuredClone(matching) as never) as never)).toEqual(matching);
  });
});

type DeepMutable<Value> = Value extends (...values: never[]) => unknown
  ? Value
  : Value extends object
    ? { -readonly [Key in keyof Value]: DeepMutable<Value[Key]> }
    : Value;

/** zod writes an optional field as one that may be undefined; JSON has no such thing. */
type DefinedOnly<Value> = Value extends object
  ? { [Key in keyof Value]: DefinedOnly<Exclude<Value[Key], undefined>> }
  : Value;

function problemsOf(input: unknown): InputError['problems'] {
  try {
    parseMatching(input);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems;
  }
  return expect.unreachable('parseMatching takes this');
}

/** Deletes the node at a place (of all nodes in order), or overwrites it. */
function mangle(data: unknown, place: number, value: unknown): void {
  const nodes: { parent: Record<string, unknown>; key: string }[] = [];
  const visit = (parent: unknown) => {
    if (typeof parent !== 'object' || parent === null) return;
    for (const key of Object.keys(parent)) {
      nodes.push({ parent: parent as Record<string, unknown>, key });
      visit((parent as Record<string, unknown>)[key]);
    }
  };
  visit(data);
  const { parent, key } = nodes[place % nodes.length]!;
  if (value !== undefined) parent[key] = structuredClone(value);
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}
