import { convolutionOutputSize } from '../../core/index.ts';
import type { Label } from '../kit/definition.ts';
import { format } from '../kit/text.ts';

/** A pixel along one direction, its place counted from 1, and the window that slides there. */
export interface Place {
  readonly place: number;
  readonly size: number;
  readonly kernel: number;
  readonly padding: number;
}

/** Where a window that holds the pixel can start; below 1 in the padding. */
const starts = ({ place, size, kernel, padding }: Place): readonly [low: number, high: number] => [
  Math.max(place - kernel + 1, 1 - padding),
  Math.min(place, size + padding - kernel + 1),
];

/** How many places of the window hold the pixel. */
export function holding(place: Place): number {
  const [low, high] = starts(place);
  return Math.max(0, high - low + 1);
}

/** All places of the window. */
export const allPlaces = ({ size, kernel, padding }: Place): number =>
  convolutionOutputSize({ input: size, kernel, padding });

/** In which rows or columns a window that holds the pixel can start: `rows 2 to 4`, `row 3`. */
export function startsOf(place: Place, direction: 'row' | 'column'): Label {
  const [low, high] = starts(place).map((start) => format(start));
  const unit = { row: '行', column: '列' }[direction];
  if (low === high) return { en: `${direction} ${low}`, zh: `第${low}${unit}` };
  return { en: `${direction}s ${low} to ${high}`, zh: `第${low}${unit}到第${high}${unit}` };
}

/** What the rows and columns below 1 are, where a window can start there. */
export function outsideText(padding: number): Label {
  if (padding === 0) return { en: '', zh: '' };
  const counted = Array.from({ length: padding }, (_, index) => format(-index));
  return {
    en: ` (${counted.join(' and ')} ${padding === 1 ? 'is' : 'are'} in the padding)`,
    zh: `（${counted.join('和')}在填充里）`,
  };
}
