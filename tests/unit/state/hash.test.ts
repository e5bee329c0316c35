import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseHash, printHash, settingsOf, withSettings } from '@/state/hash.ts';

describe('the hash', () => {
  it('holds a heading’s anchor and every widget’s settings', () => {
    const hash = parseHash('#the-idea&convolution-stepper.padding=1&convolution-stepper-2.stride=2');
    expect(hash.anchor).toBe('the-idea');
    expect(settingsOf(hash, 'convolution-stepper')).toEqual([['padding', '1']]);
    expect(settingsOf(hash, 'convolution-stepper-2')).toEqual([['stride', '2']]);
  });

  it('changes one widget’s part and leaves anchor and others', () => {
    const hash = withSettings(parseHash('#图&a.x=1&b.y=2'), 'a', [['z', '1,2;3/4']]);
    expect(hash).toEqual({
      anchor: '图',
      settings: [
        ['b.y', '2'],
        ['a.z', '1,2;3/4'],
      ],
    });
    expect(printHash(hash)).toBe('%E5%9B%BE&b.y=2&a.z=1,2;3/4');
    expect(printHash(withSettings(hash, 'a', []))).toBe('%E5%9B%BE&b.y=2');
  });

  it('comes back whole, whatever it holds', () => {
    const word = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).map((text) => text.toWellFormed());
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
    const settings = fc
      .uniqueArray(fc.tuple(name, name, word), { selector: ([a, b]) => `${a}.${b}`, maxLength: 5 })
      .map((rows) => rows.map(([a, b, text]) => [`${a}.${b}`, text] as const));
    fc.assert(
      fc.property(fc.oneof(fc.constant(''), word), settings, (anchor, pairs) => {
        const hash = { anchor, settings: pairs };
        expect(parseHash(`#${printHash(hash)}`)).toEqual(hash);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 500 }), (text) => void printHash(parseHash(text))),
    );
    expect(parseHash('#%E0%A4%A&a.b=%').settings).toEqual([['a.b', '%']]);
    expect(parseHash(`#a.b=${'9'.repeat(100_000)}`).settings[0]?.[1].length).toBeLessThan(30_001);
  });
});
