import { checkWhole } from './check.ts';
import { kernelSpan } from './output-size.ts';

/** A layer that looks through a window, along one direction: a convolution or a pooling. */
export interface WindowLayer {
  readonly kernel: number;
  readonly stride?: number | undefined;
  readonly dilation?: number | undefined;
}

/** What one cell of a layer sees of the picture along one direction, in pixels. */
export interface Seen {
  readonly receptiveField: number;
  /** How far apart in the picture two neighbouring cells look. */
  readonly jump: number;
}

/** Before the first layer a cell sees itself. */
export const pixel: Seen = { receptiveField: 1, jump: 1 };

/** One layer further: r + (D(K − 1))·j and j·S. */
export const seeThrough = (before: Seen, kernel: number, stride: number, dilation: number): Seen => ({
  receptiveField: before.receptiveField + (kernelSpan(kernel, dilation) - 1) * before.jump,
  jump: before.jump * stride,
});

/**
 * The receptive field and the jump after each layer of a stack, along one direction.
 * @throws RangeError where a setting is not a whole number from 1.
 */
export function receptiveFields(stack: readonly WindowLayer[]): Seen[] {
  let seen = pixel;
  return stack.map(({ kernel, stride = 1, dilation = 1 }, layer) => {
    for (const [name, value] of Object.entries({ kernel, stride, dilation })) {
      checkWhole(`stack[${layer}].${name}`, value, 1);
    }
    seen = seeThrough(seen, kernel, stride, dilation);
    return seen;
  });
}
