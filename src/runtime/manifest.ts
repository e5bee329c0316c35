import { z } from 'astro/zod';

/** A sentence or title in both languages. */
const translated = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const pair = z.union([z.int().nonnegative(), z.tuple([z.int().nonnegative(), z.int().nonnegative()])]);
const name = z.string().min(1);

const plainLayer = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('conv2d'),
    name,
    outputs: z.int().positive(),
    kernel: pair,
    stride: pair.optional(),
    padding: pair.optional(),
    dilation: pair.optional(),
    groups: z.int().positive().optional(),
    bias: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.enum(['maxPool2d', 'averagePool2d']),
    name,
    window: pair,
    stride: pair.optional(),
    padding: pair.optional(),
    ceilMode: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('adaptiveAveragePool2d'), name, outputSize: pair }),
  z.strictObject({ kind: z.literal('linear'), name, outputs: z.int().positive(), bias: z.boolean().optional() }),
  z.strictObject({ kind: z.enum(['batchNorm2d', 'relu', 'flatten']), name }),
  /** `rate`: the part of the values set to 0 while training. Has no node in the file. */
  z.strictObject({ kind: z.literal('dropout'), name, rate: z.number().gt(0).lt(1) }),
]);

/** Layers as core's `describeNetwork` takes them; names are those of the file's nodes, and of their outputs. */
const layer = z.discriminatedUnion('kind', [
  plainLayer,
  /** `name` is the addition's: body(x) + skip(x), an empty skip being x itself. */
  z.strictObject({
    kind: z.literal('residual'),
    name,
    body: z.array(plainLayer).min(1),
    skip: z.array(plainLayer),
  }),
]);

const channels = { order: z.literal('RGB'), mean: z.array(z.number()).length(3), std: z.array(z.number()).length(3) };

/** How a photo becomes the input: resized, divided by 255, minus `mean`, divided by `std`, by channel. */
const preprocessing = z.discriminatedUnion('resize', [
  /** The centre square, area-averaged to size × size. */
  z.strictObject({ resize: z.literal('square-area-average'), size: z.int().positive(), ...channels }),
  /** The short side to `short`, bilinear with antialiasing; then the centre `size` × `size`. */
  z.strictObject({
    resize: z.literal('short-side-bilinear'),
    short: z.int().positive(),
    size: z.int().positive(),
    ...channels,
  }),
]);

/** One pretrained network: `content/networks/<id>.json`; its id is the file's name. */
export const manifestSchema = z.strictObject({
  title: translated,
  /** Place in lists and choosers. */
  order: z.int().positive(),
  /** Year of the paper. */
  year: z.int(),
  paper: z.strictObject({ title: z.string(), authors: z.string(), year: z.int(), url: z.url() }),
  /** What is as in the paper and what is not. */
  plan: translated,
  weights: z.strictObject({ licence: z.string(), source: translated }),
  training: z.strictObject({
    pictures: z.string(),
    /** Numbers that were trained. More than `layers` has, where batch normalisation was folded into the convolutions. */
    parameters: z.int().positive(),
    batchNormFolded: z.boolean(),
    epochs: z.int().positive(),
    peakLearningRate: z.number().positive(),
    weightDecay: z.number().nonnegative(),
    seed: z.int(),
    /** The run went on from weights of an earlier one. */
    continued: z.boolean(),
  }),
  /** The file's input, without the batch dimension: channels, rows, columns. */
  input: z.strictObject({ name, shape: z.tuple([z.int().positive(), z.int().positive(), z.int().positive()]) }),
  /** The file's output: logits, batch × classes. */
  output: name,
  preprocessing,
  layers: z.array(layer).min(1),
  /** The same network in several number types, the preferred one first. */
  files: z
    .array(
      z.strictObject({
        /** Paths of this site, or https addresses, tried in order; the SHA-256 decides. */
        addresses: z.array(z.string().min(1)).min(1),
        bytes: z.int().positive(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        numbers: z.enum(['float32', 'float16', 'int8']),
      }),
    )
    .min(1),
  /** Classes in the order of the logits: the English id, and the Chinese name. */
  labels: z.array(z.strictObject({ id: z.string(), zh: z.string() })).min(2),
  accuracy: z.array(
    z.strictObject({
      on: z.string(),
      pictures: z.int().positive(),
      top1: z.number().min(0).max(1),
      perClass: z.record(z.string(), z.number().min(0).max(1)).optional(),
    }),
  ),
  /**
   * Sample photos with the class that is ranked first, right or wrong; logits agree within `tolerance`. The lab shows the
   * first picture whose logits are written here as its example.
   */
  golden: z.strictObject({
    tolerance: z.number().positive(),
    pictures: z.array(
      z.strictObject({ picture: z.string(), top1: z.string(), logits: z.array(z.number()).optional() }),
    ),
  }),
});

export type NetworkManifest = z.infer<typeof manifestSchema>;
export type NetworkLayer = NetworkManifest['layers'][number];
export type Preprocessing = NetworkManifest['preprocessing'];

/** One sample photo and its credits: an entry of `public/pictures/sources.json`; its id is the file's name. */
export const pictureSchema = z.strictObject({
  file: z.string(),
  title: translated,
  /** What is to be seen on it. */
  alt: translated,
  width: z.int().positive(),
  height: z.int().positive(),
  /** The class of the 32 × 32 networks that it shows; null: none of them. */
  class: z.string().nullable(),
  author: z.string(),
  /** Where that is more than a name. */
  authorInChinese: z.string().optional(),
  licence: z.string(),
  source: z.string(),
  note: z.string(),
  /** ImageNet classes that are right for it. */
  imagenet: z.array(z.strictObject({ index: z.int(), wnid: z.string(), name: z.string() })).optional(),
});

export type SamplePicture = z.infer<typeof pictureSchema>;
