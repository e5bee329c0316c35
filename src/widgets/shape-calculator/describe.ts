import { formatNumber } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';
import { countText, faultText, sizeText } from './layer-words.ts';
import type { Derived } from './model.ts';
import type { Words } from './words.ts';

/** The spoken sentence: what goes in and comes out, what it costs, and the layer that cannot be. */
export function describe({ input, rows, total, faulty }: Derived, words: Words): string {
  const sentence = fill(words.describe, {
    count: formatNumber(rows.length),
    input: sizeText(input),
    shape: sizeText(total.shape),
    parameters: countText(total.parameters, words),
    macs: countText(total.macs, words),
  });
  if (!faulty?.fault) return sentence;
  const fault = faultText(faulty.fault, words);
  return `${fill(words.describeFault, { number: faulty.number, kind: words[faulty.layer.kind], fault })} ${sentence}`;
}
