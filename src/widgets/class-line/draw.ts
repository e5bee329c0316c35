import { formatNumber } from '../../state/number-text.ts';
import { button, flagField, fold, segments } from '../kit/controls.ts';
import { type SetState, widget } from '../kit/definition.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { frame } from '../kit/frame.ts';
import { numberField } from '../kit/number-field.ts';
import { sumLine } from '../kit/sum-line.ts';
import { plane } from './draw-plane.ts';
import type { Affine } from './geometry.ts';
import { kinds, SIZE } from './methods.ts';
import {
  chosenPoint,
  type Derived,
  derive,
  describe,
  fields,
  finding,
  MOST,
  renumbered,
  type State,
  withOneMore,
  withoutChosen,
  withPoint,
} from './model.ts';
import type { Words } from './words.ts';

/** The marks of the kinds as characters, for what is not drawn. */
const SIGNS = ['●', '□', '▲'];

/** A function of width and length, written out at the chosen point. */
function sumAt(parent: Root, name: string, { a, b, c }: Affine, { points, chosen }: Derived, words: Words): void {
  const { x, y } = points[chosen] ?? { x: 0, y: 0 };
  // What is rounded to 0 has no minus.
  const added = (value: number) => formatNumber(value, 3).replace(/^(−?)/, (sign) => `${sign || '+'} `);
  child(parent, 'p', 'rule')
    .attr('class', 'rule')
    .text(`${name} ≈ ${formatNumber(c, 3)} ${added(a)} × ${words.width} ${added(b)} × ${words.length}`);
  sumLine(parent, 'sum', {
    terms: [{ value: c }, { value: a * x, note: words.width }, { value: b * y, note: words.length }],
    total: c + a * x + b * y,
    decimals: 2,
  });
}

/** How the chosen point is worked out by both methods. */
function sums(parent: Root, derived: Derived, words: Words): void {
  const { points, chosen, numbers, line, scores } = derived;
  const nameOf = (kind: number) => words[kinds[kind] ?? 'cherry'];
  const verdict = (guess: number) => (guess === points[chosen]?.kind ? words.right : words.notRight);
  child(parent, 'p', 'chosen').text(chosenPoint(derived, words));
  const [number] = line.functions;
  const one = child(parent, 'section', 'one');
  child(one, 'p', 'head').text(words.lineTitle);
  if (number) sumAt(child(one, 'div', 'sum'), words.number, number, derived, words);
  const nearest = line.guesses[chosen] ?? 0;
  child(one, 'p', 'verdict').text(
    fill(words.nearest, { number: numbers[nearest] ?? 0, name: nameOf(nearest), verdict: verdict(nearest) }),
  );
  const three = child(parent, 'section', 'three');
  child(three, 'p', 'head').text(words.scoresTitle);
  eachRoot(
    children(child(three, 'div', 'scores'), 'div', scores.functions, (_, kind) => kind),
    (row, score, kind) => sumAt(row, fill(words.scoreOf, { name: nameOf(kind) }), score, derived, words),
  );
  const largest = scores.guesses[chosen] ?? 0;
  child(three, 'p', 'verdict').text(fill(words.largest, { name: nameOf(largest), verdict: verdict(largest) }));
}

/** The kinds with their marks, each with the choice of its number. */
function numberChoices(parent: Root, state: State, { numbers }: Derived, words: Words, set: SetState<State>): void {
  const row = child(parent, 'div', 'numbers').attr('class', 'plane-numbers').attr('data-control', '');
  for (const [kind, name] of kinds.entries()) {
    segments(row, name, {
      label: `${SIGNS[kind]} ${words[name]}`,
      value: String(numbers[kind]),
      options: [...kinds.keys()].map((number) => ({ value: String(number), label: String(number) })),
      onChange: (value) => set({ numbers: renumbered(state.numbers, kind, Number(value)) }),
    });
  }
}

/** What the axes, lines and frames mean. */
function legend(parent: Root, { before, line, scores }: Derived, words: Words): void {
  const list = child(parent, 'ul', 'legend').attr('class', 'plane-legend');
  const lines = [
    words.axes,
    ...(before ? [words.legendDashed] : []),
    ...(line.wrong + scores.wrong > 0 ? [words.legendWrong] : []),
  ];
  children(list, 'li', lines, (_, index) => index).text((text) => text);
}

function settings(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { points, chosen, free } = derived;
  const point = points[chosen] ?? { x: 0, y: 0, kind: 0 };
  const part = fold(parent, 'edit', words.edit);
  numberField(part, 'point', {
    label: words.point,
    value: chosen + 1,
    field: { kind: 'integer', min: 1, max: points.length },
    onChange: (value) => set({ chosen: value - 1 }),
  });
  segments(part, 'kind', {
    label: words.kind,
    value: kinds[point.kind] ?? 'cherry',
    options: kinds.map((value) => ({ value, label: words[value] })),
    onChange: (kind) => set({ points: withPoint(derived, { kind: kinds.indexOf(kind) }) }),
  });
  for (const [name, axis] of [
    ['width', 'x'],
    ['length', 'y'],
  ] as const) {
    numberField(part, name, {
      label: words[name],
      value: point[axis],
      field: { kind: 'decimal', min: 0, max: SIZE },
      step: 0.5,
      onChange: (value) => set({ points: withPoint(derived, { [axis]: value }) }),
    });
  }
  button(part, 'add', {
    label: words.add,
    disabled: points.length >= MOST,
    onPress: () => set(withOneMore(derived, free)),
  });
  button(part, 'remove', {
    label: words.remove,
    disabled: points.length === 1,
    onPress: () => set(withoutChosen(derived)),
  });
  flagField(parent, 'sums', { label: words.sums, value: state.sums, onChange: (on) => set({ sums: on }) });
}

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const parts = frame(root);
  numberChoices(parts.figure, state, derived, words, set);
  const pair = child(parts.figure, 'div', 'planes').attr('class', 'planes');
  plane(pair, 'line', derived, words, set);
  plane(pair, 'scores', derived, words, set);
  legend(parts.figure, derived, words);
  child(parts.readout, 'p', 'finding').attr('class', 'finding').text(finding(derived, words));
  const limit = { [MOST]: fill(words.full, { most: MOST }), 1: words.last }[derived.points.length];
  child(parts.readout, 'p', 'limit')
    .attr('class', 'quiet')
    .attr('hidden', limit ? null : '')
    .text(limit ?? '');
  const detail = child(parts.readout, 'div', 'sums')
    .attr('class', 'plane-sums')
    .attr('hidden', state.sums ? null : '');
  sums(detail, derived, words);
  settings(parts.settings, state, derived, words, set);
  child(parts.caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, place: ['chosen'], derive, describe, draw });
