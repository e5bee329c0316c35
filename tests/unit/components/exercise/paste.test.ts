import { describe, expect, it } from 'vitest';
import { placeBlock, readBlock } from '@/components/exercise/paste.ts';

describe('readBlock', () => {
  it.each([
    ['1\t2\t3', [['1', '2', '3']]],
    ['1 2 3', [['1', '2', '3']]],
    ['1, 2; 3', [['1', '2', '3']]],
    [
      '1\t-2\r\n3\t\r\n',
      [
        ['1', '-2'],
        ['3', ''],
      ],
    ],
    [
      '[[1, 2],\n [3, −4]]',
      [
        ['1', '2'],
        ['3', '−4'],
      ],
    ],
    ['1 / 2  3/4', [['1/2', '3/4']]],
    ['- 1 2', [['-1', '2']]],
    ['3 × 224 × 224', [['3', '224', '224']]],
    ['1\n2\n3', [['1'], ['2'], ['3']]],
    ['0,5 1,25', [['0,5', '1,25']]],
  ])('reads %j', (text, rows) => {
    expect(readBlock(text)).toEqual(rows);
  });

  it.each(['7', ' 7 ', '- 7', '1 / 2', '[7]', '', '\n'])('leaves %j to the browser', (text) => {
    expect(readBlock(text)).toBeUndefined();
  });
});

describe('placeBlock', () => {
  const size = { rows: 3, columns: 3 };

  it('lays rows and columns on the fields from the one that has the focus', () => {
    const placed = placeBlock(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      size,
      4,
    );
    expect(placed.fits && [...placed.fields]).toEqual([
      [4, 'a'],
      [5, 'b'],
      [7, 'c'],
      [8, 'd'],
    ]);
  });

  it('leaves fields alone where the block is empty', () => {
    const placed = placeBlock([['a', '', 'c']], size, 0);
    expect(placed.fits && [...placed.fields.keys()]).toEqual([0, 2]);
  });

  it('refuses what is too wide, too high or ragged', () => {
    expect(placeBlock([['1', '2']], size, 2)).toMatchObject({ fits: false, why: 'size', columns: 2, roomColumns: 1 });
    expect(placeBlock([['1'], ['2']], size, 7)).toMatchObject({ fits: false, why: 'size', rows: 2, roomRows: 1 });
    expect(placeBlock([['1', '2'], ['3']], size, 0)).toEqual({ fits: false, why: 'ragged' });
  });
});
