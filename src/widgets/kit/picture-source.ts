import { RuntimeError } from '../../runtime/failure.ts';
import { newest } from '../../runtime/newest.ts';
import { Camera } from '../../runtime/pictures/camera.ts';
import { fetchSample } from '../../runtime/pictures/fetch-sample.ts';
import { localeOf } from '../../state/locale.ts';
import type { Tools } from './definition.ts';
import { atFirst, type Standing } from './standing.ts';

/** Time between two pictures of the camera, in milliseconds: the page stays quick meanwhile. */
const FRAME = 80;

export const sampleAddress = (file: string): string => `${import.meta.env.BASE_URL}pictures/${file}`;

/** The sentence on a failure; read only when one happens. */
async function sentenceOf(error: unknown): Promise<string> {
  if (!(error instanceof RuntimeError)) console.error(error);
  const failure = error instanceof RuntimeError ? error.failure : ({ code: 'picture-unsupported' } as const);
  const { explain } = await import('../../runtime/words.ts');
  return explain(failure, localeOf(document.documentElement.lang.slice(0, 2)));
}

/** The picture in a file. Those of this site need none of the checks that a reader's file does. */
async function open(origin: 'sample' | 'file', file: Blob, mine: AbortSignal): Promise<ImageBitmap> {
  if (origin === 'sample') return createImageBitmap(file);
  const { decode } = await import('../../runtime/pictures/decode.ts');
  return (await decode(file, mine)).bitmap;
}

/**
 * A widget's picture: the sample at `address` that its field `picture` names, a file chosen in an `input[type=file]`, or the camera
 * while the reader wants it (button `use-camera`). The newest choice wins. `tell` gets every picture, which is closed once
 * it has settled, and every change of the standing. Files and camera are no settings: they are never in the address.
 */
export function pictureSource<State extends { readonly picture: string }, Resource>(
  { root, state, watch, owns, signal }: Tools<State, Resource>,
  address: (state: State) => string,
  tell: (standing: Standing, bitmap?: ImageBitmap) => void | Promise<void>,
): () => void {
  const next = newest();
  const camera = new Camera();
  let standing = atFirst;
  /** What was chosen last; it may still be on its way. */
  let chosen: Standing['origin'] = 'sample';
  let sample: string | undefined;
  let shown: string | undefined;

  async function say(change: Partial<Standing>, bitmap?: ImageBitmap): Promise<void> {
    standing = { ...standing, ...change };
    owns(standing.origin === 'sample' ? undefined : backToSample);
    if (!signal.aborted) await tell(standing, bitmap);
    bitmap?.close();
  }

  /** Makes a choice; what it still does when another has been made is dropped. */
  async function choose(origin: Standing['origin'], act: (mine: AbortSignal) => Promise<void>): Promise<void> {
    const mine = next();
    chosen = origin;
    camera.stop();
    try {
      await act(mine);
    } catch (error) {
      if (mine.aborted || signal.aborted) return;
      camera.stop();
      await say({ camera: 'off', problem: await sentenceOf(error) });
    }
  }

  const showFile = (origin: 'sample' | 'file', file: (mine: AbortSignal) => Promise<Blob>) =>
    choose(origin, async (mine) => {
      const bitmap = await open(origin, await file(mine), mine);
      if (mine.aborted) bitmap.close();
      else await say({ origin, camera: 'off', problem: undefined }, bitmap);
    });

  function showSample(): void {
    const file = address(state());
    shown = file;
    sample = state().picture;
    void showFile('sample', (mine) => fetchSample(file, mine));
  }

  function backToSample(): void {
    if (chosen !== 'sample') showSample();
  }

  const showCamera = () =>
    choose('camera', async (mine) => {
      await say({ camera: 'starting', problem: undefined });
      await camera.start();
      while (!mine.aborted && !signal.aborted) {
        const bitmap = document.hidden ? undefined : await camera.take();
        if (mine.aborted) bitmap?.close();
        else await say({ camera: 'on', origin: 'camera' }, bitmap);
        await new Promise((resolve) => setTimeout(resolve, FRAME));
      }
      if (chosen !== 'camera' || signal.aborted) camera.stop();
    });

  const pressed = ({ target }: Event) => {
    if (!(target instanceof Element && target.closest('[data-part="use-camera"]')) || standing.camera === 'starting')
      return;
    if (standing.camera === 'on') showSample();
    else void showCamera();
  };
  const changed = ({ target }: Event) => {
    if (!(target instanceof HTMLElement)) return;
    // The sample that the field names already, chosen again in place of the reader's own picture.
    if (target.closest('[data-part="picture"]')) backToSample();
    if (!(target instanceof HTMLInputElement && target.type === 'file')) return;
    const [file] = target.files ?? [];
    // The same file chosen again must be a change again.
    target.value = '';
    if (file) void showFile('file', async () => file);
  };
  root.addEventListener('click', pressed, { signal });
  root.addEventListener('change', changed, { signal });
  watch((now) => {
    if (now.picture !== sample || (chosen === 'sample' && address(now) !== shown)) showSample();
  });
  showSample();
  return () => camera.stop();
}
