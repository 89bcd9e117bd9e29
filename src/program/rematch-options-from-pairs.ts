import { compareText } from '../core/index.js';
import type { EarlierPair, RematchOptions } from '../matching/index.js';
import { date, listOf, oneOf, orNull, type Read, readArgument, shape, withDefault } from './read.js';
import { closingReasons, readPairState } from './read-pair-state.js';
import { checkPairsOnce } from './recognise.js';
import type { ClosingReason, PairState } from './types.js';

/** What a closed pair means for the next matching of the same two; `null`: nothing. */
export type ClosingEffect = Pick<EarlierPair, 'effect' | 'strength'> | null;

/**
 * Effects of the reasons unless others are given. Two who did not suit each other are kept apart as firmly as a bonus
 * can; two who reached the end make room for somebody new, gently; who left or was stopped says nothing of the two.
 */
export const closingEffects: Readonly<Record<ClosingReason, ClosingEffect>> = {
  completed: { effect: 'avoid', strength: 0.2 },
  goalsReached: { effect: 'avoid', strength: 0.2 },
  notAGoodFit: { effect: 'avoid', strength: 1 },
  noTime: { effect: 'avoid', strength: 0.1 },
  menteeLeft: null,
  mentorLeft: null,
  inactive: { effect: 'avoid', strength: 0.5 },
  endedByProgram: null,
};

export interface RematchOptionsFromPairs {
  /** The day of the next matching, `YYYY-MM-DD`; pairs closed later are still going on. */
  readonly asOf: string;
  /** Effects of single reasons, in place of `closingEffects`. */
  readonly effects?: { readonly [Reason in ClosingReason]?: ClosingEffect };
}

const strength: Read<number> = (value, path, problems) => {
  if (typeof value !== 'number' || !(value >= 0 && value <= 1))
    problems.add(path, value, 'a number from 0 to 1');
  return value as number;
};

const readEffect = orNull(
  shape('{ effect, strength }, or null', { effect: oneOf('avoid', 'prefer'), strength }),
);

/** A reason that is there with `null` has no effect; one that is not there has the usual one. */
const readEffects: Read<Readonly<Record<string, ClosingEffect>>> = (value, path, problems) => {
  const all = shape(
    `effects by reason (${closingReasons.join(', ')})`,
    Object.fromEntries(closingReasons.map((reason) => [reason, readEffect])),
  )(value, path, problems);
  if (typeof value !== 'object' || value === null || all === undefined) return {};
  const given = Object.keys(value).filter(
    (reason) => (value as Record<string, unknown>)[reason] !== undefined,
  );
  return Object.fromEntries(Object.entries(all).filter(([reason]) => given.includes(reason)));
};

const readOptions = shape('options', { asOf: date, effects: withDefault(readEffects, {}) });

/**
 * What closed pairs mean for the next matching: `closed` and `history` (and `asOf`) of `rematch`.
 *
 * `closed` are the mentors who take no new mentees by what was said at their last closing (`mentorTakesNew`; of two on
 * one day the one that says no). `history` has every pair that ended up to `asOf` with the effect of its reason.
 *
 * @throws InputError where a state or an option is none, or a pair comes twice
 *
 * @example
 * rematch(people, previous, { keepBonus: 0.1, ...rematchOptionsFromPairs(states, { asOf: '2026-10-12' }) });
 */
export function rematchOptionsFromPairs(
  states: readonly PairState[],
  options: RematchOptionsFromPairs,
): Required<Pick<RematchOptions, 'closed' | 'history' | 'asOf'>> {
  const name = 'rematchOptionsFromPairs';
  const read = readArgument(name, 'states', states, listOf(readPairState, 1_000_000));
  const { asOf, effects } = readArgument(name, '', options, readOptions);
  checkPairsOnce(name, read);
  const effectOf = (reason: ClosingReason): ClosingEffect =>
    Object.hasOwn(effects, reason) ? effects[reason]! : closingEffects[reason];
  const ended = read
    .flatMap(({ agreement: { menteeId, mentorId }, closed }) =>
      closed !== null && closed.on <= asOf ? [{ menteeId, mentorId, closed }] : [],
    )
    .sort(
      (one, other) =>
        compareText(one.closed.on, other.closed.on) ||
        compareText(one.menteeId, other.menteeId) ||
        compareText(one.mentorId, other.mentorId),
    );
  const last = new Map<string, { readonly on: string; readonly takesNew: boolean }>();
  for (const { mentorId, closed } of ended) {
    const before = last.get(mentorId);
    const isSameDay = before?.on === closed.on;
    const takesNew = closed.mentorTakesNew && !(isSameDay && !before!.takesNew);
    last.set(mentorId, { on: closed.on, takesNew });
  }
  return {
    closed: [...last]
      .filter(([, { takesNew }]) => !takesNew)
      .map(([mentorId]) => mentorId)
      .sort(compareText),
    history: ended.flatMap(({ menteeId, mentorId, closed }) => {
      const effect = effectOf(closed.reason);
      return effect === null ? [] : [{ menteeId, mentorId, ended: closed.on, ...effect }];
    }),
    asOf,
  };
}
