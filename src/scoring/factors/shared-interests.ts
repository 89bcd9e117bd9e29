import type { Participant, TermReader } from '../../participants/index.js';
import type { FactorKind, FactorOptions } from '../kind.js';
import { compileSetSimilarity, type SetMeasure, setMeasures } from '../set-similarity.js';
import { listsOf, sharedTerms } from '../term-sets.js';

export interface SharedInterestsOptions extends FactorOptions {
  /** `jaccard` unless given; see `setMeasures`. */
  readonly measure?: SetMeasure;
}

/** Marks a dislike among the interests; no canonical term starts with a space. */
const dislikeMark = ' ';

/**
 * How alike two people's interests are. A dislike in common counts like an interest in common; an interest of
 * one that the other dislikes is nothing in common. Unknown where either person named neither.
 */
export const sharedInterests: FactorKind<SharedInterestsOptions> = {
  check: (spec) => spec.oneOf('measure', setMeasures),
  fields: () => ({ mentees: ['interests', 'dislikes'], mentors: ['interests', 'dislikes'] }),
  compile: ({ measure = 'jaccard' }, { mentees, mentors, terms }, statistics) =>
    compileSetSimilarity(
      measure,
      {
        mentees: listsOf(mentees, (mentee) => tastesOf(mentee, terms)),
        mentors: listsOf(mentors, (mentor) => tastesOf(mentor, terms)),
      },
      (sets, mentee, mentor) => {
        const shared = sharedTerms(sets, mentee, mentor);
        return {
          measure,
          sharedInterests: shared.filter((term) => !term.startsWith(dislikeMark)),
          sharedDislikes: shared
            .filter((term) => term.startsWith(dislikeMark))
            .map((term) => term.slice(dislikeMark.length)),
        };
      },
      statistics,
    ),
};

function tastesOf({ interests, dislikes }: Participant, terms: TermReader): string[] | undefined {
  if (interests === undefined && dislikes === undefined) return undefined;
  const liked = (interests ?? []).flatMap((text) => terms(text));
  const disliked = (dislikes ?? []).flatMap((text) => terms(text)).map((term) => dislikeMark + term);
  return [...liked, ...disliked];
}
