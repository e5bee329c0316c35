import type { Answer, Exercise, Label } from './kit/definition.ts';
import { format, input, kernel, output } from './kit/text.ts';
import { shapeIn } from './shared/counts.ts';
import {
  type Beliefs,
  drawFaulty,
  type Fault,
  faultBy,
  noFault,
  type Reason,
  reasons,
  shapesUpTo,
  trueBeliefs,
  trueFault,
} from './shared/faulty-networks.ts';
import { names } from './shared/names.ts';
import { layerText } from './shared/network-layers.ts';
import { type Network, slidingOf, slidingSize } from './shared/network-walks.ts';

const layerId = (layer: number): string => (layer < 0 ? 'none' : `layer-${layer + 1}`);
const asAnswer = ({ layer, reason }: Fault): Answer => ({ layer: [layerId(layer)], reason: [reason] });

/** A wrong rule that blames another layer or reason; `undefined` where it comes to the right answer. */
const blames = (fault: (problem: Network) => Fault | undefined) => ({
  answer(problem: Network) {
    const blamed = fault(problem);
    const right = trueFault(problem);
    return blamed === undefined || (blamed.layer === right.layer && blamed.reason === right.reason)
      ? undefined
      : asAnswer(blamed);
  },
});

/** The wrong rule of someone with another belief, who finds a layer to blame. */
const believes = (changed: Partial<Beliefs>) =>
  blames((problem) => {
    const fault = faultBy({ ...trueBeliefs, ...changed }, problem);
    return fault.layer < 0 ? undefined : fault;
  });

/** What each reason says, as an option. */
const reasonNames: Readonly<Record<Reason, Label>> = {
  size: { en: 'its window is larger than what it reads, padding included', zh: '窗口比它读的图（连填充）还大' },
  inputs: { en: 'it was made for another number of channels or inputs', zh: '它的通道数或输入数和读到的不一样' },
  flatten: { en: 'it needs a vector and gets maps', zh: '它要一个向量，得到的却是特征图' },
  maps: { en: 'it needs maps and gets a vector', zh: '它要特征图，得到的却是一个向量' },
  none: { en: 'nothing is wrong', zh: '没有问题' },
};

const layerName = (layer: number): Label => ({ en: `layer ${layer + 1}`, zh: `第${layer + 1}层` });

