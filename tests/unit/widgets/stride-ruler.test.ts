import { describe, expect, it } from 'vitest';
import { drawOnServer } from '../../../src/widgets/kit/server.ts';
import {
  derive,
  describe as describeRuler,
  droppedText,
  edgesOf,
  lanesOf,
  quotientText,
  type State,
} from '../../../src/widgets/stride-ruler/model.ts';
import words from '../../../src/widgets/stride-ruler/words.ts';

const ruler = (patch: Partial<State>) =>
  derive({ input: 10, kernel: 3, padding: 0, stride: 2, dilation: 1, place: 0, ...patch });

it('fits four windows of 3 into ten columns at stride 2 and drops the tenth', () => {
  const row = ruler({});
  expect(row).toMatchObject({ columns: 10, room: 7, windows: 4, dropped: 1, skipped: 0 });
  expect([0, 1, 2, 3].map((window) => edgesOf(row, window))).toEqual([
    { first: 1, last: 3 },
    { first: 3, last: 5 },
    { first: 5, last: 7 },
    { first: 7, last: 9 },
  ]);
  expect(row.fates.map((fate, index) => (fate === 'dropped' ? index + 1 : 0)).filter(Boolean)).toEqual([10]);
  expect(quotientText(row)).toBe('3.5');
});

it('drops nothing where the stride divides the room', () => {
  const row = ruler({ input: 9 });
  expect(row).toMatchObject({ windows: 4, dropped: 0 });
  expect(quotientText(row)).toBe('3');
  expect(droppedText(row, words.en)).toBe(words.en.droppedNone);
});

it('is 55 windows for 224 with kernel 11, padding 2 and stride 4, and draws both ends', () => {
  const row = ruler({ input: 224, kernel: 11, padding: 2, stride: 4 });
  expect(row).toMatchObject({ columns: 228, room: 217, windows: 55, dropped: 1 });
  expect(quotientText(row)).toBe('54.25');
  expect(droppedText(row, words.en)).toContain('228');
  const [start, end] = row.strips;
  expect(start).toMatchObject({ from: 0, to: 20, windows: [0, 1, 2, 3, 4] });
  // Window 50 ends with column 49 × 4 + 11 = 207, window 51 with 211: the first that reaches column 209.
  expect(end).toMatchObject({ from: 208, to: 228, windows: [50, 51, 52, 53, 54] });
  // 11 columns at a step of 4: the third line is needed, and then one column stays free.
  expect(lanesOf(row)).toBe(3);
});

it('tells columns that no window ever touches from those at the end', () => {
  const row = ruler({ input: 12, kernel: 2, stride: 4 });
  // Windows on columns 1 2, 5 6, 9 10; 11 and 12 are too few for another step.
  expect(row).toMatchObject({ windows: 3, dropped: 2, skipped: 4 });
  expect(row.fates.slice(0, 5)).toEqual(['used', 'used', 'skipped', 'skipped', 'used']);
});

it('spans D(K − 1) + 1 columns with gaps between the weights', () => {
  const row = ruler({ input: 9, dilation: 3, stride: 2 });
  // The kernel's three weights lie on columns 1 4 7 and then on 3 6 9.
  expect(row).toMatchObject({ span: 7, windows: 2, dropped: 0, skipped: 3 });
});

it('writes a quotient that does not end with its first decimals, never rounded up', () => {
  expect(quotientText(ruler({ input: 11, stride: 3 }))).toBe('2.66…');
  expect(quotientText(ruler({ input: 8, stride: 16 }))).toBe('0.3125');
});

it('keeps the framed window inside, and says so where none fits', () => {
  expect(ruler({ place: 500 }).place).toBe(3);
  const none = ruler({ input: 4, kernel: 7, padding: 1 });
  expect(none).toMatchObject({ windows: 0, room: -1, dropped: 0, place: 0 });
  expect(describeRuler(none, words.en)).toMatch(/spans 7 columns, the row has 6/);
});

it('shows every window of a row that is drawn whole', () => {
  const row = ruler({ input: 22, padding: 1, stride: 1 });
  expect(row.strips).toHaveLength(1);
  expect(row.strips[0]?.windows).toHaveLength(22);
});

describe('what is said', () => {
  const drawn = (overrides: Partial<State>) => {
    const { root, instance } = drawOnServer('stride-ruler', 'en', overrides);
    const text = (part: string) => root.querySelector(`[data-part=${part}]`)?.textContent ?? '';
    return { root, text, sentence: instance.sentence() };
  };

  it('has one column, window and step in the singular', () => {
    const { root, text, sentence } = drawn({ input: 1, kernel: 1, stride: 1 });
    expect(sentence).toContain('1 window in a row of 1 column. Window 1 of 1 covers column 1.');
    expect([...root.querySelectorAll('[data-part=size]')].flatMap((size) => size.textContent || [])).toEqual([
      '1 column',
      '1 column',
    ]);
    expect(text('floor')).toBe('The kernel spans the whole row: it cannot move.');
    expect(drawn({ input: 4, kernel: 3, stride: 2 }).text('floor')).toMatch(/^1 column to move, .* 0 whole steps\./);
    expect(drawn({ input: 30, kernel: 1, stride: 16 }).text('floor')).toContain('1 whole step.');
  });

  it('has no line of windows where none fits', () => {
    const all = (kernel: number) =>
      drawn({ input: 26, padding: 8, dilation: 3, kernel })
        .root.querySelector('[data-part=all]')
        ?.hasAttribute('hidden');
    expect([all(15), all(3)]).toEqual([true, false]);
  });
});
