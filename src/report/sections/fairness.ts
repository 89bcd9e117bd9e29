import type { AttributeInvariance, FactorInfluence, FairnessAudit } from '../../fairness/index.js';
import { decimal } from '../../scoring/index.js';
import { suppressSmallGroups } from '../../statistics/index.js';
import { table } from '../elements.js';
import { type Insert, markup } from '../markup.js';
import type { Section } from '../page.js';
import { type ReportData, smallestGroup } from '../report-data.js';
import type { ReportTexts } from '../texts/texts.js';

/** How groups fare, what an attribute changes, and what each factor decides; then what this is not. */
export function fairness(
  { fairness: found, texts }: ReportData,
  audience: 'administrator' | 'council',
): Section[] {
  if (found.length === 0) return [];
  const { fairness: words } = texts;
  const isCouncil = audience === 'council';
  const content: Insert[] = found.map((each) => {
    if (each.kind === 'audit') return audit(each, texts, isCouncil);
    return each.kind === 'influence' ? influence(each, texts, isCouncil) : invariance(each, texts, isCouncil);
  });
  content.push(markup`<p><strong>${words.disclaimer}</strong></p>`);
  return [{ id: 'fairness', title: words.title, about: words.about, content }];
}

function audit(
  { attribute, side, groups, unknown }: FairnessAudit,
  texts: ReportTexts,
  isCouncil: boolean,
): Insert {
  const { fairness: words } = texts;
  const title = words.audit({ attribute, side: texts.people.sides[side] });
  // Whose group is unknown count like a group: otherwise a hidden one could be had by subtraction.
  const counts = [
    ...groups.map(({ group, n, matchRate }) => ({ name: group, n, matched: matchRate.hits })),
    { name: words.unknownGroup, n: unknown.n, matched: unknown.matched },
  ];
  const [hidden] = suppressSmallGroups(
    [{ numerator: 'matched', denominator: 'people', people: 'people', each: { lowest: 0, highest: 1 } }],
    { matched: counts.map(({ matched }) => matched), people: counts.map(({ n }) => n) },
    { smallestGroup },
  );
  const isFew = (count: number) => count > 0 && count < smallestGroup;
  const rows = counts.flatMap(({ name, n, matched }, at): Insert[][] => {
    if (n === 0) return [];
    const few = isCouncil && (hidden![at]! || isFew(matched) || isFew(n - matched));
    const group = groups[at];
    if (few)
      return [
        [
          name,
          hidden![at]! ? texts.report.hidden : decimal(n, 0, texts),
          ...Array(3).fill(texts.report.hidden),
        ],
      ];
    const ratio = group?.matchRate.impactRatio ?? null;
    return [
      [
        name,
        decimal(n, 0, texts),
        `${decimal((100 * matched) / n, 0, texts)} %`,
        ratio === null ? '' : `${decimal(ratio, 2, texts)}${group!.matchRate.isFlagged ? ' ⚑' : ''}`,
        group?.medianScore == null ? '' : decimal(group.medianScore, 3, texts),
      ],
    ];
  });
  const names = [words.people, words.matched, words.impactRatio, words.medianScore];
  return [
    markup`<h3>${title}</h3>`,
    rows.length === 0
      ? markup`<p>${texts.report.nothing}</p>`
      : table(title, [{ name: words.group }, ...names.map((name) => ({ name, isNumber: true }))], rows),
    markup`<p class="about">${words.ratioNote}</p>`,
  ];
}

function influence(
  { factors, pairs, onlyFactor, factorsLeftOut }: FactorInfluence,
  texts: ReportTexts,
  isCouncil: boolean,
): Insert {
  const { fairness: words } = texts;
  const rows = factors.map(({ name, weightShare, menteesChanged }) => [
    name,
    `${decimal(100 * weightShare, 1, texts)} %`,
    isCouncil ? countForCouncil(menteesChanged, pairs, texts) : decimal(menteesChanged, 0, texts),
  ]);
  return [
    markup`<h3>${words.influence}</h3>`,
    rows.length === 0
      ? markup`<p>${onlyFactor ?? texts.report.nothing}</p>`
      : table(
          words.influence,
          [
            { name: words.factor },
            { name: words.weight, isNumber: true },
            { name: words.menteesChanged, isNumber: true },
          ],
          rows,
        ),
    factorsLeftOut.length === 0
      ? null
      : markup`<p class="about">${texts.record.factorsLeftOut}: ${factorsLeftOut.join(', ')}.</p>`,
  ];
}

function invariance(
  { attribute, blanked, swapped }: AttributeInvariance,
  texts: ReportTexts,
  isCouncil: boolean,
): Insert {
  const { fairness: words } = texts;
  const count = ({ menteesChanged, pairsBefore }: { menteesChanged: number; pairsBefore: number }) =>
    isCouncil ? countForCouncil(menteesChanged, pairsBefore, texts) : decimal(menteesChanged, 0, texts);
  return [
    markup`<h3>${words.invariance(attribute)}</h3>`,
    markup`<p>${words.blanked(count(blanked))} ${swapped === null ? null : words.swapped(count(swapped))}</p>`,
    markup`<p class="about">${words.noProxies}</p>`,
  ];
}

/** A count whose small ones, and those that all but a few share, are not told. */
function countForCouncil(count: number, ofAll: number, texts: ReportTexts): string {
  const smallest = decimal(smallestGroup, 0, texts);
  if (count > 0 && count < smallestGroup) return texts.report.fewerThan(smallest);
  if (ofAll > 0 && ofAll < smallestGroup) return texts.report.hidden;
  const others = ofAll - count;
  return others > 0 && others < smallestGroup
    ? texts.report.atLeast(decimal(Math.max(0, ofAll - smallestGroup + 1), 0, texts))
    : decimal(count, 0, texts);
}
