import { isDeepStrictEqual } from 'node:util';
import { check, generate, mistake, solve } from '../../src/exercises/index.ts';
import type {
  Entry,
  Exercise,
  Level,
  Part,
  Problem,
  Typed,
  Value,
  Working,
} from '../../src/exercises/kit/definition.ts';
import { diagnose } from '../../src/exercises/kit/diagnose.ts';
import { entryOf } from '../../src/exercises/kit/fields.ts';
import { prepare } from '../../src/exercises/kit/rules.ts';
import { format, plain, type Text } from '../../src/exercises/kit/text.ts';
import { type Locale, localeKeys } from '../../src/state/locale.ts';
import { valueOfLine } from './arithmetic.ts';

/** A problem and where it comes from, drawn once for all that is asked of it. */
export interface Drawn {
  readonly exercise: Exercise;
  readonly seed: number;
  readonly level: Level;
  readonly problem: Problem;
}

export const draw = (exercise: Exercise, seed: number, level: Level): Drawn => ({
  exercise,
  seed,
  level,
  problem: generate(exercise, seed, level),
});

const named = ({ exercise, seed, level }: Drawn, faults: readonly string[]): string[] =>
  faults.map((fault) => `${exercise.id}, seed ${seed}, level ${level}: ${fault}`);

/** What one problem breaks of the rules that every kind is held to; empty if nothing. */
export function faultsOf(drawn: Drawn): string[] {
  const { exercise, problem } = drawn;
  return named(drawn, [...sameAgain(drawn), ...solutionFaults(exercise, problem), ...ruleFaults(exercise, problem)]);
}

/** The same for what is written and shown: tasks, hints, steps, explanations and calculations. */
export function writingFaultsOf(drawn: Drawn): string[] {
  const { exercise, problem } = drawn;
  return named(drawn, [
    ...workingFaults(exercise, problem),
    ...localeKeys.flatMap((locale) => wordFaults(exercise, problem, locale)),
  ]);
}

/** Deterministic, and the same problem after it was stored as JSON. */
function sameAgain({ exercise, problem, seed, level }: Drawn): string[] {
  const stored: Problem = JSON.parse(JSON.stringify(problem));
  return [
    ...unless(isDeepStrictEqual(generate(exercise, seed, level), problem), 'another problem for the same seed'),
    ...unless(isDeepStrictEqual(stored, problem), 'the problem is not plain JSON'),
    ...unless(isDeepStrictEqual(exercise.solve(stored), exercise.solve(problem)), 'JSON changes the solution'),
  ];
}

const unless = (holds: boolean, fault: string): string[] => (holds ? [] : [fault]);

const statuses = (exercise: Exercise, problem: Problem, typed: Typed): string[] =>
  Object.values(check(exercise, problem, typed)).map((part) => part.status);

function solutionFaults(exercise: Exercise, problem: Problem): string[] {
  const solution = solve(exercise, problem);
  const { parts } = prepare(exercise, problem);
  const ids = parts.map((part) => part.id);
  return [
    ...unless(exercise.given(problem).length > 0, 'nothing is given'),
    ...unless(new Set(ids).size === ids.length && ids.length > 0, 'part ids are missing or not unique'),
    ...unless(
      statuses(exercise, problem, solution).every((status) => status === 'correct'),
      'its own solution is not correct',
    ),
    ...unless(
      statuses(exercise, problem, {}).every((status) => status === 'unreadable'),
      'an empty answer is not unreadable',
    ),
    ...parts.flatMap((part) => {
      const spoilt = { ...solution, [part.id]: (solution[part.id] ?? []).map((_, i) => (i === 0 ? '3x' : '')) };
      return unless(!statuses(exercise, problem, spoilt).includes('wrong'), `an unreadable ${part.id} counts as wrong`);
    }),
  ];
}

/** Every wrong rule that applies is wrong, and is diagnosed as itself (alone or in a tie). */
function ruleFaults(exercise: Exercise, problem: Problem): string[] {
  const clashes = prepare(exercise, problem).clashes.map((name) => `the rule ${name} gives the right answer`);
  const missed = Object.keys(exercise.misconceptions).flatMap((name) => {
    const typed = mistake(exercise, problem, name);
    if (typed === undefined) return [];
    const wrong = Object.values(check(exercise, problem, typed)).filter((part) => part.status === 'wrong');
    const diagnosis = diagnose(exercise, problem, typed);
    return [
      ...unless(wrong.length > 0, `the mistake ${name} is not wrong`),
      ...unless(
        wrong.every((part) => part.misconceptions.includes(name)),
        `the mistake ${name} is not recognised on every wrong part`,
      ),
      ...unless(
        diagnosis?.kind === 'explained' && diagnosis.misconceptions.includes(name),
        `the mistake ${name} is not diagnosed`,
      ),
    ];
  });
  return [...clashes, ...missed];
}

/** A value as it is written in a text, with or without commas between thousands; nothing for a choice. */
function shown(part: Part, value: Value): string[] {
  const entry = entryOf(part);
  if (entry === undefined) return [];
  const text = typeof value === 'string' ? value.replace('-', '−') : format(value, placesOf(entry));
  return [text, text.replaceAll(',', '')];
}

