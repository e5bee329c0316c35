import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { manifestSchema, pictureSchema } from '@/runtime/manifest.ts';

const root = new URL('../../../', import.meta.url);
export const read = (path: string): Buffer => readFileSync(new URL(path, root));
const json = (path: string): unknown => JSON.parse(read(path).toString());

export const ids = Object.keys(import.meta.glob('/content/networks/*.json')).map((path) =>
  path.replace(/^.*\/|\.json$/g, ''),
);
export const manifestOf = (id: string) => manifestSchema.parse(json(`content/networks/${id}.json`));
export const pictures = z.array(pictureSchema).parse(json('public/pictures/sources.json'));

/** PyTorch's values for the first picture of CIFAR-10's test set. */
export const goldenOf = (id: string) =>
  z
    .object({ layers_of_picture_0: z.record(z.string(), z.object({ shape: z.array(z.int()), mean: z.number() })) })
    .parse(json(`tests/goldens/networks/${id}.golden.json`)).layers_of_picture_0;

/** For each sample photo the 3×32×32 bytes the networks are given, and PyTorch's logits. */
export const samples = z
  .object({
    classes: z.array(z.string()),
    photos: z.array(
      z.object({
        file: z.string(),
        class: z.string().nullable(),
        pixels: z.base64(),
        logits: z.record(z.string(), z.array(z.number())),
      }),
    ),
  })
  .parse(json('tests/goldens/networks/samples.json'));
