import { describe, expect, it } from 'vitest';
import { initialState } from '../../../src/state/codec.ts';
import { drawOnServer } from '../../../src/widgets/kit/server.ts';
import { derive, describe as describePooling, fields, type State } from '../../../src/widgets/pooling-stepper/model.ts';
import { linesFor } from '../../../src/widgets/pooling-stepper/ruler.ts';
import words from '../../../src/widgets/pooling-stepper/words.ts';

/** A state whose input is these rows. */
function state(rows: readonly (readonly number[])[], patch: Partial<State> = {}): State {
  const input = Array.from({ length: 81 }, (_, index) => rows[Math.floor(index / 9)]?.[index % 9] ?? 0);
  return { ...initialState(fields), input, rows: rows.length, columns: rows[0]?.length ?? 0, ...patch };
}

const FOUR = [
  [1, 4, 0, 2],
  [2, 3, 5, 1],
  [0, 2, 1, 8],
  [3, 1, 2, 4],
];

it('keeps the largest of each window, and says which input it was', () => {
  const { result } = derive(state(FOUR));
  expect(result?.output).toEqual([4, 5, 3, 8]);
  expect(result?.winners).toEqual([1, 6, 12, 11]);
  expect(result?.values).toEqual([1, 4, 2, 3]);
});

it('lets the first of several largest win', () => {
  const { result } = derive(
    state([
      [7, 7],
      [7, 7],
    ]),
  );
  expect(result?.winners).toEqual([0]);
});

it('averages each window', () => {
  expect(derive(state(FOUR, { kind: 'average' })).result?.output).toEqual([2.5, 2, 1.5, 3.75]);
});

it('counts the zeros of the padding or leaves them out', () => {
  const corner = (countPadding: boolean) =>
    derive(state(FOUR, { kind: 'average', window: 3, stride: 2, padding: 1, countPadding })).result;
  // The first window sees 1, 4, 2, 3 and five cells of the ring.
  expect(corner(true)?.output[0]).toBeCloseTo(10 / 9, 12);
  expect(corner(true)?.counted).toBe(9);
  expect(corner(false)?.output[0]).toBe(2.5);
  expect(corner(false)?.counted).toBe(4);
});

it('never lets the padding win', () => {
  const negative = [
    [-3, -1],
    [-2, -5],
  ];
  expect(derive(state(negative, { window: 2, stride: 2, padding: 1 })).result?.output).toEqual([-3, -1, -2, -5]);
});

it('keeps a window that hangs over the edge in ceil mode, and draws what it reaches', () => {
  const row = [[1, 2, 3, 4, 9]];
  const plain = derive(state(row, { window: 1, stride: 3 }));
  expect([plain.result?.output, plain.beyond]).toEqual([
    [1, 4],
    [0, 0],
  ]);
  const five = FOUR.map((line) => [...line, 9]).concat([[6, 6, 6, 6, 6]]);
  expect(derive(state(five)).result?.output).toEqual([4, 5, 3, 8]);
  const kept = derive(state(five, { ceilMode: true }));
  expect(kept.result?.output).toEqual([4, 5, 9, 3, 8, 9, 6, 6, 6]);
  expect(kept.beyond).toEqual([1, 1]);
});

it('lays adaptive windows from ⌊i·I/O⌋ to ⌈(i + 1)·I/O⌉', () => {
  const { result } = derive(state([[3, 6, 9, 0, 3, 6, 12]], { kind: 'adaptive', outputRows: 1, outputColumns: 3 }));
  expect(result?.across.map(({ from, to }) => [from, to])).toEqual([
    [0, 3],
    [2, 5],
    [4, 7],
  ]);
  expect(result?.output).toEqual([6, 4, 7]);
});

it('finds the outputs that use an input cell', () => {
  const overlapping = { window: 3, stride: 1, picked: 1 * 9 + 1 } as const;
  expect([...(derive(state(FOUR, overlapping)).result?.uses ?? [])]).toEqual([0, 1, 2, 3]);
  expect([...(derive(state(FOUR, { picked: 0 })).result?.uses ?? [])]).toEqual([0]);
});

