import { type SetState, widget } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { frame } from '../kit/frame.ts';
import { channels, magnifier, picture, type Words } from './draw-planes.ts';
import { settings } from './draw-settings.ts';
import { chart } from './draw-weights.ts';
import { type Derived, derive, describe, fields, OUTPUTS, type State, timesText, whole } from './model.ts';
import { mount } from './mount.ts';

/** The chosen pixel: where it is, its colour and its three numbers. */
function pixelReadout(parent: Root, { row, column, side, colour, length }: Derived, words: Words): void {
  child(parent, 'p', 'where')
    .attr('class', 'quiet')
    .text(fill(words.where, { row: row + 1, column: column + 1 }));
  const line = child(parent, 'p', 'numbers').attr('class', 'sum-line');
  child(line, 'span', 'swatch')
    .attr('class', 'swatch')
    .attr('aria-hidden', 'true')
    .attr('hidden', colour ? null : '')
    .style('background-color', colour ? `rgb(${colour.join(' ')})` : '');
  for (const [channel, part] of channels.entries()) {
    const term = child(line, 'span', part)
      .attr('class', 't')
      .attr('hidden', colour ? null : '');
    child(term, 'span', 'name').text(`${words[`${part}Is`]} `);
    child(term, 'b', 'value').text(colour ? String(colour[channel]) : '');
  }
  child(line, 'span', 'waiting')
    .attr('hidden', colour ? '' : null)
    .text(words.waiting);
  child(parent, 'p', 'planes').text(fill(words.planes, { side, length: whole(length) }));
}

function product(parent: Root, part: string, role: 'input' | 'kernel', text: string, value: number): void {
  const line = child(parent, 'p', part).attr('class', 'sum-line');
  child(line, 'span', 'text').text(`${text} `);
  child(line, 'span', 'total').attr('class', `total ${role}`).text(whole(value));
}

function weightsReadout(parent: Root, derived: Derived, words: Words): void {
  const { side, length, weights, times, alexNet } = derived;
  product(parent, 'vector', 'input', fill(words.vectorLine, { side }), length);
  const factors = { length: whole(length), outputs: whole(OUTPUTS) };
  product(parent, 'weights', 'kernel', fill(words.weightsLine, factors), weights);
  child(parent, 'p', 'compared').text(fill(words.compared, { times: timesText(times), alexNet: whole(alexNet) }));
}

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { figure, readout, settings: fieldsRow, caption } = frame(root);
  const isPixels = state.view === 'pixels';
  const hide = (part: Root, hidden: boolean) => part.attr('hidden', hidden ? '' : null);

  const row = child(figure, 'div', 'pictures').attr('class', `pixel-pictures ${state.view}`);
  picture(row, 'whole', state, derived, words, set);
  for (const part of channels) hide(picture(row, part, state, derived, words, set), !isPixels || !derived.seen);
  hide(chart(row, derived, words), isPixels);
  hide(magnifier(figure, state, derived, words, set), !isPixels || derived.around.length === 0);
  const credit =
    derived.standing.origin === 'sample'
      ? fill(words.credit, { credit: words[`credit-${state.picture}`] })
      : words.private;
  child(figure, 'p', 'credit').attr('class', 'credit').text(credit);

  const pixel = child(readout, 'div', 'pixel');
  pixelReadout(pixel, derived, words);
  hide(pixel, !isPixels);
  const counted = child(readout, 'div', 'counted');
  weightsReadout(counted, derived, words);
  hide(counted, isPixels);

  settings(fieldsRow, state, derived, words, set);
  child(caption, 'p', 'text').text(isPixels ? words.caption : words.captionWeights);
  child(caption, 'p', 'private').text(words.stays);
}

export default widget({ fields, place: ['row', 'column'], derive, describe, draw, mount });
