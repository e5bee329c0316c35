import { convolve2d, fromRows, type WindowTerms, windowTerms } from '../../core/index.ts';

/** A bird drawn for this site: 16 × 16 greys, 0 black to 9 white. */
const PICTURE = [
  '9999999999999999',
  '9999999999999999',
  '9997558999999999',
  '9973233899999999',
  '9943023599999999',
  '7223223346999999',
  '9863333223489999',
  '9996442222249999',
  '9996552222225999',
  '9996554222223999',
  '8888555532222588',
  '8888755543322225',
  '8888886554776425',
  '7777776464777777',
  '5555555454555555',
  '8888888888888888',
].map((row) => [...row].map(Number));

/** Sobel's kernel: it answers to vertical edges. */
const KERNEL = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1],
];

export const greys: readonly number[] = PICTURE.flat();
export const pictureSide = PICTURE.length;
export const mapSide = pictureSide - KERNEL.length + 1;
export const places = mapSide ** 2;

const input = fromRows([PICTURE]);
const kernel = fromRows([[KERNEL]]);

/** The map of vertical edges, row by row. */
export const edges = (): number[] => [...convolve2d(input, kernel).data];

export const rowOf = (place: number): number => Math.floor(place / mapSide);
export const columnOf = (place: number): number => place % mapSide;

/** The nine products of one place of the map. */
export const productsAt = (place: number): WindowTerms =>
  windowTerms(input, kernel, {}, { row: rowOf(place), column: columnOf(place) });

/** How the sum at a place reads. */
export function edgeStrength(sum: number): 'strong' | 'weak' | 'none' {
  if (Math.abs(sum) > 8) return 'strong';
  return Math.abs(sum) > 4 ? 'weak' : 'none';
}

/** The figure begins where the map is two thirds done. */
export const firstPlace = 128;
