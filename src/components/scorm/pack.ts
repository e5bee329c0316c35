import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Begins a text that is packed; JSON begins otherwise. */
const mark = 'z';

/** A text made shorter, in the signs of base 64. */
export const pack = (text: string): string => mark + btoa(strFromU8(deflateSync(strToU8(text), { level: 9 }), true));

/** The text that was packed; one that was not stays as it is, one that is broken is empty. */
export function unpack(text: string): string {
  if (!text.startsWith(mark)) return text;
  try {
    return strFromU8(inflateSync(strToU8(atob(text.slice(mark.length)), true)));
  } catch {
    return '';
  }
}
