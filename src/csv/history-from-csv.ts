import { checkOptionNames, ProblemList } from '../core/index.js';
import type { PairOfIds } from '../matching/index.js';
import { questionWords } from './header-rules.js';
import { headerFinder } from './plain-header.js';
import { plainId } from './plain-id.js';
import { readTable } from './read-table.js';
import { noteRagged } from './sort-rows.js';
import type { CellIssue } from './types.js';
import { plainWord, readFlag } from './words.js';

export interface HistoryFromCsvOptions {
  /** Headers of the columns, where they are not found by themselves. */
  readonly columns?: {
    readonly menteeId?: string;
    readonly mentorId?: string;
    /**
     * Says what became of the pair: `declined` and other words for no, `yes` in a column named declined, `no` in any
     * other.
     */
    readonly status?: string;
  };
  /** Whether ids that look like e-mail addresses are read in small letters (default true). */
  readonly lowerCase?: boolean;
  readonly delimiter?: ',' | ';' | '\t';
}

/** Pairs of earlier rounds. */
export interface PairHistory {
  /** For the rule `notPreviouslyPaired`. */
  readonly paired: readonly PairOfIds[];
  /** Pairs that one of the two declined: never to be proposed again. */
  readonly declined: readonly PairOfIds[];
  readonly issues: readonly CellIssue[];
  /** `rows` = pairs + declined + rejected + repeated. */
  readonly summary: {
    readonly rows: number;
    readonly paired: number;
    readonly declined: number;
    readonly rejected: number;
    readonly repeated: number;
    readonly blankRows: number;
  };
}

const declining = 'declin\\w*|refus\\w*|reject\\w*|turned down|rifiut\\w*|respint\\w*';
const accepting =
  'accept\\w*|accett\\w*|agreed|approv\\w*|active|attiv\\w*|complet\\w*|done|ended|finished|finit\\w*|conclus\\w*|match\\w*|abbinat\\w*|pair\\w*|ongoing|in corso|ok|confirm\\w*|confermat\\w*';
const says = (words: string) => new RegExp(`\\b(?:${words})\\b`);
/** A "not" counts for the word it stands before: "declined, not enough time" is declined. */
const denies = (words: string) =>
  new RegExp(`\\b(?:not|non|never|mai|\\w+n['’]?t)\\s(?:\\S+\\s){0,2}?(?:${words})\\b`);
const declinedWords = says(declining);
const acceptedWords = says(accepting);
const notDeclined = denies(declining);
const notAccepted = denies(accepting);
const undecided = /\b(?:not yet|non ancora|pending|waiting|in attesa)\b/;

/**
 * Reads earlier pairs and declined pairs from a CSV text, such as `pairsToCsv` wrote it. Ids that look like e-mail
 * addresses are read in small letters, as `parseParticipants` does by itself.
 *
 * @throws InputError for options that are none; never for what the text holds
 */
