import type { Resource } from './model.ts';

export type CameraProblem = NonNullable<Exclude<Resource['problem'], 'photo'>>;

/** A running camera: its video, and how to let go of it. */
export interface Camera {
  readonly video: HTMLVideoElement;
  stop(): void;
}

const problemOf = (error: unknown): CameraProblem => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'refused';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'busy';
};

/** Asks for the camera; resolves to it, or to what stood in the way. */
export async function openCamera(width: number, height: number): Promise<Camera | CameraProblem> {
  const devices: MediaDevices | undefined = navigator.mediaDevices;
  if (!devices) return 'missing';
  try {
    const video: MediaTrackConstraints = {
      width: { ideal: width },
      height: { ideal: height },
      facingMode: 'environment',
    };
    const stream = await devices.getUserMedia({ video, audio: false });
    const stop = () => {
      for (const track of stream.getTracks()) track.stop();
    };
    const screen = document.createElement('video');
    screen.muted = true;
    screen.playsInline = true;
    screen.srcObject = stream;
    try {
      await screen.play();
    } catch (error) {
      stop();
      throw error;
    }
    return { video: screen, stop };
  } catch (error) {
    return problemOf(error);
  }
}
