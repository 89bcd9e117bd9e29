import type { CohortInput, MenteeInput, MentorInput } from '../../src/participants/index.js';
import { drawDistinct, type Random, randomFrom, zipf } from './random.js';

export interface CompatOptions {
  readonly mentees: number;
  readonly mentors: number;
  /** Whole number, 0 … 2³²−1; 1 unless given. */
  readonly seed?: number;
  /** Gives everyone means of the five traits of `mini-ipip-20`, standard normal around its scale's middle. */
  readonly traits?: boolean;
  /** Least and greatest number of places of a mentor; one place each unless given. */
  readonly capacity?: readonly [lowest: number, highest: number];
}

const traitNames = ['extraversion', 'agreeableness', 'conscientiousness', 'openness', 'neuroticism'];

/**
 * The `compat` family of instances, as people: 3–8 interests of 128 (Zipf, exponent 1.0); mentees want 2–5 of
 * 64 skills (Zipf, exponent 0.8) at level 3 with importance 1–5; mentors have 5–12 of them at levels 1–5. Under
 * the same seed and options a longer list starts with the shorter one.
 */
export function compatCohort(options: CompatOptions): CohortInput {
  const [all = { mentees: [], mentors: [] }] = compatParts(options, Infinity);
  return all;
}

/** The same people in parts of at most `size` of a side, one after another, so that not all are there at once. */
export function* compatParts(options: CompatOptions, size: number): Generator<CohortInput, void> {
  const { mentees, mentors, seed = 1 } = options;
  const ofMentees = drawsFrom(randomFrom(seed));
  const ofMentors = drawsFrom(randomFrom(seed ^ 0x5bd1e995));
  for (let from = 0; from < Math.max(mentees, mentors); from += size) {
    const part = (all: number) => ({ length: Math.min(size, Math.max(0, all - from)) });
    yield {
      mentees: Array.from(part(mentees), (_, at) => mentee(ofMentees, from + at, options)),
      mentors: Array.from(part(mentors), (_, at) => mentor(ofMentors, from + at, options)),
    };
  }
}

interface Draws {
  readonly random: Random;
  readonly tag: () => number;
  readonly skill: () => number;
}

function drawsFrom(random: Random): Draws {
  return { random, tag: zipf(random, 128, 1.0), skill: zipf(random, 64, 0.8) };
}

function mentee(
  { random, tag, skill }: Draws,
  place: number,
  { traits = false }: CompatOptions,
): MenteeInput {
  const interests = drawDistinct(tag, random.whole(3, 8)).map(tagName);
  const skillsWanted = drawDistinct(skill, random.whole(2, 5)).map((each) => ({
    name: skillName(each),
    level: 3,
    importance: random.whole(1, 5),
  }));
  const person = { id: `mentee-${place}`, optedIn: true, interests, skillsWanted };
  return traits ? { ...person, traits: traitMeans(random) } : person;
}

function mentor({ random, tag, skill }: Draws, place: number, options: CompatOptions): MentorInput {
  const { traits = false, capacity: [lowest, highest] = [1, 1] } = options;
  const interests = drawDistinct(tag, random.whole(3, 8)).map(tagName);
  const skills = drawDistinct(skill, random.whole(5, 12)).map((each) => ({
    name: skillName(each),
    level: random.whole(1, 5),
  }));
  const capacity = random.whole(lowest, highest);
  const person = { id: `mentor-${place}`, optedIn: true, interests, skills, capacity };
  return traits ? { ...person, traits: traitMeans(random) } : person;
}

function traitMeans(random: Random) {
  const means = Object.fromEntries(traitNames.map((trait) => [trait, onScale(random.normal())]));
  return { instrumentId: 'mini-ipip-20', means };
}

/** A standard normal draw as a mean on a scale from 1 to 5, without the digits in which engines differ. */
function onScale(draw: number): number {
  return Math.round(Math.min(5, Math.max(1, 3 + draw)) * 1e6) / 1e6;
}

const tagName = (tag: number) => `interest ${tag}`;
const skillName = (skill: number) => `skill ${skill}`;
