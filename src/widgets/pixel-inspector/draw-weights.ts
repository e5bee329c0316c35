import { child, children, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import type { Words } from './draw-planes.ts';
import { type Derived, OUTPUTS, whole } from './model.ts';

/** Marks of the logarithmic axis. */
const MARKS = [1, 1e3, 1e6, 1e9] as const;
/** How far along the axis a count stands. */
const along = (count: number): string => `${(100 * Math.log10(count)) / Math.log10(MARKS[3])}%`;

/** The length of the vector and the weights of a dense layer as bars on a logarithmic axis, with AlexNet as a line. */
export function chart(parent: Root, { length, weights, alexNet }: Derived, words: Words): Root {
  const drawn = child(parent, 'div', 'chart').attr('class', 'count-chart').style('--alexnet', along(alexNet));
  const bars = [
    { part: 'input', name: words.vector, count: length },
    { part: 'kernel', name: fill(words.weights, { outputs: whole(OUTPUTS) }), count: weights },
  ];
  child(drawn, 'p', 'alexnet')
    .attr('class', 'whole-count')
    .text(fill(words.wholeCount, { alexNet: whole(alexNet) }));
  for (const { part, name, count } of bars) {
    const row = child(drawn, 'div', part).attr('class', `count ${part}`);
    const title = child(row, 'p', 'name');
    child(title, 'span', 'title').text(name);
    child(title, 'b', 'value').text(whole(count));
    const track = child(row, 'div', 'track').attr('class', 'track').attr('aria-hidden', 'true');
    child(track, 'i', 'bar').attr('class', 'bar').style('width', along(count));
  }
  const axis = child(drawn, 'div', 'axis').attr('class', 'axis');
  children(axis, 'span', MARKS, (mark) => mark)
    .style('left', (mark) => along(mark))
    .text((mark) => words[`mark${mark}`]);
  child(drawn, 'p', 'note').attr('class', 'axis-note').text(words.axis);
  return drawn;
}
