import type { AttributeInvariance, FactorInfluence, FairnessAudit } from '../../fairness/index.js';
import { decimal } from '../../scoring/inner.js';
import { councilCounts, councilText, isFew } from '../council.js';
import { table } from '../elements.js';
import { hiddenGroups } from '../hidden-groups.js';
import { type Insert, markup } from '../markup.js';
import type { Section } from '../page.js';
import { type ReportData, smallestGroup } from '../report-data.js';

/** How groups fare, what an attribute changes, and what each factor decides; then what this is not. */
export function fairness(data: ReportData, audience: 'administrator' | 'council'): Section[] {
  const { fairness: found, texts } = data;
  if (found.length === 0) return [];
  const { fairness: words } = texts;
  const isCouncil = audience === 'council';
  const content: Insert[] = found.map((each) => {
    if (each.kind === 'audit') return audit(each, data, isCouncil);
    return each.kind === 'influence' ? influence(each, data, isCouncil) : invariance(each, data, isCouncil);
  });
  content.push(markup`<p><strong>${words.disclaimer}</strong></p>`);
  return [{ id: 'fairness', title: words.title, about: words.about, content }];
}

function audit(found: FairnessAudit, data: ReportData, isCouncil: boolean): Insert {
  const { texts } = data;
  const { fairness: words } = texts;
  const { attribute, side, groups, unknown, highest } = found;
  const title = words.audit({ attribute, side: texts.people.sides[side] });
  // Whose group is unknown count like a group: otherwise a hidden one could be had by subtraction.
  const counts = [
    ...groups.map(({ group, n, matchRate }) => ({ name: group, people: n, matched: matchRate.hits })),
    { name: words.unknownGroup, people: unknown.n, matched: unknown.matched },
  ];
  const hidden = isCouncil ? hiddenGroups(counts, councilCounts(data.matching)[side].without) : null;
  const isHighestShown =
    hidden === null || !hidden.rates[groups.findIndex(({ group }) => group === highest.matchRate)];
  const rows = counts.flatMap(({ name, people, matched }, at): Insert[][] => {
    if (people === 0 || hidden?.people[at]) return [];
    const all = decimal(people, 0, texts);
    if (hidden?.rates[at]) return [[name, all, ...Array(3).fill(texts.report.hidden)]];
    const group = groups[at];
    const ratio = isHighestShown ? (group?.matchRate.impactRatio ?? null) : null;
    return [
      [
        name,
        all,
        `${decimal((100 * matched) / people, 0, texts)} %`,
        ratio === null ? '' : `${decimal(ratio, 2, texts)}${group!.matchRate.isFlagged ? ' ⚑' : ''}`,
        group?.medianScore == null ? '' : decimal(group.medianScore, 3, texts),
      ],
    ];
  });
  // Not by name: a value that few have, or one alone, may be a name itself.
  if (hidden?.people.some((isHidden, at) => isHidden && counts[at]!.people > 0))
    rows.push([words.otherGroups, ...Array(4).fill(texts.report.hidden)]);
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
  data: ReportData,
  isCouncil: boolean,
): Insert {
  const { texts } = data;
  const { fairness: words } = texts;
  const rows = factors.map(({ name, weightShare, menteesChanged }) => [
    name,
    `${decimal(100 * weightShare, 1, texts)} %`,
    isCouncil ? countForCouncil(menteesChanged, pairs, data) : decimal(menteesChanged, 0, texts),
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
  data: ReportData,
  isCouncil: boolean,
): Insert {
  const { texts } = data;
  const { fairness: words } = texts;
  const count = ({ menteesChanged, pairsBefore }: { menteesChanged: number; pairsBefore: number }) =>
    isCouncil ? countForCouncil(menteesChanged, pairsBefore, data) : decimal(menteesChanged, 0, texts);
  return [
    markup`<h3>${words.invariance(attribute)}</h3>`,
    markup`<p>${words.blanked(count(blanked))} ${swapped === null ? null : words.swapped(count(swapped))}</p>`,
    markup`<p class="about">${words.noProxies}</p>`,
  ];
}

/** A count of mentees whose small ones, and those that all but a few of the pairs or mentees share, are not told. */
function countForCouncil(count: number, pairs: number, { matching, texts }: ReportData): string {
  const { menteesOptedIn } = matching.record.counts;
  if (menteesOptedIn < 2 * smallestGroup || isFew(pairs)) return councilText({ kind: 'hidden' }, texts);
  if (isFew(count)) return councilText({ kind: 'fewer' }, texts);
  if (!isFew(pairs - count) && !isFew(menteesOptedIn - count))
    return councilText({ kind: 'exact', count }, texts);
  const shown = councilCounts(matching).pairs;
  // A bound on a bound where the number of pairs is one, so that neither tells of the other.
  const known = shown.kind === 'exact' || shown.kind === 'atLeast' ? Math.min(shown.count, pairs) : 0;
  const least = Math.max(0, Math.min(known, menteesOptedIn) - smallestGroup + 1);
  return councilText({ kind: 'atLeast', count: least }, texts);
}
