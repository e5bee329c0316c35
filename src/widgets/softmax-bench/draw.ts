import { formatFactor, formatNumber } from '../../state/number-text.ts';
import { button, choiceField, flagField } from '../kit/controls.ts';
import { type SetState, widget } from '../kit/definition.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { frame } from '../kit/frame.ts';
import { numberField, slider } from '../kit/number-field.ts';
import { sumLine } from '../kit/sum-line.ts';
import { type Derived, derive, describe, doubled, fields, type Loss, probabilityOf, type State } from './model.ts';
import { bar, classRows, exponentialDecimals, type Words } from './rows.ts';

/** The loss as −ln p, and the gradient, one number a class. */
function lossLines(parent: Root, derived: Derived, line: string, gradientLine: string, loss: Loss): void {
  const { label, names } = derived;
  const first = child(parent, 'p', 'loss').attr('class', 'sum-line');
  child(first, 'span', 'text').text(fill(line, { probability: probabilityOf(loss.value) }));
  child(first, 'span', 'total').attr('class', 'total output').text(formatNumber(loss.value, 3));
  const second = child(parent, 'p', 'gradient').attr('class', 'sum-line');
  child(second, 'span', 'text').text(gradientLine);
  eachRoot(
    children(child(second, 'span', 'slopes').attr('class', 'terms'), 'span', names, (name) => name).attr('class', 't'),
    (slope, _, index) => {
      const value = formatNumber(loss.gradient[index] ?? 0, 3);
      slope.text(index === names.length - 1 ? value : `${value}, `).classed('is-true', index === label);
    },
  );
}

function readouts(readout: Root, state: State, derived: Derived, words: Words): void {
  const { names, probabilities, pair, label, loss, twice } = derived;
  sumLine(readout, 'sum', {
    before: words.sumLine,
    terms: derived.exponentials.map((value) => ({ value })),
    total: derived.sum,
    role: 'product',
    most: exponentialDecimals(derived),
  });
  sumLine(readout, 'probabilities', {
    before: words.probabilityLine,
    terms: probabilities.map((value) => ({ value, role: 'output' })),
    total: 1,
    most: 3,
  });
  const difference = formatFactor(pair?.difference ?? 0, 2).replace(/[()]/g, '');
  child(readout, 'p', 'pair')
    .attr('class', 'quiet')
    .attr('hidden', pair ? null : '')
    .text(pair ? fill(words.pairLine, { difference, probability: formatNumber(pair.sigmoid, 3) }) : '');
  const name = words[names[label] ?? 'cat'];
  const gradientLine = state.temperature === 1 ? words.gradientLine : words.gradientScaled;
  const block = child(readout, 'div', 'loss').attr('hidden', derived.showsLoss ? null : '');
  lossLines(block, derived, words.lossLine.replace('{name}', name), gradientLine, loss);

  const second = child(readout, 'div', 'twice')
    .attr('class', 'twice')
    .attr('hidden', twice ? null : '');
  child(second, 'p', 'head').text(words.twiceHead);
  const list = child(second, 'ul', 'bars').attr('class', 'softmax-rows second');
  eachRoot(
    children(list, 'li', twice ? names : [], (one) => one),
    (item, one, index) => {
      const probability = twice?.probabilities[index] ?? 0;
      child(item, 'span', 'name').text(words[one]);
      child(item, 'b', 'value').attr('class', 'r-output').text(formatNumber(probability, 3));
      bar(item, 'bar', probability);
    },
  );
  const lines = child(second, 'div', 'lines');
  if (twice) lossLines(lines, derived, words.twiceLine, words.twiceGradient, twice.loss);
}

function settings(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { temperature, shift, classes } = fields;
  const number = (value: number) => Math.round(value * 1000) / 1000;
  slider(parent, 'temperature', {
    label: words.temperature,
    value: state.temperature,
    field: temperature,
    step: 0.1,
    onChange: (value) => set({ temperature: number(value) }),
  });
  slider(parent, 'shift', {
    label: words.shift,
    value: state.shift,
    field: shift,
    step: 0.5,
    onChange: (value) => set({ shift: number(value) }),
  });
  numberField(parent, 'classes', {
    label: words.classes,
    value: state.classes,
    field: classes,
    onChange: (value) => set({ classes: value }),
  });
  flagField(parent, 'loss', { label: words.loss, value: state.loss, onChange: (loss) => set({ loss }) });
  choiceField(parent, 'label', {
    label: words.label,
    value: derived.names[derived.label] ?? 'cat',
    options: derived.names.map((value) => ({ value, label: words[value] })),
    onChange: (name) => set({ label: derived.names.indexOf(name) }),
  }).attr('hidden', state.loss ? null : '');
  flagField(parent, 'twice', { label: words.twice, value: state.twice, onChange: (twice) => set({ twice }) }).attr(
    'hidden',
    state.loss ? null : '',
  );
}

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const parts = frame(root);
  classRows(parts.figure, state, derived, words, set);
  readouts(parts.readout, state, derived, words);
  const twice = doubled(derived.scores);
  button(parts.controls, 'double', {
    label: words.double,
    disabled: twice === undefined,
    onPress: () => set({ scores: [...(twice ?? derived.scores), ...state.scores.slice(derived.scores.length)] }),
  });
  const largest = Math.max(...derived.scores);
  button(parts.controls, 'subtract', {
    label: words.subtract,
    disabled: Math.abs(largest) > fields.shift.max || state.shift === -largest,
    onPress: () => set({ shift: -largest }),
  });
  settings(parts.settings, state, derived, words, set);
  child(parts.caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, derive, describe, draw });
