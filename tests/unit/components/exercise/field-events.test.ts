import { describe, expect, it } from 'vitest';
import { type Move, target } from '@/components/exercise/field-events.ts';
import type { Part } from '@/exercises/kit/definition.ts';

const label = { en: 'Part', zh: '部分' };
const parts: Part[] = [
  { id: 'shape', kind: 'shape', label, axes: [label, label] },
  { id: 'map', kind: 'grid', label, rows: 2, columns: 3, entry: 'integer' },
  { id: 'choice', kind: 'choice', label, options: [] },
];
const from = (part: string, index: number, move: Move) => target(parts, { part, index }, move);

describe('moving from field to field', () => {
  it('follows the arrows to the edge of the part', () => {
    expect(from('map', 4, 'up')).toEqual({ part: 'map', index: 1 });
    expect(from('map', 1, 'down')).toEqual({ part: 'map', index: 4 });
    expect(from('map', 1, 'left')).toEqual({ part: 'map', index: 0 });
    expect(from('map', 2, 'right')).toBeUndefined();
    expect(from('map', 0, 'up')).toBeUndefined();
    expect(from('shape', 0, 'right')).toEqual({ part: 'shape', index: 1 });
  });

  it('goes down and on to the next column with Enter, then to the next part, then to the check', () => {
    expect(from('map', 0, 'enter')).toEqual({ part: 'map', index: 3 });
    expect(from('map', 3, 'enter')).toEqual({ part: 'map', index: 1 });
    expect(from('map', 5, 'enter')).toEqual({ part: 'choice', index: 0 });
    expect(from('shape', 1, 'enter')).toEqual({ part: 'map', index: 0 });
    expect(target(parts.slice(0, 2), { part: 'map', index: 5 }, 'enter')).toBe('check');
  });

  it('goes the same way back with Shift', () => {
    expect(from('map', 1, 'enter-back')).toEqual({ part: 'map', index: 3 });
    expect(from('map', 0, 'enter-back')).toEqual({ part: 'shape', index: 1 });
    expect(from('shape', 0, 'enter-back')).toBeUndefined();
  });
});
