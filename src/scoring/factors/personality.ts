import type { CohortNote, Participant } from '../../participants/index.js';
import {
  type CohortNorm,
  compileProfileSimilarity,
  fewestForNorms,
  type Instrument,
  type Norms,
  normsFromProfiles,
  type Profile,
  type ProfileMeasure,
  type ProfileTrait,
  profileMeasures,
} from '../../survey/index.js';
import {
  checkComparedTraits,
  comparedTraits,
  instrumentOf,
  type TraitDirection,
  usualMeasure,
} from '../compared-traits.js';
import type { CompiledFactor, FactorKind, FactorOptions, FactorStatistics } from '../kind.js';
import { traitProfiles } from '../trait-profiles.js';

export interface PersonalityOptions extends FactorOptions {
  /** The id of a built-in instrument, or an instrument of your own as data (see `defineInstrument`). */
  readonly instrument: string | Instrument;
  /** `traitGap` unless given; see `ProfileMeasure`. */
  readonly measure?: ProfileMeasure;
  /** Traits that count; one that is not named is ignored. Openness and conscientiousness, similar, unless given. */
  readonly traits?: Readonly<Record<string, TraitDirection>>;
}

/**
 * How alike the personalities of two people are, by one survey; a trait weighs what its scale is reliable
 * (1 where no reliability is published). Unknown where either has no survey of this instrument, or they have
 * too few traits in common.
 *
 * Measures in standard deviations need norms: the instrument's where it has one for every trait compared, else
 * the cohort's own of at least five people, which are kept in the baseline (a trait that fewer know has the
 * instrument's norm or is left out, with a note); a trait in which all are the same then tells nobody apart
 * and is left out.
 */
export const personality: FactorKind<PersonalityOptions> = {
  check: checkComparedTraits,
  fields: () => ({ mentees: ['survey', 'traits'], mentors: ['survey', 'traits'] }),
  compile: (options, { mentees, mentors }, given) => {
    const { measure = usualMeasure } = options;
    const instrument = instrumentOf(options.instrument);
    const traits = comparedTraits(instrument, measure, options.traits);
    const names = traits.map(({ trait }) => trait);
    const profiles = traitProfiles(mentees, mentors, instrument, names);
    const everybody = whenAsked(profiles, mentees, mentors);
    const traitNorms = cohortNorms(instrument, measure, names, everybody, given);
    // As numbers: the profiles of a large cohort would take far more room.
    const means = { mentees: meansOf(profiles.mentees, names), mentors: meansOf(profiles.mentors, names) };
    const usable = traits.filter(({ trait }) => traitNorms === undefined || Object.hasOwn(traitNorms, trait));
    return {
      ...compileRows(profiles, usable, measure, instrument, traitNorms),
      explain: (mentee, mentor) => ({
        measure,
        traits: traits.map(({ trait, direction }, at) => ({
          trait,
          direction,
          menteeMean: knownMean(means.mentees[mentee * traits.length + at]!),
          mentorMean: knownMean(means.mentors[mentor * traits.length + at]!),
        })),
      }),
      comparedWithPairs: true,
      notes: [...profiles.notes, ...tooFewNote(instrument.id, names, everybody, traitNorms)],
      ...(traitNorms === undefined ? {} : { statistics: { traitNorms } }),
    };
  },
};

/** The means of each person in the order of the traits, NaN = unknown. */
function meansOf(profiles: readonly Profile[], names: readonly string[]): Float64Array {
  const means = new Float64Array(profiles.length * names.length);
  let at = 0;
  for (const profile of profiles) for (const name of names) means[at++] = profile[name] ?? Number.NaN;
  return means;
}

const knownMean = (mean: number): number | null => (Number.isNaN(mean) ? null : mean);

/**
 * Norms taken from the cohort, or from a baseline; `undefined` where the instrument's will do or none are needed. A
 * trait that too few people know for a norm that keeps their answers to themselves has the instrument's, or none.
 */
