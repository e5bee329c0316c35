import type { Label, SignBlock, ValuesBlock } from '../kit/definition.ts';

/** What is named on nearly every card. */
export const names = {
  input: { en: 'Input', zh: '输入' },
  kernel: { en: 'Kernel', zh: '卷积核' },
  output: { en: 'Output', zh: '输出' },
  outputSize: { en: 'Size of the output', zh: '输出的大小' },
  bias: { en: 'Bias', zh: '偏置' },
  inputShape: { en: 'Input: channels × height × width', zh: '输入：通道数×高×宽' },
  layer: { en: 'Layer', zh: '卷积层' },
  channels: { en: 'channels', zh: '通道数' },
  height: { en: 'height', zh: '高' },
  width: { en: 'width', zh: '宽' },
  scores: { en: 'Scores', zh: '得分' },
  probabilities: { en: 'Probabilities', zh: '概率' },
  temperature: { en: 'Temperature', zh: '温度' },
} as const satisfies Record<string, Label>;

/** The sign of convolution between two grids. */
export const convolved: SignBlock = { kind: 'sign', sign: '∗' };

/** The bias as a block of its own; none where it is 0. */
export const biasBlock = (bias: number): ValuesBlock[] =>
  bias === 0 ? [] : [{ kind: 'values', items: [{ label: names.bias, value: bias, role: 'kernel' }] }];

/** Classes for scores and labels, in order. */
export const classNames: readonly Label[] = [
  { en: 'cat', zh: '猫' },
  { en: 'dog', zh: '狗' },
  { en: 'bird', zh: '鸟' },
  { en: 'ship', zh: '船' },
  { en: 'horse', zh: '马' },
  { en: 'car', zh: '汽车' },
  { en: 'frog', zh: '青蛙' },
  { en: 'plane', zh: '飞机' },
  { en: 'deer', zh: '鹿' },
  { en: 'lorry', zh: '卡车' },
];

/** The name of a class by its index, from 0. */
export const classNamed = (index: number): Label => classNames[index] ?? { en: '', zh: '' };
