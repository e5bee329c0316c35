import type { Translated } from '@/state/locale.ts';

/** What a lesson is about, in a word or two, for lists; also of lessons whose page is not there. */
export interface Topic {
  /** The lesson's slug. */
  readonly slug: string;
  readonly part: number;
  readonly name: Translated;
}

/** In the order of the course: the first is lesson 1. `tests/unit/components/practice.test.ts` holds it to the lessons. */
export const topics: readonly Topic[] = [
  { slug: 'classification', part: 1, name: { en: 'Classification', zh: '分类' } },
  { slug: 'images', part: 1, name: { en: 'Images', zh: '图像' } },
  { slug: 'convolution', part: 2, name: { en: 'Convolution', zh: '卷积' } },
  { slug: 'channels', part: 2, name: { en: 'Channels', zh: '通道' } },
  { slug: 'padding', part: 2, name: { en: 'Padding', zh: '填充' } },
  { slug: 'receptive-field', part: 2, name: { en: 'Receptive field', zh: '感受野' } },
  { slug: 'stride', part: 2, name: { en: 'Stride', zh: '步长' } },
  { slug: 'pooling', part: 2, name: { en: 'Pooling', zh: '池化' } },
  { slug: 'shapes', part: 2, name: { en: 'Shapes', zh: '形状' } },
  { slug: 'dense', part: 3, name: { en: 'Dense layers', zh: '全连接层' } },
  { slug: 'softmax', part: 3, name: { en: 'Softmax', zh: 'softmax' } },
  { slug: 'cross-entropy', part: 3, name: { en: 'Cross-entropy', zh: '交叉熵' } },
  { slug: 'training', part: 3, name: { en: 'Training', zh: '训练' } },
  { slug: 'tricks', part: 4, name: { en: 'ReLU, dropout, normalisation', zh: 'ReLU、dropout、归一化' } },
  { slug: 'alexnet', part: 4, name: { en: 'AlexNet', zh: 'AlexNet' } },
  { slug: 'vgg', part: 4, name: { en: 'VGG', zh: 'VGG' } },
  { slug: 'bottleneck', part: 4, name: { en: '1×1 convolutions', zh: '1×1卷积' } },
  { slug: 'resnet', part: 4, name: { en: 'ResNet', zh: 'ResNet' } },
  { slug: 'conv-vs-dense', part: 5, name: { en: 'Convolution as a matrix', zh: '卷积写成矩阵' } },
  { slug: 'features', part: 5, name: { en: 'Features', zh: '特征' } },
];
