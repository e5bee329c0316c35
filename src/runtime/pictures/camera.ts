import { type FailureCode, RuntimeError } from '../failure.ts';

const codeOf = (error: unknown): FailureCode & `camera-${string}` => {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'camera-denied';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'camera-none' : 'camera-busy';
};

/** The reader's camera, shown in a video element while it is on. */
export class Camera {
  private readonly video: HTMLVideoElement;
  private stream: MediaStream | undefined;

  /** @param video of the page, or none where the camera is only read from */
  constructor(video?: HTMLVideoElement) {
    this.video = video ?? Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  }

  get on(): boolean {
    return this.stream !== undefined;
  }

  /** Asks for the camera and shows it. Throws `camera-…` failures. */
  async start(): Promise<void> {
    this.stop();
    if (!navigator.mediaDevices?.getUserMedia) throw new RuntimeError({ code: 'camera-unsupported' });
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
      this.video.srcObject = this.stream;
      await this.video.play();
    } catch (error) {
      this.stop();
      throw new RuntimeError({ code: codeOf(error) }, error);
    }
  }

  /** The picture of this moment; the caller closes it. */
  take(): Promise<ImageBitmap> {
    return createImageBitmap(this.video);
  }

  stop(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
    this.video.srcObject = null;
  }
}
