import { describe, expect, it } from 'vitest';
import { sourceOf, stem, vocabularyOf, wordsOf } from '../../../../src/layouts/search/words.ts';

describe('the stem of an English word', () => {
  it.each([
    ['kernel', 'kernels'],
    ['stride', 'strides', 'strided', 'striding'],
    ['pad', 'pads', 'padded', 'padding'],
    ['pool', 'pooled', 'pooling', 'poolings'],
    ['class', 'classes'],
    ['bias', 'biases'],
    ['match', 'matches', 'matched', 'matching'],
    ['box', 'boxes'],
    ['entry', 'entries'],
    ['multiply', 'multiplies', 'multiplied', 'multiplying'],
    ['scale', 'scales', 'scaled', 'scaling'],
    ['zero', 'zeros', 'zeroes'],
    ['fall', 'falls', 'falling'],
    ['convolution', 'convolutions', 'convolutional'],
  ])('is one for %s and its forms', (...forms) => {
    expect(new Set(forms.map(stem)).size, forms.map(stem).join(' ')).toBe(1);
  });

  it('keeps apart what is not a form of one word', () => {
    const words = ['string', 'speed', 'one', 'on', 'image', 'imagine', 'thing', 'this', 'class', 'classic', 'axis'];
    expect(new Set(words.map(stem)).size).toBe(words.length);
    expect(stem('string')).toBe('string');
    expect(stem('speed')).toBe('speed');
  });
});

describe('the words that were typed', () => {
  it.each([
    [' Kernel  Size ', ['kernel', 'size']],
    ['卷积，步长。', ['卷积', '步长']],
    ['“one-hot”', ['one-hot']],
    ['ＲｅＬＵ', ['relu']],
    ['3x3 11*11', ['3×3', '11×11']],
    ['max?', ['max']],
    ['…?!', []],
    ['', []],
  ])('of %j are %j', (typed, words) => expect(wordsOf(typed)).toEqual(words));
});

describe('where a word is found', () => {
  const text = 'Kernels and a kernel of 3 × 3, not 3 × 32 or 13×3. Max-pooling, subkernel. 卷积核ReLU激活';
  const vocabulary = vocabularyOf([text]);
  const found = (word: string) => {
    const source = sourceOf(word, vocabulary);
    return source === undefined ? [] : [...text.matchAll(new RegExp(source, 'giu'))].map(([part]) => part);
  };
  it.each([
    ['kernel', ['Kernels', 'kernel']],
    ['kern', ['Kernels', 'kernel']],
    ['pool', ['pooling']],
    ['relu', ['ReLU']],
    ['卷积', ['卷积']],
    ['积核', ['积核']],
    ['核relu激', ['核ReLU激']],
    ['max-pool', ['Max-pool']],
    ['3×3', ['3 × 3']],
    ['(', []],
    ['\\', []],
    ['a|b', []],
    ['[^x]', []],
    ['unheard', []],
  ])('%s', (word, parts) => expect(found(word)).toEqual(parts));
});
