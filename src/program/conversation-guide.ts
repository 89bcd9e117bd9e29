import { oneOf, readArgument, shape, whole, withDefault } from './read.js';
import { readTexts } from './read-texts.js';
import type { ConversationTexts, GuideTexts, ProgramTexts } from './texts/texts.js';
import type { CheckInKind } from './types.js';

export interface ConversationGuide {
  readonly meeting: number;
  readonly title: string;
  readonly aim: string;
  readonly questions: readonly string[];
  /** What helps, by side. */
  readonly mentor: string;
  readonly mentee: string;
}

export interface ConversationOptions {
  /** `texts.en` unless given. */
  readonly texts?: ProgramTexts;
  /** The kind of the meeting: a `checkpoint` and the `closing` have guides of their own; `regular` unless given. */
  readonly kind?: CheckInKind;
}

const readOptions = shape('options', {
  texts: readTexts,
  kind: withDefault(oneOf('first', 'regular', 'checkpoint', 'closing', 'extra'), 'regular'),
});

/**
 * What to talk about: getting to know each other, setting goals, first feedback, and from the fourth meeting on four
 * themes in turn.
 *
 * @param meeting 1 for the first, at most 1000
 * @throws InputError where the number or an option is none
 */
export function conversationGuide(meeting: number, options: ConversationOptions = {}): ConversationGuide {
  const number = readArgument('conversationGuide', 'meeting', meeting, whole(1, 1000));
  const { texts, kind } = readArgument('conversationGuide', '', options, readOptions);
  const { title, aim, questions, mentor, mentee } = guideOf(texts.conversations, number, kind);
  return { meeting: number, title, aim, questions: [...questions], mentor, mentee };
}

function guideOf(guides: ConversationTexts, meeting: number, kind: CheckInKind): GuideTexts {
  if (kind === 'checkpoint' || kind === 'closing' || kind === 'first') return guides[kind];
  if (meeting === 1) return guides.first;
  if (meeting === 2) return guides.second;
  if (meeting === 3) return guides.third;
  return guides.later[(meeting - 4) % guides.later.length]!;
}
