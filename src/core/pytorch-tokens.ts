/** A word, number, text or sign of Python source. */
export interface Token {
  readonly type: 'name' | 'number' | 'text' | 'sign';
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** Blanks before the first token of its line. */
  readonly indent: number;
}

export interface Tokens {
  readonly tokens: readonly Token[];
  /** What stands behind the `#` of a line. */
  readonly comments: ReadonlyMap<number, string>;
}

const PARTS =
  /(?<blank>[^\S\n]+|\\\n)|(?<newline>\n)|#(?<comment>[^\n]*)|(?<text>"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?)|(?<number>(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:[eE][-+]?\d+)?)|(?<name>[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|(?<sign>\/\/|\*\*|->|[\s\S])/uy;

/** Takes Python source apart. What is no Python is signs of one character. */
export function pytorchTokens(source: string): Tokens {
  const text = source.replace(/\r\n?/g, '\n');
  const tokens: Token[] = [];
  const comments = new Map<number, string>();
  let line = 1;
  let lineStart = 0;
  let indent = 0;
  for (const match of text.matchAll(new RegExp(PARTS, 'guy'))) {
    const { newline, comment, blank, ...kinds } = match.groups ?? {};
    if (match.index === lineStart) indent = blank ? blank.replace(/\t/g, '    ').length : 0;
    if (comment !== undefined) comments.set(line, comment.trim());
    for (const type of ['name', 'number', 'text', 'sign'] as const) {
      const found = kinds[type];
      if (found !== undefined) tokens.push({ type, text: found, line, indent });
    }
    const lines = match[0].split('\n').length - 1;
    line += lines;
    if (newline !== undefined || lines > 0) lineStart = match.index + match[0].length;
  }
  return { tokens, comments };
}
