import { Camera } from '../../runtime/pictures/camera.ts';
import { part } from './dom.ts';

export interface CameraReceiver {
  taken(bitmap: ImageBitmap): void;
  /** The camera did not start: a `RuntimeError`. */
  failed(error: unknown): void;
}

/** The camera's button, its live picture in the photo's place, and the buttons that take a photo and stop. */
export class CameraPanel {
  private readonly camera: Camera;
  private readonly views: HTMLElement;
  private readonly buttons: HTMLElement;
  private readonly open: HTMLButtonElement;

  constructor(lab: HTMLElement, receiver: CameraReceiver, signal: AbortSignal) {
    this.camera = new Camera(part(lab, 'video', HTMLVideoElement));
    this.views = part(lab, '[data-views]', HTMLElement);
    this.buttons = part(lab, '[data-camera-buttons]', HTMLElement);
    this.open = part(lab, '[data-camera]', HTMLButtonElement);
    const take = part(lab, '[data-take]', HTMLButtonElement);
    this.open.addEventListener('click', () => this.start(receiver, take), { signal });
    take.addEventListener('click', () => this.take(receiver), { signal });
    part(lab, '[data-stop]', HTMLButtonElement).addEventListener('click', () => this.stop(), { signal });
    addEventListener('pagehide', () => this.stop(), { signal });
    signal.addEventListener('abort', () => this.stop());
  }

  /** Also when the camera is off already. */
  stop(): void {
    const focused = this.buttons.contains(document.activeElement);
    this.camera.stop();
    this.show(false);
    if (focused) this.open.focus();
  }

  private async start(receiver: CameraReceiver, take: HTMLButtonElement): Promise<void> {
    try {
      if (!(await this.camera.start())) return;
      this.show(true);
      take.focus();
    } catch (error) {
      this.show(false);
      receiver.failed(error);
    }
  }

  private async take(receiver: CameraReceiver): Promise<void> {
    if (!this.camera.on) return;
    const bitmap = await this.camera.take();
    // Taken already, or another picture was chosen meanwhile.
    if (!this.camera.on) return bitmap.close();
    this.stop();
    receiver.taken(bitmap);
  }

  private show(on: boolean): void {
    this.buttons.hidden = !on;
    this.open.hidden = on;
    if (on) this.views.dataset['live'] = '';
    else delete this.views.dataset['live'];
  }
}
