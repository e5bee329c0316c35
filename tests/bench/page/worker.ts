/** The runtime's own worker and, beside it, a bare run of the session that it opened last, with nothing around it. */
import { InferenceSession, Tensor } from 'onnxruntime-web/wasm';
import '../../../src/runtime/worker.ts';
import type { FloatTensor } from '../../../src/runtime/types.ts';

/** The runtime's worker does not hear it: it has another `type`. */
export interface BareRequest {
  readonly type: 'bare';
  readonly input: FloatTensor;
}

export interface BareAnswer {
  readonly type: 'bare';
  readonly milliseconds: number;
  readonly logits: Float32Array;
}

let session: InferenceSession | undefined;
const create = InferenceSession.create.bind(InferenceSession);
Object.assign(InferenceSession, {
  create: async (bytes: Uint8Array, options: InferenceSession.SessionOptions) => {
    session = await create(bytes, options);
    return session;
  },
});

async function bare({ input }: BareRequest): Promise<BareAnswer> {
  const [from = '', to = ''] = [session?.inputNames[0], session?.outputNames[0]];
  if (!session) throw new Error('The runtime has opened no session.');
  const feeds = { [from]: new Tensor('float32', input.data, input.shape) };
  const begin = performance.now();
  const results = await session.run(feeds, [to]);
  const milliseconds = performance.now() - begin;
  const logits = results[to]?.data;
  if (!(logits instanceof Float32Array)) throw new TypeError(`"${to}" is not a float32 output.`);
  return { type: 'bare', milliseconds, logits };
}

self.addEventListener('message', async ({ data }: MessageEvent<BareRequest | { type: 'run' | 'cancel' }>) => {
  if (data.type === 'bare') self.postMessage(await bare(data));
});
