/** JPEG (ITU-T T.81): marker segments, and after the header of each scan the coded picture. */

/** Restart markers and others that no segment follows; 0 is a stuffed zero of the coded picture, and no marker. */
const isBare = (marker: number) => marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const SCAN = 0xda;
const END = 0xd9;

/**
 * The segments up to the end of the picture: the marker, and where the segment begins behind it. What stands between them, the
 * coded picture or rubbish, is passed over as decoders do; a thumbnail inside a segment is skipped with it.
 */
function* segments(bytes: Uint8Array): Generator<{ marker: number; at: number }> {
  for (let at = bytes.indexOf(0xff, 2); at !== -1; at = bytes.indexOf(0xff, at)) {
    while (bytes[at] === 0xff) at++;
    const marker = bytes[at++] ?? END;
    if (marker === END) return;
    if (isBare(marker)) continue;
    yield { marker, at };
    at += 0x100 * (bytes[at] ?? 0) + (bytes[at + 1] ?? 0);
  }
}

/** The size in the first frame header; undefined where there is none before the first scan. Throws RangeError where it is cut off. */
export function jpegSize(view: DataView): readonly [width: number, height: number] | undefined {
  for (const { marker, at } of segments(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))) {
    if (isFrame(marker)) return [view.getUint16(at + 5), view.getUint16(at + 3)];
    if (marker === SCAN) return undefined;
  }
  return undefined;
}

/** In how many scans the picture is drawn, each over the whole of it: 1 in most files, about 10 in progressive ones. */
export function jpegScans(bytes: Uint8Array): number {
  let scans = 0;
  for (const { marker } of segments(bytes)) if (marker === SCAN) scans++;
  return scans;
}
