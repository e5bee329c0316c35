import { fromRows, type WindowTerms, windowTerms } from '../core/index.ts';
import type { Block, Exercise, Matrix, Working } from './kit/definition.ts';
import { format, kernel, output, product } from './kit/text.ts';
import { lineText, productText, sumPieces, term, workingText } from './kit/working.ts';
import { cellText, swappedWords } from './shared/cells.ts';
import { columnsOf, drawMatrix, rowsOf, turned } from './shared/maps.ts';
import { biasBlock, convolved } from './shared/names.ts';

interface ChannelsCell {
  /** The channels of the input. */
  readonly input: readonly Matrix[];
  /** The planes of the one kernel, one for each channel. */
  readonly kernel: readonly Matrix[];
  readonly bias: number;
  /** The cell of the output, counted from 1. */
  readonly row: number;
  readonly column: number;
}

/** What a learner works out: a cell, with biases added as often as they stand here. */
interface Setting extends Omit<ChannelsCell, 'bias'> {
  readonly biases: readonly number[];
}

const settingOf = ({ bias, ...problem }: ChannelsCell): Setting => ({ ...problem, biases: [bias] });

/** The products of the cell, by the site's own convolution; `undefined` where there is no such cell. */
function termsOf({ input, kernel, row, column }: Setting): WindowTerms['terms'] | undefined {
  const [rows, columns] = [rowsOf(input[0] ?? []), columnsOf(input[0] ?? [])];
  const size = rowsOf(kernel[0] ?? []);
  if (row > rows - size + 1 || column > columns - size + 1) return undefined;
  return windowTerms(fromRows(input), fromRows([kernel]), {}, { row: row - 1, column: column - 1 }).terms;
}

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The sum of each channel. */
const channelSums = (setting: Setting): number[] =>
  setting.input.map((_, channel) =>
    add((termsOf(setting) ?? []).filter((part) => part.channel === channel).map((part) => part.product)),
  );

const cellValue = (setting: Setting): number => add([...channelSums(setting), ...setting.biases]);

/** All products written out, then the sums of the channels, then the value; the windows are on the input's channels. */
function cellWorking(setting: Setting): Working | undefined {
  const terms = termsOf(setting);
  if (terms === undefined) return undefined;
  const { row, column, biases, kernel: planes } = setting;
  const [rows, columns] = [rowsOf(planes[0] ?? []), columnsOf(planes[0] ?? [])];
  const written = terms.map(({ input, weight }, index) => `${index === 0 ? '' : '+ '}${productText(input, weight)}`);
  return {
    lines: [
      [...written, ...biases.map((bias) => kernel(term(bias)))],
      sumPieces([...channelSums(setting), ...biases]).map((piece) => product(piece)),
      [format(cellValue(setting))],
    ],
    windows: setting.input.map((_, channel) => ({
      grid: `input-${channel + 1}`,
      row: row - 1,
      column: column - 1,
      rows,
      columns,
    })),
  };
}

const trueWorking = (problem: ChannelsCell): Working => cellWorking(settingOf(problem)) ?? { lines: [] };

/** The calculation of one channel alone. */
const channelWorking = ({ input, kernel, row, column }: ChannelsCell, channel: number): string => {
  const alone = { input: input.slice(channel, channel + 1), kernel: kernel.slice(channel, channel + 1), row, column };
  const working = cellWorking({ ...alone, biases: [] });
  return working === undefined ? '' : workingText({ lines: [working.lines[0] ?? [], working.lines.at(-1) ?? []] });
};

/** A wrong rule that works out another setting; `undefined` where it does not apply. */
const other = (change: (setting: Setting) => Setting | undefined) => ({
  answer(problem: ChannelsCell) {
    const changed = change(settingOf(problem));
    return changed === undefined || termsOf(changed) === undefined ? undefined : { value: [cellValue(changed)] };
  },
  working(problem: ChannelsCell) {
    const changed = change(settingOf(problem));
    return changed && cellWorking(changed);
  },
});

