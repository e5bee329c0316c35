import { describe, expect, it } from 'vitest';
import { readPage } from '../../../src/integrations/page-text.ts';

const read = (main: string) => readPage(`<body><nav>menu</nav><main id="main" data-searchable>${main}</main></body>`);

describe('the text of a page for the search', () => {
  it('is none where the page keeps out of the search', () => {
    expect(readPage('<main id="main"><h1>Offline</h1></main>')).toBeUndefined();
    expect(readPage('<p>No main part</p>')).toBeUndefined();
  });

  it('goes section by section', () => {
    const html = `<h1>Title</h1><p>Lead &amp; more.</p>
      <h2 id="one">One <a class="anchor" href="#one">#</a></h2><p>First</p><p>second</p><h3>No anchor</h3>
      <h2 id="two">二<span lang="en">two</span></h2><p>Third</p>`;
    expect(read(html)).toEqual({
      title: 'Title',
      sections: [
        { id: '', heading: '', text: 'Lead & more.' },
        { id: 'one', heading: 'One', text: 'First second No anchor' },
        { id: 'two', heading: '二 · two', text: 'Third' },
      ],
    });
  });

  it('keeps words whole within a line and apart between lines', () => {
    const html = '<p>步<em>长</em>和<a href="#x">卷积</a>核</p><ul><li>甲</li><li>乙</li></ul><p>a<br>b</p>';
    expect(read(html)?.sections[0]?.text).toBe('步长和卷积核 甲 乙 a b');
  });

  it('leaves out figures, code, formulas, numbers of tables and what works something', () => {
    const html = `<p>Before</p><lesson-widget><svg><text>9</text></svg><p>live</p></lesson-widget><pre>code</pre>
      <div class="grid"><span>1</span><span>2</span></div><button>Press</button><p hidden>hidden</p>
      <p>size <span class="katex"><math><mi>S</mi></math><span class="katex-html" aria-hidden="true">S</span></span>.</p>`;
    expect(read(html)?.sections[0]?.text).toBe('Before size ….');
  });

  it('puts problems and sources last, without a heading', () => {
    const html = `<h2 id="a">A</h2><p>Text</p><exercise-card><h2 id="exercise-1">Problem</h2><p>Task</p></exercise-card>
      <h2 id="sources">Sources</h2><ol class="sources"><li>A paper</li></ol>`;
    expect(read(html)?.sections).toEqual([
      { id: 'a', heading: 'A', text: 'Text' },
      { id: 'sources', heading: 'Sources', text: '' },
      { id: '', heading: '', text: 'Problem Task A paper' },
    ]);
  });
});
