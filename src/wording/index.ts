/**
 * Room `wording`: turns results of the room `matching`, which are codes and numbers, into sentences for those who
 * read them. An *audience* says what a reader may know; a *texts* object holds everything said in one language.
 */
export { type Audience, type Describable, type DescribeOptions, describe } from './describe.js';
export { texts } from './texts/index.js';
export type { ReasonText, Texts } from './texts/texts.js';
