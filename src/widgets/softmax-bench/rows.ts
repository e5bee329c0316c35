import { formatNumber } from '../../state/number-text.ts';
import type { SetState } from '../kit/definition.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { slider } from '../kit/number-field.ts';
import { type Derived, type State, scoreLimits } from './model.ts';
import type words from './words.ts';

export type Words = (typeof words)['en'];

/** Decimals of the exponentials: three, none where they are long. */
export const exponentialDecimals = ({ sum }: Derived): number => (sum >= 10_000 ? 0 : 3);

const scoreField = { kind: 'decimal', ...scoreLimits } as const;

/** One row a class: its score, e to the score, the division, the probability as a bar. */
export function classRows(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const list = child(parent, 'ul', 'rows').attr('class', 'softmax-rows');
  eachRoot(
    children(list, 'li', derived.names, (name) => name),
    (item, name, index) => {
      const probability = derived.probabilities[index] ?? 0;
      const isTrue = derived.showsLoss && index === derived.label;
      slider(item, 'score', {
        label: fill(words.score, { name: words[name] }),
        value: derived.scores[index] ?? 0,
        field: scoreField,
        step: 0.1,
        onChange: (score) => set({ scores: state.scores.map((old, place) => (place === index ? score : old)) }),
      });
      const working = child(item, 'p', 'working').attr('class', 'working');
      const decimals = exponentialDecimals(derived);
      const shown = formatNumber(derived.exponentials[index] ?? 0, decimals);
      const power = child(working, 'span', 'power').attr('class', 't');
      child(power, 'span', 'e').text('e');
      child(power, 'sup', 'exponent').text(formatNumber(derived.exponents[index] ?? 0));
      // Only e⁰ is what its decimals say.
      child(power, 'span', 'value').text(` ${derived.exponents[index] === 0 ? '=' : '≈'} ${shown}`);
      const division = child(working, 'span', 'division').attr('class', 't');
      child(division, 'span', 'terms').text(`${shown} / ${formatNumber(derived.sum, decimals)} ≈ `);
      child(division, 'b', 'probability').attr('class', 'r-output').text(formatNumber(probability, 3));
      bar(item, 'bar', probability);
      child(item, 'span', 'true')
        .attr('class', 'tag')
        .attr('hidden', isTrue ? null : '')
        .text(words.trueClass);
    },
  );
}

/** A probability on the one axis from 0 to 1. */
export function bar(parent: Root, part: string, probability: number): void {
  const track = child(parent, 'div', part).attr('class', 'probability-bar').attr('aria-hidden', 'true');
  child(track, 'span', 'fill').style('width', `${100 * probability}%`);
}
