import { receptiveFields, type Seen, type WindowLayer } from '../../core/index.ts';
import type { Answer, Label, Level, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { format, type Text } from '../kit/text.ts';

/** A layer that looks through a square window. */
export interface StackLayer extends WindowLayer {
  readonly kind: 'convolution' | 'pooling';
  readonly stride: number;
  readonly dilation: number;
}

/** The steps from the first weight of a window to its last: K − 1, dilated D × (K − 1). */
export const stepsAcross = ({ kernel, dilation }: StackLayer): number => dilation * (kernel - 1);

/** The same as a factor: (3 − 1), dilated 2 × (3 − 1). */
export const stepsText = ({ kernel, dilation }: StackLayer): Text =>
  dilation === 1 ? `(${kernel} − 1)` : `${dilation} × (${kernel} − 1)`;

export const layerKinds: Readonly<Record<StackLayer['kind'], Label>> = {
  convolution: { en: 'convolution', zh: '卷积' },
  pooling: { en: 'max pooling', zh: '最大池化' },
};

export interface Stack {
  readonly layers: readonly StackLayer[];
}

export const asAnswer = (seen: readonly Seen[]): Answer => ({
  fields: seen.map(({ receptiveField }) => receptiveField),
  jumps: seen.map(({ jump }) => jump),
});

export const truth = ({ layers }: Stack): Seen[] => receptiveFields(layers);

/** What a cell sees before this layer, under a rule. */
const beforeOf = (seen: readonly Seen[], index: number, start = 1): Seen =>
  seen[index - 1] ?? { receptiveField: start, jump: 1 };

/** The calculation of one field: the pieces of what is added to the field before, or of what its jump is multiplied by. */
function workingOf(
  seen: readonly Seen[],
  part: string,
  index: number,
  start: number,
  grown: readonly string[],
): Working {
  const before = beforeOf(seen, index, start);
  const after = seen[index] ?? before;
  if (part === 'jumps') {
    return { lines: [[format(before.jump), `× ${format(after.jump / before.jump)}`], [format(after.jump)]] };
  }
  const first = [format(before.receptiveField), ...grown];
  const middle = [format(before.receptiveField), `+ ${format(after.receptiveField - before.receptiveField)}`];
  return {
    lines: grown.length > 1 ? [first, middle, [format(after.receptiveField)]] : [first, [format(after.receptiveField)]],
  };
}

export const trueWorking = (problem: Stack, part: string, index: number): Working | undefined => {
  const layer = problem.layers[index];
  const seen = truth(problem);
  return layer && workingOf(seen, part, index, 1, [`+ ${stepsText(layer)}`, `× ${format(beforeOf(seen, index).jump)}`]);
};

/** A wrong rule from layer to layer. */
interface Rule {
  /** The field before the first layer, if not 1. */
  readonly start?: number;
  readonly field: (before: Seen, layer: StackLayer, jump: number) => number;
  /** The jump after the layer, if not rightly multiplied by its stride. */
  readonly jump?: (before: Seen, layer: StackLayer, isFirst: boolean) => number;
  /** How the field grows, in pieces; no calculation is shown without. */
  readonly grown?: (before: Seen, layer: StackLayer, jump: number) => readonly string[];
  readonly applies?: (problem: Stack) => boolean;
}

/** What a cell of each layer sees under a rule. */
function follow({ start = 1, field, jump }: Rule, { layers }: Stack): Seen[] {
  let seen: Seen = { receptiveField: start, jump: 1 };
  return layers.map((layer, index) => {
    const after = jump?.(seen, layer, index === 0) ?? seen.jump * layer.stride;
    seen = { receptiveField: field(seen, layer, after), jump: after };
    return seen;
  });
}

/** A wrong rule as a misconception runs it. */
export const wrongly = (rule: Rule) => ({
  answer: (problem: Stack) => (rule.applies?.(problem) === false ? undefined : asAnswer(follow(rule, problem))),
  working(problem: Stack, part: string, index: number) {
    const layer = problem.layers[index];
    const seen = follow(rule, problem);
    const jump = seen[index]?.jump ?? 1;
    const isMultiple = Number.isInteger(jump / beforeOf(seen, index).jump);
    if (layer === undefined || rule.grown === undefined || (part === 'jumps' && !isMultiple)) return undefined;
    const { start = 1 } = rule;
    return workingOf(seen, part, index, start, rule.grown(beforeOf(seen, index, start), layer, jump));
  },
});

export const strides = ({ layers }: Stack): boolean => layers.some(({ stride }) => stride > 1);
export const pools = ({ layers }: Stack): boolean => layers.some(({ kind }) => kind === 'pooling');
export const dilated = ({ layers }: Stack): boolean => layers.some(({ dilation }) => dilation > 1);
/** The rule, on the problems on which it is wrong. */
export const differs = (rule: Rule): Rule => ({
  ...rule,
  applies: (problem) => JSON.stringify(follow(rule, problem)) !== JSON.stringify(truth(problem)),
});

/** A stack to be worked out by hand: convolutions, from level 2 with a pooling, at level 3 with a dilation. */
export function drawStack(random: Random, level: Level): Stack {
  const convolution = (kernels: readonly number[], dilation = 1): StackLayer => ({
    kind: 'convolution',
    kernel: random.pick(kernels),
    stride: random.pick([1, 1, 2]),
    dilation,
  });
  const pooling = (): StackLayer => ({ kind: 'pooling', kernel: random.pick([2, 2, 3]), stride: 2, dilation: 1 });
  if (level === 1)
    return { layers: [{ ...convolution([2, 3, 4, 5, 7]), stride: random.pick([1, 2]) }, convolution([2, 3, 4, 5])] };
  if (level === 2) return { layers: [convolution([3, 4, 5, 6, 7]), pooling(), convolution([2, 3, 4, 5])] };
  const dilation = random.pick([2, 3]);
  const inner = random.shuffle([pooling(), convolution([3, 5]), { ...convolution([3], dilation), stride: 1 }]);
  return { layers: [convolution([3, 5, 7]), ...inner] };
}
