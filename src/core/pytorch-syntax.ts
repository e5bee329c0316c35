import { pytorchTokens, type Token } from './pytorch-tokens.ts';

/** `nn.Conv2d(3, 64, 11)`, or as PyTorch prints a module, its parts by name: `Sequential((0): ReLU())`. */
export interface Call {
  readonly type: 'call';
  readonly name: string;
  readonly line: number;
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly parts: readonly (readonly [label: string, value: Value])[];
}

/** What could not be worked out, as it is written. */
export interface Unknown {
  readonly type: 'unknown';
  readonly text: string;
}

export type Value = number | boolean | string | null | Call | Unknown | readonly Value[];

/** `name = value`, or a value alone. */
export interface Statement {
  readonly name: string | undefined;
  readonly value: Value;
  readonly line: number;
}

/** A place that could not be read, and why. */
export interface SyntaxProblem {
  readonly code: 'unread' | 'unclosed' | 'forward';
  readonly line: number;
  readonly text: string;
}

export interface Syntax {
  readonly statements: readonly Statement[];
  readonly comments: ReadonlyMap<number, string>;
  readonly problems: readonly SyntaxProblem[];
  /** The classes that the source defines. */
  readonly classes: ReadonlySet<string>;
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** Lines that say nothing of layers. */
const PLAIN = ['import', 'from', 'print', 'super', 'pass', 'with', 'assert', 'del'];
const DEEPEST = 60;

export const isCall = (value: Value | undefined): value is Call =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'call';

/** Reads Python source as far as layers need it: assignments, calls, numbers. Never throws. */
export function pytorchSyntax(source: string): Syntax {
  const { tokens, comments } = pytorchTokens(source);
  const statements: Statement[] = [];
  const problems: SyntaxProblem[] = [];
  const classes = new Set<string>();
  const values = new Map<string, Value>();
  let at = 0;
  let depth = 0;

  const is = (text: string, ahead = 0): boolean =>
    tokens[at + ahead]?.type !== 'text' && tokens[at + ahead]?.text === text;
  const take = (text: string): boolean => {
    if (!is(text)) return false;
    at += 1;
    return true;
  };
  const written = (from: number): string =>
    tokens
      .slice(from, Math.max(at, from + 1))
      .map(({ text }) => text)
      .join(' ')
      .replace(/ ?([()[\],.]) ?/g, '$1')
      .slice(0, 60);
  const unknown = (from: number): Unknown => ({ type: 'unknown', text: written(from) });

  /** Goes on behind the bracket that closes the one just taken, without reading what is inside. */
  function skipBrackets(): void {
    for (let open = 1; open > 0 && at < tokens.length; at++) {
      const { type, text = '' } = tokens[at] ?? {};
      if (type !== 'sign') continue;
      if (text in CLOSING) open += 1;
      if (')]}'.includes(text)) open -= 1;
    }
  }

  /** Goes to the end of the statement that holds the token `first`. */
  function skipStatement(first: Token): void {
    let line = first.line;
    while (at < tokens.length && tokens[at]?.line === line) {
      const { type, text = '' } = tokens[at] ?? {};
      at += 1;
      if (type === 'sign' && text in CLOSING) skipBrackets();
      line = tokens[at - 1]?.line ?? line;
    }
  }

  /** Skips the block under a line that ends in a colon. */
  function skipBlock(first: Token): void {
    skipStatement(first);
    while (at < tokens.length && (tokens[at]?.indent ?? 0) > first.indent) at += 1;
  }

  function combine(left: Value, right: Value, sign: string, from: number): Value {
    if (typeof left !== 'number' || typeof right !== 'number') return unknown(from);
    const results: Readonly<Record<string, number>> = {
      '+': left + right,
      '-': left - right,
      '*': left * right,
      '/': left / right,
      '//': Math.floor(left / right),
      '**': left ** right,
    };
    return results[sign] ?? unknown(from);
  }

  function chain(signs: readonly string[], read: () => Value): Value {
    const from = at;
    let value = read();
    for (
      let sign = tokens[at]?.text ?? '';
      signs.includes(sign) && tokens[at]?.type === 'sign';
      sign = tokens[at]?.text ?? ''
    ) {
      at += 1;
      value = combine(value, read(), sign, from);
    }
    return value;
  }

  const sum = (): Value => chain(['+', '-'], product);
  const product = (): Value => chain(['*', '/', '//'], power);
  const power = (): Value => chain(['**'], factor);

  function factor(): Value {
    const from = at;
    if (!take('-')) return atom();
    const value = factor();
    return typeof value === 'number' ? -value : unknown(from);
  }

  function atom(): Value {
    const from = at;
    const token = tokens[at];
    at += 1;
    if (!token || depth > DEEPEST) return unknown(from);
    if (token.type === 'number') return Number(token.text.replaceAll('_', ''));
    if (token.type === 'text') return token.text.replace(/^("""|'''|["'])([\s\S]*?)\1?$/, '$2');
    if (token.type === 'name') return trailers(is('(') ? call(token) : named(token, from));
    if (token.text === '(' || token.text === '[') return trailers(listed(token));
    return unknown(from);
  }

  function named({ text }: Token, from: number): Value {
    if (text === 'True' || text === 'False') return text === 'True';
    if (text === 'None') return null;
    return values.get(text.replace(/^self\./, '')) ?? unknown(from);
  }

  /** What is done with a value further on, such as `.to(device)`, is left out. */
  function trailers(value: Value): Value {
    while (is('.') && tokens[at + 1]?.type === 'name') {
      at += 2;
      if (take('(')) skipBrackets();
    }
    return value;
  }

  function listed(open: Token): Value {
    const items: Value[] = [];
    const close = CLOSING[open.text] ?? ')';
    let isTuple = open.text === '[';
    depth += 1;
    while (at < tokens.length && !is(close)) {
      items.push(sum());
      if (!take(',')) break;
      isTuple = true;
    }
    depth -= 1;
    closeBracket(open, close);
    const [only = null] = items;
    return isTuple || items.length !== 1 ? items : only;
  }

  function closeBracket(open: Token, close: string): void {
    if (take(close)) return;
    if (at >= tokens.length) {
      // The innermost says where; those around it are open for the same reason.
      if (!problems.some(({ code }) => code === 'unclosed'))
        problems.push({ code: 'unclosed', line: open.line, text: open.text });
    } else {
      const from = at;
      skipBrackets();
      problems.push({ code: 'unread', line: tokens[from]?.line ?? open.line, text: written(from) });
    }
  }

  /** `(conv1):` as PyTorch prints it: how many tokens it has, 0 for none. */
  const labelled = (): boolean => is('(') && is(')', 2) && is(':', 3) && tokens[at + 1]?.type !== 'sign';

  function call({ text: name, line }: Token): Call {
    const open = tokens[at];
    const positional: Value[] = [];
    const keywords = new Map<string, Value>();
    const parts: (readonly [string, Value])[] = [];
    at += 1;
    depth += 1;
    while (at < tokens.length && !is(')')) {
      const first = tokens[at];
      if (labelled()) {
        at += 4;
        parts.push([tokens[at - 3]?.text ?? '', sum()]);
      } else if (first?.type === 'name' && is('=', 1)) {
        at += 2;
        keywords.set(first.text, sum());
      } else if (is('*') || is('**')) {
        const from = at;
        at += 1;
        const value = sum();
        // `*features`: the modules that a name stands for.
        const given = at === from + 2 && tokens[from]?.text === '*' ? value : undefined;
        if (given && isCall(given)) positional.push(given);
        else if (Array.isArray(given)) positional.push(...given);
        else positional.push(unknown(from));
      } else positional.push(sum());
      if (!take(',') && !is(')') && !labelled()) break;
    }
    depth -= 1;
    if (open) closeBracket(open, ')');
    return { type: 'call', name, line, positional, keywords, parts };
  }

  /** The numbers that the arguments of a function have where none are given. */
  function takeStandards(first: Token): void {
    const from = at;
    skipStatement(first);
    for (const [index, { text }] of tokens.slice(from, at).entries()) {
      const [name, colon, type] = [3, 2, 1].map((back) => tokens[from + index - back]);
      const value = tokens[from + index + 1];
      if (text !== '=' || value?.type !== 'number') continue;
      const named = colon?.text === ':' ? name : type;
      if (named) values.set(named.text, Number(value.text));
    }
  }

  function statement(first: Token): void {
    const [word = ''] = first.text.split('.');
    if (first.text === 'class') {
      const name = tokens[at + 1]?.text ?? '';
      classes.add(name);
      // The class that our own code begins with.
      if (name === 'Residual') skipBlock(first);
      else skipStatement(first);
    } else if (first.text === 'def') {
      const isMaking = is('__init__', 1);
      if (!isMaking) problems.push({ code: 'forward', line: first.line, text: tokens[at + 1]?.text ?? '' });
      if (isMaking) takeStandards(first);
      else skipBlock(first);
    } else if (first.type === 'text' || PLAIN.includes(word)) skipStatement(first);
    else assignment(first);
  }

  function assignment(first: Token): void {
    const from = at;
    let name: string | undefined;
    if (labelled()) {
      name = tokens[at + 1]?.text;
      at += 4;
    } else if (first.type === 'name' && is('=', 1)) {
      name = first.text.replace(/^self\./, '');
      at += 2;
    }
    const value = sum();
    const isLast = (tokens[at - 1]?.line ?? 0) < (tokens[at]?.line ?? Number.POSITIVE_INFINITY);
    if (!take(',') && !isLast) {
      skipStatement(tokens[at] ?? first);
      problems.push({ code: 'unread', line: first.line, text: written(from) });
    } else if (!isCall(value) && name === undefined) {
      problems.push({ code: 'unread', line: first.line, text: written(from) });
    } else {
      if (name !== undefined) values.set(name, value);
      statements.push({ name, value, line: first.line });
    }
  }

  for (let first = tokens[at]; first; first = tokens[at]) statement(first);
  return { statements, comments, problems, classes };
}
