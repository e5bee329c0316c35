import type { ShikiConfig } from 'astro';

type Transformer = NonNullable<ShikiConfig['transformers']>[number];

/** Code in ink: hue is kept for what a number is, so keywords are bold and comments grey. */
export const inkTheme = {
  name: 'ink',
  type: 'light',
  colors: { 'editor.background': 'var(--paper-sunk)', 'editor.foreground': 'var(--ink)' },
  tokenColors: [
    { scope: ['comment', 'punctuation.definition.comment'], settings: { foreground: 'var(--ink-3)' } },
    { scope: ['keyword', 'storage'], settings: { fontStyle: 'bold' } },
    { scope: ['keyword.operator'], settings: { fontStyle: '' } },
    { scope: ['keyword.operator.logical.python'], settings: { fontStyle: 'bold' } },
  ],
} satisfies ShikiConfig['theme'];

const ROLES = /\{(input|kernel|product|output):([^{}]*)\}/g;

type Nodes = Parameters<NonNullable<Transformer['span']>>[0]['children'];

/** Splitting at the pattern gives text, role, words, text, role, words, …, text. */
const withRoles = (code: string): Nodes =>
  code.split(ROLES).flatMap((value, index, parts): Nodes => {
    if (index % 3 === 1 || value === '') return [];
    if (index % 3 === 0) return [{ type: 'text', value }];
    const properties = { class: `r-${parts[index - 1]}` };
    return [{ type: 'element', tagName: 'span', properties, children: [{ type: 'text', value }] }];
  });

/** In a block of code, in its comments above all, `{kernel:1×1×3×3}` gets the hue of its role. */
export const codeRoles = {
  name: 'roles',
  span(token) {
    token.children = token.children.flatMap((child) => (child.type === 'text' ? withRoles(child.value) : [child]));
  },
} satisfies Transformer;
