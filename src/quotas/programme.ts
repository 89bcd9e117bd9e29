import type { CompiledCohort } from '../scoring/index.js';
import type { CompiledRow } from './quota-rows.js';

/** Pairs by index. */
export type IndexPairs = readonly (readonly [mentee: number, mentor: number])[];

/** The choice of pairs as a programme in whole numbers: x = 1 where a pair is made. */
export interface Programme {
  /** Pairs that may be made; variable `x0`, `x1`, … in this order. */
  readonly candidates: IndexPairs;
  /** Scores of the candidates, in millionths. */
  readonly scores: Int32Array;
  /** Pairs that are kept. */
  readonly locked: IndexPairs;
  /** One mentor a mentee, the places of each mentor. */
  readonly base: readonly string[];
  /** The lines of each limit, in the order of the rows. */
  readonly limits: readonly string[];
}

/** @param mayPair the candidates besides the locked pairs */
export function makeProgramme(
  cohort: CompiledCohort,
  rows: readonly CompiledRow[],
  locked: IndexPairs,
  mayPair: (mentee: number, mentor: number) => boolean,
): Programme {
  const left = cohort.capacities.slice();
  const isLocked = new Uint8Array(cohort.menteeIds.length);
  for (const [mentee, mentor] of locked) {
    left[mentor]! -= 1;
    isLocked[mentee] = 1;
  }
  const candidates: [number, number][] = [];
  const found: number[] = [];
  const scores = new Int32Array(cohort.mentorIds.length);
  cohort.menteeIds.forEach((_, mentee) => {
    if (isLocked[mentee] === 1) return;
    cohort.writeScores(mentee, scores);
    scores.forEach((score, mentor) => {
      if (score < 0 || left[mentor] === 0 || !mayPair(mentee, mentor)) return;
      candidates.push([mentee, mentor]);
      found.push(score);
    });
  });
  const ofMentee: number[][] = cohort.menteeIds.map(() => []);
  const ofMentor: number[][] = cohort.mentorIds.map(() => []);
  candidates.forEach(([mentee, mentor], at) => {
    ofMentee[mentee]!.push(at);
    ofMentor[mentor]!.push(at);
  });
  const base = [
    ...ofMentee.filter((own) => own.length > 1).map((own) => `${sum(own.map(one))} <= 1`),
    ...ofMentor.flatMap((own, mentor) =>
      own.length > left[mentor]! ? [`${sum(own.map(one))} <= ${left[mentor]}`] : [],
    ),
  ];
  const limits = rows.map((row) => limitLine(row, candidates, locked));
  return { candidates, scores: Int32Array.from(found), locked, base, limits };
}

function limitLine(
  { limit, value, counts }: CompiledRow,
  candidates: IndexPairs,
  locked: IndexPairs,
): string {
  const kept = locked.filter(([mentee, mentor]) => counts(mentee, mentor)).length;
  const sign = limit.startsWith('atLeast') ? '>=' : '<=';
  if (!limit.endsWith('Share')) {
    const own = candidates.flatMap(([mentee, mentor], at) => (counts(mentee, mentor) ? [one(at)] : []));
    return `${sum(own)} ${sign} ${value - kept}`;
  }
  // q · (pairs that count) − p · (all pairs) with value = p ÷ q in lowest terms: whole numbers, none large.
  const [p, q] = lowestTerms(Math.round(value * 1e4), 1e4);
  const terms = candidates.flatMap(([mentee, mentor], at) => {
    const factor = (counts(mentee, mentor) ? q : 0) - p;
    return factor === 0 ? [] : [`${factor < 0 ? '-' : '+'} ${Math.abs(factor)} x${at}`];
  });
  return `${sum(terms)} ${sign} ${p * locked.length - q * kept}`;
}

function lowestTerms(p: number, q: number): [number, number] {
  let [divisor, rest] = [q, p];
  while (rest > 0) [divisor, rest] = [rest, divisor % rest];
  return [p / divisor, q / divisor];
}

function one(at: number): string {
  return `+ 1 x${at}`;
}

/** Terms on lines of bounded length; a sum of nothing is nothing times a variable that is there anyway. */
function sum(terms: readonly string[]): string {
  if (terms.length === 0) return '0 nothing';
  const lines: string[] = [];
  for (let at = 0; at < terms.length; at += 12) lines.push(terms.slice(at, at + 12).join(' '));
  return lines.join('\n  ');
}

/** What is made as large as possible. */
export type Goal = 'nothing' | 'pairs' | 'score';

/** The programme as text in the LP format. */
export function programmeText(
  { candidates, scores, base }: Programme,
  limits: readonly string[],
  goal: Goal,
  reached: { readonly pairs?: number; readonly score?: number } = {},
): string {
  const pairTerms = candidates.map((_, at) => one(at));
  const scoreTerms = candidates.flatMap((_, at) => (scores[at] === 0 ? [] : [`+ ${scores[at]} x${at}`]));
  const terms = { nothing: [], pairs: pairTerms, score: scoreTerms }[goal];
  const lines = [
    ...base,
    ...limits,
    ...(reached.pairs === undefined ? [] : [`${sum(pairTerms)} = ${reached.pairs}`]),
    // Scores are whole: half of one below is none below.
    ...(reached.score === undefined ? [] : [`${sum(scoreTerms)} >= ${reached.score - 0.5}`]),
  ];
  const rows = lines.length === 0 ? ['0 nothing <= 1'] : lines;
  return [
    'Maximize',
    ` goal: ${sum(terms)}`,
    'Subject To',
    ...rows.map((line, at) => ` c${at}: ${line}`),
    'Bounds',
    ' 0 <= nothing <= 1',
    'Binary',
    ...candidates.map((_, at) => ` x${at}`),
    'End',
  ].join('\n');
}
