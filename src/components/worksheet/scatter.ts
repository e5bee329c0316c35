/**
 * A 32-bit number that a text stands for, spread evenly: FNV-1a, then the last mixing step of MurmurHash3. The numbers
 * of a text never change: printed codes and the problems of a sheet rest on them.
 */
export function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of new TextEncoder().encode(text)) hash = Math.imul(hash ^ sign, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
