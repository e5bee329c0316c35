import { check, fitTyped, type Result } from './check.ts';
import type { Answer, Exercise, Part, Problem, Typed, Window } from './definition.ts';
import { evidence } from './evidence.ts';
import { fieldAgrees, type Prepared, prepare, rightAnswer } from './rules.ts';
import { type ComparedPiece, compareWorkings } from './working.ts';

/** One field of a problem. */
export interface Place {
  readonly part: string;
  readonly index: number;
}

/** What a wrong answer tells. */
export interface Diagnosis {
  /** `explained`: the rules named agree with all that was typed; `partly`: with some of what is wrong; `unexplained`: none does. */
  readonly kind: 'explained' | 'partly' | 'unexplained';
  /** The wrong rules, most telling first; empty if none. */
  readonly misconceptions: readonly string[];
  /** How many fields are wrong, and how many of them the first rule explains. */
  readonly wrong: number;
  readonly explained: number;
  /** The first wrong field (that the rule explains, where one does). */
  readonly place: Place;
  readonly typed: string;
  /** The calculation under the first rule, where it has one to show, with what differs from the true one marked. */
  readonly did?: readonly (readonly ComparedPiece[])[];
  /** The true calculation; without its later lines where no rule explains the answer, so that it is still to be done. */
  readonly is?: readonly (readonly ComparedPiece[])[];
  readonly windows?: readonly Window[];
}

/** How well a rule fits: which wrong fields it gives, in order. */
interface Fit {
  readonly name: string;
  readonly places: readonly Place[];
}

/** A rule must give so many wrong fields, and at least half of them, to be named for a part of the answer… */
const fewestPartly = 3;
/** …and the answer must be so many times likelier by it than by chance, for each of the rules that could have fitted. */
const leastEvidence = 20;

/** Finds what explains a wrong answer; `undefined` if nothing typed is wrong. */
export function diagnose(exercise: Exercise, problem: Problem, typed: Typed): Diagnosis | undefined {
  const fitted = fitTyped(exercise, problem, typed);
  const result = check(exercise, problem, fitted);
  const prepared = prepare(exercise, problem);
  const wrong = prepared.parts.flatMap((part) => wrongPlaces(part, result));
  const [first] = wrong;
  if (first === undefined) return undefined;

  const explaining = result[first.part]?.misconceptions ?? [];
  const fits =
    explaining.length > 0 ? [] : partialFits(prepared, fitted, result, wrong, rightAnswer(exercise, problem, fitted));
  const names = explaining.length > 0 ? explaining : fits.map((fit) => fit.name);
  const places = explaining.length > 0 ? wrong : (fits[0]?.places ?? []);
  const place = places[0] ?? first;
  let kind: Diagnosis['kind'] = 'unexplained';
  if (explaining.length > 0) kind = 'explained';
  else if (fits.length > 0) kind = 'partly';

  return {
    kind,
    misconceptions: names,
    wrong: wrong.length,
    explained: places.length,
    place,
    typed: fitted[place.part]?.[place.index] ?? '',
    ...workings(exercise, problem, place, names[0]),
  };
}

const wrongPlaces = (part: Part, result: Result): Place[] =>
  (result[part.id]?.fields ?? []).flatMap((status, index) => (status === 'wrong' ? [{ part: part.id, index }] : []));

/** The rules that explain a part of what is wrong: the best fit, with all that fit equally well. */
function partialFits(
  { parts, rules }: Prepared,
  typed: Typed,
  result: Result,
  wrong: readonly Place[],
  right: Answer,
): Fit[] {
  const holds = ({ part, index }: Place, text: string, answer: Answer): boolean => {
    const definition = parts.find(({ id }) => id === part);
    return definition !== undefined && fieldAgrees(definition, text, answer[part]?.[index]);
  };
  const read = parts.flatMap(({ id }) =>
    (result[id]?.fields ?? []).flatMap((status, index) => (status === 'unreadable' ? [] : [{ part: id, index }])),
  );
  /** How common a rule's value is among all values that are typed or by any rule in that part and would be wrong there. */
  const chanceOf = (place: Place, values: Answer): number => {
    const texts = [typed, ...[...rules.values()].map((rule) => rule.typed)].flatMap((all) => all[place.part] ?? []);
    const others = texts.filter((text) => text !== '' && !holds(place, text, right));
    return others.filter((text) => holds(place, text, values)).length / others.length;
  };
  const fits = [...rules].flatMap(([name, { values }]): Fit[] => {
    const gives = (place: Place): boolean => holds(place, typed[place.part]?.[place.index] ?? '', values);
    const places = wrong.filter(gives);
    const wholePart = places.some(({ part }) => read.filter((place) => place.part === part).every(gives));
    const many = places.length >= fewestPartly && places.length * 2 >= wrong.length;
    const isLikely = (): boolean => {
      const missed = read.filter((place) => !gives(place)).length;
      const chances = places.map((place) => chanceOf(place, values));
      const found = evidence({ fields: read.length, wrong: wrong.length, missed, chances });
      return found >= leastEvidence * rules.size;
    };
    return wholePart || (many && isLikely()) ? [{ name, places }] : [];
  });
  const most = Math.max(0, ...fits.map((fit) => fit.places.length));
  return fits.filter((fit) => fit.places.length === most);
}

/** The two calculations of a field, as far as they may be shown. */
function workings(
  exercise: Exercise,
  problem: Problem,
  { part, index }: Place,
  name: string | undefined,
): Pick<Diagnosis, 'did' | 'is' | 'windows'> {
  const is = exercise.working(problem, part, index);
  if (is === undefined) return {};
  const windows = is.windows === undefined ? {} : { windows: is.windows };
  if (name === undefined) return { is: compareWorkings({ lines: is.lines.slice(0, 1) }, undefined), ...windows };
  const did = exercise.misconceptions[name]?.working?.(problem, part, index);
  if (did === undefined) return { is: compareWorkings(is, undefined), ...windows };
  return { did: compareWorkings(did, is), is: compareWorkings(is, did), ...windows };
}
