import { expect, it } from 'vitest';
import { factor, format, input, kernel, plain, raised, segments } from '@/exercises/kit/text';
import { compareWorkings, sumOfProducts, workingText } from '@/exercises/kit/working';

it('writes numbers as the site does', () => {
  expect(format(-3)).toBe('−3');
  expect(format(-0)).toBe('0');
  expect(format(150528)).toBe('150,528');
  expect(format(-1234567)).toBe('−1,234,567');
  expect(format(1234.5, 3)).toBe('1,234.500');
  expect(format(-0.0001, 3)).toBe('0.000');
  expect(factor(-1)).toBe('(−1)');
});

it('takes marked text apart', () => {
  const text = `${input(2)} × ${kernel(factor(-1))} [not a mark:x] e${raised('2 ln 3')}`;
  expect(segments(text)).toEqual([
    { text: '2', mark: 'input' },
    { text: ' × ' },
    { text: '(−1)', mark: 'kernel' },
    { text: ' [not a mark:x] e' },
    { text: '2 ln 3', mark: 'raised' },
  ]);
  expect(plain(text)).toBe('2 × (−1) [not a mark:x] e^(2 ln 3)');
});

it('writes a sum of products out, and finds what differs from another', () => {
  const right = sumOfProducts(
    [
      [2, 1],
      [0, 2],
      [-1, -1],
    ],
    [-3],
  );
  expect(plain(workingText(right))).toBe('2 × 1 + 0 × 2 + (−1) × (−1) − 3 = 2 + 0 + 1 − 3 = 0');
  const wrong = sumOfProducts([
    [2, 1],
    [0, 2],
    [-1, -1],
  ]);
  const [products, terms, sum] = compareWorkings(right, wrong);
  expect(products?.map((piece) => piece.differs)).toEqual([false, false, false, true]);
  expect(terms?.map((piece) => piece.differs)).toEqual([false, false, false, true]);
  expect(sum).toEqual([{ text: '0', differs: true }]);
});

it('keeps a rounded result in the line of what it is rounded from', () => {
  const working = { lines: [['e', '/ 3'], ['2.7183', '/ 3'], ['≈ 0.906']] };
  expect(workingText(working)).toBe('e / 3 = 2.7183 / 3 ≈ 0.906');
  const lines = compareWorkings(working, { lines: [['e'], ['2.7183'], ['≈ 2.718']] });
  expect(lines.map((line) => line.map((piece) => piece.text))).toEqual([
    ['e', '/ 3'],
    ['2.7183', '/ 3', '≈ 0.906'],
  ]);
  expect(lines[1]?.map((piece) => piece.differs)).toEqual([false, true, true]);
});
