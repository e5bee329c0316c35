import { select } from 'd3';
import { decode, encode, type FieldProblem, initialState, type Pair } from '../../state/codec.ts';
import type { Fields, StateOf } from '../../state/fields.ts';
import type { Definition } from './definition.ts';
import { provideContext } from './dom.ts';
import type { KitWords } from './words.ts';

/** What a widget needs to run: given by the page's element, or by the build. */
export interface Host {
  readonly root: HTMLElement;
  /** The widget's own words in the page's language. */
  readonly words: unknown;
  readonly kitWords: KitWords;
  /** Values laid over the fields' initial ones: a lesson's `state={…}`. */
  readonly overrides?: Readonly<Record<string, unknown>>;
  /** True while the reader has to answer first: changes are refused. */
  held?(): boolean;
  /** Called after every drawing of a change. */
  drawn?(): void;
  /** Called after a drawing with something new that `mount` obtained: the state is the same. */
  provided?(): void;
  /** Called when a change could not be drawn; the picture is the one before it. */
  failed?(error: unknown): void;
  playing?(on: boolean): void;
}

/** A running widget. */
export interface Instance {
  /** What differs from the first state, for the address. */
  pairs(): Pair[];
  /** Takes over what an address says; returns what it could not use. */
  load(pairs: Iterable<Pair>): readonly FieldProblem[];
  /** The spoken description of the figure. */
  sentence(): string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly isChanged: boolean;
  undo(): void;
  /** Takes back an undo, as long as nothing was changed after it. */
  redo(): void;
  reset(): void;
  /** Starts what needs a browser: pictures, camera, workers. */
  mount(): void;
  dispose(): void;
}

const STEPS = 200;
/** Changes of the same settings within this time are one step of undo: a number being typed, a slider being dragged. */
const TOGETHER = 700;

/** Words come from the page's own HTML, where the build wrote them from a typed table. */
const areWords = <Words>(value: unknown): value is Words =>
  typeof value === 'object' && value !== null && Object.values(value).every((word) => typeof word === 'string');

export function start<Table extends Fields, Derived, Words, Resource>(
  { fields, place = [], derive, describe, draw, mount }: Definition<Table, Derived, Words, Resource>,
  host: Host,
): Instance {
  const given = host.words;
  if (!areWords<Words>(given)) throw new TypeError('The words of this widget are missing from the page.');
  const words: Words = given;
  type State = StateOf<Table>;
  const first = initialState(fields, host.overrides);
  const root = select(host.root);
  const history: State[] = [];
  const undone: State[] = [];
  const listeners: ((state: State) => void)[] = [];
  const ended = new AbortController();
  let state = first;
  let resource: Resource | undefined;
  let derived = derive(state);
  let lastKeys = '';
  let lastTime = 0;
  let isPress = false;
  let unmount: (() => void) | undefined;
  let letGo: (() => void) | undefined;

  const keysOf = (a: State, b: State): string[] => [
    ...new Set([...encode(fields, a, b), ...encode(fields, b, a)].map(([key]) => key)),
  ];

  /** Derives and draws a state; if that fails, the state before stays, drawn whole again. */
  function show(next: State, tellHost = host.drawn): boolean {
    const before = state;
    try {
      derived = derive(next, resource);
      state = next;
      draw(root, state, derived, words, set);
    } catch (error) {
      state = before;
      derived = derive(state, resource);
      draw(root, state, derived, words, set);
      host.failed?.(error);
      return false;
    }
    tellHost?.();
    for (const tell of listeners) tell(state);
    return true;
  }

  function remember(before: State, keys: readonly string[], isTyping: boolean): void {
    if (keys.every((key) => place.includes(key))) return;
    undone.length = 0;
    const joined = isTyping ? keys.join() : '';
    if (joined === '' || joined !== lastKeys || Date.now() - lastTime > TOGETHER) history.push(before);
    if (history.length > STEPS) history.shift();
    [lastKeys, lastTime] = [joined, Date.now()];
  }

  function change(next: State, isTyping = false): void {
    const before = state;
    const keys = keysOf(before, next);
    if (keys.length > 0 && show(next)) remember(before, keys, isTyping);
    host.drawn?.();
  }

  function set(patch: Partial<State>, own?: 'step'): void {
    if (host.held?.()) return;
    change(initialState(fields, { ...state, ...patch }), own === undefined && !isPress);
  }

  function asStep(act: () => void): void {
    isPress = true;
    try {
      act();
    } finally {
      isPress = false;
    }
  }

  /** Goes to the last state of one list, and puts the state now on the other. */
  function travel(from: State[], to: State[]): void {
    const next = from.pop();
    lastKeys = '';
    if (!next) return;
    // On its list before it is drawn, so that whoever is told of the drawing finds both lists as they are.
    to.push(state);
    if (!show(next)) to.pop();
  }

  provideContext(host.root, { words: host.kitWords, playing: (on) => host.playing?.(on), asStep });
  draw(root, state, derived, words, set);

  return {
    pairs: () => encode(fields, state, first),
    load(pairs) {
      const { state: next, problems } = decode(fields, pairs, first);
      change(next);
      return problems;
    },
    sentence: () => describe(derived, words),
    get canUndo() {
      return history.length > 0;
    },
    get isChanged() {
      return letGo !== undefined || keysOf(state, first).length > 0;
    },
    get canRedo() {
      return undone.length > 0;
    },
    undo: () => travel(history, undone),
    redo: () => travel(undone, history),
    reset() {
      change(first);
      letGo?.();
    },
    mount() {
      unmount = mount?.({
        root: host.root,
        state: () => state,
        set,
        watch: (tell) => void listeners.push(tell),
        provide(given) {
          resource = given;
          show(state, host.provided);
        },
        owns(act) {
          const isNew = !act !== !letGo;
          letGo = act;
          if (isNew) host.drawn?.();
        },
        signal: ended.signal,
      });
    },
    dispose() {
      ended.abort();
      unmount?.();
      listeners.length = 0;
    },
  };
}
