import { presetField } from '../kit/controls.ts';
import { type SetState, widget } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { frame } from '../kit/frame.ts';
import { numberField } from '../kit/number-field.ts';
import { describe } from './describe.ts';
import { addBar } from './draw-editor.ts';
import { drawExchange } from './draw-exchange.ts';
import { drawTable, drawTotals } from './draw-table.ts';
import { type Derived, derive, fields, type State } from './model.ts';
import { mount } from './mount.ts';
import { presetNames, presets } from './presets.ts';
import type { Words } from './words.ts';

function drawInput(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const row = child(parent, 'div', 'input').attr('class', 'calc-input').attr('data-control', '');
  presetField(row, 'preset', {
    label: words.load,
    value: derived.preset,
    names: presetNames,
    words,
    onChange(name) {
      const { size, text } = presets[name];
      const layers = fields.layers.parse(text);
      if (layers) set({ layers, channels: 3, rows: size, columns: size, open: null });
    },
  });
  for (const key of ['channels', 'rows', 'columns'] as const) {
    numberField(row, key, {
      label: words[key],
      value: state[key],
      field: fields[key],
      onChange: (value) => set({ [key]: value }),
    });
  }
}

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { figure, readout, controls, settings, caption } = frame(root);
  root.classed('shape-calculator', true);
  drawInput(figure, state, derived, words, set);
  drawTable(figure, state, derived, words, set);
  drawTotals(readout, derived, words);
  addBar(child(controls, 'div', 'add'), words.addEnd, [state.layers.length], state, words, set);
  drawExchange(settings, state, derived, words, set);
  child(caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, place: ['open'], derive, describe, draw, mount });
