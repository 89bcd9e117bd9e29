import type { ExplainedFactor } from '../../scoring/index.js';
import { decimal, explainCompiledPair } from '../../scoring/inner.js';
import { describe } from '../../wording/index.js';
import { personName, table } from '../elements.js';
import { type Insert, markup } from '../markup.js';
import type { Section } from '../page.js';
import type { ReportData } from '../report-data.js';
import type { ReportTexts } from '../texts/texts.js';

/**
 * Every pair with what each factor adds to its score, and in words what the two have in common (the words that the
 * pair itself would read). Highest scores first.
 */
export function pairs(data: ReportData): Section {
  const { cohort, matching, texts, nameOf } = data;
  const { pairs: words } = texts;
  const ordered = [...matching.pairs].sort((one, other) => other.score - one.score);
  const rows = ordered.map(({ menteeId, mentorId, knownShare, score, locked }) => {
    const explanation = explainCompiledPair(
      cohort,
      cohort.menteeIndex(menteeId),
      cohort.mentorIndex(mentorId),
    );
    const inCommon = describe(explanation, { audience: 'participant', texts, nameOf }).split('\n').join(' ');
    return {
      factors: explanation.factors,
      cells: [
        personName(nameOf(menteeId)),
        personName(nameOf(mentorId)),
        decimal(score, 3, texts),
        `${decimal(knownShare * 100, 0, texts)} %`,
      ],
      words: locked ? [inCommon, markup` <em>(${words.locked})</em>`] : inCommon,
    };
  });
  const names = rows[0]?.factors.map(({ name }) => name) ?? [];
  const content: Insert =
    rows.length === 0
      ? texts.report.nothing
      : table(
          words.title,
          [
            { name: words.mentee },
            { name: words.mentor },
            { name: words.score, isNumber: true },
            { name: words.known, isNumber: true },
            ...names.map((name) => ({ name, isNumber: true })),
            { name: words.inCommon },
          ],
          rows.map((row) => [
            ...row.cells,
            ...row.factors.map((factor) => contribution(factor, texts)),
            row.words,
          ]),
        );
  return { id: 'pairs', title: words.title, about: words.about, content };
}

/** What a factor adds; marked where the average stands in for what is unknown. */
function contribution({ contribution: adds, value }: ExplainedFactor, texts: ReportTexts): Insert {
  const number = decimal(adds, 3, texts);
  return value === null ? markup`<abbr title="${texts.pairs.unknown}">~${number}</abbr>` : number;
}
