import type { Layer } from '../../core/index.ts';
import type { Field } from '../../state/fields.ts';
import { presetNames, presetOf, presets } from './presets.ts';
import { isStack, parseStack, printStack } from './stack-text.ts';

export interface StackField extends Field<readonly Layer[]> {
  readonly kind: 'stack';
}

/** A stack of layers; in the address a preset's name, else the text of `stack-text.ts`. */
export function stack(initial: string): StackField {
  const parse = (text: string): readonly Layer[] | undefined => {
    const preset = presetNames.find((name) => name === text);
    return parseStack(preset ? presets[preset].text : text);
  };
  const first = parse(initial);
  if (!first) throw new RangeError(`A stack cannot start as "${initial}".`);
  return {
    kind: 'stack',
    initial: first,
    accepts: isStack,
    print(layers) {
      const text = printStack(layers);
      return presetOf(text) ?? text;
    },
    parse,
  };
}
