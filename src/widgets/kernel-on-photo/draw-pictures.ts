import type { SetState } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { sampleAddress } from '../kit/picture-source.ts';
import { type Derived, HEIGHT, type State, WIDTH } from './model.ts';
import { paint } from './paint.ts';
import type words from './words.ts';

export type Words = (typeof words)['en'];

interface Picture {
  readonly role: 'input' | 'output';
  readonly name: string;
  readonly size: string;
  readonly label: string;
  readonly columns: number;
  readonly rows: number;
  readonly greys: ArrayLike<number> | undefined;
  /** Middle of the mark, in pixels. */
  readonly mark: { readonly x: number; readonly y: number };
  /** The pixel that was tapped. */
  onChoose(row: number, column: number): void;
}

function picture(parent: Root, { role, name, size, label, columns, rows, greys, mark, onChoose }: Picture): Root {
  const block = child(parent, 'figure', role).attr('class', 'grid-block');
  const title = child(block, 'figcaption', 'name').attr('class', `grid-name ${role}`);
  child(title, 'span', 'title').text(name);
  child(title, 'small', 'size').text(size);
  const box = child(block, 'div', 'box').attr('class', `picture-box ${role}`);
  const canvas = child(box, 'canvas', 'canvas')
    .attr('role', 'img')
    .attr('aria-label', label)
    .attr('hidden', greys ? null : '');
  canvas.on('click', ({ offsetX, offsetY }: MouseEvent) => {
    const node = canvas.node();
    if (!node) return;
    onChoose(Math.floor((offsetY / node.clientHeight) * rows), Math.floor((offsetX / node.clientWidth) * columns));
  });
  if (greys) paint(canvas, greys, columns, rows);
  child(box, 'span', 'mark')
    .attr('class', 'mark')
    .attr('aria-hidden', 'true')
    .attr('hidden', greys ? null : '')
    .style('left', `${(100 * mark.x) / columns}%`)
    .style('top', `${(100 * mark.y) / rows}%`);
  return box;
}

/** The picture in greys and its map side by side, the window marked in both. */
export function drawPictures(figure: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { rows, columns, row, column, size, seen, camera } = derived;
  const pair = child(figure, 'div', 'pictures').attr('class', 'photo-pair');
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  const half = (size - 1) / 2;
  const input = picture(pair, {
    role: 'input',
    name: camera === 'on' ? words.camera : words.input,
    size: fill(words.inputSize, { rows: HEIGHT, columns: WIDTH }),
    label: words.chooseInput,
    columns: WIDTH,
    rows: HEIGHT,
    greys: seen?.grey.data,
    mark: { x: column + size / 2, y: row + size / 2 },
    onChoose: (y, x) => set({ row: within(y - half, rows), column: within(x - half, columns) }),
  });
  child(input, 'img', 'photo')
    .attr('loading', 'lazy')
    .attr('src', sampleAddress(`${state.picture}.jpg`))
    .attr('alt', words[state.picture])
    .attr('width', WIDTH)
    .attr('height', HEIGHT)
    .attr('hidden', seen ? '' : null);
  picture(pair, {
    role: 'output',
    name: words.output,
    size: fill(words.outputSize, { rows, columns }),
    label: words.chooseOutput,
    columns,
    rows,
    greys: seen?.shown,
    mark: { x: column + 0.5, y: row + 0.5 },
    onChoose: (y, x) => set({ row: within(y, rows), column: within(x, columns) }),
  });
  child(figure, 'p', 'credit')
    .attr('class', 'credit')
    .text(camera === 'on' ? words.private : fill(words.credit, { credit: words[`credit-${state.picture}`] }));
}
