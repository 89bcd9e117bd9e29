import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { InputError, isInputError, ProblemList, runSteps, showValue } from '../../src/core/index.js';

test('one problem is one sentence with function, place, value and rule', () => {
  const error = new InputError('matchCohort', [
    { path: 'mentors[3].capacity', value: -1, rule: 'a whole number ≥ 0' },
  ]);
  expect(error.message).toBe('matchCohort: mentors[3].capacity is -1; expected a whole number ≥ 0');
  expect([error.name, error.function]).toEqual(['InputError', 'matchCohort']);
  expect(error).toBeInstanceOf(Error);
});

test('several problems are counted and listed, one a line; a path of nothing is the input', () => {
  const error = new InputError('parseCohort', [
    { path: '', value: undefined, rule: 'a cohort' },
    { path: 'mentees', value: null, rule: 'a list' },
  ]);
  expect(error.message).toBe(
    'parseCohort: 2 problems\n  - the input is missing; expected a cohort\n  - mentees is null; expected a list',
  );
});

test('the message spells out twenty problems, `problems` holds them all', () => {
  const problems = Array.from({ length: 25 }, (_, at) => ({ path: `p${at}`, value: at, rule: 'else' }));
  const { message, problems: held } = new InputError('f', problems);
  expect(message.split('\n').length).toBe(22);
  expect(message).toContain('p19 is 19');
  expect(message).not.toContain('p20 is 20');
  expect(message).toContain('… and 5 more');
  expect(held).toEqual(problems);
});

test('the error of another copy of the library is recognised, a look-alike is not', async () => {
  vi.resetModules();
  const other = await import('../../src/core/index.js');
  const error = new other.InputError('f', []);
  expect(other.InputError).not.toBe(InputError);
  expect(isInputError(error)).toBe(true);
  expect(isInputError(Object.assign(new Error('x'), { name: 'InputError', problems: [] }))).toBe(false);
  for (const value of [null, undefined, 'InputError', 0, {}, () => {}])
    expect(isInputError(value)).toBe(false);
});

test('the brand stays out of JSON and of the keys', () => {
  const error = new InputError('f', [{ path: 'a', value: 1, rule: 'b' }]);
  expect(
    Object.getOwnPropertySymbols(error).filter((key) =>
      Object.prototype.propertyIsEnumerable.call(error, key),
    ),
  ).toEqual([]);
});

test('a list of problems throws them together, or nothing where there are none', () => {
  const problems = new ProblemList('f');
  expect(() => problems.throwIfAny()).not.toThrow();
  problems.add('a', 1, 'two');
  problems.add('b', 2, 'three');
  expect(problems.length).toBe(2);
  expect(() => problems.throwIfAny()).toThrow(
    'f: 2 problems\n  - a is 1; expected two\n  - b is 2; expected three',
  );
});

test('what was thrown does not change when more is noted', () => {
  const problems = new ProblemList('f');
  problems.add('a', 1, 'two');
  let thrown: unknown;
  try {
    problems.throwIfAny();
  } catch (error) {
    thrown = error;
  }
  problems.add('b', 2, 'three');
  expect((thrown as InputError).problems.length).toBe(1);
});

const circle: Record<string, unknown> = {};
circle.self = circle;
test.each<[string, unknown, string]>([
  ['undefined', undefined, 'missing'],
  ['null', null, 'null'],
  ['a text', 'a"b', '"a\\"b"'],
  ['minus zero', -0, '-0'],
  ['NaN', Number.NaN, 'NaN'],
  ['a bigint', 3n, '3n'],
  ['a function', () => 1, 'a function'],
  ['a symbol', Symbol('x'), 'a symbol'],
  ['a circle', circle, 'an object'],
  ['a long list', new Array(13).fill(0), 'an array of 13'],
  ['a typed array', new Float64Array(3), 'a typed array'],
  ['a list with a bigint', [1n], 'an object'],
  [
    'a getter that throws',
    Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    }),
    'an object',
  ],
])('%s is shown', (_, value, text) => {
  expect(showValue(value)).toBe(text);
});

test('no value is shown in more than 80 characters, or with half an emoji', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(showValue(value).length).toBeLessThanOrEqual(80);
    }),
  );
  for (let length = 60; length < 80; length++) {
    const shown = showValue(`${'a'.repeat(length)}${'🙂'.repeat(20)}`);
    expect(shown.length).toBeLessThanOrEqual(80);
    expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
  }
});

test('steps are driven to the end and their result returned', () => {
  const seen: number[] = [];
  function* steps() {
    for (let at = 0; at < 3; at++) {
      seen.push(at);
      yield at;
    }
    return 'done';
  }
  expect(runSteps(steps())).toBe('done');
  expect(seen).toEqual([0, 1, 2]);
});
