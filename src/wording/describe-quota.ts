import type { QuotaCount, QuotaRow } from '../matching/index.js';
import { decimal } from '../scoring/inner.js';
import type { Voice } from './describe.js';

/** Groups of fewer people are not shown to the council. */
const smallestGroup = 5;

/** A limit, and what a matching has of it, in words; see `describe`. */
export function describeQuota(row: QuotaRow | QuotaCount, { audience, texts }: Voice): string {
  if (audience === 'participant') return texts.participant.notForParticipants;
  const { quota, group, limit, value } = row;
  const number = limit.endsWith('Share') ? decimal(value * 100, 2, texts) : decimal(value, 0, texts);
  const sentence = texts.quota.limit({ quota, group: group ?? '', limit, value: number });
  if (!('pairs' in row)) return sentence;
  const rest = row.ofPairs - row.pairs;
  const isSmall = [row.pairs, rest].some((pairs) => pairs > 0 && pairs < smallestGroup);
  if (audience === 'council' && isSmall) return `${sentence} ${texts.council.tooSmall}`;
  const pairs = decimal(row.pairs, 0, texts);
  return `${sentence} ${texts.quota.count({ pairs, ofPairs: decimal(row.ofPairs, 0, texts) })}`;
}
