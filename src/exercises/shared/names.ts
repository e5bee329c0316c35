import type { Label, SignBlock } from '../kit/definition.ts';

/** What is named on nearly every card. */
export const names = {
  input: { en: 'Input', zh: '输入' },
  kernel: { en: 'Kernel', zh: '卷积核' },
  output: { en: 'Output', zh: '输出' },
  outputSize: { en: 'Size of the output', zh: '输出的大小' },
  bias: { en: 'Bias', zh: '偏置' },
  height: { en: 'height', zh: '高' },
  width: { en: 'width', zh: '宽' },
} as const satisfies Record<string, Label>;

/** The sign of convolution between two grids. */
export const convolved: SignBlock = { kind: 'sign', sign: '∗' };
