import { formatNumber } from '../../state/number-text.ts';
import type { Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { countLegend, type Shade, shade } from '../kit/scale.ts';
import type { Words } from './words.ts';

/** The shade of a number of ways; where there is one way from each, as in a picture of ones. */
export const wayShade = (ways: number, most: number): Shade => (most === 1 && ways === 1 ? 'pos2' : shade(ways, most));

/** What the shades mean: up to this many ways. */
export const waysLegend = (parent: Root, most: number, words: Words): void =>
  countLegend(
    parent,
    [words.none, fill(words.most, { ways: formatNumber(most) })],
    most === 1 ? ['zero', wayShade(1, 1)] : undefined,
  );
