import { checkOptionNames, ProblemList, reading } from '../core/index.js';
import { isCalendarDate } from '../participants/inner.js';
import type { RematchOptions } from './rematch.js';
import type { PairOfIds } from './types.js';

const optionNames = [
  'objective',
  'keepBonus',
  'keep',
  'declined',
  'closed',
  'priority',
  'history',
  'asOf',
  'fadeDays',
  'locked',
  'forbidden',
  'functions',
];

/** @throws InputError with every option that is not what `rematch` takes */
export function checkRematchOptions(
  functionName: string,
  options: RematchOptions,
  furtherNames: readonly string[],
): void {
  const problems = new ProblemList(functionName);
  // The rest is looked at together with misspelt names, but not where there is nothing to look at.
  if (!checkOptionNames(problems, options, [...optionNames, ...furtherNames])) problems.throwIfAny();
  const check = (path: string, value: unknown, isGood: (value: never) => boolean, rule: string) => {
    const isWrong = () => value !== undefined && !isGood(value as never);
    if (reading(functionName, path, value, rule, isWrong)) problems.add(path, value, rule);
  };
  const isNumber = (least: number, most: number) => (value: number) =>
    typeof value === 'number' && value >= least && value <= most;
  check('keepBonus', options.keepBonus, isNumber(0, 1000), 'a number from 0 to 1000');
  check('keep', options.keep, (value) => value === 'all', '"all", or nothing');
  check('asOf', options.asOf, isDate, 'a date, YYYY-MM-DD');
  check('fadeDays', options.fadeDays, (days) => Number.isInteger(days) && days > 0, 'a whole number > 0');
  check(
    'closed',
    options.closed,
    isListOf((id) => typeof id === 'string'),
    'a list of ids of mentors',
  );
  const isPair = ({ menteeId, mentorId }: PairOfIds) =>
    typeof menteeId === 'string' && typeof mentorId === 'string';
  for (const name of ['locked', 'forbidden'] as const)
    check(name, options[name], isListOf(isPair), 'a list of { menteeId, mentorId }');
  check(
    'declined',
    options.declined,
    isListOf(
      (each) =>
        isPair(each) &&
        ['never', 'nextRound'].includes(each.repeat) &&
        ['mentee', 'mentor'].includes(each.by),
    ),
    'a list of { menteeId, mentorId, by: "mentee" or "mentor", repeat: "never" or "nextRound" }',
  );
  check(
    'priority',
    options.priority,
    isListOf((each) => typeof each.menteeId === 'string' && isNumber(-1000, 1000)(each.bonus)),
    'a list of { menteeId, bonus } with bonuses from -1000 to 1000',
  );
  check(
    'history',
    options.history,
    isListOf(
      (each) =>
        isPair(each) &&
        isDate(each.ended) &&
        isNumber(0, 1)(each.strength) &&
        ['avoid', 'prefer'].includes(each.effect),
    ),
    'a list of { menteeId, mentorId, ended: YYYY-MM-DD, effect: "avoid" or "prefer", strength: 0 to 1 }',
  );
  if ((options.history ?? []).length > 0 && options.asOf === undefined)
    problems.add('asOf', options.asOf, 'the day from which history is seen, YYYY-MM-DD');
  problems.throwIfAny();
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && isCalendarDate(value);
}

// biome-ignore lint/suspicious/noExplicitAny: what a caller passes may be anything; each check says what it needs.
function isListOf(isGood: (item: any) => boolean): (value: unknown) => boolean {
  return (value) =>
    Array.isArray(value) &&
    Array.from(value).every((item) => item !== null && item !== undefined && isGood(item));
}
