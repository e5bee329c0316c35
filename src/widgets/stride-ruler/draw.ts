import { fold } from '../kit/controls.ts';
import { type SetState, widget } from '../kit/definition.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { frame } from '../kit/frame.ts';
import { numberField } from '../kit/number-field.ts';
import { numberGrid } from '../kit/number-grid.ts';
import { player } from '../kit/player.ts';
import { drawFormula } from './draw-formula.ts';
import { drawAll, drawStrip } from './draw-row.ts';
import { type Derived, derive, describe, droppedText, fields, type State, type Strip, whereText } from './model.ts';
import type { Words } from './words.ts';

/** A strip's name and what it shows: the whole row, or one of its ends. */
function nameOf({ strips, state, columns }: Derived, { from, to, windows }: Strip, words: Words): [string, string] {
  if (strips.length === 1) return [state.padding === 0 ? words.row : words.paddedRow, fill(words.rowSize, { columns })];
  const shown = { from: (windows[0] ?? 0) + 1, to: (windows.at(-1) ?? 0) + 1 };
  const some = windows.length === 0 ? '' : windows.length === 1 ? words.stripWindow : words.stripWindows;
  const parts = [fill(words.stripSize, { first: from + 1, last: to }), fill(some, shown)];
  return [from === 0 ? words.start : words.end, parts.filter(Boolean).join(' · ')];
}

function drawFigure(figure: Root, derived: Derived, words: Words): void {
  const { strips, windows, place, dropped, skipped, state } = derived;
  const isLong = strips.length > 1;
  const showsAll = isLong && windows > 0;
  const all = child(figure, 'div', 'all').attr('hidden', showsAll ? null : '');
  if (showsAll) drawAll(all, derived, words);
  const row = child(figure, 'div', 'strips').attr('class', 'ruler-strips').classed('two', isLong);
  eachRoot(
    children(row, 'div', strips, ({ from }) => (from === 0 ? 'start' : 'end')),
    (strip, piece) => drawStrip(strip, derived, piece, ...nameOf(derived, piece, words)),
  );
  const output = child(figure, 'div', 'output')
    .attr('class', 'ruler-output')
    .style('--n', derived.columns)
    .attr('hidden', isLong || windows === 0 ? '' : null);
  numberGrid(output, 'output', {
    role: 'output',
    name: words.output,
    size: fill(words.outputSize, { windows }),
    columns: Math.max(1, windows),
    cells: isLong
      ? []
      : Array.from({ length: windows }, (_, window) => ({
          text: String(window + 1),
          class: window === place ? 'now' : '',
        })),
  });
  const legend = child(figure, 'p', 'legend').attr('class', 'ruler-legend');
  const entry = (part: string, sign: string, text: string, isShown: boolean) => {
    const item = child(legend, 'span', part).attr('hidden', isShown ? null : '');
    child(item, 'i', 'sign').attr('class', `cell ${part}`).attr('aria-hidden', 'true').text(sign);
    child(item, 'span', 'text').text(isShown ? text : '');
  };
  entry('dropped', dropped === 0 ? '' : '×', droppedText(derived, words), windows > 0);
  entry('skipped', '·', fill(words.skipped, { count: skipped }), skipped > 0);
  entry('pad', '0', fill(words.paddingEach, { padding: state.padding }), state.padding > 0);
}

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { figure, readout, controls, settings, caption } = frame(root);
  const { windows, place, span, columns } = derived;
  const none = windows === 0 ? fill(words.tooLarge, { span, columns }) : undefined;
  drawFigure(figure, derived, words);
  child(readout, 'p', 'where')
    .attr('class', 'quiet')
    .text(none ?? whereText(derived, words));
  drawFormula(readout, derived, words);
  player(controls, { at: place, count: windows, go: (at) => set({ place: at }) });
  const field = (parent: Root, key: 'input' | 'kernel' | 'padding' | 'stride' | 'dilation') =>
    numberField(parent, key, {
      label: words[key],
      value: state[key],
      field: fields[key],
      problem: key === 'kernel' ? none : undefined,
      onChange: (value) => set({ [key]: value }),
    });
  for (const key of ['stride', 'input', 'kernel', 'padding'] as const) field(settings, key);
  field(fold(settings, 'more', words.more), 'dilation');
  child(caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, place: ['place'], derive, describe, draw });
