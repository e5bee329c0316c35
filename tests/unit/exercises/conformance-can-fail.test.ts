import { expect, it } from 'vitest';
import paddedSize from '@/exercises/padded-size';
import { valueOfLine } from '../../conformance/arithmetic.ts';
import { draw, faultsOf, writingFaultsOf } from '../../conformance/exercise-faults.ts';

const { en } = paddedSize.words;
const spoilt = (words: Partial<typeof en>) => ({
  ...paddedSize,
  words: { ...paddedSize.words, en: { ...en, ...words } },
});

it('finds nothing in a sound kind', () => {
  const drawn = draw(paddedSize, 7, 1);
  expect(faultsOf(drawn)).toEqual([]);
  expect(writingFaultsOf(drawn)).toEqual([]);
});

it.each<[string, Parameters<typeof draw>[0]]>([
  ['gives the answer', spoilt({ hints: (problem) => ['Go.', en.steps(problem).join(' ')] })],
  ['lack the answer', spoilt({ steps: () => ['Think.', 'Write.'] })],
  ['fewer than two hints', spoilt({ hints: () => ['Go.'] })],
  ['is empty', spoilt({ task: () => ' ' })],
  ['hyphen for a minus', spoilt({ task: () => 'From -3 on.' })],
  ['exclamation', spoilt({ title: 'Go!' })],
  ['broken mark', spoilt({ title: '[input:3' })],
  ['Chinese in English', spoilt({ title: '填充' })],
  ['ends in 0', { ...paddedSize, working: () => ({ lines: [['0']] }) }],
  [
    'do not agree',
    {
      ...paddedSize,
      working: (problem, part, index) => ({
        lines: [['1 + 1'], ...(paddedSize.working({ axes: [], ...problem }, part, index)?.lines ?? [])],
      }),
    },
  ],
])('finds a kind whose writing %s', (fault, kind) => {
  expect(writingFaultsOf(draw(kind, 7, 1)).join('\n')).toContain(fault);
});

it('finds a kind that draws otherwise each time', () => {
  let size = 9;
  const generate = () => {
    size += 1;
    return { axes: [{ input: size, kernel: 3, padding: 2 }] };
  };
  const restless = { ...paddedSize, generate };
  expect(faultsOf(draw(restless, 7, 1)).join('\n')).toContain('another problem for the same seed');
});

it('works out lines of arithmetic', () => {
  expect(valueOfLine('2 × (−1) + 3')).toBe(1);
  expect(valueOfLine('−4 + 0 − 2')).toBe(-6);
  expect(valueOfLine('1,024 / 4 − 2 × 3')).toBe(250);
  expect(valueOfLine('⌊(224 + 2 × 2 − 11) / 4⌋ + 1')).toBe(55);
  expect(valueOfLine('e^2 / 3')).toBeUndefined();
  expect(valueOfLine('(1 + 2')).toBeUndefined();
});
