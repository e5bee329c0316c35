import { describeNetwork, sizeOf } from '../core/index.ts';
import type { Exercise } from './kit/definition.ts';
import { format, output } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import { countPart, productOf, shapeIn } from './shared/counts.ts';
import {
  countsOf,
  drawLayer,
  kernelShape,
  type LayerMacs,
  layerOf,
  miscounted,
  sizeOfOutput,
  twofold,
  workingOf,
} from './shared/layer-counts.ts';
import { names } from './shared/names.ts';
import { kernelsText } from './shared/network-layers.ts';

const exercise: Exercise<LayerMacs> = {
  id: 'layer-macs',
  lesson: 'shapes',
  levels: [1, 2, 3],

  generate: drawLayer,

  given: (problem) => [
    {
      kind: 'values',
      items: [
        { label: names.inputShape, value: shapeIn(problem.input), role: 'input' },
        { label: names.layer, value: kernelsText(layerOf(problem)) },
        { label: { en: 'Biases', zh: '偏置' }, value: { en: 'one for each kernel', zh: '每个卷积核一个' } },
      ],
    },
  ],

  parts: () => [
    { ...countPart('values', { en: 'Values of the output', zh: '输出的数值个数' }), role: 'output' },
    countPart('parameters', { en: 'Parameters', zh: '参数' }),
    { ...countPart('macs', { en: 'MACs', zh: '乘加次数' }), role: 'product' },
  ],

  solve(problem) {
    const [layer] = describeNetwork([layerOf(problem)], problem.input).layers;
    return { values: [sizeOf(layer?.shape ?? [])], parameters: [layer?.parameters], macs: [layer?.macs] };
  },

  working: (problem, part) => workingOf(countsOf(problem), part),

  misconceptions: {
    'output-size-forgotten': {
      ...miscounted((problem) => ({ macs: productOf([problem.kernels, ...kernelShape(problem)]) })),
      words: {
        en: {
          head: 'The multiply-adds were counted at a single place.',
          text: (problem) =>
            `The window stops at ${places(problem)} places, and every weight is used again at each of them.`,
        },
        zh: {
          head: '只算了一个位置的乘加。',
          text: (problem) => `窗口要停${places(problem)}个位置，在每个位置上，每个权重都要再用一次。`,
        },
      },
    },
    'parameters-for-macs': {
      ...miscounted((_, right) => ({ macs: right.parameters })),
      words: {
        en: {
          head: 'Parameters were taken for multiply-adds.',
          text: () =>
            'Parameters are numbers that are stored once. Multiply-adds are what is done with them, at every place of the window.',
        },
        zh: {
          head: '把参数个数当成了乘加次数。',
          text: () => '参数是存下来的数，只存一份；乘加是用它们做的运算，窗口的每个位置都要做。',
        },
      },
    },
    'bias-as-mac': {
      ...miscounted((problem, right) => {
        const [one, each] = [right.values.value, sizeOf(kernelShape(problem))];
        return {
          macs: {
            value: one * (each + 1),
            lines: [
              [format(one), `× (${format(each)} + 1)`],
              [format(one), `× ${format(each + 1)}`],
              [format(one * (each + 1))],
            ],
          },
        };
      }),
      words: {
        en: {
          head: 'The bias was counted as a multiply-add.',
          text: () => 'A multiply-add belongs to a weight. The bias is only added, and is not counted.',
        },
        zh: { head: '偏置也算成了一次乘加。', text: () => '一次乘加对应一个权重；偏置只是加上去，不计入。' },
      },
    },
    'input-size-taken': {
      ...miscounted((problem) => {
        const size = problem.input[1];
        return size === sizeOfOutput(problem).value ? undefined : { macs: countsOf(problem, size).macs };
      }),
      words: {
        en: {
          head: 'The size of the input was taken.',
          text: (problem) =>
            `A sum is made for every value of the output: it is ${sizeOfOutput(problem).value} high and wide.`,
        },
        zh: {
          head: '用了输入的大小。',
          text: (problem) => `输出的每个数值各算一个和：输出的高和宽是${sizeOfOutput(problem).value}。`,
        },
      },
    },
    'depth-forgotten': {
      ...miscounted((problem) => {
        if (kernelShape(problem)[0] === 1) return undefined;
        const { parameters, macs } = countsOf(problem, undefined, [1, problem.kernel, problem.kernel]);
        return { parameters, macs };
      }),
      words: {
        en: {
          head: 'The kernel has no depth.',
          text: (problem) =>
            `A kernel has a plane of weights for every channel that it reads: ${kernelShape(problem)[0]} of them.`,
        },
        zh: {
          head: '卷积核漏了通道数。',
          text: (problem) => `卷积核读几个通道，就有几张权重：这里是${kernelShape(problem)[0]}张。`,
        },
      },
    },
    'groups-ignored': {
      ...miscounted((problem) => {
        if (problem.groups === 1) return undefined;
        const { parameters, macs } = countsOf(problem, undefined, kernelShape({ ...problem, groups: 1 }));
        return { parameters, macs };
      }),
      words: {
        en: {
          head: 'The groups were ignored.',
          text: ({ input: [channels], groups }) =>
            `The ${channels} channels are dealt out to ${groups} groups: each kernel reads only those of its own, ${channels} / ${groups} = ${channels / groups}.`,
        },
        zh: {
          head: '漏了分组。',
          text: ({ input: [channels], groups }) =>
            `${channels}个通道分成${groups}组，一个卷积核只读自己那一组的${channels} / ${groups} = ${channels / groups}个。`,
        },
      },
    },
    'bias-forgotten': {
      ...miscounted((problem) => ({ parameters: productOf([problem.kernels, ...kernelShape(problem)]) })),
      words: {
        en: {
          head: 'The biases are missing.',
          text: () => 'Parameters are the weights and the biases, one bias for each kernel.',
        },
        zh: { head: '漏了偏置。', text: () => '参数包括权重和偏置，每个卷积核一个偏置。' },
      },
    },
    'one-map': {
      ...miscounted((problem) => {
        const size = sizeOfOutput(problem).value;
        return { values: productOf([size, size]), macs: twofold([size, size], kernelShape(problem)) };
      }),
      words: {
        en: {
          head: 'Only one map was counted.',
          text: ({ kernels }) => `Every kernel makes a map of its own: there are ${kernels}.`,
        },
        zh: { head: '只算了一张图。', text: ({ kernels }) => `每个卷积核各产生一张图，一共${kernels}张。` },
      },
    },
    'counted-twice': {
      ...miscounted((_, { macs }) => ({
        macs: { value: 2 * macs.value, lines: [['2', `× ${format(macs.value)}`], [format(2 * macs.value)]] },
      })),
      words: {
        en: {
          head: 'Multiplications and additions were counted separately.',
          text: () => 'One multiply-add (MAC) is a product together with its addition to the sum.',
        },
        zh: { head: '乘法和加法分开算了。', text: () => '一次乘加（MAC）是一个乘积连同把它加进和里，合起来算一次。' },
      },
    },
    'padding-ignored': {
      ...miscounted((problem) => {
        if (problem.padding === 0) return undefined;
        const size = sizeOfOutput({ ...problem, padding: 0 }).value;
        return size === sizeOfOutput(problem).value ? undefined : countsOf(problem, size);
      }),
      words: {
        en: {
          head: 'The padding is missing.',
          text: (problem) => `With it the output is ${workingText(sizeOfOutput(problem).working)} high and wide.`,
        },
        zh: {
          head: '漏了填充。',
          text: (problem) => `加上填充，输出的高和宽是${workingText(sizeOfOutput(problem).working)}。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'Values, parameters, multiply-adds',
      task: (problem) =>
        `How many values does the output of this layer have, how many parameters does the layer have (weights and biases), and how many multiply-adds (MACs) does it cost? One MAC is a product that is added to a sum; biases do not count as MACs. Where no padding or stride is named, there is no padding and the stride is 1.${problem.groups > 1 ? ' The groups share out the channels and the kernels evenly; a kernel reads only the channels of its own group.' : ''}`,
      hints: (problem) => [
        'First find the shape of the output: one channel for each kernel.',
        `A kernel ${problem.groups === 1 ? 'reads all channels' : 'reads the channels of its own group'}. Each value of the output costs as many MACs as a kernel has weights.`,
        `The output is ${lineText(sizeOfOutput(problem).working, 0)} high and wide, and a kernel has ${lineText(productOf(kernelShape(problem)), 0)} weights.`,
      ],
      steps: (problem) => [
        `The output is ${workingText(sizeOfOutput(problem).working)} high and wide, with ${problem.kernels} channels: ${workingText(countsOf(problem).values)} values.`,
        `${problem.groups === 1 ? 'A kernel has' : `A kernel reads ${problem.input[0]} / ${problem.groups} = ${problem.input[0] / problem.groups} channels. It has`} ${workingText(productOf(kernelShape(problem)))} weights.`,
        `All weights and a bias for each kernel: ${workingText(countsOf(problem).parameters)} parameters.`,
        `Each value costs one MAC for each weight of its kernel: ${workingText(countsOf(problem).macs)}. So there are ${output(countsOf(problem).macs.value)} MACs.`,
      ],
    },
    zh: {
      title: '数值、参数和乘加次数',
      task: () =>
        '这一层的输出有多少个数值？这一层有多少个参数（权重加偏置）？要做多少次乘加（MAC）？一次乘加，是算一个乘积并加进和里；偏置不算乘加。没有写填充和步长的，就是没有填充，步长为1。',
      hints: (problem) => [
        '先求输出的形状：一个卷积核一个通道。',
        `一个卷积核${problem.groups === 1 ? '读所有通道' : '只读自己那一组的通道'}。卷积核有几个权重，输出的每个数值就要几次乘加。`,
        `输出的高和宽是${lineText(sizeOfOutput(problem).working, 0)}，一个卷积核有${lineText(productOf(kernelShape(problem)), 0)}个权重。`,
      ],
      steps: (problem) => [
        `输出的高和宽是${workingText(sizeOfOutput(problem).working)}，有${problem.kernels}个通道，一共${workingText(countsOf(problem).values)}个数值。`,
        `一个卷积核${problem.groups === 1 ? '' : `读${problem.input[0]} / ${problem.groups} = ${problem.input[0] / problem.groups}个通道，`}有${workingText(productOf(kernelShape(problem)))}个权重。`,
        `所有权重，再加上每个卷积核的偏置，参数是${workingText(countsOf(problem).parameters)}个。`,
        `输出的每个数值，对卷积核的每个权重做一次乘加：${workingText(countsOf(problem).macs)}，所以是${output(countsOf(problem).macs.value)}次。`,
      ],
    },
  },
};

/** How many places the window has. */
const places = (problem: LayerMacs): string => {
  const size = sizeOfOutput(problem).value;
  return workingText(productOf([size, size]));
};

export default exercise;
