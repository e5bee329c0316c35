/** Everything that can go wrong between a photo and an answer, with what the sentence about it needs to know. */
export interface FailureValues {
  /** The picture file has no bytes. */
  'picture-empty': object;
  /** Not a picture: no known signature at its start. */
  'picture-unknown': object;
  /** A kind of picture that is not read: SVG (shapes, no pixels), TIFF, icons. */
  'picture-kind': { kind: string };
  /** HEIC, which this browser cannot decode. */
  'picture-heic': object;
  /** Larger than the limits; refused before decoding. */
  'picture-large': { width: number; height: number };
  /** A small file that claims many pixels; refused before decoding. */
  'picture-suspicious': { width: number; height: number; bytes: number };
  /** A JPEG of so many scans that decoding it would not end; refused before. */
  'picture-scans': { scans: number };
  /** More bytes than are read into memory. */
  'picture-bytes': { bytes: number; limit: number };
  /** A folder, or a file that was changed or moved after it was chosen. */
  'picture-unreadable': object;
  /** Cut off or damaged: the browser does not decode it. */
  'picture-damaged': { kind: string };
  /** This browser lacks what is needed to read pixels. */
  'picture-unsupported': object;
  /** A sample photo of this site did not come. */
  'sample-unreachable': object;
  /** The reader, or the browser's settings, did not allow the camera. */
  'camera-denied': object;
  'camera-none': object;
  /** It is there and did not start. */
  'camera-busy': object;
  /** The browser offers none to this page: it is old, or the page is not on https. */
  'camera-unsupported': object;
  /** No answer from the server, or no connection. */
  'network-unreachable': { address: string };
  /** The server answered, but not with the file. */
  'network-missing': { address: string; status: number };
  /** The connection broke before the whole file had come. */
  'network-cut': { loaded: number; total: number };
  /** Nothing came for a long time. */
  'network-stalled': { loaded: number; total: number };
  /** The file that came is not the one that was published. */
  'network-hash': { address: string };
  /** A file of onnxruntime-web is missing or did not arrive. */
  'runtime-missing': { address: string };
  /** onnxruntime-web or the network did not start. */
  'start-failed': { reason: string };
  /** The network started and then failed on this input. */
  'run-failed': { reason: string };
  /** The worker said nothing for so long (queue.ts) and was ended. */
  silent: { seconds: number };
  /** Not enough memory. */
  'out-of-memory': object;
  /** This browser has no WebAssembly or no module workers. */
  'runtime-unsupported': object;
}

export type FailureCode = keyof FailureValues;
export type Failure<Code extends FailureCode = FailureCode> = { [C in Code]: { code: C } & FailureValues[C] }[Code];

/** Thrown by everything in src/runtime; `explain` of words.ts turns `failure` into a sentence. */
export class RuntimeError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, cause?: unknown) {
    super(JSON.stringify(failure), { cause });
    this.name = 'RuntimeError';
    this.failure = failure;
  }
}
