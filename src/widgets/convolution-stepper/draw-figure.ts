import { formatNumber } from '../../state/number-text.ts';
import { segments } from '../kit/controls.ts';
import type { SetState } from '../kit/definition.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { type GridCell, numberGrid } from '../kit/number-grid.ts';
import { productGrid } from '../kit/product-grid.ts';
import { shadesOf } from '../kit/scale.ts';
import { fields, inputIndex, weightIndex } from './fields.ts';
import { type Derived, placeText, type State } from './model.ts';
import type { Words } from './words.ts';

const LIMITS = { min: fields.input.min, max: fields.input.max, whole: false } as const;

/** Widths in cells, from which the style sheet computes the size of a cell. */
function measure(figure: Root, { state, padded, bank, result }: Derived): void {
  const [n, k, m] = [padded.shape[2] ?? 1, bank.shape[3] ?? 1, result?.output.shape[2] ?? 1];
  const kernelBelow = n + 0.86 * k > 12.5;
  const outputBelow = k > 3 || 1.62 * k + 0.86 * m > 11;
  figure
    .attr('class', 'stepper')
    .classed('crowded', n + 2.62 * k + m > 24)
    .classed('dense', n > 9)
    .classed('named', state.channels > 1 || state.kernels > 1)
    .style('--n', n)
    .style('--c', padded.shape[0] ?? 1)
    .style('--k', k)
    .style('--m', m)
    .style('--first', kernelBelow ? n : n + 0.86 * k)
    .style('--second', outputBelow ? 0.86 * m : 1.62 * k + 0.86 * m);
}

interface Parts {
  readonly figure: Root;
  readonly derived: Derived;
  readonly words: Words;
  readonly set: SetState<State>;
}

function drawInput({ figure, derived, words, set }: Parts, channel: number): void {
  const { state, padded, padding, result, firstChannel, depth } = derived;
  const { rows, columns, channels, stride, dilation, kernelRows, kernelColumns } = state;
  const [height, width] = [rows + 2 * padding, columns + 2 * padding];
  const isUsed = channel >= firstChannel && channel < firstChannel + depth;
  const place = isUsed ? result?.place : undefined;
  const shades = shadesOf([...padded.data]);
  const inWindow = (at: number, start: number, kernel: number) =>
    (at - start) % dilation === 0 && at >= start && at <= start + dilation * (kernel - 1);
  const placeOf = (index: number) =>
    inputIndex(channel, Math.floor(index / width) - padding, (index % width) - padding);
  const cells = Array.from({ length: height * width }, (_, index): GridCell => {
    const [row, column] = [Math.floor(index / width), index % width];
    const value = padded.data[channel * height * width + index] ?? 0;
    const isPadding = row < padding || row >= rows + padding || column < padding || column >= columns + padding;
    const isTapped =
      place && inWindow(row, place.row * stride, kernelRows) && inWindow(column, place.column * stride, kernelColumns);
    return {
      text: formatNumber(value),
      ...(isPadding ? {} : { value, shade: shades(value) }),
      class: [
        isPadding && 'pad',
        isTapped && dilation > 1 && 'tapped',
        !isPadding && state.picked === placeOf(index) && 'picked',
      ]
        .filter(Boolean)
        .join(' '),
    };
  });
  numberGrid(figure, `input-${channel}`, {
    role: 'input',
    name: channels > 1 ? fill(words.inputChannel, { number: channel + 1 }) : words.input,
    size: `${rows} × ${columns}`,
    columns: width,
    origin: 1 - padding,
    cells,
    limits: LIMITS,
    window: place && {
      row: place.row * stride,
      column: place.column * stride,
      rows: dilation * (kernelRows - 1) + 1,
      columns: dilation * (kernelColumns - 1) + 1,
    },
    onEdit: (index, value) => set({ input: state.input.with(placeOf(index), value) }),
    onChoose: (index) => set({ picked: placeOf(index) }),
    chooseOnFocus: true,
  }).classed('unused', !isUsed);
}

function drawKernel({ figure, derived, words, set }: Parts, channel: number): void {
  const { state, bank, kernel, firstChannel, depth } = derived;
  const { kernelRows, kernelColumns, channels, kernels, flip } = state;
  const plane = channel - firstChannel;
  const size = kernelRows * kernelColumns;
  const start = (kernel * depth + plane) * size;
  const shades = shadesOf([...bank.data]);
  const title = flip ? words.kernelTurned : words.kernel;
  // A cell of the turned kernel stands for the one opposite.
  const placeOf = (index: number) => {
    const at = flip ? size - 1 - index : index;
    return weightIndex(kernel, plane, Math.floor(at / kernelColumns), at % kernelColumns);
  };
  numberGrid(figure, `kernel-${channel}`, {
    role: 'kernel',
    name: channels > 1 || kernels > 1 ? fill(words.kernelPlane, { kernel: kernel + 1, number: channel + 1 }) : title,
    size: `${kernelRows} × ${kernelColumns}`,
    columns: kernelColumns,
    cells: Array.from(bank.data.slice(start, start + size), (value) => ({
      text: formatNumber(value),
      value,
      shade: shades(value),
    })),
    limits: LIMITS,
    onEdit: (index, value) => set({ weights: state.weights.with(placeOf(index), value) }),
  });
}

