import asyncifyModule from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import asyncifyBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import jspiModule from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.mjs?url';
import jspiBinary from 'onnxruntime-web/ort-wasm-simd-threaded.jspi.wasm?url';
import wasmModule from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url';
import wasmBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url';
import { download } from './download.ts';
import { RuntimeError } from './failure.ts';
import type { BackendOrder } from './messages.ts';
import { runtimeBytes } from './sizes.ts';
import type { BackendReason, BackendReport, ThreadReason } from './types.ts';

export type Ort = typeof import('onnxruntime-web');

/**
 * The three builds of onnxruntime-web. JSPI lets WebAssembly wait for WebGPU by the engine's own means, which makes the
 * file smaller; browsers without it get the build that was made to wait by rewriting (asyncify); without WebGPU the
 * plain one.
 */
const builds = {
  jspi: {
    load: () => import('onnxruntime-web/jspi'),
    module: jspiModule,
    binary: jspiBinary,
    bytes: runtimeBytes.jspi,
  },
  asyncify: {
    load: () => import('onnxruntime-web/webgpu'),
    module: asyncifyModule,
    binary: asyncifyBinary,
    bytes: runtimeBytes.asyncify,
  },
  wasm: {
    load: () => import('onnxruntime-web/wasm'),
    module: wasmModule,
    binary: wasmBinary,
    bytes: runtimeBytes.wasm,
  },
} satisfies Record<string, { load: () => Promise<Ort>; module: string; binary: string; bytes: number }>;

/** The WebGPU adapter, or why there is none. */
async function findAdapter(): Promise<GPUAdapter | BackendReason> {
  if (!('gpu' in navigator)) return 'no-webgpu';
  return (await navigator.gpu.requestAdapter().catch(() => null)) ?? 'no-adapter';
}

/** Threads for WASM, as onnxruntime-web itself chooses them: half of the logical cores, at most 4. */
function threads(): { threads: number; threadReason: ThreadReason } {
  if (!self.crossOriginIsolated) return { threads: 1, threadReason: 'not-isolated' };
  const count = Math.min(4, Math.ceil(navigator.hardwareConcurrency / 2));
  return { threads: count, threadReason: count > 1 ? 'isolated' : 'few-cores' };
}

/** Which backend this browser and the order allow. */
export async function chooseBackend(order: BackendOrder): Promise<BackendReport> {
  if (!('WebAssembly' in self)) throw new RuntimeError({ code: 'runtime-unsupported' });
  const found = order.use === 'wasm' ? order.reason : await findAdapter();
  if (typeof found === 'string') return { backend: 'wasm', reason: found, ...threads() };
  const reason = found.info?.isFallbackAdapter ? 'adapter-software' : 'adapter-found';
  return { backend: 'webgpu', reason, ...threads(), threads: 1 };
}

/** Loads the one build that fits and starts it. Throws `runtime-missing` where a file does not come. */
export async function loadBuild(
  report: BackendReport,
  onProgress: (loaded: number, total: number) => void,
): Promise<Ort> {
  const build = builds[report.backend === 'wasm' ? 'wasm' : 'Suspending' in WebAssembly ? 'jspi' : 'asyncify'];
  const here = (path: string) => new URL(path, self.location.href);
  const missing = (address: string) => (error: unknown) => {
    throw new RuntimeError({ code: 'runtime-missing', address }, error);
  };
  // Each file has its own failure; the module is loaded here so that onnxruntime-web finds it loaded.
  const [ort, , binary] = await Promise.all([
    build.load().catch(missing('onnxruntime-web')),
    import(/* @vite-ignore */ here(build.module).href).catch(missing(build.module)),
    download(here(build.binary).href, { total: build.bytes, onProgress }).catch(missing(build.binary)),
  ]);
  ort.env.logLevel = 'error';
  ort.env.wasm.proxy = false;
  ort.env.wasm.numThreads = report.threads;
  ort.env.wasm.wasmBinary = binary.buffer;
  ort.env.wasm.wasmPaths = { mjs: here(build.module), wasm: here(build.binary) };
  return ort;
}
