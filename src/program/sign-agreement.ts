import { InputError } from '../core/index.js';
import type { Side } from '../participants/index.js';
import { date, oneOf, readArgument } from './read.js';
import { readAgreement } from './read-agreement.js';
import type { Agreement } from './types.js';

/**
 * Notes that one of the two agreed on a day. Signing again on the same day changes nothing.
 *
 * @param on `YYYY-MM-DD`
 * @throws InputError where that side signed on another day before, or the day lies after the agreed end
 */
export function signAgreement(agreement: Agreement, by: Side, on: string): Agreement {
  const read = readArgument('signAgreement', 'agreement', agreement, readAgreement);
  const side = readArgument('signAgreement', 'by', by, oneOf('mentee', 'mentor'));
  const day = readArgument('signAgreement', 'on', on, date);
  const before = read.signedOn[side];
  const refuse = (rule: string): never => {
    throw new InputError('signAgreement', [{ path: 'on', value: day, rule }]);
  };
  if (before !== null && before !== day) refuse(`no other day: the ${side} signed on ${before}`);
  if (day > read.end) refuse(`a day up to the agreed end, ${read.end}`);
  return { ...read, signedOn: { ...read.signedOn, [side]: day } };
}
