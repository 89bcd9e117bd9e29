import { fill } from './fill.js';
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

const readFinding: Read<Readonly<Record<string, unknown>>> = (value, path, problems) => {
  const code = (value as { code?: unknown } | null | undefined)?.code;
  if (typeof code !== 'string') problems.add(path, value, 'an object with a code, as this room returns it');
  return value as Readonly<Record<string, unknown>>;
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

function wordOf(name: string, value: unknown, texts: ProgramTexts): string {
  if (Array.isArray(value)) return value.map((item) => wordOf(name, item, texts)).join(', ');
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
