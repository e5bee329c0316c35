import { describe, expect, it } from 'vitest';
import { initialState } from '@/state/codec.ts';
import { drawOnServer } from '@/widgets/kit/server.ts';
import { derive, fields, moved, newLayer, type StackLayer } from '@/widgets/receptive-field/model.ts';
import { presetNames, presetOf, presets } from '@/widgets/receptive-field/presets.ts';

const state = (patch: Parameters<typeof initialState>[1] = {}) => initialState(fields, patch);
const pool: StackLayer = { kind: 'pool', kernel: 2, stride: 2, padding: 0, dilation: 1 };

const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');

describe('the field of the output cell', () => {
  it('is 5 × 5 through two 3×3 layers, with nine ways from its middle', () => {
    const { output, across, down, levels } = derive(state());
    expect([output.receptiveField, output.jump, across.first, across.last, down.inside]).toEqual([5, 1, 3, 7, 5]);
    expect(across.ways).toEqual([0, 0, 0, 1, 2, 3, 2, 1, 0, 0, 0]);
    expect(levels.map(({ first, last }) => [first, last])).toEqual([
      [3, 7],
      [4, 6],
      [5, 5],
    ]);
  });

  it('grows by two cells’ steps after a pooling has doubled the jump', () => {
    // 3; 3 + 1 × 1 = 4, jump 2; 4 + 2 × 2 = 8.
    const { levels } = derive(state({ layers: [newLayer, pool, newLayer], size: 12 }));
    expect(levels.map(({ receptiveField, jump, size }) => [receptiveField, jump, size])).toEqual([
      [1, 1, 12],
      [3, 1, 12],
      [4, 2, 6],
      [8, 2, 6],
    ]);
    // The pooling's first cell looks at pixels −1 to 2: its middle is half a pixel beyond pixel 0.
    expect(levels.map(({ start }) => start)).toEqual([0, 0, 0.5, 0.5]);
  });

  it('reaches into padding at the edge, and says how much of it is picture', () => {
    const { down, across, row, column, edges } = derive(state({ row: 0, column: 99 }));
    expect([row, column]).toEqual([0, 10]);
    expect(down).toMatchObject({ first: -2, last: 2, inside: 3 });
    expect(across).toMatchObject({ first: 8, last: 12, inside: 3 });
    expect(edges).toEqual([-2.5, 12.5]);
  });
});

describe('a layer that cannot be', () => {
  it('is named, with what it needs and gets; what is before it stays', () => {
    const wide = { ...newLayer, kernel: 7, padding: 0, dilation: 2 };
    const { fault, levels } = derive(state({ layers: [newLayer, wide] }));
    expect(fault).toEqual({ layer: 2, why: 'window', needs: 13, gets: 11 });
    expect(levels).toHaveLength(2);
    expect(derive(state({ layers: [{ ...pool, padding: 2 }] })).fault).toMatchObject({ layer: 1, why: 'padding' });
  });

  it('stands in words where it is', () => {
    const { root, instance } = drawOnServer('receptive-field', 'en', { size: 2, layers: 'conv,5,1,1,1' });
    expect(root.textContent).toContain('its window spans 5 cells, and with padding it gets 4.');
    expect(instance.sentence()).toContain('Layer 1 cannot be.');
  });
});

describe('the stack', () => {
  it('can be put in another order, alike layers too', () => {
    const one = state({ layers: [newLayer, newLayer, pool] });
    expect(moved(one, 3, -1)).toEqual([newLayer, pool, newLayer]);
    expect(moved(one, 1, 1)).toEqual([newLayer, newLayer, pool]);
    expect(moved(one, 1, -1)).toBeUndefined();
  });

  it('is known by its preset’s name; three 3×3 see as much as one 7×7', () => {
    expect(presetNames.map((name) => presetOf(state({ layers: presets[name] })))).toEqual(presetNames);
    expect(presetOf(state({ layers: [pool] }))).toBeUndefined();
    const seen = (name: (typeof presetNames)[number]) => derive(state({ layers: presets[name] })).output.receptiveField;
    expect([seen('two'), seen('three'), seen('seven'), seen('dilated')]).toEqual([5, 7, 7, 15]);
    // 3, 5, 6 (jump 2), 10, 14, 16 (jump 4).
    expect(seen('vgg')).toBe(16);
  });

  it('draws an added layer above the others', () => {
    const { root, instance } = drawOnServer('receptive-field', 'en');
    instance.load([['layers', 'conv,3,1,1,1;conv,3,1,1,1;conv,3,1,1,1']]);
    const names = [...root.querySelectorAll('.row-name b')].map((name) => plain(name.textContent));
    expect(names[0]).toBe('Layer 3: convolution 3 × 3');
    expect(names.at(-1)).toBe('Picture');
    const sums = [...root.querySelectorAll('.field-table tbody tr:last-child td')].map((cell) =>
      plain(cell.textContent),
    );
    expect(sums).toEqual(['11', '5 + (3 − 1) × 1 = 7', '1 × 1 = 1']);
  });
});

