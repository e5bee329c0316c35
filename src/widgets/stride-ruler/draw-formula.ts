import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { type Derived, quotientText } from './model.ts';
import type { Words } from './words.ts';

/** A sign or number of a formula, in the hue of what it is. */
type Piece = string | readonly [text: string | number, role: 'input' | 'kernel' | 'padding' | 'output'];

/** What the window can move by: I + 2P − K, or with gaps between the weights I + 2P − D(K − 1) − 1. */
const room = (input: Piece, padding: Piece, kernel: Piece, dilation: string | undefined, product: string): Piece[] => [
  input,
  ` + 2${product}`,
  padding,
  ...(dilation === undefined ? [' − ', kernel] : [` − ${dilation}${product}(`, kernel, ' − 1) − 1']),
];

/** The formula, filled in and worked out: its floor, what is cut off, the output. */
function stepsOf(derived: Derived): Piece[][] {
  const { state, windows } = derived;
  const { input, kernel, padding, stride, dilation } = state;
  const hasGaps = dilation > 1;
  const names = room(['I', 'input'], ['P', 'padding'], ['K', 'kernel'], hasGaps ? 'D' : undefined, '');
  const numbers = room(
    [input, 'input'],
    [padding, 'padding'],
    [kernel, 'kernel'],
    hasGaps ? String(dilation) : undefined,
    ' × ',
  );
  return [
    [['O', 'output'], ' = ⌊(', ...names, ') / S⌋ + 1'],
    ['= ⌊(', ...numbers, `) / ${stride}⌋ + 1`],
    [`= ⌊${quotientText(derived)}⌋ + 1`],
    [`= ${windows - 1} + 1`],
  ];
}

/** The formula of the output's size with the numbers in it, and in words what its floor cuts off. */
export function drawFormula(readout: Root, derived: Derived, words: Words): void {
  const { windows, room: columns, state, dropped } = derived;
  const line = child(readout, 'p', 'formula')
    .attr('class', 'sum-line ruler-formula')
    .style('--lines-narrow', 3)
    .attr('hidden', windows === 0 ? '' : null);
  const steps = child(line, 'span', 'steps').attr('class', 'terms');
  eachRoot(
    children(steps, 'span', windows === 0 ? [] : stepsOf(derived), (_, index) => index).attr('class', 't'),
    (step, pieces) => {
      children(step, 'span', pieces, (_, index) => index)
        .attr('class', (piece) => (typeof piece === 'string' ? null : `r-${piece[1]}`))
        .text((piece) => (typeof piece === 'string' ? piece : piece[0]));
    },
  );
  const sum = child(line, 'span', 'sum').attr('class', 't');
  child(sum, 'span', 'equals').text('= ');
  child(sum, 'span', 'total').attr('class', 'total output').text(windows);
  const values = { room: columns, stride: state.stride, whole: windows - 1, rest: dropped };
  const sentence = columns === 0 ? words.fills : dropped === 0 ? words.exact : words.cutOff;
  child(readout, 'p', 'floor')
    .attr('class', 'quiet')
    .text(windows === 0 ? '' : fill(sentence, values));
}
