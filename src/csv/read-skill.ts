import type { SkillInput } from '../participants/index.js';
import { isLevel, levelRule } from '../participants/inner.js';
import { notUnderstood, type Reading } from './reading.js';
import { isNone, plainWord, readFlag } from './words.js';

/** `Python: 3` is a skill at level 3; a level that a cohort would be refused for is left out, and told. */
export function readSkill(text: string): Reading<SkillInput> {
  const found = /^(.*\S)\s*[:=]\s*(\d+(?:[.,]\d+)?)$/s.exec(text);
  if (!found) return { value: text };
  const name = found[1]!;
  const level = numberOf(found[2]!);
  if (isLevel(level)) return { value: { name, level } };
  return { ...notUnderstood(`a level after "${name}": ${levelRule}; the level was left out`), value: name };
}

/** A cell that holds the level of one skill. */
export function readLevel(
  cell: string,
  name: string,
  labels: readonly string[] | undefined,
): Reading<SkillInput[]> {
  const label = labelRank(cell, labels);
  if (label !== undefined) return { value: [{ name, level: label }] };
  const number = /^\d+(?:[.,]\d+)?(?=$|\s*[-–=:.)(])/.exec(cell);
  if (number) {
    const level = numberOf(number[0]);
    return isLevel(level) ? { value: [{ name, level }] } : notUnderstood(`a level: ${levelRule}`);
  }
  const flag = readFlag(cell);
  if (flag !== undefined) return { value: flag ? [name] : [] };
  return isNone(cell)
    ? { value: [] }
    : notUnderstood('a level: a number, or one of the labels of the column rule');
}

/** The place of a cell among the labels of a scale, from 1. */
export function labelRank(cell: string, labels: readonly string[] | undefined): number | undefined {
  if (labels === undefined) return undefined;
  const word = plainWord(cell);
  const at = labels.findIndex((label) => plainWord(label) === word);
  return at < 0 ? undefined : at + 1;
}

function numberOf(digits: string): number {
  return Number(digits.replace(',', '.'));
}
