import { describe, expect, it } from 'vitest';
import { printCode } from '@/components/worksheet/code.ts';
import type { Task } from '@/components/worksheet/tasks.ts';
import { drawVariants, holdsTwice, likeness } from '@/components/worksheet/variants.ts';
import { exercises } from '@/exercises/index.ts';

const kinds = new Map(exercises.map((exercise) => [exercise.id, exercise]));
const codes = (tasks: readonly Task[], seed: number, variants: number) =>
  drawVariants(tasks, seed, variants, kinds).map((sheet) => sheet.map((problem) => printCode(problem)));

describe('the variants of a sheet', () => {
  it.each([...kinds.keys()])('%s: are all different, and each as long as its like in A', (kind) => {
    const sheets = drawVariants([{ kind, level: 'rising', count: 3 }], 11, 4, kinds);
    const [first = []] = sheets;
    const texts = sheets.flat().map(({ problem }) => JSON.stringify(problem));
    expect(new Set(texts).size).toBe(12);
    for (const sheet of sheets) {
      expect(sheet.map(({ level }) => level)).toEqual([1, 2, 3]);
      expect(sheet.map(({ exercise, problem }) => likeness(exercise, problem))).toEqual(
        first.map(({ exercise, problem }) => likeness(exercise, problem)),
      );
    }
  });

  const map: Task = { kind: 'convolve-map', level: 2, count: 3 };
  const size: Task = { kind: 'padded-size', level: 1, count: 2 };

  it('are the same for the same seed, and others for another', () => {
    expect(codes([map], 5, 2)).toEqual(codes([map], 5, 2));
    expect(codes([map], 5, 1)).not.toEqual(codes([map], 6, 1));
  });

  it('keep their problems when others are added: variants, kinds, or more of the same', () => {
    const [first, second] = codes([map], 5, 2);
    expect(codes([map], 5, 4).slice(0, 2)).toEqual([first, second]);
    expect(codes([size, map], 5, 1)[0]?.slice(2)).toEqual(first);
    expect(codes([{ ...map, count: 6 }], 5, 1)[0]?.slice(0, 3)).toEqual(first);
  });

  it('never change: they stand on paper', () => {
    expect(codes([map], 5, 2)).toMatchInlineSnapshot(`
      [
        [
          "GC2-6B47F",
          "GC2-QVPVN",
          "GC2-4KSFH",
        ],
        [
          "GC2-4351S",
          "GC2-HEYCT",
          "GC2-2D55B",
        ],
      ]
    `);
  });

  it('are known to hold a problem twice, where a kind has too few', () => {
    const [sheet = []] = drawVariants([map], 17, 1, kinds);
    expect(holdsTwice(sheet)).toBe(false);
    expect(holdsTwice([...sheet, ...sheet.slice(0, 1)])).toBe(true);
  });
});
