import { type SetState, widget } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { frame } from '../kit/frame.ts';
import { numberField } from '../kit/number-field.ts';
import { numberGrid } from '../kit/number-grid.ts';
import { countLegend, shade } from '../kit/scale.ts';
import { type Count, type Derived, derive, describe, fields, type State } from './model.ts';
import type words from './words.ts';

type Words = (typeof words)['en'];

function map(parent: Root, part: string, count: Count, derived: Derived, words: Words, set: SetState<State>): void {
  const name = fill(part === 'without' ? words.withoutName : words.withName, { padding: count.padding });
  numberGrid(parent, part, {
    role: 'input',
    name,
    size: count.outputs === 0 ? words.noMap : fill(words.mapSize, { outputs: count.outputs }),
    columns: derived.size,
    cells: count.uses.map((uses, index) => {
      const [row, column] = [Math.floor(index / derived.size), index % derived.size];
      return {
        text: String(uses),
        shade: shade(uses, derived.most),
        class: row === derived.row && column === derived.column ? 'chosen' : '',
        label: fill(words.cell, { name, row: row + 1, column: column + 1, uses }),
      };
    }),
    onChoose: (index) => set({ row: Math.floor(index / derived.size), column: index % derived.size }),
  });
}

function line(parent: Root, part: string, text: string, count: Count): void {
  const drawn = child(parent, 'p', part).attr('class', 'sum-line');
  child(drawn, 'span', 'text').text(`${text} `);
  child(drawn, 'span', 'total')
    .attr('class', 'total input')
    .attr('hidden', count.outputs === 0 ? '' : null)
    .text(count.outputs === 0 ? '' : String(count.down * count.across));
}

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { figure, readout, settings, caption } = frame(root);
  const { without, padded, size, kernel, row, column } = derived;
  const room = size + 2 * padded.padding;
  const none = fill(words.tooLarge, { kernel, room });
  // Above the maps, the padding first: what the lesson's first question asks for is then on its first screen.
  const numbers = child(figure, 'div', 'numbers').attr('class', 'widget-settings');
  for (const key of ['padding', 'kernel', 'size', 'stride'] as const) {
    numberField(numbers, key, {
      label: words[key],
      value: state[key],
      field: fields[key],
      problem: key === 'kernel' && padded.outputs === 0 ? none : undefined,
      onChange: (value) => set({ [key]: value }),
    });
  }
  const maps = child(figure, 'div', 'maps').attr('class', 'two-maps').style('--n', size);
  map(maps, 'without', without, derived, words, set);
  map(maps, 'with', padded, derived, words, set);

  child(readout, 'p', 'where')
    .attr('class', 'quiet')
    .text(fill(words.where, { row: row + 1, column: column + 1 }));
  line(
    readout,
    'without',
    without.outputs === 0 ? words.noneLine : fill(words.withoutLine, { down: without.down, across: without.across }),
    without,
  );
  line(
    readout,
    'with',
    padded.outputs === 0
      ? none
      : fill(words.withLine, { padding: padded.padding, down: padded.down, across: padded.across }),
    padded,
  );

  countLegend(settings, [words.seldom, fill(words.often, { most: derived.most })]);
  child(caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, place: ['row', 'column'], derive, describe, draw });
