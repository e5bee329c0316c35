import type { Answer, Exercise, Label } from './kit/definition.ts';
import { output, variable } from './kit/text.ts';
import { shapeIn } from './shared/counts.ts';
import {
  type Bank,
  type BankChoice,
  dealsOut,
  depthFits,
  drawGrouped,
  drawPlain,
  fits,
  hasShallow,
  hasTooLarge,
  isDeeper,
  isGrouped,
  sizeFits,
  trueOutputs,
} from './shared/kernel-banks.ts';
import { names } from './shared/names.ts';

const asAnswer = (problem: BankChoice, outputs: (bank: Bank) => number): Answer => ({
  outputs: problem.banks.map(outputs),
});

/** A wrong rule about which banks can run, and (if not the number of kernels) what comes out; not applied where none could. */
const wrongly = (
  runs: (bank: Bank, problem: BankChoice) => boolean,
  outputs: (bank: Bank, problem: BankChoice) => number = ({ kernels }) => kernels,
) => ({
  answer(problem: BankChoice) {
    if (!problem.banks.some((bank) => runs(bank, problem))) return undefined;
    return asAnswer(problem, (bank) => (runs(bank, problem) ? outputs(bank, problem) : 0));
  },
});

/** The names of the banks, in order. */
const bankNames: readonly Label[] = ['A', 'B', 'C', 'D'].map((name) => ({ en: name, zh: name }));
const nameAt = (index: number): string => bankNames[index]?.en ?? '';