const exercise: Exercise<Network> = {
  id: 'impossible-layer',
  lesson: 'shapes',
  levels: [1, 2, 3],

  generate: drawFaulty,

  given: ({ input: start, layers }) => [
    { kind: 'values', items: [{ label: names.inputShape, value: shapeIn(start), role: 'input' }] },
    { kind: 'list', label: { en: 'Layers', zh: '各层' }, items: layers.map(layerText) },
  ],

  parts: ({ layers }) => [
    {
      id: 'layer',
      kind: 'choice',
      label: { en: 'First layer that cannot run', zh: '第一个行不通的层' },
      options: [
        ...layers.map((_, layer) => ({ id: layerId(layer), label: layerName(layer) })),
        { id: 'none', label: { en: 'none', zh: '没有' } },
      ],
    },
    {
      id: 'reason',
      kind: 'choice',
      label: { en: 'Why', zh: '原因' },
      options: reasons.map((reason) => ({ id: reason, label: reasonNames[reason] })),
    },
  ],

  solve: (problem) => asAnswer(trueFault(problem)),

  working: () => undefined,

  misconceptions: {
    'layer-after': {
      ...blames((problem) => {
        const { layer, reason } = trueFault(problem);
        return layer < 0 || layer + 1 >= problem.layers.length ? undefined : { layer: layer + 1, reason };
      }),
      words: {
        en: {
          head: 'That is the layer after it.',
          text: () => 'A layer fails by what it reads, the output of the layer before. Compare each layer with that.',
        },
        zh: { head: '这是它后面的一层。', text: () => '一层行不行，要看它读到的，也就是前一层的输出。逐层对一对。' },
      },
    },
    'nothing-wrong': {
      ...blames(() => noFault),
      words: {
        en: {
          head: 'One of the layers cannot run.',
          text: (problem) => `Follow the shape from layer to layer: layer 1 gives ${afterFirst(problem).en}.`,
        },
        zh: {
          head: '漏掉了行不通的那一层。',
          text: (problem) => `一层一层跟着形状走：第1层输出${afterFirst(problem).zh}。`,
        },
      },
    },
    'depth-equals-kernels': {
      ...believes({
        inputsFit: (layer, gets) =>
          layer.kind === 'conv2d' ? layer.inputs === layer.outputs : trueBeliefs.inputsFit(layer, gets),
      }),
      words: {
        en: {
          head: 'The number of kernels is free.',
          text: () =>
            'The channels of a kernel must be those of what it reads. How many kernels there are only decides how many channels come out.',
        },
        zh: {
          head: '以为卷积核的个数也要和输入相等。',
          text: () => '卷积核的通道数要等于它读的通道数；个数只决定输出有几个通道。',
        },
      },
    },
    'pooling-changes-channels': {
      ...believes({
        channels: (layer, channels) =>
          layer.kind === 'maxPool2d' ? channels / 2 : trueBeliefs.channels(layer, channels),
      }),
      words: {
        en: {
          head: 'Pooling does not change the channels.',
          text: () => 'Each channel is pooled by itself; only the height and the width become smaller.',
        },
        zh: { head: '以为池化会改变通道数。', text: () => '每个通道各自池化，变小的只有高和宽。' },
      },
    },
    'size-kept': {
      ...believes({
        size: (sliding) => {
          const { value, working } = slidingSize(sliding);
          return { value: sliding.pools || sliding.stride > 1 ? value : sliding.size, working };
        },
      }),
      words: {
        en: {
          head: 'A convolution without enough padding makes the map smaller.',
          text: () => 'The height and the width fall with every such layer. Work them out one after the other.',
        },
        zh: { head: '以为填充不够的卷积不改变大小。', text: () => '每经过这样一层，高和宽都会变小。一层一层算下去。' },
      },
    },
    'padding-forgotten': {
      ...believes({ windowFits: ({ size, window }) => window <= size }),
      words: {
        en: {
          head: 'The padding was forgotten.',
          text: () => 'A window may be larger than the map, if it fits into the map with its padding.',
        },
        zh: { head: '漏了填充。', text: () => '窗口可以比图大，只要放得进加上填充以后的图。' },
      },
    },
    'rest-is-an-error': {
      ...believes({
        windowFits: (sliding) => {
          const room = sliding.size + 2 * sliding.padding - sliding.window;
          return room >= 0 && room % sliding.stride === 0;
        },
      }),
      words: {
        en: {
          head: 'A division with a remainder is no fault.',
          text: () => 'The last window that does not fit is left out: the size is rounded down, and the layer runs.',
        },
        zh: { head: '把除不尽当成了错误。', text: () => '最后一个放不下的窗口舍去，大小向下取整，这一层照样能用。' },
      },
    },
    'window-blamed': {
      ...blames((problem) => {
        const { layer } = trueFault(problem);
        return layer < 0 ? undefined : { layer, reason: 'size' };
      }),
      words: {
        en: {
          head: 'The layer is right, but its window is not the problem.',
          text: (problem) => faultText(problem).en,
        },
        zh: { head: '层找对了，但问题不在窗口。', text: (problem) => faultText(problem).zh },
      },
    },
  },

  words: {
    en: {
      title: 'Find the impossible layer',
      task: ({ layers }) =>
        `The input is meant to pass through these layers, one after the other. Which is the first layer that cannot run, and why? Perhaps all of them can.${layers.some(({ kind }) => kind === 'relu') ? ' ReLU sets negative values to 0.' : ''} Kernels are given as channels × height × width; where no padding or stride is named, there is no padding and the stride is 1.`,
      hints: (problem) => [
        'Follow the shape from layer to layer. Compare the channels of each kernel with those it reads, and its window with the size.',
        'Pooling keeps the channels. Every convolution gives as many channels as it has kernels. A dense layer needs one flat vector, as long as its inputs say.',
        `Layer 1 gives ${afterFirst(problem).en}. Go on from there.`,
      ],
      steps: (problem) => [
        ...shapesUpTo(problem, trueFault(problem)).map((shape, place) => shapeText(shape, place).en),
        faultText(problem).en,
      ],
    },
    zh: {
      title: '找出行不通的层',
      task: () =>
        '输入要依次经过这些层。第一个行不通的是哪一层，为什么？也可能每一层都行得通。卷积核写成通道数×高×宽；没有写填充和步长的，就是没有填充，步长为1。',
      hints: (problem) => [
        '一层一层跟着形状走：卷积核的通道数和读到的一样吗？窗口放得下吗？',
        '池化不改变通道数；卷积有几个卷积核，就输出几个通道。全连接层要一个展平的向量，长度等于它的输入数。',
        `第1层输出${afterFirst(problem).zh}，接着往下算。`,
      ],
      steps: (problem) => [
        ...shapesUpTo(problem, trueFault(problem)).map((shape, place) => shapeText(shape, place).zh),
        faultText(problem).zh,
      ],
    },
  },
};

