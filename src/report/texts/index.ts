import { reportTextsEnglish } from './en.js';
import { reportTextsItalian } from './it.js';
import type { ReportTexts } from './texts.js';

/** What a report says, by language; pass any other complete object for a language of your own. */
export const reportTexts: { readonly en: ReportTexts; readonly it: ReportTexts } = {
  en: reportTextsEnglish,
  it: reportTextsItalian,
};
