import type { InferenceSession } from 'onnxruntime-web';
import type { Ort } from './backends.ts';
import type { NetworkFile, WorkerAnswer } from './messages.ts';
import { type LoadOptions, loadFile } from './network-file.ts';
import { outputFields } from './outputs.ts';
import type { Backend, FloatTensor, Storage } from './types.ts';

/** Bytes of network files that may be held as sessions at once; the one in use always may. */
const HELD_BYTES = 64e6;

interface Held {
  readonly file: NetworkFile;
  readonly session: InferenceSession;
  readonly storage: Storage;
}

/** A file with its layers as outputs is another session: it cannot fuse layers, and costs more to run and to start. */
const keyOf = (file: NetworkFile, withLayers: boolean) => `${file.sha256}${withLayers ? ' with layers' : ''}`;

/** The networks that are ready to run; the least recently used one goes first. */
export class Sessions {
  readonly #ort: Ort;
  readonly #backend: Backend;
  readonly #held = new Map<string, Held>();

  constructor(ort: Ort, backend: Backend) {
    this.#ort = ort;
    this.#backend = backend;
  }

  has(file: NetworkFile, withLayers: boolean): boolean {
    return this.#held.has(keyOf(file, withLayers));
  }

  /** The network, loaded and started if it is not held. `withLayers`: all its layers can be asked for, not the logits only. */
  async open(
    file: NetworkFile,
    withLayers: boolean,
    options: Omit<LoadOptions, 'room'>,
    onStart: () => void,
  ): Promise<Held> {
    const key = keyOf(file, withLayers);
    let held = this.#held.get(key);
    this.#held.delete(key);
    if (!held) {
      const outputs = outputFields(withLayers ? file.layers.filter((layer) => layer !== file.output) : []);
      const { bytes, storage } = await loadFile(file, { ...options, room: outputs.length });
      bytes.set(outputs, file.bytes);
      await this.#makeRoom(file.bytes);
      onStart();
      const session = await this.#ort.InferenceSession.create(bytes, { executionProviders: [this.#backend] });
      held = { file, session, storage };
    }
    this.#held.set(key, held);
    return held;
  }

  async #makeRoom(bytes: number): Promise<void> {
    let sum = bytes;
    for (const { file } of this.#held.values()) sum += file.bytes;
    for (const [key, { file, session }] of this.#held) {
      if (sum <= HELD_BYTES) return;
      sum -= file.bytes;
      this.#held.delete(key);
      await session.release();
    }
  }

  /** One run: the logits and the layers asked for. */
  async run(
    { file, session, storage }: Held,
    input: FloatTensor,
    layers: readonly string[],
  ): Promise<Omit<WorkerAnswer, 'milliseconds'>> {
    const feeds = { [file.input]: new this.#ort.Tensor('float32', input.data, input.shape) };
    const results = await session.run(feeds, [...new Set([file.output, ...layers])]);
    const value = (name: string): FloatTensor => {
      const result = results[name];
      if (!(result?.data instanceof Float32Array))
        throw new TypeError(`"${name}" is not a float32 output of ${file.id}`);
      return { shape: [...result.dims], data: result.data };
    };
    return {
      logits: value(file.output),
      layers: Object.fromEntries(layers.map((name) => [name, value(name)])),
      storage,
    };
  }
}
