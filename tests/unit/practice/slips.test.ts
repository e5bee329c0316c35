import { describe, expect, it } from 'vitest';
import { roundOf } from '@/practice/round.ts';
import { repeatedSlip } from '@/practice/slips.ts';
import { recordsOf } from '@/state/summary.ts';
import { event, hour, minute, start } from './problems.ts';

const kind = 'convolve-map';
const here = { exercise: kind, level: 2, seed: 7 };
const wrong = (time: number, misconceptions: string[], values = {}) =>
  event(kind, 'wrong', { ...here, time: start + time, misconceptions, ...values });

describe('a repeated slip', () => {
  it('is one that was made twice: in one problem, or in two of the kind', () => {
    expect(repeatedSlip([wrong(1, ['flipped'])], here)).toBeUndefined();
    const twice = [wrong(1, ['flipped']), wrong(2, ['flipped'])];
    expect(repeatedSlip(twice, here)).toEqual({ misconception: 'flipped', times: 2, easier: 1 });
    const before = wrong(1, ['flipped'], { seed: 6, level: 1 });
    expect(repeatedSlip([wrong(2, ['flipped']), before], here)).toMatchObject({ times: 2 });
  });

  it('is not two different slips, nor one of another kind, nor one that has no name', () => {
    expect(repeatedSlip([wrong(1, ['flipped']), wrong(2, ['bias-forgotten'])], here)).toBeUndefined();
    expect(
      repeatedSlip([{ ...wrong(1, ['flipped']), exercise: 'other' }, wrong(2, ['flipped'])], here),
    ).toBeUndefined();
    expect(repeatedSlip([wrong(1, []), wrong(2, [])], here)).toBeUndefined();
  });

  it('is the one made most often, where the last answer could be two', () => {
    const answers = [wrong(1, ['flipped']), wrong(2, ['bias-forgotten']), wrong(3, ['bias-forgotten', 'flipped'])];
    expect(repeatedSlip([...answers, wrong(0, ['flipped'])], here)).toMatchObject({
      misconception: 'flipped',
      times: 3,
    });
  });

  it('is over once the problem is right or shown, and forgotten once the kind is right at the first try', () => {
    const twice = [wrong(1, ['flipped']), wrong(2, ['flipped'])];
    expect(repeatedSlip([...twice, event(kind, 'right', { ...here, time: start + 3 })], here)).toBeUndefined();
    expect(repeatedSlip([...twice, event(kind, 'shown', { ...here, time: start + 3 })], here)).toBeUndefined();
    const next = { ...here, seed: 9 };
    const again = wrong(9, ['flipped'], { seed: 9 });
    const right = event(kind, 'right', { ...here, seed: 8, time: start + 3 });
    expect(repeatedSlip([...twice, right, again], next)).toBeUndefined();
    expect(repeatedSlip([...twice, { ...right, hints: 1 }, again], next)).toMatchObject({ times: 3 });
  });

  it('offers one level less, down to the first', () => {
    const easier = [1, 2, 3].map((level) => {
      const at = { ...here, level };
      return repeatedSlip([wrong(1, ['flipped'], { level }), wrong(2, ['flipped'], { level })], at)?.easier;
    });
    expect(easier).toEqual([1, 1, 2]);
  });
});

describe('a round', () => {
  const at = (time: number, seed: number) => event(kind, 'right', { seed, time: start + time });

  it('goes back to the last pause of half an hour', () => {
    const problems = recordsOf([at(0, 1), at(hour, 2), at(hour + 20 * minute, 3), at(hour + 45 * minute, 4)]);
    expect(roundOf(problems, start + hour + 50 * minute).map(({ seed }) => seed)).toEqual([2, 3, 4]);
    expect(roundOf(problems, start + 3 * hour)).toEqual([]);
  });
});
