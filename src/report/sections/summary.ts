import type { Matching } from '../../matching/index.js';
import { decimal } from '../../scoring/inner.js';
import { quantile } from '../../statistics/index.js';
import { type CouncilCount, councilCounts, councilText, withoutPartner } from '../council.js';
import { terms } from '../elements.js';
import { type Insert, markup } from '../markup.js';
import type { Section } from '../page.js';
import type { ReportData } from '../report-data.js';
import type { ReportTexts } from '../texts/texts.js';

/** Counts, scores and the proof. */
export function summary({ cohort, matching, texts }: ReportData): Section {
  const { summary: words } = texts;
  const whole = (value: number) => decimal(value, 0, texts);
  const { counts } = matching.record;
  const without = withoutPartner(matching);
  const scores = matching.pairs.map(({ score }) => score);
  const entries: (readonly [string, Insert])[] = [
    [words.pairs, whole(matching.pairs.length)],
    [words.mentees, whole(counts.menteesOptedIn)],
    [words.menteesWithout, whole(without.mentee.length)],
    [words.mentors, whole(counts.mentorsOptedIn)],
    [words.mentorsWithout, whole(without.mentor.length)],
    [
      words.placesTaken,
      words.places({ taken: whole(matching.pairs.length), places: whole(sumOf(cohort.capacities)) }),
    ],
    [words.total, decimal(matching.proof.totalScore, 6, texts)],
    ...scoreTiles(scores, texts),
  ];
  if (scores.length > 0) entries.push([words.lowest, decimal(quantile(scores, 0)!, 3, texts)]);
  return {
    id: 'summary',
    title: words.title,
    about: words.about,
    content: [terms('tiles', entries), proof(matching, texts)],
  };
}

/** The same for a council: numbers from which a group of fewer than five could be worked out are left out. */
export function councilSummary({ matching, texts }: ReportData): Section {
  const { summary: words } = texts;
  const { mentee, mentor, pairs } = councilCounts(matching);
  const tile = (name: string, shown: CouncilCount) => [name, councilText(shown, texts)] as const;
  const scores = matching.pairs.map(({ score }) => score);
  const isEnough = pairs.kind === 'exact' || pairs.kind === 'atLeast';
  const content = terms('tiles', [
    tile(words.pairs, pairs),
    tile(words.mentees, mentee.optedIn),
    tile(words.menteesWithout, mentee.without),
    tile(words.mentors, mentor.optedIn),
    tile(words.mentorsWithout, mentor.without),
    ...(isEnough ? scoreTiles(scores, texts) : []),
  ]);
  return {
    id: 'summary',
    title: words.title,
    about: words.about,
    content: [content, proof(matching, texts)],
  };
}

function scoreTiles(scores: readonly number[], texts: ReportTexts): (readonly [string, Insert])[] {
  if (scores.length === 0) return [];
  const mean = sumOf(scores) / scores.length;
  return [
    [texts.summary.mean, decimal(mean, 3, texts)],
    [texts.summary.median, decimal(quantile(scores, 0.5)!, 3, texts)],
  ];
}

function proof(matching: Matching, texts: ReportTexts): Insert {
  const { summary: words } = texts;
  const { objective } = matching.record;
  const { gap, pairsGap } = matching.proof;
  // Where nothing is made as large as possible there is no gap.
  const hasGap = gap !== null && pairsGap !== null && (gap !== 0 || pairsGap !== 0);
  const sentence = !hasGap
    ? (words.proven[objective] ?? words.otherProof(objective))
    : words.notProven({ pairs: decimal(pairsGap, 0, texts), score: decimal(gap, 6, texts) });
  return markup`<p><strong>${words.objective}: ${objective}.</strong> ${sentence}</p>`;
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
