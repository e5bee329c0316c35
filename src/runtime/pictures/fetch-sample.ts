import { RuntimeError } from '../failure.ts';

/** The file of a sample photo of this site. Throws `sample-unreachable`, or the signal's reason. */
export async function fetchSample(address: string, signal: AbortSignal): Promise<Blob> {
  try {
    const response = await fetch(address, { signal });
    if (response.ok) return await response.blob();
  } catch (error) {
    signal.throwIfAborted();
    throw new RuntimeError({ code: 'sample-unreachable' }, error);
  }
  throw new RuntimeError({ code: 'sample-unreachable' });
}