describe('the shades', () => {
  const drawn = (overrides: Readonly<Record<string, unknown>>) => {
    const { root, instance } = drawOnServer('receptive-field', 'en', overrides);
    const legends = [...root.querySelectorAll('.scale')].map((legend) => ({
      text: [...legend.querySelectorAll('span:not(.ramp)')].map((end) => end.textContent).join(' … '),
      steps: [...legend.querySelectorAll('i')].map((step) => step.getAttribute('data-v')),
    }));
    const row = (index: number) =>
      [...root.querySelectorAll('.row-cells')][index]?.querySelectorAll('.cell.seen:not(.pad)') ?? [];
    const shades = (index: number) => [...row(index)].map((cell) => cell.getAttribute('data-v'));
    return { root, instance, legends, shades };
  };

  it('are of one scale in all rows, and of another on the picture; each has its legend', () => {
    const { legends, shades } = drawn({ layers: presets.three });
    expect(legends.map(({ text }) => text)).toEqual(['no way … 7 ways', 'no way … 49 ways']);
    // 1, 2, 3, 2, 1 of 7 ways, and 1, 3, 6, 7, 6, 3, 1.
    expect(shades(2)).toEqual(['pos1', 'pos2', 'pos3', 'pos2', 'pos1']);
    expect(shades(3)).toEqual(['pos1', 'pos3', 'pos5', 'pos5', 'pos5', 'pos3', 'pos1']);
  });

  it('are two where there is one way from each pixel', () => {
    const { legends, shades } = drawn({ layers: presets.seven });
    expect(legends.map(({ text, steps }) => [text, ...steps])).toEqual(
      Array.from({ length: 2 }, () => ['no way … 1 way', 'zero', 'pos2']),
    );
    expect(new Set(shades(1))).toEqual(new Set(['pos2']));
  });

  it('have commas in large numbers', () => {
    const { legends } = drawn({ size: 40, row: 20, column: 20, layers: Array.from({ length: 8 }, () => newLayer) });
    expect(legends[0]?.text).toBe('no way … 1,107 ways');
  });

  it('are missing where no way leads down: it is said', () => {
    const wide: StackLayer = { kind: 'conv', kernel: 2, stride: 1, padding: 4, dilation: 4 };
    const { root } = drawn({ size: 11, layers: [wide], row: 4, column: 0 });
    expect(root.querySelector('[data-part=holes]')?.hasAttribute('hidden')).toBe(false);
  });
});

describe('one of a thing', () => {
  it('is no plural, and one cell has no neighbours', () => {
    const { root, instance } = drawOnServer('receptive-field', 'en', {
      size: 1,
      layers: [{ ...newLayer, kernel: 1, padding: 0 }],
    });
    expect(plain(root.textContent)).toContain('1 pixel across');
    expect(instance.sentence()).toContain('sees 1 by 1 pixel.');
    expect(instance.sentence()).not.toContain('apart');
  });

  it('layer stays, and no ninth can be added: it is said', () => {
    const said = (count: number) =>
      drawOnServer('receptive-field', 'en', {
        layers: Array.from({ length: count }, () => newLayer),
      }).root.querySelector('[data-part=limit]')?.textContent;
    expect([said(1), said(2), said(8)]).toEqual([
      'The only layer stays.',
      '',
      'There are 8 layers, as many as there can be.',
    ]);
  });
});
