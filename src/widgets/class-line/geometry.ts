/** A place on the plane. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The function x·a + y·b + c: zero on a line, positive on one side of it. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const valueAt = ({ a, b, c }: Affine, { x, y }: Place): number => a * x + b * y + c;

export const minus = (one: Affine, other: Affine): Affine => ({
  a: one.a - other.a,
  b: one.b - other.b,
  c: one.c - other.c,
});

/** Where an edge crosses the line. */
const crossing = (from: Place, to: Place, line: Affine): Place => {
  const [before, after] = [valueAt(line, from), valueAt(line, to)];
  const share = before / (before - after);
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
};

/** The part of a convex polygon on the line's positive side. */
export const clip = (corners: readonly Place[], line: Affine): Place[] =>
  corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    const [isIn, nextIsIn] = [valueAt(line, corner) >= 0, valueAt(line, next) >= 0];
    return [...(isIn ? [corner] : []), ...(isIn === nextIsIn ? [] : [crossing(corner, next, line)])];
  });

/** The piece of the line inside a convex polygon: its two ends, or nothing. */
export function chord(corners: readonly Place[], line: Affine): readonly Place[] {
  const ends = corners.flatMap((corner, index) => {
    const next = corners[(index + 1) % corners.length] ?? corner;
    return valueAt(line, corner) >= 0 === valueAt(line, next) >= 0 ? [] : [crossing(corner, next, line)];
  });
  return ends.length === 2 ? ends : [];
}

/** A word is so many times as wide as it is high: distances along x count so much less. */
const WIDE = 2.5;

/** How far a word's middle may be from the line; endless where there is no line. */
const distanceTo = (line: Affine, place: Place): number => {
  const length = Math.hypot(WIDE * line.a, line.b);
  return length === 0 ? Number.POSITIVE_INFINITY : valueAt(line, place) / length;
};

/**
 * The place of a lattice on a square with the most room for a word: on the positive side of all lines, away from the
 * points; none if the room is less than asked for.
 */
export function roomiest(
  size: number,
  lines: readonly Affine[],
  points: readonly Place[],
  room: number,
): Place | undefined {
  let [best, most]: [Place | undefined, number] = [undefined, room];
  for (let x = 1.5; x <= size - 1.5; x += 0.5) {
    for (let y = 0.5; y <= size - 0.5; y += 0.5) {
      const place = { x, y };
      const toLine = Math.min(...lines.map((line) => distanceTo(line, place)), x / WIDE, (size - x) / WIDE);
      if (toLine <= most) continue;
      const toPoint = Math.min(...points.map((point) => Math.hypot((point.x - x) / WIDE, point.y - y)));
      if (Math.min(toLine, toPoint) > most) [best, most] = [place, Math.min(toLine, toPoint)];
    }
  }
  return best;
}
