import { fill } from '../kit/fill.ts';
import type { StackLayer } from './model.ts';
import type { Words } from './words.ts';

/** "convolution 3 × 3, stride 2": what is as usual goes unsaid. */
export const layerName = ({ kind, kernel, stride, dilation }: StackLayer, words: Words): string =>
  [
    fill(words[kind], { kernel }),
    stride > 1 ? fill(words.stride, { stride }) : '',
    dilation > 1 ? fill(words.dilation, { dilation }) : '',
  ].join('');
