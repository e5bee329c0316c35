/** The page of the bench: run.ts opens it in a browser and calls `bench`. Times are in milliseconds, one a round. */
import { createClient, loadManifest } from '../../../src/runtime/client.ts';
import type { FromWorker } from '../../../src/runtime/messages.ts';
import { preparePicture } from '../../../src/runtime/pictures/prepare.ts';
import type { FloatTensor, RunnableNetwork } from '../../../src/runtime/types.ts';
import { type CoreTimes, coreTimes } from './core.ts';
import type { BareAnswer, BareRequest } from './worker.ts';

export interface RunTimes {
  /** From a ready tensor on the page to probabilities on the page. */
  readonly wrapped: number[];
  /** `session.run` in the same worker. */
  readonly bare: number[];
}

export interface PhotoTimes {
  /** Reading, decoding, resampling and normalising. */
  readonly prepare: number[];
  /** From the photo's bytes to probabilities. */
  readonly whole: number[];
}

/** Rounds before the ones that count: even, so that the very first run is the runtime's, which opens the session. */
const WARM_UP = 4;

let worker: Worker | undefined;
let answerBare: (answer: BareAnswer) => void = () => undefined;

const client = createClient((receive, broken) => {
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'bench' });
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker | BareAnswer>) =>
    data.type === 'bare' ? answerBare(data) : receive(data),
  );
  worker.addEventListener('error', ({ message }) => broken(message));
  return worker;
});
client.choose('wasm');

function bareRun(input: FloatTensor): Promise<BareAnswer> {
  return new Promise((resolve) => {
    answerBare = resolve;
    worker?.postMessage({ type: 'bare', input } satisfies BareRequest);
  });
}

/** Values about 0 that differ from place to place. */
function wave([channels, rows, columns]: RunnableNetwork['input']['shape']): FloatTensor {
  const data = Float32Array.from({ length: channels * rows * columns }, (_, i) => Math.sin(i));
  return { shape: [1, channels, rows, columns], data };
}

const calls = {
  /** Wrapped and bare runs in turn; each round begins with the other one. Throws where their answers differ. */
  async runs(id: string, rounds: number, given?: RunnableNetwork): Promise<RunTimes> {
    const manifest = given ?? (await loadManifest(id));
    const input = wave(manifest.input.shape);
    const times: RunTimes = { wrapped: [], bare: [] };
    const wrapped = async () => {
      const begin = performance.now();
      const { logits } = await client.run({ id, manifest, input });
      times.wrapped.push(performance.now() - begin);
      return logits.data;
    };
    const bare = async () => {
      const { milliseconds, logits } = await bareRun(input);
      times.bare.push(milliseconds);
      return logits;
    };
    for (let round = -WARM_UP; round < rounds; round++) {
      if (round === 0) times.wrapped.length = times.bare.length = 0;
      const [first, second] = round % 2 === 0 ? [await wrapped(), await bare()] : [await bare(), await wrapped()];
      if (first.some((value, i) => value !== second[i])) throw new Error(`${id}: the two ways gave different logits.`);
    }
    return times;
  },

  /** The whole way from a photo's bytes to probabilities; the first times are dropped. */
  async photo(id: string, address: string, rounds: number): Promise<PhotoTimes> {
    const manifest = await loadManifest(id);
    const blob = await (await fetch(address)).blob();
    const times: PhotoTimes = { prepare: [], whole: [] };
    for (let round = -WARM_UP; round < rounds; round++) {
      const begin = performance.now();
      const { input } = await preparePicture(blob, manifest.preprocessing);
      const prepared = performance.now();
      await client.run({ id, manifest, input });
      if (round < 0) continue;
      times.prepare.push(prepared - begin);
      times.whole.push(performance.now() - begin);
    }
    return times;
  },

  core: (rounds: number): CoreTimes[] => coreTimes(rounds),
};

declare global {
  var bench: typeof calls;
}
globalThis.bench = calls;
