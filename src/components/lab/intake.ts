import { part } from './dom.ts';
import type { Fault } from './words.ts';

/** What becomes of pictures that the reader brings. */
export interface Intake {
  /** `more`: other files came with it and are left alone. */
  take(file: Blob, name: string, more: boolean): void;
  complain(fault: Fault): void;
}

const PICTURE = 'image/';
const types = (data: DataTransfer | null): readonly string[] => data?.types ?? [];

function takeFirst(files: Iterable<File>, intake: Intake, none: Fault): void {
  const [first, ...others] = files;
  if (first) intake.take(first, first.name, others.length > 0);
  else intake.complain(none);
}

/** Listens for a chosen file, a paste (button and keys) and a drop anywhere on the page, until the signal is aborted. */
export function listenForPictures(lab: HTMLElement, intake: Intake, signal: AbortSignal): void {
  const input = part(lab, 'input[data-picture]', HTMLInputElement);
  input.addEventListener(
    'change',
    () => {
      const files = [...(input.files ?? [])];
      // The same file chosen again must be a change again.
      input.value = '';
      if (files.length > 0) takeFirst(files, intake, 'drop-none');
    },
    { signal },
  );
  part(lab, '[data-paste]', HTMLButtonElement).addEventListener('click', () => readClipboard(intake), { signal });
  addEventListener('paste', (event) => paste(event, intake), { signal });
  listenForDrops(part(lab, '[data-drop]', HTMLElement), intake, signal);
}

function paste(event: ClipboardEvent, intake: Intake): void {
  const typing =
    event.target instanceof Element && event.target.closest('input[type=text], input[type=search], textarea');
  if (typing) return;
  event.preventDefault();
  takeFirst(event.clipboardData?.files ?? [], intake, 'paste-none');
}

async function readClipboard(intake: Intake): Promise<void> {
  try {
    for (const item of await navigator.clipboard.read()) {
      const type = item.types.find((each) => each.startsWith(PICTURE));
      if (type) return intake.take(await item.getType(type), '', false);
    }
    intake.complain('paste-none');
  } catch {
    // Not allowed, or not offered by this browser: the keys still work.
    intake.complain('paste-denied');
  }
}

function listenForDrops(target: HTMLElement, intake: Intake, signal: AbortSignal): void {
  const brings = (event: DragEvent) =>
    types(event.dataTransfer).includes('Files') || types(event.dataTransfer).includes('text/uri-list');
  addEventListener(
    'dragover',
    (event) => {
      if (!brings(event)) return;
      event.preventDefault();
      target.hidden = false;
    },
    { signal },
  );
  addEventListener(
    'dragleave',
    (event) => {
      if (event.relatedTarget === null) target.hidden = true;
    },
    { signal },
  );
  addEventListener(
    'drop',
    (event) => {
      target.hidden = true;
      if (!brings(event)) return;
      event.preventDefault();
      takeFirst(event.dataTransfer?.files ?? [], intake, 'drop-none');
    },
    { signal },
  );
}
