import type { Side } from '../participants/index.js';
import { laterDate } from './dates.js';
import { trainingTopics } from './define-program.js';
import { date, oneOf, orNull, readArgument, shape, withDefault } from './read.js';
import { readTexts } from './read-texts.js';
import type { ProgramTexts } from './texts/texts.js';
import type { TrainingTopic } from './types.js';

export interface TrainingItem {
  readonly topic: TrainingTopic;
  readonly title: string;
  readonly text: string;
  /** What to do to have understood it. */
  readonly practice: string;
  readonly doneOn: string | null;
}

export interface TrainingChecklist {
  readonly role: Side;
  readonly items: readonly TrainingItem[];
  /**
   * The day the last topic was done, `null` while one is open. It is the `trainedOn` of a participant, which the
   * rule `trained` of a model reads, and of `startPair`.
   */
  readonly trainedOn: string | null;
}

export interface TrainingOptions {
  /** `texts.en` unless given. */
  readonly texts?: ProgramTexts;
  /** Topic → the day on which this person finished it, `YYYY-MM-DD`. */
  readonly done?: { readonly [Topic in TrainingTopic]?: string | null };
}

/**
 * The training of one side as a list to tick off: mentors in guidance, feedback and support, mentees in goal setting,
 * communication and managing the relationship.
 *
 * @throws InputError for a topic of the other side or a date that does not exist
 */
export function trainingChecklist(role: Side, options: TrainingOptions = {}): TrainingChecklist {
  const side = readArgument('trainingChecklist', 'role', role, oneOf('mentee', 'mentor'));
  const topics: readonly TrainingTopic[] = trainingTopics[side];
  const doneShape = shape(
    `days by topic (${topics.join(', ')})`,
    Object.fromEntries(topics.map((topic) => [topic, orNull(date)])),
  );
  const readOptions = shape('options', { texts: readTexts, done: withDefault(doneShape, {}) });
  const { texts, done } = readArgument('trainingChecklist', '', options, readOptions);
  const items = topics.map((topic) => ({ topic, ...wordsOf(texts, topic), doneOn: done[topic] ?? null }));
  const days = items.map(({ doneOn }) => doneOn).filter((day) => day !== null);
  return {
    role: side,
    items,
    trainedOn: days.length === items.length ? days.reduce(laterDate) : null,
  };
}

function wordsOf(texts: ProgramTexts, topic: TrainingTopic) {
  const { title, text, practice } = texts.topics[topic];
  return { title, text, practice };
}
