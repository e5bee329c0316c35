import type { Locale } from '../../state/locale.ts';
import { check, fitTyped, type Result } from './check.ts';
import type { Exercise, Part, Problem, Typed, Window } from './definition.ts';
import { type Diagnosis, diagnose, type Place } from './diagnose.ts';
import { entryOf } from './fields.ts';
import { plain, strong, type Text } from './text.ts';
import { type KitWords, kitWords } from './words.ts';
import type { ComparedPiece } from './working.ts';

/** One block of feedback, ready to be drawn: sentences in the reader's language, calculations with their marks. */
export interface Message {
  /** `open`: nothing is wrong, but not all is filled in. */
  readonly status: 'wrong' | 'unreadable' | 'correct' | 'open';
  readonly head: Text;
  /** What was typed into the field that the head names, to be shown beside it. */
  readonly typed?: string;
  /** The slips that are named, each with its explanation (which says its name where there are several). */
  readonly slips: readonly { readonly name: string; readonly text: Text }[];
  readonly text: Text;
  /** "you have" and "it is": the calculations of one field, line by line. */
  readonly workings: readonly { readonly label: string; readonly lines: readonly (readonly ComparedPiece[])[] }[];
  /** The cells of the given grids that the true calculation reads. */
  readonly windows: readonly Window[];
}

const bare = { slips: [], text: '', workings: [], windows: [] } satisfies Partial<Message>;

/** The name of one field: "Output, row 1, column 2"; of a part with one field, the part's. */
export function fieldName(part: Part, index: number, locale: Locale): string {
  const words = kitWords[locale];
  const label = part.label[locale];
  if (part.kind === 'shape') return words.within(label, part.axes[index]?.[locale] ?? '');
  if (part.kind === 'choices') return words.within(label, part.options[index]?.label[locale] ?? '');
  if (part.kind !== 'grid') return label;
  const [row, column] = [Math.floor(index / part.columns), index % part.columns];
  const rowName = part.rowNames?.[row]?.[locale];
  const columnName = part.columnNames?.[column]?.[locale];
  const named = [rowName, columnName].filter((name) => name !== undefined);
  if (named.length > 0) return named.reduce((name, next) => words.within(name, next), label);
  if (part.rows === 1 || part.columns === 1) return words.within(label, words.place(index + 1));
  return words.within(label, words.cell(row + 1, column + 1));
}

/** All feedback on what was typed: the diagnosis first, then what cannot be read; or that all is right, or what is left. */
export function messages(exercise: Exercise, problem: Problem, typed: Typed, locale: Locale): Message[] {
  const fitted = fitTyped(exercise, problem, typed);
  const result = check(exercise, problem, fitted);
  const diagnosis = diagnose(exercise, problem, fitted);
  const found = [
    ...(diagnosis === undefined ? [] : [wrongMessage(exercise, problem, diagnosis, locale)]),
    ...unreadableMessage(exercise, problem, fitted, result, locale),
  ];
  return found.length > 0 ? found : [calmMessage(result, kitWords[locale])];
}

/** Where nothing is wrong and nothing unreadable: all right, or fields still empty. */
function calmMessage(result: Result, words: KitWords): Message {
  const fields = Object.values(result).flatMap((part) => part.fields);
  const right = fields.filter((status) => status === 'correct').length;
  if (right === fields.length)
    return { ...bare, status: 'correct', head: words.correct.head, text: words.correct.text };
  return { ...bare, status: 'open', head: words.open(right, fields.length - right) };
}

const nameOf = (exercise: Exercise, problem: Problem, place: Place, locale: Locale): string => {
  const part = exercise.parts(problem).find(({ id }) => id === place.part);
  return part === undefined ? '' : fieldName(part, place.index, locale);
};