function drawProducts({ figure, derived, words }: Parts, channel: number): void {
  const { state, result, decimals } = derived;
  const terms = result?.window.terms ?? [];
  productGrid(figure, `product-${channel}`, {
    name: state.channels > 1 ? fill(words.productsOf, { number: channel + 1 }) : words.products,
    columns: state.kernelColumns,
    cells: terms.filter((term) => term.channel === channel),
    decimals,
  });
}

function drawOutput({ figure, derived, words }: Parts, map: number, go: (place: number) => void): void {
  const { state, result, kernel, decimals } = derived;
  const [, rows = 0, columns = 0] = result?.output.shape ?? [];
  const values = [...(result?.output.data ?? [])];
  const shades = shadesOf(values);
  const cells = values.slice(map * rows * columns, (map + 1) * rows * columns).map((value, place): GridCell => {
    const index = map * rows * columns + place;
    const where = placeText(
      { index, kernel: map, row: Math.floor(place / columns), column: place % columns },
      state.kernels,
      words,
    );
    const isComputed = result !== undefined && index < result.computed;
    const text = isComputed ? formatNumber(value, decimals) : '';
    return {
      text,
      shade: isComputed ? shades(value) : undefined,
      label: isComputed ? fill(words.outputCell, { place: where, value: text }) : where,
      class: [!isComputed && 'empty', index === result?.place.index && 'now', result?.uses.has(index) && 'uses']
        .filter(Boolean)
        .join(' '),
    };
  });
  numberGrid(figure, `output-${map}`, {
    role: 'output',
    name: state.kernels > 1 ? fill(words.map, { number: map + 1 }) : words.output,
    ...(result ? { size: `${rows} × ${columns}` } : {}),
    columns: Math.max(1, columns),
    cells,
    onChoose: (place) => go(map * rows * columns + place),
    chooseOnFocus: true,
  }).classed('aside', map !== kernel);
}

/** Which kernel is shown, and on a small screen which channel. */
function drawTabs({ figure, derived, words, set }: Parts, go: (place: number) => void): void {
  const { state, result, kernel, channel, firstChannel, depth } = derived;
  const mapSize = (result?.output.data.length ?? 0) / state.kernels;
  const named = (count: number, first = 0) =>
    Array.from({ length: count }, (_, index) => ({ value: String(first + index), label: String(first + index + 1) }));
  segments(figure, 'kernels', {
    label: words.shownKernel,
    value: String(kernel),
    options: named(state.kernels),
    onChange: (value) => go(Number(value) * mapSize + ((result?.place.index ?? 0) % mapSize)),
  }).attr('hidden', state.kernels > 1 && result ? null : '');
  segments(figure, 'channels', {
    label: words.channel,
    value: String(channel),
    options: named(depth, firstChannel),
    onChange: (value) => set({ channel: Number(value) }),
  })
    .classed('channel-tabs', true)
    .attr('hidden', depth > 1 ? null : '');
}

/** Input ∗ kernel → products Σ output; every channel a row of its own where there is room. */
export function drawFigure(
  parent: Root,
  derived: Derived,
  words: Words,
  set: SetState<State>,
  go: (place: number) => void,
): void {
  const { state, firstChannel, depth, channel: shown } = derived;
  const tabs = child(parent, 'div', 'tabs').attr('class', 'stepper-tabs');
  drawTabs({ figure: tabs, derived, words, set }, go);
  const figure = child(parent, 'div', 'stepper');
  measure(figure, derived);
  const channels = Array.from({ length: state.channels }, (_, channel) => channel);
  const rows = child(figure, 'div', 'rows').attr('class', 'stepper-rows');
  eachRoot(
    children(rows, 'div', channels, (channel) => channel),
    (row, channel) => {
      const isUsed = channel >= firstChannel && channel < firstChannel + depth;
      row.attr('class', 'stepper-row').classed('aside', channel !== shown);
      const parts = { figure: row, derived, words, set };
      drawInput(parts, channel);
      child(row, 'span', 'times').attr('class', 'op times').attr('aria-hidden', 'true').text('∗');
      // A channel outside the kernel's group has no kernel plane and no products.
      const rest = child(row, 'div', 'rest')
        .attr('class', 'stepper-rest')
        .attr('hidden', isUsed ? null : '');
      row.select('.times').attr('hidden', isUsed ? null : '');
      if (!isUsed) return;
      const inside = { ...parts, figure: rest };
      drawKernel(inside, channel);
      child(rest, 'span', 'arrow').attr('class', 'op break').attr('aria-hidden', 'true').text('→');
      drawProducts(inside, channel);
    },
  );
  child(figure, 'span', 'sum').attr('class', 'op').attr('aria-hidden', 'true').text('Σ');
  const maps = child(figure, 'div', 'maps').attr('class', 'stepper-maps');
  eachRoot(
    children(
      maps,
      'div',
      Array.from({ length: state.kernels }, (_, map) => map),
      (map) => map,
    ).attr('class', 'stepper-map'),
    (map, index) => drawOutput({ figure: map, derived, words, set }, index, go),
  );
}
