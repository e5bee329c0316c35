import { formatNumber } from '../../state/number-text.ts';
import { child, children, eachRoot, type Root } from '../kit/dom.ts';
import { fill } from '../kit/fill.ts';
import { sumLine, type Term } from '../kit/sum-line.ts';
import { channelSums, type Derived, placeText, problemText } from './model.ts';
import type { Words } from './words.ts';

/** Where the window is, and the sum written out: of one channel in a line, of several in a line each and their total. */
export function drawReadout(readout: Root, derived: Derived, words: Words): void {
  const { result, problems, state, depth, firstChannel, decimals } = derived;
  const where = child(readout, 'p', 'where')
    .attr('class', 'where')
    .attr('hidden', result ? null : '');
  const lines = child(readout, 'div', 'sums').attr('class', 'sums');
  const total = child(readout, 'div', 'total');
  const impossible = child(readout, 'p', 'impossible').attr('hidden', result ? '' : null);
  impossible.text(result ? '' : [words.noOutput, ...problems.map((problem) => problemText(problem, words))].join(' '));
  child(where, 'span', 'place').text(result ? placeText(result.place, state.kernels, words) : '');
  child(where, 'span', 'uses').text(
    result && state.picked !== null ? fill(words.uses, { count: result.uses.size }) : '',
  );
  child(where, 'span', 'other').text(
    result && state.flip ? fill(words.notTurned, { value: formatNumber(result.otherWay, decimals) }) : '',
  );
  const sums = channelSums(derived);
  const channels = result && depth > 1 ? sums : [];
  eachRoot(
    children(lines, 'div', channels, (_, plane) => plane),
    (line, sum, plane) => {
      const terms = (result?.window.terms ?? []).filter(({ channel }) => channel === firstChannel + plane);
      sumLine(line, 'line', {
        before: fill(words.channelSum, { number: firstChannel + plane + 1 }),
        terms: terms.map(({ product }): Term => ({ value: product, role: 'product' })),
        total: sum,
        role: 'product',
        decimals,
      });
    },
  );
  total.attr('hidden', result ? null : '');
  if (!result) return;
  const { terms, bias, value } = result.window;
  const added: readonly number[] = depth > 1 ? sums : terms.map(({ product }) => product);
  sumLine(total, 'line', {
    terms: [
      ...added.map((sum): Term => ({ value: sum, role: 'product' })),
      ...(bias === 0 ? [] : [{ value: bias, role: 'kernel', note: words.bias } as const]),
    ],
    total: value,
    decimals,
  });
}
