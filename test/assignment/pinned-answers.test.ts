import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { matrix } from '../../benchmarks/assignment/families.mjs';
import { generalSteps } from '../../src/assignment/assignment-steps.js';
import {
  type AssignmentOptions,
  assignmentSteps,
  bottleneckSteps,
  type CostMatrix,
  type Costs,
  costMatrix,
  nextBestAssignments,
  pairPricer,
  preferPairs,
  priceOfRowsSteps,
  type Steps,
  solveAssignment,
  solveFairestAssignment,
  solveLoads,
  stoppableSteps,
} from '../../src/assignment/index.js';
import type { Start } from '../../src/assignment/place-units.js';
import { random } from './instances.js';
import pinned from './pinned-answers.json' with { type: 'json' };
import { compressed, onDemand } from './solve-every-way.js';

/*
 * Which of equally good answers is returned, its duals, and the progress told on the way. Other tests hold that
 * answers are best; these hold that they stay the same, as docs/versions.md promises within a patch version. A digest
 * that differs means that users may see another of several best answers: say so in the changelog, and write what the
 * failing test prints into pinned-answers.json.
 */

interface Problem {
  readonly cost: CostMatrix;
  readonly options: AssignmentOptions;
}

const families = ['uniform', 'int10', 'geo2', 'mw', 'compat'];
const starts: readonly Start[] = ['chosen', 'paths', 'first fit', 'columns', 'columns and rows', 'auction'];
const startsOfSparse: readonly Start[] = ['chosen', 'paths', 'auction'];

const places = (columns: number, most: number) =>
  Int32Array.from({ length: columns }, (_, column) => column % (most + 1));

/** A share of the pairs is forbidden. */
function thinned({ rows, columns, values }: CostMatrix, share: number): CostMatrix {
  const next = random(rows * 31 + columns);
  return costMatrix(
    rows,
    columns,
    Float64Array.from(values, (value) => (next() < share ? Infinity : value)),
  );
}

function problemsOf(family: string): Record<string, Problem> {
  const of = (rows: number, columns: number) =>
    costMatrix(rows, columns, matrix(family, rows, columns, rows + columns));
  return {
    square: { cost: of(60, 60), options: {} },
    tall: { cost: of(70, 35), options: { unassigned: 'most' } },
    wide: { cost: of(35, 70), options: {} },
    'places to spare': { cost: of(50, 30), options: { capacities: places(30, 4), unassigned: 'most' } },
    'too few places': { cost: of(60, 20), options: { capacities: places(20, 3), unassigned: 'most' } },
    'with gaps': { cost: thinned(of(50, 45), 0.9), options: { unassigned: 'most' } },
    'at a price': {
      cost: of(50, 40),
      options: { capacities: places(40, 2), unassigned: family === 'mw' ? 120 : 0.2 },
    },
  };
}

/** Costs in hundredths. */
const whole = ({ rows, columns, values }: CostMatrix) =>
  costMatrix(
    rows,
    columns,
    Float64Array.from(values, (value) => Math.round(value * 100)),
  );

/** The first digits of a hash of numbers, lists and records. */
function digestOf(value: unknown): string {
  const text = JSON.stringify(value, (_, part) =>
    ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part,
  );
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** What steps return, and all that they tell on the way. */
function told<Progress, Result>(steps: Steps<Progress, Result>): unknown {
  const progress: Progress[] = [];
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return [step.value, progress];
    progress.push(step.value);
  }
}

const expected: Readonly<Record<string, Readonly<Record<string, string>>>> = pinned;

describe.each(families)('%s', (family) => {
  const problems = problemsOf(family);

  it.each(Object.keys(problems))('is solved as before: %s', (name) => {
    const { cost, options } = problems[name]!;
    const sparse = compressed(cost);
    const digests = {
      'by size': digestOf(told(assignmentSteps(cost, options))),
      'on demand': digestOf(told(generalSteps(onDemand(cost), options))),
      ...Object.fromEntries(
        starts.map((start) => [`dense, ${start}`, digestOf(told(generalSteps(cost, options, start)))]),
      ),
      ...Object.fromEntries(
        startsOfSparse.map((start) => [
          `sparse, ${start}`,
          digestOf(told(generalSteps(sparse, options, start))),
        ]),
      ),
    };
    expect(digests).toEqual(expected[`${family}, ${name}`]);
  });

  it.each(Object.keys(problems))('is answered as before: %s', (name) => {
    const { cost, options } = problems[name]!;
    const result = solveAssignment(cost, options);
    if (result.status !== 'optimal') throw new Error('all of these have an answer');
    const preferred = Int32Array.from(result.rowToColumn, (_, row) => (row * 7) % cost.columns);
    const pricer = pairPricer(cost, result, options);
    const { capacities } = options;
    const stoppable = {
      ...options,
      unassigned: typeof options.unassigned === 'number' ? options.unassigned : 'most',
    } as const;
    const stoppedAt = (pauses: number, costs: Costs) => {
      let left = pauses;
      return told(stoppableSteps(costs, stoppable, () => left-- <= 0, 0));
    };
    const digests = {
      prices: digestOf(
        [0, 1, 2].map((at) => [pricer.pricesOfRow(at), pricer.pricesOfColumn(at), pricer.forcePair(at, at)]),
      ),
      'places that gain': digestOf(pricer.gainsOfPlaces()),
      'rows left out': digestOf(told(priceOfRowsSteps(cost, result, options))),
      bottlenecks: digestOf(told(bottleneckSteps(cost, result, options))),
      'next best': digestOf(nextBestAssignments(cost, result, options, 3)),
      // Where all is nearly as good, changes take long.
      'next best with changes':
        family === 'uniform' ? digestOf(nextBestAssignments(cost, result, options, 2, 5)) : '',
      preferred: digestOf(preferPairs(cost, result, options, preferred)),
      'from a start': digestOf(
        [0, 0.1, 50].map((moved) =>
          told(
            assignmentSteps(cost, {
              ...options,
              initialColumnDuals: result.columnDuals.map((dual, column) => dual + moved * (column % 3)),
              initialRowDuals: result.rowDuals,
              initialRowToColumn: moved === 0 ? preferred : result.rowToColumn,
            }),
          ),
        ),
      ),
      fairest: digestOf(
        solveFairestAssignment(cost, {
          ...(capacities === undefined ? {} : { capacities }),
          tierSize: family === 'mw' ? 200 : 0.05,
        }),
      ),
      loads: digestOf(
        solveLoads(whole(cost), capacities === undefined ? {} : { capacities, placeCosts: [0, 3] }),
      ),
      stopped: digestOf(
        [0, 1, 3, 9, 27].map((pauses) => [stoppedAt(pauses, onDemand(cost)), stoppedAt(pauses, cost)]),
      ),
    };
    expect(digests).toEqual(expected[`${family}, ${name}: answers`]);
  });

  it('is solved as before: long rows on demand', () => {
    const cost = costMatrix(30, 2100, matrix(family, 30, 2100, 1));
    const capacities = places(2100, 1);
    const digests = {
      'one place each': digestOf(told(generalSteps(onDemand(cost), {}))),
      'some without a place': digestOf(told(generalSteps(onDemand(cost), { capacities }))),
      stopped: digestOf(told(stoppableSteps(onDemand(cost), { unassigned: 'most' }, () => true, 0))),
    };
    expect(digests).toEqual(expected[`${family}, long rows`]);
  });
});
