/** A year of a small programme, from its definition to its closing. Run with `npx tsx examples/08-program-year.ts`. */
import { matchCohort } from 'mentor-matching';
import * as program from 'mentor-matching/program';
import { suggestModel } from 'mentor-matching/scoring';

const say = program.describeFinding;
const draft = { id: 'p26', name: 'Mentoring 2026', start: '2026-01-12', lengthMonths: 12 };
for (const gap of program.findReadinessGaps(draft).slice(0, 2)) console.log(say(gap).split('. ')[0]);
// The programme names no objective
// No leader backs the programme
const more = { cadence: { everyWeeks: 2, minutes: 60 }, objectives: ['skillDevelopment' as const] };
const year = program.defineProgram({ ...draft, ...more });

/* Pairs: the weights of the model follow the objectives. */
const { model } = suggestModel(year);
const lee = { id: 'lee', skills: [{ name: 'SQL', level: 4 }] };
const ana = { id: 'ana', skillsWanted: [{ name: 'SQL', level: 3 }] };
const people = { mentors: [lee, { id: 'kim', skills: ['Negotiation'] }], mentees: [ana] };
const pair = matchCohort(people, { model, assumeOptedIn: true }).pairs[0]!;
console.log(`${pair.menteeId} with ${pair.mentorId}, skills weigh ${model.factors.skillCoverage?.weight}`);
// ana with lee, skills weigh 4

/* Agreement, goal and meetings. */
const agreed = program.createAgreement(year, pair, { channel: 'video', boundaries: ['salary'] });
const byAna = program.signAgreement(agreed, 'mentee', '2026-01-12');
const signed = program.signAgreement(byAna, 'mentor', '2026-01-13');
const [idea] = program.suggestGoals(people, 'ana', 'lee');
const goal = program.createGoal(idea!.templateId, {
  ...{ id: 'sql', createdOn: '2026-01-28', due: '2026-11-30', target: 6, relevance: 'My own answers' },
  ...{ obstacle: 'No time', situation: 'a week passes without practice', action: 'I start Monday with it' },
  ...{ blanks: { ...idea!.blanks, judge: 'Lee' }, visibility: 'pair' },
});
const { checkIns } = program.scheduleCheckIns(signed, { start: '2026-01-14T15:00', timeZone: 'Europe/Rome' });
console.log(`${checkIns.length} meetings, the last at ${checkIns.at(-1)?.scheduledAt}`);
// 27 meetings, the last at 2027-01-11T15:00:00+01:00
const calendar = program.calendarFromCheckIns(signed, checkIns, { stamp: '2026-01-12T09:00:00+01:00' });
console.log(calendar.split('\r\n')[0]);
// BEGIN:VCALENDAR

/* The year: meetings are held, the goal moves, and every state is plain JSON. */
let state = program.startPair(signed, { goals: [goal], checkIns });
for (const { id, scheduledOn } of checkIns.slice(0, 26))
  state = program.applyCheckIn(state, { id, status: 'held', heldOn: scheduledOn });
state = program.putGoal(
  state,
  program.recordProgress(goal, { on: '2026-11-20', level: 1, status: 'reached' }),
);
state = program.parsePairState(JSON.parse(JSON.stringify(state)));
console.log(program.pairHealth(state, '2026-12-31').health, program.goalAttainment(state.goals).tScore);
// onTrack 60
state = program.closePair(state, { on: '2027-01-11', reason: 'completed' });
for (const thanks of program.recognise([state])) console.log(`${thanks.personId}: ${say(thanks)}`);
// lee: Thank you for the time you gave. Hours: 26.
// ana: Congratulations on what you reached. Goals: 1.
const { history } = program.rematchOptionsFromPairs([state], { asOf: '2027-01-12' });
console.log(`next matching: ${history[0]?.effect} ${history[0]?.menteeId} with ${history[0]?.mentorId}`);
// next matching: avoid ana with lee
