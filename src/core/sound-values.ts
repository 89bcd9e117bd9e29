/** Numbers that this library has written itself, and that no caller holds. */
const sound = new WeakSet<object>();

/**
 * Notes that an array holds numbers and `Infinity` only and will stay as it is, so that nobody needs to look
 * through it again. Only for arrays that never leave the library.
 */
export function markSound<Values extends object>(values: Values): Values {
  sound.add(values);
  return values;
}

/** Whether `markSound` was called with these values. */
export function isSound(values: unknown): boolean {
  return typeof values === 'object' && values !== null && sound.has(values);
}
