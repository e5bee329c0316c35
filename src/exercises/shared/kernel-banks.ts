import { convolve2d, zeros } from '../../core/index.ts';
import type { Random } from '../kit/random.ts';

/** All kernels of one layer. */
export interface Bank {
  readonly kernels: number;
  /** The channels of each kernel. */
  readonly depth: number;
  readonly size: number;
  /** 1 where the layer is not grouped. */
  readonly groups: number;
}

export interface BankChoice {
  /** Channels, height and width; no padding. */
  readonly input: readonly [number, number, number];
  /** The four banks, A to D. */
  readonly banks: readonly Bank[];
}

/** What a bank needs to run: all channels read, a window that fits, and as many kernels in every group. */
export const depthFits = ({ depth, groups }: Bank, { input: [channels] }: BankChoice) => depth * groups === channels;
export const sizeFits = ({ size }: Bank, { input: [, height, width] }: BankChoice) => size <= Math.min(height, width);
export const dealsOut = ({ kernels, groups }: Bank) => kernels % groups === 0;

/** How many channels come out, by the site's own convolution; 0 where that refuses. */
export function trueOutputs({ kernels, depth, size, groups }: Bank, { input }: BankChoice): number {
  try {
    return convolve2d(zeros(input), zeros([kernels, depth, size, size]), { groups }).shape[0] ?? 0;
  } catch (refusal) {
    if (refusal instanceof RangeError) return 0;
    throw refusal;
  }
}

export const fits = (bank: Bank, problem: BankChoice): boolean => trueOutputs(bank, problem) > 0;

export const isDeeper = ({ depth, groups }: Bank, { input: [channels] }: BankChoice) => depth * groups > channels;
export const hasShallow = (problem: BankChoice) =>
  problem.banks.some((bank) => !isDeeper(bank, problem) && !depthFits(bank, problem));
export const hasTooLarge = (problem: BankChoice) => !problem.banks.every((bank) => sizeFits(bank, problem));
export const isGrouped = ({ banks }: BankChoice) => banks.some(({ groups }) => groups > 1);

/** Banks of which one or two run; the others fail by their depth or, at level 2, by their size. */
export function drawPlain(random: Random, level: 1 | 2): BankChoice {
  const channels = random.pick([3, 4, 5, 6, 8]);
  const side = level === 1 ? random.integer(8, 12) : random.integer(4, 6);
  const others = random.shuffle([2, 3, 4, 5, 6, 7, 8, 9, 10, 12].filter((count) => count !== channels));
  const [first = 2, second = 4, third = 6, fourth = 10, fifth = 12] = others;
  const size = () => random.pick([2, 3]);
  const wrongDepth = { kernels: fourth, depth: fifth, size: size(), groups: 1 };
  const last = level === 1 ? wrongDepth : { kernels: fourth, depth: channels, size: side + 1, groups: 1 };
  const banks = [
    { kernels: first, depth: channels, size: size(), groups: 1 },
    { kernels: channels, depth: second, size: size(), groups: 1 },
    { kernels: third, depth: random.pick([third, channels]), size: size(), groups: 1 },
    last,
  ];
  return { input: [channels, side, side], banks: random.shuffle(banks) };
}

/** Banks with groups: one runs; one ignores the groups, one cannot be dealt out, and one is without groups. */
export function drawGrouped(random: Random): BankChoice {
  const [channels, groups] = random.pick([
    [4, 2],
    [6, 2],
    [6, 3],
    [8, 2],
    [8, 4],
    [9, 3],
    [12, 3],
    [12, 4],
  ] as const);
  const side = random.integer(6, 9);
  const counts = random.shuffle([2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 16].filter((count) => count !== channels));
  const divisible = counts.filter((count) => count % groups === 0);
  const indivisible = counts.filter((count) => count % groups !== 0);
  const size = () => random.pick([1, 3]);
  const [first = groups, second = groups] = divisible;
  const [third = 5, fourth = 7] = indivisible;
  const banks = [
    { kernels: first, depth: channels / groups, size: size(), groups },
    { kernels: second, depth: channels, size: size(), groups },
    { kernels: third, depth: channels / groups, size: size(), groups },
    { kernels: fourth, depth: random.pick([channels, channels / groups]), size: size(), groups: 1 },
  ];
  return { input: [channels, side, side], banks: random.shuffle(banks) };
}
