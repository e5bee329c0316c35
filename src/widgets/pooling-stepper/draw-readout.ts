import { formatNumber } from '../../state/number-text.ts';
import { child, children, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { drawCalculation } from './draw-calculation.ts';
import { changedText, type Derived, largestTwice, placeText, problemText, type Result } from './model.ts';
import type { Words } from './words.ts';

/** Where the window is, its calculation, the size of the output, and what a move has changed. */
export function drawReadout(readout: Root, derived: Derived, words: Words): void {
  const { result, problems, state } = derived;
  const hiddenUnless = (shown: unknown) => (shown ? null : '');
  const where = child(readout, 'p', 'where').attr('class', 'where').attr('hidden', hiddenUnless(result));
  child(where, 'span', 'place').text(result ? placeText(result.place, words) : '');
  const ties = result && state.kind === 'max' ? largestTwice(result) : 0;
  child(where, 'span', 'ties').text(ties > 1 ? fill(words.ties, { count: ties }) : '');
  child(where, 'span', 'uses').text(result?.uses ? fill(words.uses, { count: result.uses.size }) : '');
  const line = child(readout, 'p', 'line').attr('class', 'sum-line').attr('hidden', hiddenUnless(result));
  if (result) drawCalculation(line, result, derived, words);
  const notes = result ? [...sizeTexts(result, derived, words), ...moveTexts(derived, words)] : [];
  children(child(readout, 'div', 'notes').attr('class', 'pooling-notes'), 'p', notes, (_, index) => index).text(
    (text) => text,
  );
  child(readout, 'p', 'impossible')
    .attr('hidden', hiddenUnless(!result))
    .text(result ? '' : [words.noOutput, ...problems.map((problem) => problemText(problem, words))].join(' '));
}

/** How the number of windows, or for adaptive pooling the bounds of this one, is worked out in both directions. */
function sizeTexts({ down, across, place }: Result, { state }: Derived, words: Words): string[] {
  const { rows, columns, window, stride, padding, ceilMode, kind } = state;
  const both = [
    { size: rows, windows: down, at: place.row, direction: words.down },
    { size: columns, windows: across, at: place.column, direction: words.across },
  ];
  if (kind === 'adaptive')
    return both.map(({ size, windows, at, direction }) =>
      fill(words.bounds, {
        direction,
        i: at,
        size,
        count: windows.length,
        start: windows[at]?.start ?? 0,
        end: windows[at]?.end ?? 0,
      }),
    );
  return both.map(({ size, windows, direction }) => {
    const room = size + 2 * padding - window;
    const count = (ceilMode ? Math.ceil(room / stride) : Math.floor(room / stride)) + 1;
    const [open, close] = ceilMode ? '⌈⌉' : '⌊⌋';
    const rim = padding === 0 ? '' : ` + 2 × ${padding}`;
    const formula = `${open}(${size}${rim} − ${window}) / ${stride}${close} + 1 = ${count}`;
    return fill(count === windows.length ? words.size : words.sizeDropped, { direction, formula });
  });
}

/** What entered with a move, and how many outputs differ. */
function moveTexts(derived: Derived, words: Words): string[] {
  const { moved, entering, rows } = derived.state;
  if (moved === 'none') return [];
  const column = entering.slice(0, rows).map((value) => formatNumber(value));
  const entered = fill(moved === 'right' ? words.enteredLeft : words.enteredRight, {
    values: column.join(words.listSeparator),
  });
  return [entered, changedText(derived, words)];
}
