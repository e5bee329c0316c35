import type { Tensor } from '../../core/index.ts';
import type { Tools } from '../kit/definition.ts';
import { pictureSource, sampleAddress } from '../kit/picture-source.ts';
import { greyOf } from './grey.ts';
import type { Resource, State } from './model.ts';

/** Turns each picture into greys. */
export function mount(tools: Tools<State, Resource>): () => void {
  const canvas = document.createElement('canvas');
  let grey: Tensor | undefined;
  const address = ({ picture }: State) => sampleAddress(`${picture}.jpg`);
  return pictureSource(tools, address, ({ camera, problem }, bitmap) => {
    if (bitmap) grey = greyOf(bitmap, bitmap.width, bitmap.height, canvas) ?? grey;
    tools.provide({ grey, camera, problem });
  });
}
