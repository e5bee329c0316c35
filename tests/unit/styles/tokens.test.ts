import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const css = readFileSync(new URL('../../../src/styles/tokens.css', import.meta.url), 'utf8').replace(
  /\/\*.*?\*\//gs,
  '',
);

/** The declarations of the first block whose selector is exactly this one. */
function block(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no block "${selector}".`);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return Object.fromEntries(
    body
      .split(';')
      .map((declaration) => declaration.split(/:(.*)/s).map((part) => part.trim()))
      .flatMap(([name, value]) => (name?.startsWith('--') && value ? [[name, value]] : [])),
  );
}

/** WCAG 2 relative luminance of #rrggbb. */
function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const light = block(':root');
const dark = block(':root[data-theme="dark"]');

it('has the same dark values for the browser’s choice and for the reader’s', () => {
  expect(Object.keys(dark).length).toBeGreaterThan(40);
  expect(block(':root:not([data-theme="light"])')).toEqual(dark);
});

it.each([
  ['light', light],
  ['dark', { ...light, ...dark }],
])('keeps text readable on every paper in the %s theme', (_, values) => {
  const text = ['ink', 'ink-2', 'ink-3', 'input', 'kernel', 'product', 'output', 'wrong'];
  const papers = ['paper', 'paper-raised', 'paper-sunk'];
  const weak = text.flatMap((name) =>
    papers
      .map((paper) => ({ name, paper, ratio: contrast(values[`--${name}`] ?? '', values[`--${paper}`] ?? '') }))
      .filter(({ ratio }) => !(ratio >= 4.5)),
  );
  expect(weak).toEqual([]);
});

it('where the reader’s system sets the colours, writes in those it reads', () => {
  const forced = /forced-colors: active\) \{\s*:root \{(.*?)\}/s.exec(css)?.[1] ?? '';
  expect(
    Object.fromEntries([...forced.matchAll(/--(ink[^:]*|wrong): (\w+)/g)].map(([, name, value]) => [name, value])),
  ).toEqual({
    ink: 'CanvasText',
    'ink-2': 'CanvasText',
    'ink-3': 'CanvasText',
    wrong: 'CanvasText',
  });
});
