import { looksLike } from './column-samples.js';
import { type HeaderTarget, headerRules, sensitive } from './header-rules.js';
import type { InferColumnsOptions } from './infer-columns.js';
import type { GridColumn } from './infer-grids.js';
import type { ColumnRule } from './types.js';

/** One column as inference sees it. */
export interface Column {
  readonly at: number;
  readonly header: string;
  readonly occurrence: number;
  readonly words: string;
  /** Cells that are not blank. */
  readonly cells: readonly string[];
  /** Share of the rows that have a cell here. */
  readonly filled: number;
}

/** A column rule without its column. */
export type Proposal = Record<string, unknown> & {
  readonly to: ColumnRule['to'];
  readonly confidence: 'high' | 'medium' | 'low';
  readonly why: string;
};

/** What a header says, as `questionWords` gives it. */
export function targetOf(words: string): HeaderTarget | undefined {
  return headerRules.find(({ pattern, not }) => pattern.test(words) && !not?.test(words))?.to;
}

/** What a column may mean, or why it stays unused. */
export function proposalsFor(
  column: Column,
  grid: GridColumn | undefined,
  options: InferColumnsOptions,
  hasLastName: boolean,
  taken: Map<HeaderTarget, string>,
): Proposal[] | { readonly unused: string } {
  const { words, cells, header } = column;
  if (grid !== undefined) return [grid.proposal];
  const role = roleProposal(column, options);
  if (role !== undefined) return role;
  const rule = headerRules.find(({ pattern, not }) => pattern.test(words) && !not?.test(words));
  const to = rule?.to;
  if (to === 'unused') return { unused: rule!.why! };
  // A form with a part for mentors and one for mentees asks the same question in two columns.
  const isFree = (target: HeaderTarget) => (taken.get(target) ?? words) === words;
  const byHeader = (
    target: ColumnRule['to'],
    more: Record<string, unknown> = {},
    confidence: Proposal['confidence'] = 'high',
  ): Proposal[] => {
    taken.set(target, words);
    return [{ to: target, ...more, confidence, why: 'the header says so' }];
  };
  switch (to) {
    case 'firstName':
    case 'lastName':
      return byHeader('name');
    case 'name':
      if (hasLastName && !/cognome|full|completo/.test(words)) return byHeader('name');
      if (isFree('name')) return byHeader('name');
      break;
    case 'optedIn':
      if (looksLike('consent', cells)) return byHeader('optedIn', {}, 'medium');
      break;
    case 'timeZone':
      if (looksLike('timeZone', cells)) return byHeader('timeZone');
      break;
    case 'capacity':
      if (looksLike('capacity', cells)) return byHeader('capacity');
      break;
    case 'trainedOn':
      if (looksLike('date', cells)) return byHeader('trainedOn');
      break;
    case 'availability':
      if (looksLike('availability', cells)) return byHeader('availability');
      break;
    case 'grade':
      if (isFree('grade') && (options.grades !== undefined || looksLike('wholeNumber', cells)))
        return byHeader('grade');
      if (isFree('grade') && options.grades === undefined) {
        taken.set('grade', words);
        return [attribute(column, 'grades as text; to compare them, pass grades (lowest first)')];
      }
      break;
    case 'managerId': {
      const addresses = looksLike('address', cells);
      if (addresses || /\b(?:id|number|matricola)\b/.test(words))
        return byHeader('managerId', addresses ? { lowerCase: true } : {});
      break;
    }
    case 'preferredMentors':
    case 'avoidedMentors':
    case 'preferredMentees':
    case 'avoidedMentees': {
      const addresses = looksLike('address', cells);
      const more = addresses ? { lowerCase: true } : {};
      const proposals = byHeader(to, more, addresses ? 'high' : 'medium');
      // "Who should we not match you with?" asks mentors and mentees alike.
      if (to === 'avoidedMentors' && !/\bmentors?\b/.test(words))
        proposals.push(...byHeader('avoidedMentees', more, 'medium'));
      return proposals;
    }
    case 'interests':
    case 'dislikes':
    case 'languages':
    case 'skills':
    case 'skillsWanted':
      if (looksLike('longText', cells)) return { unused: 'long texts, not a list' };
      if (looksLike('flag', cells)) break;
      return byHeader(to);
    case 'organization':
    case 'department':
    case 'team':
    case 'location':
      if (isFree(to)) return byHeader(to);
      break;
    default:
  }
  if (cells.length === 0) return { unused: 'every cell is blank' };
  if (header === '') return { unused: 'it has no header' };
  if (looksLike('longText', cells)) return { unused: 'long texts' };
  const isPersonal =
    /\be ?mail\b|\bphone\b|\btelefono\b|\bmobile\b|\bcellulare\b|\baddress\b|\bindirizzo\b|\blinkedin\b|^(?:id|#|token)$/.test(
      words,
    );
  if (isPersonal) return { unused: 'names or reaches a person, and no rule needs it' };
  return [attribute(column, 'no field fits; kept as an attribute')];
}

function roleProposal({ words, cells }: Column, { role }: InferColumnsOptions): Proposal[] | undefined {
  if (role !== undefined || cells.length === 0) return undefined;
  if (looksLike('role', cells)) return [{ to: 'role', confidence: 'high', why: 'every cell names a role' }];
  const names = /\bmentors?\b/.test(words) !== /\bmentees?\b/.test(words);
  const isPast = /\b(?:before|previous\w*|past|ever|experience\w*|already|prefer\w*|gia|prima)\b/.test(words);
  const isQuestion =
    /^(?:is |be )?(?:an? )?ment(?:or|ee)s?$|\b(?:want|like|willing|would|sign|join|vuoi|vorr\w+|role|ruolo)\b|\bas an? ment(?:or|ee)$/.test(
      words,
    );
  if (!names || isPast || !isQuestion || !looksLike('flag', cells)) return undefined;
  const wantsOne = /\b(?:have|find|get|need|avere|trovare) (?:an? |un )?mentor\b/.test(words);
  const flag = /\bmentees?\b/.test(words) || wantsOne ? 'mentee' : 'mentor';
  return [{ to: 'role', flag, confidence: 'high', why: `yes and no under a header that names the ${flag}` }];
}

function attribute({ header, occurrence, cells, words }: Column, reason: string): Proposal {
  const name = occurrence > 1 ? `${header} (${occurrence})` : header;
  const why = sensitive.test(words) ? `${reason}; sensitive: for audits, never for scores` : reason;
  const type = looksLike('flag', cells)
    ? 'boolean'
    : looksLike('number', cells)
      ? 'number'
      : looksLike('list', cells)
        ? 'list'
        : 'text';
  return { to: 'attributes', name, type, confidence: 'low', why };
}
