import { bothOf, type Conv2dLayer, type LinearLayer, type PairOption, type Pool2dLayer } from '../../core/index.ts';
import type { Label } from '../kit/definition.ts';
import { input, kernel, padding } from '../kit/text.ts';
import { shapeIn } from './counts.ts';

/** The layers that networks of exercises are made of, as `describeNetwork` takes them. */
export type NetworkLayer =
  | Conv2dLayer
  | Pool2dLayer
  | LinearLayer
  | { readonly kind: 'relu' | 'flatten' }
  | { readonly kind: 'adaptiveAveragePool2d'; readonly outputSize: 1 };

/** One side of a square setting. */
export const side = (option: PairOption | undefined, absent: number): number => bothOf(option ?? absent)[0];

/** The settings that are not PyTorch's own: `, padding 1, stride 2`. */
function settings(layer: Conv2dLayer | Pool2dLayer): Label {
  const [rim, step] = [side(layer.padding, 0), side(layer.stride, 1)];
  const groups = layer.kind === 'conv2d' ? (layer.groups ?? 1) : 1;
  return {
    en: `${rim === 0 ? '' : `, padding ${padding(rim)}`}${step === 1 ? '' : `, stride ${step}`}${groups === 1 ? '' : `, ${groups} groups`}`,
    zh: `${rim === 0 ? '' : `，填充${padding(rim)}`}${step === 1 ? '' : `，步长${step}`}${groups === 1 ? '' : `，分${groups}组`}`,
  };
}

/** The kernels of a convolution in words: `8 kernels of 3 × 3, padding 1`. */
export function kernelsText(layer: Conv2dLayer): Label {
  const size = side(layer.kernel, 1);
  const shape = shapeIn(layer.inputs === undefined ? [size, size] : [layer.inputs, size, size]);
  const more = settings(layer);
  return {
    en: `${layer.outputs} kernels of ${kernel(shape.en)}${more.en}`,
    zh: `${layer.outputs}个${kernel(shape.zh)}的卷积核${more.zh}`,
  };
}

/** A layer in words. A convolution that says what it was made for shows its kernels' channels too, a dense layer its inputs. */
export function layerText(layer: NetworkLayer): Label {
  switch (layer.kind) {
    case 'conv2d': {
      const text = kernelsText(layer);
      return { en: `convolution: ${text.en}`, zh: `卷积：${text.zh}` };
    }
    case 'maxPool2d':
    case 'averagePool2d': {
      const window = side(layer.window, 1);
      const more = settings({ ...layer, stride: layer.stride ?? window });
      const name = layer.kind === 'maxPool2d' ? { en: 'max', zh: '最大' } : { en: 'average', zh: '平均' };
      return {
        en: `${name.en} pooling: window ${window} × ${window}${more.en}`,
        zh: `${name.zh}池化：窗口${window}×${window}${more.zh}`,
      };
    }
    case 'linear':
      return layer.inputs === undefined
        ? { en: `dense layer: ${layer.outputs} outputs`, zh: `全连接层：${layer.outputs}个输出` }
        : {
            en: `dense layer: ${input(layer.inputs)} inputs, ${layer.outputs} outputs`,
            zh: `全连接层：${input(layer.inputs)}个输入，${layer.outputs}个输出`,
          };
    case 'adaptiveAveragePool2d':
      return { en: 'global average pooling', zh: '全局平均池化' };
    case 'relu':
      return { en: 'ReLU', zh: 'ReLU' };
    case 'flatten':
      return { en: 'flatten', zh: '展平' };
  }
}
