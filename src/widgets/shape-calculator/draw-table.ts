import { button } from '../kit/controls.ts';
import type { SetState } from '../kit/definition.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { dragHandle } from './drag.ts';
import { drawEditor } from './draw-editor.ts';
import { rowOf, step } from './edits.ts';
import { bytesText, countText, faultText, fieldText, sizeText, summary } from './layer-words.ts';
import { BYTES, type Derived, type Row, type State, valuesIn } from './model.ts';
import { repairOf } from './repair.ts';
import type { Words } from './words.ts';

const COLUMNS = ['shape', 'parameters', 'macs', 'field', 'memory'] as const;

type Column = (typeof COLUMNS)[number];

function cellText({ description }: Row, column: Column, words: Words): string {
  if (!description) return words.unknown;
  switch (column) {
    case 'shape':
      return sizeText(description.shape);
    case 'parameters':
    case 'macs':
      return countText(description[column], words);
    case 'field':
      return fieldText(description);
    case 'memory':
      return bytesText(BYTES * valuesIn(description));
  }
}

/** The layers, one row each: the layer's name and settings, what comes out, what it costs. */
export function drawTable(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const table = child(parent, 'div', 'table')
    .attr('class', 'calc-table')
    .attr('role', 'table')
    .attr('aria-label', words.table);
  const head = child(table, 'div', 'head').attr('class', 'calc-row calc-head').attr('role', 'row');
  children(head, 'span', ['place', 'layer', ...COLUMNS] as const, (column) => column)
    .attr('role', 'columnheader')
    .attr('class', (column) => (column === 'layer' ? 'calc-name' : `calc-${column}`))
    .text((column) => words[column]);
  const body = child(table, 'div', 'rows').attr('class', 'calc-rows').attr('role', 'rowgroup');
  eachRoot(
    children(body, 'div', derived.rows, (_, index) => index),
    (group, row, index) => drawRow(group, row, index, state, derived, words, set),
  );
  child(parent, 'p', 'empty')
    .attr('hidden', derived.rows.length === 0 ? null : '')
    .text(words.noLayers);
}

function drawRow(
  group: Root,
  row: Row,
  index: number,
  state: State,
  derived: Derived,
  words: Words,
  set: SetState<State>,
): void {
  const isOpen = derived.open === row;
  const { layer, number, road, depth, fault } = row;
  const kind = words[layer.kind];
  group
    .attr('class', ['calc-layer', isOpen && 'open', fault && 'faulty'].filter(Boolean).join(' '))
    .attr('role', 'presentation')
    .style('--depth', depth);
  const line = child(group, 'div', 'line').attr('class', 'calc-row').attr('role', 'row');

  const place = child(line, 'span', 'place').attr('class', 'calc-place').attr('role', 'cell');
  const handle = child(place, 'button', 'handle')
    .attr('type', 'button')
    .attr('class', 'calc-handle')
    .attr('aria-label', fill(words.move, { number, kind }));
  child(handle, 'span', 'grip').attr('class', 'grip').attr('aria-hidden', 'true');
  child(place, 'span', 'number').text(number);
  /** Sets a stack in which a layer moved: what is open stays open, and the focus follows the layer. */
  const moveWith = (moved: ReturnType<typeof step>) => {
    if (!moved) return;
    const now = rowOf(moved.layers, moved.path);
    set({ layers: moved.layers, open: isOpen ? now : null }, 'step');
    const table = group.node()?.closest('.calc-rows');
    table?.querySelectorAll<HTMLElement>('.calc-handle')[now]?.focus();
  };
  dragHandle(handle, {
    row: index,
    rows: derived.rows,
    layers: state.layers,
    onMove: moveWith,
    onStep: (by) => moveWith(step(state.layers, row.path, by)),
  });

  const cell = child(line, 'span', 'layer').attr('class', 'calc-name').attr('role', 'cell');
  const open = child(cell, 'button', 'open')
    .attr('type', 'button')
    .attr('class', 'calc-open')
    .attr('aria-expanded', String(isOpen))
    .on('click', () => set({ open: isOpen ? null : index }));
  child(open, 'span', 'road')
    .attr('class', 'road')
    .attr('hidden', road ? null : '')
    .text(road === 'skip' ? words.inSkip : words.inBody);
  child(open, 'b', 'kind').text(kind);
  child(open, 'span', 'says').text(summary(row, words));
  child(open, 'span', 'name')
    .attr('class', 'own-name')
    .attr('hidden', layer.name ? null : '')
    .text(layer.name ?? '');
  for (const column of COLUMNS) {
    child(line, 'span', column)
      .attr('class', `calc-${column}`)
      .attr('role', 'cell')
      .attr('data-label', words[column])
      .text(cellText(row, column, words));
  }
  drawFault(child(group, 'div', 'fault'), row, state, words, set);
  const editor = child(group, 'div', 'editor').attr('class', 'calc-editor');
  if (isOpen) drawEditor(editor, row, index, state, words, set);
  else editor.selectChildren('*').remove();
}

function drawFault(parent: Root, row: Row, state: State, words: Words, set: SetState<State>): void {
  parent.attr('class', 'calc-fault').attr('role', row.fault ? 'alert' : null);
  if (!row.fault) {
    parent.selectChildren('*').remove();
    return;
  }
  const repair = repairOf(state.layers, row, words);
  child(parent, 'span', 'mark').attr('class', 'mark').attr('aria-hidden', 'true').text('!');
  child(parent, 'span', 'text').text(`${faultText(row.fault, words)} ${repair.text}`);
  const { layers } = repair;
  button(parent, 'repair', {
    label: words.repair,
    onPress: () => {
      if (layers) set({ layers, open: null });
    },
  }).attr('hidden', layers ? null : '');
}

/** The sums over all layers, in one line. */
export function drawTotals(parent: Root, derived: Derived, words: Words): void {
  const { shape, parameters, macs, values } = derived.total;
  const items = [
    [words.total, sizeText(shape)],
    [words.parameters, countText(parameters, words)],
    [words.macs, countText(macs, words)],
    [words.weightMemory, bytesText(BYTES * parameters)],
    [words.outputMemory, bytesText(BYTES * values)],
  ] as const;
  const list = child(parent, 'dl', 'totals').attr('class', 'calc-totals');
  eachRoot(
    children(list, 'div', items, ([label]) => label),
    (item, [label, text]) => {
      child(item, 'dt', 'label').text(label);
      child(item, 'dd', 'value').text(text);
    },
  );
  child(parent, 'p', 'partial')
    .attr('class', 'quiet')
    .attr('hidden', derived.faulty ? null : '')
    .text(derived.faulty ? fill(words.partial, { number: derived.faulty.number }) : '');
}
