import type { Answer, Level, Values, Working } from '../kit/definition.ts';
import type { Random } from '../kit/random.ts';
import { describeRows, parametersOf, type Row, rowNamed, rows, sideOf } from './alexnet.ts';
import { type Count, productOf } from './counts.ts';

/** AlexNet's table with gaps. */
export interface AlexnetShapes {
  /** Height and width of the picture, which has 3 channels. */
  readonly side: number;
  /** The rows whose output is missing, by id, in order. */
  readonly shapes: readonly string[];
  /** The rows whose parameters are missing; where there are none, the table has no such column. */
  readonly counts: readonly string[];
}

/** What comes out of a row, with the calculation of each number that has one. */
type Made = readonly { readonly value: number; readonly working?: Working }[];

/** How somebody works out a row from what comes into it. */
interface Rules {
  shape(row: Row, before: readonly number[]): Made;
  parameters(row: Row, before: readonly number[]): Count;
}

const squareMap = (channels: number, side: Count): Made => {
  const made = { value: side.value, working: side };
  return [{ value: channels }, made, made];
};

/** The right rules. */
export const right: Rules = {
  shape(row, before) {
    const [channels = 1, side = 1] = before;
    if (row.kind === 'flatten') return [{ value: productOf(before).value, working: productOf(before) }];
    return squareMap(row.kind === 'convolution' ? row.outputs : channels, sideOf(side, row));
  },
  parameters({ kind, outputs, size }, [channels = 1]) {
    return kind === 'dense'
      ? parametersOf([channels, outputs], outputs)
      : parametersOf([outputs, channels, size, size], outputs);
  },
};

/** The right numbers that stand in the table. */
export const truthOf = ({ side }: AlexnetShapes, row: number): readonly number[] =>
  row < 0 ? [3, side, side] : (describeRows(side)[row]?.shape ?? []);

/** A row's output under some rules: worked out from the row above, which is right where the table shows it. */
function madeUnder(problem: AlexnetShapes, rules: Rules, row: number): Made {
  const [made, before] = [rows[row], inputUnder(problem, rules, row)];
  return made === undefined ? [] : rules.shape(made, before);
}

function inputUnder(problem: AlexnetShapes, rules: Rules, row: number): readonly number[] {
  const missing = problem.shapes.includes(rows[row - 1]?.id ?? '');
  return missing ? madeUnder(problem, rules, row - 1).map(({ value }) => value) : truthOf(problem, row - 1);
}

const countUnder = (problem: AlexnetShapes, rules: Rules, row: number): Count | undefined => {
  const made = rows[row];
  return made && rules.parameters(made, inputUnder(problem, rules, row));
};

/** The id of the part that asks for the parameters of a row. */
export const countId = (id: string): string => `parameters-${id}`;

function answerUnder(problem: AlexnetShapes, rules: Rules): Answer {
  const shapes = problem.shapes.map((id): [string, Values] => [
    id,
    madeUnder(problem, rules, rowNamed(id)).map(({ value }) => value),
  ]);
  const counts = problem.counts.map((id): [string, Values] => [
    countId(id),
    [countUnder(problem, rules, rowNamed(id))?.value],
  ]);
  return Object.fromEntries([...shapes, ...counts]);
}

/** The calculation of one field under some rules. */
export function workingUnder(problem: AlexnetShapes, rules: Rules, part: string, index: number): Working | undefined {
  const counted = problem.counts.find((id) => countId(id) === part);
  if (counted !== undefined) return countUnder(problem, rules, rowNamed(counted));
  return madeUnder(problem, rules, rowNamed(part))[index]?.working;
}

/** A wrong rule for some rows; not applied where it changes no answer. */
export const slipping = (change: Partial<Rules>) => {
  const rules = { ...right, ...change };
  return {
    answer(problem: AlexnetShapes) {
      const answer = answerUnder(problem, rules);
      return JSON.stringify(answer) === JSON.stringify(answerUnder(problem, right)) ? undefined : answer;
    },
    working: (problem: AlexnetShapes, part: string, index: number) => workingUnder(problem, rules, part, index),
  };
};

/** Another size of the output for the rows of this kind. */
export const sizedBy = (kinds: readonly Row['kind'][], change: (row: Row) => Parameters<typeof sideOf>[1]) =>
  slipping({
    shape(row, before) {
      if (!kinds.includes(row.kind)) return right.shape(row, before);
      const [channels = 1, side = 1] = before;
      return squareMap(row.kind === 'convolution' ? row.outputs : channels, sideOf(side, change(row)));
    },
  });

/** Another number of channels. */
export const channelsBy = (channels: (row: Row, before: number) => number) =>
  slipping({
    shape(row, before) {
      const made = right.shape(row, before);
      return row.kind === 'flatten' ? made : made.with(0, { value: channels(row, before[0] ?? 1) });
    },
  });

/** Which outputs are missing, and at level 3 which parameters. */
export function drawGaps(random: Random, level: Level): AlexnetShapes {
  const later = rows.slice(1, 8).map(({ id }) => id);
  const drawn = random.shuffle(later).slice(0, level === 3 ? 3 : 2);
  const inOrder = (ids: readonly string[]) => rows.map(({ id }) => id).filter((id) => ids.includes(id));
  if (level === 1) return { side: random.pick([192, 224, 256, 288]), shapes: inOrder(drawn), counts: [] };
  const side = random.pick([196, 200, 208, 216, 220, 224, 232, 240, 248, 264, 280]);
  const shapes = inOrder(['convolution-1', ...drawn, ...(level === 3 ? ['flatten'] : [])]);
  if (level === 2) return { side, shapes, counts: [] };
  const convolutions = ['convolution-1', 'convolution-2', 'convolution-3', 'convolution-4', 'convolution-5'];
  const counts = [random.pick(convolutions), random.pick(['dense-1', 'dense-3'])];
  return { side, shapes, counts };
}
