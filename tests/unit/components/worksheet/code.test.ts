import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCode, readCode } from '@/components/worksheet/code.ts';
import { exercises } from '@/exercises/index.ts';
import { anyText } from '../../any-text.ts';

const kinds = exercises.map(({ id }) => id);
const name = fc.record({
  kind: fc.constantFrom(...kinds),
  level: fc.constantFrom(1, 2, 3),
  seed: fc.integer({ min: 0, max: 0x1ffffff }),
});

describe('the code of a problem', () => {
  it('leads back to it, however it is typed', () => {
    fc.assert(
      fc.property(name, fc.boolean(), fc.constantFrom('-', ' ', '–', ' − '), (problem, held, dash) => {
        const code = printCode(problem, held);
        const typed = ` ${code.toLowerCase().replaceAll('-', dash).replaceAll('0', 'o').replaceAll('1', 'l')} `;
        expect(readCode(typed, kinds)).toEqual({ ...problem, held });
      }),
    );
  });

  it('can be typed without its dash, and in full-width signs', () => {
    const code = printCode({ kind: 'convolve-map', level: 2, seed: 7_000_000 });
    expect(readCode(code.replace('-', ''), kinds)?.seed).toBe(7_000_000);
    const wide = code.replace(/[0-9A-Z]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    expect(readCode(wide, kinds)?.kind).toBe('convolve-map');
  });

  it('of a sheet that holds the steps back can be typed without any dash', () => {
    const problem = { kind: 'convolve-map', level: 1, seed: 0x1fffffe } as const;
    const code = printCode(problem, true);
    for (const typed of [
      code.replaceAll('-', ''),
      code.replace('-H', 'h'),
      ` ${code.replaceAll('-', '').toLowerCase()} `,
    ])
      expect(readCode(typed, kinds)).toEqual({ ...problem, held: true });
  });

  it('is never thrown over by any text', () => {
    fc.assert(
      fc.property(anyText(30), (text) => {
        const found = readCode(text, kinds);
        expect(found === undefined || kinds.includes(found.kind)).toBe(true);
      }),
    );
    expect(readCode('x'.repeat(100_000), kinds)).toBeUndefined();
  });

  it('differs for every kind and level', () => {
    const codes = kinds.flatMap((kind) => ([1, 2, 3] as const).map((level) => printCode({ kind, level, seed: 0 })));
    expect(new Set(codes).size).toBe(kinds.length * 3);
  });

  it('never changes: it stands on paper', () => {
    expect(printCode({ kind: 'convolve-map', level: 2, seed: 12_345 })).toBe('GC2-C1S');
  });
});
