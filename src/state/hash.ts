import type { Pair } from './codec.ts';

/**
 * The part of an address after `#`: a heading's anchor first, if any, then the settings of the page's widgets.
 * `#the-idea&convolution-stepper.padding=1&convolution-stepper-2.stride=2`
 */
export interface Hash {
  /** Id of the heading or figure to show; empty for none. */
  readonly anchor: string;
  /** `widget.field` → text, in order. */
  readonly settings: readonly Pair[];
}

/** Longest address that is read: above it lies no state that a widget could have printed. */
const LONGEST = 30_000;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // A broken escape stands for itself.
  }
}

/** Takes a hash apart, with or without its `#`. Never throws: what is no setting is the anchor or nothing. */
export function parseHash(hash: string): Hash {
  const parts = hash.slice(0, LONGEST).replace(/^#/, '').split('&').filter(Boolean);
  const settings = new Map<string, string>();
  let anchor = '';
  for (const part of parts) {
    const [, key, text] = /^([^=]*)=(.*)$/s.exec(part) ?? [];
    if (key === undefined || text === undefined) anchor ||= decoded(part);
    else if (decoded(key).includes('.')) settings.set(decoded(key), decoded(text));
  }
  return { anchor, settings: [...settings] };
}

/** Escapes what an address cannot hold or this notation needs; commas, semicolons and slashes stay readable. */
const escaped = (text: string): string =>
  encodeURIComponent(text.isWellFormed() ? text : text.toWellFormed()).replace(
    /%(2C|3B|2F|3A|2B|40|24)/g,
    decodeURIComponent,
  );

/** The hash without its `#`; `parseHash(printHash(hash))` is the same hash. */
export const printHash = ({ anchor, settings }: Hash): string =>
  [...(anchor ? [escaped(anchor)] : []), ...settings.map(([key, text]) => `${escaped(key)}=${escaped(text)}`)].join(
    '&',
  );

/** The settings of one widget: those whose key begins with `scope.`, without it. */
export const settingsOf = ({ settings }: Hash, scope: string): Pair[] =>
  settings.filter(([key]) => key.startsWith(`${scope}.`)).map(([key, text]) => [key.slice(scope.length + 1), text]);

/** The hash with one widget's settings replaced; every other widget's and the anchor stay. */
export const withSettings = (hash: Hash, scope: string, pairs: readonly Pair[]): Hash => ({
  anchor: hash.anchor,
  settings: [
    ...hash.settings.filter(([key]) => !key.startsWith(`${scope}.`)),
    ...pairs.map(([key, text]) => [`${scope}.${key}`, text] as const),
  ],
});
