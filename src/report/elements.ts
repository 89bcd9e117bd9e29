import { type Insert, type Markup, markup } from './markup.js';

/** A column of a table. */
export interface Column {
  readonly name: string;
  /** Right-aligned, so that digits stand below each other. */
  readonly isNumber?: boolean;
}

/** A table that scrolls by itself where it is wide; the first cell of a row names the row. Its caption is for those who
 * jump from table to table: what they see is the heading above it. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Insert[])[],
): Markup {
  const kind = ({ isNumber }: Column) => (isNumber === true ? markup` class="number"` : null);
  const head = columns.map((column) => markup`<th scope="col"${kind(column)}>${column.name}</th>`);
  const body = rows.map((cells) => {
    const [first, ...others] = cells;
    const row = others.map((cell, at) => markup`<td${kind(columns[at + 1]!)}>${cell}</td>`);
    return markup`<tr><th scope="row"${kind(columns[0]!)}>${first}</th>${row}</tr>\n`;
  });
  return markup`<div class="scroll" role="group" aria-label="${caption}" tabindex="0"><table><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead>
<tbody>${body}</tbody></table></div>`;
}

/** Named values, as tiles or as a list. */
export function terms(
  className: 'tiles' | 'record',
  entries: readonly (readonly [name: string, value: Insert])[],
): Markup {
  const entry = ([name, value]: readonly [string, Insert]) =>
    className === 'tiles'
      ? markup`<div><dt>${name}</dt><dd>${value}</dd></div>`
      : markup`<dt>${name}</dt><dd>${value}</dd>`;
  return markup`<dl class="${className}">${entries.map(entry)}</dl>`;
}

/** A person's name: kept apart from what surrounds it, whatever direction its script runs. */
export function personName(name: string): Markup {
  return markup`<bdi>${name}</bdi>`;
}

/** Lines of `describe`: those that start with a hyphen become list items. */
export function linesOf(text: string): Markup[] {
  const parts: Markup[] = [];
  let items: Markup[] = [];
  const closeList = () => {
    if (items.length > 0) parts.push(markup`<ul>${items}</ul>`);
    items = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('- ')) items.push(markup`<li>${line.slice(2)}</li>`);
    else {
      closeList();
      parts.push(markup`<p>${line}</p>`);
    }
  }
  closeList();
  return parts;
}
