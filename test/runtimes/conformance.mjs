/**
 * One story through the whole library, whose answer must be the same to the last digit in every runtime. Uses no
 * file, clock, chance or time zone by name, and nothing of its host: the published entries come in as an argument.
 */
export function conformance(library) {
  const { main, assignment, csv, survey, report } = library;
  const results = {};
  const people = cohort(main, survey);
  const compiled = main.compileCohort(people, { model, seed: 7 });
  const matching = main.matchCohort(compiled);
  results.digest = compiled.digest();
  results.pairs = matching.pairs;
  results.unmatched = matching.unmatched;
  results.proof = matching.proof;
  results.isProven = main.checkProof(compiled, main.parseMatching(JSON.stringify(matching))).isProven;
  results.bestTotal = main.matchCohort(compiled, { objective: 'best-total' }).proof.totalScore;
  const [first] = matching.pairs;
  results.explanation = main.explainPair(compiled, first.menteeId, first.mentorId);
  results.prices = main.rankMentors(compiled, first.menteeId, { matching, limit: 5 });
  results.words = ['en', 'it'].map((language) =>
    main.describe(results.explanation, { texts: main.texts[language] }),
  );
  results.assignment = numbers(assignment);
  results.survey = survey.scoreSurvey(survey.miniIpip, answers(3));
  results.reliability = survey.reliability(
    survey.miniIpip,
    Array.from({ length: 30 }, (_, person) => answers(person)),
  );
  results.csv = csv.pairsToCsv(people, matching);
  if (report)
    results.report = report.renderReport(compiled, matching, { texts: report.reportTexts.it }).length;
  for (const [name, story] of Object.entries(laterStories)) {
    const entry = library[name];
    if (entry) results[name] = story({ main, entry, library, compiled, matching });
  }
  return JSON.stringify(results);
}

/** Stories of entries that stand on the matching, by entry. */
const laterStories = {
  stable: ({ entry }) => {
    const ranks = (rows, columns) =>
      Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_, at) => (at * (row + 2) + row) % columns).filter(
          (column, at, all) => all.indexOf(column) === at,
        ),
      );
    const rowPreferences = ranks(9, 7);
    const columnPreferences = ranks(7, 9);
    return [...entry.solveStableMatching({ rowPreferences, columnPreferences }).rowToColumn];
  },
  fairness: ({ entry, compiled, matching }) => [
    entry.auditFairness(compiled, matching, { attribute: 'organization' }),
    entry.factorInfluence(compiled),
  ],
  program: ({ entry, matching }) => {
    const year = entry.defineProgram({
      id: 'p26',
      name: 'Mentoring 2026',
      start: '2026-01-12',
      lengthMonths: 12,
      cadence: { everyWeeks: 2, minutes: 60 },
      objectives: ['skillDevelopment'],
    });
    const [pair] = matching.pairs;
    const agreed = entry.createAgreement(year, pair, { channel: 'video' });
    const signed = entry.signAgreement(
      entry.signAgreement(agreed, 'mentee', '2026-01-12'),
      'mentor',
      '2026-01-13',
    );
    const { checkIns } = entry.scheduleCheckIns(signed, { start: '2026-01-14T15:00', timeZone: 'UTC' });
    const calendar = entry.calendarFromCheckIns(signed, checkIns, { stamp: '2026-01-12T09:00:00+01:00' });
    return {
      checkIns,
      calendar,
      agreement: entry.renderAgreement(signed),
      templates: entry.goalTemplates().length,
    };
  },
  metrics: ({ entry, compiled, matching }) =>
    entry.programMetrics(
      {
        cohort: compiled,
        matching,
        pairs: [],
        eligible: { mentees: 130 },
        feedback: matching.pairs.map(({ menteeId, mentorId }, at) => ({
          menteeId,
          mentorId,
          from: 'mentee',
          on: '2026-04-01',
          satisfaction: 1 + (at % 5),
          recommend: at % 11,
        })),
      },
      { asOf: '2026-07-31', by: 'organization' },
    ),
};

const model = {
  factors: {
    skills: { kind: 'skillCoverage', weight: 3, rarity: true },
    interests: { kind: 'sharedInterests', weight: 2, measure: 'cosine' },
    personality: { kind: 'personality', weight: 1, instrument: 'mini-ipip-20' },
    time: { kind: 'timeZoneOverlap', weight: 1 },
    gap: { kind: 'gradeGap', weight: 1 },
  },
  rules: [{ kind: 'differentValue', field: 'organization' }],
};

/** Whole numbers 0 … 2³²−1 from a seed (Weyl sequence and a mixing of bits), the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}

function cohort(main, survey) {
  const random = randomFrom(11);
  const some = (words, count) => Array.from({ length: count }, () => words[random(words.length)]);
  const interests = ['climbing', 'jazz', 'Café', 'chess', 'opera', '李', 'gardens'];
  const skills = ['SQL', 'C', 'C++', 'law', 'negotiation', 'design'];
  const person = (id) => ({
    id,
    interests: some(interests, 1 + random(4)),
    organization: ['north', 'south', 'west'][random(3)],
    timeZone: (random(5) - 2) * 90,
    grade: random(6),
    survey: { instrumentId: survey.miniIpip.id, responses: answers(random(1000)) },
  });
  return main.parseCohort(
    {
      mentees: Array.from({ length: 40 }, (_, place) => ({
        ...person(`mentee ${place}`),
        skillsWanted: some(skills, 2).map((name) => ({ name, level: 1 + random(4) })),
      })),
      mentors: Array.from({ length: 24 }, (_, place) => ({
        ...person(`mentor ${place}`),
        skills: some(skills, 3).map((name) => ({ name, level: 1 + random(5) })),
        capacity: random(3),
      })),
    },
    { assumeOptedIn: true },
  );
}

function answers(seed) {
  const random = randomFrom(seed);
  return Object.fromEntries(
    Array.from({ length: 20 }, (_, item) => [`item${item + 1}`, random(12) === 0 ? null : 1 + random(5)]),
  );
}

function numbers({ solveAssignment, sparseCosts }) {
  const random = randomFrom(5);
  const dense = Array.from({ length: 30 }, () => Array.from({ length: 40 }, () => random(1000) / 7));
  const sparse = sparseCosts({
    rows: 3,
    columns: 3,
    rowStarts: [0, 2, 4, 5],
    columnIndices: [0, 1, 1, 2, 0],
    values: [1.25, 2.5, 0.1, 0.3, 7],
  });
  return [solveAssignment(dense), solveAssignment(dense, { unassigned: 30 }), solveAssignment(sparse)].map(
    ({ rowToColumn, totalCost, rowDuals, columnDuals }) => ({
      rowToColumn: [...rowToColumn],
      totalCost,
      rowDuals: [...rowDuals],
      columnDuals: [...columnDuals],
    }),
  );
}
