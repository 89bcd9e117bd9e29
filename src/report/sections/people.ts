import type { UnmatchedPerson } from '../../matching/index.js';
import { decimal } from '../../scoring/inner.js';
import { describe } from '../../wording/index.js';
import { councilCounts, isFew, joinSmall, withoutPartner } from '../council.js';
import { linesOf, personName, table } from '../elements.js';
import type { Insert } from '../markup.js';
import type { Section } from '../page.js';
import { type ReportData, smallestGroup } from '../report-data.js';

/** Everybody without a partner, each with the reason. */
export function peopleWithout({ matching, texts, nameOf }: ReportData): Section {
  const { people: words } = texts;
  const rows = matching.unmatched.map((person) => [
    personName(nameOf(person.id)),
    words.sides[person.side],
    // The first line only says that the person has no partner.
    linesOf(describe(person, { audience: 'administrator', texts, nameOf }).split('\n').slice(1).join('\n')),
  ]);
  const content: Insert =
    rows.length === 0
      ? texts.report.nothing
      : table(words.title, [{ name: words.person }, { name: words.side }, { name: words.reason }], rows);
  return { id: 'people', title: words.title, about: words.about, content };
}

/**
 * How many of each side are without a partner for which reason, for a council. Small reasons are joined until none is
 * small; a side whose number is not in the summary has none, since they add up to it.
 */
export function reasonsOnly({ matching, texts }: ReportData): Section {
  const { people: words } = texts;
  const counts = councilCounts(matching);
  const without = withoutPartner(matching);
  const rows = (['mentee', 'mentor'] as const).flatMap((side): Insert[][] => {
    const row = (name: string, people: number) => [name, words.sides[side], decimal(people, 0, texts)];
    const notOptedIn = matching.unmatched.filter(
      (person) => person.side === side && person.reason.code === 'notOptedIn',
    ).length;
    const { shown, others } = joinSmall(countCodes(without[side]));
    return [
      ...(counts[side].without.kind === 'exact'
        ? [
            ...shown.map(([code, people]) => row(words.codes[code] ?? code, people)),
            ...(others > 0 ? [row(words.otherReasons, others)] : []),
          ]
        : []),
      ...(notOptedIn === 0 || isFew(notOptedIn) ? [] : [row(words.codes.notOptedIn!, notOptedIn)]),
    ];
  });
  const content: Insert =
    rows.length === 0
      ? matching.unmatched.length === 0
        ? texts.report.nothing
        : texts.report.tooSmall(decimal(smallestGroup, 0, texts))
      : table(
          words.title,
          [{ name: words.reason }, { name: words.side }, { name: words.count, isNumber: true }],
          rows,
        );
  return { id: 'people', title: words.title, about: words.about, content };
}

function countCodes(people: readonly UnmatchedPerson[]): (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { reason } of people) counts.set(reason.code, (counts.get(reason.code) ?? 0) + 1);
  return [...counts];
}
