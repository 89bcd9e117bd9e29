import type { Side } from '../participants/index.js';
import type { ColumnRule } from './types.js';
import { plainWord, roleWords } from './words.js';

export type Role = Side | 'both';
type RoleRule = Extract<ColumnRule, { to: 'role' }>;

const wantsMentor =
  /\b(?:have|find|need|want|get|receive|looking for|seek(?:ing)?|cerco|avere|vorrei|trovare)\s+(?:an?|my|un|il)?\s*mentor\b|\bbe(?:ing)? mentored|\bmentored by\b/;

/** The role that a cell names, or `undefined`. */
export function readRole(cell: string, words: RoleRule['words'] = {}): Role | undefined {
  // A role is named early, and the patterns below take quadratic time.
  const word = plainWord(cell.slice(0, 500));
  for (const role of ['mentor', 'mentee', 'both'] as const) {
    if (words[role]?.some((own) => plainWord(own) === word)) return role;
  }
  for (const role of ['mentor', 'mentee', 'both'] as const) if (roleWords[role].includes(word)) return role;
  const mentee = /\bmentees?\b/.test(word) || wantsMentor.test(word);
  const mentor = /\bmentors?\b/.test(word.replace(wantsMentor, ' '));
  if (/^(?:both|entrambi)\b/.test(word) || (mentor && mentee)) return 'both';
  return mentor ? 'mentor' : mentee ? 'mentee' : undefined;
}
