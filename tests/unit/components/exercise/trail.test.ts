import { describe, expect, it } from 'vitest';
import { printAddress, readAddress } from '@/components/exercise/address.ts';
import { goTo, printTrail, readTrail, step, type Trail } from '@/components/exercise/trail.ts';

const trail: Trail = { problems: [{ seed: 3, level: 1 }], place: 0 };

describe('a card’s trail', () => {
  it('grows with each new problem, and goes back and forward without losing one', () => {
    const two = goTo(trail, { seed: 9, level: 2 });
    const back = step(two, -1);
    expect(back).toEqual({ ...two, place: 0 });
    expect(back && step(back, 1)).toEqual(two);
    expect(step(two, 1)).toBeUndefined();
    expect(back && goTo(back, { seed: 4, level: 1 }).problems).toHaveLength(3);
  });

  it('finds a problem that it knows instead of adding it again', () => {
    const two = goTo(trail, { seed: 9, level: 2 });
    expect(goTo(two, { seed: 3, level: 1 })).toEqual({ ...two, place: 0 });
    expect(goTo(two, { seed: 3, level: 2 }).problems).toHaveLength(3);
  });

  it('reads what it prints', () => {
    const two = goTo(trail, { seed: 4294967295, level: 3 });
    expect(readTrail(printTrail(two))).toEqual(two);
  });

  it.each([undefined, '', '@0', '1:3 @4', '7:3 @0', '1:4294967296 @0', '1:3', 'x'])('takes %j for none', (text) => {
    expect(readTrail(text)).toBeUndefined();
  });
});

describe('the address of a problem', () => {
  it('names seed and level', () => {
    expect(printAddress({ seed: 7, level: 2 })).toBe('?seed=7&level=2');
    expect(readAddress('?seed=7&level=2', 'en')).toEqual({ seed: 7, level: 2, notes: [] });
    expect(readAddress('', 'zh')).toEqual({ seed: undefined, level: 1, notes: [] });
  });

  it.each(['-1', '1.5', '4294967296', 'abc', '', '1e3', '٣'])('says that there is no problem %j', (seed) => {
    const { seed: read, notes } = readAddress(`?seed=${encodeURIComponent(seed)}&level=3`, 'en');
    expect(read).toBeUndefined();
    expect(notes).toEqual([expect.stringContaining(`“${seed}”`)]);
  });

  it.each(['0', '4', '', 'two', '1.5', '-1'])('says that there is no level %j, and keeps the seed', (level) => {
    const reading = readAddress(`?seed=5&level=${level}`, 'zh');
    expect(reading).toMatchObject({ seed: 5, level: 1 });
    expect(reading.notes).toEqual([expect.stringContaining(`“${level}”`)]);
  });

  it('repeats no endless text from an address', () => {
    expect(readAddress(`?seed=${'9'.repeat(5000)}`, 'en').notes.join('').length).toBeLessThan(300);
  });
});
