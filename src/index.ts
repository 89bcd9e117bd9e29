/** mentor-matching: scores, matches, explains. Each room is also a subpath export. */
export { InputError, isInputError, type Problem } from './core/index.js';
