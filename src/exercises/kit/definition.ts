import type { Translated } from '../../state/locale.ts';
import type { Random } from './random.ts';
import type { Role, Text } from './text.ts';

/**
 * The form of one kind of exercise. A kind says what is drawn, what is asked, what is right, and which wrong rules
 * people follow; parsing, checking, diagnosing, drawing, printing and saving are the same for all and live in the kit.
 */
export interface Exercise<P extends Problem = Problem> {
  /** The file's name; also its address under `/practice/`. Never changes: it is part of the reader's progress. */
  readonly id: string;
  /** The slug of the lesson that teaches it. */
  readonly lesson: string;
  readonly levels: readonly [1, 2, 3];
  /** Draws one problem: plain JSON. The kit draws again when a wrong rule gives the right answer. */
  generate(random: Random, level: Level): P;
  /** What is shown, from left to right. */
  given(problem: P): readonly Block[];
  /** What is asked, in the order in which it is filled in. */
  parts(problem: P): readonly Part[];
  /** The right answer of every part. */
  solve(problem: P): Answer;
  /**
   * Only where more than one answer is right: the right answer of one part that is nearest to what was typed
   * (`undefined` for a field that is empty or no number). Without it `solve` is the only right answer.
   */
  nearest?(problem: P, part: string, typed: Values): Values;
  /** The true calculation of one field; `undefined` where there is nothing to calculate. */
  working(problem: P, part: string, index: number): Working | undefined;
  /** The wrong rules, by a name that never changes. */
  readonly misconceptions: Readonly<Record<string, Misconception<P>>>;
  readonly words: Translated<Words<P>>;
}

export type Level = 1 | 2 | 3;

/** What `generate` draws: JSON without `undefined`, so that it can be stored, sent and compared. */
export type Problem = object;

/** A wrong rule that is run, and what to tell who follows it. */
export interface Misconception<P extends Problem = Problem> {
  /**
   * What a learner who holds it answers. Parts that are left out are answered rightly; a field that the rule cannot
   * fill is `undefined` and stays empty. `undefined` altogether where the rule does not apply to this problem.
   */
  answer(problem: P): Answer | undefined;
  /** That learner's calculation of one field, in the same pieces as the true one, so that the difference stands out. */
  working?(problem: P, part: string, index: number): Working | undefined;
  readonly words: Translated<{
    /** The slip in a short sentence: "The kernel was flipped." */
    readonly head: string;
    /** Why it is one, in a sentence or two, with this problem's own numbers where that helps. */
    text(problem: P): Text;
  }>;
}

/** The words of a kind in one language. */
export interface Words<P extends Problem = Problem> {
  readonly title: string;
  task(problem: P): Text;
  /** From a nudge to nearly there; even the last does not give the answer. */
  hints(problem: P): readonly Text[];
  /** The whole worked solution with the problem's own numbers; every answer is in it. */
  steps(problem: P): readonly Text[];
}

/**
 * The right value of one field. A number for whole numbers and decimals (unrounded); for a fraction a string `3/8` (see
 * `fraction` in exact.ts), or a number of at most six decimals, which is taken exactly; for a choice the option's id; for choices `yes` or `no`.
 */
export type Value = number | string;

/** The values of one part, field by field; a grid's row by row. */
export type Values = readonly (Value | undefined)[];

/** The values of the parts, by id. */
export type Answer = Readonly<Record<string, Values>>;

/** What was typed into each field of each part. */
export type Typed = Readonly<Record<string, readonly string[]>>;

/** What a numeric field takes: a whole number, a decimal rounded to so many places, or an exact fraction. */
export type Entry = 'integer' | 'fraction' | { readonly places: number };

export type Label = Translated;

/** One of the alternatives of a choice; its id has no language and is what is saved. */
export interface Option {
  readonly id: string;
  readonly label: Translated<Text>;
}

interface PartBase {
  /** Unique in the problem, a short word in lower case. */
  readonly id: string;
  readonly label: Label;
}

/** One number. */
export interface NumberPart extends PartBase {
  readonly kind: 'number';
  readonly entry: Entry;
  readonly role?: Role;
}

/** Whole numbers joined by ×: one field an axis. */
export interface ShapePart extends PartBase {
  readonly kind: 'shape';
  readonly axes: readonly Label[];
  readonly role?: Role;
}

/** Numbers in rows and columns; a vector is a grid with one row. */
export interface GridPart extends PartBase {
  readonly kind: 'grid';
  readonly rows: number;
  readonly columns: number;
  readonly entry: Entry;
  readonly role?: Role;
  /** What each row or column stands for, where that is more than its number. */
  readonly rowNames?: readonly Label[];
  readonly columnNames?: readonly Label[];
}

/** One of several options (radio buttons): one field, which types the option's id. */
export interface ChoicePart extends PartBase {
  readonly kind: 'choice';
  readonly options: readonly Option[];
  /** Lays short options side by side, as many as fit. */
  readonly inARow?: boolean;
}

/** Any of several options (boxes to tick): one field an option, which types `yes` or `no`. */
export interface ChoicesPart extends PartBase {
  readonly kind: 'choices';
  readonly options: readonly Option[];
  /** Lays the options out in so many columns, where they are the cells of a map. */
  readonly columns?: number;
  /** Lays short options side by side, as many as fit. */
  readonly inARow?: boolean;
}

export type Part = NumberPart | ShapePart | GridPart | ChoicePart | ChoicesPart;

export type Matrix = readonly (readonly number[])[];

/** A grid of numbers (or marked texts such as ln 2) in the frame of its role. */
export interface GridBlock {
  readonly kind: 'grid';
  /** Names it for the windows of a `Working`. */
  readonly id: string;
  readonly label: Label;
  readonly role: Role;
  readonly cells: readonly (readonly (number | Text)[])[];
  /** A picture of ±1: its cells are also shaded by their sign. */
  readonly picture?: boolean;
  readonly rowNames?: readonly Label[];
  readonly columnNames?: readonly Label[];
}

/** Named values: Kernel size K: 3. */
export interface ValuesBlock {
  readonly kind: 'values';
  readonly items: readonly {
    readonly label: Translated<Text>;
    readonly value: number | Text | Translated<Text>;
    readonly role?: Role;
  }[];
}

/** A numbered list, such as the layers of a network. `start` is the first number (1 if not given). */
export interface ListBlock {
  readonly kind: 'list';
  readonly label: Label;
  readonly items: readonly Translated<Text>[];
  readonly start?: number;
}

/** A table: heads above, and rows in which each cell is a number, a text or a text in both languages. */
export interface TableBlock {
  readonly kind: 'table';
  readonly label: Label;
  readonly heads: readonly Translated<Text>[];
  readonly rows: readonly (readonly (number | Text | Translated<Text>)[])[];
}

/** A sign between two blocks: ∗, +, =. */
export interface SignBlock {
  readonly kind: 'sign';
  readonly sign: string;
}

/** Lines of Python. */
export interface CodeBlock {
  readonly kind: 'code';
  readonly code: string;
}

export type Block = GridBlock | ValuesBlock | ListBlock | TableBlock | SignBlock | CodeBlock;

/**
 * One field's calculation. Each line equals the line before (unless it begins with ≈), and the last is the value; a line is a list of pieces
 * (`2 × 1`, `+ 0 × 2`), so that a wrong calculation and the true one can be compared piece by piece.
 */
export interface Working {
  readonly lines: readonly (readonly Text[])[];
  /** Which cells of the given grids it reads: counted from 0, beyond the edge where there is padding. */
  readonly windows?: readonly Window[];
}

export interface Window {
  /** The id of a `GridBlock`. */
  readonly grid: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
