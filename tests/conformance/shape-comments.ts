import { type Outcome, Snippets } from './torch-snippets.ts';
import type { Value } from './torch-values.ts';

/** A comment of a snippet that names a shape or a number, and what core says of its line. */
export interface ShapeComment {
  readonly line: string;
  readonly claimed: string;
  /** What it is; `undefined` where this reader cannot know it: `training/check_snippets.py` runs it. */
  readonly found: string | undefined;
  readonly holds: boolean;
}

const CLAIM =
  /^(?:\{(?<role>\w+):(?<told>\d+(?:×\d+)*)\}|(?<shape>\d+(?:×\d+)+)|torch\.Size\(\[(?<size>[\d, ]*)\]\)|(?<number>\d[\d,]*)(?![\w×.\u4e00-\u9fff]|\s*[\w+×\u4e00-\u9fff]))/;

/** Every comment with a shape in the snippets of one lesson, block after block, checked by core without torch. */
export function shapeComments(blocks: readonly string[]): ShapeComment[] {
  const snippets = new Snippets();
  return blocks.flatMap((code) => {
    const outcomes = snippets.read(code);
    return code.split('\n').flatMap((line, number) => {
      const comment = /^(\s*\S.*?)\s*#\s*(.*)$/.exec(line);
      const claim = CLAIM.exec(comment?.[2] ?? '');
      if (!comment || !claim) return [];
      const { role, told, shape, size, number: plain } = claim.groups ?? {};
      const claimed = told ?? shape ?? size?.replaceAll(', ', '×') ?? plain?.replaceAll(',', '') ?? '';
      const here = outcomes.filter((outcome) => outcome.line === number);
      return [{ line: line.trim(), ...judged(here, claimed, role) }];
    });
  });
}

/** A line may be run several times, as a layer of a network is; each time must be as its comment says. */
function judged(outcomes: readonly Outcome[], claimed: string, role: string | undefined) {
  const error = outcomes.find((outcome) => outcome.error !== undefined)?.error;
  if (error !== undefined) return { claimed, found: `it cannot be: ${error}`, holds: false };
  const known = outcomes.flatMap(({ value, inside }) => {
    const text = textOf(value, role);
    return text === undefined ? [] : [{ text, holds: text === claimed || (inside && withoutBatch(text) === claimed) }];
  });
  const wrong = known.find(({ holds }) => !holds);
  return { claimed, found: (wrong ?? known[0])?.text, holds: wrong === undefined };
}

const withoutBatch = (shape: string): string => shape.replace(/^\d+×/, '');

function textOf(value: Value, role: string | undefined): string | undefined {
  if (value.kind === 'tensor') return value.shape.length > 0 ? value.shape.join('×') : undefined;
  if (value.kind === 'number') return `${value.value}`;
  if (value.kind === 'module' && role === 'kernel') return value.weight?.join('×');
  if (value.kind !== 'list') return undefined;
  const sizes = value.items.map((item) => (item.kind === 'number' ? `${item.value}` : '?'));
  return sizes.includes('?') ? undefined : sizes.join('×');
}
