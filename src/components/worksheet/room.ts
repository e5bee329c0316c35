import type { Block, Part } from '@/exercises/kit/definition.ts';
import { fieldCount } from '@/exercises/kit/fields.ts';
import { plain } from '@/exercises/kit/text.ts';
import type { Locale } from '@/state/locale.ts';
import type { SetProblem } from './variants.ts';

/** About how many millimetres high a block is in a column. A test measures every kind on paper. */
function blockHeight(block: Block): number {
  switch (block.kind) {
    case 'grid':
      return 8 + 7 * block.cells.length;
    case 'table':
      return 8 + (block.heads.length > 3 ? 8 : 6) * (block.rows.length + 1);
    case 'list':
      return 5 + 6 * block.items.length;
    case 'values':
      return 6 + 5 * Math.ceil(block.items.length / 3);
    case 'code':
      return 4 + 4 * block.code.split('\n').length;
    case 'sign':
      return 0;
  }
}

function partHeight(part: Part): number {
  if (part.kind === 'number') return 10;
  if (part.kind === 'shape') return 20;
  if (part.kind === 'grid') return 8 + (part.columns === 1 ? 14 : 10) * part.rows;
  const columns = part.kind === 'choices' ? (part.columns ?? 1) : 1;
  const options = part.kind === 'choices' ? fieldCount(part) : part.options.length;
  return 8 + (8 * options) / columns;
}

const signsInLine: Readonly<Record<Locale, number>> = { en: 48, zh: 24 };

/** Whether a problem is so long in a column that it takes the width of the page. */
export function isLarge({ exercise, problem }: SetProblem, locale: Locale): boolean {
  const lines = plain(exercise.words[locale].task(problem)).length / signsInLine[locale];
  const heights = [...exercise.given(problem).map(blockHeight), ...exercise.parts(problem).map(partHeight)];
  return heights.reduce((sum, height) => sum + height, 5 * lines) > 170;
}
