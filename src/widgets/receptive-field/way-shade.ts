import { type Shade, shade } from '../kit/scale.ts';

/** The shade of a number of ways; where there is one way from each, as in a picture of ones. */
export const wayShade = (ways: number, most: number): Shade => (most === 1 && ways === 1 ? 'pos2' : shade(ways, most));
