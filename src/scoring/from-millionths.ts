import { InputError, million } from '../core/index.js';

/** Millionths as a number in [0, 1]. @throws InputError for what is no number */
export function fromMillionths(millionths: number): number {
  if (typeof millionths !== 'number')
    throw new InputError('fromMillionths', [{ path: '', value: millionths, rule: 'a number' }]);
  return millionths / million;
}
