import { bothOf, type Layer, type PairOption } from '../../core/index.ts';
import { sizes } from '../../i18n/quantities.ts';
import type { Locale, Translated } from '../../state/locale.ts';

const words = {
  en: {
    comma: ', ',
    gap: ' ',
    conv2d: 'convolution',
    maxPool2d: 'max pooling',
    averagePool2d: 'average pooling',
    adaptiveAveragePool2d: 'adaptive average pooling to',
    linear: 'dense layer',
    batchNorm2d: 'batch normalisation',
    relu: 'ReLU',
    dropout: 'dropout while training, rate',
    flatten: 'flatten',
    identity: 'addition: body + input',
    projection: 'addition: body + skip',
    stride: 'stride',
    padding: 'padding',
    dilation: 'dilation',
    groups: 'groups:',
    noBias: 'no bias',
  },
  zh: {
    comma: '，',
    gap: '',
    conv2d: '卷积',
    maxPool2d: '最大池化',
    averagePool2d: '平均池化',
    adaptiveAveragePool2d: '自适应平均池化到',
    linear: '全连接层',
    batchNorm2d: '批归一化',
    relu: 'ReLU',
    dropout: 'dropout，仅训练时，比例',
    flatten: '展平',
    identity: '相加：主路＋输入',
    projection: '相加：主路＋跳跃连接',
    stride: '步长',
    padding: '填充',
    dilation: '膨胀率',
    groups: '分组',
    noBias: '无偏置',
  },
} satisfies Translated<Record<string, string>>;

/** What a layer does, in a few words: "convolution 5 × 5, padding 2". Settings at PyTorch's defaults are left out. */
export function layerText(layer: Layer, locale: Locale): string {
  const t = words[locale];
  const size = (option: PairOption) => sizes(bothOf(option), locale);
  const setting = (name: string, option: PairOption | undefined, standard: number) => {
    const [rows, columns] = bothOf(option ?? standard);
    if (rows === standard && columns === standard) return [];
    return [`${name}${t.gap}${rows === columns ? rows : sizes([rows, columns], locale)}`];
  };
  switch (layer.kind) {
    case 'conv2d':
      return [
        `${t.conv2d}${t.gap}${size(layer.kernel)}`,
        ...setting(t.stride, layer.stride, 1),
        ...setting(t.padding, layer.padding, 0),
        ...setting(t.dilation, layer.dilation, 1),
        ...setting(t.groups, layer.groups, 1),
        ...(layer.bias === false ? [t.noBias] : []),
      ].join(t.comma);
    case 'maxPool2d':
    case 'averagePool2d':
      return [
        `${t[layer.kind]}${t.gap}${size(layer.window)}`,
        ...setting(t.stride, layer.stride ?? layer.window, 1),
        ...setting(t.padding, layer.padding, 0),
      ].join(t.comma);
    case 'adaptiveAveragePool2d':
      return `${t.adaptiveAveragePool2d}${t.gap}${size(layer.outputSize)}`;
    case 'dropout':
      return `${t.dropout}${t.gap}${layer.rate ?? 0.5}`;
    case 'residual':
      return layer.skip.length === 0 ? t.identity : t.projection;
    default:
      return t[layer.kind];
  }
}
