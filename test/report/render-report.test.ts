import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareMatchings,
  compileCohort,
  isInputError,
  type Matching,
  matchCohort,
  type Objective,
} from '../../src/index.js';
import {
  renderReport,
  reportTexts,
  svgScoreHistogram,
  vegaLiteLoads,
  vegaLiteScoreHistogram,
} from '../../src/report/index.js';
import { scoreBins, withoutSmallBins } from '../../src/report/score-bins.js';
import { deepFreeze } from '../matching/scenarios.js';
import { compatCohort } from '../support/compat-cohort.js';

test('notes on the data are told in words, in both languages', () => {
  const cohort = compileCohort(
    {
      mentees: [{ id: 'ana', traits: { instrumentId: 'other', means: { openness: 3 } } }],
      mentors: [{ id: 'lee', skills: ['SQL', { name: 'Go', level: 2 }] }],
    },
    {
      assumeOptedIn: true,
      model: { factors: { alike: { kind: 'personality', weight: 1, instrument: 'mini-ipip-20' } } },
    },
  );
  const matching = matchCohort(cohort);
  expect(matching.record.notes.map(({ code }) => code).sort()).toEqual(['mixedSkillForms', 'surveyNotUsed']);
  for (const [texts, sentences] of [
    [reportTexts.en, ['Skills without a level: 1, each taken as level 1; with a level: 1.', 'people: 1 (']],
    [reportTexts.it, ['Competenze senza livello: 1, considerate di livello 1; con', 'persone: 1 (']],
  ] as const) {
    const html = renderReport(cohort, matching, { texts });
    for (const sentence of sentences) expect(html).toContain(sentence);
    expect(html).toContain('mini-ipip-20');
    expect(html).not.toContain('mixedSkillForms');
  }
});

interface Made {
  readonly mentees: number;
  readonly mentors: number;
  readonly seed: number;
  readonly objective?: Objective;
  readonly minimumScore?: number;
}

/** A cohort whose ids occur nowhere in a report but where people do. */
function made({ mentees, mentors, seed, objective = 'most-pairs', minimumScore = 0 }: Made) {
  const people = compatCohort({ mentees, mentors, seed, capacity: [0, 3] });
  const cohort = compileCohort(
    {
      mentees: people.mentees.map((mentee) => ({ ...mentee, id: `zq-${mentee.id}` })),
      mentors: people.mentors.map((mentor) => ({ ...mentor, id: `zq-${mentor.id}` })),
    },
    {
      model: {
        factors: {
          skills: { kind: 'skillCoverage', weight: 3 },
          interests: { kind: 'sharedInterests', weight: 2 },
        },
        minimumScore,
      },
    },
  );
  return { cohort, matching: matchCohort(cohort, { objective }) };
}

