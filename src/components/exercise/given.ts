import type {
  Block,
  GridBlock,
  Label,
  ListBlock,
  TableBlock,
  ValuesBlock,
  Window,
} from '@/exercises/kit/definition.ts';
import { format, plain, type Role, type Text } from '@/exercises/kit/text.ts';
import type { Locale } from '@/state/locale.ts';
import { attributes, type Content, type Html, html } from './html.ts';
import { drawText, drawValue } from './text.ts';

/** "4 × 4", or for Chinese "4×4". */
const sizeText = (rows: number, columns: number, locale: Locale): string =>
  locale === 'en' ? `${rows} × ${columns}` : `${rows}×${columns}`;

/** The name over a grid, with its size. */
export const gridName = (label: string, role: Role | undefined, size: string | undefined): Html =>
  html`<figcaption class="grid-name ${role}">${label}${size !== undefined && html` <small>${size}</small>`}</figcaption>`;

/** Names of rows and columns around a grid, for the eye; for the ear each cell carries them. */
export function withNames(
  grid: Html,
  { rowNames, columnNames }: { readonly rowNames?: readonly Label[]; readonly columnNames?: readonly Label[] },
  rows: number,
  columns: number,
  locale: Locale,
): Html {
  if (rowNames === undefined && columnNames === undefined) return grid;
  const name = (label: Label, look: string, place: string): Html =>
    html`<span class="name ${look}" aria-hidden="true" style="grid-area:${place}">${label[locale]}</span>`;
  return html`<div class="named-grid" style="--rows:${rows};--cols:${columns}">
    ${columnNames?.map((label, index) => name(label, 'above', `1/${index + 2}`))}
    ${rowNames?.map((label, index) => name(label, '', `${index + 2}/1`))}
    ${grid}</div>`;
}

const cellText = (cell: number | Text): string => (typeof cell === 'number' ? format(cell) : plain(cell));

function pictureStep(cell: number | Text): string {
  if (typeof cell !== 'number' || cell === 0) return 'zero';
  return cell > 0 ? 'pos2' : 'neg1';
}

function drawGrid(block: GridBlock, windows: readonly Window[], locale: Locale): Html {
  const { label, role, cells, picture } = block;
  const columns = cells[0]?.length ?? 0;
  const longest = Math.max(...cells.flat().map((cell) => cellText(cell).length));
  const name = (row: number, column: number): Content => {
    const names = [block.rowNames?.[row], block.columnNames?.[column]].flatMap((found) => found?.[locale] ?? []);
    return names.length > 0 && html`<span class="hidden-visually">${names.join(', ')}: </span>`;
  };
  const size = sizeText(cells.length, columns, locale);
  const grid = html`<div class="grid ${role}" role="table" aria-label="${label[locale]}, ${size}"
    style="--cols:${columns};--chars:${longest}">${cells.map(
      (line, row) =>
        html`<div class="grid-row" role="row">${line.map(
          (cell, column) =>
            html`<span class="cell" role="cell"${attributes({ 'data-v': picture && pictureStep(cell) })}>${name(row, column)}${drawValue(cell, locale)}</span>`,
        )}</div>`,
    )}${windows.filter(({ grid: id }) => id === block.id).map(drawWindow)}</div>`;
  return html`<figure class="grid-block">${gridName(label[locale], role, size)}${withNames(grid, block, cells.length, columns, locale)}</figure>`;
}

/** The cells that a calculation reads, framed; it may reach over the edge, into the padding. */
const drawWindow = ({ row, column, rows, columns }: Window): Html =>
  html`<span class="window" aria-hidden="true" style="--x:${column};--y:${row};--wide:${columns};--high:${rows}"></span>`;

const drawValues = ({ items }: ValuesBlock, locale: Locale): Html =>
  html`<dl class="given">${items.map(
    ({ label, value, role }) =>
      html`<div><dt>${drawText(label[locale])}</dt><dd${attributes({ class: role && `r-${role}` })}>${drawValue(value, locale)}</dd></div>`,
  )}</dl>`;

const drawList = ({ label, items, start = 1 }: ListBlock, locale: Locale): Html =>
  html`<div class="given-list"><p class="grid-name">${label[locale]}</p>
    <ol start="${start}" aria-label="${label[locale]}">${items.map((item) => html`<li>${drawText(item[locale])}</li>`)}</ol></div>`;

const drawTable = ({ label, heads, rows }: TableBlock, locale: Locale): Html =>
  html`<div class="given-table" tabindex="0" role="group" aria-label="${label[locale]}"><table><caption>${label[locale]}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${drawText(head[locale])}</th>`)}</tr></thead>
    <tbody>${rows.map(
      (row) =>
        html`<tr>${row.map((cell, index) =>
          index === 0
            ? html`<th scope="row">${drawValue(cell, locale)}</th>`
            : html`<td>${drawValue(cell, locale)}</td>`,
        )}</tr>`,
    )}</tbody></table></div>`;

/** One block of what is given; `windows` are framed in the grids they name. */
export function drawBlock(block: Block, windows: readonly Window[], locale: Locale): Html {
  switch (block.kind) {
    case 'grid':
      return drawGrid(block, windows, locale);
    case 'values':
      return drawValues(block, locale);
    case 'list':
      return drawList(block, locale);
    case 'table':
      return drawTable(block, locale);
    case 'sign':
      return html`<span class="op">${block.sign}</span>`;
    case 'code':
      return html`<pre class="given-code" tabindex="0"><code>${block.code}</code></pre>`;
  }
}
