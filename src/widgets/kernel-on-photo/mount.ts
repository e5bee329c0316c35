import type { Tools } from '../kit/definition.ts';
import { type Camera, openCamera } from './camera.ts';
import { greyOf } from './grey.ts';
import { HEIGHT, type Resource, type State, WIDTH } from './model.ts';

/** Time between two pictures of the camera, in milliseconds: the page stays quick meanwhile. */
const FRAME = 80;

export const photoAddress = (picture: State['picture']): string => `${import.meta.env.BASE_URL}pictures/${picture}.jpg`;

/** Loads the chosen photo, and runs the camera while the reader wants it. */
export function mount({ root, state, watch, provide, signal }: Tools<State, Resource>): () => void {
  const canvas = document.createElement('canvas');
  let now: Resource = { camera: 'off' };
  let camera: Camera | undefined;
  let loaded: State['picture'] | undefined;
  const show = (change: Partial<Resource>) => {
    now = { ...now, ...change };
    if (!signal.aborted) provide(now);
  };

  async function loadPhoto(): Promise<void> {
    const { picture } = state();
    if (picture === loaded) return;
    loaded = picture;
    try {
      const response = await fetch(photoAddress(picture), { signal });
      if (!response.ok) throw new Error(`${response.status}`);
      const bitmap = await createImageBitmap(await response.blob());
      if (loaded === picture && !camera)
        show({ grey: greyOf(bitmap, bitmap.width, bitmap.height, canvas), problem: undefined });
      bitmap.close();
    } catch {
      if (loaded === picture) {
        loaded = undefined;
        show({ problem: 'photo' });
      }
    }
  }

  function frame(): void {
    if (!camera || signal.aborted) return;
    const { video } = camera;
    if (!document.hidden) show({ grey: greyOf(video, video.videoWidth, video.videoHeight, canvas) ?? now.grey });
    setTimeout(frame, FRAME);
  }

  async function startCamera(): Promise<void> {
    show({ camera: 'starting', problem: undefined });
    const opened = await openCamera(WIDTH, HEIGHT);
    if (typeof opened === 'string') show({ camera: 'off', problem: opened });
    else if (signal.aborted) opened.stop();
    else {
      camera = opened;
      show({ camera: 'on' });
      frame();
    }
  }

  function stopCamera(): void {
    camera?.stop();
    camera = undefined;
    loaded = undefined;
    show({ camera: 'off' });
    void loadPhoto();
  }

  root.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element && target.closest('[data-part="use-camera"]')) || now.camera === 'starting')
        return;
      if (camera) stopCamera();
      else void startCamera();
    },
    { signal },
  );
  watch(({ picture }) => {
    if (picture === loaded) return;
    if (camera) stopCamera();
    else void loadPhoto();
  });
  void loadPhoto();
  return () => camera?.stop();
}
