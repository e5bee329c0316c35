import type { Exercise, GridPart, Label, Working } from './kit/definition.ts';
import { format, variable } from './kit/text.ts';
import { lineText, workingText } from './kit/working.ts';
import {
  asAnswer,
  differs,
  dilated,
  drawStack,
  layerKinds,
  pools,
  type Stack,
  stepsAcross,
  stepsText,
  strides,
  trueWorking,
  truth,
  wrongly,
} from './shared/seeing.ts';

const gridPart = (id: string, label: Label, layers: number): GridPart => ({
  id,
  kind: 'grid',
  rows: 1,
  columns: layers,
  entry: 'integer',
  role: 'output',
  label,
  columnNames: Array.from({ length: layers }, (_, index) => ({ en: `Layer ${index + 1}`, zh: `第${index + 1}层` })),
});

const exercise: Exercise<Stack> = {
  id: 'receptive-field',
  lesson: 'receptive-field',
  levels: [1, 2, 3],

  generate: drawStack,

  given: (problem) => [
    {
      kind: 'table',
      label: { en: 'The layers, one after another', zh: '各层，从前到后' },
      heads: [
        { en: 'Layer', zh: '层' },
        { en: 'Kind', zh: '种类' },
        { en: `Window ${variable('K')}`, zh: `窗口${variable('K')}` },
        { en: `Stride ${variable('S')}`, zh: `步长${variable('S')}` },
        ...(dilated(problem) ? [{ en: `Dilation ${variable('D')}`, zh: `膨胀率${variable('D')}` }] : []),
      ],
      rows: problem.layers.map(({ kind, kernel, stride, dilation }, index) => [
        index + 1,
        layerKinds[kind],
        kernel,
        stride,
        ...(dilated(problem) ? [dilation] : []),
      ]),
    },
  ],

  parts: ({ layers }) => [
    gridPart('fields', { en: 'Receptive field', zh: '感受野' }, layers.length),
    gridPart('jumps', { en: 'Jump', zh: '间距' }, layers.length),
  ],

  solve: (problem) => asAnswer(truth(problem)),

  working: trueWorking,

  misconceptions: {
    'kernels-added': {
      ...wrongly({
        start: 0,
        field: (before, layer) => before.receptiveField + stepsAcross(layer) + 1,
        grown: (_, layer) => [`+ ${format(stepsAcross(layer) + 1)}`],
      }),
      words: {
        en: {
          head: 'The sizes of the windows were added.',
          text: () =>
            `Neighbouring windows overlap: a window of ${variable('K')} cells adds ${variable('K')} − 1 steps to what one cell sees, and each step is as long as the jump.`,
        },
        zh: {
          head: '把窗口的大小直接加起来了。',
          text: () =>
            `相邻的窗口有重叠：${variable('K')}格的窗口，在一格所见之外只多走${variable('K')} − 1步，每一步的长度就是间距。`,
        },
      },
    },
    'kernels-multiplied': {
      ...wrongly({
        field: (before, layer) => before.receptiveField * (stepsAcross(layer) + 1),
      }),
      words: {
        en: {
          head: 'The sizes of the windows were multiplied.',
          text: () => 'Neighbouring cells see nearly the same pixels, so a layer only adds what sticks out.',
        },
        zh: {
          head: '把窗口的大小乘起来了。',
          text: () => '相邻的格子看到的像素大多相同，每一层只加上多出来的那些。',
        },
      },
    },
    'own-window-only': {
      ...wrongly({ field: (_, layer) => stepsAcross(layer) + 1 }),
      words: {
        en: {
          head: 'That is what each layer sees of the layer before it.',
          text: () => 'The question is how much of the picture it sees, through all the layers before it.',
        },
        zh: { head: '这只是每一层在上一层里看到的。', text: () => '题目问的是隔着前面所有的层，在图上能看到多少。' },
      },
    },
    'strides-ignored': {
      ...wrongly({
        applies: strides,
        field: (before, layer) => before.receptiveField + stepsAcross(layer),
        jump: () => 1,
        grown: (_, layer) => [`+ ${stepsText(layer)}`, '× 1'],
      }),
      words: {
        en: {
          head: 'The strides were ignored.',
          text: () =>
            'After a stride of 2, neighbouring cells look twice as far apart, so all later windows reach twice as far.',
        },
        zh: {
          head: '漏了步长。',
          text: () => '步长为2的一层之后，相邻两格在图上的间距加倍，后面的窗口也就看得加倍远。',
        },
      },
    },
    'jump-not-used': {
      ...wrongly(
        differs({
          field: (before, layer) => before.receptiveField + stepsAcross(layer),
          grown: (_, layer) => [`+ ${stepsText(layer)}`],
        }),
      ),
      words: {
        en: {
          head: 'The jump was not used for the receptive field.',
          text: () => 'A step from cell to cell is not one pixel but as many pixels as the jump of the layer before.',
        },
        zh: {
          head: '算感受野时没有用上间距。',
          text: () => '走一格，在图上不是走一个像素，而是走上一层的间距那么多。',
        },
      },
    },
    'stride-too-early': {
      ...wrongly({
        applies: strides,
        field: (before, layer, jump) => before.receptiveField + stepsAcross(layer) * jump,
        grown: (_, layer, jump) => [`+ ${stepsText(layer)}`, `× ${format(jump)}`],
      }),
      words: {
        en: {
          head: 'A layer’s own stride was used too early.',
          text: () =>
            'The window of a layer lies on the cells of the layer before it, so it takes their jump. Its own stride counts from the next layer on.',
        },
        zh: {
          head: '这一层自己的步长用早了。',
          text: () => '窗口放在上一层的格子上，所以用上一层的间距；自己的步长从下一层才起作用。',
        },
      },
    },
    'one-not-subtracted': {
      ...wrongly({
        field: (before, layer) => before.receptiveField + (stepsAcross(layer) + 1) * before.jump,
        grown: (before, layer) => [`+ ${format(stepsAcross(layer) + 1)}`, `× ${format(before.jump)}`],
      }),
      words: {
        en: {
          head: 'One step too many in each layer.',
          text: () =>
            `From the first cell of a window to its last it is ${variable('K')} − 1 steps: the first is there already.`,
        },
        zh: {
          head: '每一层都多走了一步。',
          text: () => `从窗口的第一格到最后一格是${variable('K')} − 1步：第一格本来就在那里。`,
        },
      },
    },
    'jumps-added': {
      ...wrongly(
        differs({
          field: (before, layer) => before.receptiveField + stepsAcross(layer) * before.jump,
          jump: (before, layer, isFirst) => (isFirst ? layer.stride : before.jump + layer.stride),
          grown: (before, layer) => [`+ ${stepsText(layer)}`, `× ${format(before.jump)}`],
        }),
      ),
      words: {
        en: {
          head: 'The strides were added.',
          text: () => 'A stride of 2 doubles whatever jump there was before: strides are multiplied.',
        },
        zh: { head: '把步长加起来了。', text: () => '步长2会让原来的间距加倍，所以步长要相乘。' },
      },
    },
    'last-stride-only': {
      ...wrongly(
        differs({
          field: (before, layer) => before.receptiveField + stepsAcross(layer) * before.jump,
          jump: (_, layer) => layer.stride,
          grown: (before, layer) => [`+ ${stepsText(layer)}`, `× ${format(before.jump)}`],
        }),
      ),
      words: {
        en: {
          head: 'Only the last stride was taken for the jump.',
          text: () => 'The jump counts pixels of the picture: the strides of all layers so far, multiplied.',
        },
        zh: { head: '间距只取了最近一层的步长。', text: () => '间距数的是图上的像素：到这一层为止，所有步长相乘。' },
      },
    },
    'pooling-skipped': {
      ...wrongly({
        applies: pools,
        field: (before, layer) =>
          layer.kind === 'pooling' ? before.receptiveField : before.receptiveField + stepsAcross(layer) * before.jump,
        jump: (before, layer) => (layer.kind === 'pooling' ? before.jump : before.jump * layer.stride),
      }),
      words: {
        en: {
          head: 'The pooling layer was passed over.',
          text: () => 'It has no weights, but it has a window and a stride, and these are all that counts here.',
        },
        zh: { head: '跳过了池化层。', text: () => '它没有权重，但有窗口和步长，而这里只看窗口和步长。' },
      },
    },
    'dilation-ignored': {
      ...wrongly({
        applies: dilated,
        field: (before, layer) => before.receptiveField + (layer.kernel - 1) * before.jump,
        grown: (before, layer) => [`+ (${layer.kernel} − 1)`, `× ${format(before.jump)}`],
      }),
      words: {
        en: {
          head: 'The dilation was ignored.',
          text: () =>
            `Neighbouring weights lie ${variable('D')} cells apart, so from the first to the last it is ${variable('D')} × (${variable('K')} − 1) steps.`,
        },
        zh: {
          head: '漏了膨胀率。',
          text: () =>
            `相邻的权重相距${variable('D')}格，从第一个到最后一个要走${variable('D')} × (${variable('K')} − 1)步。`,
        },
      },
    },
  },

  words: {
    en: {
      title: 'How much does it see?',
      task: (problem) =>
        `The layers follow one another. How many pixels of the picture, along one direction, does one cell of each layer see (its receptive field)? And how many pixels apart do two neighbouring cells of it look (the jump)?${dilated(problem) ? ` Dilation ${variable('D')}: neighbouring weights lie ${variable('D')} cells apart.` : ''}`,
      hints: (problem) => [
        'Before the first layer, a pixel sees itself: the receptive field is 1 and the jump 1.',
        `A window adds ${across(problem)} steps from cell to cell, each as long as the jump of the layer before. Then the jump is multiplied by the stride.`,
        `Layer 1: ${firstLine(problem, 'fields', 0)}, and the jump ${firstLine(problem, 'jumps', 0)}. Layer 2 makes ${firstLine(problem, 'fields', 1)} of it.`,
      ],
      steps: (problem) => [
        `A pixel sees itself, so it begins with a receptive field of 1 and a jump of 1. Each layer adds ${across(problem)} steps as long as the jump, then multiplies the jump by ${variable('S')}.`,
        ...problem.layers.map(
          (_, index) =>
            `Layer ${index + 1}: the receptive field is ${whole(problem, 'fields', index)}, the jump ${whole(problem, 'jumps', index)}.`,
        ),
      ],
    },
    zh: {
      title: '能看到多少',
      task: (problem) =>
        `这些层前后相接。每一层的一格，沿一个方向能看到图上几个像素（感受野）？相邻两格在图上看的地方相距几个像素（间距）？${dilated(problem) ? `膨胀率${variable('D')}：相邻的权重相距${variable('D')}格。` : ''}`,
      hints: (problem) => [
        '在第一层之前，一个像素只看到自己：感受野是1，间距也是1。',
        `窗口要走${across(problem)}步，每一步的长度是上一层的间距；然后间距再乘步长。`,
        `第1层：感受野${firstLine(problem, 'fields', 0)}，间距${firstLine(problem, 'jumps', 0)}。第2层的感受野是${firstLine(problem, 'fields', 1)}。`,
      ],
      steps: (problem) => [
        `一个像素只看到自己，所以从感受野1、间距1开始。每一层加上${across(problem)}步，每步的长度是间距；然后间距乘${variable('S')}。`,
        ...problem.layers.map(
          (_, index) =>
            `第${index + 1}层：感受野${whole(problem, 'fields', index)}，间距${whole(problem, 'jumps', index)}。`,
        ),
      ],
    },
  },
};

const across = (problem: Stack): string =>
  dilated(problem) ? `${variable('D')} × (${variable('K')} − 1)` : `${variable('K')} − 1`;

const workingAt = (problem: Stack, part: string, index: number): Working =>
  trueWorking(problem, part, index) ?? { lines: [] };
const firstLine = (problem: Stack, part: string, index: number) => lineText(workingAt(problem, part, index), 0);
const whole = (problem: Stack, part: string, index: number) => workingText(workingAt(problem, part, index));

export default exercise;
