import { checkOptionNames, ProblemList, reading } from '../core/index.js';
import type { AttributeInvariance } from './attribute-invariance.js';
import type { FairnessAudit, GroupRate } from './audit-fairness.js';
import type { FactorInfluence } from './factor-influence.js';
import type { FairnessTexts } from './texts/fairness-texts.js';
import { fairnessTexts } from './texts/index.js';

export interface DescribeFairnessOptions {
  /** `fairnessTexts.en` unless given. */
  readonly texts?: FairnessTexts;
}

/**
 * Puts what `auditFairness`, `attributeInvariance` or `factorInfluence` returned into words, for those who run the
 * programme, and says at the end what it is not. Lines are separated by line breaks.
 *
 * @throws InputError where the subject is none of these
 */
export function describeFairness(
  subject: FairnessAudit | AttributeInvariance | FactorInfluence,
  options: DescribeFairnessOptions = {},
): string {
  const problems = new ProblemList('describeFairness');
  checkOptionNames(problems, options, ['texts']);
  const rule = 'what auditFairness, attributeInvariance or factorInfluence returned';
  const read = () => (subject as { kind?: unknown } | null)?.kind;
  const kind: unknown = reading('describeFairness', 'subject', subject, rule, read);
  if (kind !== 'audit' && kind !== 'invariance' && kind !== 'influence') {
    problems.add('subject', subject, rule);
  }
  problems.throwIfAny();
  const { texts = fairnessTexts.en } = options;
  const lines = reading('describeFairness', 'subject', subject, rule, () =>
    subject.kind === 'audit'
      ? auditLines(subject, texts)
      : subject.kind === 'invariance'
        ? invarianceLines(subject, texts)
        : influenceLines(subject, texts),
  );
  return [...lines, texts.disclaimer].join('\n');
}

const rates = ['matchRate', 'aboveMedian', 'firstChoice'] as const;

function auditLines(audit: FairnessAudit, { audit: say, sides, number }: FairnessTexts): string[] {
  const percent = ({ value }: GroupRate) => (value === null ? say.noScore : number(100 * value, 0));
  const flagged = audit.groups.some((group) => rates.some((rate) => group[rate].isFlagged));
  return [
    say.head({
      attribute: audit.attribute,
      side: sides[audit.side],
      people: `${audit.people}`,
      unknown: `${audit.unknown.n}`,
    }),
    ...audit.groups.flatMap((group) => [
      `- ${say.group({
        group: group.group,
        people: `${group.n}`,
        matched: percent(group.matchRate),
        score: group.medianScore === null ? say.noScore : number(group.medianScore, 2),
      })}`,
      ...(group.isSmall ? [`  ${say.small}`] : []),
      ...rates
        .filter((rate) => group[rate].isFlagged)
        .map((rate) => {
          const { impactRatio, pValue } = group[rate];
          const parts = {
            rate: say.rates[rate],
            ratio: number(impactRatio!, 2),
            highest: audit.highest[rate]!,
            pValue: number(pValue!, 3),
          };
          return `  ${say.flagged(parts)}`;
        }),
    ]),
    ...(flagged ? [] : [say.nothingFlagged]),
  ];
}

function invarianceLines(result: AttributeInvariance, { invariance: say }: FairnessTexts): string[] {
  const { attribute, blanked, swapped } = result;
  return [
    say.blanked({ attribute, changed: `${blanked.menteesChanged}` }),
    swapped === null ? say.notSwapped : say.swapped({ attribute, changed: `${swapped.menteesChanged}` }),
    say.noProxies,
  ];
}

function influenceLines(result: FactorInfluence, { influence: say, number }: FairnessTexts): string[] {
  return [
    say.head(`${result.pairs}`),
    ...result.factors.map(
      (each) =>
        `- ${say.factor({
          name: each.name,
          weight: number(100 * each.weightShare, 0),
          changed: `${each.menteesChanged}`,
          lost: number(each.scoreLost, 2),
        })}`,
    ),
    ...(result.onlyFactor === null ? [] : [`- ${say.onlyFactor(result.onlyFactor)}`]),
    ...result.factorsLeftOut.map((name) => `- ${say.leftOut(name)}`),
  ];
}
