import type { ProgramTexts } from './texts.js';

export const englishFindings: ProgramTexts['findings'] = {
  noObjectives:
    'The programme names no objective. Without one nobody can choose mentors for it, and nobody will know whether it worked.',
  noSponsor:
    'No leader backs the programme. People find time for what their leaders visibly care about, and a sponsor opens doors when something is stuck.',
  noLead: 'Nobody runs the programme. Someone has to answer questions and notice pairs that have gone quiet.',
  noLeadContact: 'It is not said how to reach the lead. People need to know whom to ask before they need it.',
  noCadence:
    'It is not said how often pairs meet. Pairs that agree on a rhythm at the start meet more often than those that do not.',
  noResources:
    'There are no resources for the pairs. A guide or a template saves each pair from inventing the same thing.',
  noMentors: 'There are no mentors yet, so nobody can be paired.',
  noMentees: 'There are no mentees yet, so nobody can be paired.',
  noObjectiveMeasure:
    'It is not said how you will know that this was reached: {objective}. What is not decided beforehand is judged afterwards by whoever speaks loudest.',
  fewMeetings:
    'Meetings that fit into the programme: {meetings}. Trust takes a few meetings, and only then does the work on goals begin; plan for six or more.',
  trainingIncomplete:
    'The training leaves something out ({role}): {topics}. People who were shown how get more out of their first meetings.',
  tooFewPlaces:
    'Places: {places}; mentees: {mentees}. Somebody will be left without a mentor. Ask for more mentors, or say now how the places are given.',
  notOptedIn:
    'Have not opted in ({role}): {people}. Mentoring is voluntary; who has not said yes is not paired.',
  notTrained:
    'Not trained by the start ({role}): {people}. A first meeting that goes wrong is hard to repair.',
  skillsUnknown:
    'Skills not stated ({role}): {people}. In a programme for skills they are what a pair is chosen by.',

  outcomeShort:
    'The outcome is too short to be specific. Say what will be different, for whom, and by how much.',
  measureMissing: 'There is no measure. Name something that two people would count in the same way.',
  measureRepeatsOutcome:
    'The measure only repeats the outcome. Say what can be counted or seen when it is reached.',
  levelsUnwritten:
    'Levels that are not described: {levels}. Write all five now; written afterwards they measure nothing.',
  levelsAlike: 'Levels that read alike: {levels}. Make each one something that the others are not.',
  baselineReached:
    'The goal is reached from the start. Raise what is expected, so that there is something to work for.',
  obstacleMissing:
    'No obstacle is named. Think of what has stopped you before; a plan for it is half the way.',
  planMissing: 'The if-then plan is incomplete. Finish the sentence: if this happens, then I will do that.',
  fewMilestones: 'Milestones: {count}. Set three to five, so that you notice in time when you fall behind.',
  manyMilestones: 'Milestones: {count}. Keep three to five, and leave the rest to your own list.',
  milestoneUntitled: 'A milestone has no title ({milestoneId}). Say what will be done by then.',
  milestoneOutside:
    'A milestone lies outside the time of the goal ({milestoneId}). Move it, or move the due date.',
  milestonesOutOfOrder: 'The milestones are not in the order of their dates. Sort them, or correct a date.',
  relevanceMissing:
    'It is not said why the goal matters. Write down what it would change for you; you will need it on a bad day.',
  dueTooSoon: 'The due date is less than 14 days away. Take more time, or choose a smaller goal.',
  dueTooFar: 'The due date is more than 24 months away. Choose a first part that can be reached sooner.',

  notStarted: 'The pair starts on {start}.',
  firstMeetingAhead: 'The first meeting is due by {due}.',
  noFirstMeeting: 'The two have not met; the first meeting was due by {due}.',
  meetsAsAgreed: 'The two meet as agreed; they last met on {last}.',
  overdue: 'The two have not met for {days} days; they agreed on every {expected} days.',
  missedInARow: 'The last two meetings did not take place.',
  lowRating: 'One of the two rated the last meeting {rating} of 5 and wants you to know.',
  silent: 'The two have not met for {days} days.',
  endPassed: 'The agreed time ended on {end}, and the pair has not been closed.',
  pairClosed: 'The pair was closed on {on}.',

  trained: 'Finished the training.',
  firstMeeting: 'The two met for the first time.',
  meetings: 'Meetings held: {count}.',
  hours: 'Hours together: {count}.',
  halfway: 'Half of the agreed time, and the two are still at it.',
  milestoneReached: 'Reached a milestone: {title}',
  goalReached: 'Reached a goal: {title}',
  beyondExpected: 'Went further than expected: {title}',
  completed: 'Completed the time that was agreed.',

  thankHours: 'Thank you for the time you gave. Hours: {value}.',
  thankMeetings: 'Thank you for being there. Meetings: {value}.',
  thankMentees: 'Thank you for your guidance. Mentees you accompanied: {value}.',
  thankPairsCompleted: 'Thank you for staying to the end. Pairs completed: {value}.',
  thankFeedback: 'Thank you for your feedback, which helps others. Meetings you commented on: {value}.',
  thankGoals: 'Congratulations on what you reached. Goals: {value}.',
  thankMilestones: 'Congratulations on the way you have come. Milestones: {value}.',
};
