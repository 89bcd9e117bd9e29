import type { Matching } from '../../matching/index.js';
import { decimal } from '../../scoring/index.js';
import { quantile } from '../../statistics/index.js';
import { terms } from '../elements.js';
import { type Insert, markup } from '../markup.js';
import type { Section } from '../page.js';
import { type ReportData, smallestGroup } from '../report-data.js';
import type { ReportTexts } from '../texts/texts.js';

/** Counts, scores and the proof. */
export function summary({ cohort, matching, texts }: ReportData): Section {
  const { summary: words } = texts;
  const whole = (value: number) => decimal(value, 0, texts);
  const { counts } = matching.record;
  const side = countSides(matching);
  const scores = matching.pairs.map(({ score }) => score);
  const entries: (readonly [string, Insert])[] = [
    [words.pairs, whole(matching.pairs.length)],
    [words.mentees, whole(counts.menteesOptedIn)],
    [words.menteesWithout, whole(side.mentee)],
    [words.mentors, whole(counts.mentorsOptedIn)],
    [words.mentorsWithout, whole(side.mentor)],
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
  const { summary: words, report } = texts;
  const whole = (value: number) => decimal(value, 0, texts);
  const { counts } = matching.record;
  const side = countSides(matching);
  const isSmall = (count: number) => count > 0 && count < smallestGroup;
  const fewer = report.fewerThan(whole(smallestGroup));
  const shown = (count: number, ofAll: number, others: number) => {
    if (isSmall(ofAll)) return report.hidden;
    if (isSmall(count)) return fewer;
    return isSmall(others) ? report.atLeast(whole(Math.max(0, ofAll - smallestGroup + 1))) : whole(count);
  };
  const split = (
    all: number,
    without: number,
    allName: string,
    withoutName: string,
  ): (readonly [string, Insert])[] => [
    [allName, isSmall(all) ? fewer : whole(all)],
    [withoutName, shown(without, all, all - without)],
  ];
  const paired = counts.menteesOptedIn - side.mentee;
  const scores = matching.pairs.map(({ score }) => score);
  const isEnough = scores.length >= smallestGroup && !isSmall(paired);
  const content = terms('tiles', [
    [words.pairs, shown(matching.pairs.length, counts.menteesOptedIn, side.mentee)],
    ...split(counts.menteesOptedIn, side.mentee, words.mentees, words.menteesWithout),
    ...split(counts.mentorsOptedIn, side.mentor, words.mentors, words.mentorsWithout),
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

/** People who opted in and have no partner, by side. */
function countSides({ unmatched }: Matching): { mentee: number; mentor: number } {
  const count = { mentee: 0, mentor: 0 };
  for (const { side, reason } of unmatched) if (reason.code !== 'notOptedIn') count[side] += 1;
  return count;
}

function sumOf(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
