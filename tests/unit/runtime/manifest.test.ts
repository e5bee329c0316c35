import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeNetwork, type LayerDescription } from '@/core/index.ts';
import { layerNames } from '@/runtime/client.ts';
import type { NetworkLayer } from '@/runtime/manifest.ts';
import { readHeader } from '@/runtime/pictures/header.ts';
import { readOnnx } from '../../onnx/read.ts';
import { goldenOf, ids, manifestOf, pictures, read, samples } from './networks.ts';

/** Every layer with its description, those inside a residual layer first, as in the file. */
function pairs(
  layers: readonly NetworkLayer[],
  descriptions: readonly LayerDescription[] = [],
): [NetworkLayer, LayerDescription][] {
  return layers.flatMap((layer, i) => {
    const description = descriptions[i];
    if (!description) throw new Error(`${layer.name} has no description`);
    const inside =
      layer.kind === 'residual' ? [...pairs(layer.body, description.body), ...pairs(layer.skip, description.skip)] : [];
    return [...inside, [layer, description]];
  });
}

it('finds the three embedded networks', () =>
  expect(ids).toEqual(expect.arrayContaining(['alexnet', 'vgg13', 'resnet18'])));

describe.each(ids)('%s', (id) => {
  const manifest = manifestOf(id);
  const [file] = manifest.files;
  const bytes = read(`public/${file?.addresses[0]}`);
  const onnx = readOnnx(bytes);
  const { layers, input } = manifest;
  const description = describeNetwork(layers, input.shape);
  const described = pairs(layers, description.layers);

  it('ships the file whose bytes and SHA-256 it names', () => {
    expect(file?.bytes).toBe(bytes.length);
    expect(file?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('names its layers as the nodes of the file, in their order', () => {
    expect(layerNames(layers)).toEqual(onnx.nodes.map(({ name }) => name));
    expect(onnx.nodes.every(({ name, outputs }) => outputs.length === 1 && outputs[0] === name)).toBe(true);
    expect(onnx.outputs).toEqual([manifest.output]);
  });

  it('has the parameters that the file has and that were trained', () => {
    // The mean and variance of a batch normalisation are measured, not trained.
    const trained = Object.entries(onnx.weights).filter(([name]) => !/\.(mean|variance)$/.test(name));
    const inFile = trained.reduce((sum, [, count]) => sum + count, 0);
    expect(description.total.parameters).toBe(inFile);
    // A convolution with batch normalisation has a scale and a shift for each channel; folded into it, a bias only.
    const scales = layers.reduce((sum, layer) => sum + (layer.kind === 'conv2d' ? layer.outputs : 0), 0);
    expect(manifest.training.parameters).toBe(inFile + (manifest.training.batchNormFolded ? scales : 0));
  });

  it('has the shapes that PyTorch has', () => {
    const golden = goldenOf(id);
    const shapes = described
      .filter(([layer]) => layer.kind !== 'dropout')
      .map(([layer, { shape }]) => [layer.name, shape]);
    expect(Object.fromEntries(shapes)).toEqual(
      Object.fromEntries(Object.entries(golden).map(([name, { shape }]) => [name, shape.slice(1)])),
    );
  });

  it('labels every logit, in the order of the classes it was trained on', () => {
    expect(manifest.labels.map((label) => label.id)).toEqual(samples.classes);
    expect(described.at(-1)?.[1].shape).toEqual([manifest.labels.length]);
    for (const { perClass, top1 } of manifest.accuracy) {
      const values = Object.values(perClass ?? {});
      expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(top1, 3);
    }
  });

  it('says what PyTorch ranks first on every sample photo', () => {
    const first = samples.photos.map(({ file: picture, logits }) => {
      const values = logits[id] ?? [];
      return { picture, top1: samples.classes[values.indexOf(Math.max(...values))] };
    });
    expect(manifest.golden.pictures.map(({ picture, top1 }) => ({ picture, top1 }))).toEqual(first);
  });

  it("has PyTorch's logits for the example in the lab", () => {
    const examples = manifest.golden.pictures.filter(({ logits }) => logits !== undefined);
    expect(examples.length).toBeGreaterThan(0);
    for (const { picture, logits } of examples)
      expect(logits).toEqual(samples.photos.find(({ file: name }) => name === picture)?.logits[id]);
  });
});

describe('sample photos', () => {
  it('are all credited, and all credits have a photo', () => {
    const files = readdirSync(new URL('../../../public/pictures/', import.meta.url)).filter((name) =>
      name.endsWith('.jpg'),
    );
    expect(pictures.map(({ file }) => file).sort()).toEqual(files.sort());
    expect(samples.photos.map(({ file, class: shown }) => [file, shown])).toEqual(
      pictures.map(({ file, class: shown }) => [file, shown]),
    );
  });

  it.each(pictures)('$file has the size its credit says', ({ file, width, height }) => {
    expect(readHeader(read(`public/pictures/${file}`))).toEqual({ is: 'picture', kind: 'jpeg', width, height });
  });
});
