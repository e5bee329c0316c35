import { button } from './controls.ts';
import { child, children, contextOf, type Root } from './dom.ts';
import { fill } from './fill.ts';
import { chooseSpeed, isSpeed, speed, speeds } from './speed.ts';

export interface PlayerOptions {
  /** The place now, from 0. */
  readonly at: number;
  /** How many places there are; 0 disables the bar. */
  readonly count: number;
  /** Goes to a place, which is then part of the state. */
  go(at: number): void;
  /** Back to the start; `go(0)` if not given. */
  rewind?(): void;
}

interface Playing {
  timer: ReturnType<typeof setTimeout> | undefined;
  options: PlayerOptions;
}

/** Which bars play. Playing is no state of the figure: it is neither in the address nor undone. */
const bars = new WeakMap<HTMLElement, Playing>();

/** Milliseconds of one step at 1×: `--t-play` of tokens.css. */
const STEP_TIME = 900;

/** The bar: back to the start, back, play or pause, on, a slider with the place, speed. Playing ends at the last place. */
export function player(bar: Root, options: PlayerOptions): void {
  const node = bar.node();
  if (!node) return;
  const { playing } = contextOf(bar);
  const state: Playing = bars.get(node) ?? { timer: undefined, options };
  state.options = options;
  bars.set(node, state);

  const stop = () => {
    if (state.timer === undefined) return;
    clearTimeout(state.timer);
    state.timer = undefined;
    player(bar, state.options);
    playing(false);
  };
  const tick = () => {
    const { at, count, go } = state.options;
    if (!node.isConnected || at >= count - 1) return stop();
    state.timer = setTimeout(tick, STEP_TIME / Number(speed()));
    go(at + 1);
    if (state.options.at >= state.options.count - 1) stop();
  };
  const play = () => {
    playing(true);
    const { at, count, go } = state.options;
    if (at < count - 1) return tick();
    state.timer = setTimeout(tick, STEP_TIME / Number(speed()));
    go(0);
  };
  const move = (place: number) => {
    stop();
    options.go(place);
  };
  buttons(bar, options, state.timer !== undefined, { stop, play, move });
  scrub(bar, options, move);
  speedField(bar);
}

interface Acts {
  stop(): void;
  play(): void;
  move(place: number): void;
}

function buttons(bar: Root, options: PlayerOptions, isPlaying: boolean, { stop, play, move }: Acts): void {
  const { words } = contextOf(bar);
  const { at, count } = options;
  const none = count === 0;
  button(bar, 'rewind', {
    label: words.rewind,
    icon: 'reset',
    iconOnly: true,
    disabled: none,
    onPress() {
      stop();
      (options.rewind ?? (() => options.go(0)))();
    },
  });
  const previous = { label: words.back, icon: 'back', iconOnly: true, disabled: none || at <= 0 };
  button(bar, 'back', { ...previous, onPress: () => move(at - 1) });
  button(bar, 'play', {
    label: isPlaying ? words.pause : words.play,
    icon: isPlaying ? 'pause' : 'play',
    primary: true,
    disabled: none,
    onPress: isPlaying ? stop : play,
  });
  const following = { label: words.next, icon: 'next', iconOnly: true, disabled: none || at >= count - 1 };
  button(bar, 'next', { ...following, onPress: () => move(at + 1) });
  bar.on('keydown', (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const isButton = event.target instanceof HTMLButtonElement;
    if (by === undefined || !isButton || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (at + by >= 0 && at + by < count) move(at + by);
  });
}

function scrub(bar: Root, { at, count }: PlayerOptions, move: (place: number) => void): void {
  const { words } = contextOf(bar);
  const none = count === 0;
  const shown = none ? 0 : at + 1;
  const box = child(bar, 'label', 'scrub').attr('class', 'scrub');
  const range = child(box, 'input', 'range');
  range
    .attr('type', 'range')
    .attr('aria-label', words.position)
    .attr('aria-valuetext', fill(words.positionText, { at: shown, count }))
    .attr('min', 1)
    .attr('max', Math.max(1, count))
    .attr('value', at + 1)
    .property('value', at + 1)
    .property('disabled', none)
    .style('--at', `${count > 1 ? (100 * at) / (count - 1) : 0}%`)
    .on('input', () => move(Number(range.property('value')) - 1));
  child(box, 'span', 'count').attr('class', 'count').attr('aria-hidden', 'true').text(`${shown} / ${count}`);
}

function speedField(bar: Root): void {
  const { words } = contextOf(bar);
  const box = child(bar, 'select', 'speed').attr('class', 'select speed').attr('aria-label', words.speed);
  children(box, 'option', speeds, (value) => value)
    .attr('value', (value) => value)
    .property('selected', (value) => value === speed())
    .text((value) => `${value}×`);
  box.on('change', () => {
    const value: unknown = box.property('value');
    if (isSpeed(value)) chooseSpeed(value);
  });
}
