import { describe, expect, it } from 'vitest';
import { duplicated, moveTo, type Path, remove, rowOf, step, withKind } from '@/widgets/shape-calculator/edits.ts';
import { parseStack, printStack } from '@/widgets/shape-calculator/stack-text.ts';

const stack = (text: string) => parseStack(text) ?? expect.fail(`"${text}" is no stack`);
const BLOCK = 'relu,res(norm,flatten/),drop';

describe('a step', () => {
  it('goes down through a block and out of it', () => {
    let [layers, path]: [ReturnType<typeof stack>, Path] = [stack(BLOCK), [0]];
    const texts: string[] = [];
    for (let moved = step(layers, path, 1); moved; moved = step(layers, path, 1)) {
      ({ layers, path } = moved);
      texts.push(printStack(layers));
    }
    expect(texts).toEqual([
      'res(relu,norm,flatten/),drop',
      'res(norm,relu,flatten/),drop',
      'res(norm,flatten,relu/),drop',
      'res(norm,flatten/relu),drop',
      'res(norm,flatten/),relu,drop',
      'res(norm,flatten/),drop,relu',
    ]);
    expect(path).toEqual([2]);
  });

  it('up is the way back', () => {
    const down = step(stack(BLOCK), [0], 1);
    const up = down && step(down.layers, down.path, -1);
    expect(up && [printStack(up.layers), up.path]).toEqual([BLOCK, [0]]);
    expect(step(stack(BLOCK), [0], -1)).toBeUndefined();
  });

  it('takes a block past the others', () => {
    const moved = step(stack(`res(norm/),${BLOCK}`), [2], -1);
    expect(moved && printStack(moved.layers)).toBe('res(norm/),res(norm,flatten/),relu,drop');
  });
});

describe('a move', () => {
  it.each<[Path, Path, string, Path]>([
    [[0], [3], 'res(norm,flatten/),drop,relu', [2]],
    [[2], [0], 'drop,relu,res(norm,flatten/)', [0]],
    [[0], [1, 'skip', 0], 'res(norm,flatten/relu),drop', [0, 'skip', 0]],
    [[1, 'body', 0], [0], 'norm,relu,res(flatten/),drop', [0]],
    [[1, 'body', 0], [1, 'body', 2], 'relu,res(flatten,norm/),drop', [1, 'body', 1]],
    [[1], [0], 'res(norm,flatten/),relu,drop', [0]],
  ])('of %j to %j', (path, target, text, now) => {
    const moved = moveTo(stack(BLOCK), path, target);
    expect(moved && [printStack(moved.layers), moved.path]).toEqual([text, now]);
  });

  it('of a block into itself is refused', () => {
    expect(moveTo(stack(BLOCK), [1], [1, 'body', 0])).toBeUndefined();
  });
});

it('removes, duplicates and counts rows', () => {
  expect(printStack(remove(stack(BLOCK), [1, 'body', 1]))).toBe('relu,res(norm/),drop');
  const twice = duplicated(stack('a:relu,norm'), [0]);
  expect([printStack(twice.layers), twice.path]).toEqual(['a:relu,relu,norm', [1]]);
  expect(rowOf(stack(BLOCK), [2])).toBe(4);
});

it('keeps what two kinds share when one becomes the other', () => {
  const [conv, pool] = stack('c:conv8k5p2b0,max3s2p1');
  expect(conv && printStack([withKind(conv, 'linear')])).toBe('c:dense8b0');
  expect(pool && printStack([withKind(pool, 'averagePool2d')])).toBe('avg3s2p1');
  expect(pool && printStack([withKind(pool, 'relu')])).toBe('relu');
});
