import type { Skill, TermReader } from '../../participants/index.js';
import { type CompiledFactor, contribution, type FactorKind, type FactorOptions } from '../kind.js';
import { rarityWeights, termFrequency } from '../rarity.js';
import { asWritten, termLevels } from '../skill-levels.js';
import { coverageTally } from '../skill-tally.js';
import { internTerms, listsOf } from '../term-sets.js';

export interface SkillCoverageOptions extends FactorOptions {
  /** Counts a skill that few mentors offer for more. */
  readonly rarity?: boolean;
}

/** One skill that a mentee lacks: from level `today` by `gap`, with its weight. */
interface Gap {
  readonly term: string;
  readonly today: number;
  readonly gap: number;
  readonly weight: number;
}

/**
 * The share of the mentee's skill gap that the mentor can close:
 *
 * Σ w·g·clamp((m − a)/g, 0, 1) / Σ w·g over the wanted skills with g = target − a > 0,
 *
 * a the mentee's level today, m the mentor's level (0 where not offered), w the importance (times the rarity
 * of the skill among mentors, if asked for). Unknown where the mentee said nothing of the skills wanted or
 * lacks none, or the mentor said nothing of the skills offered.
 *
 * Explained by skill: the term by which it is compared, how the mentee wrote it, the levels and the share covered.
 */
