import type { Answer, Block, Part, Working } from '../kit/definition.ts';
import { format, output, type Text } from '../kit/text.ts';
import { workingText } from '../kit/working.ts';
import {
  type Both,
  behindSoftmax,
  type DoubleSoftmax,
  gradientsOf,
  gradientWorking,
  logarithmsOf,
  lossesOf,
  once,
  onceWorking,
  places,
  printedSum,
  printedTwice,
  twice,
  twiceWorking,
} from './double-softmax.ts';
import { exponentialTable, scoresBlock, shareWorking } from './exponentials.ts';
import { logarithmTable } from './logarithms.ts';
import { classNamed, classNames } from './names.ts';

/** What is asked, by the way it is worked out and not by the line of code. */
export interface Found {
  readonly softmax: readonly number[];
  readonly losses: Both<number | undefined>;
  readonly gradients: Both<readonly number[] | undefined>;
  /** Which way is taken for the bug. */
  readonly bug: keyof Both<unknown>;
}

export const truth = (problem: DoubleSoftmax): Found => ({
  softmax: twice(problem),
  losses: lossesOf(problem, problem.label),
  gradients: gradientsOf(problem),
  bug: 'twice',
});

/** Line 1 or 2, for a way to work it out. */
export const lineOf = ({ bugFirst }: DoubleSoftmax, way: keyof Both<unknown>): 1 | 2 =>
  (way === 'twice') === bugFirst ? 1 : 2;
export const wayOf = (problem: DoubleSoftmax, line: 1 | 2): keyof Both<unknown> =>
  lineOf(problem, 'once') === line ? 'once' : 'twice';

/** The fields of a found answer; those that are not asked do no harm. */
export function asAnswer(problem: DoubleSoftmax, { softmax, losses, gradients, bug }: Found): Answer {
  const [first, second] = [wayOf(problem, 1), wayOf(problem, 2)];
  return {
    softmax,
    'loss-one': [losses[first]],
    'loss-two': [losses[second]],
    'gradient-one': gradients[first] ?? [],
    'gradient-two': gradients[second] ?? [],
    bug: [`line-${lineOf(problem, bug)}`],
  };
}

export const isTrue = ({ label }: DoubleSoftmax, index: number): 0 | 1 => (index === label ? 1 : 0);

/** The calculation of a field, by the way of its line. */
export function working(problem: DoubleSoftmax, part: string, index: number): Working | undefined {
  if (part === 'softmax') return shareWorking(once(problem), index, places);
  if (part === 'bug') return undefined;
  const way = wayOf(problem, part.endsWith('one') ? 1 : 2);
  if (part.startsWith('loss')) return (way === 'once' ? onceWorking : twiceWorking)(problem, problem.label);
  if (way === 'twice') return gradientWorking(problem, index);
  const p = once(problem)[index] ?? 0;
  return { lines: [[format(p), `− ${isTrue(problem, index)}`], [format(p - isTrue(problem, index), places)]] };
}

const lines = { once: 'F.cross_entropy(z, y)', twice: 'F.cross_entropy(z.softmax(1), y)' } as const;

export function given(problem: DoubleSoftmax): Block[] {
  const { weights, label, asks } = problem;
  const names = classNames.slice(0, weights.length);
  const rows = [once(problem).map((value) => format(value)), printedTwice(problem).map((value) => format(value, 4))];
  const numbers: Block[] =
    asks === 'losses'
      ? [
          {
            kind: 'grid',
            id: 'softmax',
            label: { en: 'Softmax', zh: 'softmax' },
            role: 'input',
            cells: rows,
            rowNames: [
              { en: 'of the scores', zh: '对得分做一次' },
              { en: 'of that once more', zh: '再做一次' },
            ],
            columnNames: names,
          },
        ]
      : [scoresBlock(weights.map((weight) => `ln ${weight}`)), exponentialTable(once(problem))];
  return [
    { kind: 'code', code: ([1, 2] as const).map((line) => `${lines[wayOf(problem, line)]}  # ${line}`).join('\n') },
    { kind: 'values', items: [{ label: { en: 'Label', zh: '标签' }, value: classNamed(label) }] },
    ...numbers,
    logarithmTable(logarithmsOf(problem)),
  ];
}

