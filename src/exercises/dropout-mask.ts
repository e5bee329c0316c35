import { dropout, fromRows } from '../core/index.ts';
import type { Answer, Exercise, GridBlock, GridPart, Label, Working } from './kit/definition.ts';
import { drawUntil } from './kit/random.ts';
import { factor, format, output, variable } from './kit/text.ts';
import { workingText } from './kit/working.ts';
import { exact } from './shared/decimals.ts';
import { names } from './shared/names.ts';

interface DropoutMask {
  readonly input: readonly number[];
  /** 1 where a value stays, 0 where it is dropped. */
  readonly mask: readonly number[];
  /** The probability with which a value is dropped. */
  readonly probability: number;
  /** The gradient of the output in training; `null` where that of the input is not asked. */
  readonly gradient: readonly number[] | null;
}

/** Dropout of a row, by the site's own function. */
const dropped = (values: readonly number[], { mask, probability }: DropoutMask): number[] =>
  [...dropout(fromRows(values), { mask: fromRows(mask), probability }).data].map(exact);

const kept = ({ probability }: DropoutMask): number => exact(1 - probability);

/** A rule for what becomes of a value in training, at inference, and of a gradient. */
interface Rule {
  readonly training?: (value: number, stays: number) => number;
  readonly inference?: (value: number, stays: number) => number;
  readonly gradient?: (value: number, stays: number) => number;
}

function answerBy(problem: DropoutMask, { training, inference, gradient }: Rule): Answer {
  const { input, mask } = problem;
  const by = (values: readonly number[], rule: NonNullable<Rule['training']>) =>
    values.map((value, index) => exact(rule(value, mask[index] ?? 0)));
  const slopes = problem.gradient;
  return {
    training: training === undefined ? dropped(input, problem) : by(input, training),
    inference: inference === undefined ? input : by(input, inference),
    ...(slopes === null ? {} : { gradient: gradient === undefined ? dropped(slopes, problem) : by(slopes, gradient) }),
  };
}

/** A wrong rule, made for each problem; `undefined` where it does not apply. */
const wrongly = (rule: (problem: DropoutMask) => Rule | undefined) => ({
  answer(problem: DropoutMask): Answer | undefined {
    const found = rule(problem);
    return found === undefined ? undefined : answerBy(problem, found);
  },
});

/** A wrong rule that scales what stays in another way, in training and on the way back. */
const scaledBy = (scale: (problem: DropoutMask) => number, text: (problem: DropoutMask, value: string) => string) => ({
  ...wrongly((problem) => {
    if (scale(problem) === 1 / kept(problem)) return undefined;
    const change = (value: number, stays: number) => value * stays * scale(problem);
    return { training: change, gradient: change };
  }),
  working(problem: DropoutMask, part: string, index: number): Working | undefined {
    const value = valuesOf(problem, part)[index] ?? 0;
    if (part === 'inference' || problem.mask[index] !== 1) return undefined;
    const result = exact(value * scale(problem));
    return {
      lines: [
        [text(problem, format(value))],
        ...(text(problem, format(value)) === format(result) ? [] : [[format(result)]]),
      ],
    };
  },
});

const valuesOf = ({ input, gradient }: DropoutMask, part: string): readonly number[] =>
  part === 'gradient' ? (gradient ?? []) : input;

const row = (id: string, label: Label, values: readonly number[], role: GridBlock['role']): GridBlock => ({
  kind: 'grid',
  id,
  label,
  role,
  cells: [values],
});

const labels = {
  training: { en: 'Output in training', zh: '训练时的输出' },
  inference: { en: 'Output at inference', zh: '推理时的输出' },
  gradient: { en: 'Gradient of the input, in training', zh: '训练时输入的梯度' },
} as const satisfies Record<string, Label>;

