import type { Answer, Exercise, Level, Working } from './kit/definition.ts';
import { drawUntil, type Random } from './kit/random.ts';
import { factor, format, output, product, type Text } from './kit/text.ts';
import { lineText, sumPieces, term, workingText } from './kit/working.ts';

interface SlopeProduct {
  /** The slopes of each block's layers, in order; a skip goes past a whole block. */
  readonly blocks: readonly (readonly number[])[];
}

/** A result with its calculation. */
interface Result extends Working {
  readonly value: number;
}

/** Both results, as somebody works them out. */
interface Results {
  readonly plain: Result;
  readonly skipped: Result;
}

/** Without the traces of binary arithmetic: all slopes have few decimals. */
const clean = (value: number): number => Number(value.toFixed(9)) + 0;
const multiplied = (values: readonly number[]): number => clean(values.reduce((all, value) => all * value, 1));
const added = (values: readonly number[]): number => clean(values.reduce((all, value) => all + value, 0));

const productPieces = (values: readonly number[]): string[] =>
  values.map((value, index) => (index === 0 ? factor(value) : `× ${factor(value)}`));

const productOf = (values: readonly number[]): Result => {
  const value = multiplied(values);
  return { value, lines: [productPieces(values), [format(value)]] };
};

const slopesOf = ({ blocks }: SlopeProduct): readonly number[] => blocks.flat();
const isSingle = ({ blocks }: SlopeProduct): boolean => blocks.every(({ length }) => length === 1);

/** 1 + the product of a block's slopes, written out. */
const pastText = (slopes: readonly number[]): string => `(1 + ${productPieces(slopes).join(' ')})`;
const past = (slopes: readonly number[]): number => clean(1 + multiplied(slopes));

function productOfPasts(blocks: readonly (readonly number[])[]): Result {
  const pasts = blocks.map(past);
  const written = blocks.map((slopes, index) => `${index === 0 ? '' : '× '}${pastText(slopes)}`);
  const { value, lines } = productOf(pasts);
  return { value, lines: [written, ...lines] };
}

const truth = (problem: SlopeProduct): Results => ({
  plain: productOf(slopesOf(problem)),
  skipped: productOfPasts(problem.blocks),
});

const asAnswer = ({ plain, skipped }: Results): Answer => ({ plain: [plain.value], skipped: [skipped.value] });

/** A wrong rule for one result or both; `undefined` where it does not apply. */
const otherwise = (change: (problem: SlopeProduct) => Partial<Results> | undefined) => {
  const results = (problem: SlopeProduct): Results | undefined => {
    const changed = change(problem);
    return changed && { ...truth(problem), ...changed };
  };
  return {
    answer(problem: SlopeProduct) {
      const found = results(problem);
      return found && asAnswer(found);
    },
    working: (problem: SlopeProduct, part: string) => results(problem)?.[part === 'plain' ? 'plain' : 'skipped'],
  };
};

const sumOf = (values: readonly number[]): Result => {
  const value = added(values);
  return { value, lines: [sumPieces(values), [format(value)]] };
};

function draw(random: Random, level: Level): SlopeProduct {
  const slopes = [
    [0.1, 0.2, 0.5, 2, 3, 4],
    [0.1, 0.2, 0.25, 0.5, -0.5, 1.5, 2],
    [0.2, 0.25, 0.5, -0.5, 1.5, 2, -2],
  ][level - 1] ?? [0.5];
  const layers = (count: number): number[] => Array.from({ length: count }, () => random.pick(slopes));
  const single = Array.from({ length: level === 1 ? 3 : 4 }, () => layers(1));
  return { blocks: level === 3 ? [layers(2), layers(2), layers(2)] : single };
}

const isShort = (value: number): boolean => Number(value.toFixed(6)) === value;
const names = {
  plain: { en: 'Without skips', zh: '没有残差连接' },
  skipped: { en: 'With skips', zh: '有残差连接' },
} as const;

