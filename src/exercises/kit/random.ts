/**
 * The one source of chance. sfc32 (Chris Doty-Humphrey's "small fast counting" generator, 128 bits of state), its
 * state filled by splitmix32 from the seed. The numbers drawn for a seed never change: printed sheets and links rely on it.
 */

/** Draws numbers, always the same ones in the same order for one seed. */
export interface Random {
  /** A whole number from `low` to `high`, both included, all equally likely. */
  integer(low: number, high: number): number;
  /** One of the items. Throws `RangeError` when there is none. */
  pick<T>(items: readonly T[]): T;
  /** The items in a drawn order, as a new list. */
  shuffle<T>(items: readonly T[]): T[];
  /** True with this probability (a half if not given). */
  chance(probability?: number): boolean;
}

function splitmix32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
}

/**
 * A generator for a seed, an unsigned 32-bit whole number.
 * Throws `RangeError` for any other seed.
 */
export function createRandom(seed: number): Random {
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`A seed is a whole number from 0 to 4294967295; this one is ${seed}.`);
  }
  const fill = splitmix32(seed);
  let [a, b, c, counter] = [fill(), fill(), fill(), 1];

  /** The next 32 bits, as a number from 0 up to but not including 1. */
  const unit = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let warmUp = 0; warmUp < 12; warmUp += 1) unit();

  const integer = (low: number, high: number): number => low + Math.floor(unit() * (high - low + 1));

  return {
    integer,
    pick(items) {
      if (items.length === 0) throw new RangeError('There is nothing to pick from an empty list.');
      const [item] = items.slice(integer(0, items.length - 1));
      if (item === undefined) throw new RangeError('A list to pick from holds no undefined.');
      return item;
    },
    shuffle(items) {
      const left = [...items];
      const drawn: (typeof left)[number][] = [];
      while (left.length > 0) drawn.push(...left.splice(integer(0, left.length - 1), 1));
      return drawn;
    },
    chance: (probability = 0.5) => unit() < probability,
  };
}

/** Draws until what is drawn is good. Throws an `Error` where it never is. */
export function drawUntil<T>(draw: () => T, isGood: (drawn: T) => boolean): T {
  for (let attempt = 0; attempt < 1000; attempt += 1) {
    const drawn = draw();
    if (isGood(drawn)) return drawn;
  }
  throw new Error('None of 1000 draws was good; loosen what is asked of them.');
}