const exercise: Exercise<DropoutMask> = {
  id: 'dropout-mask',
  lesson: 'tricks',
  levels: [1, 2, 3],

  generate: (random, level) =>
    drawUntil(
      () => {
        const count = level === 1 ? 4 : 5;
        const probability = level === 1 ? random.pick([0.5, 0.75]) : random.pick([0.2, 0.6, 0.75, 0.8]);
        // Whole numbers that come out even when divided by 1 − p.
        const unit = probability === 0.2 ? 2 : 1;
        const draw = () => Array.from({ length: count }, () => random.integer(1, 9) * unit * random.pick([1, 1, -1]));
        const mask = Array.from({ length: count }, () => random.pick([0, 1]));
        return { input: draw(), mask, probability, gradient: level === 3 ? draw() : null };
      },
      ({ mask }) => mask.includes(0) && mask.filter((stays) => stays === 1).length >= 2,
    ),

  given: ({ input, mask, probability, gradient }) => [
    row('input', names.input, input, 'input'),
    row('mask', { en: 'Mask', zh: '掩码' }, mask, 'kernel'),
    ...(gradient === null
      ? []
      : [row('gradient', { en: 'Gradient of the output, in training', zh: '训练时输出的梯度' }, gradient, 'product')]),
    {
      kind: 'values',
      items: [
        {
          label: { en: `Probability ${variable('p')} of dropping`, zh: `丢弃概率${variable('p')}` },
          value: probability,
        },
      ],
    },
  ],

  parts: (problem) =>
    (problem.gradient === null
      ? (['training', 'inference'] as const)
      : (['training', 'inference', 'gradient'] as const)
    ).map(
      (id): GridPart => ({
        id,
        kind: 'grid',
        rows: 1,
        columns: problem.input.length,
        entry: 'fraction',
        role: 'output',
        label: labels[id],
      }),
    ),

  solve: (problem) => answerBy(problem, {}),

  working(problem, part, index) {
    const value = valuesOf(problem, part)[index] ?? 0;
    if (part === 'inference') return undefined;
    if (problem.mask[index] !== 1) return { lines: [[`${factor(value)} × 0`], ['0']] };
    return {
      lines: [
        [format(value), '/', `(1 − ${format(problem.probability)})`],
        [format(value), '/', format(kept(problem))],
        [format(exact(value / kept(problem)))],
      ],
    };
  },

  misconceptions: {
    'not-scaled': {
      ...scaledBy(
        () => 1,
        (_, value) => value,
      ),
      words: {
        en: {
          head: 'What stays was not scaled.',
          text: (problem) =>
            `Some values are missing in training. So that the sum keeps its size on average, the others are divided by 1 − p: by ${format(kept(problem))}.`,
        },
        zh: {
          head: '留下的值没有放大。',
          text: (problem) =>
            `训练时少了一些值。为了让总和平均起来不变，留下的要除以1 − p，也就是${format(kept(problem))}。`,
        },
      },
    },
    'scaled-by-p': {
      ...scaledBy(
        ({ probability }) => probability,
        ({ probability }, value) => `${value} × ${format(probability)}`,
      ),
      words: {
        en: {
          head: 'What stays was multiplied by p.',
          text: () => 'That makes it smaller still. It has to make up for what is dropped, so it is divided by 1 − p.',
        },
        zh: { head: '留下的值乘了p。', text: () => '那样更小了。留下的要补上丢掉的，所以除以1 − p。' },
      },
    },
    'scaled-down': {
      ...scaledBy(kept, (problem, value) => `${value} × ${format(kept(problem))}`),
      words: {
        en: {
          head: 'What stays was multiplied by 1 − p.',
          text: () => 'It is divided by it: fewer values remain, so each counts for more.',
        },
        zh: { head: '留下的值乘了1 − p。', text: () => '应当除以它：剩下的少了，每个就要更大。' },
      },
    },
    'mask-inverted': {
      ...wrongly((problem) => {
        const change = (value: number, stays: number) => (stays === 1 ? 0 : value / kept(problem));
        return { training: change, gradient: change };
      }),
      words: {
        en: {
          head: 'The mask was read the other way round.',
          text: () => '1 means that the value stays, 0 that it is dropped.',
        },
        zh: { head: '掩码看反了。', text: () => '1是留下，0是丢掉。' },
      },
    },
    'dropped-at-inference': {
      ...wrongly((problem) => ({ inference: (value, stays) => (stays === 1 ? value / kept(problem) : 0) })),
      words: {
        en: {
          head: 'Values were dropped at inference too.',
          text: () => 'Dropout is for training only. At inference every value passes as it is.',
        },
        zh: { head: '推理时也丢了。', text: () => 'dropout只在训练时用。推理时每个值都原样通过。' },
      },
    },
    'scaled-at-inference': {
      ...wrongly((problem) => ({ inference: (value) => value * kept(problem) })),
      words: {
        en: {
          head: 'The output at inference was scaled.',
          text: () =>
            'The first paper did it so, with no scaling in training. Today the scaling is done in training, and inference changes nothing.',
        },
        zh: {
          head: '推理时的输出也缩放了。',
          text: () => '最早的论文是这样做的，训练时不放大。现在都在训练时放大，推理时什么都不变。',
        },
      },
    },
    'gradient-passes-everywhere': {
      ...wrongly(({ gradient }) => (gradient === null ? undefined : { gradient: (value) => value })),
      words: {
        en: {
          head: 'The gradient was passed on unchanged.',
          text: () =>
            'A dropped value has no effect on the loss: its gradient is 0. The others were divided by 1 − p, and so is their gradient.',
        },
        zh: {
          head: '梯度原样传了回去。',
          text: () => '丢掉的值对损失没有影响，梯度是0。留下的除过1 − p，梯度也要除。',
        },
      },
    },
  },

  words: {
    en: {
      title: 'Dropout with a mask',
      task: ({ gradient }) =>
        `Dropout was drawn: in the mask 1 means that a value stays, 0 that it is dropped. What comes out in training, and what at inference?${gradient === null ? '' : ' And which gradient does the input get in training, if the output has the gradient that is given?'} The answers are exact.`,
      hints: (problem) => [
        'In training what is dropped becomes 0. What happens to the rest, so that the sum keeps its size on average?',
        'What stays is divided by 1 − p. At inference nothing is dropped.',
        `Divide by ${format(kept(problem))} where the mask is 1.${problem.gradient === null ? '' : ' The gradient goes back through the same mask and the same division.'}`,
      ],
      steps: (problem) => [
        `What stays is divided by 1 − ${format(problem.probability)} = ${format(kept(problem))}; what is dropped becomes 0.`,
        `For example ${exampleText(problem)}.`,
        `In training: ${rowText(dropped(problem.input, problem), ', ')}.`,
        `At inference nothing is changed: ${rowText(problem.input, ', ')}.`,
        ...(problem.gradient === null
          ? []
          : [`The gradient goes the same way: ${rowText(dropped(problem.gradient, problem), ', ')}.`]),
      ],
    },
    zh: {
      title: '给定掩码的dropout',
      task: ({ gradient }) =>
        `dropout的掩码已经抽好：1表示留下，0表示丢掉。训练时输出什么？推理时呢？${gradient === null ? '' : '已知训练时输出的梯度，输入的梯度是多少？'}请填准确的数，不要四舍五入。`,
      hints: (problem) => [
        '训练时，丢掉的变成0。其余的要怎样，才能让总和平均起来不变？',
        '留下的除以1 − p。推理时什么都不丢。',
        `掩码是1的地方，除以${format(kept(problem))}。${problem.gradient === null ? '' : '梯度往回走时，用同一个掩码，也除以同一个数。'}`,
      ],
      steps: (problem) => [
        `留下的除以1 − ${format(problem.probability)} = ${format(kept(problem))}，丢掉的变成0。`,
        `例如${exampleText(problem)}。`,
        `训练时：${rowText(dropped(problem.input, problem), '、')}。`,
        `推理时什么都不变：${rowText(problem.input, '、')}。`,
        ...(problem.gradient === null
          ? []
          : [`梯度走同样的路：${rowText(dropped(problem.gradient, problem), '、')}。`]),
      ],
    },
  },
};

const rowText = (values: readonly number[], comma: string): string => values.map((value) => output(value)).join(comma);

/** The first value that stays, worked out. */
const exampleText = (problem: DropoutMask): string =>
  workingText(exercise.working(problem, 'training', problem.mask.indexOf(1)) ?? { lines: [] });

export default exercise;