const numberPart = (id: string, en: string, zh: string): Part => ({
  id,
  kind: 'number',
  entry: { places },
  role: 'output',
  label: { en, zh },
});

const rowPart = ({ weights }: DoubleSoftmax, id: string, en: string, zh: string): Part => ({
  id,
  kind: 'grid',
  rows: 1,
  columns: weights.length,
  entry: { places },
  role: 'output',
  label: { en, zh },
  columnNames: classNames.slice(0, weights.length),
});

export const parts = (problem: DoubleSoftmax): readonly Part[] => [
  ...(problem.asks === 'losses'
    ? []
    : [rowPart(problem, 'softmax', 'Softmax of the softmax', '对softmax的结果再做softmax')]),
  numberPart('loss-one', 'Loss of line 1', '第1行的损失'),
  numberPart('loss-two', 'Loss of line 2', '第2行的损失'),
  ...(problem.asks === 'gradients'
    ? [
        rowPart(problem, 'gradient-one', 'Gradient for the scores, line 1', '第1行对得分的梯度'),
        rowPart(problem, 'gradient-two', 'Gradient for the scores, line 2', '第2行对得分的梯度'),
      ]
    : []),
  {
    id: 'bug',
    kind: 'choice',
    label: { en: 'The line with the bug', zh: '有错的一行' },
    options: [
      { id: 'line-1', label: { en: 'line 1', zh: '第1行' } },
      { id: 'line-2', label: { en: 'line 2', zh: '第2行' } },
    ],
  },
];

const decimals = (values: readonly number[], comma: string, digits?: number): string =>
  values.map((value) => format(value, digits)).join(comma);

/** The probabilities after one softmax. */
export const onceText = (problem: DoubleSoftmax, comma: string): string => decimals(once(problem), comma);

/** The probability of the label after one softmax and after two. */
export const changeOfLabel = (problem: DoubleSoftmax): readonly [string, string] => [
  format(once(problem)[problem.label] ?? 0),
  format(twice(problem)[problem.label] ?? 0, places),
];

/** The calculation of each field of a part, behind the name of its class. */
export const fieldTexts = (problem: DoubleSoftmax, part: string): readonly { en: Text; zh: Text; line: Text }[] =>
  problem.weights.flatMap((_, index) => {
    const found = working(problem, part, index);
    if (found === undefined) return [];
    const last = found.lines.at(-1)?.map((piece) => piece.replace(/[−\d.,]+$/, (digits) => output(digits))) ?? [];
    const line = workingText({ lines: found.lines.with(-1, last) });
    return [{ line, en: `${classNamed(index).en}: ${line}`, zh: `${classNamed(index).zh}：${line}` }];
  });

/** Nearly there: which numbers the answers come from. */
export function lastHint(problem: DoubleSoftmax): { en: Text; zh: Text } {
  const { en, zh } = classNamed(problem.label);
  if (problem.asks === 'losses') {
    return {
      en: `Look up the logarithms of the two probabilities of the ${en}, and change their signs. Which line calls softmax before cross_entropy?`,
      zh: `查${zh}的两个概率的对数，再变号。交给cross_entropy之前先做了softmax的那一行，就是错的。`,
    };
  }
  const sum = format(printedSum(problem), 4);
  const p = format(once(problem)[problem.label] ?? 0);
  const losses = {
    en: `The exponentials add up to ${sum}. After two softmaxes the loss for the ${en} is ln ${sum} − ${p}.`,
    zh: `指数值的和是${sum}。做两次softmax时，${zh}的损失就是ln ${sum} − ${p}。`,
  };
  if (problem.asks === 'softmax') return losses;
  return {
    en: `${losses.en} Between the softmaxes the gradient g is ${decimals(behindSoftmax(problem), ', ', places)}; take it back through the first one.`,
    zh: `${losses.zh}两个softmax之间的梯度g是${decimals(behindSoftmax(problem), '、', places)}，再往回经过第一个。`,
  };
}
