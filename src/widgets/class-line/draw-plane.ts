import type { SetState } from '../kit/definition.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { chord, type Place } from './geometry.ts';
import { kinds, type Method, SIZE } from './methods.ts';
import type { Derived, State } from './model.ts';
import { answersKeys, answersPointer } from './pointing.ts';
import type { Words } from './words.ts';

/** Outlines of the marks, in pixels around their middle: circle, square, triangle. */
const MARKS = ['M-5.5,0a5.5,5.5 0 1 0 11,0a5.5,5.5 0 1 0 -11,0z', 'M-5,-5h10v10h-10z', 'M0,-6.5L6,4.5H-6z'];
/** Directions of the hatching of each kind's region: none, rising, falling. */
const HATCHES = [[], [1, -1], [1, 1]] as const;
/** From one line of a hatching to the next, in centimetres. */
const HATCH_STEP = 0.7;

const across = (x: number) => `${(100 * x) / SIZE}%`;
const up = (y: number) => `${100 - (100 * y) / SIZE}%`;
const pathOf = (places: readonly Place[]) => places.map(({ x, y }) => `${x.toFixed(3)},${(SIZE - y).toFixed(3)}`);
const linePath = (ends: readonly Place[]) => (ends.length > 0 ? `M${pathOf(ends).join('L')}` : '');

function hatching(kind: number, corners: readonly Place[]): string {
  const [a, b] = HATCHES[kind] ?? [];
  if (a === undefined || b === undefined) return '';
  const lines = Array.from({ length: Math.floor((2 * SIZE) / HATCH_STEP) }, (_, index) => {
    const offset = (index + 0.5) * HATCH_STEP - (b < 0 ? SIZE : 0);
    return linePath(chord(corners, { a, b, c: -offset }));
  });
  return lines.join('');
}

/** One method's plane: its regions with their names, the boundaries, the points, and how many are wrong. */
export function plane(
  parent: Root,
  part: 'line' | 'scores',
  derived: Derived,
  words: Words,
  set: SetState<State>,
): void {
  const method = derived[part];
  const block = child(parent, 'figure', part).attr('class', 'plane');
  child(block, 'figcaption', 'title').text(part === 'line' ? words.lineTitle : words.scoresTitle);
  const drawing = child(block, 'svg', 'plane').attr('width', '100%').attr('height', '100%');
  const ground = child(drawing, 'svg', 'ground')
    .attr('viewBox', `0 0 ${SIZE} ${SIZE}`)
    .attr('width', '100%')
    .attr('height', '100%')
    .attr('aria-hidden', 'true');
  const paths = [
    ...method.regions.map(({ kind, corners }) => ({ path: hatching(kind, corners), name: `hatch ${kinds[kind]}` })),
    ...(derived.before?.[part].boundaries ?? []).map((ends) => ({ path: linePath(ends), name: 'old' })),
    ...method.boundaries.map((ends) => ({ path: linePath(ends), name: 'boundary' })),
  ];
  children(ground, 'path', paths, (_, index) => index)
    .attr('class', ({ name }) => name)
    .attr('d', ({ path }) => path);
  names(child(drawing, 'g', 'names'), method, derived, words);
  points(child(drawing, 'g', 'points'), method, derived);
  child(block, 'p', 'wrong')
    .attr('class', 'verdict')
    .text(fill(words.wrong, { wrong: method.wrong, count: derived.points.length }));
  answersPointer(drawing, derived, set);
  if (part === 'scores') return void drawing.attr('aria-hidden', 'true');
  drawing.attr('role', 'application').attr('tabindex', '0').attr('aria-label', words.plane);
  answersKeys(drawing, derived, set);
}

function names(layer: Root, { regions }: Method, { numbers }: Derived, words: Words): void {
  const shown = regions.flatMap(({ kind, label }) => (label ? [{ kind, label }] : []));
  children(layer, 'text', shown, ({ kind }) => kind)
    .attr('x', ({ label }) => across(label.x))
    .attr('y', ({ label }) => up(label.y))
    .attr('dy', '0.35em')
    .text(({ kind }) => fill(words.region, { name: words[kinds[kind] ?? 'cherry'], number: numbers[kind] ?? 0 }));
}

function points(layer: Root, { guesses }: Method, { points: all, chosen }: Derived): void {
  eachRoot(
    children(layer, 'svg', all, (_, index) => index),
    (mark, { x, y, kind }, index) => {
      mark.attr('x', across(x)).attr('y', up(y)).attr('class', `point ${kinds[kind]}`);
      child(mark, 'path', 'ring')
        .attr('class', 'ring')
        .attr('visibility', index === chosen ? null : 'hidden')
        .attr('d', 'M-12,0a12,12 0 1 0 24,0a12,12 0 1 0 -24,0z');
      child(mark, 'path', 'frame')
        .attr('class', 'frame')
        .attr('visibility', guesses[index] === kind ? 'hidden' : null)
        .attr('d', 'M-8.5,-8.5h17v17h-17z');
      child(mark, 'path', 'mark')
        .attr('class', 'mark')
        .attr('d', MARKS[kind] ?? '');
    },
  );
}
