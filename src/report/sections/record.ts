import type { CohortNote } from '../../participants/index.js';
import { decimal } from '../../scoring/inner.js';
import { describe } from '../../wording/index.js';
import { councilCounts } from '../council.js';
import { linesOf, terms } from '../elements.js';
import type { Insert } from '../markup.js';
import type { Section } from '../page.js';
import type { ReportData } from '../report-data.js';

/** What made the matching. */
export function record({ matching, texts }: ReportData): Section {
  const { record: words, report } = texts;
  const made = matching.record;
  const whole = (value: number) => decimal(value, 0, texts);
  const list = (items: readonly string[]) => (items.length === 0 ? report.nothing : items.join(', '));
  const yesNo = (value: boolean) => (value ? report.yes : report.no);
  const entries: (readonly [string, Insert])[] = [
    [words.library, `${made.library.name} ${made.library.version}`],
    [texts.summary.objective, made.objective],
    [words.seed, String(made.seed)],
    [words.fieldsRead, list(made.fieldsUsed)],
    [words.factorsLeftOut, list(made.factorsLeftOut)],
    [words.locked, whole(made.locked.length)],
    [words.forbidden, whole(made.forbidden.length)],
    [words.eligiblePairs, whole(made.counts.eligiblePairs)],
    [words.baseline, whole(made.baseline.pairs)],
    [words.consentAssumed, yesNo(made.assumeOptedIn)],
    [words.customSolver, yesNo(made.customSolver)],
    ...(made.stoppedAfter === undefined
      ? []
      : [[words.stoppedAfter, decimal(made.stoppedAfter, 0, texts)] as const]),
    [
      words.notes,
      made.notes.length === 0 ? report.nothing : made.notes.map((note) => sentenceOf(note, texts)).join(' '),
    ],
    [words.digest, made.digest],
  ];
  return { id: 'record', title: words.title, about: words.about, content: terms('record', entries) };
}

/** A note in words; the reasons of a survey are the codes of `SurveyNotUsedNote`. */
function sentenceOf(note: CohortNote, texts: ReportData['texts']): string {
  const whole = (value: number) => decimal(value, 0, texts);
  if (note.code === 'mixedSkillForms') {
    const { bareNames, withLevel } = note;
    return texts.record.mixedSkillForms({ bareNames: whole(bareNames), withLevel: whole(withLevel) });
  }
  const reasons = Object.entries(note.reasons).map(([code, people]) => `${code} ${whole(people)}`);
  return texts.record.surveyNotUsed({
    instrument: note.instrumentId,
    people: whole(note.people),
    reasons: reasons.join(', '),
  });
}

/** What changed against an earlier matching; for a council only where the number of pairs may be told. */
export function comparison(
  { matching, comparison: compared, texts, nameOf }: ReportData,
  audience: 'administrator' | 'council',
): Section[] {
  if (compared === undefined) return [];
  const { title, about } = texts.changes;
  const isHidden = audience === 'council' && councilCounts(matching).pairs.kind !== 'exact';
  const content = isHidden
    ? texts.council.tooSmall
    : linesOf(describe(compared, { audience, texts, nameOf }));
  return [{ id: 'comparison', title, about, content }];
}
