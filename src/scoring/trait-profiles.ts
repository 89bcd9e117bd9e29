import { compareText } from '../core/index.js';
import type { CohortNote, Participant } from '../participants/index.js';
import {
  type Instrument,
  type Profile,
  profileFromScore,
  type SurveyIssueCode,
  scoreSurvey,
  traitsOf,
} from '../survey/index.js';

/** Issues of a scored survey that keep nothing out of the means. */
const harmless: readonly SurveyIssueCode[] = ['prorated', 'longRun', 'sameAnswerToOppositeItems'];

/** What a person's survey says, and why some of it could not be used (codes, empty = all of it was). */
interface TraitProfile {
  readonly profile: Profile;
  readonly unused: ReadonlySet<string>;
}

/** Profiles of many people, in their order, and what to tell the programme about those left out. */
export interface TraitProfiles {
  readonly mentees: readonly Profile[];
  readonly mentors: readonly Profile[];
  readonly notes: readonly CohortNote[];
}

/**
 * Trait means of everybody: those scored elsewhere where they are of the instrument, else those of the answers
 * where they are. Nothing is guessed, no answer is kept, and what could not be used is counted.
 *
 * @param compared the traits that matter; others are not looked at
 */
export function traitProfiles(
  mentees: readonly Participant[],
  mentors: readonly Participant[],
  instrument: Instrument,
  compared: readonly string[],
): TraitProfiles {
  // Who stands on both sides counts once.
  const people = new Set<string>();
  const peopleByReason = new Map<string, Set<string>>();
  const read = (person: Participant): Profile => {
    const { profile, unused } = traitProfileOf(person, instrument, compared);
    for (const reason of unused) {
      people.add(person.id);
      peopleByReason.set(reason, (peopleByReason.get(reason) ?? new Set()).add(person.id));
    }
    return profile;
  };
  const profiles = { mentees: mentees.map(read), mentors: mentors.map(read) };
  if (people.size === 0) return { ...profiles, notes: [] };
  const reasons = [...peopleByReason].map(([reason, ids]) => [reason, ids.size] as const);
  const note: CohortNote = {
    code: 'surveyNotUsed',
    instrumentId: instrument.id,
    people: people.size,
    reasons: Object.fromEntries(reasons.sort(([one], [other]) => compareText(one, other))),
  };
  return { ...profiles, notes: [note] };
}

function traitProfileOf(
  { survey, traits }: Participant,
  instrument: Instrument,
  compared: readonly string[],
): TraitProfile {
  if (traits?.instrumentId === instrument.id) return fromMeans(traits.means, instrument, compared);
  if (survey?.instrumentId === instrument.id) {
    const score = scoreSurvey(instrument, survey.responses);
    const unused = score.issues
      .filter(
        ({ code, trait }) => !harmless.includes(code) && (trait === undefined || compared.includes(trait)),
      )
      .map(({ code }) => code);
    return { profile: onlyCompared(profileFromScore(score), compared), unused: new Set(unused) };
  }
  const isOther = survey !== undefined || traits !== undefined;
  return { profile: {}, unused: new Set(isOther ? ['otherInstrument'] : []) };
}

/** Means that were scored elsewhere: those off the response scale are no means of this instrument. */
function fromMeans(means: Profile, instrument: Instrument, compared: readonly string[]): TraitProfile {
  const { min, max } = instrument.responseScale;
  const known = traitsOf(instrument);
  const isMean = (mean: Profile[string]) => typeof mean === 'number' && mean >= min && mean <= max;
  const unused = new Set<string>();
  for (const [trait, mean] of Object.entries(means)) {
    if (!known.includes(trait)) unused.add('unknownTrait');
    else if (mean !== null && compared.includes(trait) && !isMean(mean)) unused.add('outOfRange');
  }
  const profile = onlyCompared(means, compared);
  const usable = Object.entries(profile).map(([trait, mean]) => [trait, isMean(mean) ? mean : null] as const);
  return { profile: Object.fromEntries(usable), unused };
}

function onlyCompared(profile: Profile, compared: readonly string[]): Profile {
  const entries = compared.map((trait) => [trait, Object.hasOwn(profile, trait) ? profile[trait] : null]);
  return Object.fromEntries(entries);
}
