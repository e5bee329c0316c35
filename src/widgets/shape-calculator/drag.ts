/** A handle by which a row is dragged to another place, or moved with the arrow keys. */
import type { Layer } from '../../core/index.ts';
import type { Root } from '../kit/dom.ts';
import { type Moved, moveTo, type Path, shifted } from './edits.ts';
import type { Row } from './model.ts';

interface Handle {
  readonly row: number;
  readonly rows: readonly Row[];
  readonly layers: readonly Layer[];
  onMove(moved: Moved | undefined): void;
  onStep(by: -1 | 1): void;
}

/** How near the edge of the screen the page scrolls along, and how far at once. */
const EDGE = 64;
const SCROLL = 12;

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

export function dragHandle(handle: Root, options: Handle): void {
  handle
    .on('keydown', (event: KeyboardEvent) => {
      const by = STEPS[event.key];
      if (by === undefined) return;
      event.preventDefault();
      options.onStep(by);
    })
    .on('pointerdown', (event: PointerEvent) => {
      if (event.button === 0) drag(event, options);
    });
}

function drag(down: PointerEvent, { row, rows, layers, onMove }: Handle): void {
  const handle = down.currentTarget;
  if (!(handle instanceof HTMLElement)) return;
  const list = handle.closest('.calc-rows');
  const path = rows[row]?.path;
  if (!list || !path) return;
  const items = [...list.children].filter((item) => item instanceof HTMLElement);
  const ended = new AbortController();
  const { signal } = ended;
  let moved: Moved | undefined;
  let y = down.clientY;

  const clear = () => {
    for (const item of items) item.classList.remove('dragged', 'drop-before', 'drop-after');
  };

  /** Marks where the layer would go. */
  const aim = () => {
    clear();
    items[row]?.classList.add('dragged');
    const at = items.findIndex((item) => y < item.getBoundingClientRect().bottom);
    const index = at < 0 ? items.length - 1 : at;
    const box = items[index]?.getBoundingClientRect();
    const target = rows[index];
    if (!box || !target || index === row) {
      moved = undefined;
      return;
    }
    const isAfter = at < 0 || (y > box.top + box.height / 2 && target.layer.kind !== 'residual');
    const place: Path = at < 0 ? [layers.length] : isAfter ? shifted(target.path, 1) : target.path;
    moved = moveTo(layers, path, place);
    if (moved) items[index]?.classList.add(isAfter ? 'drop-after' : 'drop-before');
  };

  const scroll = () => {
    if (signal.aborted) return;
    const by = y < EDGE ? -SCROLL : y > innerHeight - EDGE ? SCROLL : 0;
    if (by !== 0) {
      scrollBy(0, by);
      aim();
    }
    requestAnimationFrame(scroll);
  };

  const end = (accept: boolean) => {
    ended.abort();
    clear();
    if (accept) onMove(moved);
  };

  handle.setPointerCapture(down.pointerId);
  handle.addEventListener(
    'pointermove',
    (event) => {
      y = event.clientY;
      aim();
    },
    { signal },
  );
  handle.addEventListener('pointerup', () => end(true), { signal });
  handle.addEventListener('pointercancel', () => end(false), { signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && end(false), { signal, capture: true });
  requestAnimationFrame(scroll);
}
