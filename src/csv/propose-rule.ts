import { type CellKind, fitsSome, isRated, looksLike, mostAre } from './column-samples.js';
import { type HeaderTarget, headerRules, sensitive } from './header-rules.js';
import type { InferColumnsOptions } from './infer-columns.js';
import type { GridColumn } from './infer-grids.js';
import { plainHeader } from './plain-header.js';
import { dateOrderOf } from './read-date.js';
import { readRole } from './read-role.js';
import type { ColumnRule } from './types.js';
import { readConsent, readFlag } from './words.js';

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
  // A header is believed where one cell fits; the odd ones are told when they are read.
  const byCells = (target: ColumnRule['to'], kind: CellKind, more: Record<string, unknown> = {}) =>
    cells.length === 0 || fitsSome(kind, cells)
      ? byHeader(target, more, looksLike(kind, cells) ? 'high' : 'low')
      : undefined;
  let proposed: Proposal[] | undefined;
  switch (to) {
    case 'preferredName':
      if (!hasLastName && isFree('name')) return byHeader('name');
      return [attribute(column, 'another column holds the name', options)];
    case 'firstName':
    case 'lastName':
      return byHeader('name');
    case 'name':
      if (hasLastName && !/cognome|full|completo/.test(words)) return byHeader('name');
      if (isFree('name')) return byHeader('name');
      break;
    case 'optedIn':
      // One clear answer is enough: taken as something else, a no would be lost. Unclear cells count as no.
      if (cells.some((cell) => readConsent(cell) !== undefined)) {
        return byHeader('optedIn', {}, looksLike('consent', cells) ? 'medium' : 'low');
      }
      break;
    case 'timeZone':
    case 'capacity':
    case 'availability':
      proposed = byCells(to, to);
      break;
    case 'minimumMentees':
    case 'mentorsWanted':
      proposed = byCells(to, 'capacity');
      break;
    case 'trainedOn': {
      const dateOrder = dateOrderOf(cells);
      proposed = byCells(to, 'date', dateOrder === undefined ? {} : { dateOrder });
      break;
    }
    case 'grade':
      if (isFree('grade') && (options.grades !== undefined || mostAre(cells, isWhole) || cells.length === 0))
        return byHeader('grade');
      if (isFree('grade') && options.grades === undefined) {
        taken.set('grade', words);
        return [attribute(column, 'grades as text; to compare them, pass grades (lowest first)', options)];
      }
      break;
    case 'managerId': {
      const addresses = fitsSome('address', cells);
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
      // Ratings of a list, or yes and no, are no answers of a list.
      if (looksLike('flag', cells) || mostAre(cells, isRated)) break;
      return byHeader(to);
    case 'organization':
    case 'department':
    case 'team':
    case 'location':
      if (isFree(to)) return byHeader(to);
      break;
    default:
  }
  if (proposed !== undefined) return proposed;
  if (cells.length === 0) return { unused: 'every cell is blank' };
  if (header === '') return { unused: 'it has no header' };
  if (looksLike('longText', cells)) return { unused: 'long texts' };
  const isPersonal =
    /\be ?mail\b|\bphone\b|\btelefono\b|\bmobile\b|\bcellulare\b|\baddress\b|\bindirizzo\b|\blinkedin\b|^(?:id|#|token)$/.test(
      words,
    );
  if (isPersonal) return { unused: 'names or reaches a person, and no rule needs it' };
  const doubt = to === undefined ? 'no field fits' : `the header says ${to}, but no cell fits`;
  return [attribute(column, `${doubt}; kept as an attribute`, options)];
}

const isWhole = (cell: string) => /^\d{1,3}$/.test(cell);

function roleProposal({ words, cells }: Column, { role }: InferColumnsOptions): Proposal[] | undefined {
  if (role !== undefined || cells.length === 0) return undefined;
  if (looksLike('role', cells)) return [{ to: 'role', confidence: 'high', why: 'every cell names a role' }];
  // Under a header that asks for it, rows whose cell names no role are rejected one by one.
  const asks = /\b(?:roles?|ruolo)\b/.test(words) || (/\bmentor\b/.test(words) && /\bmentee\b/.test(words));
  if (
    asks &&
    cells.filter((cell) => cell.length <= 120 && readRole(cell) !== undefined).length >= cells.length / 2
  )
    return [{ to: 'role', confidence: 'medium', why: 'the header asks for a role, and most cells name one' }];
  const names = /\bmentors?\b/.test(words) !== /\bmentees?\b/.test(words);
  const isPast = /\b(?:before|previous\w*|past|ever|experience\w*|already|prefer\w*|gia|prima)\b/.test(words);
  const isQuestion =
    /^(?:is |be )?(?:an? )?ment(?:or|ee)s?$|\b(?:want|like|willing|would|sign|join|vuoi|vorr\w+|role|ruolo)\b|\bas an? ment(?:or|ee)$/.test(
      words,
    );
  if (!names || isPast || !isQuestion || !mostAre(cells, (cell) => readFlag(cell) !== undefined))
    return undefined;
  const wantsOne =
    /\b(?:have|find|get|need|avere|trovare) (?:an? |un )?mentor\b/.test(words) ||
    /\b(?:want|like|looking for|matched with|vuoi|vorrei|cerco) (?:an? |un |my )(?:\w+ )?mentor\b/.test(
      words,
    );
  const flag = /\bmentees?\b/.test(words) || wantsOne ? 'mentee' : 'mentor';
  return [{ to: 'role', flag, confidence: 'high', why: `yes and no under a header that names the ${flag}` }];
}

function attribute(
  { header, occurrence, cells, words }: Column,
  reason: string,
  options: InferColumnsOptions,
): Proposal {
  const name = occurrence > 1 ? `${header} (${occurrence})` : header;
  const why = sensitive.test(words) ? `${reason}; sensitive: for audits, never for scores` : reason;
  const isAsked = Object.keys(options.options ?? {}).some((own) => plainHeader(own) === plainHeader(header));
  const type = isAsked
    ? 'list'
    : looksLike('flag', cells)
      ? 'boolean'
      : looksLike('number', cells)
        ? 'number'
        : looksLike('list', cells)
          ? 'list'
          : 'text';
  return { to: 'attributes', name, type, confidence: 'low', why };
}
