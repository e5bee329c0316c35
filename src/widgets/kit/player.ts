import { button } from './controls.ts';
import { child, contextOf, type Root } from './dom.ts';
import { fill } from './fill.ts';

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
  timer: ReturnType<typeof setInterval> | undefined;
  options: PlayerOptions;
}

/** Which bars play. Playing is no state of the figure: it is neither in the address nor undone. */
const bars = new WeakMap<HTMLElement, Playing>();

/** One step at 1×: `--t-play` of tokens.css. */
const STEP_TIME = 900;

/** The bar: back to the start, back, play or pause, on, and a slider with the place. Playing ends at the last place. */
export function player(bar: Root, options: PlayerOptions): void {
  const node = bar.node();
  if (!node) return;
  const { words, playing } = contextOf(bar);
  const { at, count } = options;
  const playingNow: Playing = bars.get(node) ?? { timer: undefined, options };
  playingNow.options = options;
  bars.set(node, playingNow);

  const stop = () => {
    if (playingNow.timer === undefined) return;
    clearInterval(playingNow.timer);
    playingNow.timer = undefined;
    player(bar, playingNow.options);
    playing(false);
  };
  const tick = () => {
    const { at: place, count: places, go } = playingNow.options;
    if (!node.isConnected || place >= places - 1) return stop();
    go(place + 1);
    if (playingNow.options.at >= playingNow.options.count - 1) stop();
  };
  const play = () => {
    playing(true);
    playingNow.timer = setInterval(tick, STEP_TIME);
    if (at >= count - 1) options.go(0);
    else tick();
    player(bar, playingNow.options);
  };
  const move = (place: number) => () => {
    stop();
    options.go(place);
  };

  const none = count === 0;
  const isPlaying = playingNow.timer !== undefined;
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
  button(bar, 'back', { ...previous, onPress: move(at - 1) });
  button(bar, 'play', {
    label: isPlaying ? words.pause : words.play,
    icon: isPlaying ? 'pause' : 'play',
    primary: true,
    disabled: none,
    onPress: isPlaying ? stop : play,
  });
  const following = { label: words.next, icon: 'next', iconOnly: true, disabled: none || at >= count - 1 };
  button(bar, 'next', { ...following, onPress: move(at + 1) });

  const scrub = child(bar, 'label', 'scrub').attr('class', 'scrub');
  const range = child(scrub, 'input', 'range');
  range
    .attr('type', 'range')
    .attr('aria-label', words.position)
    .attr('aria-valuetext', fill(words.positionText, { at: none ? 0 : at + 1, count }))
    .attr('min', 1)
    .attr('max', Math.max(1, count))
    .attr('value', at + 1)
    .property('value', at + 1)
    .property('disabled', none)
    .style('--at', `${count > 1 ? (100 * at) / (count - 1) : 0}%`)
    .on('input', () => {
      const place = Number(range.property('value')) - 1;
      stop();
      options.go(place);
    });
  // The slider has its own arrow keys.
  bar.on('keydown', (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.target === range.node() || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (at + by >= 0 && at + by < count) move(at + by)();
  });

  child(scrub, 'span', 'count')
    .attr('class', 'count')
    .attr('aria-hidden', 'true')
    .text(`${none ? 0 : at + 1} / ${count}`);
}
