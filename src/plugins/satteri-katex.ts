import katex from 'katex';
import { defineMdastPlugin } from 'satteri';

/** `\htmlClass{r-kernel}{w}` gives a part of a formula the hue of its role; no other command may write HTML. */
const html = (tex: string, displayMode: boolean) => ({
  rawHtml: katex.renderToString(tex, {
    displayMode,
    output: 'htmlAndMathml',
    throwOnError: true,
    strict: (code: string) => (code === 'htmlExtension' ? 'ignore' : 'error'),
    trust: (context) =>
      context.command === '\\htmlClass' && /^r-(input|kernel|product|output)$/.test(context.class ?? ''),
  }),
});

/**
 * KaTeX at build time. It works on the Markdown tree, not on the HTML tree: Astro puts its own
 * syntax highlighter before HTML-tree plugins, which would turn display maths into code blocks.
 */
export const satteriKatex = defineMdastPlugin({
  name: 'katex',
  // In a box of its own, which scrolls sideways where a screen is too narrow for it, so that the page does not.
  math: (node) => ({ rawHtml: `<div class="formula">${html(node.value, true).rawHtml}</div>` }),
  inlineMath: (node) => html(node.value, false),
});
