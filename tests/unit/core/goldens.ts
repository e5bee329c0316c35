import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { shapeText, type Tensor, tensor } from '@/core/index.ts';

/** A tensor as the golden files write it. */
export interface Written {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** The cases of one file of tests/goldens, computed by PyTorch in double precision. */
export function goldenCases<Case>(file: string): readonly Case[] {
  const golden: { readonly cases: readonly Case[] } = JSON.parse(
    readFileSync(new URL(`../../goldens/${file}.json`, import.meta.url), 'utf8'),
  );
  return golden.cases;
}

export const read = ({ shape, data }: Written): Tensor => tensor(shape, data);
export const readOptional = (written: Written | null): Tensor | undefined => (written ? read(written) : undefined);

/** Every value within a relative error of 1e-9 of PyTorch's; a zero is a zero. */
export function expectClose(actual: Tensor | undefined, expected: Written, what: string): void {
  expect(actual?.shape, `${what}: shape`).toEqual(expected.shape);
  expect(actual?.data.length, `${what}: values`).toBe(expected.data.length);
  for (const [i, value] of expected.data.entries()) {
    const off = Math.abs((actual?.data[i] ?? Number.NaN) - value);
    if (!(off <= 1e-9 * Math.abs(value))) {
      expect.fail(`${what} of ${shapeText(expected.shape)}: [${i}] is ${actual?.data[i]}, PyTorch has ${value}`);
    }
  }
}
