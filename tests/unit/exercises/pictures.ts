/** The tick and its tip, of the lesson on convolution. */
export const tick = [
  [-1, -1, -1, -1, 1],
  [-1, -1, -1, -1, 1],
  [1, -1, -1, 1, -1],
  [-1, 1, -1, 1, -1],
  [-1, -1, 1, -1, -1],
];
export const tip = [
  [-1, -1, 1],
  [1, -1, 1],
  [-1, 1, -1],
];
