import { describe, expect, it } from 'vitest';
import { initialState } from '@/state/codec.ts';
import { codeOf, csvOf, read } from '@/widgets/shape-calculator/exchange.ts';
import { derive, fields } from '@/widgets/shape-calculator/model.ts';
import { printStack } from '@/widgets/shape-calculator/stack-text.ts';
import words from '@/widgets/shape-calculator/words.ts';

const state = (layers: string) => initialState(fields, { layers, rows: 8, columns: 8 });

describe('reading', () => {
  it('takes over the layers and the picture, and lets agreeing layers follow what is before them', () => {
    const source = 'net = nn.Sequential(nn.Conv2d(1, 4, 3), nn.BatchNorm2d(4))\nx = torch.zeros(1, 1, 28, 20)';
    const { patch } = read(source, state('relu'));
    expect(patch).toMatchObject({ channels: 1, rows: 28, columns: 20 });
    expect(printStack(patch.layers ?? [])).toBe('conv4k3,norm');
  });

  it('keeps what a layer was made for where it gets something else, so that the fault is shown there', () => {
    const { patch } = read('nn.Conv2d(3, 4, 3), nn.Conv2d(5, 6, 3), nn.Conv2d(6, 7, 3)', state('relu'));
    expect(printStack(patch.layers ?? [])).toBe('conv4k3,conv6k3i5,conv7k3i6');
  });

  it('takes the channels that the first layer was made for', () => {
    expect(read('nn.Conv2d(64, 4, 3)', state('relu')).patch.channels).toBe(64);
  });

  it('names the layer that is beyond the limits, and changes nothing', () => {
    expect(read('nn.ReLU(), nn.Conv2d(3, 4, 3000)', state('relu'))).toMatchObject({ beyond: 2, patch: {} });
    expect(read('nn.ReLU(), '.repeat(251), state('relu')).beyond).toBe(251);
  });
});

it('there is no code while a layer cannot be', () => {
  const broken = state('flatten,conv4k3');
  expect(codeOf(broken, derive(broken))).toBeUndefined();
  const whole = state('conv4k3');
  expect(codeOf(whole, derive(whole))).toContain('nn.Conv2d(3, 4, 3),  # 4×6×6');
});

describe('CSV', () => {
  /** Takes RFC 4180 apart. */
  const parsed = (csv: string) =>
    csv
      .split('\r\n')
      .slice(0, -1)
      .map((line) =>
        [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain),
      );

  it('has one line a layer, numbers without marks, and the sums', () => {
    const csv = csvOf(derive(state('c1:conv200k3,flatten')), words.en);
    expect(parsed(csv)).toEqual([
      expect.arrayContaining(['Place', 'Name', 'Parameters', 'Receptive field, rows', 'Output bytes']),
      [
        '1',
        'c1',
        '',
        'Convolution',
        '200 kernels 3×3',
        '200×6×6',
        '7200',
        '5600',
        '194400',
        '3',
        '3',
        '1',
        '1',
        '28800',
        '22400',
      ],
      ['2', '', '', 'Flatten', '', '7200', '7200', '0', '0', '3', '3', '1', '1', '28800', '0'],
      ['Total', '', '', '', '', '7200', '14400', '5600', '194400', '', '', '', '', '57600', '22400'],
    ]);
  });

  it('quotes what holds a comma, and leaves unknown numbers empty', () => {
    const csv = csvOf(derive(state('conv4k3p1,dense3,relu')), words.en);
    expect(csv).toContain('"4 kernels 3×3, padding 1"');
    expect(parsed(csv)[2]).toEqual(['2', '', '', 'Dense layer', '3 outputs', ...Array.from({ length: 10 }, () => '')]);
    expect(parsed(csv).map(({ length }) => length)).toEqual([15, 15, 15, 15, 15]);
  });
});
