import { decimal } from '../../scoring/index.js';
import { describe } from '../../wording/index.js';
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

/** How many are without a partner for which reason, for a council: small reasons are joined until none is small. */
export function reasonsOnly({ matching, texts }: ReportData): Section {
  const { people: words } = texts;
  const counts = new Map<string, number>();
  for (const { reason } of matching.unmatched) counts.set(reason.code, (counts.get(reason.code) ?? 0) + 1);
  const largestFirst = [...counts].sort(([, one], [, other]) => other - one);
  let others = 0;
  while (
    largestFirst.length > 0 &&
    (largestFirst.at(-1)![1] < smallestGroup || (others > 0 && others < smallestGroup))
  )
    others += largestFirst.pop()![1];
  const rows = largestFirst.map(([code, people]) => [words.codes[code] ?? code, decimal(people, 0, texts)]);
  if (others >= smallestGroup) rows.push([words.otherReasons, decimal(others, 0, texts)]);
  const content: Insert =
    rows.length === 0
      ? counts.size === 0
        ? texts.report.nothing
        : texts.report.tooSmall(decimal(smallestGroup, 0, texts))
      : table(words.title, [{ name: words.reason }, { name: words.count, isNumber: true }], rows);
  return { id: 'people', title: words.title, about: words.about, content };
}
