import type { Tensor } from '../../core/index.ts';
import type { Tools } from '../kit/definition.ts';
import { pictureSource } from '../kit/picture-source.ts';
import { greyOf } from './grey.ts';
import type { Resource, State } from './model.ts';

/** Turns each picture into greys. */
export function mount(tools: Tools<State, Resource>): () => void {
  const canvas = document.createElement('canvas');
  let grey: Tensor | undefined;
  return pictureSource(tools, ({ camera, problem }, bitmap) => {
    if (bitmap) grey = greyOf(bitmap, bitmap.width, bitmap.height, canvas) ?? grey;
    tools.provide({ grey, camera, problem });
  });
}