function cohortNorms(
  { norms }: Instrument,
  measure: ProfileMeasure,
  names: readonly string[],
  everybody: () => readonly Profile[],
  given: FactorStatistics | undefined,
): FactorStatistics['traitNorms'] {
  const published = norms === undefined ? {} : norms.traits;
  const isNormed = names.every((name) => Object.hasOwn(published, name));
  if (!profileMeasures[measure].standardised || isNormed) return undefined;
  const own = given?.traitNorms ?? normsFromProfiles(everybody());
  return Object.fromEntries(
    names.flatMap((name): [string, CohortNorm][] => {
      if (Object.hasOwn(own, name)) return [[name, own[name]!]];
      return Object.hasOwn(published, name) ? [[name, { ...published[name]!, n: norms!.n }]] : [];
    }),
  );
}

/** Everybody once: a norm counts people. Who stands on both sides has the mean as a mentee, or the one as a mentor. */
function distinctProfiles(
  profiles: { readonly mentees: readonly Profile[]; readonly mentors: readonly Profile[] },
  mentees: readonly Participant[],
  mentors: readonly Participant[],
): Profile[] {
  const byId = new Map(mentees.map(({ id }, at) => [id, profiles.mentees[at]!]));
  for (const [at, { id }] of mentors.entries()) {
    const known = Object.entries(byId.get(id) ?? {}).filter(([, mean]) => typeof mean === 'number');
    byId.set(id, { ...profiles.mentors[at]!, ...Object.fromEntries(known) });
  }
  return [...byId.values()];
}

/**
 * The same once it is needed. Made here, so that what `explain` keeps in use does not keep the profiles too.
 */
function whenAsked(...people: Parameters<typeof distinctProfiles>): () => Profile[] {
  let found: Profile[] | undefined;
  return () => {
    found ??= distinctProfiles(...people);
    return found;
  };
}

/** Says whose answers to a trait are not compared, because so few gave some that a norm would tell them. */
function tooFewNote(
  instrumentId: string,
  names: readonly string[],
  everybody: () => readonly Profile[],
  norms: FactorStatistics['traitNorms'],
): CohortNote[] {
  if (norms === undefined) return [];
  const profiles = everybody();
  const knows = (profile: Profile, name: string) => typeof profile[name] === 'number';
  const left = names.filter((name) => !Object.hasOwn(norms, name));
  const few = left.filter(
    (name) => profiles.filter((profile) => knows(profile, name)).length < fewestForNorms,
  );
  const people = profiles.filter((profile) => few.some((name) => knows(profile, name))).length;
  if (people === 0) return [];
  return [{ code: 'surveyNotUsed', instrumentId, people, reasons: { tooFewForNorms: people } }];
}

function compileRows(
  profiles: { readonly mentees: readonly Profile[]; readonly mentors: readonly Profile[] },
  traits: readonly ProfileTrait[],
  measure: ProfileMeasure,
  instrument: Instrument,
  norms: Norms | undefined,
): Pick<CompiledFactor, 'writeRow' | 'valuesAt' | 'value'> {
  if (traits.length < profileMeasures[measure].fewestTraits) {
    return { writeRow: (_, out) => void out.fill(Number.NaN), value: () => Number.NaN };
  }
  const similarity = compileProfileSimilarity({
    measure,
    instrument,
    traits,
    ...(norms === undefined ? {} : { norms }),
  });
  const packed = (people: readonly Profile[]) =>
    similarity.pack({
      length: people.length,
      *[Symbol.iterator]() {
        for (const profile of people) yield similarity.prepare(profile);
      },
    });
  const own = packed(profiles.mentees);
  const others = packed(profiles.mentors);
  const width = similarity.traits.length;
  const mentee = new Float64Array(width);
  const mentor = new Float64Array(width);
  /** Copies one profile of a block; false where nothing of it is known. */
  const take = ({ values, count }: typeof own, person: number, out: Float64Array): boolean => {
    for (let trait = 0; trait < width; trait++) out[trait] = values[trait * count + person]!;
    return !out.every(Number.isNaN);
  };
  return {
    writeRow: (row, out) => {
      if (take(own, row, mentee)) similarity.fillRow(mentee, others, out);
      else out.fill(Number.NaN);
    },
    valuesAt: (row, mentors, count, out) => {
      if (take(own, row, mentee)) similarity.fillAt(mentee, others, mentors, count, out);
      else out.fill(Number.NaN, 0, count);
    },
    value: (row, column) => {
      take(own, row, mentee);
      take(others, column, mentor);
      return similarity.similarityOf(mentee, mentor);
    },
  };
}
