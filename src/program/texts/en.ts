import { englishCareerGoals } from './en-career-goals.js';
import { englishConversations } from './en-conversations.js';
import { englishCultureGoals } from './en-culture-goals.js';
import { englishFindings } from './en-findings.js';
import { englishSkillGoals } from './en-skill-goals.js';
import type { ProgramTexts } from './texts.js';

export const english: ProgramTexts = {
  language: 'en',
  sides: { mentor: 'mentors', mentee: 'mentees', both: 'mentors and mentees' },
  objectives: {
    careerAdvancement: 'career advancement',
    skillDevelopment: 'skill development',
    culture: 'finding one’s way in the culture',
  },
  findings: englishFindings,
  topics: {
    guidance: {
      title: 'Guidance',
      text: 'Ask before you advise. Tell what you did and what came of it, the failures too, and leave the decision to your mentee.',
      practice: 'In a practice talk of ten minutes, ask five open questions before you give any advice.',
    },
    feedback: {
      title: 'Feedback',
      text: 'Say what you saw, what it led to, and what you would try instead. Soon, in private, about things that can be changed.',
      practice: 'Turn one general remark (“be more confident”) into an observation and a suggestion.',
    },
    support: {
      title: 'Support',
      text: 'Open doors: introduce, recommend, name your mentee where decisions are made. Know where your part ends and who can help beyond it.',
      practice: 'Name three people you could introduce, and where you would send someone in distress.',
    },
    goalSetting: {
      title: 'Goal setting',
      text: 'Bring one goal that matters to you. Write down beforehand what less, as much and more than expected would look like.',
      practice: 'Fill in one goal template and have a colleague tell you what is unclear.',
    },
    communication: {
      title: 'Communication',
      text: 'Say what you want from a meeting before it starts. Ask when you do not understand, and tell what became of the advice you got.',
      practice: 'Write the message that asks for your next meeting, with its topic in one sentence.',
    },
    managingTheRelationship: {
      title: 'Managing the relationship',
      text: 'You keep the calendar and the notes. If meetings fall away or it does not fit, say so early; the programme helps.',
      practice: 'Put the next three meetings into your calendar and note how you would call one off.',
    },
  },
  agreement: {
    title: 'Mentoring agreement',
    between: 'Between {mentee} (mentee) and {mentor} (mentor).',
    duration: 'We work together from {start} to {end}.',
    meetings:
      'Weeks from one meeting to the next: {everyWeeks}. Minutes of each meeting: {minutes}. {channel}',
    channels: {
      inPerson: 'We meet in person.',
      video: 'We meet by video.',
      phone: 'We talk by phone.',
      mixed: 'We meet in person or by video, as it suits.',
    },
    confidentialityTitle: 'What stays between us',
    confidentiality: {
      strict: 'What we talk about stays between us.',
      progressShared:
        'What we talk about stays between us. Those who run the programme see whether we meet and how goals progress, not what was said.',
    },
    exceptions: 'This does not hold where a person is in danger or the law says otherwise.',
    boundariesTitle: 'What we leave out',
    noBoundaries: 'Nothing was named. Either of us may name something at any time.',
    endingTitle: 'If it ends early',
    ending: 'Either of us may end it by saying so {noticeDays} days before.',
    endingWithMeeting: 'We then meet once more, to close well.',
    noBlame: 'No reason has to be given, and it has no consequences for anybody’s work.',
    signaturesTitle: 'Agreed',
    signed: '{name}: {on}',
    notSigned: '{name}: not yet',
  },
  conversations: englishConversations,
  resources: {
    agreement: 'The mentoring agreement',
    training: 'The training checklist',
    conversationGuide: 'A guide for every meeting',
    calendar: 'The meetings as a calendar file',
    goalTemplates: 'Goal templates',
    feedback: 'Feedback after a meeting',
    contact: 'Whom to ask: {name}, {contact}',
  },
  calendar: {
    summary: {
      first: 'Mentoring: first meeting ({partners})',
      regular: 'Mentoring ({partners})',
      checkpoint: 'Mentoring: looking back ({partners})',
      closing: 'Mentoring: closing meeting ({partners})',
      extra: 'Mentoring: extra meeting ({partners})',
    },
    description: '{title}. {aim}',
  },
  goals: {
    frames: {
      SMART: 'specific, measurable, attainable, relevant, time-bound',
      GROW: 'goal, reality, options, will',
      OKR: 'an objective and its key results',
      WOOP: 'wish, outcome, obstacle, plan',
    },
    questions: {
      SMART: {
        relevance: 'Why is this worth your time now?',
        due: 'By when?',
        obstacle: 'What could make it unattainable?',
        situation: 'How will you notice that this is happening? If …',
        action: 'What will you do then?',
      },
      GROW: {
        relevance: 'What would reaching this goal change for you?',
        due: 'By when do you want to be there?',
        obstacle: 'What does the way there look like in reality; what stands in it?',
        situation: 'Which situation calls for one of your options? If …',
        action: 'Which option will you take then?',
      },
      OKR: {
        relevance: 'Why does this objective matter to you and to the organisation?',
        due: 'When does the period end?',
        obstacle: 'What would most likely keep the key result low?',
        situation: 'What is the first sign of it? If …',
        action: 'What will you change then?',
      },
      WOOP: {
        relevance: 'What would be the best thing about your wish coming true?',
        due: 'By when should it come true?',
        obstacle: 'What in you stands in the way?',
        situation: 'When and where does that obstacle turn up? If …',
        action: 'What will you do to overcome it?',
      },
    },
    levels: [
      '{measure}: fewer than {half}.',
      '{measure}: at least {half}, but fewer than {target}.',
      '{measure}: at least {target}.',
      '{measure}: at least {target}, and {more}.',
      '{measure}: at least {target}, {more}, and {most}.',
    ],
    templates: { ...englishCareerGoals, ...englishSkillGoals, ...englishCultureGoals },
  },
};
