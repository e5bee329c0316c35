import type { FieldProblem } from '@/state/codec.ts';
import type { TaskFault } from './tasks.ts';
import type { SheetWords } from './words.ts';

/** A sentence for each part of an address that could not be used. */
export const addressNotes = (
  problems: readonly FieldProblem[],
  faults: readonly TaskFault[],
  words: SheetWords,
): string[] => [
  ...problems.map(({ key, text, why }) =>
    why === 'unknown' ? words.unknownSetting(key) : words.badSetting(words.names[key] ?? key, text),
  ),
  ...faults.map(({ why, text }) => words.faults[why](text)),
];