export const skillCoverage: FactorKind<SkillCoverageOptions> = {
  check: (spec) => spec.boolean('rarity'),
  fields: () => ({ mentees: ['skills', 'skillsWanted'], mentors: ['skills'] }),
  compile: ({ rarity = false }, { mentees, mentors, terms }, statistics) => {
    const levelsOf = ({ skills }: { readonly skills?: readonly Skill[] }) =>
      skills === undefined ? undefined : termLevels(skills, terms);
    const offered = listsOf(mentors, levelsOf);
    const offeredTerms = listsOf(mentors, (mentor) => levelsOf(mentor)?.map(({ term }) => term));
    const gaps = listsOf(mentees, (mentee) => gapsOf(mentee, terms));
    const wantedTerms = listsOf(mentees, (mentee) => gapsOf(mentee, terms)?.map(({ term }) => term));
    const sets = internTerms(wantedTerms, offeredTerms);
    const frequency = rarity ? (statistics?.termFrequency ?? termFrequency(offeredTerms)) : undefined;
    const rareness = frequency === undefined ? undefined : rarityWeights(sets.vocabulary, frequency);

    // The gaps of mentee i stand where the terms of mentee i stand, and so do the levels of the mentors.
    const today = new Float64Array(sets.mentees.terms.length);
    const gap = new Float64Array(today.length);
    const weight = new Float64Array(today.length);
    const total = new Float64Array(mentees.length).fill(Number.NaN);
    let mentee = 0;
    for (const list of gaps) {
      let sum = 0;
      const start = sets.mentees.starts[mentee]!;
      (list ?? []).forEach((item, position) => {
        const at = start + position;
        today[at] = item.today;
        gap[at] = item.gap;
        weight[at] = item.weight * (rareness?.[sets.mentees.terms[at]!] ?? 1);
        sum += weight[at]! * item.gap;
      });
      if (sum > 0) total[mentee] = sum;
      mentee += 1;
    }
    const levels = new Float64Array(sets.mentors.terms.length);
    const holderLevels = new Float64Array(levels.length);
    const next = sets.holderStarts.slice();
    let mentor = 0;
    for (const list of offered) {
      const start = sets.mentors.starts[mentor]!;
      (list ?? []).forEach(({ level }, position) => {
        const at = start + position;
        levels[at] = level;
        holderLevels[next[sets.mentors.terms[at]!]!++] = level;
      });
      mentor += 1;
    }

    const levelOf = (mentor: number, term: number): number => {
      const { starts, terms: owned } = sets.mentors;
      let low = starts[mentor]!;
      let high = starts[mentor + 1]!;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (owned[middle]! < term) low = middle + 1;
        else high = middle;
      }
      return low < starts[mentor + 1]! && owned[low] === term ? levels[low]! : 0;
    };

    /**
     * Adds up what each mentor covers of the mentee's gap, skill by skill in ascending order, as `total` was added up:
     * rounding keeps order, so that it is never more.
     */
    const sumCovered = (mentee: number, covered: Float64Array) => {
      covered.fill(0);
      const { holderStarts, holders } = sets;
      for (let at = sets.mentees.starts[mentee]!; at < sets.mentees.starts[mentee + 1]!; at++) {
        const term = sets.mentees.terms[at]!;
        const from = today[at]!;
        const need = gap[at]!;
        const importance = weight[at]!;
        const end = holderStarts[term + 1]!;
        for (let holder = holderStarts[term]!; holder < end; holder++) {
          const lift = holderLevels[holder]! - from;
          if (lift > 0) covered[holders[holder]!]! += importance * (lift < need ? lift : need);
        }
      }
    };
    const { known } = sets.mentors;
    const isEveryMentorKnown = !known.includes(0);
    const row = new Float64Array(mentors.length);

    const factor: CompiledFactor = {
      writeRow: (mentee, out) => {
        const sum = total[mentee]!;
        if (Number.isNaN(sum)) {
          out.fill(Number.NaN);
          return;
        }
        sumCovered(mentee, out);
        for (let mentor = 0; mentor < out.length; mentor++) {
          out[mentor] = known[mentor] === 0 ? Number.NaN : out[mentor]! / sum;
        }
      },
      addRow: (mentee, share, whenUnknown, out) => {
        const sum = total[mentee]!;
        if (Number.isNaN(sum)) {
          for (let mentor = 0; mentor < out.length; mentor++) out[mentor]! += whenUnknown;
          return;
        }
        sumCovered(mentee, row);
        for (let mentor = 0; mentor < out.length; mentor++) {
          const isKnown = isEveryMentorKnown || known[mentor] === 1;
          out[mentor]! += isKnown ? contribution(share, row[mentor]! / sum) : whenUnknown;
        }
      },
      value: (mentee, mentor) => {
        if (sets.mentors.known[mentor] === 0) return Number.NaN;
        let covered = 0;
        for (let at = sets.mentees.starts[mentee]!; at < sets.mentees.starts[mentee + 1]!; at++) {
          const lift = levelOf(mentor, sets.mentees.terms[at]!) - today[at]!;
          if (lift > 0) covered += weight[at]! * (lift < gap[at]! ? lift : gap[at]!);
        }
        return covered / total[mentee]!;
      },
      isKnown: (mentee, mentor) => known[mentor] === 1 && !Number.isNaN(total[mentee]!),
      tally: coverageTally({ sets, today, gap, weight, total, holderLevels }),
      explain: (mentee, mentor) => {
        const isKnown = sets.mentors.known[mentor] === 1;
        const skills = [];
        for (let at = sets.mentees.starts[mentee]!; at < sets.mentees.starts[mentee + 1]!; at++) {
          const term = sets.mentees.terms[at]!;
          const offers = levelOf(mentor, term);
          skills.push({
            skill: sets.vocabulary[term]!,
            // Words of their own for themself: nobody else's writing is shown.
            written: asWritten(sets.vocabulary[term]!, mentees[mentee]!.skillsWanted!, terms),
            today: today[at]!,
            target: today[at]! + gap[at]!,
            offered: isKnown ? offers : null,
            covered: isKnown ? Math.min(Math.max((offers - today[at]!) / gap[at]!, 0), 1) : null,
          });
        }
        return { skills };
      },
      ...(frequency === undefined ? {} : { statistics: { termFrequency: frequency } }),
    };
    return factor;
  },
};

function gapsOf(
  { skills, skillsWanted }: { readonly skills?: readonly Skill[]; readonly skillsWanted?: readonly Skill[] },
  terms: TermReader,
): Gap[] | undefined {
  if (skillsWanted === undefined) return undefined;
  const levelToday = new Map(termLevels(skills ?? [], terms).map(({ term, level }) => [term, level]));
  return termLevels(skillsWanted, terms)
    .map(({ term, level, importance }) => {
      const today = levelToday.get(term) ?? 0;
      return { term, today, gap: level - today, weight: importance };
    })
    .filter(({ gap }) => gap > 0);
}
