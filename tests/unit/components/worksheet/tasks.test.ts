import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  levelsOf,
  mostOfKind,
  mostProblems,
  printTasks,
  problemCount,
  readTasks,
} from '@/components/worksheet/tasks.ts';
import { anyText } from '../../any-text.ts';

const names = ['convolve-map', 'padded-size', 'top-k', 'one-hot', 'softmax-logs'];
const known = new Set(names);
const level = fc.constantFrom(...([1, 2, 3, 'rising'] as const));
const task = fc.record({ kind: fc.constantFrom(...names), level, count: fc.integer({ min: 1, max: mostOfKind }) });
const tasks = fc.uniqueArray(task, { selector: ({ kind }) => kind }).filter((all) => problemCount(all) <= mostProblems);

describe('tasks in an address', () => {
  it('are read as they were printed', () => {
    fc.assert(
      fc.property(tasks, (all) => {
        expect(readTasks(printTasks(all), known)).toEqual({ tasks: all, faults: [] });
      }),
    );
  });

  it('of any text give a set within the limits, of known kinds, each once, and never throw', () => {
    const piece = fc.oneof(anyText(), fc.constantFrom(';', ',', ...names, '1', '3', '1-3', '12', '1e1', '-1'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { tasks: found, faults } = readTasks(pieces.join(''), known);
        expect(problemCount(found)).toBeLessThanOrEqual(mostProblems);
        expect(found.every(({ kind, count }) => known.has(kind) && count >= 1 && count <= mostOfKind)).toBe(true);
        expect(new Set(found.map(({ kind }) => kind)).size).toBe(found.length);
        expect(faults.every(({ text }) => text.length <= 40)).toBe(true);
      }),
    );
  });

  it('fall back alone where something cannot be, and say what', () => {
    const { tasks: found, faults } = readTasks('top-k,9,2;gone,1,1;one-hot,1-3,99;top-k,1,1;padded-size', known);
    expect(found).toEqual([
      { kind: 'top-k', level: 1, count: 2 },
      { kind: 'one-hot', level: 'rising', count: 1 },
      { kind: 'padded-size', level: 1, count: 1 },
    ]);
    expect(faults).toEqual([
      { why: 'level', text: '9' },
      { why: 'kind', text: 'gone' },
      { why: 'count', text: '99' },
      { why: 'twice', text: 'top-k' },
    ]);
  });

  it('are cut after so many problems', () => {
    const { tasks: found, faults } = readTasks(names.map((name) => `${name},1,12`).join(';'), known);
    expect(found.map(({ count }) => count)).toEqual([12, 12, 12, 4]);
    expect(faults).toEqual([
      { why: 'many', text: 'one-hot' },
      { why: 'many', text: 'softmax-logs' },
    ]);
  });

  it('with rising levels go through all three', () => {
    expect(levelsOf({ kind: 'top-k', level: 'rising', count: 5 })).toEqual([1, 2, 3, 1, 2]);
    expect(levelsOf({ kind: 'top-k', level: 2, count: 2 })).toEqual([2, 2]);
  });
});
