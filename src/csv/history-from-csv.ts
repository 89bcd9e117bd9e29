import { ProblemList } from '../core/index.js';
import type { PairOfIds } from '../matching/index.js';
import { questionWords } from './header-rules.js';
import { headerFinder } from './plain-header.js';
import { readTable } from './read-table.js';
import type { CellIssue } from './types.js';
import { plainWord, readFlag } from './words.js';

export interface HistoryFromCsvOptions {
  /** Headers of the columns, where they are not found by themselves. */
  readonly columns?: {
    readonly menteeId?: string;
    readonly mentorId?: string;
    /** Says what became of the pair: `declined` and other words for no, or `yes` in a column named declined. */
    readonly status?: string;
  };
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

const declinedWords =
  /\b(?:declin\w*|refus\w*|reject\w*|turned down|rifiut\w*|declinat\w*|respint\w*|not accepted|non accettat\w*)\b/;

/**
 * Reads earlier pairs and declined pairs from a CSV text, such as `pairsToCsv` wrote it. Ids that look like e-mail
 * addresses are read in small letters, as `parseParticipants` does by itself.
 *
 * @throws InputError for options that are none; never for what the text holds
 */
export function historyFromCsv(text: string, options: HistoryFromCsvOptions = {}): PairHistory {
  const problems = new ProblemList('historyFromCsv');
  if (typeof text !== 'string') problems.add('text', text, 'a text: the content of a CSV file');
  const { delimiter } = options;
  if (delimiter !== undefined && ![',', ';', '\t'].includes(delimiter))
    problems.add('options.delimiter', delimiter, '",", ";" or a tab');
  for (const [name, header] of Object.entries(options.columns ?? {})) {
    if (typeof header !== 'string') problems.add(`options.columns.${name}`, header, 'a header');
  }
  problems.throwIfAny();
  const table = readTable(text, delimiter);
  const issues: CellIssue[] = [...table.issues];
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
  const status = place('status', /\b(?:status|outcome|declined|refused|stato|esito|rifiutat[oa])\b/);
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
    const pair = { menteeId: idOf(cells[mentee]), mentorId: idOf(cells[mentor]) };
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
    const outcome = cells[status] ?? '';
    const list = isDeclined(outcome, saysDeclined) ? declined : paired;
    const key = JSON.stringify([pair.menteeId, pair.mentorId]);
    if (list.has(key)) {
      counts.repeated += 1;
      const rule = 'each pair once; it counts once';
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

function isDeclined(cell: string, headerSaysDeclined: boolean): boolean {
  return headerSaysDeclined
    ? readFlag(cell) === true || declinedWords.test(plainWord(cell))
    : declinedWords.test(plainWord(cell));
}

/** The column that names the side, an id or an address rather than a name. */
function guess(headers: readonly string[], pattern: RegExp): number {
  const words = headers.map((header) => questionWords(header.replace(/([a-z])([A-Z])/g, '$1 $2')));
  const named = words.map((_, at) => at).filter((at) => pattern.test(words[at]!));
  return named.find((at) => /\bid\b|\be ?mail\b|\bmatricola\b/.test(words[at]!)) ?? named[0] ?? -1;
}

function idOf(cell = ''): string {
  const id = cell.trim();
  return /^\S+@\S+$/.test(id) ? id.toLowerCase() : id;
}
