import { describe, expect, it } from 'vitest';
import { changesAt, compare, disturbed, halfOf, noChanges, takeDown } from '@/components/field/measure.ts';

const plain = { resize: 'square-area-average', size: 2, order: 'RGB', mean: [0, 0.5, 0], std: [1, 0.5, 1] } as const;
const how = { ...plain, mean: [...plain.mean], std: [...plain.std] };

describe('disturbed pictures', () => {
  // Two pixels; the second channel is normalised: (value − 0.5) / 0.5.
  const input = { shape: [1, 3, 1, 2], data: Float32Array.of(0.25, 0.75, -1, 1, 0.5, 0) };

  it('are the picture, then one picture a pixel with that pixel moved by a quarter in every channel', () => {
    const { shape, data } = disturbed(input, [1], how);
    expect(shape).toEqual([2, 3, 1, 2]);
    expect([...data.subarray(0, 6)]).toEqual([...input.data]);
    // Light ones (0.75, and 1 that stands for 1.0) get darker, the dark one lighter; half of a deviation is 0.25.
    expect([...data.subarray(6)]).toEqual([0.25, 0.5, -1, 0.5, 0.5, 0.25]);
  });
});

describe('what they change', () => {
  it('is the mean magnitude over the channels, place by place', () => {
    const changes = noChanges([1, 2], [1, 3]);
    // Three pictures (as it is, pixel 0, pixel 1) × two channels × three places.
    const data = Float32Array.of(0, 0, 1, 5, 5, 5, 1, 0, 1, 5, 2, 5, 0, 0, -1, 5, 5, 9);
    takeDown(changes, [0, 1], { shape: [3, 2, 1, 3], data });
    expect([...changesAt(changes, [0, 0])]).toEqual([0.5, 0]);
    expect([...changesAt(changes, [0, 1])]).toEqual([1.5, 0]);
    expect([...changesAt(changes, [0, 2])]).toEqual([0, 3]);
  });
});

describe('measured beside theoretical', () => {
  it('halves a field to its nearest odd or even middle', () => {
    expect([3, 5, 7, 9, 11, 17, 25].map(halfOf)).toEqual([1, 3, 3, 5, 5, 9, 13]);
    expect([4, 8, 16].map(halfOf)).toEqual([2, 4, 8]);
  });

  it('counts what lies in the field and beyond it, and where most of the change is', () => {
    // One row of seven pixels; the field is pixels 1 to 5.
    const map = Float32Array.of(0, 1, 2, 14, 2, 1, 0);
    const found = compare(
      map,
      [1, 7],
      [
        { first: -2, last: 2 },
        { first: 1, last: 5 },
      ],
    );
    expect(found?.inside).toEqual([1, 5]);
    expect(found?.reached).toEqual({ within: 5, beyond: 0 });
    expect(found?.half).toMatchObject({ side: 3, share: 18 / 20, area: 3 / 5 });
    expect(found?.nineTenths.side).toBe(3);
    const beside = compare(
      map,
      [1, 7],
      [
        { first: -1, last: 1 },
        { first: 2, last: 4 },
      ],
    );
    expect(beside?.reached).toEqual({ within: 3, beyond: 2 });
    expect(beside?.nineTenths).toMatchObject({ side: 3, share: 18 / 20 });
  });

  it('has nothing to say of a cell that nothing changes', () => {
    const cells = { first: 0, last: 0 };
    expect(compare(new Float32Array(4), [2, 2], [cells, cells])).toBeUndefined();
  });
});
