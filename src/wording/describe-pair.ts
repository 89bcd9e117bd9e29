import type { ExplainedFactor, PairExplanation } from '../scoring/index.js';
import { decimal } from '../scoring/inner.js';
import type { Voice } from './describe.js';
import type { Texts } from './texts/texts.js';

/** A pair in words; see `describe`. */
export function describePair(explanation: PairExplanation, { audience, texts, nameOf }: Voice): string {
  const mentor = nameOf(explanation.mentorId);
  if (audience === 'council') return texts.council.onePerson;
  if (audience === 'participant') return forParticipants(explanation, mentor, texts);
  const { score, knownShare, percentile, eligible, brokenRules, belowMinimumScore } = explanation;
  const percent = (share: number, decimals = 0) => decimal(share * 100, decimals, texts);
  const lines = [
    texts.pair.head({
      mentee: nameOf(explanation.menteeId),
      mentor,
      score: decimal(score, 3, texts),
      knownPercent: percent(knownShare),
    }),
    ...explanation.factors.map((factor) => {
      const { name, value, contribution } = factor;
      const adds = decimal(contribution, 3, texts);
      if (value === null) return `- ${texts.pair.unknownFactor({ name, adds })}`;
      const share = percent(factor.share, 1);
      if (!factor.percentile)
        return `- ${texts.pair.factor({ name, share, value: decimal(value, 3, texts), adds })}`;
      const pairs = decimal(factor.percentile.pairs, 0, texts);
      const rank = percent(factor.percentile.value);
      return `- ${texts.pair.rankedFactor({ name, share, percent: rank, pairs, adds })}`;
    }),
  ];
  if (percentile !== null) {
    const pairs = decimal(percentile.pairs, 0, texts);
    lines.push(texts.pair.percentile({ percent: percent(percentile.value), pairs }));
  }
  if (!eligible) {
    const codes = [...brokenRules.map(({ rule }) => rule), ...(belowMinimumScore ? ['minimumScore'] : [])];
    lines.push(texts.pair.notAllowed(conditionsOf(codes, texts)));
  }
  return [...lines, texts.caution].join('\n');
}

/** What has to hold, for rules by their codes, each once. */
export function conditionsOf(rules: readonly string[], texts: Texts): string {
  return texts.list([...new Set(rules)].map((rule) => texts.rules[rule] ?? rule));
}

/**
 * Only what both have in common or what the one asked for and the other offers, by kinds of factor that are
 * made for it. Nothing else of the explanation is read, so nothing else can show.
 */
function forParticipants({ factors }: PairExplanation, mentor: string, texts: Texts): string {
  const lines = factors.flatMap((factor) => sentenceOf(factor, mentor, texts));
  return lines.length > 0 ? lines.join('\n') : texts.participant.nothingInCommon;
}

function sentenceOf({ kind, details }: ExplainedFactor, mentor: string, texts: Texts): string[] {
  const { participant } = texts;
  if (kind === 'sharedInterests') {
    const shared = textsIn(details.sharedInterests);
    return shared.length > 0 ? [participant.sharedInterests(texts.list(shared))] : [];
  }
  if (kind === 'skillCoverage') {
    const skills: unknown = details.skills;
    const covered = (Array.isArray(skills) ? skills : []).filter((skill) => skill.covered > 0);
    const names = textsIn(covered.map(({ written }) => written));
    return names.length > 0 ? [participant.skills(mentor, texts.list(names))] : [];
  }
  if (kind === 'timeZoneOverlap' && isAboveZero(details.hours))
    return [participant.workingHours(decimal(details.hours, 1, texts))];
  if (kind === 'availabilityOverlap' && isAboveZero(details.minutes))
    return [participant.freeTime(decimal(details.minutes / 60, 1, texts))];
  return [];
}

function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isAboveZero(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}
