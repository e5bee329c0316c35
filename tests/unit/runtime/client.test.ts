import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, loadManifest } from '@/runtime/client.ts';
import type { FromWorker, ToWorker } from '@/runtime/messages.ts';
import { newest } from '@/runtime/newest.ts';
import { ranked } from '@/runtime/ranked.ts';
import { runtimeBytes } from '@/runtime/sizes.ts';
import { manifestOf } from './networks.ts';

const manifest = manifestOf('alexnet');
const input = { shape: [1, 3, 32, 32], data: new Float32Array(3072) };

beforeEach(() => vi.stubGlobal('location', new URL('https://site.test/en/lab/')));
afterEach(() => vi.unstubAllGlobals());

/** A client whose worker answers at once with these logits; `told` is what the worker heard. */
function clientWith(logits: readonly number[]) {
  const told: ToWorker[] = [];
  const client = createClient((receive: (message: FromWorker) => void) => ({
    postMessage(message) {
      told.push(message);
      if (message.type !== 'run') return;
      receive({
        type: 'backend',
        report: { backend: 'wasm', reason: 'no-webgpu', threads: 1, threadReason: 'not-isolated' },
      });
      const answer = {
        logits: { shape: [1, logits.length], data: Float32Array.from(logits) },
        layers: {},
        storage: 'kept',
        milliseconds: { run: 1, start: 0 },
      } as const;
      receive({ type: 'done', id: message.id, answer });
    },
    terminate: () => undefined,
  }));
  return { client, told };
}

describe('client', () => {
  it('adds the probabilities to the logits', async () => {
    const { client } = clientWith([0, Math.log(3), 0]);
    const { probabilities } = await client.run({ id: 'alexnet', manifest, input });
    expect(probabilities).toHaveLength(3);
    for (const [i, expected] of [0.2, 0.6, 0.2].entries()) expect(probabilities[i]).toBeCloseTo(expected, 7);
  });

  it('tells the worker where the file is, under the site’s base', async () => {
    const { client, told } = clientWith([0, 1]);
    await client.run({ id: 'alexnet', manifest, input, layers: ['conv1'] });
    expect(told).toMatchObject([
      {
        layers: ['conv1'],
        network: { addresses: ['https://site.test/networks/alexnet.onnx'], input: 'picture', output: 'logits' },
      },
    ]);
  });

  it('refuses an input of another shape, and a layer that is none', async () => {
    const { client, told } = clientWith([0, 1]);
    await expect(client.run({ id: 'alexnet', manifest, input: { ...input, shape: [1, 3, 16, 64] } })).rejects.toThrow(
      'input is 1×3×16×64 with 3072 numbers; it should be N×3×32×32.',
    );
    await expect(
      client.run({ id: 'alexnet', manifest, input: { ...input, data: new Float32Array(5) } }),
    ).rejects.toThrow(RangeError);
    await expect(client.run({ id: 'alexnet', manifest, input, layers: ['dropout6'] })).rejects.toThrow('"dropout6"');
    expect(told).toEqual([]);
  });
});

it('finds manifests by their id', async () => {
  expect((await loadManifest('vgg13')).title).toEqual(manifestOf('vgg13').title);
  await expect(loadManifest('none')).rejects.toMatchObject({ failure: { code: 'network-missing' } });
});

it('ranks classes, equal ones in their order', () => {
  expect(ranked([0.2, 0.5, 0.2, 0.1], ['a', 'b', 'c', 'd']).map(({ label }) => label)).toEqual(['b', 'a', 'c', 'd']);
});

it('aborts the signal before the newest', () => {
  const next = newest();
  const first = next();
  const second = next();
  expect([first.aborted, second.aborted]).toEqual([true, false]);
});

it.each(Object.entries(runtimeBytes))('knows how large the file of the build %s is', (name, bytes) => {
  const part = name === 'wasm' ? '' : `.${name}`;
  const file = new URL(
    `../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded${part}.wasm`,
    import.meta.url,
  );
  expect(statSync(file).size).toBe(bytes);
});