/** What comes out of the first layer, which is never the one that cannot be. */
const afterFirst = (problem: Network): Label => shapeIn(shapesUpTo(problem, trueFault(problem))[1] ?? problem.input);

const shapeText = (shape: readonly number[], place: number): Label => ({
  en: `${place === 0 ? 'The input is' : `After layer ${place}:`} ${output(shapeIn(shape).en)}.`,
  zh: `${place === 0 ? '输入是' : `第${place}层之后：`}${output(shapeIn(shape).zh)}。`,
});

/** Why the layer cannot be, with its numbers; or that all can. */
function faultText(problem: Network): Label {
  const fault = trueFault(problem);
  const layer = problem.layers[fault.layer];
  const shape = shapesUpTo(problem, fault).at(-1) ?? [];
  const sliding = layer && slidingOf(layer, shape[1] ?? 1);
  if (layer === undefined) {
    return { en: 'Every layer fits what it reads: all of them can be.', zh: '每一层都和读到的对得上：全都行得通。' };
  }
  const name = { en: `Layer ${fault.layer + 1}`, zh: `第${fault.layer + 1}层` };
  if (fault.reason === 'size') {
    const [window, rim] = [format(sliding?.window ?? 1), sliding?.padding ?? 0];
    const size = format((shape[1] ?? 1) + 2 * rim);
    return {
      en: `${name.en} has a window of ${kernel(`${window} × ${window}`)}, but ${rim > 0 ? 'with its padding ' : ''}it reads only ${input(`${size} × ${size}`)}: it cannot run.`,
      zh: `${name.zh}的窗口是${kernel(`${window}×${window}`)}，可它读的图${rim > 0 ? '连填充' : ''}只有${input(`${size}×${size}`)}：行不通。`,
    };
  }
  if (fault.reason === 'inputs') {
    const made = format('inputs' in layer ? (layer.inputs ?? 0) : 0);
    const gets = format(shape[0] ?? 0);
    return layer.kind === 'conv2d'
      ? {
          en: `The kernels of ${name.en.toLowerCase()} have ${kernel(made)} ${made === '1' ? 'channel' : 'channels'}, but it reads ${input(gets)}: it cannot run.`,
          zh: `${name.zh}的卷积核有${kernel(made)}个通道，读到的却是${input(gets)}个：行不通。`,
        }
      : {
          en: `${name.en} was made for ${kernel(made)} inputs, but it reads ${input(gets)} numbers: it cannot run.`,
          zh: `${name.zh}要${kernel(made)}个输入，读到的却是${input(gets)}个数：行不通。`,
        };
  }
  const maps = shapeIn(shape);
  return fault.reason === 'flatten'
    ? {
        en: `${name.en} is dense and needs one vector, but it reads the maps ${input(maps.en)}: they must be flattened first.`,
        zh: `${name.zh}是全连接层，要一个向量，读到的却是${input(maps.zh)}的特征图：要先展平。`,
      }
    : {
        en: `${name.en} slides a window over maps, but it reads a flattened vector of ${input(maps.en)}: there are no rows and columns any more.`,
        zh: `${name.zh}的窗口要在特征图上滑动，读到的却是展平后的${input(maps.zh)}个数：已经没有行和列了。`,
      };
}

export default exercise;
