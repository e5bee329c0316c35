import { type Cells, type Layer, receptiveCells } from '../../core/index.ts';
import { fill } from '../../i18n/fill.ts';
import { decimal, percent, sizes, whole } from '../../i18n/quantities.ts';
import type { Locale } from '../../state/locale.ts';
import { element, part, parts } from '../lab/dom.ts';
import { paintMap, readPalette } from '../maps/paint-map.ts';
import { type Changes, changesAt, compare, type Measured, type Size } from './measure.ts';
import { type FieldWords, fieldWords } from './words.ts';

const middle = (size: number) => Math.floor(size / 2);
const sizeOf = ({ first, last }: Cells) => last - first + 1;

/** One layer's measured changes: the map of one cell over the picture, the theoretical frame, and the numbers of both. */
export class FieldView {
  private readonly root: HTMLElement;
  private readonly layers: readonly Layer[];
  private readonly layer: string;
  private readonly changes: Changes;
  private readonly locale: Locale;
  private readonly words: FieldWords;
  private place: Size;

  constructor(root: HTMLElement, layers: readonly Layer[], layer: string, changes: Changes, locale: Locale) {
    this.root = root;
    this.layers = layers;
    this.layer = layer;
    this.changes = changes;
    this.locale = locale;
    this.words = fieldWords[locale];
    this.place = [middle(changes.places[0]), middle(changes.places[1])];
    this.show();
  }

  /** Watches the cell `rows` down and `columns` right; stays inside. */
  move([rows, columns]: Size): void {
    this.choose([this.place[0] + rows, this.place[1] + columns]);
  }

  /** Watches the cell that looks nearest to a point, given as shares of the picture's height and width. */
  pointAt(down: number, across: number): void {
    const [origin, next] = [this.fieldAt([0, 0]), this.fieldAt([1, 1])];
    const nearest = (share: number, axis: 0 | 1) => {
      const start = (origin[axis].first + origin[axis].last) / 2;
      return Math.round((share * this.changes.pixels[axis] - 0.5 - start) / (next[axis].first - origin[axis].first));
    };
    this.choose([nearest(down, 0), nearest(across, 1)]);
  }

  private fieldAt(place: Size): readonly [Cells, Cells] {
    return receptiveCells(this.layers, this.layer, place);
  }

  private choose([row, column]: Size): void {
    const [rows, columns] = this.changes.places;
    this.place = [Math.min(rows - 1, Math.max(0, row)), Math.min(columns - 1, Math.max(0, column))];
    this.show();
  }

  /** Also for another theme. */
  show(): void {
    const { pixels } = this.changes;
    const field = this.fieldAt(this.place);
    const map = changesAt(this.changes, this.place);
    const measured = compare(map, pixels, field);
    const canvas = part(this.root, '[data-heat] canvas', HTMLCanvasElement);
    const channel = { index: 0, rows: pixels[0], columns: pixels[1], values: map };
    paintMap(canvas, channel, measured?.most ?? 0, readPalette(this.root));
    for (const box of parts(this.root, '.field-box', HTMLElement)) this.frame(box, field);
    this.say(field, measured);
  }

  private frame(box: HTMLElement, [rows, columns]: readonly [Cells, Cells]): void {
    const [high, wide] = this.changes.pixels;
    const lay = (selector: string, top: number, left: number, height: number, width: number) =>
      Object.assign(part(box, selector, HTMLElement).style, {
        top: `${(100 * top) / high}%`,
        left: `${(100 * left) / wide}%`,
        height: `${(100 * height) / high}%`,
        width: `${(100 * width) / wide}%`,
      });
    lay('.theory', rows.first, columns.first, sizeOf(rows), sizeOf(columns));
    lay('.pin', (rows.first + rows.last) / 2, (columns.first + columns.last) / 2, 1, 1);
  }

  private say(field: readonly [Cells, Cells], measured: Measured | undefined): void {
    const t = this.words;
    const square = (side: number) => sizes([side, side], this.locale);
    const [row, column] = [this.place[0] + 1, this.place[1] + 1];
    const box = part(this.root, '[data-heat]', HTMLElement);
    box.setAttribute('aria-label', fill(t.boxLabel, { row, column, layer: this.layer }));
    const places = sizes(this.changes.places, this.locale);
    part(this.root, '[data-place]', HTMLElement).textContent = fill(t.place, { row, column, places });
    part(this.root, '[data-legend]', HTMLElement).hidden = !measured;
    const list = part(this.root, '[data-numbers]', HTMLElement);
    if (!measured) {
      list.replaceChildren(element('dt', '', t.nothing));
      return;
    }
    const { inside, reached, half, nineTenths, most } = measured;
    const side = sizeOf(field[0]);
    const isWhole = inside.every((length) => length === side);
    part(this.root, '[data-most]', HTMLElement).textContent = fill(t.most, {
      most: decimal(most, most < 0.01 ? 5 : 3),
    });
    const theory = { field: square(side), inside: sizes(inside, this.locale) };
    list.replaceChildren(
      ...[
        [t.theory, fill(isWhole ? t.theoryWhole : t.theoryPart, theory)],
        [t.reached, fill(t.reachedText, { within: whole(reached.within), beyond: whole(reached.beyond) })],
        [
          fill(t.half, { side: square(half.side) }),
          fill(t.halfText, { share: percent(half.share, this.locale), area: percent(half.area, this.locale) }),
        ],
        [t.nineTenths, fill(t.nineTenthsText, { side: square(nineTenths.side) })],
      ].flatMap(([name, text]) => [element('dt', '', name), element('dd', '', text)]),
    );
    list.dataset['within'] = String(reached.within);
    list.dataset['beyond'] = String(reached.beyond);
  }
}
