import { fill } from '../core/index.js';
import type { GoalIssue } from './find-goal-issues.js';
import type { Celebration } from './find-milestones.js';
import type { ReadinessGap } from './find-readiness-gaps.js';
import type { HealthReason } from './pair-health.js';
import { type Read, readArgument, shape } from './read.js';
import { readTexts } from './read-texts.js';
import type { Thanks } from './recognise.js';
import type { ProgramTexts } from './texts/texts.js';

/** What this room finds: each has a `code` and the numbers and names that its text needs. */
export type Finding = ReadinessGap | GoalIssue | HealthReason | Celebration | Thanks;

export type FindingCode = Finding['code'];

type Words = string | number | readonly (string | number)[];

const readFinding: Read<Readonly<Record<string, Words>>> = (value, path, problems) => {
  const rule = 'an object with a code, as this room returns it';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.add(path, value, rule);
    return {};
  }
  const isWord = (each: unknown) => typeof each === 'string' || typeof each === 'number';
  const entries = Object.entries(value).map(([name, each]) => [name, Array.isArray(each) ? [...each] : each]);
  for (const [name, each] of entries)
    if (!(Array.isArray(each) ? each : [each]).every(isWord)) problems.add(`${path}.${name}`, each, rule);
  if (!entries.some(([name]) => name === 'code')) problems.add(`${path}.code`, undefined, rule);
  return Object.fromEntries(entries);
};

/**
 * A finding in words: a gap of readiness with why it matters, an issue of a goal with how to mend it, the reason of a
 * pair's health, something to celebrate, thanks.
 *
 * @param finding an entry of what `findReadinessGaps`, `findGoalIssues`, `findMilestones` or `recognise` returned, or
 * the `reason` of `pairHealth`
 * @throws InputError where it is none
 */
export function describeFinding(finding: Finding, options: { readonly texts?: ProgramTexts } = {}): string {
  const read = readArgument('describeFinding', 'finding', finding, readFinding);
  const { texts } = readArgument('describeFinding', '', options, shape('options', { texts: readTexts }));
  const known: Read<string> = (value, path, problems) => {
    if (!Object.hasOwn(texts.findings, value as string))
      problems.add(path, value, 'a code that this room returns');
    return value as string;
  };
  const code = readArgument('describeFinding', 'finding.code', read.code, known);
  const values = Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, wordOf(name, value, texts)]),
  );
  return fill(texts.findings[code as FindingCode], values);
}

function wordOf(name: string, value: Words, texts: ProgramTexts): string {
  if (typeof value === 'object') return value.map((item) => wordOf(name, item, texts)).join(', ');
  const key = String(value);
  const words: Readonly<Record<string, string>> | undefined =
    name === 'role'
      ? texts.sides
      : name === 'objective'
        ? texts.objectives
        : name === 'topics'
          ? Object.fromEntries(Object.entries(texts.topics).map(([topic, { title }]) => [topic, title]))
          : undefined;
  return words !== undefined && Object.hasOwn(words, key) ? words[key]! : key;
}
