/**
 * A personality survey: the form out, answers in, a profile out, and matching with it. Run with
 * `npx tsx examples/04-survey.ts`. The Italian wording is ours and not validated, as the instrument says.
 */
import { compileCohort, explainPair, factors, matchCohort } from 'mentor-matching';
import { miniIpip, profileFromScore, scoreSurvey } from 'mentor-matching/survey';

const { items, responseScale } = miniIpip;
for (const language of ['en', 'it'])
  console.log(`${items[2]!.text[language]} ${responseScale.labels[language]!.join(' | ')}`);
// Get chores done right away. Very inaccurate | Moderately inaccurate | Neither accurate nor inaccurate | Moderately accurate | Very accurate
// Sbrigo subito le incombenze. Del tutto inesatto | Abbastanza inesatto | Né esatto né inesatto | Abbastanza esatto | Del tutto esatto

/** What a form sends: here a digit per item, `-` where it was left blank. Labels do as well. */
const responsesFrom = (digits: string): Record<string, string | null> =>
  Object.fromEntries(items.map(({ id }, at) => [id, digits[at] === '-' ? null : digits[at]!]));
const ana = { ...responsesFrom('24435244-241523324-2'), item5: 'Del tutto esatto' };

const score = scoreSurvey(miniIpip, ana);
for (const { path, value, rule } of score.issues) console.log(`${path}: ${value}, expected ${rule}`);
// traits.neuroticism: 2, expected answers to at least 3 of 4 items
console.log(JSON.stringify(profileFromScore(score)));
// {"extraversion":3.25,"agreeableness":2.75,"conscientiousness":3.25,"neuroticism":null,"openness":4}

const skills = factors.skillCoverage({ weight: 3 });
const personality = factors.personality({
  weight: 1,
  instrument: 'mini-ipip-20',
  traits: { openness: 'similar', conscientiousness: 'similar', extraversion: 'different' },
});
const survey = (responses: Record<string, string | null>) => ({ instrumentId: 'mini-ipip-20', responses });
const mentees = [
  { id: 'ana', skillsWanted: ['sql'], survey: survey(ana) },
  { id: 'bo', skillsWanted: ['sql'], survey: survey(responsesFrom('53333322332432333333')) },
  { id: 'cy', skillsWanted: ['sql'] },
];
const mentors = [
  { id: 'kim', skills: ['SQL'], survey: survey(responsesFrom('54424242415442225142')) },
  { id: 'lee', skills: ['SQL'], survey: survey(responsesFrom('13233443323332343233')) },
  { id: 'max', skills: ['SQL'], survey: { instrumentId: 'another survey', responses: {} } },
];
const model = { factors: { skills, personality } };
const cohort = compileCohort({ mentees, mentors }, { model, assumeOptedIn: true });
const matching = matchCohort(cohort);
for (const { menteeId, mentorId, knownShare } of matching.pairs) {
  const [{ percentile } = {}] = explainPair(cohort, menteeId, mentorId).factors;
  const rank = percentile ? `fit better than ${Math.round(100 * percentile.value)} % of pairs` : 'unknown';
  console.log(`${menteeId} – ${mentorId}: personality ${rank}; ${100 * knownShare} % known`);
}
// bo – lee: personality fit better than 88 % of pairs; 100 % known
// cy – max: personality unknown; 75 % known
// ana – kim: personality fit better than 38 % of pairs; 100 % known
console.log(matching.record.notes.map(({ code }) => code).join());
// surveyNotUsed
