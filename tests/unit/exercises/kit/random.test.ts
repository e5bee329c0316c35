import { describe, expect, it } from 'vitest';
import { createRandom, drawUntil } from '@/exercises/kit/random';
import { seedCode, seedFromAddress, seedFromCode } from '@/exercises/kit/seed';

const draw = (seed: number, count: number, low = 0, high = 9): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.integer(low, high));
};

describe('createRandom', () => {
  it('draws the same for the same seed, for ever', () => {
    expect(draw(0, 12, 0, 999)).toMatchInlineSnapshot(`
      [
        675,
        179,
        51,
        994,
        865,
        679,
        871,
        348,
        171,
        970,
        935,
        768,
      ]
    `);
    expect(draw(4294967295, 12, 0, 999)).toMatchInlineSnapshot(`
      [
        535,
        912,
        867,
        264,
        446,
        303,
        934,
        329,
        111,
        508,
        192,
        408,
      ]
    `);
    expect(createRandom(7).shuffle([1, 2, 3, 4, 5])).toMatchInlineSnapshot(`
      [
        3,
        1,
        4,
        2,
        5,
      ]
    `);
  });

  it('draws otherwise for the seed beside it', () => {
    const firsts = Array.from({ length: 1000 }, (_, seed) => draw(seed, 3, 0, 1_000_000).join());
    expect(new Set(firsts).size).toBe(1000);
  });

  it('draws evenly, over one seed and over the first number of many', () => {
    for (const drawn of [draw(1, 20_000), Array.from({ length: 20_000 }, (_, seed) => draw(seed, 1)[0])]) {
      const counts = Array.from({ length: 10 }, (_, digit) => drawn.filter((value) => value === digit).length);
      // χ² with 9 degrees of freedom is above 33.7 once in 10,000 times.
      const chiSquare = counts.reduce((sum, count) => sum + (count - 2000) ** 2 / 2000, 0);
      expect(chiSquare).toBeLessThan(33.7);
    }
  });

  it('keeps to its bounds', () => {
    const drawn = draw(3, 5000, -2, 2);
    expect(Math.min(...drawn)).toBe(-2);
    expect(Math.max(...drawn)).toBe(2);
    expect(createRandom(5).shuffle([1, 2, 3]).toSorted()).toEqual([1, 2, 3]);
    expect(() => createRandom(5).pick([])).toThrow(RangeError);
  });

  it.each([-1, 0.5, 4294967296, Number.NaN])('refuses the seed %d', (seed) => {
    expect(() => createRandom(seed)).toThrow('from 0 to 4294967295');
  });

  it('gives up drawing what does not exist', () => {
    expect(() =>
      drawUntil(
        () => 1,
        (value) => value > 1,
      ),
    ).toThrow('None of 1000');
  });
});

describe('a seed', () => {
  it.each([
    [0, '0'],
    [31, 'Z'],
    [32, '10'],
    [4294967295, '3ZZZZZZ'],
  ])('%d has the code %s', (seed, code) => {
    expect(seedCode(seed)).toBe(code);
    expect(seedFromCode(code)).toBe(seed);
  });

  it('is read from a code as people write it', () => {
    expect(seedFromCode(' 4f7k ')).toBe(seedFromCode('4F7K'));
    expect(seedFromCode('1O0')).toBe(seedFromCode('100'));
    expect(seedFromCode('iL1')).toBe(seedFromCode('111'));
    for (const code of ['', 'U', '4-F', '4ZZZZZZ', '12345678', 'ÄB', '１']) expect(seedFromCode(code)).toBeUndefined();
  });

  it('is read from an address, or not', () => {
    expect(seedFromAddress('4294967295')).toBe(4294967295);
    for (const text of [null, '', '-1', '1.5', '1e3', '4294967296', '99999999999', 'x', ' 1']) {
      expect(seedFromAddress(text)).toBeUndefined();
    }
  });
});
