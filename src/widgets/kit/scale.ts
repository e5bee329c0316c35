import { child, children, contextOf, type Root } from './dom.ts';

/** A step of the diverging scale, as `.cell[data-v]` in grid.css draws it. */
export type Shade = 'zero' | `${'pos' | 'neg'}${1 | 2 | 3 | 4 | 5}`;

const STEPS = [1, 2, 3, 4, 5] as const;

/** The largest magnitude among the values, for `shade`. */
export const magnitude = (...values: readonly Iterable<number>[]): number =>
  Math.max(0, ...values.flatMap((some) => [...some].map(Math.abs)));

/** Whether every value is −1, 0 or 1: such a picture has its own two shades. */
export const isBinary = (values: Iterable<number>): boolean =>
  [...values].every((value) => Math.abs(value) === 1 || value === 0);

/** The shade of a value: ⌈5·|v| / max⌉ steps towards ink or ochre (visual.md, "The colour code"). */
export function shade(value: number, max: number): Shade {
  if (value === 0 || max === 0) return 'zero';
  const step = STEPS[Math.ceil((5 * Math.abs(value)) / max - 1e-9) - 1] ?? (Math.abs(value) > max ? 5 : 1);
  return value < 0 ? `neg${step}` : `pos${step}`;
}

/** The shade of a cell of a picture of −1, 0 and 1. */
export const binaryShade = (value: number): Shade => (value === 0 ? 'zero' : value < 0 ? 'neg1' : 'pos2');

/** The shading of one group of grids: binary pictures have two shades, all others share their largest magnitude. */
export const shadesOf = (values: readonly number[]): ((value: number) => Shade) => {
  if (isBinary(values)) return binaryShade;
  const max = magnitude(values);
  return (value) => shade(value, max);
};

const RAMP: readonly Shade[] = ['neg5', 'neg4', 'neg3', 'neg2', 'neg1', 'zero', 'pos1', 'pos2', 'pos3', 'pos4', 'pos5'];

/** The scale's legend: the ramp between its two ends, which are "negative" and "positive" if not given. */
export function legend(parent: Root, ends?: readonly [low: string, high: string]): void {
  const { words } = contextOf(parent);
  drawRamp(parent, ends ?? [words.negative, words.positive], RAMP);
}

/** The legend of values that are never negative: from zero to the largest, or the two shades of zeros and ones. */
export const countLegend = (
  parent: Root,
  ends: readonly [zero: string, high: string],
  steps: readonly Shade[] = RAMP.slice(STEPS.length),
): void => drawRamp(parent, ends, steps);

function drawRamp(parent: Root, [low, high]: readonly [string, string], steps: readonly Shade[]): void {
  const scale = child(parent, 'div', 'scale').attr('class', 'scale');
  child(scale, 'span', 'low').text(low);
  const ramp = child(scale, 'span', 'ramp').attr('class', 'ramp').attr('aria-hidden', 'true');
  children(ramp, 'i', steps, (step) => step).attr('data-v', (step) => step);
  child(scale, 'span', 'high').text(high);
}
