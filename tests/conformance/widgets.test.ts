import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { encode, initialState } from '@/state/codec.ts';
import { type Field, integer } from '@/state/fields.ts';
import { localeKeys } from '@/state/locale.ts';
import { drawOnServer, findWidget, widgetIds } from '@/widgets/kit/server.ts';
import { kitWords } from '@/widgets/kit/words.ts';
import { valuesOf } from './field-values.ts';

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** Random valid states of a widget, as pairs for its address. */
const pairsOf = (id: string) => {
  const { fields } = findWidget(id).widget;
  return fc
    .record(Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, valuesOf(field)])))
    .map((values) => encode(fields, initialState(fields, values)));
};

/** What the drawing shows, as text: cells, fields and labels, but for what is hidden. */
function textOf({ innerHTML }: HTMLElement): string {
  const { document } = parseHTML(`<!doctype html><html><body>${innerHTML}</body></html>`);
  for (const hidden of document.querySelectorAll('[hidden]')) hidden.remove();
  const typed = [...document.querySelectorAll('input')].map((input) => input.getAttribute('value'));
  return [document.body.textContent, ...typed].join(' ');
}

const NUMBER = /−?\d+(,\d{3})*(\.\d+)?/g;

const RUNS = { numRuns: 8 };

describe('the kit', () => {
  it('has every sentence in both languages, with the same placeholders', () => {
    const { en, zh } = kitWords;
    for (const [key, text] of Object.entries(en))
      expect([key, placeholders(Reflect.get(zh, key))]).toEqual([key, placeholders(text)]);
    expect(Object.keys(zh)).toEqual(Object.keys(en));
  });
  it('finds the widgets', () => expect(widgetIds).toContain('convolution-stepper'));
});

describe.each(widgetIds)('widget %s', { timeout: 60_000 }, (id) => {
  const { widget, words } = findWidget(id);

  it('has a title and the same words in both languages, with the same placeholders', () => {
    expect(Object.keys(words.zh)).toEqual(Object.keys(words.en));
    for (const locale of localeKeys) {
      expect(words[locale]['title']).toBeTruthy();
      for (const [key, text] of Object.entries(words[locale])) {
        expect([locale, key, text.trim() !== '']).toEqual([locale, key, true]);
        expect([locale, key, placeholders(text)]).toEqual([locale, key, placeholders(words.en[key] ?? '')]);
      }
    }
    for (const [key, text] of Object.entries(words.zh))
      expect([
        key,
        /[\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u4e00-\u9fff]|[\u4e00-\u9fff][,.;:?!]/.test(text),
      ]).toEqual([key, false]);
  });

  it.each(localeKeys)('draws its first picture on the server (%s): its numbers, its sentence', (locale) => {
    const { root, instance } = drawOnServer(id, locale);
    const text = textOf(root);
    const sentence = instance.sentence();
    expect(sentence.trim()).not.toBe('');
    expect(sentence).not.toMatch(/[{}]|NaN|undefined|null/);
    expect(text.trim()).not.toBe('');
    expect(text).not.toMatch(/\{\w+\}|NaN|undefined/);
    const numbers = sentence.match(NUMBER) ?? [];
    const drawn = new Set(text.match(NUMBER) ?? []);
    // A term of a sum may stand behind its sign.
    const isDrawn = (number: string) => drawn.has(number) || drawn.has(number.replace('−', ''));
    expect(numbers.filter((number) => !isDrawn(number))).toEqual([]);
  });

  it('has no heading but its title, which may be an h1, an h2 or an h3', () => {
    expect(drawOnServer(id, 'en').root.querySelector('h1, h2, h3, h4, h5, h6')).toBeNull();
  });

  it('draws the same again, and the same by way of another state', () => {
    fc.assert(
      fc.property(pairsOf(id), pairsOf(id), (pairs, others) => {
        const { root, instance } = drawOnServer(id, 'en');
        const by = () => {
          instance.load(others);
          instance.load(pairs);
          return root.innerHTML;
        };
        expect(by()).toBe(by());
        const fresh = drawOnServer(id, 'en');
        fresh.instance.load(pairs);
        expect(textOf(root)).toBe(textOf(fresh.root));
      }),
      RUNS,
    );
  });

  it('keeps every state in its address', () => {
    fc.assert(
      fc.property(pairsOf(id), (pairs) => {
        const { instance } = drawOnServer(id, 'en');
        expect(instance.load(pairs)).toEqual([]);
        expect(new Map(instance.pairs())).toEqual(new Map(pairs));
      }),
      RUNS,
    );
    expect(drawOnServer(id, 'en').instance.pairs()).toEqual([]);
  });

  it('describes every state in both languages', () => {
    fc.assert(
      fc.property(pairsOf(id), fc.constantFrom(...localeKeys), (pairs, locale) => {
        const { root, instance } = drawOnServer(id, locale);
        instance.load(pairs);
        expect(instance.sentence()).not.toMatch(/[{}]|NaN|undefined|null|^\s*$/);
        expect(textOf(root)).not.toMatch(/\{\w+\}|NaN|undefined/);
      }),
      RUNS,
    );
  });

  it('survives hostile and outdated addresses, and says what it left out', () => {
    const keys = fc.constantFrom(...Object.keys(widget.fields), 'gone', '__proto__', 'constructor');
    const texts = fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 60 }),
      fc.constantFrom('', '-1', '1e308', '9'.repeat(5000), ',,,;;;///', '%', '<img src=x onerror=alert(1)>', '\u0000'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, texts), { maxLength: 6 }), (pairs) => {
        const { root, instance } = drawOnServer(id, 'en');
        const problems = instance.load(pairs);
        for (const [key] of pairs) {
          const isKnown = Object.hasOwn(widget.fields, key);
          if (!isKnown) expect(problems.some((problem) => problem.key === key)).toBe(true);
        }
        expect(root.querySelector('img[onerror], script')).toBeNull();
        expect(instance.sentence()).not.toBe('');
      }),
      RUNS,
    );
  });

  it('can be undone and reset', () => {
    fc.assert(
      fc.property(pairsOf(id), (pairs) => {
        const { root, instance } = drawOnServer(id, 'en');
        const first = textOf(root);
        instance.load(pairs);
        const changed = instance.pairs();
        instance.reset();
        expect(instance.pairs()).toEqual([]);
        expect(textOf(root)).toBe(first);
        if (changed.length > 0 && instance.canUndo) {
          instance.undo();
          expect(instance.pairs()).toEqual(changed);
        }
      }),
      RUNS,
    );
  });
});

it('a field of a kind without values is a fault of this test', () => {
  const unknown: Field<unknown> = { ...integer({ initial: 0, min: 0, max: 1 }), kind: 'new' };
  expect(() => valuesOf(unknown)).toThrow(/"new"/);
});
