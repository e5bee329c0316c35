import { describeNetwork, receptiveFields } from '../../core/index.ts';
import type { Answer, Level, Working } from '../kit/definition.ts';
import { fraction } from '../kit/exact.ts';
import type { Random } from '../kit/random.ts';
import { format } from '../kit/text.ts';
import { type Count, productOf } from './counts.ts';

/** A stack of 3×3 layers beside one layer with a large kernel. */
export interface StackedKernels {
  /** How many 3×3 layers the stack has. */
  readonly layers: number;
  /** The channels that every layer reads and gives. */
  readonly channels: number;
  /** What is asked; where that is how many layers there are, the large kernel is given. */
  readonly asked: 'field' | 'weights' | 'layers';
}

/** All that can be asked of a problem, as somebody works it out. */
interface View {
  readonly layers: number;
  /** Height and width of the large kernel. */
  readonly field: Count;
  readonly stacked: Count;
  readonly single: Count;
}

/** 1 and 2 more for every layer. */
export const grown = (layers: number): Count => ({
  value: 1 + 2 * layers,
  lines: [['1', `+ ${layers} × 2`], [format(1 + 2 * layers)]],
});

/** The side of the field of the whole stack, by the site's own function. */
export const sideOf = ({ layers }: StackedKernels): number =>
  receptiveFields(Array.from({ length: layers }, () => ({ kernel: 3 }))).at(-1)?.receptiveField ?? 1;

/** The view of somebody who believes in so many layers and this field. */
const viewOf = (channels: number, layers: number, field: Count): View => ({
  layers,
  field,
  stacked: productOf([layers, channels, channels, 3, 3]),
  single: productOf([channels, channels, field.value, field.value]),
});

/** What is right. */
export const trueView = ({ channels, layers }: StackedKernels): View => viewOf(channels, layers, grown(layers));

const share = ({ stacked, single }: View): string => fraction(stacked.value, single.value);

function asAnswer({ asked }: StackedKernels, view: View, ratio = share(view)): Answer {
  const weights = { stacked: [view.stacked.value], single: [view.single.value] };
  if (asked === 'layers') return { layers: [view.layers], ...weights, ratio: [ratio] };
  if (asked === 'field') return { field: [view.field.value], stacked: weights.stacked };
  return { field: [view.field.value], ...weights };
}

/** The right weights, by the site's own count of a network's layers. */
export function truth(problem: StackedKernels): Answer {
  const { channels, layers } = problem;
  const side = sideOf(problem);
  const convolution = (kernel: number) => ({ kind: 'conv2d', outputs: channels, kernel, bias: false }) as const;
  const weights = (kernels: readonly number[]): number =>
    describeNetwork(kernels.map(convolution), [channels, side, side]).total.parameters;
  const view = trueView(problem);
  const [stacked, single] = [weights(Array.from({ length: layers }, () => 3)), weights([side])];
  return asAnswer(problem, {
    ...view,
    field: { ...view.field, value: side },
    stacked: { ...view.stacked, value: stacked },
    single: { ...view.single, value: single },
  });
}

function shareWorking({ stacked, single }: View): Working {
  const [whole, reduced] = [
    `${format(stacked.value)} / ${format(single.value)}`,
    fraction(stacked.value, single.value),
  ];
  return { lines: [[whole], [reduced]] };
}

/** The calculation of one part. */
export function workingOf(view: View, part: string): Working | undefined {
  if (part === 'field') return view.field;
  if (part === 'stacked') return view.stacked;
  if (part === 'single') return view.single;
  return part === 'ratio' ? shareWorking(view) : undefined;
}

/** A wrong rule; `undefined` where it does not apply or says the same. */
export const seeing = (change: (problem: StackedKernels, view: View) => Partial<View> | undefined) => {
  const seen = (problem: StackedKernels): View | undefined => {
    const changed = change(problem, trueView(problem));
    return changed && { ...trueView(problem), ...changed };
  };
  return {
    answer(problem: StackedKernels) {
      const view = seen(problem);
      if (view === undefined) return undefined;
      const answer = asAnswer(problem, view);
      return JSON.stringify(answer) === JSON.stringify(truth(problem)) ? undefined : answer;
    },
    working(problem: StackedKernels, part: string) {
      const view = seen(problem);
      return view && workingOf(view, part);
    },
  };
};

/** A wrong rule for how the field grows: from the layers to the field, or back from the field to the layers. */
export const growing = (field: (layers: number) => Count, layers: (field: number) => number) =>
  seeing((problem) => {
    const { channels, asked } = problem;
    if (asked !== 'layers') return viewOf(channels, problem.layers, field(problem.layers));
    const found = layers(sideOf(problem));
    return Number.isInteger(found) && found > 0 ? viewOf(channels, found, grown(problem.layers)) : undefined;
  });

/** Layers and channels for a level, and what is asked. */
export function drawStack(random: Random, level: Level): StackedKernels {
  const channels = [
    [2, 3, 4, 5, 6, 8, 10, 20],
    [8, 10, 12, 16, 20, 30, 32],
    [16, 24, 32, 40, 48, 64, 96, 100, 128, 256],
  ][level - 1] ?? [1];
  const layers = level === 1 ? random.integer(2, 6) : random.integer(2, 5);
  const asked = (['field', 'weights', 'layers'] as const)[level - 1] ?? 'field';
  return { layers, channels: random.pick(channels), asked };
}