const exercise: Exercise<BankChoice> = {
  id: 'bank-fits',
  lesson: 'channels',
  levels: [1, 2, 3],

  generate: (random, level) => (level === 3 ? drawGrouped(random) : drawPlain(random, level)),

  given(problem) {
    const grouped = isGrouped(problem);
    return [
      { kind: 'values', items: [{ label: names.inputShape, value: shapeIn(problem.input), role: 'input' }] },
      {
        kind: 'table',
        label: { en: 'Kernel banks', zh: '卷积层' },
        heads: [
          { en: 'Bank', zh: '层' },
          { en: 'Number × channels × height × width', zh: '个数×通道数×高×宽' },
          ...(grouped ? [{ en: `Groups ${variable('G')}`, zh: `分组数${variable('G')}` }] : []),
        ],
        rows: problem.banks.map(({ kernels, depth, size, groups }, index) => [
          nameAt(index),
          shapeIn([kernels, depth, size, size]),
          ...(grouped ? [groups] : []),
        ]),
      },
    ];
  },

  parts: () => [
    {
      id: 'outputs',
      kind: 'grid',
      rows: 1,
      columns: 4,
      entry: 'integer',
      role: 'output',
      label: { en: 'Channels of the output, or 0', zh: '输出的通道数，不能用的填0' },
      columnNames: bankNames,
    },
  ],

  solve: (problem) => asAnswer(problem, (bank) => trueOutputs(bank, problem)),

  working: () => undefined,

  misconceptions: {
    'any-depth-fits': {
      ...wrongly((bank, problem) => sizeFits(bank, problem) && dealsOut(bank)),
      words: {
        en: {
          head: 'The channels of the kernels were not looked at.',
          text: (problem) =>
            isGrouped(problem)
              ? `A kernel needs one plane for each channel of its group, so its channels times the number of groups must be the ${problem.input[0]} channels of the input.`
              : `A kernel needs one plane for each channel that it reads. The input has ${problem.input[0]}, and no plane may be left over or missing.`,
        },
        zh: {
          head: '没有看卷积核的通道数。',
          text: (problem) =>
            isGrouped(problem)
              ? `卷积核对它那一组的每个通道都要有一张，所以它的通道数乘分组数要正好等于输入的${problem.input[0]}个通道。`
              : `卷积核对读入的每个通道都要有一张。输入有${problem.input[0]}个通道，一张不能多，一张不能少。`,
        },
      },
    },
    'smaller-depth-fits': {
      ...wrongly(
        (bank, problem) => hasShallow(problem) && !isDeeper(bank, problem) && sizeFits(bank, problem) && dealsOut(bank),
      ),
      words: {
        en: {
          head: 'Kernels with too few channels were taken to fit.',
          text: (problem) =>
            `Such a kernel would leave channels unread. Its channels${isGrouped(problem) ? ' times the number of groups' : ''} must be exactly ${problem.input[0]}.`,
        },
        zh: {
          head: '以为通道数少的卷积核也能用。',
          text: (problem) =>
            `那样有的通道就没有读到。卷积核的通道数${isGrouped(problem) ? '乘分组数' : ''}必须正好是${problem.input[0]}。`,
        },
      },
    },
    'depth-equals-kernels': {
      ...wrongly((bank) => bank.depth === bank.kernels),
      words: {
        en: {
          head: 'The number of kernels and their channels need not agree.',
          text: () =>
            'The channels of a kernel must be those of the input. How many kernels there are is free: it makes the channels of the output.',
        },
        zh: {
          head: '以为卷积核的个数要等于通道数。',
          text: () => '卷积核的通道数要和输入的相等。个数可以随便定，它决定输出的通道数。',
        },
      },
    },
    'number-for-depth': {
      ...wrongly(({ kernels }, { input: [channels] }) => kernels === channels),
      words: {
        en: {
          head: 'The number of kernels was compared with the input.',
          text: () => 'It is the second number that must be the channels of the input; the first counts the kernels.',
        },
        zh: {
          head: '拿卷积核的个数去和输入比了。',
          text: () => '要和输入通道数相等的是第二个数；第一个数是卷积核的个数。',
        },
      },
    },
    'numbers-exchanged': {
      ...wrongly(
        ({ kernels }, { input: [channels] }) => kernels === channels,
        ({ depth }) => depth,
      ),
      words: {
        en: {
          head: 'The first two numbers of the shape were exchanged.',
          text: () => 'First stands how many kernels there are: that many channels come out. Then how many each reads.',
        },
        zh: {
          head: '形状的前两个数弄反了。',
          text: () => '先写卷积核的个数，也就是输出的通道数；再写每个卷积核读几个通道。',
        },
      },
    },
    'channels-kept': {
      ...wrongly(fits, (_, { input: [channels] }) => channels),
      words: {
        en: {
          head: 'The channels of the input were kept.',
          text: () =>
            'Each kernel sums over all its channels and makes one map. So many kernels, so many channels come out.',
        },
        zh: {
          head: '输出照搬了输入的通道数。',
          text: () => '每个卷积核把它读的通道加成一张图。有几个卷积核，输出就有几个通道。',
        },
      },
    },
    'a-map-per-plane': {
      ...wrongly(fits, ({ kernels, depth }) => kernels * depth),
      words: {
        en: {
          head: 'A map was counted for every plane of a kernel.',
          text: () => 'The planes of one kernel are summed into a single map.',
        },
        zh: { head: '卷积核的每个通道都算了一张图。', text: () => '一个卷积核的各个通道要加起来，只得到一张图。' },
      },
    },
    'size-not-looked-at': {
      ...wrongly((bank, problem) => hasTooLarge(problem) && depthFits(bank, problem) && dealsOut(bank)),
      words: {
        en: {
          head: 'One bank is too large for the input.',
          text: ({ input: [, height, width] }) =>
            `Without padding a window must lie whole inside the input, which is ${shapeIn([height, width]).en}.`,
        },
        zh: {
          head: '有一层的卷积核比输入还大。',
          text: ({ input: [, height, width] }) =>
            `没有填充时，窗口要整个放进输入，而输入只有${shapeIn([height, width]).zh}。`,
        },
      },
    },
    'groups-ignored': {
      ...wrongly(({ depth }, problem) => isGrouped(problem) && depth === problem.input[0]),
      words: {
        en: {
          head: 'The groups were ignored.',
          text: () =>
            'A kernel reads the channels of its own group only, so it has that many: input channels / groups.',
        },
        zh: {
          head: '漏了分组。',
          text: () => '卷积核只读自己那一组的通道，所以它的通道数是输入通道数 / 分组数。',
        },
      },
    },
    'kernels-not-dealt-out': {
      ...wrongly((bank, problem) => isGrouped(problem) && depthFits(bank, problem)),
      words: {
        en: {
          head: 'The kernels of one bank cannot be dealt out.',
          text: () =>
            'Every group has the same number of kernels, so their number must be divisible by the number of groups.',
        },
        zh: {
          head: '有一层的卷积核分不匀。',
          text: () => '每一组的卷积核一样多，所以卷积核的个数要能被分组数整除。',
        },
      },
    },
  },

  words: {
    en: {
      title: 'Which bank fits',
      task: (problem) =>
        `A kernel bank is all the kernels of one convolution layer; the table says how many kernels it has, of how many channels each, and how high and wide. ${isGrouped(problem) ? `With ${variable('G')} groups, the input’s channels are dealt out into ${variable('G')} equal parts, and so are the kernels; each kernel reads one part. ` : ''}Which of the banks can run on this input, without padding? Fill in how many channels its output has, or 0 where a bank cannot run.`,
      hints: (problem) => [
        'The second number of the shape says how many channels a kernel reads. How many are there to read?',
        isGrouped(problem)
          ? 'With groups a kernel reads the input’s channels divided by the groups. And each group needs the same number of kernels.'
          : 'The window must also fit into the input. What the first number says, the number of kernels, decides only what comes out.',
        `${isGrouped(problem) ? `Channels of a kernel times groups must be ${problem.input[0]}, and the number of kernels must be divisible by the groups.` : `A bank can run if its second number is ${problem.input[0]} and its window fits into ${shapeIn(problem.input.slice(1)).en}.`} Each kernel then gives one channel.`,
      ],
      steps: (problem) => problem.banks.map((bank, index) => `${nameAt(index)}: ${bankText(bank, problem).en}.`),
    },
    zh: {
      title: '哪一层能用',
      task: (problem) =>
        `A到D各是一个卷积层的全部卷积核：有几个，每个几个通道，多高，多宽。${isGrouped(problem) ? `分组数是${variable('G')}时，输入的通道平均分成${variable('G')}份，卷积核也是；每个卷积核只读自己那一份通道。` : ''}没有填充时，哪些层能用在这个输入上？填输出有几个通道，不能用的填0。`,
      hints: (problem) => [
        '形状的第二个数，是一个卷积核读几个通道。输入有几个通道可读？',
        isGrouped(problem)
          ? '分组时，一个卷积核读的通道数，是输入通道数除以分组数。而且每一组的卷积核要一样多。'
          : '窗口还要能放进输入。第一个数是卷积核的个数，它只决定输出。',
        `${isGrouped(problem) ? `卷积核的通道数乘分组数要等于${problem.input[0]}，卷积核的个数要能被分组数整除。` : `第二个数是${problem.input[0]}，而且窗口放得进${shapeIn(problem.input.slice(1)).zh}，这一层就能用。`}这时每个卷积核给出一个通道。`,
      ],
      steps: (problem) => problem.banks.map((bank, index) => `${nameAt(index)}：${bankText(bank, problem).zh}。`),
    },
  },
};

