/** Which inputs make one output along an axis: those from `start` on, with these weights (not yet divided by their sum). */
export interface Taps {
  readonly start: number;
  readonly weights: Float64Array;
}

/** Equal areas: an input counts by the part of it that lies inside. */
export function areaTaps(inputs: number, outputs: number): Taps[] {
  return Array.from({ length: outputs }, (_, i) => {
    const from = (i * inputs) / outputs;
    const to = ((i + 1) * inputs) / outputs;
    const start = Math.floor(from);
    const weights = Float64Array.from(
      { length: Math.ceil(to) - start },
      (_, j) => Math.min(start + j + 1, to) - Math.max(start + j, from),
    );
    return { start, weights };
  });
}

/**
 * Bilinear with antialiasing, as PyTorch's and Pillow's: a triangle as wide as the step between outputs (two inputs at least).
 * Only outputs `first` to `first + count − 1` of the `outputs` there would be.
 */
export function bilinearTaps(inputs: number, outputs: number, first: number, count: number): Taps[] {
  const scale = inputs / outputs;
  const width = Math.max(scale, 1);
  return Array.from({ length: count }, (_, i) => {
    const centre = (first + i + 0.5) * scale;
    const start = Math.max(Math.floor(centre - width + 0.5), 0);
    const end = Math.min(Math.floor(centre + width + 0.5), inputs);
    const weights = Float64Array.from({ length: end - start }, (_, j) =>
      Math.max(0, 1 - Math.abs((start + j + 0.5 - centre) / width)),
    );
    return { start, weights };
  });
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** To the nearest whole number, halves to the even one, as NumPy and PyTorch do. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

/** A picture of another size, made row by row, so that the whole never has to be in memory at once. */
export class Resampler {
  readonly #rows: readonly Taps[];
  readonly #columns: readonly Taps[];
  readonly #sums: Float64Array;
  readonly #line: Float64Array;

  constructor(rows: readonly Taps[], columns: readonly Taps[]) {
    this.#rows = rows;
    this.#columns = columns;
    this.#sums = new Float64Array(rows.length * columns.length * 3);
    this.#line = new Float64Array(columns.length * 3);
  }

  /** Adds row `y`: RGBA bytes, of which column `left` stands at `offset`. */
  add(y: number, data: Uint8ClampedArray, offset: number, left: number): void {
    let made = false;
    for (const [row, { start, weights }] of this.#rows.entries()) {
      const weight = weights[y - start];
      if (weight === undefined || weight === 0) continue;
      if (!made) this.#fillLine(data, offset - 4 * left);
      made = true;
      const at = row * this.#line.length;
      for (let i = 0; i < this.#line.length; i++)
        this.#sums[at + i] = (this.#sums[at + i] ?? 0) + weight * (this.#line[i] ?? 0);
    }
  }

  #fillLine(data: Uint8ClampedArray, zero: number): void {
    for (const [column, { start, weights }] of this.#columns.entries()) {
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let j = 0, at = zero + 4 * start; j < weights.length; j++, at += 4) {
        const weight = weights[j] ?? 0;
        red += weight * (data[at] ?? 0);
        green += weight * (data[at + 1] ?? 0);
        blue += weight * (data[at + 2] ?? 0);
      }
      this.#line[3 * column] = red;
      this.#line[3 * column + 1] = green;
      this.#line[3 * column + 2] = blue;
    }
  }

  /** The picture: RGBA bytes, opaque. */
  finish(): Uint8ClampedArray<ArrayBuffer> {
    const output = new Uint8ClampedArray(this.#rows.length * this.#columns.length * 4).fill(255);
    const across = this.#columns.map(({ weights }) => sum(weights));
    let at = 0;
    for (const { weights } of this.#rows) {
      const down = sum(weights);
      for (const width of across) {
        for (let channel = 0; channel < 3; channel++)
          output[4 * at + channel] = roundHalfEven((this.#sums[3 * at + channel] ?? 0) / (down * width));
        at++;
      }
    }
    return output;
  }
}
