import { decimalsFor, formatNumber } from '../../state/number-text.ts';
import { button, choiceField, flagField, presetField, problemLine, segments } from '../kit/controls.ts';
import { type SetState, widget } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { frame } from '../kit/frame.ts';
import { slider } from '../kit/number-field.ts';
import { numberGrid } from '../kit/number-grid.ts';
import { productGrid } from '../kit/product-grid.ts';
import { shadesOf } from '../kit/scale.ts';
import { sumLine } from '../kit/sum-line.ts';
import { drawPictures, type Words } from './draw-pictures.ts';
import { type Derived, derive, describe, divisionOf, fields, presetState, type State } from './model.ts';
import { mount } from './mount.ts';
import { LARGEST, presetNames } from './presets.ts';

/** The window's pixels, the kernel and their products: the same sum as everywhere in the map. */
function magnifier(figure: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { size, kernel, seen } = derived;
  const parts = child(figure, 'div', 'magnifier').attr('class', 'magnifier').style('--n', size);
  const terms = seen?.window.terms ?? [];
  const side = `${size} × ${size}`;
  numberGrid(parts, 'window', {
    role: 'input',
    name: words.window,
    size: side,
    columns: size,
    cells: terms.map(({ input }) => ({ text: formatNumber(input) })),
  }).attr('hidden', seen ? null : '');
  const weights = kernel.flat();
  const shadeOf = shadesOf(weights);
  numberGrid(parts, 'kernel', {
    role: 'kernel',
    name: words.kernel,
    size: side,
    columns: size,
    limits: { min: fields.kernel.min, max: fields.kernel.max, whole: false },
    cells: weights.map((value) => ({ text: formatNumber(value), value, shade: shadeOf(value) })),
    onEdit: (index, value) => {
      const at = Math.floor(index / size) * LARGEST + (index % size);
      set({ kernel: state.kernel.map((old, place) => (place === at ? value : old)) });
    },
  });
  productGrid(parts, 'products', {
    name: words.products,
    columns: size,
    cells: terms,
    decimals: decimalsFor(terms.map(({ product }) => product)),
  }).attr('hidden', seen ? null : '');
}

function readout(parent: Root, derived: Derived, words: Words): void {
  const { seen, divisor, row, column, weightSum } = derived;
  const sum = fill(words.weightSum, { sum: formatNumber(weightSum, decimalsFor([weightSum])) });
  const where = fill(words.where, { row: row + 1, column: column + 1 });
  child(parent, 'p', 'where')
    .attr('class', 'quiet')
    .text(seen ? where : sum);
  const lines = child(parent, 'div', 'sum').attr('hidden', seen ? null : '');
  const total = seen?.window.value ?? 0;
  sumLine(lines, 'line', {
    terms: (seen?.window.terms ?? []).map(({ product }) => ({ value: product, role: 'product' })),
    total,
  });
  const tone = seen?.tone ?? 0;
  const shown =
    divisor === 1 ? fill(words.shownAs, { tone }) : fill(words.divided, { ...divisionOf(total, divisor), tone });
  child(lines, 'p', 'shown').text(`${shown} ${sum}`);
}

function settings(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { preset, weightSum, camera, problem } = derived;
  presetField(parent, 'preset', {
    label: words.preset,
    value: preset,
    names: presetNames,
    words,
    onChange: (name) => set(presetState(name)),
  });
  segments(parent, 'size', {
    label: words.size,
    value: state.size,
    options: [
      { value: '3', label: words.size3 },
      { value: '5', label: words.size5 },
    ],
    onChange: (size) => set({ size }),
  });
  const normalise = flagField(parent, 'normalise', {
    label: words.normalise,
    value: state.normalise,
    onChange: (on) => set({ normalise: on }),
  });
  problemLine(normalise, normalise, state.normalise && weightSum === 0 ? words.cannotNormalise : undefined);
  choiceField(parent, 'show', {
    label: words.show,
    value: state.show,
    options: fields.show.options.map((value) => ({ value, label: words[value] })),
    onChange: (show) => set({ show }),
  });
  choiceField(parent, 'picture', {
    label: words.picture,
    value: state.picture,
    options: fields.picture.options.map((value) => ({ value, label: words[value] })),
    onChange: (picture) => set({ picture }),
  });
  button(parent, 'use-camera', {
    label: { off: words.startCamera, starting: words.starting, on: words.stopCamera }[camera],
    icon: 'camera',
    disabled: camera === 'starting',
    onPress: () => {}, // mount.ts listens: the camera is no setting and never starts from an address.
  });
  for (const key of ['row', 'column'] as const) {
    slider(parent, key, {
      label: words[key],
      value: derived[key] + 1,
      field: { kind: 'integer', min: 1, max: key === 'row' ? derived.rows : derived.columns },
      onChange: (value) => set({ [key]: value - 1 }),
    });
  }
  child(parent, 'p', 'problem')
    .attr('class', 'widget-note')
    .attr('role', 'alert')
    .attr('hidden', problem ? null : '')
    .text(problem ?? '');
}

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const parts = frame(root);
  drawPictures(parts.figure, state, derived, words, set);
  magnifier(parts.figure, state, derived, words, set);
  readout(parts.readout, derived, words);
  settings(parts.settings, state, derived, words, set);
  child(parts.caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, place: ['row', 'column'], derive, describe, draw, mount });
