import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialState } from '../../../src/state/codec.ts';
import { chord, clip, roomiest } from '../../../src/widgets/class-line/geometry.ts';
import { sameRegions } from '../../../src/widgets/class-line/methods.ts';
import {
  derive,
  fields,
  renumbered,
  type State,
  withOneMore,
  withoutChosen,
  withPoint,
} from '../../../src/widgets/class-line/model.ts';
import { drawOnServer } from '../../../src/widgets/kit/server.ts';
import { valuesOf } from '../../conformance/field-values.ts';

const state = (patch: Partial<State> = {}): State => ({ ...initialState(fields), ...patch });

/** One fruit of each kind, on a line: x = 2, 5 and 8. */
const three = [
  { x: 2, y: 5, kind: 0 },
  { x: 5, y: 5, kind: 1 },
  { x: 8, y: 5, kind: 2 },
];

describe('one number', () => {
  it('passes through the numbers 0, 1, 2 and parts the kinds half way', () => {
    const { line } = derive(state({ points: three }));
    // (x − 2) / 3: at 3.5 it is 0.5, at 6.5 it is 1.5.
    expect(line.functions[0]?.a).toBeCloseTo(1 / 3, 4);
    expect(line.boundaries.map(([end]) => end?.x)).toEqual([expect.closeTo(3.5, 3), expect.closeTo(6.5, 3)]);
    expect(line.wrong).toBe(0);
  });

  it('cannot fit 0, 2, 1: it gives 0.5, 1 and 1.5', () => {
    const { line, moved } = derive(state({ points: three, numbers: '021' }));
    expect(line.functions[0]?.a).toBeCloseTo(1 / 6, 4);
    // The plum, number 2, is given 1: the apple's number.
    expect(line.guesses[1]).toBe(2);
    expect(line.boundaries.map(([end]) => end?.x)).toEqual([expect.closeTo(2, 3), expect.closeTo(8, 3)]);
    expect(moved).toBe(true);
  });

  it('stays when the numbers are turned round', () => {
    const { line, before, moved } = derive(state({ numbers: '210' }));
    expect(moved).toBe(false);
    expect(line.guesses).toEqual(before?.line.guesses);
  });

  it('gets 9 of the 15 fruits wrong with plum and apple exchanged, and none before', () => {
    expect(derive(state()).line.wrong).toBe(0);
    expect(derive(state({ numbers: '021' })).line.wrong).toBe(9);
  });
});

