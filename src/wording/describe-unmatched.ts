import type { UnmatchedPerson, UnmatchedReason } from '../matching/index.js';
import { decimal } from '../scoring/inner.js';
import type { Voice } from './describe.js';

/** Why a person is without a partner, in words; see `describe`. */
export function describeUnmatched(
  { id, side, reason }: UnmatchedPerson,
  { audience, texts, nameOf }: Voice,
): string {
  if (audience === 'council') return texts.council.onePerson;
  if (audience === 'participant') {
    // These two are their own doing. All other reasons read alike: one could tell that somebody avoids them.
    if (reason.code === 'notOptedIn') return texts.participant.notOptedIn;
    if (reason.code === 'noCapacity') return texts.participant.noCapacity;
    return side === 'mentee' ? texts.participant.noMentor : texts.participant.noMentee;
  }
  const number = (name: string) => {
    const value = (reason as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'number' ? decimal(value, 3, texts) : '';
  };
  const sentence = texts.unmatched.reasons[reason.code]({
    best: number('best'),
    minimumScore: number('minimumScore'),
    pairsGained: number('pairsGained'),
    scoreLost: number('scoreLost'),
    eligibleMentees: number('eligibleMentees'),
    eligibleMentors: number('eligibleMentors'),
  });
  const rules = countsOf(reason).map(({ rule, pairs }) => {
    const condition = texts.rules[rule] ?? rule;
    return `- ${texts.unmatched.rule({ condition, pairs: decimal(pairs, 0, texts) })}`;
  });
  return [texts.unmatched.head(nameOf(id)), sentence, ...rules].join('\n');
}

function countsOf(reason: UnmatchedReason) {
  return reason.code === 'noEligibleMentor' || reason.code === 'noEligibleMentee' ? reason.rules : [];
}
