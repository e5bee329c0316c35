import { type FailureCode, RuntimeError } from '../failure.ts';
import { newest } from '../newest.ts';

const codeOf = (error: unknown): FailureCode & `camera-${string}` => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'camera-none' : 'camera-busy';
};

const end = (stream: MediaStream | undefined) => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};

/** The reader's camera, shown in a video element while it is on. */
export class Camera {
  private readonly video: HTMLVideoElement;
  private readonly next = newest();
  private stream: MediaStream | undefined;

  /** @param video of the page, or none where the camera is only read from */
  constructor(video?: HTMLVideoElement) {
    this.video = video ?? Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  }

  get on(): boolean {
    return this.stream !== undefined;
  }

  /**
   * Asks for the camera and shows it. Says whether it is shown: not where it was stopped, or asked for again, before the
   * reader or the browser had answered. Throws `camera-…` failures.
   */
  async start(): Promise<boolean> {
    this.stop();
    const signal = this.next();
    if (!navigator.mediaDevices?.getUserMedia) throw new RuntimeError({ code: 'camera-unsupported' });
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      if (signal.aborted) {
        end(stream);
        return false;
      }
      this.stream = stream;
      this.video.srcObject = stream;
      await this.video.play();
    } catch (error) {
      if (!signal.aborted) {
        this.stop();
        throw new RuntimeError({ code: codeOf(error) }, error);
      }
    }
    return !signal.aborted;
  }

  /** The picture of this moment; the caller closes it. */
  take(): Promise<ImageBitmap> {
    return createImageBitmap(this.video);
  }

  stop(): void {
    this.next();
    end(this.stream);
    this.stream = undefined;
    this.video.srcObject = null;
  }
}
