import type { FieldProblem, Pair } from '../../state/codec.ts';
import { linkTo, readSettings, watchSettings, writeSettings } from '../../state/url.ts';
import type { Widget } from './definition.ts';
import { enlarges } from './enlarge.ts';
import { fill } from './fill.ts';
import { showHold } from './hold.ts';
import type { Instance } from './instance.ts';
import { type PageData, readPageData } from './page-data.ts';
import { whenNear } from './when-near.ts';

const widgets = import.meta.glob<Widget>('../*/draw.ts', { import: 'default' });

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** While the reader goes on changing, the description waits for a pause of this length. */
const QUIET = 400;

/**
 * `<lesson-widget name="…">`: loads its widget's code when it comes near the screen, owns its state and its part of the
 * address (`#name.field=…`; for a second one on the page `#name-2.field=…`), and lets go of everything when removed.
 * `data-ready`: it answers. `data-playing`: it plays. `data-held`: ids of the questions to answer first.
 */
class LessonWidget extends HTMLElement {
  static observedAttributes = ['data-held'];
  #ended = new AbortController();
  #instance: Instance | undefined;
  #data: PageData | undefined;
  #speaking: ReturnType<typeof setTimeout> | undefined;
  /** Name in the address. */
  #scope = '';

  connectedCallback() {
    this.#ended = new AbortController();
    this.#data = readPageData(this);
    const alike = [...document.querySelectorAll(`lesson-widget[name="${this.#name}"]`)];
    const place = alike.indexOf(this) + 1;
    this.#scope = place > 1 ? `${this.#name}-${place}` : this.#name;
    const { signal } = this.#ended;
    const load = () => void this.#load();
    // An address that sets something in this figure is about it, wherever it stands.
    if (readSettings(this.#scope).length > 0) load();
    else whenNear(this, signal, load);
    const stop = watchSettings(this.#scope, (pairs) => (this.#instance ? this.#adopt(pairs) : load()));
    signal.addEventListener('abort', stop);
    this.attributeChangedCallback();
  }

  disconnectedCallback() {
    clearTimeout(this.#speaking);
    this.#ended.abort();
    this.#instance?.dispose();
    this.#instance = undefined;
    this.removeAttribute('data-ready');
    this.removeAttribute('data-playing');
  }

  attributeChangedCallback() {
    if (this.#data) showHold(this, this.#data.kit);
  }

  get #name(): string {
    return this.getAttribute('name') ?? '';
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-widget-part="${name}"]`);
    if (!part) throw new Error(`<lesson-widget name="${this.#name}"> has no part "${name}".`);
    return part;
  }

  #note(sentences: readonly string[]) {
    const note = this.#part('note');
    note.hidden = sentences.length === 0;
    note.textContent = sentences.join(' ');
  }

  async #load() {
    const data = this.#data;
    try {
      const widget = await widgets[`../${this.#name}/draw.ts`]?.();
      if (!widget || !data) throw new Error(`There is no widget "${this.#name}".`);
      if (this.isConnected && !this.#instance) this.#start(widget, data);
    } catch (error) {
      console.error(error);
      if (data) this.#note([fill(data.kit.broken, { reason: reasonOf(error) })]);
    }
  }

  #start(widget: Widget, { own, kit, state }: PageData) {
    const drawnByServer = this.#part('body');
    // Drawn beside the server's picture, which stays if this fails.
    const root = document.createElement('div');
    root.className = drawnByServer.className;
    root.dataset['widgetPart'] = 'body';
    const instance = widget.start({
      root,
      words: own,
      kitWords: kit,
      overrides: state,
      held: () => this.hasAttribute('data-held'),
      drawn: () => this.#drawn(),
      // Pictures of a camera come faster than the pause before speech: they do not put it off.
      provided: () => {
        if (this.#speaking === undefined) this.#speak();
      },
      failed: (error) => {
        console.error(error);
        this.#note([fill(kit.failed, { reason: reasonOf(error) })]);
      },
      playing: (on) => {
        this.toggleAttribute('data-playing', on);
        this.#speak();
      },
    });
    drawnByServer.replaceWith(root);
    this.#instance = instance;
    this.#actions(instance, kit);
    this.#adopt(readSettings(this.#scope));
    showHold(this, kit);
    instance.mount();
    this.dataset['ready'] = '';
  }

  /** Takes over settings from the address and says which of them could not be used. */
  #adopt(pairs: readonly Pair[]) {
    const problems = this.#instance?.load(pairs) ?? [];
    const say = ({ key, text, why }: FieldProblem): string => {
      const kit = this.#data?.kit;
      return kit ? fill(why === 'unknown' ? kit.unknownSetting : kit.badSetting, { key, text }) : '';
    };
    if (problems.length > 0) this.#note(problems.slice(0, 3).map(say));
  }

  #drawn() {
    const instance = this.#instance;
    if (!instance) return;
    this.#note([]);
    writeSettings(this.#scope, instance.pairs());
    this.#part('undo').ariaDisabled = String(!instance.canUndo);
    this.#part('redo').ariaDisabled = String(!instance.canRedo);
    this.#part('reset').ariaDisabled = String(!instance.isChanged);
    this.#speak();
  }

  /** Speaks the figure's description after a pause; while playing it waits for the end. */
  #speak() {
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => {
      this.#speaking = undefined;
      const sentence = this.#instance?.sentence();
      if (sentence && !this.hasAttribute('data-playing')) this.#part('status').textContent = sentence;
    }, QUIET);
  }

  #actions(instance: Instance, kit: PageData['kit']) {
    const { signal } = this.#ended;
    const press = (name: string, act: () => void) => {
      const part = this.#part(name);
      part.removeAttribute('disabled');
      part.addEventListener('click', () => part.ariaDisabled !== 'true' && act(), { signal });
      return part;
    };
    press('undo', () => instance.undo());
    press('redo', () => instance.redo());
    this.addEventListener(
      'keydown',
      (event) => {
        const key = event.key.toLowerCase();
        if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
        // A field being typed in has its own undo.
        const isTyping = event.target instanceof Element && event.target.matches('input[type=text], textarea');
        if (isTyping || this.hasAttribute('data-held')) return;
        event.preventDefault();
        if (key === 'y' || event.shiftKey) instance.redo();
        else instance.undo();
      },
      { signal },
    );
    press('reset', () => instance.reset());
    press('link', async () => {
      const anchor = this.closest('[id]')?.id ?? '';
      try {
        await navigator.clipboard.writeText(linkTo(this.#scope, instance.pairs(), anchor));
        this.#note([kit.copied]);
      } catch {
        this.#note([kit.notCopied]);
      }
    });
    const button = press('enlarge', () => {});
    if (button instanceof HTMLButtonElement) enlarges(this, button, kit, signal);
  }
}

customElements.define('lesson-widget', LessonWidget);
