import { expect, it, describe as suite } from 'vitest';
import { derive, describe } from '../../../src/widgets/pattern-search/model.ts';
import words from '../../../src/widgets/pattern-search/words.ts';

const sums = Array.from({ length: 9 }, (_, index) => derive({ place: index + 1 }).found?.sum);

suite('pattern-search', () => {
  it('has the sums of the convolution, as PyTorch gives them', () => {
    expect(sums).toEqual([-1, -1, 7, 5, -1, 3, -5, 9, -5]);
  });

  it('counts what agrees: agree − differ is the sum, and only the tip agrees everywhere', () => {
    for (let place = 1; place <= 9; place++) {
      const { found, pattern } = derive({ place });
      expect(found && found.agree + found.differ).toBe(9);
      expect(found && found.agree - found.differ).toBe(found?.sum);
      expect(pattern.filter(({ differs }) => differs)).toHaveLength(found?.differ ?? -1);
      expect(found?.whole).toBe(place === 8);
    }
  });

  it('offers the nine inner squares and says what was found', () => {
    const { picture, found } = derive({ place: null });
    expect(found).toBeUndefined();
    expect(picture.flatMap(({ place }) => place ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(picture.findIndex(({ place }) => place === 8)).toBe(17);
    expect(describe(derive({ place: null }), words.en)).toBe(words.en.start);
    expect(describe(derive({ place: 7 }), words.en)).toContain('2 − 7 = −5. Not the tip');
    expect(describe(derive({ place: 8 }), words.zh)).toContain('9 − 0 = 9。完全吻合');
  });
});
