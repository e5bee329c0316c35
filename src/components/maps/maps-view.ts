import { fill } from '../../i18n/fill.ts';
import { decimal } from '../../i18n/quantities.ts';
import { element, part, parts } from '../lab/dom.ts';
import { type Channel, scaleOf, strongestFirst, strongestPlace } from './channels.ts';
import { paintMap, readPalette } from './paint-map.ts';
import type { MapsWords } from './words.ts';

const PLACES = 4;

/** The tiles of a layer's maps, the one that is enlarged, and the value of it that is read out. */
export class MapsView {
  private readonly root: HTMLElement;
  private readonly words: MapsWords;
  private readonly layer: string;
  /** A vector laid out in rows: one map, and its values are counted through. */
  private readonly vector: boolean;
  private readonly channels: readonly Channel[];
  /** Each map has a scale of its own instead of one for all. */
  private ownScale = false;
  private chosen: Channel | undefined;
  private place = 0;

  constructor(root: HTMLElement, layer: string, channels: readonly Channel[], vector: boolean, words: MapsWords) {
    this.root = root;
    this.words = words;
    this.layer = layer;
    this.vector = vector;
    this.channels = channels;
    this.order(false);
    const [strongest] = strongestFirst(channels);
    if (strongest) this.choose(strongest);
  }

  /** Also for another theme. */
  repaint(): void {
    const palette = readPalette(this.root);
    for (const tile of this.tiles) {
      const channel = this.channels[Number(tile.dataset['channel'])];
      if (channel) paintMap(part(tile, 'canvas', HTMLCanvasElement), channel, this.maxOf(channel), palette);
    }
    if (!this.chosen) return;
    paintMap(part(this.root, '[data-map] canvas', HTMLCanvasElement), this.chosen, this.maxOf(this.chosen), palette);
    this.drawLegend(this.chosen);
  }

  scale(own: boolean): void {
    this.ownScale = own;
    this.repaint();
  }

  private scaled(channel: Channel): readonly Channel[] {
    return this.ownScale ? [channel] : this.channels;
  }

  private maxOf(channel: Channel): number {
    return scaleOf(this.scaled(channel)).max;
  }

  order(strongest: boolean): void {
    const ordered = strongest ? strongestFirst(this.channels) : this.channels;
    const tiles = part(this.root, '[data-tiles]', HTMLElement);
    tiles.hidden = this.channels.length < 2;
    tiles.replaceChildren(...ordered.map((channel) => this.tile(channel)));
    this.press();
    this.repaint();
  }

  choose(channel: Channel): void {
    this.chosen = channel;
    this.place = strongestPlace(channel);
    const map = part(this.root, '[data-map]', HTMLElement);
    const names = { channel: channel.index, layer: this.layer, count: channel.values.length };
    map.setAttribute('aria-label', fill(this.vector ? this.words.vector : this.words.map, names));
    map.style.setProperty('--ratio', String(channel.columns / channel.rows));
    this.press();
    this.repaint();
    this.read();
  }

  /** Goes `rows` down and `columns` right; stays inside. */
  move(rows: number, columns: number): void {
    if (!this.chosen) return;
    const row = Math.floor(this.place / this.chosen.columns) + rows;
    const column = (this.place % this.chosen.columns) + columns;
    this.point(row, column);
  }

  point(row: number, column: number): void {
    const { chosen } = this;
    if (!chosen) return;
    const inside = (index: number, count: number) => Math.min(count - 1, Math.max(0, index));
    this.place = inside(row, chosen.rows) * chosen.columns + inside(column, chosen.columns);
    this.read();
  }

  /** The square under a point of the enlarged map. */
  pointAt(x: number, y: number): void {
    const { chosen } = this;
    const box = part(this.root, '[data-map]', HTMLElement).getBoundingClientRect();
    if (!chosen || box.width === 0) return;
    this.point(
      Math.floor(((y - box.top) / box.height) * chosen.rows),
      Math.floor(((x - box.left) / box.width) * chosen.columns),
    );
  }

  chooseTile(tile: HTMLElement): void {
    const channel = this.channels[Number(tile.dataset['channel'])];
    if (channel) this.choose(channel);
  }

  private get tiles(): HTMLButtonElement[] {
    return parts(this.root, '[data-tiles] button', HTMLButtonElement);
  }

  private tile(channel: Channel): HTMLButtonElement {
    const tile = element('button', 'map-tile');
    tile.type = 'button';
    tile.dataset['channel'] = String(channel.index);
    const low = decimal(Math.min(...channel.values), 2);
    const high = decimal(Math.max(...channel.values), 2);
    tile.setAttribute('aria-label', fill(this.words.tile, { channel: channel.index, low, high }));
    tile.append(document.createElement('canvas'), element('span', '', String(channel.index)));
    return tile;
  }

  private press(): void {
    for (const tile of this.tiles) {
      const pressed = Number(tile.dataset['channel']) === this.chosen?.index;
      tile.setAttribute('aria-pressed', String(pressed));
      tile.tabIndex = pressed ? 0 : -1;
    }
  }

  private read(): void {
    const { chosen, place } = this;
    if (!chosen) return;
    const [row, column] = [Math.floor(place / chosen.columns), place % chosen.columns];
    const names = { channel: chosen.index, row: row + 1, column: column + 1, index: place };
    part(this.root, '[data-where]', HTMLElement).textContent = fill(
      this.vector ? this.words.vectorValue : this.words.value,
      names,
    );
    part(this.root, '[data-value]', HTMLElement).textContent = decimal(chosen.values[place] ?? 0, PLACES);
    Object.assign(part(this.root, '[data-pin]', HTMLElement).style, {
      left: `${(100 * column) / chosen.columns}%`,
      top: `${(100 * row) / chosen.rows}%`,
      width: `${100 / chosen.columns}%`,
      height: `${100 / chosen.rows}%`,
    });
  }

  private drawLegend(channel: Channel): void {
    const { max, signed } = scaleOf(this.scaled(channel));
    const steps = [1, 2, 3, 4, 5];
    const positive = ['zero', ...steps.map((step) => `pos${step}`)];
    const negative = signed ? steps.toReversed().map((step) => `neg${step}`) : [];
    const ramp = element('span', 'ramp');
    ramp.setAttribute('aria-hidden', 'true');
    for (const shade of [...negative, ...positive]) {
      const cell = document.createElement('i');
      cell.dataset['v'] = shade;
      ramp.append(cell);
    }
    const end = decimal(max, 2);
    part(this.root, '[data-legend]', HTMLElement).replaceChildren(
      element('span', '', signed ? `−${end}` : '0'),
      ramp,
      element('span', '', end),
    );
  }
}
