import { moved } from '../kit/arrow-keys.ts';
import { type SetState, widget } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { frame } from '../kit/frame.ts';
import { plane } from './draw-plane.ts';
import { rows } from './draw-rows.ts';
import { faultText, settings, stackButtons } from './draw-settings.ts';
import { table } from './draw-table.ts';
import { type Derived, derive, describe, fields, hasHoles, MOST_LAYERS, type State } from './model.ts';
import type { Words } from './words.ts';

/** The output cell that looks nearest to where the pointer is. */
function pointed({ edges: [left, right], output }: Derived, share: number): number {
  const cell = Math.round((left + share * (right - left) - output.start) / output.jump);
  return Math.min(output.size - 1, Math.max(0, cell));
}

/** Choosing the output cell: by the pointer on the rows or the picture, by the arrow keys on the picture. */
function choosing(derived: Derived, set: SetState<State>) {
  const shares = (event: MouseEvent): { x: number; y: number } | undefined => {
    if (!(event.currentTarget instanceof HTMLElement)) return undefined;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  return {
    row(event: MouseEvent) {
      const at = shares(event);
      if (at) set({ column: pointed(derived, at.x) });
    },
    choose(event: MouseEvent) {
      const at = shares(event);
      if (at) set({ column: pointed(derived, at.x), row: pointed(derived, at.y) });
    },
    key(event: KeyboardEvent) {
      const [down, right] = moved(event) ?? [];
      if (down === undefined || right === undefined) return;
      event.preventDefault();
      const inside = (cell: number) => Math.min(derived.output.size - 1, Math.max(0, cell));
      set({ row: inside(derived.row + down), column: inside(derived.column + right) });
    },
  };
}

function notes(parent: Root, derived: Derived, words: Words): void {
  const { output, down, across, fault } = derived;
  const field = output.receptiveField;
  const isWhole = down.inside === field && across.inside === field;
  child(parent, 'p', 'inside').text(
    isWhole ? words.whole : fill(words.inside, { down: down.inside, across: across.inside }),
  );
  child(parent, 'p', 'holes')
    .attr('hidden', hasHoles(down) || hasHoles(across) ? null : '')
    .text(words.holes);
  child(parent, 'p', 'fault')
    .attr('class', 'field-problem')
    .attr('hidden', fault ? null : '')
    .text(faultText(derived, words));
}

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const parts = frame(root);
  const act = choosing(derived, set);
  const both = child(parts.figure, 'div', 'both').attr('class', 'field-figure');
  rows(child(both, 'div', 'across'), derived, words, act.row);
  plane(both, derived, words, act);
  notes(parts.readout, derived, words);
  table(parts.readout, derived, words);
  stackButtons(parts.controls, state, derived, words, set);
  const limit = { [MOST_LAYERS]: fill(words.full, { most: MOST_LAYERS }), 1: words.last }[state.layers.length];
  child(parts.controls, 'span', 'limit')
    .attr('class', 'quiet')
    .attr('hidden', limit ? null : '')
    .text(limit ?? '');
  settings(parts.settings, state, derived, words, set);
  child(parts.caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, place: ['layer', 'row', 'column'], derive, describe, draw });
