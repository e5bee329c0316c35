import type { Exercise, Part, Problem, Typed } from '@/exercises/kit/definition.ts';
import { plain } from '@/exercises/kit/text.ts';
import type { Locale } from '@/state/locale.ts';

/** The answer of one part, as a teacher compares it: `3 × 3`, the rows of a grid, the options chosen. */
export interface AnswerLine {
  readonly label: string;
  readonly rows: readonly string[];
}

const shown = (field: string): string => field.replace('-', '−');

function rowsOf(part: Part, fields: readonly string[], locale: Locale): string[] {
  const between = locale === 'en' ? ', ' : '，';
  switch (part.kind) {
    case 'number':
      return [shown(fields[0] ?? '')];
    case 'shape':
      return [fields.map(shown).join(locale === 'en' ? ' × ' : '×')];
    case 'grid':
      return Array.from({ length: part.rows }, (_, row) =>
        fields
          .slice(row * part.columns, (row + 1) * part.columns)
          .map(shown)
          .join('  '),
      );
    case 'choice':
      return [plain(part.options.find(({ id }) => id === fields[0])?.label[locale] ?? '')];
    case 'choices': {
      const chosen = part.options
        .filter((_, index) => fields[index] === 'yes')
        .map(({ label }) => plain(label[locale]));
      return [chosen.length > 0 ? chosen.join(between) : '—'];
    }
  }
}

/** What was typed, or would be, part by part; parts in which `unless` says the same are left out. */
export function answerLines(
  exercise: Exercise,
  problem: Problem,
  typed: Typed,
  locale: Locale,
  unless?: Typed,
): AnswerLine[] {
  return exercise.parts(problem).flatMap((part) => {
    const rows = rowsOf(part, typed[part.id] ?? [], locale);
    const other = unless === undefined ? [] : rowsOf(part, unless[part.id] ?? [], locale);
    return rows.join('/') === other.join('/') ? [] : [{ label: part.label[locale], rows }];
  });
}
