import type { MetricTexts } from '../../metrics/index.js';
import type { Texts } from '../../wording/index.js';

/** Numbers come in as text, in the language's form. */
type Named<Name extends string> = Readonly<Record<Name, string>>;

/** A heading and what stands below it. */
interface Section {
  readonly title: string;
  readonly about: string;
}

/** Everything that a report and its drawings say, in one language, on top of what `describe` says. */
export interface ReportTexts extends Texts {
  /** What metrics are called, as the room `metrics` says it. */
  readonly metricTexts: MetricTexts;
  readonly report: {
    /** The title unless one is given. */
    readonly title: string;
    readonly forAdministrators: string;
    readonly forCouncil: string;
    readonly skip: string;
    readonly contents: string;
    readonly yes: string;
    readonly no: string;
    readonly nothing: string;
    /** Instead of a number that is too small to be shown: "fewer than 5". */
    readonly fewerThan: (smallest: string) => string;
    readonly atLeast: (number: string) => string;
    readonly hidden: string;
    readonly tooSmall: (smallest: string) => string;
  };
  readonly summary: Section & {
    readonly pairs: string;
    readonly mentees: string;
    readonly menteesWithout: string;
    readonly mentors: string;
    readonly mentorsWithout: string;
    readonly placesTaken: string;
    readonly places: (parts: Named<'taken' | 'places'>) => string;
    readonly total: string;
    readonly mean: string;
    readonly median: string;
    readonly lowest: string;
    readonly objective: string;
    readonly proof: string;
    /** What is proven, by objective. */
    readonly proven: Readonly<Record<string, string>>;
    /** Of an objective that is not listed. */
    readonly otherProof: (objective: string) => string;
    readonly notProven: (parts: Named<'pairs' | 'score'>) => string;
  };
  readonly model: Section;
  readonly histogram: Section & {
    readonly description: (most: string) => string;
    readonly score: string;
    readonly pairs: string;
    readonly from: string;
    readonly to: string;
    readonly table: string;
  };
  readonly heatMap: Section & {
    readonly exact: (mentees: string, mentors: string) => string;
    readonly binned: (mentees: string, mentors: string) => string;
    readonly mentees: string;
    readonly mentors: string;
    readonly chosen: string;
    readonly notAllowed: string;
    readonly score: string;
  };
  readonly pairs: Section & {
    readonly mentee: string;
    readonly mentor: string;
    readonly score: string;
    readonly known: string;
    readonly inCommon: string;
    readonly locked: string;
    readonly unknown: string;
  };
  readonly people: Section & {
    readonly person: string;
    readonly side: string;
    readonly reason: string;
    readonly sides: { readonly mentee: string; readonly mentor: string };
    /** Reasons in a few words, by code, for tables of counts. */
    readonly codes: Readonly<Record<string, string>>;
    readonly otherReasons: string;
    readonly count: string;
  };
  readonly loads: Section & {
    readonly description: string;
    readonly mentees: string;
    readonly mentors: string;
    readonly have: string;
    readonly couldHave: string;
    readonly space: string;
    readonly spare: string;
  };
  readonly supply: Section & {
    readonly skills: string;
    readonly interests: string;
    readonly term: string;
    readonly wantedBy: string;
    readonly offeredBy: string;
    readonly places: string;
    readonly missing: string;
    readonly more: (count: string) => string;
  };
  readonly metrics: {
    readonly title: string;
    readonly aboutDay: (day: string) => string;
    readonly metric: string;
    readonly value: string;
    readonly interval: string;
    readonly definition: string;
    readonly notShown: string;
  };
  readonly fairness: Section & {
    readonly audit: (parts: Named<'attribute' | 'side'>) => string;
    readonly group: string;
    readonly unknownGroup: string;
    readonly otherGroups: string;
    readonly people: string;
    readonly matched: string;
    readonly impactRatio: string;
    readonly medianScore: string;
    readonly ratioNote: string;
    readonly influence: string;
    readonly factor: string;
    readonly weight: string;
    readonly menteesChanged: string;
    readonly invariance: (attribute: string) => string;
    readonly blanked: (changed: string) => string;
    readonly swapped: (changed: string) => string;
    readonly noProxies: string;
    readonly disclaimer: string;
  };
  readonly changes: Section;
  readonly record: Section & {
    readonly library: string;
    readonly seed: string;
    readonly fieldsRead: string;
    readonly factorsLeftOut: string;
    readonly locked: string;
    readonly forbidden: string;
    readonly eligiblePairs: string;
    readonly baseline: string;
    readonly consentAssumed: string;
    readonly customSolver: string;
    readonly stoppedAfter: string;
    readonly notes: string;
    readonly mixedSkillForms: (parts: Named<'bareNames' | 'withLevel'>) => string;
    readonly surveyNotUsed: (parts: Named<'instrument' | 'people' | 'reasons'>) => string;
    readonly digest: string;
  };
}