it('moves the input by a column: a line that stays in its window changes nothing, one that leaves it does', () => {
  const line = Array.from({ length: 4 }, () => [0, 0, 9, 0, 0, 0]);
  const right = derive(state(line, { moved: 'right' }));
  expect(right.input.slice(0, 6)).toEqual([0, 0, 0, 9, 0, 0]);
  expect(right.result?.changed.size).toBe(0);
  const left = derive(state(line, { moved: 'left' }));
  expect(left.input.slice(0, 6)).toEqual([0, 9, 0, 0, 0, 0]);
  expect(left.result?.before).toEqual([0, 9, 0, 0, 9, 0]);
  expect(left.result?.output).toEqual([9, 0, 0, 9, 0, 0]);
  expect([...(left.result?.changed ?? [])]).toEqual([0, 1, 3, 4]);
});

it('lets a typed column enter', () => {
  const entering = Array.from({ length: 9 }, (_, row) => row + 20);
  expect(derive(state(FOUR, { moved: 'right', entering })).result?.output).toEqual([21, 5, 23, 2]);
  expect(derive(state(FOUR, { moved: 'left', entering })).result?.output).toEqual([5, 21, 2, 23]);
});

it.each([
  [{ window: 2, padding: 2 }, 'paddingTooWide', 'padding'],
  [{ window: 5, padding: 0 }, 'windowTooTall', 'window'],
] as const)('has a sentence and no output for %o', (patch, word, setting) => {
  const { problems, result, padding } = derive(state(FOUR, patch));
  expect(problems[0]).toMatchObject({ word, setting });
  expect([result, padding]).toEqual([undefined, 0]);
});

it('says nothing of a window that is too large where ceil mode keeps it', () => {
  const { problems, result } = derive(state(FOUR, { window: 5, ceilMode: true }));
  expect([problems, result?.output]).toEqual([[], [8]]);
});

it('draws overlapping windows on as many lines as they need', () => {
  const windows = (patch: Partial<State>) => derive(state(FOUR, patch)).result?.across ?? [];
  expect(linesFor(windows({}))).toBe(1);
  expect(linesFor(windows({ window: 3, stride: 1 }))).toBe(2);
  expect(linesFor([])).toBe(1);
});

describe('what is said', () => {
  const drawn = (overrides: Partial<State>) => drawOnServer('pooling-stepper', 'en', overrides);
  const text = (root: HTMLElement, part: string) => root.querySelector(`[data-part=${part}]`)?.textContent ?? '';

  it('is “about” where a mean is rounded, and exact where it is not', () => {
    const said = (rows: number[][], patch: Partial<State> = {}) =>
      describePooling(derive(state(rows, { kind: 'average', ...patch })), words.en);
    expect(
      said([
        [1, 2],
        [3, 4],
      ]),
    ).toContain('Their sum divided by 4 is 2.5.');
    expect(
      said([
        [1, 2],
        [3, 4.5],
      ]),
    ).toContain('Their sum divided by 4 is about 2.63.');
    expect(said([[5]], { window: 1 })).toContain('The window holds only 5. Divided by 1, that is 5.');
    expect(said([[0.001, 0.002]], { kind: 'max', window: 1, stride: 1, place: 1 })).toContain('The largest is 0.002.');
  });

  it('names the rounding of a sum whose terms do not add up', () => {
    const thirds = drawn({ input: Array.from({ length: 81 }, () => 1 / 3), kind: 'average' });
    expect(text(thirds.root, 'line')).toContain('≈ 1.3333 / 4');
    expect(text(thirds.root, 'rounded')).toBe('Where ≈ stands, numbers are rounded.');
    expect(text(drawn({ kind: 'average' }).root, 'rounded')).toBe('');
  });

  it('tells nothing of a chosen cell that is not in the input', () => {
    const there = drawn({ rows: 5, columns: 5, picked: 40 });
    expect(text(there.root, 'uses')).toMatch(/^Outputs whose window holds/);
    const gone = drawn({ rows: 3, columns: 3, picked: 40 });
    expect(text(gone.root, 'uses')).toBe('');
    expect(gone.instance.sentence()).not.toContain('chosen');
  });

  it('has one row and one column in the singular', () => {
    const { root } = drawn({ rows: 1, columns: 1 });
    expect(text(root, 'impossible')).toMatch(/has only 1 row\..*has only 1 column\./);
  });
});