const exercise: Exercise<SlopeProduct> = {
  id: 'slope-product',
  lesson: 'resnet',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => draw(random, level),
      (problem) => {
        const { plain, skipped } = truth(problem);
        return isShort(plain.value) && isShort(skipped.value) && skipped.value !== 0;
      },
    ),

  given: (problem) => [
    {
      kind: 'table',
      label: { en: 'Slopes', zh: '斜率' },
      heads: isSingle(problem)
        ? [
            { en: 'Layer', zh: '层' },
            { en: 'Slope', zh: '斜率' },
          ]
        : [
            { en: 'Block', zh: '块' },
            { en: 'Slope, layer 1', zh: '第1层的斜率' },
            { en: 'Slope, layer 2', zh: '第2层的斜率' },
          ],
      rows: problem.blocks.map((slopes, index) => [index + 1, ...slopes]),
    },
  ],

  parts: () => [
    { id: 'plain', kind: 'number', entry: 'fraction', role: 'output', label: names.plain },
    { id: 'skipped', kind: 'number', entry: 'fraction', role: 'output', label: names.skipped },
  ],

  solve: (problem) => asAnswer(truth(problem)),

  working: (problem, part) => truth(problem)[part === 'plain' ? 'plain' : 'skipped'],

  misconceptions: {
    'sum-for-product': {
      ...otherwise((problem) => ({ plain: sumOf(slopesOf(problem)), skipped: sumOf(problem.blocks.map(past)) })),
      words: {
        en: {
          head: 'The slopes were added, not multiplied.',
          text: () => 'By the chain rule each layer multiplies the gradient that comes to it by its own slope.',
        },
        zh: { head: '斜率该相乘，你用了相加。', text: () => '按链式法则，每一层都把传来的梯度乘上自己的斜率。' },
      },
    },
    'skip-multiplies': {
      ...otherwise((problem) => ({ skipped: productOf(slopesOf(problem)) })),
      words: {
        en: {
          head: 'The skip was taken as a factor of 1.',
          text: (problem) =>
            `The skip adds x to f(x), so it adds 1 to the slope: the first factor is ${pastText(firstOf(problem))}, not ${productPieces(firstOf(problem)).join(' ')}.`,
        },
        zh: {
          head: '把残差连接当成了乘1。',
          text: (problem) =>
            `残差连接是f(x)加x，所以斜率要加1：第一个因子是${pastText(firstOf(problem))}，不是${productPieces(firstOf(problem)).join(' ')}。`,
        },
      },
    },
    'one-skip-for-all': {
      ...otherwise((problem) => {
        const slopes = slopesOf(problem);
        const value = clean(1 + multiplied(slopes));
        return {
          skipped: {
            value,
            lines: [['1', '+', ...productPieces(slopes)], ['1', term(multiplied(slopes))], [format(value)]],
          },
        };
      }),
      words: {
        en: {
          head: 'The 1 was added once, at the end.',
          text: (problem) =>
            `Each ${isSingle(problem) ? 'layer' : 'block'} has a skip of its own. Add 1 in each factor, and then multiply.`,
        },
        zh: {
          head: '只在最后加了一次1。',
          text: (problem) => `每${isSingle(problem) ? '层' : '块'}都有自己的残差连接。每个因子先加1，再相乘。`,
        },
      },
    },
    'skip-alone': {
      ...otherwise(() => ({ skipped: { value: 1, lines: [['1']] } })),
      words: {
        en: {
          head: 'Only the way along the skips was counted.',
          text: () =>
            'The gradient goes both ways at once: past f with slope 1, and through f with its slope. The two are added.',
        },
        zh: {
          head: '只算了残差连接那条路。',
          text: () => '梯度同时走两条路：绕过f，斜率是1；穿过f，斜率是f的。两者相加。',
        },
      },
    },
    'skip-in-every-layer': {
      ...otherwise((problem) =>
        isSingle(problem) ? undefined : { skipped: productOfPasts(slopesOf(problem).map((slope) => [slope])) },
      ),
      words: {
        en: {
          head: 'A skip was counted in every layer.',
          text: () => 'A skip goes past a whole block: multiply the two slopes of the block, and then add 1.',
        },
        zh: { head: '每一层都算了残差连接。', text: () => '残差连接绕过的是整个块：先把块里两层的斜率相乘，再加1。' },
      },
    },
    'signs-dropped': {
      ...otherwise(({ blocks }) =>
        blocks.flat().some((slope) => slope < 0)
          ? truth({ blocks: blocks.map((slopes) => slopes.map(Math.abs)) })
          : undefined,
      ),
      words: {
        en: {
          head: 'The minus signs were dropped.',
          text: () => 'A negative slope turns the sign of every product in which it stands.',
        },
        zh: { head: '丢掉了负号。', text: () => '负的斜率会改变它所在乘积的正负。' },
      },
    },
  },

  words: {
    en: {
      title: 'Slopes multiplied',
      task: (problem) =>
        `Going backward through the network, the gradient is multiplied by the slope of every layer. By which number is it multiplied over the whole way? And by which if every ${isSingle(problem) ? 'layer' : 'block'} has a skip, so that it gives f(x) + x${isSingle(problem) ? '' : ', f being its two layers'}? Type exact decimals, such as 0.0075, or fractions.`,
      hints: (problem) => [
        'Slopes of layers that follow one another are multiplied: the chain rule.',
        `f(x) + x has the slope of f, plus 1.${isSingle(problem) ? '' : ' The slope of f is the product of its two layers’ slopes.'}`,
        `Without skips: ${lineText(truth(problem).plain, 0)}. With skips: ${lineText(truth(problem).skipped, 0)}.`,
      ],
      steps: (problem) => [
        `Without skips the slopes are multiplied: ${workingText(truth(problem).plain)}.`,
        `With a skip, 1 is added to each factor: ${truth(problem)
          .skipped.lines[1]?.map((piece) => product(piece))
          .join(' ')}.`,
        `So with skips: ${workingText(truth(problem).skipped)}.`,
        `The gradient is multiplied by ${shown(truth(problem).plain)} without skips, and by ${shown(truth(problem).skipped)} with them.`,
      ],
    },
    zh: {
      title: '斜率的乘积',
      task: (problem) =>
        `反向传播时，梯度每经过一层，就乘上这层的斜率。梯度走完全程，一共乘了多少？如果每${isSingle(problem) ? '层' : '块'}都有残差连接，输出是f(x) + x${isSingle(problem) ? '' : '（f是块里的两层）'}，又一共乘了多少？请填准确的小数或分数，不要四舍五入。`,
      hints: (problem) => [
        '前后相接的层，斜率相乘，这就是链式法则。',
        `f(x) + x的斜率，是f的斜率加1。${isSingle(problem) ? '' : 'f的斜率是块里两层斜率的乘积。'}`,
        `没有残差连接：${lineText(truth(problem).plain, 0)}。有残差连接：${lineText(truth(problem).skipped, 0)}。`,
      ],
      steps: (problem) => [
        `没有残差连接，斜率相乘：${workingText(truth(problem).plain)}。`,
        `有残差连接，每个因子多1：${truth(problem)
          .skipped.lines[1]?.map((piece) => product(piece))
          .join(' ')}。`,
        `所以有残差连接时是${workingText(truth(problem).skipped)}。`,
        `梯度一共乘了：没有残差连接是${shown(truth(problem).plain)}，有残差连接是${shown(truth(problem).skipped)}。`,
      ],
    },
  },
};

const firstOf = ({ blocks: [slopes = []] }: SlopeProduct): readonly number[] => slopes;
const shown = ({ value }: Result): Text => output(value);

export default exercise;
