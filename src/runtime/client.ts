import { shapeText, sizeOf, softmax } from '../core/index.ts';
import { RuntimeError } from './failure.ts';
import type { NetworkLayer, NetworkManifest } from './manifest.ts';
import type { FromWorker, NetworkFile } from './messages.ts';
import { Queue, type StartWorker } from './queue.ts';
import type { FloatTensor, RunAnswer, RunnableNetwork, RuntimeClient } from './types.ts';

/** The names of all values a network can be asked for; dropout has no node in the file. */
export const layerNames = (layers: readonly NetworkLayer[]): string[] =>
  layers.flatMap((layer) => {
    if (layer.kind === 'residual') return [...layerNames(layer.body), ...layerNames(layer.skip), layer.name];
    return layer.kind === 'dropout' ? [] : [layer.name];
  });

function fileOf(id: string, manifest: RunnableNetwork): NetworkFile {
  const [file] = manifest.files;
  if (!file) throw new RangeError(`The manifest of ${id} names no file.`);
  const site = new URL(import.meta.env.BASE_URL.replace(/\/?$/, '/'), location.href);
  return {
    id,
    addresses: file.addresses.map((address) => new URL(address, site).href),
    bytes: file.bytes,
    sha256: file.sha256,
    input: manifest.input.name,
    output: manifest.output,
    layers: layerNames(manifest.layers),
  };
}

function checkInput({ shape, data }: FloatTensor, wanted: readonly number[]): void {
  const fits = shape.length === 4 && wanted.every((size, i) => size === shape[i + 1]) && sizeOf(shape) === data.length;
  if (!fits)
    throw new RangeError(
      `input is ${shapeText(shape)} with ${data.length} numbers; it should be N×${shapeText(wanted)}.`,
    );
}

const startWorker: StartWorker = (receive, broken) => {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'networks' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => receive(data));
  worker.addEventListener('error', (event) => broken(event.message ?? ''));
  return worker;
};

/** A client with a worker of its own; a page uses the shared one, `runtime()`. */
export function createClient(start: StartWorker = startWorker): RuntimeClient {
  const queue = new Queue(start);
  return {
    async run({ id, manifest, input, layers = [] }, options = {}): Promise<RunAnswer> {
      checkInput(input, manifest.input.shape);
      const network = fileOf(id, manifest);
      const unknown = layers.find((name) => !network.layers.includes(name));
      if (unknown !== undefined) throw new RangeError(`layers names "${unknown}", which is no layer of ${id}.`);
      const answer = await queue.run({ network, input, layers }, options);
      const [, classes = answer.logits.data.length] = answer.logits.shape;
      const first = { shape: [classes], data: answer.logits.data.subarray(0, classes) };
      return { ...answer, probabilities: [...softmax(first).data] };
    },
    choose: (choice) => queue.choose(choice),
    get backend() {
      return queue.backend;
    },
    end: () => queue.end(),
  };
}

let shared: RuntimeClient | undefined;

/** The page's one client; nothing is loaded before its first run. */
export function runtime(): RuntimeClient {
  shared ??= createClient();
  return shared;
}

const manifests = import.meta.glob<NetworkManifest>('../../content/networks/*.json', { import: 'default' });

/** A network's manifest, fetched when asked for. Throws `network-missing` where there is none, `runtime-missing` where it does not come. */
export async function loadManifest(id: string): Promise<NetworkManifest> {
  const load = manifests[`../../content/networks/${id}.json`];
  if (!load) throw new RuntimeError({ code: 'network-missing', address: id, status: 404 });
  return load().catch((error: unknown) => {
    throw new RuntimeError({ code: 'runtime-missing', address: id }, error);
  });
}
