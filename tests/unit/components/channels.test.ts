import { expect, test } from 'vitest';
import { foldVector, layerValues, scaleOf, strongestFirst, strongestPlace } from '@/components/maps/channels.ts';
import { scoresOf, tenthsOf } from '@/components/maps/scores-view.ts';

const maps = { shape: [1, 3, 1, 2], data: Float32Array.of(0, 1, -4, 2, 3, 3) };

test('maps are taken apart channel by channel, row by row', () => {
  const values = layerValues(maps);
  expect(values.kind).toBe('maps');
  if (values.kind !== 'maps') return;
  expect(values.channels.map(({ index, rows, columns, values: own }) => [index, rows, columns, ...own])).toEqual([
    [0, 1, 2, 0, 1],
    [1, 1, 2, -4, 2],
    [2, 1, 2, 3, 3],
  ]);
  expect(strongestFirst(values.channels).map(({ index }) => index)).toEqual([1, 2, 0]);
  expect(scaleOf(values.channels)).toEqual({ max: 4, signed: true });
  expect(scaleOf(values.channels.slice(2))).toEqual({ max: 3, signed: false });
  expect(values.channels.map(strongestPlace)).toEqual([1, 0, 0]);
});

test('only the first picture of a batch is read', () => {
  const values = layerValues({ shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) });
  expect(values.kind === 'vector' && [...values.values]).toEqual([1, 2]);
});

test('a shape that is neither maps nor a vector is refused', () => {
  expect(() => layerValues({ shape: [1, 2, 3], data: new Float32Array(6) })).toThrow(RangeError);
});

test.each([
  [256, 8, 32],
  [864, 27, 32],
  [10, 1, 10],
  [37, 37, 1],
])('a vector of %i values is laid out in %i full rows of %i', (count, rows, columns) => {
  expect(foldVector(new Float32Array(count))).toMatchObject({ rows, columns });
});

test('scores are ranked, named in the page’s language, and say what rounding leaves over', () => {
  const labels = [
    { id: 'cat', zh: '猫' },
    { id: 'dog', zh: '狗' },
    { id: 'bird', zh: '鸟' },
  ];
  const third = 1 / 3;
  const scores = scoresOf(labels, [1, 2, 3], [third, third, third], 'zh');
  expect(scores.map(({ name, score }) => [name, score])).toEqual([
    ['猫', 1],
    ['狗', 2],
    ['鸟', 3],
  ]);
  expect(tenthsOf(scores)).toEqual({ tenths: [333, 333, 333], left: 1 });
  expect(scoresOf(labels, [1, 2, 3], [0.1, 0.2, 0.7], 'en').map(({ name }) => name)).toEqual(['bird', 'dog', 'cat']);
});
