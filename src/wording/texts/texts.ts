import type { Objective, UnmatchedReason } from '../../matching/index.js';
import type { ModelTexts } from '../../scoring/index.js';

/**
 * Everything that `describe` says, in one language. Names come in as text, numbers as text in the language's
 * form; `administrator` texts may tell all, `participant` texts are fixed sentences or told only what the
 * person may know.
 */
export interface Texts extends ModelTexts {
  /** Joins two or more: "a, b and c". */
  readonly list: (items: readonly string[]) => string;
  readonly participant: {
    readonly sharedInterests: (interests: string) => string;
    readonly skills: (mentor: string, skills: string) => string;
    readonly workingHours: (hours: string) => string;
    readonly freeTime: (hours: string) => string;
    readonly nothingInCommon: string;
    readonly notForParticipants: string;
    readonly notOptedIn: string;
    readonly noCapacity: string;
    /** To mentors with fewer mentees than they set as their minimum. */
    readonly fewerMentees: string;
    /** To mentees with a mentor, and fewer than they wanted. */
    readonly fewerMentors: string;
    /** To mentees, whatever the reason. */
    readonly noMentor: string;
    /** To mentors, whatever the reason. */
    readonly noMentee: string;
  };
  readonly council: {
    readonly onePerson: string;
    readonly tooSmall: string;
    readonly comparison: (counts: { before: string; after: string }) => string;
  };
  readonly pair: {
    readonly head: (pair: { mentee: string; mentor: string; score: string; knownPercent: string }) => string;
    readonly factor: (parts: { name: string; share: string; value: string; adds: string }) => string;
    /** For a factor whose value says little by itself. */
    readonly rankedFactor: (
      parts: Readonly<Record<'name' | 'share' | 'percent' | 'pairs' | 'adds', string>>,
    ) => string;
    readonly unknownFactor: (parts: { name: string; adds: string }) => string;
    readonly percentile: (parts: { percent: string; pairs: string }) => string;
    readonly notAllowed: (conditions: string) => string;
  };
  readonly unmatched: {
    readonly head: (person: string) => string;
    readonly reasons: {
      readonly [Code in UnmatchedReason['code']]: (reason: ReasonText) => string;
    };
    readonly rule: (parts: { condition: string; pairs: string }) => string;
  };
  readonly price: {
    readonly ineligible: (conditions: string) => string;
    readonly notPriced: string;
    readonly nothing: string;
    readonly loss: (parts: { pairs: string; score: string }) => string;
    readonly move: (parts: { mentee: string; from: string | null; to: string | null }) => string;
  };
  readonly quota: {
    /** `group` is '' where the quota has none; shares come in per cent. */
    readonly limit: (parts: Readonly<Record<'quota' | 'group' | 'limit' | 'value', string>>) => string;
    readonly count: (parts: { pairs: string; ofPairs: string }) => string;
  };
  readonly objectives: {
    /** What each objective asks for, as part of a sentence. */
    readonly meanings: { readonly [Name in Objective]: string };
    readonly row: (parts: Readonly<Record<'objective' | 'meaning' | 'pairs' | 'total', string>>) => string;
    readonly scores: (parts: { lowest: string; median: string }) => string;
    readonly blockingPairs: (pairs: string) => string;
    readonly choices: (mentees: { first: string; second: string; third: string }) => string;
  };
  readonly unmet: {
    readonly shortfall: (parts: { mentor: string; mentees: string; minimum: string }) => string;
    readonly wanting: (parts: { mentee: string; mentors: string; wanted: string }) => string;
  };
  readonly comparison: {
    readonly head: (parts: {
      pairsBefore: string;
      pairsAfter: string;
      totalBefore: string;
      totalAfter: string;
    }) => string;
    readonly counts: (
      parts: Readonly<Record<'kept' | 'moved' | 'placed' | 'unplaced' | 'left', string>>,
    ) => string;
    readonly placed: (parts: { mentee: string; mentor: string }) => string;
  };
}

/** The numbers of a reason as text; '' where a reason has none. */
export interface ReasonText {
  readonly best: string;
  readonly minimumScore: string;
  readonly pairsGained: string;
  readonly scoreLost: string;
  readonly eligibleMentees: string;
  readonly eligibleMentors: string;
}
