import type { TermSupply } from '../../scoring/index.js';
import { compareTermSupply, decimal } from '../../scoring/inner.js';
import { describe } from '../../wording/index.js';
import { linesOf, personName, table } from '../elements.js';
import { mentorLoads } from '../loads.js';
import { type Insert, markup } from '../markup.js';
import type { Section } from '../page.js';
import type { ReportData } from '../report-data.js';
import { drawLoads } from '../svg-loads.js';
import type { ReportTexts } from '../texts/texts.js';

/** How many mentees mentors have, which minimums and wishes for several mentors are not met, who has free places. */
export function loads({ cohort, matching, texts, nameOf }: ReportData): Section {
  const { loads: words } = texts;
  const space = [...matching.mentorsWithSpace].sort((one, other) => other.spare - one.spare);
  const open = [...(matching.shortfalls ?? []), ...(matching.menteesWantingMore ?? [])]
    .map((load) => describe(load, { audience: 'administrator', texts, nameOf }))
    .join('\n');
  const content: Insert =
    cohort.mentorIds.length === 0
      ? texts.report.nothing
      : [
          drawLoads(mentorLoads(cohort, matching), texts),
          open === '' ? null : markup`<p>${linesOf(open)}</p>`,
          space.length === 0
            ? null
            : [
                markup`<h3>${words.space}</h3>`,
                table(
                  words.space,
                  [{ name: texts.pairs.mentor }, { name: words.spare, isNumber: true }],
                  space.map(({ mentorId, spare }) => [
                    personName(nameOf(mentorId)),
                    decimal(spare, 0, texts),
                  ]),
                ),
              ],
        ];
  return { id: 'loads', title: words.title, about: words.about, content };
}

/** How many terms are listed. */
const mostTerms = 15;

/** Skills and interests that are wanted, shortages first. */
export function supply({ cohort, texts }: ReportData): Section {
  const { supply: words } = texts;
  const { skills, interests } = compareTermSupply(cohort);
  const content = [termTable(words.skills, skills, texts), termTable(words.interests, interests, texts)];
  return { id: 'supply', title: words.title, about: words.about, content };
}

function termTable(title: string, all: readonly TermSupply[], texts: ReportTexts): Insert {
  const { supply: words } = texts;
  const wanted = all
    .filter(({ mentees }) => mentees > 0)
    .sort((one, other) => other.missing - one.missing || other.mentees - one.mentees);
  const rows = wanted
    .slice(0, mostTerms)
    .map(({ term, mentees, mentors, places, missing }) => [
      term,
      ...[mentees, mentors, places, missing].map((count) => decimal(count, 0, texts)),
    ]);
  const left = wanted.length - rows.length;
  const names = [words.wantedBy, words.offeredBy, words.places, words.missing];
  return [
    markup`<h3>${title}</h3>`,
    rows.length === 0
      ? markup`<p>${texts.report.nothing}</p>`
      : table(title, [{ name: words.term }, ...names.map((name) => ({ name, isNumber: true }))], rows),
    left > 0 ? markup`<p>${words.more(decimal(left, 0, texts))}</p>` : null,
  ];
}