const placesOf = (entry: Entry): number | undefined => (typeof entry === 'object' ? entry.places : undefined);

const contains = (text: string, value: string, before = ''): boolean => {
  const escaped = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\d.,/−])${before}${escaped}(?![\\d/]|[.,]\\d)`).test(text);
};

/** Each calculation of a field must come out at the field's value, and each of its lines at the same number. */
function workingFaults(exercise: Exercise, problem: Problem): string[] {
  const { parts, truth, rules } = prepare(exercise, problem);
  return parts.flatMap((part) =>
    (truth[part.id] ?? []).flatMap((value, index) => {
      const place = `${part.id}[${index}]`;
      const wrong = [...rules].flatMap(([name, rule]) => {
        const working = exercise.misconceptions[name]?.working?.(problem, part.id, index);
        return resultFaults(`${name} at ${place}`, part, working, rule.values[part.id]?.[index]);
      });
      return [...lineFaults(place, part, exercise.working(problem, part.id, index), value), ...wrong];
    }),
  );
}

/** A calculation must end in the field's value. */
function resultFaults(place: string, part: Part, working: Working | undefined, value: Value | undefined): string[] {
  if (working === undefined || value === undefined) return [];
  const result = plain((working.lines.at(-1) ?? []).join(' ')).replace('≈ ', '');
  return unless(shown(part, value).includes(result), `the working of ${place} ends in ${result}, not ${value}`);
}

/** How many decimals a number is written with. */
const decimalsOf = (number: string): number => number.split('.')[1]?.length ?? 0;

/** The true one must also have the same value in every line; a wrong one may slip between two lines. */
function lineFaults(place: string, part: Part, working: Working | undefined, value: Value | undefined): string[] {
  const lines = working?.lines.map((pieces) => plain(pieces.join(' '))) ?? [];
  const values = lines.map((line) => valueOfLine(line.replace('≈ ', ''))).filter((number) => number !== undefined);
  const rounding = lines.at(-1)?.startsWith('≈') ? 0.51 * 10 ** -decimalsOf(lines.at(-1) ?? '') : 1e-9;
  const agree = Math.max(...values) - Math.min(...values) <= rounding || values.length === 0;
  return [
    ...resultFaults(place, part, working, value),
    ...unless(agree, `the lines of the working of ${place} do not agree: ${lines.join(' = ')}`),
  ];
}

function wordFaults(exercise: Exercise, problem: Problem, locale: Locale): string[] {
  const { parts, truth, rules } = prepare(exercise, problem);
  const words = exercise.words[locale];
  const [hints, steps] = [words.hints(problem), words.steps(problem)];
  const slips = [...rules.keys()].flatMap((name) => {
    const slip = exercise.misconceptions[name]?.words[locale];
    return slip === undefined ? [] : [slip.head, slip.text(problem)];
  });
  const answers = parts.flatMap((part) =>
    (truth[part.id] ?? []).flatMap((value) => (value === undefined ? [] : [shown(part, value)])),
  );
  const lastHint = plain(hints.at(-1) ?? '');
  const allSteps = plain(steps.join('\n'));
  return [
    ...unless(hints.length >= 2, `fewer than two hints in ${locale}`),
    ...unless(steps.length >= 2, `fewer than two steps in ${locale}`),
    ...[words.title, words.task(problem), ...hints, ...steps, ...slips].flatMap((text) => textFaults(text, locale)),
    ...answers
      .filter((forms) => forms.some((form) => contains(lastHint, form, '[=≈] ')))
      .map(([form]) => `the last hint in ${locale} gives the answer ${form}: ${lastHint}`),
    ...answers
      .filter((forms) => forms.length > 0 && !forms.some((form) => contains(allSteps, form)))
      .map(([form]) => `the steps in ${locale} lack the answer ${form}`),
  ];
}

/** What no sentence of the site may have. */
function textFaults(marked: Text, locale: Locale): string[] {
  const text = plain(marked);
  const faults: [string, RegExp][] = [
    ['is empty', /^\s*$/],
    ['has a broken mark', /\[[a-z]+:|undefined|NaN|Infinity|\[object/],
    ['has a hyphen for a minus', /(^|[\s(])-\d/],
    ['has an exclamation mark', /[!！]/],
    ['has a term with two signs', /[+−×] [+−×]/],
    ...(locale === 'zh'
      ? ([
          ['has a blank beside Chinese', /\p{Script=Han} [\dA-Za-z−(]|[\dA-Za-z)] \p{Script=Han}/u],
          ['has half-width punctuation after Chinese', /\p{Script=Han}[,;:?.]/u],
        ] satisfies [string, RegExp][])
      : ([['has Chinese in English', /\p{Script=Han}|[，。：；（）]/u]] satisfies [string, RegExp][])),
  ];
  return faults.flatMap(([fault, pattern]) => (pattern.test(text) ? [`a text in ${locale} ${fault}: ${text}`] : []));
}
