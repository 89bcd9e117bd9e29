import { compareText, type Steps } from '../core/index.js';
import type { BrokenRule, CompiledCohort } from '../scoring/index.js';
import type { ReadMatchOptions } from './match-options.js';
import type { MatchProgress } from './match-progress.js';
import type { RuleCount, UnmatchedReason } from './types.js';

/** What stands between a person and all possible partners. */
export type NobodyEligible = Extract<
  UnmatchedReason,
  { code: 'noEligibleMentor' | 'noEligibleMentee' | 'belowMinimumScore' }
>;

/**
 * Why a mentee has no eligible mentor, or a mentor no eligible mentee: how many partners each rule rules out,
 * or, where some pass all rules, the best score that was still too low. O(partners · rules).
 */
export function* whyNobodyEligible(
  cohort: CompiledCohort,
  forbidden: ReadMatchOptions['forbidden'],
  person: { readonly mentee: number } | { readonly mentor: number },
): Steps<MatchProgress, NobodyEligible> {
  const isMentee = 'mentee' in person;
  const partners = isMentee ? cohort.mentorIds.length : cohort.menteeIds.length;
  // One key for each rule, so that a count makes no text and no object: 10,000 people whom a rule keeps apart are 50 million counts.
  const counts = new Map<string | number, { readonly rule: BrokenRule; pairs: number }>();
  let best = -1;
  for (let partner = 0; partner < partners; partner++) {
    if (partner % 4096 === 0) yield { stage: 'finishing', done: 0, of: partners };
    const mentee = isMentee ? person.mentee : partner;
    const mentor = isMentee ? partner : person.mentor;
    const broken = cohort.brokenRules(mentee, mentor);
    if (forbidden.get(mentee)?.has(mentor) === true) broken.push({ rule: 'forbidden' });
    if (broken.length === 0) best = Math.max(best, cohort.score(mentee, mentor));
    for (const rule of broken) {
      const key = rule.index ?? rule.rule;
      const count = counts.get(key);
      if (count === undefined) counts.set(key, { rule, pairs: 1 });
      else count.pairs += 1;
    }
  }
  if (best >= 0) {
    return { code: 'belowMinimumScore', best: best / 1e6, minimumScore: cohort.minimumScore / 1e6 };
  }
  const rules = [...counts.values()]
    .map(({ rule, pairs }): RuleCount => ({ ...rule, pairs }))
    .sort((one, other) => (one.index ?? -1) - (other.index ?? -1) || compareText(one.rule, other.rule));
  return { code: isMentee ? 'noEligibleMentor' : 'noEligibleMentee', rules };
}
