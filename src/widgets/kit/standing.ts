/** Where the picture comes from that a widget shows, how the camera stands, and what stood in the way of the last choice. */
export interface Standing {
  readonly origin: 'sample' | 'file' | 'camera';
  readonly camera: 'off' | 'starting' | 'on';
  /** A sentence in the page's language. */
  readonly problem: string | undefined;
}

/** Before anything was loaded. */
export const atFirst: Standing = { origin: 'sample', camera: 'off', problem: undefined };
