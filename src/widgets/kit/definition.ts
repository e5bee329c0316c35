/**
 * A widget is a folder `src/widgets/<id>/`:
 *
 * - `model.ts` (pure; plain node runs it): `fields`, the table of settings; `derive(state)`, every number the figure
 *   shows, through `src/core`; `describe(derived, words)`, the sentence that is spoken.
 * - `words.ts`: `export default { en, zh } satisfies Translated<…>`, flat tables of strings with `{name}` placeholders.
 *   Only the page's language is sent to the browser, so nothing else may import it but for its type.
 * - `draw.ts`: `draw(root, state, derived, words, set)`, idempotent D3 joins, no state of its own, and
 *   `export default widget({ fields, derive, describe, draw })`. The build runs the same `draw` on a server-side DOM:
 *   no `window`, no `document`, no measuring. What it draws with the kit: `frame` (the order of the parts), `player`,
 *   `numberGrid`, `numberField`, `slider`, `choiceField`, `flagField`, `button`, `legend`, `sumLine`.
 * - `mount.ts` (optional): pictures, camera, workers. `mount(tools)` runs in the browser once the widget is live and
 *   returns the function that lets go of everything. What it obtains it gives to `tools.provide(resource)`; from then
 *   on `derive(state, resource)` gets it and the figure is drawn again. On the server, and until then, it is `undefined`.
 *
 * The rest is the kit's, the same for all: address, undo, reset, copied link, enlarged view, spoken status, errors.
 */
import type { Fields, StateOf } from '../../state/fields.ts';
import type { Root } from './dom.ts';
import { type Host, type Instance, start } from './instance.ts';

/**
 * Changes some settings. A value that its field does not accept throws a `RangeError`. Changes of the same settings in
 * quick succession are one step of undo, as while a number is typed; `step` makes this one a step of its own, as the
 * kit's buttons and choices do by themselves.
 */
export type SetState<State> = (patch: Partial<State>, own?: 'step') => void;

/** What `mount` may use. */
export interface Tools<State, Resource> {
  /** The element that `draw` draws into. */
  readonly root: HTMLElement;
  /** The state now. */
  state(): State;
  set: SetState<State>;
  /** Calls back after every change of the state. */
  watch(tell: (state: State) => void): void;
  /** Hands over what was obtained; the figure is derived and drawn again. */
  provide(resource: Resource): void;
  /** Says whether something of the reader's own is shown that is no setting: resetting then calls `letGo`. */
  owns(letGo: (() => void) | undefined): void;
  /** Aborted when the widget is unmounted: pass it to `fetch` and `addEventListener`. */
  readonly signal: AbortSignal;
}

export interface Definition<Table extends Fields, Derived, Words, Resource> {
  readonly fields: Table;
  /** Settings that playing moves: they are kept in the address but are no steps of undo. */
  readonly place?: readonly (keyof Table)[];
  derive(state: StateOf<Table>, resource?: Resource): Derived;
  describe(derived: Derived, words: Words): string;
  draw(root: Root, state: StateOf<Table>, derived: Derived, words: Words, set: SetState<StateOf<Table>>): void;
  mount?(tools: Tools<StateOf<Table>, Resource>): () => void;
}

/** A widget as the kit sees it, whatever its state. */
export interface Widget {
  readonly fields: Fields;
  /** Draws the first picture into `host.root` and returns the handle of the running widget. */
  start(host: Host): Instance;
}

/** Makes a widget of its definition: the default export of every `draw.ts`. */
export const widget = <const Table extends Fields, Derived, Words, Resource = never>(
  definition: Definition<Table, Derived, Words, Resource>,
): Widget => ({ fields: definition.fields, start: (host) => start(definition, host) });
