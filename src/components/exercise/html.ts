/** Markup made from values: what is put in is escaped, unless it is markup itself. The same on the server and in the browser. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template; `undefined` and `false` leave nothing. */
export type Content = Html | string | number | false | undefined | readonly Content[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

function markup(content: Content): string {
  if (content === undefined || content === false) return '';
  if (content instanceof Html) return content.text;
  if (typeof content === 'string' || typeof content === 'number') return escaped(String(content));
  return content.map(markup).join('');
}

/** Tag of a template: ``html`<b>${name}</b>` ``. Values in attributes must stand in double quotes. */
export const html = (strings: TemplateStringsArray, ...values: readonly Content[]): Html =>
  new Html(strings.map((part, index) => part + markup(values[index])).join(''));

/** Attributes with a blank before each: `true` gives the bare name, `false` and `undefined` nothing. */
export const attributes = (values: Readonly<Record<string, string | number | boolean | undefined>>): Html =>
  new Html(
    Object.entries(values)
      .map(([name, value]) => {
        if (value === undefined || value === false) return '';
        return value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`;
      })
      .join(''),
  );

/** An icon of the site's sprite; decoration, so whatever holds it needs words. */
export const icon = (name: string): Html => html`<svg class="i" aria-hidden="true"><use href="#i-${name}"></use></svg>`;