const tilesOf = (html: string) =>
  new Map(
    [...html.matchAll(/<div><dt>(.*?)<\/dt><dd>(.*?)<\/dd><\/div>/g)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );
const rowsOf = (html: string, section: string) => {
  const part = html.split(`id="${section}">`)[1]?.split('</section>')[0] ?? '';
  return [...part.matchAll(/<tr><th scope="row".*?>(.*?)<\/th>(.*?)<\/tr>/g)].map(([, head, cells]) => [
    head!,
    ...[...cells!.matchAll(/<td.*?>(.*?)<\/td>/g)].map(([, cell]) => cell!),
  ]);
};
const withoutTags = (markup: string) => markup.replaceAll(/<[^>]*>/g, '');

const size = fc.record({
  mentees: fc.nat(40),
  mentors: fc.nat(30),
  seed: fc.nat(1000),
  objective: fc.constantFrom<Objective>('most-pairs', 'best-total'),
  minimumScore: fc.constantFrom(0, 0.3, 0.6),
});

describe('a report for administrators', () => {
  test('shows the numbers of the matching, every pair and everybody without a partner, whatever the cohort', () => {
    fc.assert(
      fc.property(size, (options) => {
        const { cohort, matching } = made(options);
        const html = renderReport(cohort, matching);
        const tiles = tilesOf(html);
        const words = reportTexts.en.summary;
        expect(tiles.get(words.pairs)).toBe(String(matching.pairs.length));
        expect(Number(tiles.get(words.total))).toBe(matching.proof.totalScore);
        const rows = rowsOf(html, 'pairs').map((row) => row.map(withoutTags));
        expect(rows.map(([mentee, mentor]) => `${mentee} ${mentor}`).sort()).toEqual(
          matching.pairs.map(({ menteeId, mentorId }) => `${menteeId} ${mentorId}`).sort(),
        );
        // What the factors add makes the score, up to the rounding to three decimals of each.
        for (const row of rows) {
          const [score, , ...adds] = row
            .slice(2, 4 + 2)
            .map((cell) => Number.parseFloat(cell.replace('~', '')));
          expect(Math.abs(score! - adds.reduce((sum, add) => sum + add, 0))).toBeLessThan(0.0016);
        }
        expect(rowsOf(html, 'people').map(([person]) => withoutTags(person!))).toEqual(
          matching.unmatched.map(({ id }) => id),
        );
      }),
      { numRuns: 30 },
    );
  });

  test('a name stays text, whatever it looks like', () => {
    const { cohort, matching } = made({ mentees: 5, mentors: 5, seed: 1 });
    const hostile = `<img src=x onerror="alert('1')"> & "\u0000\ud800`;
    const html = renderReport(cohort, matching, { nameOf: () => hostile, title: hostile });
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/\sonerror="/);
    expect(html).toContain(
      '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt; &amp; &quot;\ufffd\ufffd',
    );
  });

  test('says what changed against an earlier matching', () => {
    const { cohort, matching } = made({ mentees: 8, mentors: 8, seed: 3 });
    const [pair] = matching.pairs;
    const before = matchCohort(cohort, {
      forbidden: [{ menteeId: pair!.menteeId, mentorId: pair!.mentorId }],
    });
    const html = renderReport(cohort, matching, { comparison: compareMatchings(cohort, before, matching) });
    expect(html).toContain('id="comparison"');
    expect(html).toContain('Kept:');
  });
});

describe('a report for a council', () => {
  test('holds no id and no count of fewer than five people, and none can be had by subtraction', () => {
    fc.assert(
      fc.property(size, (options) => {
        const { cohort, matching } = made(options);
        const html = renderReport(cohort, matching, { audience: 'council' });
        expect(html).not.toContain('zq-');
        const tiles = tilesOf(html);
        const { summary } = reportTexts.en;
        const shown = (name: string) => {
          const text = tiles.get(name) ?? '';
          return /^\d+$/.test(text) ? Number(text) : null;
        };
        const isSmall = (count: number | null) => count !== null && count > 0 && count < 5;
        for (const [all, without] of [
          [summary.mentees, summary.menteesWithout],
          [summary.mentors, summary.mentorsWithout],
        ] as const) {
          expect(isSmall(shown(all))).toBe(false);
          expect(isSmall(shown(without))).toBe(false);
          if (shown(all) !== null && shown(without) !== null)
            expect(isSmall(shown(all)! - shown(without)!)).toBe(false);
        }
        expect(isSmall(shown(summary.pairs))).toBe(false);
        const mentees = shown(summary.mentees);
        if (mentees !== null && shown(summary.pairs) !== null)
          expect(isSmall(mentees - shown(summary.pairs)!)).toBe(false);
        for (const section of ['scores', 'people'])
          for (const row of rowsOf(html, section)) expect(isSmall(Number(row.at(-1)))).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  test('joined bins hold all pairs or are none, and never one to four', () => {
    const bins = fc
      .array(fc.nat(8), { minLength: 20, maxLength: 20 })
      .map((counts) => counts.map((pairs, bin) => ({ from: bin / 20, to: (bin + 1) / 20, pairs })));
    fc.assert(
      fc.property(bins, (given) => {
        const joined = withoutSmallBins(given, 5);
        const total = given.reduce((sum, { pairs }) => sum + pairs, 0);
        expect(joined.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(total < 5 ? 0 : total);
        for (const { pairs } of joined) expect(pairs === 0 || pairs >= 5).toBe(true);
        for (const [at, bin] of joined.entries()) if (at > 0) expect(bin.from).toBe(joined[at - 1]!.to);
      }),
    );
  });

  test('a score on the border of two bins counts to the upper one, and 1 to the last', () => {
    const pairs = [0, 0.15, 0.149999, 0.95, 1].map((score) => ({ score }));
    const counts = scoreBins({ pairs } as unknown as Matching).map((bin) => bin.pairs);
    expect([counts[0], counts[2], counts[3], counts[19]]).toEqual([1, 1, 1, 2]);
  });
});

describe('every report', () => {
  const { cohort, matching } = made({ mentees: 70, mentors: 40, seed: 5 });
  const reports = (['administrator', 'council'] as const).flatMap((audience) =>
    (['en', 'it'] as const).map((language) => ({
      audience,
      language,
      html: renderReport(cohort, matching, { audience, texts: reportTexts[language] }),
    })),
  );

  test.each(reports)('asks for nothing from outside: $audience, $language', ({ html, language }) => {
    expect(html).toContain(`<html lang="${language}">`);
    expect(html.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|<script|<link|<iframe|<form|url\(|@import|\ssrc=|\sstyle=|\son\w+=/,
    );
    const style = html.split('<style>')[1]!.split('</style>')[0]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html.replaceAll('&#39;', "'")).toContain(`default-src 'none'; style-src 'sha256-${hash}';`);
  });

  test.each(reports)(
    'is well formed, with headings in order and every anchor met: $audience, $language',
    ({ html }) => {
      expect(unbalanced(html)).toEqual([]);
      const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
      expect(levels[0]).toBe(1);
      for (const [at, level] of levels.entries())
        if (at > 0) expect(level - levels[at - 1]!).toBeLessThanOrEqual(1);
      for (const [, anchor] of html.matchAll(/href="#(.*?)"/g)) expect(html).toContain(`id="${anchor}"`);
      expect(html).not.toMatch(/undefined|NaN|\[object/);
    },
  );

  test('is made without a change to what it was given, and twice the same', () => {
    const kept = JSON.stringify(matching);
    expect(renderReport(cohort, deepFreeze(structuredClone(matching)))).toBe(reports[0]!.html);
    expect(JSON.stringify(matching)).toBe(kept);
  });

  test('speaks a third language that is one object', () => {
    const dutch = {
      ...reportTexts.en,
      language: 'nl',
      summary: { ...reportTexts.en.summary, title: 'Samenvatting' },
    };
    expect(renderReport(cohort, matching, { texts: dutch })).toContain('<html lang="nl">');
    expect(renderReport(cohort, matching, { texts: dutch })).toContain('Samenvatting');
  });

  test('nobody, one person, and everybody forbidden make a report too', () => {
    for (const people of [
      { mentees: [], mentors: [] },
      { mentees: [{ id: 'ana', optedIn: true }], mentors: [] },
      {
        mentees: [{ id: 'ana', optedIn: true, avoidedMentors: ['lee'] }],
        mentors: [{ id: 'lee', optedIn: true }],
      },
    ]) {
      const small = compileCohort(people);
      for (const audience of ['administrator', 'council'] as const)
        expect(unbalanced(renderReport(small, matchCohort(small), { audience }))).toEqual([]);
    }
  });
});

test('wrong input is an InputError that says what is wrong', () => {
  const { cohort, matching } = made({ mentees: 3, mentors: 3, seed: 1 });
  const other = made({ mentees: 4, mentors: 3, seed: 1 });
  const calls: (readonly [RegExp, () => unknown])[] = [
    [/cohort/, () => renderReport({} as never, matching)],
    [/digest/, () => renderReport(other.cohort, matching)],
    [/matching/, () => renderReport(cohort, null as never)],
    [/audience/, () => renderReport(cohort, matching, { audience: 'press' as never })],
    [/"audience" perhaps/, () => renderReport(cohort, matching, { audiense: 'council' } as never)],
    [/texts/, () => renderReport(cohort, matching, { texts: {} as never })],
    [/nameOf/, () => renderReport(cohort, matching, { nameOf: 'id' as never })],
    [/matching is missing/, () => svgScoreHistogram(undefined as never)],
    [/matching/, () => svgScoreHistogram({ pairs: [{ score: Number.NaN }] } as never)],
    [/matching/, () => vegaLiteScoreHistogram({} as never)],
    [/options is null/, () => vegaLiteLoads(cohort, matching, null as never)],
    [/title/, () => renderReport(cohort, matching, { title: 3 as never })],
  ];
  for (const [message, call] of calls) {
    let caught: unknown;
    try {
      call();
    } catch (error) {
      caught = error;
    }
    expect(isInputError(caught)).toBe(true);
    expect(String(caught)).toMatch(message);
  }
});

/** Elements that are not closed in the order they were opened. */
function unbalanced(html: string): string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, slash, name, rest] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^">])*)>/gi)) {
    if (rest!.endsWith('/') || ['meta', 'link', 'br', 'img'].includes(name!)) continue;
    if (slash === '') open.push(name!);
    else if (open.pop() !== name) wrong.push(name!);
  }
  return [...wrong, ...open];
}

test('names every minimum that is not met and every mentee who wanted more mentors, to administrators only', () => {
  const cohort = compileCohort(
    {
      mentees: [{ id: 'ana', mentorsWanted: 2 }],
      mentors: [{ id: 'kim', capacity: 3, minimumMentees: 2 }],
    },
    { assumeOptedIn: true },
  );
  const matching = matchCohort(cohort);
  const page = renderReport(cohort, matching, { nameOf: (id) => `<${id}>` });
  expect(page).toContain('&lt;kim&gt; has fewer mentees than the minimum: 1 of 2.');
  expect(page).toContain('&lt;ana&gt; has fewer mentors than wanted: 1 of 2.');
  const italian = renderReport(cohort, matching, { texts: reportTexts.it });
  expect(italian).toContain('kim ha meno mentee del minimo: 1 su 2.');
  expect(renderReport(cohort, matching, { audience: 'council' })).not.toMatch(/kim|ana has/);
});
