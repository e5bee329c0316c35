import type { Locale } from '../state/locale.ts';
import type { Answer, Exercise, Level } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { output } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import { shapeIn } from './shared/counts.ts';
import {
  fieldWorking,
  type Growth,
  type LayersToSee,
  layersWorking,
  type Taken,
  taken,
  trueGrowth,
  trueWorking,
  truth,
} from './shared/layer-growth.ts';
import { numberPart } from './shared/options.ts';

/** Whether the question is only how many layers: where these see just so many pixels. */
const isPlain = ({ kernel, before, pixels }: LayersToSee): boolean =>
  kernel === 3 && before === null && pixels % 2 === 1;

const asAnswer = (problem: LayersToSee, { layers, field }: Taken): Answer =>
  isPlain(problem) ? { layers: [layers] } : { layers: [layers], field: [field] };

/** The layers there are if what is left over is dropped. */
const tooFew = (problem: LayersToSee): number => taken(trueGrowth(problem), problem.pixels, Math.floor).layers;

const isPooled = ({ before }: LayersToSee): boolean => before !== null;

/** A wrong rule for what a cell sees to begin with, or for what each layer adds; not applied where it is right. */
const growing = (change: (problem: LayersToSee) => Growth | undefined) => ({
  answer(problem: LayersToSee) {
    const growth = change(problem);
    if (growth === undefined) return undefined;
    const answer = asAnswer(problem, taken(growth, problem.pixels));
    return JSON.stringify(answer) === JSON.stringify(asAnswer(problem, truth(problem))) ? undefined : answer;
  },
  working(problem: LayersToSee, part: string) {
    const growth = change(problem);
    if (growth === undefined || part === 'layers') return growth && layersWorking(problem, growth);
    return fieldWorking(growth, taken(growth, problem.pixels).layers);
  },
});

function draw(random: Random, level: Level): LayersToSee {
  if (level === 1) return { pixels: 2 * random.integer(4, 40) + 1, kernel: 3, before: null };
  if (level === 2) return { pixels: random.integer(15, 60), kernel: random.pick([3, 5, 7]), before: null };
  return { pixels: random.integer(24, 80), kernel: random.pick([3, 3, 5]), before: random.integer(1, 4) };
}

const exercise: Exercise<LayersToSee> = {
  id: 'layers-to-see',
  lesson: 'receptive-field',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => draw(random, level),
      (problem) => (level === 1 || !isPlain(problem)) && truth(problem).layers > 2,
    ),

  given: ({ pixels, kernel, before }) => [
    {
      kind: 'values',
      items: [
        ...(before === null
          ? [{ label: { en: 'Every layer', zh: '每一层' }, value: convolutionText(kernel) }]
          : [
              {
                label: {
                  en: before === 1 ? 'First layer' : `First ${before} layers`,
                  zh: before === 1 ? '第1层' : `前${before}层`,
                },
                value: convolutionText(kernel),
              },
              {
                label: { en: 'Then', zh: '然后' },
                value: { en: 'max pooling 2 × 2, stride 2', zh: '最大池化2×2，步长2' },
              },
              { label: { en: 'Every further layer', zh: '后面每一层' }, value: convolutionText(kernel) },
            ]),
        { label: { en: 'Pixels to be seen', zh: '要看到的像素' }, value: pixels, role: 'input' },
      ],
    },
  ],

  parts: (problem) => [
    numberPart('layers', isPooled(problem) ? { en: 'Further layers', zh: '还要几层' } : { en: 'Layers', zh: '层数' }),
    ...(isPlain(problem) ? [] : [numberPart('field', { en: 'Receptive field then', zh: '这时的感受野' })]),
  ],

  solve: (problem) => asAnswer(problem, truth(problem)),

  working: trueWorking,

  misconceptions: {
    'divided-by-the-kernel': {
      ...growing(({ kernel, before }) =>
        before === null ? { start: 0, each: kernel } : { start: kernel * before + 2, each: kernel * 2 },
      ),
      words: {
        en: {
          head: 'Every layer was taken to add its whole kernel.',
          text: ({ kernel }) =>
            `Neighbouring windows overlap: each further layer adds ${kernel} − 1 steps, not ${kernel}.`,
        },
        zh: {
          head: '以为每一层都加上整个卷积核的大小。',
          text: ({ kernel }) => `相邻的窗口有重叠，每多一层，窗口只多走${kernel} − 1步，不是${kernel}步。`,
        },
      },
    },
    'start-forgotten': {
      ...growing((problem) => ({ ...trueGrowth(problem), start: trueGrowth(problem).start - 1 })),
      words: {
        en: {
          head: 'The pixel that everything begins with was forgotten.',
          text: () => 'Without any layer a cell sees 1 pixel, itself. The layers need to add only the others.',
        },
        zh: {
          head: '漏了最初的那个像素。',
          text: () => '一层也没有时，一格就看到1个像素，也就是它自己；各层只要补上其余的。',
        },
      },
    },
    'first-layer-not-counted': {
      answer(problem) {
        const { layers, field } = truth(problem);
        return isPooled(problem) ? undefined : asAnswer(problem, { layers: layers - 1, field });
      },
      words: {
        en: {
          head: 'The first layer was not counted.',
          text: ({ kernel }) => `A cell that sees ${kernel} pixels has one layer already.`,
        },
        zh: { head: '第一层没有算进去。', text: ({ kernel }) => `能看到${kernel}个像素，就已经有一层了。` },
      },
    },
    'rounded-down': {
      answer(problem) {
        const { start, each } = trueGrowth(problem);
        if ((problem.pixels - start) % each === 0) return undefined;
        return asAnswer(problem, taken({ start, each }, problem.pixels, Math.floor));
      },
      working: (problem, part) => (part === 'layers' ? undefined : fieldWorking(trueGrowth(problem), tooFew(problem))),
      words: {
        en: {
          head: 'One layer too few: it was rounded down.',
          text: (problem) =>
            `${tooFew(problem)} layers see fewer than ${problem.pixels} pixels. It takes one more to see all of them.`,
        },
        zh: {
          head: '少了一层：舍去了零头。',
          text: (problem) => `${tooFew(problem)}层看到的不到${problem.pixels}个像素，还要再加一层。`,
        },
      },
    },
    'kernels-multiplied': {
      answer(problem) {
        if (isPooled(problem)) return undefined;
        let taken: Taken = { layers: 0, field: 1 };
        while (taken.field < problem.pixels) {
          taken = { layers: taken.layers + 1, field: taken.field * problem.kernel };
        }
        return asAnswer(problem, taken);
      },
      words: {
        en: {
          head: 'The kernels were multiplied.',
          text: ({ kernel }) =>
            `Two layers do not see ${kernel} × ${kernel} = ${kernel * kernel} pixels: neighbouring cells see nearly the same, and ${kernel} + ${kernel - 1} = ${2 * kernel - 1} is all.`,
        },
        zh: {
          head: '把卷积核的大小乘起来了。',
          text: ({ kernel }) =>
            `两层看到的不是${kernel} × ${kernel} = ${kernel * kernel}个像素：相邻的格子看到的大多相同，一共只有${kernel} + ${kernel - 1} = ${2 * kernel - 1}个。`,
        },
      },
    },
    'stride-of-the-pooling-ignored': {
      ...growing((problem) =>
        isPooled(problem) ? { start: trueGrowth(problem).start, each: problem.kernel - 1 } : undefined,
      ),
      words: {
        en: {
          head: 'The stride of the pooling was ignored.',
          text: ({ kernel }) =>
            `After it, neighbouring cells look 2 pixels apart, so every further layer adds 2 × (${kernel} − 1) = ${2 * (kernel - 1)} pixels.`,
        },
        zh: {
          head: '漏了池化的步长。',
          text: ({ kernel }) =>
            `池化之后，相邻两格在图上相距2个像素，后面每一层都多看2 × (${kernel} − 1) = ${2 * (kernel - 1)}个像素。`,
        },
      },
    },
    'pooling-skipped': {
      ...growing((problem) =>
        isPooled(problem) ? { start: trueGrowth(problem).start - 1, each: problem.kernel - 1 } : undefined,
      ),
      words: {
        en: {
          head: 'The pooling was passed over.',
          text: () => 'Its window adds one pixel, and its stride doubles what every later layer adds.',
        },
        zh: { head: '跳过了池化。', text: () => '它的窗口多看1个像素，它的步长让后面每一层多看的都加倍。' },
      },
    },
    'all-layers-counted': {
      answer(problem) {
        const { layers, field } = truth(problem);
        return problem.before === null ? undefined : asAnswer(problem, { layers: layers + problem.before, field });
      },
      words: {
        en: {
          head: 'The layers before the pooling were counted, too.',
          text: () => 'The question is how many further layers are needed after it.',
        },
        zh: { head: '把池化之前的层也算进去了。', text: () => '题目问的是池化之后还要几层。' },
      },
    },
  },

  words: {
    en: {
      title: 'How many layers does it take?',
      task: (problem) =>
        isPlain(problem)
          ? `Convolutions of ${shapeIn([problem.kernel, problem.kernel]).en}, stride 1, follow one another. How many does it take until one cell sees ${problem.pixels} pixels of the picture along each direction?`
          : `${isPooled(problem) ? 'A network begins with the layers below. More convolutions, stride 1, follow. How many of these does it take at least' : 'Convolutions of this size, stride 1, follow one another. How many does it take at least'} until one cell sees ${problem.pixels} pixels of the picture, or more, along each direction? And how many does it see then?`,
      hints: (problem) => [
        isPooled(problem)
          ? 'First work out what a cell sees after the pooling, and how far apart two neighbouring cells look.'
          : `Without any layer a cell sees 1 pixel, with one layer ${problem.kernel}. And with two?`,
        `Every ${isPooled(problem) ? 'further ' : ''}layer adds as much as the one before it. How much is that?`,
        `It begins with ${trueGrowth(problem).start}, and every ${isPooled(problem) ? 'further ' : ''}layer adds ${trueGrowth(problem).each}. Go on until ${problem.pixels} is reached.`,
      ],
      steps: (problem) => stepsOf(problem, 'en'),
    },
    zh: {
      title: '要几层才看得到',
      task: (problem) =>
        isPlain(problem)
          ? `${shapeIn([problem.kernel, problem.kernel]).zh}的卷积，步长1，一层接一层。要几层，一格才能沿一个方向看到图上${problem.pixels}个像素？`
          : `${isPooled(problem) ? '网络的前几层如下，后面再接卷积，步长1。至少再接几层' : '下面这样的卷积，一层接一层。至少要几层'}，一格才能沿一个方向看到图上${problem.pixels}个或更多像素？这时看到几个？`,
      hints: (problem) => [
        isPooled(problem)
          ? '先算池化之后，一格看到几个像素，相邻两格相距几个像素。'
          : `一层也没有时，一格看到1个像素；一层时看到${problem.kernel}个。两层呢？`,
        `${isPooled(problem) ? '后面' : ''}每一层多看的一样多。多看几个？`,
        `从${trueGrowth(problem).start}开始，每一层多看${trueGrowth(problem).each}个，一直加到${problem.pixels}。`,
      ],
      steps: (problem) => stepsOf(problem, 'zh'),
    },
  },
};

const convolutionText = (kernel: number) => ({
  en: `convolution ${shapeIn([kernel, kernel]).en}, stride 1`,
  zh: `卷积${shapeIn([kernel, kernel]).zh}，步长1`,
});

/** The worked solution: what there is to begin with, what each layer adds, and when it is enough. */
function stepsOf(problem: LayersToSee, locale: Locale): string[] {
  const { pixels, kernel, before } = problem;
  const [growth, { layers, field }] = [trueGrowth(problem), truth(problem)];
  const first = 1 + (before ?? 0) * (kernel - 1);
  const oneLess = workingText(fieldWorking(growth, layers - 1));
  const enough = workingText(fieldWorking(growth, layers));
  const isExact = field === pixels;
  const added = before === null ? `${kernel} − 1 = ${growth.each}` : `2 × (${kernel} − 1) = ${growth.each}`;
  if (locale === 'en') {
    return [
      before === null
        ? 'Without any layer a cell sees 1 pixel: itself.'
        : `Before the pooling a cell sees 1 + ${before} × (${kernel} − 1) = ${first} pixels. The pooling adds 1, which makes ${growth.start}, and neighbouring cells look 2 pixels apart.`,
      `Every ${before === null ? '' : 'further '}layer adds ${added}.`,
      `With ${layers - 1} layers it is ${oneLess}: too few.`,
      `With ${output(layers)} it is ${enough}: ${isExact ? 'just enough' : `more than ${pixels}, so enough`}.`,
    ];
  }
  return [
    before === null
      ? '一层也没有时，一格看到1个像素，就是它自己。'
      : `池化之前，一格看到1 + ${before} × (${kernel} − 1) = ${first}个像素。池化再多看1个，是${growth.start}个；这时相邻两格相距2个像素。`,
    `${before === null ? '' : '后面'}每一层多看${added}个。`,
    `${layers - 1}层时看到${oneLess}个，不够。`,
    `${output(layers)}层时看到${enough}个，${isExact ? '正好' : `超过${pixels}，够了`}。`,
  ];
}

export default exercise;