/** Why a bank runs or not, and what comes out. */
function bankText(bank: Bank, problem: BankChoice): Label {
  const { kernels, depth, size, groups } = bank;
  const [channels, height, width] = problem.input;
  const read = groups === 1 ? `${depth}` : `${depth} × ${groups} = ${depth * groups}`;
  if (!depthFits(bank, problem)) {
    return {
      en: `it reads ${read} channels, and the input has ${channels}. It cannot run: ${output(0)}`,
      zh: `它要读${read}个通道，输入有${channels}个，不能用：${output(0)}`,
    };
  }
  if (!sizeFits(bank, problem)) {
    return {
      en: `the channels agree, but a window of ${size} × ${size} does not fit into ${height} × ${width}: ${output(0)}`,
      zh: `通道数相符，但是${size}×${size}的窗口放不进${height}×${width}：${output(0)}`,
    };
  }
  if (!dealsOut(bank)) {
    return {
      en: `it reads ${read} channels, as it should, but ${kernels} kernels cannot be dealt out to ${groups} groups: ${output(0)}`,
      zh: `它读${read}个通道，相符，但是${kernels}个卷积核不能平均分成${groups}组：${output(0)}`,
    };
  }
  return {
    en: `it reads ${read} channels, all that there are. Its ${kernels} kernels give ${output(kernels)} channels`,
    zh: `它读${read}个通道，正好。${kernels}个卷积核给出${output(kernels)}个通道`,
  };
}

export default exercise;
