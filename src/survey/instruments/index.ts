import type { Instrument } from '../instrument.js';
import { ipip50 } from './ipip-50.js';
import { miniIpip } from './mini-ipip.js';

export { ipip50, miniIpip };

/** The instruments that come with the library. */
export const builtInInstruments: readonly Instrument[] = [miniIpip, ipip50];
