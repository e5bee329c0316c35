import fc from 'fast-check';

/** Any text, lone surrogates and control characters among it; much quicker to make than fast-check's own `binary`. */
export const anyText = (maxLength = 40) =>
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength });
