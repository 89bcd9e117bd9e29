import type { Side } from '../../participants/index.js';
import type { FindingCode } from '../describe-finding.js';
import type { GoalTemplateId } from '../goal-catalogue.js';
import type { ResourceCode } from '../resource-kit.js';
import type {
  CheckInKind,
  Confidentiality,
  GoalFrame,
  MeetingChannel,
  ProgramObjective,
  TrainingTopic,
} from '../types.js';

/** A template of a goal in one language. Words in braces are filled in; `{target}` is the number to reach. */
export interface GoalTemplateTexts {
  readonly title: string;
  /** When it is of use. */
  readonly use: string;
  /** The skills it trains, as people name them in this language. */
  readonly skills: readonly string[];
  /** A question for every blank. */
  readonly blanks: Readonly<Record<string, string>>;
  /** Asks for the number to reach. */
  readonly target: string;
  readonly outcome: string;
  /** What is counted: the measure of the goal, and the first words of its levels. */
  readonly measure: string;
  /** What is true besides at +1, as the end of a sentence. */
  readonly more: string;
  /** What is true besides at +2. */
  readonly most: string;
  readonly milestones: readonly string[];
}

/** The questions that the templates of a frame share. */
export interface GoalQuestions {
  readonly relevance: string;
  readonly due: string;
  readonly obstacle: string;
  readonly situation: string;
  readonly action: string;
}

export interface GuideTexts {
  readonly title: string;
  readonly aim: string;
  readonly questions: readonly string[];
  /** For each side, what helps. */
  readonly mentor: string;
  readonly mentee: string;
}

/** Guides of meetings: the first three, what later ones turn to in turn, and the special ones. */
export interface ConversationTexts {
  readonly first: GuideTexts;
  readonly second: GuideTexts;
  readonly third: GuideTexts;
  readonly later: readonly GuideTexts[];
  readonly checkpoint: GuideTexts;
  readonly closing: GuideTexts;
}

/**
 * Everything that this room says, in one language: plain JSON, words in braces are filled in. A language is one such
 * object, complete; `texts.en` and `texts.it` come with the library.
 */
export interface ProgramTexts {
  /** BCP 47 code, such as `en`. */
  readonly language: string;
  readonly sides: Readonly<Record<Side | 'both', string>>;
  readonly objectives: Readonly<Record<ProgramObjective, string>>;
  readonly findings: Readonly<Record<FindingCode, string>>;
  /** What a training covers, and the sign that it was understood. */
  readonly topics: Readonly<
    Record<TrainingTopic, { readonly title: string; readonly text: string; readonly practice: string }>
  >;
  readonly agreement: {
    readonly title: string;
    readonly between: string;
    readonly duration: string;
    readonly meetings: string;
    readonly channels: Readonly<Record<MeetingChannel, string>>;
    readonly confidentialityTitle: string;
    readonly confidentiality: Readonly<Record<Confidentiality, string>>;
    readonly exceptions: string;
    readonly boundariesTitle: string;
    readonly noBoundaries: string;
    readonly endingTitle: string;
    readonly ending: string;
    readonly endingWithMeeting: string;
    readonly noBlame: string;
    readonly signaturesTitle: string;
    readonly signed: string;
    readonly notSigned: string;
  };
  readonly conversations: ConversationTexts;
  readonly resources: Readonly<Record<ResourceCode, string>>;
  readonly calendar: {
    readonly summary: Readonly<Record<CheckInKind, string>>;
    readonly description: string;
  };
  readonly goals: {
    readonly frames: Readonly<Record<GoalFrame, string>>;
    readonly questions: Readonly<Record<GoalFrame, GoalQuestions>>;
    /** The five levels, −2 to +2, from `{measure}`, `{half}`, `{target}`, `{more}` and `{most}`. */
    readonly levels: readonly [string, string, string, string, string];
    readonly templates: Readonly<Record<GoalTemplateId, GoalTemplateTexts>>;
  };
}
