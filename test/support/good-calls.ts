import { type LoadOptions, solveAssignment, solveLoads } from '../../src/assignment/index.js';
import { factorInfluence } from '../../src/fairness/index.js';
import { compileCohort, matchCohort, rules } from '../../src/index.js';
import { metricTrend, programMetrics, suggestChanges } from '../../src/metrics/index.js';
import {
  applyCheckIn,
  createAgreement,
  createGoal,
  defineProgram,
  scheduleCheckIns,
  signAgreement,
  startPair,
} from '../../src/program/index.js';
import { miniIpip } from '../../src/survey/index.js';
import { compatCohort } from './compat-cohort.js';

/** Arguments with which a verb answers, by entry and name: where hostile parts are put in, one place at a time. */
export function goodCalls(): Readonly<Record<string, readonly unknown[]>> {
  const people = compatCohort({ mentees: 5, mentors: 4, capacity: [0, 2], traits: true });
  const cohort = compileCohort(people);
  const matching = matchCohort(cohort);
  const { menteeId, mentorId } = matching.pairs[0]!;
  const pair = { menteeId, mentorId };
  const model = matching.record.model;
  const program = defineProgram({
    id: 'p',
    name: 'P',
    objectives: ['skillDevelopment'],
    start: '2026-01-12',
    lengthMonths: 6,
    cadence: { everyWeeks: 2, minutes: 60 },
  });
  const draft = createAgreement(program, pair, { channel: 'video' });
  const agreement = signAgreement(signAgreement(draft, 'mentee', '2026-01-12'), 'mentor', '2026-01-13');
  const schedule = { start: '2026-01-14T15:00', timeZone: 'Europe/Rome' };
  const { checkIns } = scheduleCheckIns(agreement, schedule);
  const answers = {
    id: 'sql',
    createdOn: '2026-01-28',
    due: '2026-06-30',
    target: 6,
    blanks: { skill: 'SQL', judge: 'Lee' },
    relevance: 'I want it',
    obstacle: 'Time',
    situation: 'a week passes',
    action: 'I start Monday',
  };
  const goal = createGoal('skillByPractice', answers);
  const started = startPair(agreement, { goals: [goal], checkIns });
  const checkIn = { id: checkIns[0]!.id, status: 'held', heldOn: '2026-01-14' } as const;
  const state = applyCheckIn(started, checkIn);
  const feedback = [
    { menteeId, mentorId, from: 'mentee', on: '2026-06-01', satisfaction: 4, comment: 'x' } as const,
  ];
  const input = { cohort: people, matching, pairs: [state], feedback, eligible: { mentees: 40 } };
  const metrics = programMetrics(input, { asOf: '2026-06-30' });
  const table = [
    [4, 1, 3],
    [2, 0, 5],
    [3, 2, 2],
  ];
  const options = { assumeOptedIn: true, model: { ...model, rules: [rules.gradeGap({ minimum: 0 })] } };
  const lists = { rowPreferences: [[0, 1], [1]], columnPreferences: [[0], [1, 0]] };
  const csv = 'Name,Role,Interests,I agree\nAna,mentee,jazz; chess,yes\nLee,mentor,jazz,yes';
  const columns = [
    { header: 'Name', to: 'id' },
    { header: 'Interests', to: 'interests', split: { separator: ';' } },
  ];
  const norm = { mean: 2, standardDeviation: 1 };
  const norms = { a: norm, b: norm };
  const loads: LoadOptions = {
    demands: [1, 2, 1],
    capacities: [2, 1, 1],
    minimums: [1, 0, 1],
    placeCosts: [0, 2],
    fixed: [[0, 1]],
  };
  const trend = metricTrend([{ wave: 'a', metrics }])[0];
  const quotas = [{ name: 'a', each: { field: 'department', of: 'mentee' }, atMost: 3 }];
  const declined = [{ ...pair, by: 'mentor', repeat: 'never' }];
  return {
    '. matchCohort': [
      people,
      { ...options, objective: 'fairest', levelSize: 0.02, locked: [], forbidden: [pair] },
    ],
    '. matchCohortAsync': [people, { ...options, objective: 'best-total' }],
    '. compileCohort': [people, options],
    '. parseCohort': [people, { assumeOptedIn: true }],
    '. safeParseCohort': [people, { assumeOptedIn: true }],
    '. checkProof': [cohort, matching],
    '. parseMatching': [JSON.parse(JSON.stringify(matching))],
    '. replayMatching': [cohort, matching, {}],
    '. explainPair': [cohort, menteeId, mentorId],
    '. priceOfPair': [cohort, matching, menteeId, mentorId],
    '. rankMentors': [cohort, menteeId, { limit: 2, matching }],
    '. rankMentees': [cohort, mentorId, { limit: 2, matching }],
    '. explainUnmatched': [cohort, matching, matching.unmatched[0]?.id ?? ''],
    '. findSupplyGaps': [cohort, matching],
    '. forecastSupply': [cohort],
    '. alternativeMatchings': [cohort, matching, { count: 2, minimumChanges: 2 }],
    '. rematch': [
      people,
      matching,
      { keepBonus: 0.1, declined, closed: [mentorId], priority: [{ menteeId, bonus: 0.1 }] },
    ],
    '. compareMatchings': [cohort, matching, matching],
    '. compareObjectives': [people, options],
    '. describe': [matching.unmatched[0], { audience: 'participant' }],
    '. describeModel': [model],
    './assignment solveAssignment': [table, { capacities: [1, 2, 1], unassigned: 'most' }],
    './assignment sparseCosts': [
      { rows: 2, columns: 2, rowStarts: [0, 1, 2], columnIndices: [0, 1], values: [1, 2] },
    ],
    './assignment solveFairestAssignment': [table, { capacities: [1, 1, 1], tierSize: 2 }],
    './assignment nextBestAssignments': [table, solveAssignment(table), {}, 3],
    './assignment nextBestSteps': [table, solveAssignment(table), {}, 3],
    './assignment costMatrix': [1, 2, [1, 2]],
    './assignment costMatrixFromRows': [table],
    './assignment findOptimalityViolations': [table, solveAssignment(table), {}],
    './assignment findBottlenecks': [table, solveAssignment(table), {}],
    './assignment preferPairs': [table, solveAssignment(table), {}, [0, 1, 2]],
    './assignment priceOfRows': [table, solveAssignment(table), {}],
    './assignment pairPricer': [table, solveAssignment(table), {}],
    './assignment solveLoads': [table, loads],
    './assignment findLoadViolations': [table, solveLoads(table, loads), loads],
    './assignment loadBound': [table, solveLoads(table, loads), loads],
    './stable solveStableMatching': [lists, { capacities: [1, 1], optimalFor: 'columns' }],
    './stable findBlockingPairs': [lists, [0, 1], { capacities: [1, 1] }],
    './survey scoreSurvey': [
      'mini-ipip-20',
      { item1: 4, item6: 'Very inaccurate', item11: null },
      { runReported: 9 },
    ],
    './survey reliability': [
      miniIpip,
      [
        { item1: 4, item6: 2 },
        { item1: 2, item6: 3 },
      ],
    ],
    './survey profileSimilarity': [
      { a: 1, b: 2 },
      { a: 2, b: 1 },
      { traits: ['a', 'b'], norms },
    ],
    './survey distinctiveSimilarity': [
      { a: 1, b: 2, c: 4 },
      { a: 2, b: 1, c: 3 },
      { meanProfile: { a: 1, b: 1, c: 2 } },
    ],
    './survey meanProfileFrom': [[{ a: 1 }, { a: 2 }]],
    './survey normsFromProfiles': [[{ a: 1 }, { a: 2 }, { a: 4 }], { fewestPeople: 2 }],
    './scoring suggestModel': [program],
    './fairness auditFairness': [cohort, matching, { attribute: 'department', side: 'mentor' }],
    './fairness factorInfluence': [cohort, {}],
    './fairness describeFairness': [factorInfluence(cohort), {}],
    './csv parseParticipants': [csv, { columns, role: 'mentee', assumeOptedIn: true }],
    './csv inferColumns': [['Name', 'Interests'], [['ana', 'jazz']], {}],
    './csv pairsToCsv': [people, matching, { delimiter: ';', columns: ['mentor.name'] }],
    './csv participantsToCsv': [people, {}],
    './csv readTable': ['a,b\n1,2', ','],
    './csv writeTable': [
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      {},
    ],
    './csv historyFromCsv': ['menteeId,mentorId\na,b', {}],
    './csv scoresToCsv': [cohort, { shape: 'long' }],
    './csv unmatchedToCsv': [people, matching, {}],
    './report renderReport': [cohort, matching, { audience: 'council', metrics, title: 'x' }],
    './report svgHeatMap': [cohort, matching, {}],
    './report svgLoads': [cohort, matching, {}],
    './report svgMetricTrend': [trend, {}],
    './report svgScoreHistogram': [matching, {}],
    './report vegaLiteHeatMap': [cohort, matching, {}],
    './report vegaLiteLoads': [cohort, matching, {}],
    './report vegaLiteScoreHistogram': [matching, {}],
    './quotas findQuotaViolations': [cohort, matching, quotas],
    './quotas matchWithQuotas': [cohort, { quotas, objective: 'most-pairs' }],
    './program defineProgram': [program],
    './program createAgreement': [program, pair, { channel: 'video' }],
    './program scheduleCheckIns': [agreement, schedule],
    './program createGoal': ['skillByPractice', answers],
    './program findGoalIssues': [goal],
    './program signAgreement': [draft, 'mentee', '2026-01-12'],
    './program renderAgreement': [agreement],
    './program goalAttainment': [[goal]],
    './program putGoal': [started, goal],
    './program trainingChecklist': ['mentee', {}],
    './program recordProgress': [goal, { on: '2026-02-20', level: -1, milestonesReached: ['m1'] }],
    './program startPair': [agreement, { goals: [goal], checkIns }],
    './program applyCheckIn': [started, checkIn],
    './program parsePairState': [state],
    './program pairHealth': [state, '2026-03-30'],
    './program findMilestones': [state, '2026-03-30'],
    './program recognise': [[state]],
    './program visibleTo': [state, 'mentee'],
    './program rematchOptionsFromPairs': [[state], { asOf: '2026-06-30' }],
    './program calendarFromCheckIns': [agreement, checkIns, { stamp: '2026-01-12T00:00:00Z' }],
    './metrics programMetrics': [input, { asOf: '2026-06-30', by: 'department' }],
    './metrics summarizeFeedback': [feedback, { asked: { mentees: 5, mentors: 5 } }],
    './metrics suggestChanges': [feedback, model],
    './metrics compareCohorts': [metrics, metrics],
    './metrics metricTrend': [[{ wave: 'a', metrics }]],
    './metrics metricChart': [metrics, {}],
    './metrics trendChart': [trend, {}],
    './metrics describeChanges': [suggestChanges(feedback, model), {}],
    './metrics describeMetrics': [metrics, {}],
    './metrics metricRows': [metrics],
  };
}
