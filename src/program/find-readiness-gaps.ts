import type { Side } from '../participants/index.js';
import { type ProgramInput, readProgram, trainingTopics } from './define-program.js';
import { readArgument } from './read.js';
import { type AnyCohort, type KnownCohort, type KnownPerson, readPeople } from './read-people.js';
import type { Program, ProgramObjective, TrainingTopic } from './types.js';

/**
 * What is missing before a launch. `needed`: without it people are let down; `advised`: it usually pays.
 * `describeFinding` says each in words, with why it matters.
 */
export type ReadinessGap = { readonly severity: 'needed' | 'advised' } & (
  | {
      readonly code:
        | 'noObjectives'
        | 'noSponsor'
        | 'noLead'
        | 'noLeadContact'
        | 'noCadence'
        | 'noResources'
        | 'noMentors'
        | 'noMentees';
    }
  | { readonly code: 'noObjectiveMeasure'; readonly objective: ProgramObjective }
  /** Fewer than six meetings fit into the programme. */
  | { readonly code: 'fewMeetings'; readonly meetings: number }
  | {
      readonly code: 'trainingIncomplete';
      readonly role: Side;
      readonly topics: readonly TrainingTopic[];
    }
  /** Of those who opted in. */
  | { readonly code: 'tooFewPlaces'; readonly places: number; readonly mentees: number }
  | { readonly code: 'notOptedIn'; readonly role: Side; readonly people: number }
  /** Opted in, and the programme trains their side, but no `trainedOn` up to the start. */
  | { readonly code: 'notTrained'; readonly role: Side; readonly people: number }
  /** Opted in, in a programme for skills, but skills (wanted) are not stated. */
  | { readonly code: 'skillsUnknown'; readonly role: Side; readonly people: number }
);

/** Meetings below which two people hardly get to work on a goal. */
const fewestMeetings = 6;

/**
 * Lists what a programme lacks before it starts; empty is good.
 *
 * @param program as `defineProgram` takes or returns it
 * @param cohort who has come forward, if that is known: then places, consent, training and skills are looked at
 * @throws InputError where the programme or the cohort cannot be read
 */
export function findReadinessGaps(program: Program | ProgramInput, cohort?: AnyCohort): ReadinessGap[] {
  const read = readArgument('findReadinessGaps', 'program', program, readProgram);
  const people =
    cohort === undefined ? undefined : readArgument('findReadinessGaps', 'cohort', cohort, readPeople);
  return [...gapsOfDefinition(read), ...(people === undefined ? [] : gapsOfPeople(read, people))];
}

function gapsOfDefinition(program: Program): ReadinessGap[] {
  const gaps: ReadinessGap[] = [];
  if (program.objectives.length === 0) gaps.push({ severity: 'needed', code: 'noObjectives' });
  for (const { objective, measure } of program.objectives)
    if (measure === null) gaps.push({ severity: 'advised', code: 'noObjectiveMeasure', objective });
  if (program.sponsor === null) gaps.push({ severity: 'needed', code: 'noSponsor' });
  if (program.lead === null) gaps.push({ severity: 'needed', code: 'noLead' });
  else if (program.lead.contact === null) gaps.push({ severity: 'needed', code: 'noLeadContact' });
  if (program.cadence === null) gaps.push({ severity: 'needed', code: 'noCadence' });
  else {
    const meetings = Math.floor((program.lengthMonths * 365.25) / 12 / 7 / program.cadence.everyWeeks);
    if (meetings < fewestMeetings) gaps.push({ severity: 'advised', code: 'fewMeetings', meetings });
  }
  for (const role of ['mentor', 'mentee'] as const) {
    const topics = trainingTopics[role].filter((topic) => !program.training[role].includes(topic));
    if (topics.length > 0) gaps.push({ severity: 'needed', code: 'trainingIncomplete', role, topics });
  }
  if (program.resources.length === 0) gaps.push({ severity: 'advised', code: 'noResources' });
  return gaps;
}

function gapsOfPeople(program: Program, cohort: KnownCohort): ReadinessGap[] {
  const gaps: ReadinessGap[] = [];
  const sides = { mentor: cohort.mentors, mentee: cohort.mentees };
  if (sides.mentor.length === 0) gaps.push({ severity: 'needed', code: 'noMentors' });
  if (sides.mentee.length === 0) gaps.push({ severity: 'needed', code: 'noMentees' });
  const taking = {
    mentor: sides.mentor.filter(({ optedIn }) => optedIn),
    mentee: sides.mentee.filter(({ optedIn }) => optedIn),
  };
  const places = taking.mentor.reduce((sum, { capacity }) => sum + capacity, 0);
  const mentees = taking.mentee.length;
  if (places < mentees) gaps.push({ severity: 'needed', code: 'tooFewPlaces', places, mentees });
  const isSkillProgram = program.objectives.some(({ objective }) => objective === 'skillDevelopment');
  for (const role of ['mentor', 'mentee'] as const) {
    const isUntrained = ({ trainedOn }: KnownPerson) => trainedOn === null || trainedOn > program.start;
    const says = ({ skills, skillsWanted }: KnownPerson) => (role === 'mentor' ? skills : skillsWanted);
    const notOptedIn = sides[role].length - taking[role].length;
    const notTrained = program.training[role].length > 0 ? taking[role].filter(isUntrained).length : 0;
    const silent = isSkillProgram ? taking[role].filter((person) => says(person) === null).length : 0;
    if (notOptedIn > 0) gaps.push({ severity: 'needed', code: 'notOptedIn', role, people: notOptedIn });
    if (notTrained > 0) gaps.push({ severity: 'needed', code: 'notTrained', role, people: notTrained });
    if (silent > 0) gaps.push({ severity: 'advised', code: 'skillsUnknown', role, people: silent });
  }
  return gaps;
}
