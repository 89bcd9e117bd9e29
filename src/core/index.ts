/**
 * Room `core`: what every other room stands on. Errors that name every problem, order by hash, whole-number
 * shares, numerics that give the same bits on every engine, and steps that can be driven in slices.
 */
export { isList, listOf } from './caller-list.js';
export { canonicalJson } from './canonical-json.js';
export { canonicalTerm } from './canonical-term.js';
export { fill } from './fill.js';
export { freezeDeep } from './freeze-deep.js';
export { canonicalOrder, compareText, hashPair, hashText } from './hash.js';
export { type Clock, hostClock, type Pause } from './host.js';
export { InputError, isInputError, type Problem, showValue } from './input-error.js';
export { kthLeast } from './kth-least.js';
export { normalCumulative } from './normal.js';
export { portableExp, portableLog } from './numerics.js';
export { ProblemList } from './problem-list.js';
export { ofCaller, reading } from './reading.js';
export {
  AbortError,
  type AbortSignalLike,
  type AsyncOptions,
  asyncOptionNames,
  checkAsyncOptions,
  runStepsAsync,
} from './run-steps-async.js';
export { million, wholeShares } from './shares.js';
export { isSound, markSound } from './sound-values.js';
export { type CountProgress, runSteps, type Steps } from './steps.js';
export { checkOptionNames, unknownNameRule } from './unknown-name.js';
