import type { MetricTexts } from './metric-texts.js';

export const metricsEnglish: MetricTexts = {
  number: (value, digits) => value.toFixed(digits),
  metrics: {
    participationMentees: {
      name: 'Participation of mentees',
      definition: 'mentees who opted in ÷ people who could have become mentees',
      unit: 'percent',
    },
    participationMentors: {
      name: 'Participation of mentors',
      definition: 'mentors who opted in ÷ people who could have become mentors',
      unit: 'percent',
    },
    optInMentees: {
      name: 'Mentees who opted in',
      definition: 'mentees who agreed to take part ÷ mentees who were asked',
      unit: 'percent',
    },
    optInMentors: {
      name: 'Mentors who opted in',
      definition: 'mentors who agreed to take part ÷ mentors who were asked',
      unit: 'percent',
    },
    matchRate: {
      name: 'Match rate',
      definition: 'mentees with a mentor ÷ mentees who opted in',
      unit: 'percent',
    },
    seatUtilisation: {
      name: 'Places taken',
      definition: 'mentees with a mentor ÷ places of all mentors who opted in',
      unit: 'percent',
    },
    mentorUtilisation: {
      name: 'Mentors with a mentee',
      definition: 'mentors with at least one mentee ÷ mentors who opted in and have a place',
      unit: 'percent',
    },
    timeToMatch: {
      name: 'Time to the start of a pair',
      definition:
        'median days from the wish for a mentor to the start of the first pair; who still waits counts as waiting until now',
      unit: 'days',
    },
    sessionCompletion: {
      name: 'Meetings held',
      definition:
        'scheduled meetings that were held ÷ meetings scheduled so far, those called off included, extra ones not',
      unit: 'percent',
    },
    cadenceAdherence: {
      name: 'Meeting as often as agreed',
      definition: 'mean over pairs of meetings held ÷ meetings expected so far, at most 1 each',
      unit: 'percent',
    },
    onTrackShare: {
      name: 'Pairs on track',
      definition:
        'pairs that are on track by pairHealth ÷ pairs under way, too early ones and closed ones not counted',
      unit: 'percent',
    },
    earlyClosures: {
      name: 'Pairs ended early',
      definition:
        'pairs closed before the agreed end, other than because the goals were reached ÷ pairs that started',
      unit: 'percent',
    },
    rematchRate: {
      name: 'A new pair after an early end',
      definition: 'mentees who started another pair ÷ mentees whose pair ended early',
      unit: 'percent',
    },
    trainingMentees: {
      name: 'Mentees who finished the training',
      definition: 'mentees in pairs who finished the training ÷ mentees in pairs',
      unit: 'percent',
    },
    trainingMentors: {
      name: 'Mentors who finished the training',
      definition: 'mentors in pairs who finished the training ÷ mentors in pairs',
      unit: 'percent',
    },
    responseMentees: {
      name: 'Response rate of mentees',
      definition: 'answers of mentees ÷ answers they could have given, one for each pair that started',
      unit: 'percent',
    },
    responseMentors: {
      name: 'Response rate of mentors',
      definition: 'answers of mentors ÷ answers they could have given, one for each pair that started',
      unit: 'percent',
    },
    satisfactionMentees: {
      name: 'Satisfaction of mentees',
      definition: 'mean of the answers of mentees, 1 to 5',
      unit: 'stars',
    },
    satisfactionMentors: {
      name: 'Satisfaction of mentors',
      definition: 'mean of the answers of mentors, 1 to 5',
      unit: 'stars',
    },
    topTwoMentees: {
      name: 'Satisfied mentees',
      definition: 'answers of 4 or 5 ÷ answers of mentees (top two boxes)',
      unit: 'percent',
    },
    topTwoMentors: {
      name: 'Satisfied mentors',
      definition: 'answers of 4 or 5 ÷ answers of mentors (top two boxes)',
      unit: 'percent',
    },
    netPromoterMentees: {
      name: 'Net promoter score of mentees',
      definition: 'per cent of mentees who would recommend it (9, 10) − per cent who would not (0 to 6)',
      unit: 'points',
    },
    netPromoterMentors: {
      name: 'Net promoter score of mentors',
      definition: 'per cent of mentors who would recommend it (9, 10) − per cent who would not (0 to 6)',
      unit: 'points',
    },
    meetingRating: {
      name: 'Rating of meetings',
      definition: 'mean of the ratings of meetings that those who run the programme may see, 1 to 5',
      unit: 'stars',
    },
    goalsCompleted: {
      name: 'Goals reached',
      definition:
        'goals reached ÷ goals set, private ones not counted and dropped ones counted as not reached',
      unit: 'percent',
    },
    milestonesOnTime: {
      name: 'Milestones on time',
      definition: 'milestones reached by their day ÷ milestones whose day has come',
      unit: 'percent',
    },
    goalAttainment: {
      name: 'Goal attainment',
      definition:
        'mean T-score of pairs over goals that are closed or due; 50 is as expected, 10 a standard deviation',
      unit: 'points',
    },
    skillGain: {
      name: 'Skill gain',
      definition: 'mean of skill levels after − before, as mentees see them',
      unit: 'levels',
    },
    retentionDifference: {
      name: 'Retention, difference',
      definition: 'share of participants who stayed − share of the comparison group who did',
      unit: 'percent',
    },
    promotionDifference: {
      name: 'Promotion, difference',
      definition: 'share of participants who were promoted − share of the comparison group who were',
      unit: 'percent',
    },
  },
  levels: { reaction: 'reaction', learning: 'learning', behaviour: 'behaviour', results: 'results' },
  notes: {
    notTracked: 'not tracked',
    suppressed: 'not shown, to protect small groups',
    notReached: 'not known yet: too many still wait',
    association: 'an association, not an effect: taking part was a choice',
  },
  units: {
    percent: (value) => `${value} %`,
    points: (value) => value,
    days: (value) => `${value} days`,
    stars: (value) => `${value} of 5`,
    levels: (value) => `${value} levels`,
  },
  unknownGroup: 'unknown',
  line: ({ name, value, of, interval, note }) =>
    `${[`${name}: ${value}`, of, interval].filter(Boolean).join(' ')}${note === '' ? '' : ` – ${note}`}`,
  of: ({ numerator, denominator }) => `(${numerator} of ${denominator})`,
  interval: ({ low, high }) => `[${low} to ${high}]`,
  comparedWith: (name) => `compared with ${name}`,
  responseRate: (percent) => `${percent} % answered`,
  leftOut: (records) => `Records left out because they cannot be: ${records}.`,
  columns: {
    group: 'group',
    metric: 'metric',
    value: 'value',
    numerator: 'numerator',
    denominator: 'denominator',
    people: 'people',
    low: 'low',
    high: 'high',
    level: 'level',
    note: 'note',
  },
  change: {
    line: ({ change, speaksFor, people, against }) =>
      `${change}: ${speaksFor} of ${people} people for it, ${against} against`,
    codes: {
      raiseWeight: (what) => `give ${what} more weight`,
      lowerWeight: (what) => `give ${what} less weight`,
      addFactor: (what) => `let ${what} count`,
      addRule: (what) => `ask for ${what} as a rule`,
      raiseCapacity: () => 'ask mentors for more places',
      lowerCapacity: () => 'ask mentors for fewer places',
    },
    aspects: {
      skills: 'skills',
      interests: 'interests',
      preference: 'whom people ask for',
      personality: 'personality',
      seniority: 'the lead in experience',
      timeZone: 'common working hours',
      availability: 'free time in common',
      language: 'a common language',
    },
    none: 'The answers ask for no change.',
    onlyProposals: 'These are proposals. Nothing has been changed.',
  },
};
