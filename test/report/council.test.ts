import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditFairness, factorInfluence } from '../../src/fairness/index.js';
import {
  type CompiledCohort,
  compareMatchings,
  compileCohort,
  isInputError,
  type Matching,
  matchCohort,
} from '../../src/index.js';
import { programMetrics } from '../../src/metrics/index.js';
import { hiddenGroups } from '../../src/report/hidden-groups.js';
import { renderReport, reportTexts } from '../../src/report/index.js';

interface Made {
  readonly mentees: number;
  readonly capacities: readonly number[];
  /** Of each mentee in turn: how many sites there are, whom nobody may mentor, who did not opt in. */
  readonly sites: number;
  readonly noneFor: number;
  readonly silent: number;
}

function made({ mentees, capacities, sites, noneFor, silent }: Made) {
  const site = (at: number) => ({ attributes: { site: `zq${(at * at) % sites}` } });
  const mentors = capacities.map((capacity, at) => ({
    id: `zq-r${at}`,
    optedIn: true,
    capacity,
    ...site(at),
  }));
  const cohort = compileCohort({
    mentors,
    mentees: Array.from({ length: mentees }, (_, at) => ({
      id: `zq-e${at}`,
      optedIn: at >= silent,
      avoidedMentors: at < silent + noneFor ? mentors.map(({ id }) => id) : [],
      skillsWanted: [`skill ${at % 7}`],
      ...site(at),
    })),
  });
  return { cohort, matching: matchCohort(cohort) };
}

type Bound = readonly [least: number, most: number];

/** What a council can conclude from one number: the number, a bound, one to four, or nothing. */
function boundOf(text: string | undefined): Bound {
  if (text !== undefined && /^\d+$/.test(text)) return [Number(text), Number(text)];
  if (text?.startsWith('at least')) return [Number(text.slice(9)), Number.POSITIVE_INFINITY];
  return text?.startsWith('fewer') ? [1, 4] : [0, Number.POSITIVE_INFINITY];
}

const within = (value: number, [least, most]: Bound) => value >= least && value <= most;
const isFew = (count: number) => count > 0 && count < 5;

function rowsOf(html: string, section: string): string[][] {
  const part = html.split(`id="${section}">`)[1]?.split('</section>')[0] ?? '';
  return [...part.matchAll(/<tr><th scope="row".*?>(.*?)<\/th>(.*?)<\/tr>/g)].map(([, head, cells]) => [
    head!,
    ...[...cells!.matchAll(/<td.*?>(.*?)<\/td>/g)].map(([, cell]) => cell!),
  ]);
}

/** Every (mentees without, mentors without) that the whole page allows. */
function worlds(html: string, cohort: CompiledCohort) {
  const tiles = new Map(
    [...html.matchAll(/<div><dt>(.*?)<\/dt><dd>(.*?)<\/dd><\/div>/g)].map(([, name, text]) => [name!, text!]),
  );
  const { summary, people } = reportTexts.en;
  const bound = (name: string) => boundOf(tiles.get(name));
  const bins = rowsOf(html, 'scores').map((row) => boundOf(row.at(-1)));
  const binSum: Bound = [
    bins.reduce((sum, [least]) => sum + least, 0),
    bins.reduce((sum, [, most]) => sum + most, 0),
  ];
  const reasons = (side: 'mentee' | 'mentor') =>
    rowsOf(html, 'people')
      .filter((row) => row[1] === people.sides[side] && row[0] !== people.codes.notOptedIn)
      .reduce((sum, row) => sum + Number(row[2]), 0);
  const audit = rowsOf(html, 'fairness').filter((row) => row.length === 5);
  const shown = audit.filter((row) => /^\d/.test(row[2]!));
  const matched = shown.reduce(
    (sum, row) => sum + Math.round((Number.parseFloat(row[2]!) / 100) * Number(row[1])),
    0,
  );
  const lacking = shown.reduce((sum, row) => sum + Number(row[1]), 0) - matched;
  const found: { mentees: number; mentors: number }[] = [];
  for (let mentees = 0; mentees <= cohort.menteeIds.length; mentees += 1) {
    const pairs = cohort.menteeIds.length - mentees;
    if (!within(mentees, bound(summary.menteesWithout)) || !within(pairs, bound(summary.pairs))) continue;
    if (bins.length > 0 && !within(pairs, binSum)) continue;
    if (reasons('mentee') > 0 && reasons('mentee') !== mentees) continue;
    if (mentees < lacking || pairs < matched) continue;
    if (audit.length > 0 && shown.length === audit.length && mentees !== lacking) continue;
    for (let mentors = 0; mentors <= cohort.mentorIds.length; mentors += 1) {
      const used = cohort.mentorIds.length - mentors;
      if (used > pairs || (pairs > 0 && used === 0)) continue;
      if (!within(mentors, bound(summary.mentorsWithout))) continue;
      if (reasons('mentor') > 0 && reasons('mentor') !== mentors) continue;
      found.push({ mentees, mentors });
    }
  }
  return { found, lacking, audit };
}

