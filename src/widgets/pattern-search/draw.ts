import { widget } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { frame } from '../kit/frame.ts';
import { numberGrid } from '../kit/number-grid.ts';
import { type Derived, derive, describe, fields, type State } from './model.ts';
import type { Words } from './words.ts';

const shade = (filled: boolean) => (filled ? 'pos5' : 'zero');

function draw(root: Root, _: State, derived: Derived, words: Words, set: (patch: Partial<State>) => void) {
  const { figure, readout } = frame(root);
  const { found, size } = derived;
  const side = Math.sqrt(derived.pattern.length);
  const pair = child(figure, 'div', 'pair').attr('class', 'pattern-search');
  numberGrid(pair, 'picture', {
    role: 'input',
    name: words.picture,
    size: fill(words.size, { size }),
    columns: size,
    cells: derived.picture.map(({ filled, place }, index) => ({
      text: '',
      shade: shade(filled),
      ...(place === undefined
        ? {}
        : { label: fill(words.square, { row: Math.floor(index / size) + 1, column: (index % size) + 1 }) }),
    })),
    window: found && { row: found.row, column: found.column, rows: side, columns: side },
    onChoose: (index) => set({ place: derived.picture[index]?.place ?? null }),
  });
  numberGrid(pair, 'pattern', {
    role: 'kernel',
    name: words.pattern,
    size: fill(words.size, { size: side }),
    columns: side,
    cells: derived.pattern.map(({ filled, differs }) => ({ text: differs ? '≠' : '', shade: shade(filled) })),
  });
  child(readout, 'p', 'says').text(describe(derived, words));
}

export default widget({ fields, derive, describe, draw });