describe('three scores', () => {
  it('never moves when kinds are renumbered, wherever the fruits lie', () => {
    fc.assert(
      fc.property(valuesOf(fields.points), valuesOf(fields.numbers), (points, numbers) => {
        if (!fields.points.accepts(points) || !fields.numbers.accepts(numbers)) throw new Error('not of the field');
        const { scores, before } = derive(state({ points, numbers }));
        if (before) expect(sameRegions(before.scores, scores)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('has all fruits right, and each in the region of its kind', () => {
    const { scores, points } = derive(state());
    expect(scores.wrong).toBe(0);
    expect(scores.guesses).toEqual(points.map(({ kind }) => kind));
  });

  it('gives the only kind there is the whole plane', () => {
    const { scores, line } = derive(state({ points: [{ x: 3, y: 3, kind: 1 }] }));
    for (const { regions } of [scores, line]) {
      expect(regions[1]?.corners).toHaveLength(4);
      expect([regions[0]?.corners, regions[2]?.corners]).toEqual([[], []]);
    }
  });
});

describe('numbers and points', () => {
  it('exchanges the numbers of two kinds', () => {
    expect(renumbered('012', 1, 2)).toBe('021');
    expect(renumbered('201', 0, 0)).toBe('021');
    expect(renumbered('012', 1, 1)).toBe('012');
  });

  it('adds, changes and removes a point, within limits', () => {
    const derived = derive(state({ points: three, chosen: 1 }));
    expect(withPoint(derived, { kind: 0 })[1]).toEqual({ x: 5, y: 5, kind: 0 });
    expect(withOneMore(derived, { x: 1, y: 2 })).toEqual({ points: [...three, { x: 1, y: 2, kind: 1 }], chosen: 3 });
    expect(withoutChosen(derived).points).toEqual([three[0], three[2]]);
    expect(withoutChosen(derive(state({ points: three.slice(1, 2) })))).toEqual({});
    const full = Array.from({ length: fields.points.maxLength }, () => ({ x: 1, y: 1, kind: 0 }));
    expect(withOneMore(derive(state({ points: full })), { x: 1, y: 2 })).toEqual({});
  });

  it('keeps the chosen point inside', () => {
    expect(derive(state({ points: three, chosen: 9 })).chosen).toBe(2);
  });
});

describe('geometry', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 4, y: 0 },
    { x: 4, y: 4 },
    { x: 0, y: 4 },
  ];
  it('cuts a square along x = 1', () => {
    expect(clip(square, { a: 1, b: 0, c: -1 }).map(({ x, y }) => [x, y])).toEqual([
      [1, 0],
      [4, 0],
      [4, 4],
      [1, 4],
    ]);
    expect(clip(square, { a: 0, b: 0, c: -1 })).toEqual([]);
  });
  it('finds the piece of a line inside', () => {
    expect(chord(square, { a: 1, b: 1, c: -2 })).toEqual([
      { x: 2, y: 0 },
      { x: 0, y: 2 },
    ]);
    expect(chord(square, { a: 1, b: 0, c: 1 })).toEqual([]);
  });
  it('finds room away from a point, and none where there is none', () => {
    const far = roomiest(10, [], [{ x: 2, y: 2 }], 0);
    // The middle column has the most room for a word; the point is out of its way.
    expect(far?.x).toBe(5);
    expect(far?.y).toBeGreaterThanOrEqual(4);
    expect(
      roomiest(
        10,
        [
          { a: 0, b: 0, c: -1 },
          { a: 1, b: 0, c: -9.9 },
        ],
        [],
        0.3,
      ),
    ).toBeUndefined();
  });
});

describe('the figure', () => {
  const drawn = (pairs: [string, string][]) => {
    const figure = drawOnServer('class-line', 'en');
    figure.instance.load(pairs);
    return figure;
  };
  const limit = (root: HTMLElement) => root.querySelector('[data-part=limit]')?.textContent;

  it.each(['5,5,2', '0,0,2'])('names only what has a part of the plane: one fruit at %s', (points) => {
    const { root } = drawn([['points', points]]);
    const names = [...root.querySelectorAll('[data-part=line] [data-part=names] text')];
    expect(names.map((name) => name.textContent)).toEqual(['apple 2']);
    expect(limit(root)).toBe('The only fruit stays.');
  });

  it('has no minus before a number that is rounded to 0', () => {
    const { root } = drawn([['points', '5,5,0;5,5,1;5,5,2;5,5,0']]);
    expect(root.querySelector('.rule')?.textContent).toBe('Number ≈ 0.750 + 0.000 × width + 0.000 × length');
    expect(limit(root)).toBe('');
  });

  it('says why no fruit can be added', () => {
    const { root } = drawn([['points', Array.from({ length: 24 }, () => '5,5,0').join(';')]]);
    expect(limit(root)).toContain('There are 24 fruits');
  });

  it('takes back one of two fruits that were removed quickly', () => {
    const { root, instance } = drawn([]);
    const plane = root.querySelector('[role=application]');
    const press = () =>
      plane?.dispatchEvent(
        Object.assign(new (root.ownerDocument.defaultView ?? globalThis).Event('keydown'), { key: 'Delete' }),
      );
    press();
    press();
    expect(root.querySelectorAll('[data-part=line] [data-part=points] > svg')).toHaveLength(13);
    instance.undo();
    expect(root.querySelectorAll('[data-part=line] [data-part=points] > svg')).toHaveLength(14);
  });
});
