import { formatNumber } from '../../state/number-text.ts';
import type { Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { type GridCell, numberGrid } from '../kit/number-grid.ts';
import { type Derived, placeText, shadesIn } from './model.ts';
import type { Words } from './words.ts';

/** The output, and before it the output of the input that had not been moved. */
export function drawOutputs(parent: Root, derived: Derived, words: Words, go: (place: number) => void): void {
  const { state, result, decimals } = derived;
  const shades = shadesIn(derived);
  const isMoved = state.moved !== 'none';
  const columns = Math.max(1, result?.across.length ?? 1);
  const size = result ? { size: `${result.down.length} × ${columns}` } : {};
  const shown = (value: number) => formatNumber(value, decimals);

  numberGrid(parent, 'before', {
    role: 'output',
    name: words.outputBefore,
    ...size,
    columns,
    cells: (result?.before ?? []).map((value) => ({ text: shown(value), shade: shades(value) })),
  }).attr('hidden', isMoved && result ? null : '');

  const cells = (result?.output ?? []).map((value, index): GridCell => {
    const where = placeText({ row: Math.floor(index / columns), column: index % columns }, words);
    const isComputed = index < (result?.computed ?? 0);
    const isChanged = isComputed && (result?.changed.has(index) ?? false);
    const spoken = { place: where, value: shown(value), before: shown(result?.before[index] ?? 0) };
    return {
      text: isComputed ? shown(value) : '',
      shade: isComputed ? shades(value) : undefined,
      label: isComputed ? fill(isChanged ? words.changedCell : words.outputCell, spoken) : where,
      class: [
        !isComputed && 'empty',
        isChanged && 'changed',
        index === result?.place.index && 'now',
        result?.uses?.has(index) && 'uses',
      ]
        .filter(Boolean)
        .join(' '),
    };
  });
  numberGrid(parent, 'output', {
    role: 'output',
    name: isMoved ? words.outputAfter : words.output,
    ...size,
    columns,
    cells,
    onChoose: go,
    chooseOnFocus: true,
  });
}
