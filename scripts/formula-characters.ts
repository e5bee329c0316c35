import type { Page } from 'playwright-core';

/** A KaTeX font's file name without its ending → the characters that a page's formulas show in it. */
export type FormulaCharacters = Record<string, string>;

/** Reads a page's formulas as the browser lays them out: which characters in which of KaTeX's fonts. */
export const formulaCharacters = (page: Page): Promise<FormulaCharacters> =>
  page.evaluate(() => {
    const found: FormulaCharacters = {};
    for (const formula of document.querySelectorAll('.katex-html')) {
      const texts = document.createTreeWalker(formula, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        if (node.parentElement === null) continue;
        const { fontFamily, fontWeight, fontStyle } = getComputedStyle(node.parentElement);
        const [, family] = /(KaTeX_\w+)/.exec(fontFamily) ?? [];
        if (family === undefined) continue;
        const style = `${Number(fontWeight) >= 600 ? 'Bold' : ''}${fontStyle === 'italic' ? 'Italic' : ''}`;
        const font = `${family}-${style || 'Regular'}`;
        found[font] = [...new Set((found[font] ?? '') + (node.nodeValue ?? ''))].sort().join('');
      }
    }
    return found;
  });
