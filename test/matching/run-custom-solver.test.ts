import { describe, expect, it } from 'vitest';
import { type CustomSolver, checkProof, InputError, matchCohort, replayMatching } from '../../src/index.js';
import { tableCohort } from './score-table.js';

const cohort = tableCohort(
  [
    [0.9, 0.8],
    [0.8, null],
  ],
  [1, 1],
);
const answering =
  (answer: unknown): CustomSolver =>
  () =>
    answer as number[];

describe('a solver of the caller', () => {
  it('is asked for costs of −score, Infinity where forbidden, and the places that locks leave', () => {
    const asked: Parameters<CustomSolver>[0][] = [];
    const solver: CustomSolver = (problem) => {
      asked.push(problem);
      return [-1];
    };
    const { pairs } = matchCohort(cohort, { solver, locked: [{ menteeId: 'b', mentorId: '0' }] });
    expect(pairs).toMatchObject([{ menteeId: 'b', mentorId: '0', locked: true }]);
    const [{ cost, capacities, objective }] = asked as [Parameters<CustomSolver>[0]];
    expect([cost.rows, cost.columns, objective]).toEqual([1, 2, 'most-pairs']);
    const byMentor = cohort.mentorIds.map((id, at) => [id, cost.values[at], capacities[at]]);
    expect(byMentor.sort()).toEqual([
      ['0', -900_000, 0],
      ['1', -800_000, 1],
    ]);
  });

  it('is refused with the place of everything that is wrong', () => {
    const wrong: [unknown, string[]][] = [
      [undefined, ['solver()']],
      [null, ['solver()']],
      ['00', ['solver()']],
      [[0], ['solver()']],
      [{ length: 2, 0: 0, 1: 1 }, ['solver()']],
      [new Array(2), ['solver()[0]', 'solver()[1]']],
      [
        [Number.NaN, 0.5],
        ['solver()[0]', 'solver()[1]'],
      ],
      [
        [-2, 2],
        ['solver()[0]', 'solver()[1]'],
      ],
      [['0', -1], ['solver()[0]']],
      [new BigInt64Array(2), ['solver()[0]', 'solver()[1]']],
    ];
    for (const [answer, paths] of wrong) expect(pathsOf(answering(answer))).toEqual(paths);
    const b = cohort.menteeIndex('b');
    const one = cohort.mentorIndex('1');
    const zero = cohort.mentorIndex('0');
    const forbidden = [-1, -1];
    forbidden[b] = one;
    expect(pathsOf(answering(forbidden))).toEqual([`solver()[${b}]`]);
    expect(pathsOf(answering([zero, zero]))).toEqual(['solver()[1]']);
  });

  it('changes nothing by writing into what it is given', () => {
    const b = cohort.menteeIndex('b');
    const writing =
      (mentors: readonly string[]): CustomSolver =>
      ({ cost, capacities }) => {
        (cost.values as Float32Array).fill(-1_000_000);
        capacities.fill(9);
        return mentors.map((id) => cohort.mentorIndex(id));
      };
    // Both to mentor 0 is over capacity still, and b with mentor 1 is forbidden still.
    expect(pathsOf(writing(['0', '0']))).toEqual(['solver()[1]']);
    expect(pathsOf(writing(b === 0 ? ['1', '0'] : ['0', '1']))).toEqual([`solver()[${b}]`]);
  });

  it('is not asked where nothing is left to decide', () => {
    const boom: CustomSolver = () => {
      throw new Error('asked');
    };
    for (const empty of [tableCohort([]), tableCohort([[], []]), tableCohort([], [1])]) {
      expect(matchCohort(empty, { solver: boom }).pairs).toEqual([]);
    }
    expect(() => matchCohort(cohort, { solver: boom })).toThrow('asked');
  });

  it('leaves people out for its own reasons, which are named', () => {
    const none = matchCohort(cohort, { solver: answering([-1, -1]) });
    expect(none.unmatched.map(({ id, reason }) => [id, reason.code]).sort()).toEqual([
      ['0', 'leftOutBySolver'],
      ['1', 'leftOutBySolver'],
      ['a', 'leftOutBySolver'],
      ['b', 'leftOutBySolver'],
    ]);
    expect(checkProof(cohort, none).violations).toEqual([{ code: 'gap' }]);
  });
});

describe('replayMatching', () => {
  it('needs the solver that made the pairs, and no other where none did', () => {
    const solver = answering([-1, -1]);
    const made = matchCohort(cohort, { solver });
    const own = matchCohort(cohort);
    expect(replayMatching(cohort, made, { solver }).identical).toBe(true);
    expect(() => replayMatching(cohort, made)).toThrow(/options\.solver is missing/);
    expect(() => replayMatching(cohort, own, { solver })).toThrow(InputError);
    expect(() => replayMatching(cohort, own, { solvers: solver } as never)).toThrow(/solvers/);
    expect(() => replayMatching(cohort, own, null as never)).toThrow(InputError);
  });

  it('names every mentee whose mentor differs, and the difference of the totals', () => {
    const own = matchCohort(cohort);
    const b = { ...own.pairs.find(({ menteeId }) => menteeId === 'b')! };
    const stored = { ...own, pairs: [b], proof: { ...own.proof, totalScore: 0.8 } };
    expect(replayMatching(cohort, stored)).toEqual({
      identical: false,
      differences: [{ menteeId: 'a', recorded: null, replayed: '1' }],
      pairsDifference: 1,
      scoreDifference: 0.8,
    });
  });
});

function pathsOf(solver: CustomSolver): string[] {
  try {
    matchCohort(cohort, { solver });
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return (error as InputError).problems.map(({ path }) => path);
  }
  return [];
}
