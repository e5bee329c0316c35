/** AVIF and HEIC: files of boxes (ISO/IEC 14496-12), each with a length, a type of four letters and its contents. */
import type { PictureKind } from '../types.ts';

const letters = (view: DataView, at: number) =>
  String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));

const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx'];
const AVIF = ['avif', 'avis'];

/** The kind by the brands of the `ftyp` box at the start; undefined for videos and others. */
export function brandKind(bytes: Uint8Array): PictureKind | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(view.byteLength < 4 ? 0 : view.getUint32(0), view.byteLength);
  const brands: string[] = [];
  // The version number at 12 stands between the main brand and the compatible ones, and is no brand.
  for (let at = 8; at + 4 <= end; at += 4) brands.push(letters(view, at));
  if (brands.some((brand) => AVIF.includes(brand))) return 'avif';
  return brands.some((brand) => HEIC.includes(brand)) ? 'heic' : undefined;
}

/** Boxes on the way to the sizes, with the bytes of their own before the boxes inside. */
const CONTAINERS: Readonly<Record<string, number>> = { meta: 4, iprp: 0, ipco: 0 };

/** Boxes that are looked at: real files have some tens, a file of empty ones would have millions. */
const MAX_BOXES = 10_000;

/** The largest size among the images of the file (`ispe`): that of the whole where it is put together from tiles. */
export function boxedSize(view: DataView): readonly [number, number] | undefined {
  let largest: readonly [number, number] | undefined;
  let left = MAX_BOXES;
  const visit = (from: number, to: number): void => {
    for (let at = from; at + 8 <= to && left-- > 0; ) {
      const short = view.getUint32(at);
      const head = short === 1 ? 16 : 8;
      const length = short === 0 ? to - at : short === 1 ? Number(view.getBigUint64(at + 8)) : short;
      if (length < head) return;
      const end = Math.min(at + length, to);
      const inside = CONTAINERS[letters(view, at + 4)];
      if (inside !== undefined) visit(at + head + inside, end);
      if (letters(view, at + 4) === 'ispe') {
        const size = [view.getUint32(at + head + 4), view.getUint32(at + head + 8)] as const;
        if (!largest || size[0] * size[1] > largest[0] * largest[1]) largest = size;
      }
      at = end;
    }
  };
  visit(0, view.byteLength);
  return largest;
}
