import { isRated, labelsOf, mostAre, optionOf } from './column-samples.js';
import { formMarks, listFields, questionWords } from './header-rules.js';
import type { InferColumnsOptions } from './infer-columns.js';
import { findBareOptions, isChosen, isOther } from './infer-options.js';
import { plainHeader } from './plain-header.js';
import { type Column, type Proposal, targetOf } from './propose-rule.js';
import { readAvailability } from './read-availability.js';
import { labelSets, levelSets, plainWord } from './words.js';

/** A column that is one of several for one question. */
export interface GridColumn {
  readonly proposal: Proposal;
}

type Member = { readonly column: Column; readonly option: string };

/**
 * Finds questions that take several columns: grids of times, one column per option, one per skill with its
 * level, and survey items.
 */
export function findGrids(
  columns: readonly Column[],
  options: Pick<InferColumnsOptions, 'survey' | 'options'>,
): Map<number, GridColumn> {
  const found = new Map<number, GridColumn>();
  findSurveyItems(columns, options.survey, found);
  const byQuestion = new Map<string, Member[]>();
  for (const column of columns) {
    const parts = optionOf(
      column.header
        .replace(formMarks, ' ')
        .replace(/\*\s*$/, '')
        .trim(),
    );
    if (parts === undefined || found.has(column.at)) continue;
    const key = plainHeader(parts.question);
    const members = byQuestion.get(key) ?? [];
    members.push({ column, option: parts.option });
    byQuestion.set(key, members);
  }
  for (const [question, members] of byQuestion) {
    const to = targetOf(questionWords(question));
    if (to === 'availability') proposeSlots(members, found);
    else if (listFields.has(to)) proposeOptions(members, to as 'interests' | 'skills', found);
    else if (members.length >= 3) proposeItems(members, found);
  }
  findBareOptions(columns, options.options, found);
  if (options.survey === undefined) proposeNumberedItems(columns, found);
  return found;
}

/** One cell that fits is enough: the odd ones are told when they are read. */
function proposeSlots(members: readonly Member[], found: Map<number, GridColumn>): void {
  const fits = ({ column, option }: Member) =>
    column.cells.length === 0 ||
    readAvailability(option).value !== undefined ||
    column.cells.some((cell) => readAvailability(cell, option).value !== undefined);
  if (!members.some(fits)) return;
  const why = 'one row of a grid of times: the header says one half, the cell the other';
  for (const { column, option } of members) {
    found.set(column.at, { proposal: { to: 'availability', slot: option, confidence: 'high', why } });
  }
}

/** What one column of a question holds is judged by all its columns, so that a few odd cells change nothing. */
function proposeOptions(
  members: readonly Member[],
  to: 'interests' | 'skills',
  found: Map<number, GridColumn>,
): void {
  const propose = (column: Column, more: Record<string, unknown>, why: string) =>
    found.set(column.at, { proposal: { to, ...more, confidence: 'high', why } });
  const fixed = members.filter(({ option }) => !isOther(option));
  const cells = fixed.flatMap(({ column }) => column.cells);
  const choices = fixed.flatMap(({ column, option }) => column.cells.map((cell) => isChosen(cell, option)));
  const isChoice = choices.filter(Boolean).length >= 0.75 * choices.length;
  const labels = labelsOf(cells, levelSets);
  const isLevel = !isChoice && (labels !== undefined || mostAre(cells, isRated));
  for (const { column, option } of members) {
    const said = column.cells;
    if (isOther(option) && !said.every((cell) => isChosen(cell, option)))
      propose(column, {}, 'other answers in words');
    else if (isChoice) propose(column, { option }, 'one column per option');
    else if (isLevel && to.startsWith('skills')) {
      propose(
        column,
        { levelOf: option, ...(labels ? { labels } : {}) },
        'one column per skill, with its level',
      );
    } else if (isLevel) {
      const why = 'ratings of one option; no field holds them';
      const type = labels === undefined ? 'number' : 'text';
      found.set(column.at, {
        proposal: { to: 'attributes', name: column.header, type, confidence: 'low', why },
      });
    }
  }
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
  const members: Column[] = [];
  for (const column of columns) {
    const stem = /^(?:item|q|[a-z]{1,6})[ _.-]?\d{1,3}$/i.test(column.header) && !found.has(column.at);
    if (stem) members.push(column);
  }
  const cells = members.flatMap((column) => column.cells);
  const labels = labelsOf(cells, labelSets);
  const isRating = mostAre(cells, (cell) => /^(?:\d|10)$/.test(cell));
  if (members.length < 3 || (labels === undefined && !isRating)) return;
  for (const { at, header } of members) {
    const why = 'one of several numbered columns of ratings; set instrumentId and items';
    const more = labels === undefined ? {} : { labels };
    found.set(at, {
      proposal: { to: 'survey', item: header, instrumentId: 'survey', ...more, confidence: 'low', why },
    });
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
