import type { ProblemList } from '../core/index.js';
import type { Read } from './read.js';
import { texts } from './texts/index.js';
import type { ProgramTexts } from './texts/texts.js';

/** The texts that were passed, if they are complete; English where none were. */
export const readTexts: Read<ProgramTexts> = (value, path, problems) => {
  if (value === undefined || value === null) return texts.en;
  if (value !== texts.en && value !== texts.it) compare(texts.en, value, path, problems);
  return value as ProgramTexts;
};

/** Notes every text that the English has and the other lacks. Lists may be longer or shorter, but not empty. */
function compare(english: unknown, other: unknown, path: string, problems: ProblemList): void {
  if (typeof english === 'string') {
    if (typeof other !== 'string' || other.trim() === '') problems.add(path, other, 'a text');
  } else if (Array.isArray(english)) {
    const isTuple = path.endsWith('.levels') || path.endsWith('.milestones');
    const isGood = Array.isArray(other) && other.length > 0 && (!isTuple || other.length === english.length);
    if (!isGood) problems.add(path, other, isTuple ? `a list of ${english.length}` : 'a list, not empty');
    else
      for (const [index, item] of other.entries()) compare(english[0], item, `${path}[${index}]`, problems);
  } else if (typeof other !== 'object' || other === null) {
    problems.add(path, other, 'an object of texts');
  } else {
    for (const [name, text] of Object.entries(english as object))
      compare(text, (other as Record<string, unknown>)[name], `${path}.${name}`, problems);
  }
}
