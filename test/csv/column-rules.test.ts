import { expect, test } from 'vitest';
import { isInputError } from '../../src/core/index.js';
import { parseParticipants } from '../../src/csv/index.js';

/** What is wrong with one column rule: the paths below it, `''` for the rule itself. */
function wrongParts(rule: unknown): string[] {
  try {
    parseParticipants('id\nana', { role: 'mentee', columns: [rule] } as never);
  } catch (error) {
    if (!isInputError(error)) throw error;
    return error.problems.map(({ path }) => path.replace(/^options\.columns(\[0\])?\.?/, ''));
  }
  return [];
}

test.each([
  ['occurrence', { to: 'grade' }, [1, 7], [0, 1.5, '1']],
  ['side', { to: 'grade' }, ['mentor', 'mentee'], ['both', 1]],
  ['exact', { to: 'grade' }, [true, false], ['yes', 1]],
  ['lowerCase', { to: 'id' }, [true, false], ['yes', null]],
  ['flag', { to: 'role' }, ['mentor', 'mentee'], ['both', 1]],
  ['words', { to: 'role' }, [{ mentor: ['guide'], both: [] }], [{ boss: ['x'] }, { mentor: 'guide' }, []]],
  [
    'split',
    { to: 'interests' },
    [{}, { separator: null }, { options: ['a'] }],
    [{ separator: '' }, 'x', { options: [1] }],
  ],
  ['option', { to: 'interests' }, ['jazz'], ['', ' ', 1]],
  ['levelOf', { to: 'skills' }, ['SQL'], ['', 1]],
  ['labels', { to: 'skills' }, [['low', 'high']], ['low', [1]]],
  ['slot', { to: 'availability' }, ['Mon 9-12'], [1, null]],
  ['dateOrder', { to: 'trainedOn' }, ['day-first', 'month-first'], ['year-first', true]],
  ['item', { to: 'survey', instrumentId: 'a' }, ['item1'], ['', 1]],
  ['trait', { to: 'traits', instrumentId: 'a' }, ['openness'], ['', 1]],
  ['instrumentId', { to: 'traits', trait: 'a' }, ['mini-ipip-20'], ['', 1]],
  ['name', { to: 'attributes', type: 'text' }, ['site'], ['', 1]],
  ['type', { to: 'attributes', name: 'a' }, ['text', 'number', 'boolean', 'list'], ['date', 1]],
] as [string, object, unknown[], unknown[]][])(
  'a column rule takes what %s may be, and refuses anything else by name',
  (part, base, good, bad) => {
    for (const value of good) expect(wrongParts({ header: 'id', ...base, [part]: value })).toEqual([]);
    for (const value of bad) expect(wrongParts({ header: 'id', ...base, [part]: value })).toEqual([part]);
  },
);

test('what a column needs, and what it may not have, is said by name', () => {
  expect(wrongParts(null)).toEqual(['']);
  expect(wrongParts({ to: 'grade' })).toEqual(['header']);
  expect(wrongParts({ header: 'id', to: 'grades' })).toEqual(['to']);
  expect(wrongParts({ header: 'id', to: 'attributes', name: 'a' })).toEqual(['type']);
  expect(wrongParts({ header: 'id', to: 'grade', split: {} })).toEqual(['split']);
  expect(wrongParts({ header: 'id', to: 'attributes', name: 'a', type: 'text', option: 'b' })).toEqual([
    'type',
  ]);
});

test('a person has one survey, so columns of two instruments are refused', () => {
  const column = (instrumentId: string) => ({ header: 'id', to: 'traits', trait: 'openness', instrumentId });
  const read = (...columns: object[]) => parseParticipants('id\nana', { role: 'mentee', columns } as never);
  expect(() => read(column('one'), column('two'))).toThrow(/one instrumentId for all columns to "traits"/);
  expect(() => read({ header: 'id', to: 'id' }, column('one'))).not.toThrow();
});