/** Whether the output has a single cell, so that none need be named. */
const isSingle = ({ input, kernel }: ChannelsCell): boolean => rowsOf(input[0] ?? []) === rowsOf(kernel[0] ?? []);

const exercise: Exercise<ChannelsCell> = {
  id: 'channels-cell',
  lesson: 'channels',
  levels: [1, 2, 3],

  generate(random, level) {
    const channels = level === 1 ? 2 : 3;
    const [size, kernelSize] = level === 1 ? [2, 2] : level === 2 ? [4, 2] : [5, 3];
    const [low, high] = level === 3 ? [-1, 2] : [0, 3];
    const maps = (side: number, from: number, to: number) =>
      Array.from({ length: channels }, () => drawMatrix(random, side, side, from, to));
    return {
      input: maps(size, low, high),
      kernel: maps(kernelSize, -1, 1),
      bias: random.pick([-3, -2, -1, 1, 2, 3]),
      row: level === 1 ? 1 : random.integer(1, 2),
      column: level === 1 ? 1 : random.integer(1, 2),
    };
  },

  given({ input, kernel, bias }) {
    const inputs = input.map(
      (cells, index): Block => ({
        kind: 'grid',
        id: `input-${index + 1}`,
        label: { en: `Input, channel ${index + 1}`, zh: `输入，通道${index + 1}` },
        role: 'input',
        cells,
      }),
    );
    const planes = kernel.map(
      (cells, index): Block => ({
        kind: 'grid',
        id: `kernel-${index + 1}`,
        label: { en: `Kernel, channel ${index + 1}`, zh: `卷积核，通道${index + 1}` },
        role: 'kernel',
        cells,
      }),
    );
    return [...inputs, convolved, ...planes, ...biasBlock(bias)];
  },

  parts: (problem) => [
    {
      id: 'value',
      kind: 'number',
      entry: 'integer',
      role: 'output',
      label: isSingle(problem)
        ? { en: 'Output', zh: '输出' }
        : { en: `Output, ${cellText.en(problem)}`, zh: `输出的${cellText.zh(problem)}` },
    },
  ],

  solve: (problem) => ({ value: [cellValue(settingOf(problem))] }),

  working: trueWorking,

  misconceptions: {
    'first-channel-only': {
      ...other((setting) => ({
        ...setting,
        input: setting.input.slice(0, 1),
        kernel: setting.kernel.slice(0, 1),
      })),
      words: {
        en: {
          head: 'Only the first channel was counted.',
          text: ({ input }) =>
            `The window covers all ${input.length} channels at once, and all products go into one sum.`,
        },
        zh: {
          head: '只算了第一个通道。',
          text: ({ input }) => `窗口同时盖住${input.length}个通道，所有的乘积加成一个和。`,
        },
      },
    },
    'one-plane-for-all': {
      ...other((setting) => ({ ...setting, kernel: setting.input.map(() => setting.kernel[0] ?? []) })),
      words: {
        en: {
          head: 'The first channel of the kernel was used for every channel of the input.',
          text: () =>
            'The kernel has weights of its own for each channel: its second channel lies on the second of the input, and so on.',
        },
        zh: {
          head: '每个通道都用了卷积核的第一张。',
          text: () => '卷积核在每个通道上各有一张：第二张放在第二个通道上，依此类推。',
        },
      },
    },
    'bias-per-channel': {
      ...other((setting) => ({ ...setting, biases: setting.input.flatMap(() => setting.biases) })),
      words: {
        en: {
          head: 'The bias was added once for each channel.',
          text: ({ bias }) => `The channels are summed first, then the bias ${format(bias)} is added once.`,
        },
        zh: {
          head: '每个通道都加了一次偏置。',
          text: ({ bias }) => `先把各通道加起来，最后只加一次偏置${format(bias)}。`,
        },
      },
    },
    'bias-forgotten': {
      ...other((setting) => ({ ...setting, biases: [] })),
      words: {
        en: { head: 'The bias is missing.', text: ({ bias }) => `It is added once at the end: ${kernel(term(bias))}.` },
        zh: { head: '漏加了偏置。', text: ({ bias }) => `最后要加一次偏置，这里是${kernel(bias)}。` },
      },
    },
    flipped: {
      ...other((setting) => ({ ...setting, kernel: setting.kernel.map(turned) })),
      words: {
        en: {
          head: 'The kernel was flipped.',
          text: () => 'Each of its channels lies on the input as it is written, without a turn.',
        },
        zh: { head: '卷积核被翻转了。', text: () => '卷积核在每个通道上都照原样放，不要转。' },
      },
    },
    'counted-from-zero': {
      ...other((setting) => ({ ...setting, row: setting.row + 1, column: setting.column + 1 })),
      words: {
        en: {
          head: 'That is a neighbouring cell.',
          text: (problem) =>
            `You counted rows and columns from 0. Here they count from 1: the window’s upper left corner lies on ${cellText.en(problem)} of every channel.`,
        },
        zh: {
          head: '这是旁边的一格。',
          text: (problem) => `你是从0数起的。这里从1数起：窗口的左上角在每个通道的${cellText.zh(problem)}。`,
        },
      },
    },
    'rows-and-columns-swapped': {
      ...other((setting) =>
        setting.row === setting.column ? undefined : { ...setting, row: setting.column, column: setting.row },
      ),
      words: swappedWords,
    },
  },

  words: {
    en: {
      title: 'One cell, all channels',
      task: (problem) =>
        `The input has ${problem.input.length} channels, and so has the kernel. ${isSingle(problem) ? 'The kernel fits in one place only, so one number comes out.' : 'The kernel slides over the input, stride 1, no padding.'} The bias is added. ${isSingle(problem) ? 'Which number is it?' : `Which number stands in ${cellText.en(problem)} of the output? Rows and columns count from 1.`}`,
      hints: (problem) => [
        isSingle(problem)
          ? 'Lay each channel of the kernel on the same channel of the input.'
          : `The window’s upper left corner lies on ${cellText.en(problem)} of the input, in every channel.`,
        'Multiply place by place in every channel. All products go into one sum.',
        `The channels make ${sumsText(problem, ', ')}. Add them up, then add the bias ${format(problem.bias)}.`,
      ],
      steps: (problem) => [
        ...problem.input.map((_, channel) => `Channel ${channel + 1}: ${channelWorking(problem, channel)}.`),
        `All channels and the bias, once: ${lineText(trueWorking(problem), 1)} = ${output(cellValue(settingOf(problem)))}.`,
      ],
    },
    zh: {
      title: '多通道的一格',
      task: (problem) =>
        `输入有${problem.input.length}个通道，卷积核也是。${isSingle(problem) ? '卷积核只有一个位置可放，所以输出只有一个数。' : '卷积核在输入上滑动，步长1，没有填充。'}最后加上偏置。${isSingle(problem) ? '这个数是多少？' : `输出的${cellText.zh(problem)}是多少？行和列都从1数起。`}`,
      hints: (problem) => [
        isSingle(problem)
          ? '卷积核的每个通道，放在输入的同一个通道上。'
          : `在每个通道上，窗口的左上角都在输入的${cellText.zh(problem)}。`,
        '每个通道都对应相乘，所有的乘积加成一个和。',
        `各通道得到${sumsText(problem, '、')}。把它们加起来，再加偏置${format(problem.bias)}。`,
      ],
      steps: (problem) => [
        ...problem.input.map((_, channel) => `通道${channel + 1}：${channelWorking(problem, channel)}。`),
        `各通道相加，再加一次偏置：${lineText(trueWorking(problem), 1)} = ${output(cellValue(settingOf(problem)))}。`,
      ],
    },
  },
};

/** The sums of the channels, one after the other. */
const sumsText = (problem: ChannelsCell, comma: string): string =>
  channelSums(settingOf(problem))
    .map((value) => product(value))
    .join(comma);

export default exercise;
