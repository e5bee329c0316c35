import { expect, it } from 'vitest';
import { fill } from '@/state/fill.ts';

it.each([
  [0, '0 steps'],
  [1, '1 step'],
  [2, '2 steps'],
  ['1', '1 step'],
  ['1,001', '1,001 steps'],
])('says %s in the form that belongs to it', (count, text) => {
  expect(fill('{count} {count:step|steps}', { count })).toBe(text);
});

it('throws where a value is missing', () => {
  expect(() => fill('{count:step|steps}', {})).toThrow(/needs a value for \{count\}/);
});