const cohorts = fc.record({
  mentees: fc.integer({ min: 5, max: 40 }),
  capacities: fc.array(fc.nat(2), { minLength: 5, maxLength: 40 }),
  sites: fc.integer({ min: 1, max: 6 }),
  noneFor: fc.nat(7),
  silent: fc.nat(6),
});

function reportOf(cohort: CompiledCohort, matching: Matching): string {
  return renderReport(cohort, matching, {
    audience: 'council',
    fairness: [auditFairness(cohort, matching, { attribute: 'attributes.site' })],
    comparison: compareMatchings(cohort, matching, matching),
    metrics: programMetrics({ cohort, matching, pairs: [] }, { asOf: '2026-11-24' }),
  });
}

describe('what a council reads in all sections together', () => {
  test('leaves every count of fewer than five people open, and is true', () => {
    let few = 0;
    fc.assert(
      fc.property(cohorts, (options) => {
        const { cohort, matching } = made(options);
        fc.pre(cohort.menteeIds.length >= 5);
        const { found, lacking, audit } = worlds(reportOf(cohort, matching), cohort);
        const optedIn = { mentees: cohort.menteeIds.length, mentors: cohort.mentorIds.length };
        const used = new Set(matching.pairs.map(({ mentorId }) => mentorId)).size;
        const truth = {
          mentees: optedIn.mentees - matching.pairs.length,
          mentors: optedIn.mentors - used,
        };
        expect(found).toContainEqual(truth);
        for (const count of [
          ({ mentees }: typeof truth) => mentees,
          ({ mentees }: typeof truth) => optedIn.mentees - mentees,
          ({ mentors }: typeof truth) => mentors,
          ({ mentors }: typeof truth) => optedIn.mentors - mentors,
          // Mentees who are not the first of their mentor.
          ({ mentees, mentors }: typeof truth) => optedIn.mentees - mentees - (optedIn.mentors - mentors),
        ]) {
          if (!isFew(count(truth))) continue;
          few += 1;
          expect(new Set(found.map(count)).size).toBeGreaterThan(1);
        }
        // Of the groups whose rates are hidden together, neither few with a partner nor few without follow.
        const rest = found.map(({ mentees }) => mentees - lacking);
        if (new Set(rest).size === 1) expect(isFew(rest[0]!)).toBe(false);
        // The row of groups that are not named stands for two or more.
        const hidden = audit.filter((row) => !/^\d/.test(row[2]!)).map(([name]) => name);
        if (audit.length > 1 && hidden.length === 1)
          expect(hidden).toEqual([reportTexts.en.fairness.otherGroups]);
      }),
      { numRuns: 100 },
    );
    expect(few).toBeGreaterThan(20);
  });

  test('where three of twenty mentees are without a mentor, the histogram does not say that seventeen have one', () => {
    const { cohort, matching } = made({
      mentees: 20,
      capacities: Array(20).fill(1),
      sites: 1,
      noneFor: 3,
      silent: 0,
    });
    expect(matching.pairs).toHaveLength(17);
    const html = reportOf(cohort, matching);
    expect(html).not.toMatch(/>(3|17)</);
    expect(html).not.toContain('17 pairs');
    expect(html).toContain('at least 16');
  });

  test('a group is not told by the total less the other groups, nor by the ratio to it', () => {
    const without = { kind: 'exact', count: 10 } as const;
    const groups = [
      { people: 20, matched: 12 },
      { people: 20, matched: 18 },
      { people: 0, matched: 0 },
    ];
    expect(hiddenGroups(groups, without).rates.slice(0, 2)).toEqual([true, true]);
    expect(hiddenGroups(groups, without).people).toEqual([false, false, false]);
  });

  test('a value that few have is not named', () => {
    const people = Array.from({ length: 12 }, (_, at) => ({
      id: `${at}`,
      optedIn: true,
      attributes: { role: `zq${at}` },
    }));
    const cohort = compileCohort({
      mentees: people,
      mentors: people.map((each) => ({ ...each, id: `m${each.id}` })),
    });
    const html = reportByRole(cohort);
    expect(html).not.toContain('zq');
    expect(html).toContain(reportTexts.en.fairness.otherGroups);
  });

  test('metrics that hide too little are refused', () => {
    const { cohort, matching } = made({
      mentees: 9,
      capacities: [1, 1, 1, 1, 1],
      sites: 1,
      noneFor: 0,
      silent: 0,
    });
    const metrics = programMetrics({ cohort, matching, pairs: [] }, { asOf: '2026-11-24', smallestGroup: 1 });
    let caught: unknown;
    try {
      renderReport(cohort, matching, { audience: 'council', metrics });
    } catch (error) {
      caught = error;
    }
    expect(isInputError(caught)).toBe(true);
    expect(String(caught)).toMatch(/smallestGroup is 1/);
    expect(renderReport(cohort, matching, { metrics })).toContain('id="metrics"');
  });
});

function reportByRole(cohort: CompiledCohort): string {
  const matching = matchCohort(cohort);
  return renderReport(cohort, matching, {
    audience: 'council',
    fairness: [auditFairness(cohort, matching, { attribute: 'attributes.role' }), factorInfluence(cohort)],
  });
}
