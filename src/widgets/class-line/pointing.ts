import { moved } from '../kit/arrow-keys.ts';
import type { SetState } from '../kit/definition.ts';
import type { Root } from '../kit/dom.ts';
import { SIZE } from './methods.ts';
import { type Derived, type State, withOneMore, withoutChosen, withPoint } from './model.ts';

/** How near a finger must come to a point, in pixels. */
const REACH = 24;
/** One press of an arrow key, in tenths of a centimetre; with Shift ten. */
const STEP = 0.1;

/** A length on the plane, kept inside it, in whole tenths. */
const tenth = (value: number) => Math.min(SIZE, Math.max(0, Math.round(10 * value) / 10));

/** From the pointer to the point that it drags, in pixels. Dragging is no state of the figure. */
const grips = new WeakMap<Element, { readonly left: number; readonly top: number }>();

/** A finger or a mouse chooses the nearest point and drags it; a tap on an empty place adds one. */
export function answersPointer(drawing: Root, derived: Derived, set: SetState<State>): void {
  const node = drawing.node();
  if (!node) return;
  const { points } = derived;
  const placed = ({ clientX, clientY }: MouseEvent | Touch) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    const near = points
      .map((point, index) => {
        const grip = { left: (point.x / SIZE) * width - x, top: (1 - point.y / SIZE) * height - y };
        return { index, grip, away: Math.hypot(grip.left, grip.top) };
      })
      .filter(({ away }) => away <= REACH)
      .sort((one, other) => one.away - other.away)[0];
    const isInside = x >= 0 && y >= 0 && x <= width && y <= height;
    const at = (grip = { left: 0, top: 0 }) => ({
      x: tenth((SIZE * (x + grip.left)) / width),
      y: tenth(SIZE - (SIZE * (y + grip.top)) / height),
    });
    return { at, near, isInside };
  };
  drawing
    .on('pointerdown', (event: PointerEvent) => {
      const { near } = placed(event);
      if (!near || !event.isPrimary || event.button !== 0) return;
      node.setPointerCapture(event.pointerId);
      grips.set(node, near.grip);
      set({ chosen: near.index });
    })
    .on('pointermove', (event: PointerEvent) => {
      if (node.hasPointerCapture(event.pointerId))
        set({ points: withPoint(derived, placed(event).at(grips.get(node))) });
    })
    .on('click', (event: MouseEvent) => {
      const { at, near, isInside } = placed(event);
      if (!near && isInside) set(withOneMore(derived, at()), 'step');
    })
    // A finger on a point drags it; anywhere else it scrolls the page.
    .on(
      'touchstart',
      (event: TouchEvent) => {
        const [touch] = event.touches;
        if (touch && placed(touch).near) event.preventDefault();
      },
      { passive: false },
    );
}

/** The arrow keys move the chosen point, Page Up and Page Down choose another, Delete removes it. */
export function answersKeys(drawing: Root, derived: Derived, set: SetState<State>): void {
  const { points, chosen } = derived;
  const changeFor = (event: KeyboardEvent): Partial<State> | undefined => {
    const { key, shiftKey } = event;
    const [down, right] = moved(event) ?? [];
    const point = points[chosen];
    if (down !== undefined && right !== undefined && point) {
      const far = shiftKey ? 10 * STEP : STEP;
      return { points: withPoint(derived, { x: tenth(point.x + far * right), y: tenth(point.y - far * down) }) };
    }
    if (key === 'PageDown') return { chosen: (chosen + 1) % points.length };
    if (key === 'PageUp') return { chosen: (chosen - 1 + points.length) % points.length };
    return key === 'Delete' ? withoutChosen(derived) : undefined;
  };
  drawing.on('keydown', (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const change = changeFor(event);
    if (!change) return;
    event.preventDefault();
    set(change, event.key === 'Delete' ? 'step' : undefined);
  });
}
