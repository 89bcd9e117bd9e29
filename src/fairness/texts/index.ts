import { fairnessEnglish } from './en.js';
import { fairnessItalian } from './it.js';

/** The languages that come with the library, by code. Any complete `FairnessTexts` object can be passed instead. */
export const fairnessTexts = { en: fairnessEnglish, it: fairnessItalian } as const;
