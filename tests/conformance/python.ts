/**
 * Reads the small part of Python that PyTorch snippets are written in: names, attributes, calls with keywords, lists,
 * tuples, numbers, strings, slices and arithmetic. What it cannot read becomes `unknown`, and so does all that depends on it.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'call'; readonly of: Expression; readonly positional: readonly Placed[]; readonly named: Named }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'operation'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'part'; readonly of: Expression; readonly at: readonly (Expression | Slice)[] }
  | { readonly kind: 'unknown' };

export type Named = Readonly<Record<string, Expression>>;
/** `start:stop`, where a missing end is absent. */
export interface Slice {
  readonly kind: 'slice';
  readonly start: Expression | undefined;
  readonly stop: Expression | undefined;
}
/** An argument, and the line on which it ends. */
export interface Placed {
  readonly value: Expression;
  readonly line: number;
}

/** One statement: `target = value` or `value`; lines count from 0. */
export interface Statement {
  readonly target: string | undefined;
  readonly value: Expression;
  readonly line: number;
}

interface Token {
  readonly text: string;
  readonly line: number;
}

const TOKEN = /#.*|'[^']*'|"[^"]*"|\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+|[A-Za-z_]\w*|\*\*|\/\/|[=!<>]=|[^\s]/g;
const unknown: Expression = { kind: 'unknown' };

/** The statements that start a line without indentation; a block (`for`, `def`, `try` …) is left out with all in it. */
export function statements(code: string): Statement[] {
  const found: Statement[] = [];
  let open: Token[] = [];
  let depth = 0;
  for (const [line, text] of code.split('\n').entries()) {
    if (depth === 0) open = [];
    const tokens = [...text.matchAll(TOKEN)].flatMap(([token]) =>
      token.startsWith('#') ? [] : [{ text: token, line }],
    );
    if (depth === 0 && (/^\s/.test(text) || tokens.at(-1)?.text === ':')) continue;
    open.push(...tokens);
    for (const token of tokens) depth += '([{'.includes(token.text) ? 1 : ')]}'.includes(token.text) ? -1 : 0;
    if (depth === 0 && open.length > 0) found.push(statementOf(open, line));
  }
  return found;
}

function statementOf(tokens: readonly Token[], line: number): Statement {
  const [first, second] = tokens;
  if (first && second?.text === '=' && /^\w+$/.test(first.text))
    return { target: first.text, value: new Parser(tokens.slice(2)).whole(), line };
  return { target: undefined, value: new Parser(tokens).whole(), line };
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** The one expression that these tokens are, else `unknown`. */
  whole(): Expression {
    const value = this.#sum();
    return this.#at === this.#tokens.length ? value : unknown;
  }

  get #next(): string {
    return this.#tokens[this.#at]?.text ?? '';
  }

  #takes(text: string): boolean {
    if (this.#next !== text) return false;
    this.#at += 1;
    return true;
  }

  #sum(): Expression {
    let left = this.#sign();
    while (/^(?:[+\-/]|\*)$/.test(this.#next)) {
      const sign = this.#next;
      this.#at += 1;
      left = { kind: 'operation', sign, left, right: this.#sign() };
    }
    return left;
  }

  #sign(): Expression {
    if (!this.#takes('-')) return this.#trailed(this.#atom());
    const value = this.#trailed(this.#atom());
    return value.kind === 'number' ? { kind: 'number', value: -value.value } : unknown;
  }

  #atom(): Expression {
    const text = this.#next;
    this.#at += 1;
    if (/^[.\d]/.test(text) && text !== '.') return { kind: 'number', value: Number(text.replaceAll('_', '')) };
    if (/^['"]/.test(text)) return { kind: 'text', value: text.slice(1, -1) };
    if (/^[A-Za-z_]/.test(text)) return { kind: 'name', name: text };
    if (text !== '(' && text !== '[') return unknown;
    const { positional, comma } = this.#list(text === '(' ? ')' : ']');
    const [only] = positional;
    if (text === '(' && !comma && only && positional.length === 1) return only.value;
    return { kind: 'list', items: positional.map(({ value }) => value) };
  }

  /** `.name`, `(…)` and `[…]` after a value. */
  #trailed(start: Expression): Expression {
    let value = start;
    for (;;) {
      if (this.#takes('.')) {
        value = { kind: 'attribute', of: value, name: this.#next };
        this.#at += 1;
      } else if (this.#takes('(')) {
        const { positional, named } = this.#list(')');
        value = { kind: 'call', of: value, positional, named };
      } else if (this.#takes('[')) {
        value = { kind: 'part', of: value, at: this.#places() };
      } else return value;
    }
  }

  /** What stands in the brackets after a value: `0`, `:`, `80:560`, `None`. */
  #places(): (Expression | Slice)[] {
    const places: (Expression | Slice)[] = [];
    const isEnd = () => [':', ',', ']', ''].includes(this.#next);
    while (this.#next !== '' && !this.#takes(']')) {
      const start = isEnd() ? undefined : this.#sum();
      if (this.#takes(':')) places.push({ kind: 'slice', start, stop: isEnd() ? undefined : this.#sum() });
      else places.push(start ?? unknown);
      if (!this.#takes(',') && this.#next !== ']') {
        this.#skipTo(']');
        return [unknown];
      }
    }
    return places;
  }

  #list(end: string): { positional: Placed[]; named: Named; comma: boolean } {
    const positional: Placed[] = [];
    const named: Record<string, Expression> = {};
    let comma = false;
    while (this.#next !== '' && !this.#takes(end)) {
      const name = this.#tokens[this.#at + 1]?.text === '=' ? this.#next : undefined;
      if (name !== undefined) this.#at += 2;
      const value = this.#sum();
      const line = this.#tokens[this.#at - 1]?.line ?? 0;
      const isWhole = this.#next === ',' || this.#next === end;
      if (!isWhole) {
        // Such as a generator: all of the list is beyond this reader.
        this.#skipTo(end);
        return { positional: [{ value: unknown, line }], named: {}, comma: true };
      }
      if (name === undefined) positional.push({ value, line });
      else named[name] = value;
      comma = this.#takes(',') || comma;
    }
    return { positional, named, comma };
  }

  #skipTo(end: string): void {
    for (let depth = 1; depth > 0 && this.#next !== ''; this.#at += 1) {
      if ('([{'.includes(this.#next)) depth += 1;
      if (')]}'.includes(this.#next)) depth -= 1;
      if (depth === 0 && this.#next !== end) return;
    }
  }
}
