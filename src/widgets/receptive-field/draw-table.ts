import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { layerName } from './layer-name.ts';
import type { Derived, Level } from './model.ts';
import type { Words } from './words.ts';

/** How a layer makes its field and jump of those before it. */
const workingOf = ({ receptiveField, jump }: Level, { layer }: Level): { field: string; jump: string } => {
  const { kernel, dilation, stride } = layer ?? { kernel: 1, dilation: 1, stride: 1 };
  const steps = dilation === 1 ? `(${kernel}\u00a0−\u00a01)` : `${dilation} × (${kernel}\u00a0−\u00a01)`;
  return { field: `${receptiveField} + ${steps} × ${jump} =`, jump: `${jump} × ${stride} =` };
};

/** Size, jump and receptive field after every layer, each worked out from the row above it. */
export function table(parent: Root, { levels }: Derived, words: Words): void {
  const drawn = child(parent, 'table', 'table').attr('class', 'field-table');
  const heads = [
    words.tableLayer,
    words.tableSize,
    fill(words.tableField, { r: 'r' }),
    fill(words.tableJump, { j: 'j' }),
  ];
  children(child(child(drawn, 'thead', 'head'), 'tr', 'row'), 'th', heads, (head) => head)
    .attr('scope', 'col')
    .text((head) => head);
  eachRoot(
    children(child(drawn, 'tbody', 'body'), 'tr', levels, (_, index) => index),
    (row, level, index) => {
      const before = levels[index - 1];
      const sums = before && workingOf(before, level);
      const name = child(row, 'th', 'name').attr('scope', 'row');
      name.text(level.layer ? fill(words.level, { layer: index, name: layerName(level.layer, words) }) : words.picture);
      child(row, 'td', 'size').text(String(level.size));
      const cell = (part: 'field' | 'jump', value: number) => {
        const box = child(row, 'td', part);
        child(box, 'span', 'sum')
          .attr('class', 'sum')
          .text(sums ? `${sums[part]} ` : '');
        child(box, 'b', 'value').text(String(value));
      };
      cell('field', level.receptiveField);
      cell('jump', level.jump);
    },
  );
}
