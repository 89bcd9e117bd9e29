import { labelsOf, looksLike, optionOf } from './column-samples.js';
import { formMarks, headerRules, questionWords } from './header-rules.js';
import type { InferColumnsOptions } from './infer-columns.js';
import { plainHeader } from './plain-header.js';
import type { Column, Proposal } from './propose-rule.js';
import { readAvailability } from './read-availability.js';
import { labelSets, levelSets, plainWord, readFlag } from './words.js';

/** A column that is one of several for one question. */
export interface GridColumn {
  readonly proposal: Proposal;
}

const lists = new Set(['interests', 'dislikes', 'languages', 'skills', 'skillsWanted']);

/**
 * Finds questions that take several columns: grids of times, one column per option, one per skill with its
 * level, and survey items.
 */
export function findGrids(
  columns: readonly Column[],
  survey: InferColumnsOptions['survey'],
): Map<number, GridColumn> {
  const found = new Map<number, GridColumn>();
  findSurveyItems(columns, survey, found);
  const byQuestion = new Map<string, { column: Column; option: string }[]>();
  for (const column of columns) {
    const parts = optionOf(column.header.replace(formMarks, ' ').replace(/\s*\*\s*$/, ''));
    if (parts === undefined || found.has(column.at)) continue;
    const key = plainHeader(parts.question);
    byQuestion.set(key, [...(byQuestion.get(key) ?? []), { column, option: parts.option }]);
  }
  for (const [question, members] of byQuestion) {
    const to = targetOf(question);
    if (to === 'availability') {
      for (const { column, option } of members) proposeSlot(column, option, found);
    } else if (to !== undefined && lists.has(to)) {
      for (const { column, option } of members)
        proposeOption(column, option, to as 'interests' | 'skills', found);
    } else if (members.length >= 3) proposeItems(members, found);
  }
  if (survey === undefined) proposeNumberedItems(columns, found);
  return found;
}

function targetOf(question: string): string | undefined {
  const words = questionWords(question);
  return headerRules.find(({ pattern, not }) => pattern.test(words) && !not?.test(words))?.to;
}

function proposeSlot({ at, cells }: Column, option: string, found: Map<number, GridColumn>): void {
  const fits = (cell: string) =>
    readFlag(cell) !== undefined || readAvailability(cell, option).value !== undefined;
  const alone = readAvailability(option).value !== undefined;
  if (!alone && cells.filter(fits).length < cells.length / 2) return;
  const why = 'one row of a grid of times: the header says one half, the cell the other';
  found.set(at, { proposal: { to: 'availability', slot: option, confidence: 'high', why } });
}

function proposeOption(
  { at, cells }: Column,
  option: string,
  to: 'interests' | 'skills',
  found: Map<number, GridColumn>,
): void {
  const word = plainWord(option);
  const isChoice = cells.every((cell) => readFlag(cell) !== undefined || plainWord(cell) === word);
  if (isChoice) {
    found.set(at, { proposal: { to, option, confidence: 'high', why: 'one column per option' } });
    return;
  }
  if (!to.startsWith('skills')) return;
  const labels = labelsOf(cells, levelSets);
  if (labels === undefined && !looksLike('number', cells)) return;
  const why = 'one column per skill, with its level';
  found.set(at, {
    proposal: { to, levelOf: option, ...(labels ? { labels } : {}), confidence: 'high', why },
  });
}

function proposeItems(
  members: readonly { column: Column; option: string }[],
  found: Map<number, GridColumn>,
): void {
  const labels = labelsOf(
    members.flatMap(({ column }) => column.cells),
    labelSets,
  );
  if (labels === undefined) return;
  for (const { column, option } of members) {
    const why = 'a grid of statements with the labels of a response scale; set instrumentId and items';
    const proposal = {
      to: 'survey',
      item: option,
      instrumentId: 'survey',
      labels,
      confidence: 'medium',
      why,
    } as const;
    found.set(column.at, { proposal });
  }
}

/** `E1`, `item_12`, `Q3`: at least three of one stem with whole numbers from 0 to 10, or labels of a scale. */
function proposeNumberedItems(columns: readonly Column[], found: Map<number, GridColumn>): void {
  const stems = new Map<string, Column[]>();
  for (const column of columns) {
    const stem = /^(?:item|q|[a-z]{1,6})[ _.-]?\d{1,3}$/i.test(column.header) && !found.has(column.at);
    if (stem) stems.set('item', [...(stems.get('item') ?? []), column]);
  }
  for (const members of stems.values()) {
    const cells = members.flatMap((column) => column.cells);
    const labels = labelsOf(cells, labelSets);
    const isRating = cells.length > 0 && cells.every((cell) => /^(?:\d|10)$/.test(cell));
    if (members.length < 3 || (labels === undefined && !isRating)) continue;
    for (const { at, header } of members) {
      const why = 'one of several numbered columns of ratings; set instrumentId and items';
      const more = labels === undefined ? {} : { labels };
      found.set(at, {
        proposal: { to: 'survey', item: header, instrumentId: 'survey', ...more, confidence: 'low', why },
      });
    }
  }
}

function findSurveyItems(
  columns: readonly Column[],
  survey: InferColumnsOptions['survey'],
  found: Map<number, GridColumn>,
): void {
  if (survey === undefined) return;
  const items = new Map<string, string>();
  for (const { id, text } of survey.items) {
    items.set(plainWord(plainHeader(id)), id);
    if (text !== undefined) items.set(plainWord(plainHeader(text)), id);
  }
  const members = columns.flatMap((column) => {
    const names = [
      column.header,
      optionOf(column.header)?.option ?? column.header,
      column.header.replace(/^\s*\d+[.)]\s*/, ''),
    ];
    const item = names.map((name) => items.get(plainWord(plainHeader(name)))).find((id) => id !== undefined);
    return item === undefined ? [] : [{ column, item }];
  });
  const labels = labelsOf(
    members.flatMap(({ column }) => column.cells),
    labelSets,
  );
  for (const { column, item } of members) {
    const proposal = {
      to: 'survey',
      item,
      instrumentId: survey.instrumentId,
      ...(labels === undefined ? {} : { labels }),
      confidence: 'high',
      why: `an item of ${survey.instrumentId}`,
    } as const;
    found.set(column.at, { proposal });
  }
}
