import type { Answer, Exercise, Part, Working } from './kit/definition.ts';
import { format, input, kernel, output, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { productOf, shapeIn } from './shared/counts.ts';
import { names } from './shared/names.ts';
import { layerText } from './shared/network-layers.ts';
import {
  drawNetwork,
  isPossible,
  type Network,
  slidingOf,
  slidingSize,
  trueShapes,
  trueWalk,
  type WalkRules,
  walkBy,
} from './shared/network-walks.ts';

const partId = (layer: number): string => `layer-${layer + 1}`;

const asAnswer = (shapes: readonly (readonly number[])[]): Answer =>
  Object.fromEntries(shapes.map((shape, layer) => [partId(layer), shape]));

/** The calculation of a height, a width or a flattened length under these rules; nothing where the layer leaves it alone. */
function workingBy(rules: WalkRules, problem: Network, part: string, index: number): Working | undefined {
  const place = problem.layers.findIndex((_, layer) => partId(layer) === part);
  const before = walkBy(rules, problem)[place];
  const layer = problem.layers[place];
  if (before === undefined || layer === undefined) return undefined;
  if (layer.kind === 'flatten') return rules === trueWalk ? productOf(before) : undefined;
  const sliding = slidingOf(layer, before[1] ?? 1);
  return sliding === undefined || index === 0 ? undefined : rules.size(sliding).working;
}

/** A wrong rule that walks through the layers in another way; `undefined` where it makes no difference or no sizes. */
const walks = (changed: Partial<WalkRules>) => {
  const rules = { ...trueWalk, ...changed };
  return {
    answer(problem: Network) {
      const shapes = walkBy(rules, problem).slice(1);
      const differs = JSON.stringify(shapes) !== JSON.stringify(trueShapes(problem));
      return differs && isPossible(shapes) ? asAnswer(shapes) : undefined;
    },
    working: (problem: Network, part: string, index: number) => workingBy(rules, problem, part, index),
  };
};

const exercise: Exercise<Network> = {
  id: 'walk-network',
  lesson: 'shapes',
  levels: [1, 2, 3],

  generate: drawNetwork,

  given: ({ input: start, layers }) => [
    { kind: 'values', items: [{ label: names.inputShape, value: shapeIn(start), role: 'input' }] },
    { kind: 'list', label: { en: 'Layers', zh: '各层' }, items: layers.map(layerText) },
  ],

  parts: (problem) =>
    trueShapes(problem).map((shape, layer): Part => {
      const label = { en: `After layer ${layer + 1}`, zh: `第${layer + 1}层之后` };
      return shape.length === 1
        ? {
            id: partId(layer),
            kind: 'number',
            entry: 'integer',
            label: { en: `${label.en}, length`, zh: `${label.zh}的长度` },
            role: 'output',
          }
        : {
            id: partId(layer),
            kind: 'shape',
            axes: [names.channels, names.height, names.width],
            label,
            role: 'output',
          };
    }),

  solve: (problem) => asAnswer(trueShapes(problem)),

  working: (problem, part, index) => workingBy(trueWalk, problem, part, index),

  misconceptions: {
    'pooling-changes-channels': {
      ...walks({
        channels(layer, channels) {
          if (layer.kind === 'maxPool2d') return channels / 2;
          return trueWalk.channels(layer, channels);
        },
      }),
      words: {
        en: {
          head: 'Pooling does not change the channels.',
          text: () => 'Each channel is pooled by itself. Only the height and the width become smaller.',
        },
        zh: { head: '以为池化会改变通道数。', text: () => '每个通道各自池化，变小的只有高和宽。' },
      },
    },
    'size-kept': {
      ...walks({
        size: (sliding) => {
          const keeps = !sliding.pools && sliding.stride === 1 && sliding.padding === 0;
          return keeps ? { value: sliding.size, working: { lines: [[input(sliding.size)]] } } : slidingSize(sliding);
        },
      }),
      words: {
        en: {
          head: 'A convolution without padding makes the map smaller.',
          text: () =>
            `The window must stay inside, so at stride 1 the size falls by ${K} − 1 for a window of size ${K}.`,
        },
        zh: {
          head: '以为没有填充的卷积不改变大小。',
          text: () => `窗口不能伸出去：步长为1时，大小要减去${K} − 1，${K}是窗口的大小。`,
        },
      },
    },
    'rounded-up': {
      ...walks({ size: (sliding) => slidingSize(sliding, { up: true }) }),
      words: {
        en: {
          head: 'A size was rounded up.',
          text: () => 'A last window that does not fit whole is left out: the division is rounded down.',
        },
        zh: { head: '大小向上取整了。', text: () => '最后一个放不下的窗口要舍去：除法向下取整。' },
      },
    },
    'padding-once': {
      ...walks({ size: (sliding) => slidingSize(sliding, { ring: 1 }) }),
      words: {
        en: { head: 'The padding was counted once.', text: () => 'It is added on both sides, so it counts twice.' },
        zh: { head: '填充只算了一次。', text: () => '两边都要填，所以要算两次。' },
      },
    },
    'padding-ignored': {
      ...walks({ size: (sliding) => slidingSize(sliding, { ring: 0 }) }),
      words: {
        en: {
          head: 'The padding is missing.',
          text: () => 'It makes the input larger on all sides before the window slides.',
        },
        zh: { head: '漏了填充。', text: () => '窗口滑动之前，输入的四边都被填充加大了。' },
      },
    },
    'one-forgotten': {
      ...walks({ size: (sliding) => slidingSize(sliding, { one: 0 }) }),
      words: {
        en: {
          head: 'The + 1 is missing.',
          text: () => 'The division counts the moves of the window. The place where it starts counts too.',
        },
        zh: { head: '漏了加1。', text: () => '除出来的是窗口移动的次数，起点那个位置也要算上。' },
      },
    },
    'stride-ignored': {
      ...walks({ size: (sliding) => slidingSize({ ...sliding, stride: sliding.pools ? sliding.stride : 1 }) }),
      words: {
        en: {
          head: 'The stride of a convolution was ignored.',
          text: () => 'With stride 2 the window moves two squares at a time, so there are about half as many places.',
        },
        zh: { head: '漏了卷积的步长。', text: () => '步长为2时，窗口每次移两格，位置大约只有一半。' },
      },
    },
    'overlap-ignored': {
      ...walks({
        size: (sliding) => slidingSize({ ...sliding, stride: sliding.pools ? sliding.window : sliding.stride }),
      }),
      words: {
        en: {
          head: 'The pooling windows were laid side by side.',
          text: () => 'A window of 3 with stride 2 moves two squares at a time, so the windows overlap.',
        },
        zh: { head: '池化的窗口被并排摆放了。', text: () => '窗口为3、步长为2时，窗口每次只移两格，会有重叠。' },
      },
    },
    'channels-kept': {
      ...walks({ channels: (_, channels) => channels }),
      words: {
        en: {
          head: 'The channels of the input were kept.',
          text: () => 'Every kernel makes one map, so a convolution gives as many channels as it has kernels.',
        },
        zh: { head: '沿用了输入的通道数。', text: () => '一个卷积核产生一张图：卷积有几个卷积核，输出就有几个通道。' },
      },
    },
    'channels-multiplied': {
      ...walks({ channels: (layer, channels) => (layer.kind === 'conv2d' ? channels * layer.outputs : channels) }),
      words: {
        en: {
          head: 'Channels and kernels were multiplied.',
          text: () =>
            'A kernel reads all channels and adds them up into one map. So there are as many maps as kernels.',
        },
        zh: {
          head: '把通道数和卷积核个数相乘了。',
          text: () => '一个卷积核读所有通道，加成一张图。所以有几个卷积核，就有几张图。',
        },
      },
    },
    'channels-not-flattened': {
      ...walks({ length: ([, ...sizes]) => productOf(sizes).value }),
      words: {
        en: { head: 'Only one channel was flattened.', text: () => 'The vector holds the numbers of all channels.' },
        zh: { head: '只展平了一个通道。', text: () => '向量里有所有通道的数。' },
      },
    },
  },

  words: {
    en: {
      title: 'Walk through a network',
      task: ({ layers }) =>
        `The input passes through these layers, one after the other. What is the shape after each?${layers.some(({ kind }) => kind === 'relu') ? ' ReLU sets negative values to 0.' : ''} Where no padding or stride is named, there is no padding and the stride is 1.`,
      hints: (problem) => [
        'A convolution gives as many channels as it has kernels. Pooling and ReLU leave the channels alone, and ReLU the size too.',
        `A window of size ${K} with stride ${S} and padding ${P} turns the size ${I} into ⌊(${I} + 2${P} − ${K}) / ${S}⌋ + 1, where ⌊ ⌋ rounds down.`,
        `After layer 1 there are ${kernels(problem)} channels, and the height is ${lineText(heightWorking(problem, 0), 0)}.`,
      ],
      steps: (problem) => trueShapes(problem).map((shape, layer) => stepText(problem, shape, layer).en),
    },
    zh: {
      title: '走过一个网络',
      task: () => '输入依次经过这些层。每一层之后是什么形状？没有写填充和步长的，就是没有填充，步长为1。',
      hints: (problem) => [
        '卷积有几个卷积核，输出就有几个通道。池化和ReLU不改变通道数，ReLU连大小也不改变。',
        `窗口大小为${K}，步长为${S}，填充为${P}时，大小${I}变成⌊(${I} + 2${P} − ${K}) / ${S}⌋ + 1，⌊ ⌋表示向下取整。`,
        `第1层之后有${kernels(problem)}个通道，高是${lineText(heightWorking(problem, 0), 0)}。`,
      ],
      steps: (problem) => trueShapes(problem).map((shape, layer) => stepText(problem, shape, layer).zh),
    },
  },
};

const [I, K, P, S] = [variable('I'), variable('K'), variable('P'), variable('S')];

const heightWorking = (problem: Network, layer: number): Working =>
  workingBy(trueWalk, problem, partId(layer), 1) ?? { lines: [] };

/** The kernels of the first layer. */
const kernels = ({ layers: [first] }: Network): string => (first?.kind === 'conv2d' ? kernel(first.outputs) : '');

/** What one layer does to the shape. */
function stepText(problem: Network, shape: readonly number[], layer: number) {
  const { kind = 'relu' } = problem.layers[layer] ?? {};
  const [start, result] = [{ en: `Layer ${layer + 1}`, zh: `第${layer + 1}层` }, shapeIn(shape)];
  const [en, zh] = [output(result.en), output(result.zh)];
  const size = workingText(heightWorking(problem, layer));
  if (kind === 'flatten') {
    const length = workingText(workingBy(trueWalk, problem, partId(layer), 0) ?? { lines: [] });
    return {
      en: `${start.en} lays all numbers in one row: ${length}.`,
      zh: `${start.zh}把所有的数排成一行：${length}。`,
    };
  }
  if (kind === 'relu') {
    return { en: `${start.en} (ReLU) leaves the shape as it is: ${en}.`, zh: `${start.zh}（ReLU）不改变形状：${zh}。` };
  }
  return kind === 'conv2d'
    ? {
        en: `${start.en} has ${format(shape[0] ?? 0)} kernels, so ${format(shape[0] ?? 0)} channels; height and width are ${size}: ${en}.`,
        zh: `${start.zh}有${format(shape[0] ?? 0)}个卷积核，所以有${format(shape[0] ?? 0)}个通道；高和宽是${size}：${zh}。`,
      }
    : {
        en: `${start.en} pools and keeps the channels; height and width are ${size}: ${en}.`,
        zh: `${start.zh}是池化，通道数不变；高和宽是${size}：${zh}。`,
      };
}

export default exercise;