export function historyFromCsv(text: string, options: HistoryFromCsvOptions = {}): PairHistory {
  const problems = new ProblemList('historyFromCsv');
  if (typeof text !== 'string') problems.add('text', text, 'a text: the content of a CSV file');
  checkOptionNames(problems, options, ['columns', 'delimiter', 'lowerCase']);
  problems.throwIfAny();
  const { delimiter } = options;
  checkOptionNames(problems, options.columns ?? {}, ['menteeId', 'mentorId', 'status']);
  if (delimiter !== undefined && ![',', ';', '\t'].includes(delimiter))
    problems.add('options.delimiter', delimiter, '",", ";" or a tab');
  if (options.lowerCase !== undefined && typeof options.lowerCase !== 'boolean')
    problems.add('options.lowerCase', options.lowerCase, 'true or false');
  for (const [name, header] of Object.entries(options.columns ?? {})) {
    if (typeof header !== 'string') problems.add(`options.columns.${name}`, header, 'a header');
  }
  problems.throwIfAny();
  const table = readTable(text, delimiter);
  const issues: CellIssue[] = [...table.issues];
  const lowerCase = options.lowerCase ?? true;
  const find = headerFinder(table.headers);
  const place = (name: 'menteeId' | 'mentorId' | 'status', pattern: RegExp) => {
    const header = options.columns?.[name];
    const at = header === undefined ? guess(table.headers, pattern) : find(header);
    if (at < 0 && (header !== undefined || name !== 'status')) {
      const rule = `a column for ${name}; say which by the option columns`;
      issues.push({
        row: 1,
        column: header ?? name,
        value: '',
        rule,
        severity: 'warning',
        code: 'noSuchColumn',
      });
    }
    return at;
  };
  const mentee = place('menteeId', /\bmentee\b/);
  const mentor = place('mentorId', /\bmentor\b/);
  const status = place(
    'status',
    /\b(?:status|outcome|declined|refused|accepted|stato|esito|rifiutat[oa]|accettat[oa])\b/,
  );
  const saysDeclined = status >= 0 && declinedWords.test(questionWords(table.headers[status]!));
  const paired = new Map<string, PairOfIds>();
  const declined = new Map<string, PairOfIds>();
  const counts = { rows: 0, rejected: 0, repeated: 0, blankRows: 0 };
  table.rows.forEach((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) {
      counts.blankRows += 1;
      return;
    }
    counts.rows += 1;
    const row = at + 2;
    const pair = { menteeId: idOf(cells[mentee], lowerCase), mentorId: idOf(cells[mentor], lowerCase) };
    if (pair.menteeId === '' || pair.mentorId === '') {
      counts.rejected += 1;
      const missing = pair.menteeId === '' ? mentee : mentor;
      const column = table.labels[missing] ?? (pair.menteeId === '' ? 'menteeId' : 'mentorId');
      issues.push({
        row,
        column,
        value: '',
        rule: 'the ids of both; the row was rejected',
        severity: 'error',
        code: 'missingId',
      });
      return;
    }
    noteRagged(cells, row, table.headers.length, table, issues);
    const outcome = cells[status] ?? '';
    const isDeclined = readOutcome(outcome, saysDeclined);
    if (isDeclined === undefined && outcome.trim() !== '') {
      const rule = 'neither a word for declined nor for accepted: read as a pair of an earlier round';
      issues.push({
        row,
        column: table.labels[status]!,
        value: outcome,
        rule,
        severity: 'note',
        code: 'interpreted',
      });
    }
    const list = isDeclined === true ? declined : paired;
    const key = JSON.stringify([pair.menteeId, pair.mentorId]);
    if (list.has(key)) {
      counts.repeated += 1;
      const rule = 'a pair that an earlier row has already; it counts once';
      issues.push({
        row,
        column: table.labels[mentee]!,
        value: pair.menteeId,
        rule,
        severity: 'note',
        code: 'duplicateId',
      });
    } else list.set(key, pair);
  });
  return {
    paired: [...paired.values()],
    declined: [...declined.values()],
    issues: issues.sort((one, other) => one.row - other.row),
    summary: { ...counts, paired: paired.size, declined: declined.size },
  };
}

/** Whether the pair was declined; `undefined` where the cell does not say. */
function readOutcome(cell: string, headerSaysDeclined: boolean): boolean | undefined {
  const word = plainWord(cell.slice(0, 500));
  if (undecided.test(word)) return undefined;
  if (declinedWords.test(word)) return !notDeclined.test(word);
  if (acceptedWords.test(word)) return notAccepted.test(word);
  const flag = readFlag(cell);
  // Under "Declined", a yes is a no to the pair; under "Accepted", a no is.
  return flag === undefined ? undefined : flag === headerSaysDeclined;
}

/** The column that names the side, an id or an address rather than a name. */
function guess(headers: readonly string[], pattern: RegExp): number {
  const words = headers.map((header) => questionWords(header.replace(/([a-z])([A-Z])/g, '$1 $2')));
  const named = words.map((_, at) => at).filter((at) => pattern.test(words[at]!));
  return named.find((at) => /\bid\b|\be ?mail\b|\bmatricola\b/.test(words[at]!)) ?? named[0] ?? -1;
}

function idOf(cell = '', lowerCase: boolean): string {
  const id = cell.trim();
  return plainId(id, lowerCase && /^\S+@\S+$/.test(id));
}
