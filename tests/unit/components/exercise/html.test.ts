import { describe, expect, it } from 'vitest';
import { attributes, html } from '@/components/exercise/html.ts';
import { drawText } from '@/components/exercise/text.ts';

describe('html', () => {
  it('escapes what is put in, in text and in attributes', () => {
    expect(html`<b title="${'"a" & \'b\''}">${'<i>'}</b>`.text).toBe(
      '<b title="&quot;a&quot; &amp; &#39;b&#39;">&lt;i&gt;</b>',
    );
  });

  it('puts in markup and lists as they are, and nothing for what is absent', () => {
    expect(html`<p>${[html`<b>1</b>`, 2, ' <']}${undefined}${false}${0}</p>`.text).toBe('<p><b>1</b>2 &lt;0</p>');
  });

  it('writes attributes with a value, bare, or not at all', () => {
    expect(attributes({ id: 'a"b', hidden: true, title: undefined, lang: false, max: 0 }).text).toBe(
      ' id="a&quot;b" hidden max="0"',
    );
  });
});

describe('marked text', () => {
  it('is drawn with its hues, and what a kind put in is escaped', () => {
    expect(drawText('a < [input:3] [strong:b&c] x[raised:2]').text).toBe(
      'a &lt; <span class="r-input num">3</span> <b>b&amp;c</b> x<sup>2</sup>',
    );
  });
});