/** What was typed, as a reader knows it: an option by its words, not by its id; a ticked box by nothing. */
function typedText(
  exercise: Exercise,
  problem: Problem,
  { place, typed }: Diagnosis,
  locale: Locale,
): string | undefined {
  const part = exercise.parts(problem).find(({ id }) => id === place.part);
  if (part?.kind === 'choices') return undefined;
  if (part?.kind !== 'choice') return typed;
  const option = part.options.find(({ id }) => id === typed);
  return option === undefined ? undefined : plain(option.label[locale]);
}

function wrongMessage(exercise: Exercise, problem: Problem, diagnosis: Diagnosis, locale: Locale): Message {
  const words = kitWords[locale];
  const field = nameOf(exercise, problem, diagnosis.place, locale);
  const { did, is } = diagnosis;
  const workings = [
    ...(did === undefined ? [] : [{ label: words.did, lines: did }]),
    ...(is === undefined ? [] : [{ label: words.is, lines: is }]),
  ];
  const base = { ...bare, status: 'wrong', workings, windows: diagnosis.windows ?? [] } as const;

  if (diagnosis.kind === 'unexplained') {
    const text = is === undefined ? words.unexplained.without : words.unexplained.withWorking;
    const typed = typedText(exercise, problem, diagnosis, locale);
    return { ...base, head: words.unexplained.head(field), ...(typed === undefined ? {} : { typed }), text };
  }
  const slips = diagnosis.misconceptions.map((name) => ({ ...slipWords(exercise, problem, name, locale), name }));
  const [only, ...others] = slips;
  const reach =
    diagnosis.explained === diagnosis.wrong
      ? words.slips.explainsAll(diagnosis.wrong)
      : words.slips.explainsSome(diagnosis.explained, diagnosis.wrong);
  const compare = workings.length === 0 ? '' : words.slips.compare(field);
  const text = [reach, compare].filter((sentence) => sentence !== '').join(locale === 'en' ? ' ' : '');
  if (only !== undefined && others.length === 0) {
    return { ...base, head: only.head, slips: [{ name: only.name, text: only.text }], text };
  }
  const named = slips.map(({ name, head, text: reason }) => ({ name, text: `${strong(head)} ${reason}` }));
  const several = diagnosis.kind === 'explained' ? words.slips.several : words.slips.severalPartly;
  return { ...base, head: several(slips.length), slips: named, text };
}

function slipWords(exercise: Exercise, problem: Problem, name: string, locale: Locale): { head: string; text: Text } {
  const rule = exercise.misconceptions[name]?.words[locale];
  if (rule !== undefined) return { head: rule.head, text: rule.text(problem) };
  const places = exercise
    .parts(problem)
    .map(entryOf)
    .flatMap((entry) => (typeof entry === 'object' ? [entry.places] : []));
  return { head: kitWords[locale].cutOff.head, text: kitWords[locale].cutOff.text(Math.max(...places)) };
}

/** The first field that holds something unreadable, and how many more there are. */
function unreadableMessage(
  exercise: Exercise,
  problem: Problem,
  typed: Typed,
  result: Result,
  locale: Locale,
): Message[] {
  const words = kitWords[locale].unreadable;
  const found = exercise.parts(problem).flatMap((part) =>
    (result[part.id]?.complaints ?? []).flatMap((complaint, index) => {
      if (complaint === undefined || complaint.why === 'empty') return [];
      return [{ part, index, complaint }];
    }),
  );
  const [first, ...others] = found;
  if (first === undefined) return [];
  const entry = entryOf(first.part);
  const example = words.examples[typeof entry === 'object' ? 'decimal' : (entry ?? 'integer')];
  const sentences = [
    words.why[first.complaint.why](example, first.complaint.readings ?? []),
    words.notCounted,
    ...(others.length === 0 ? [] : [words.more(others.length)]),
  ];
  return [
    {
      ...bare,
      status: 'unreadable',
      head: words.head(fieldName(first.part, first.index, locale)),
      typed: typed[first.part.id]?.[first.index] ?? '',
      text: sentences.join(locale === 'en' ? ' ' : ''),
    },
  ];
}
