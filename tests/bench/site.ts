/** Builds the page of the bench as Astro builds the site, and serves it with the site's headers. */
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import config from '../../astro.config.mjs';
import { serve } from '../../scripts/server.ts';
import { resNet18 } from '../../src/core/classic-networks.ts';
import type { RunnableNetwork } from '../../src/runtime/types.ts';
import { writeOnnx } from '../onnx/write.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export interface BenchSite {
  readonly address: string;
  /** ResNet18 for 224×224 pictures, not trained. */
  readonly resNet18: RunnableNetwork;
  /** Stops the server and removes the folder. */
  close(): Promise<void>;
}

export async function openBenchSite(): Promise<BenchSite> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'));
  const remove = () => rm(folder, { recursive: true });
  try {
    const network = await write(folder);
    const { server, address } = await serve({ directory: pathToFileURL(`${folder}/`) });
    const close = () => {
      server.close();
      return remove();
    };
    return { address, resNet18: network, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** The page, what it fetches, and the network without training. */
async function write(folder: string): Promise<RunnableNetwork> {
  await build({
    ...config.vite,
    configFile: false,
    logLevel: 'error',
    root: here('page'),
    publicDir: here('../../public'),
    build: { ...config.vite?.build, outDir: folder, emptyOutDir: true, assetsDir: '_astro', target: 'esnext' },
  });
  await copyFile(here('../../dist/404.html'), join(folder, '404.html'));
  const shape: RunnableNetwork['input']['shape'] = [3, 224, 224];
  const { bytes, input, output } = writeOnnx(resNet18, shape);
  const path = 'networks/untrained.onnx';
  await writeFile(join(folder, path), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const files: RunnableNetwork['files'] = [{ addresses: [path], bytes: bytes.length, sha256, numbers: 'float32' }];
  return { input: { name: input, shape }, output, layers: [], files };
}
