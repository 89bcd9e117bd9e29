import { english } from './en.js';
import { italian } from './it.js';

/** The languages that come with the library, by code. Any complete `ProgramTexts` can be passed instead. */
export const texts = { en: english, it: italian } as const;
