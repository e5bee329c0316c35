/** The part of a text that shows best what was found in it. */

/** A piece of an excerpt; what was looked for is marked. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** About two lines; a Chinese character is twice as wide as a letter. */
const WIDTH = { latin: 150, han: 75 };
const WORD = '[\\p{Script=Latin}\\p{N}]*';

/** Where an excerpt begins that should show a place: at its sentence if that is near, else at a word. */
function beginning(text: string, place: number, near: number): number {
  const from = Math.max(0, place - near);
  const before = text.slice(from, place);
  const sentence = Math.max(...['。', '！', '？', '. ', '? '].map((end) => before.lastIndexOf(end)));
  if (sentence >= 0) return from + sentence + (/^.\s*/u.exec(before.slice(sentence))?.[0].length ?? 0);
  if (from === 0) return 0;
  return from + (new RegExp(`^${WORD}\\s*`, 'u').exec(before)?.[0].length ?? 0);
}

/** Where the text has what the patterns say, in order; what overlaps is one place. */
function placesOf(text: string, patterns: readonly RegExp[]) {
  const places: { start: number; end: number; kinds: ReadonlySet<number> }[] = [];
  const all = patterns.flatMap((pattern, kind) =>
    [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ start: index, end: index + length, kind })),
  );
  for (const { start, end, kind } of all.toSorted((a, b) => a.start - b.start)) {
    const last = places.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.kinds = new Set([...last.kinds, kind]);
    } else places.push({ start, end, kinds: new Set([kind]) });
  }
  return places;
}

/** The first part of a text in which most of the patterns are found together. */
export function excerptOf(text: string, patterns: readonly RegExp[]): Piece[] {
  const wide = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const width = wide > text.length / 4 ? WIDTH.han : WIDTH.latin;
  const places = placesOf(text, patterns);
  const together = places.map(
    ({ start }) =>
      new Set(
        places.flatMap((other) => (other.start >= start && other.end <= start + width / 2 ? [...other.kinds] : [])),
      ).size,
  );
  const best = places[together.indexOf(Math.max(...together))];
  const from = best ? beginning(text, best.start, width / 3) : 0;
  const least = Math.max(from + width, best?.end ?? 0);
  const to = least + (new RegExp(`^${WORD}`, 'u').exec(text.slice(least))?.[0].length ?? 0);

  const pieces: Piece[] = from > 0 ? [{ text: '…', marked: false }] : [];
  let done = from;
  for (const { start, end } of places.filter((place) => place.start >= from && place.end <= to)) {
    pieces.push({ text: text.slice(done, start), marked: false }, { text: text.slice(start, end), marked: true });
    done = end;
  }
  pieces.push({ text: text.slice(done, to) + (to < text.length ? '…' : ''), marked: false });
  return pieces.filter((piece) => piece.text !== '');
}
