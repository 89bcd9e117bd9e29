import type { PairPrice, PriceOfPair } from '../matching/index.js';
import { decimal } from '../scoring/inner.js';
import type { Voice } from './describe.js';
import { conditionsOf } from './describe-pair.js';

/** What a pair would cost, in words; see `describe`. Prices speak of others, so participants see none. */
export function describePrice(price: PairPrice | PriceOfPair, { audience, texts, nameOf }: Voice): string {
  if (audience === 'council') return texts.council.onePerson;
  if (audience === 'participant') return texts.participant.notForParticipants;
  if (price.status === 'notPriced') return texts.price.notPriced;
  if (price.status === 'ineligible') {
    const rules = price.rules.map(({ rule }) => rule);
    return texts.price.ineligible(conditionsOf(rules, texts));
  }
  const { pairsLost, scoreLost } = price;
  const moves = 'moves' in price ? price.moves : [];
  const name = (id: string | null) => (id === null ? null : nameOf(id));
  return [
    pairsLost === 0 && scoreLost === 0
      ? texts.price.nothing
      : texts.price.loss({
          pairs: decimal(0 - pairsLost, 0, texts),
          score: decimal(0 - scoreLost, 6, texts),
        }),
    ...moves.map(
      ({ menteeId, from, to }) =>
        `- ${texts.price.move({ mentee: nameOf(menteeId), from: name(from), to: name(to) })}`,
    ),
  ].join('\n');
}
