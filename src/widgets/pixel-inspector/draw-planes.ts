import { select } from 'd3';
import { moved } from '../kit/arrow-keys.ts';
import type { SetState } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { numberGrid } from '../kit/number-grid.ts';
import { pictureAddress } from './address.ts';
import { type Derived, nameOf, placeOf, type State } from './model.ts';
import { paint, shadeOf } from './paint.ts';
import type words from './words.ts';

export type Words = (typeof words)['en'];

export const channels = ['red', 'green', 'blue'] as const;

/** Chooses a pixel, counted from 0, as far as the picture goes. */
const chooser =
  ({ side }: Derived, set: SetState<State>) =>
  (row: number, column: number): void => {
    const within = (pixel: number) => placeOf(Math.min(side - 1, Math.max(0, pixel)), side);
    set({ row: within(row), column: within(column) });
  };

/** The picture or one of its planes, with the chosen pixel marked. */
export function picture(
  parent: Root,
  part: 'whole' | (typeof channels)[number],
  { tinted, picture: name }: State,
  derived: Derived,
  words: Words,
  set: SetState<State>,
): Root {
  const { side, row, column, seen, view } = derived;
  const channel = part === 'whole' ? -1 : channels.indexOf(part);
  const block = child(parent, 'figure', part).attr('class', 'grid-block');
  const title = child(block, 'figcaption', 'name').attr('class', 'grid-name input');
  child(title, 'span', 'title').text(words[part]);
  child(title, 'small', 'size').text(fill(words.size, { side }));
  const box = child(block, 'div', 'box').attr('class', 'pixel-box');
  const canvas = child(box, 'canvas', 'canvas')
    .attr('role', 'img')
    .attr('hidden', seen ? null : '');
  if (seen) paint(canvas, seen, channel, tinted);
  child(box, 'span', 'mark')
    .attr('class', 'pixel-mark')
    .attr('aria-hidden', 'true')
    .attr('hidden', view === 'weights' ? '' : null)
    .style('left', `${(100 * column) / side}%`)
    .style('top', `${(100 * row) / side}%`)
    .style('width', `${100 / side}%`);
  const choose = chooser(derived, set);
  canvas.on('click', ({ offsetX, offsetY }: MouseEvent) => {
    const node = canvas.node();
    if (node && view === 'pixels')
      choose(Math.floor((offsetY / node.clientHeight) * side), Math.floor((offsetX / node.clientWidth) * side));
  });
  if (part !== 'whole') {
    canvas.attr('aria-label', fill(words.choosePlane, { plane: words[part] }));
    return block;
  }
  const label = `${nameOf(derived, words)}. ${view === 'pixels' ? words.choosePixel : ''}`;
  canvas.attr('aria-label', label.trim()).attr('tabindex', view === 'pixels' ? '0' : null);
  canvas.on('keydown', (event: KeyboardEvent) => {
    const [down, right] = moved(event) ?? [];
    if (down === undefined || right === undefined || view !== 'pixels') return;
    event.preventDefault();
    choose(row + down, column + right);
  });
  child(box, 'img', 'photo')
    .attr('loading', 'lazy')
    .attr('src', pictureAddress(name, side))
    .attr('alt', words[name])
    .attr('width', 480)
    .attr('height', 480)
    .attr('hidden', seen ? '' : null);
  return block;
}

/** The chosen pixel and its neighbours in each plane, with their numbers; a cell that is tapped is chosen. */
export function magnifier(parent: Root, { tinted }: State, derived: Derived, words: Words, set: SetState<State>): Root {
  const { around, row, column } = derived;
  const parts = child(parent, 'div', 'around').attr('class', 'pixel-around');
  const choose = chooser(derived, set);
  for (const [channel, part] of channels.entries()) {
    const values = around.map((colour) => colour?.[channel]);
    const block = numberGrid(parts, part, {
      role: 'input',
      name: words[part],
      columns: 3,
      cells: values.map((value, index) => {
        const place = { row: row + Math.floor(index / 3), column: column + (index % 3) };
        return value === undefined
          ? { text: '', class: 'outside' }
          : {
              text: String(value),
              label: fill(words.cell, { plane: words[part], ...place, value }),
              class: index === 4 ? 'now' : '',
            };
      }),
      onChoose: (index) => choose(row - 1 + Math.floor(index / 3), column - 1 + (index % 3)),
    });
    block.selectAll<HTMLElement, unknown>('.cell').each(function (_, index) {
      const shade = shadeOf(values[index], tinted ? channel : undefined);
      select(this).style('background-color', shade.paper).style('color', shade.ink);
    });
  }
  return parts;
}
