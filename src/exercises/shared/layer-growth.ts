import { receptiveFields, type Seen } from '../../core/index.ts';
import type { Working } from '../kit/definition.ts';
import { format } from '../kit/text.ts';

export interface LayersToSee {
  /** How many pixels, along one direction, a cell is to see. */
  readonly pixels: number;
  readonly kernel: number;
  /** The layers before a pooling of window 2 and stride 2; `null` where there is no pooling. */
  readonly before: number | null;
}

export const convolutions = (kernel: number, count: number) => Array.from({ length: count }, () => ({ kernel }));

/** What a cell sees after so many of the layers that are counted, by the site's own rule. */
function seenAfter({ kernel, before }: LayersToSee, count: number): Seen {
  const first = before === null ? [] : [...convolutions(kernel, before), { kernel: 2, stride: 2 }];
  return receptiveFields([...first, ...convolutions(kernel, count)]).at(-1) ?? { receptiveField: 1, jump: 1 };
}

/** What a cell sees to begin with, and what each layer adds. */
export interface Growth {
  readonly start: number;
  readonly each: number;
}

export const trueGrowth = (problem: LayersToSee): Growth => {
  const { receptiveField, jump } = seenAfter(problem, 0);
  return { start: receptiveField, each: (problem.kernel - 1) * jump };
};

/** How many layers it takes, and what is seen then. */
export interface Taken {
  readonly layers: number;
  readonly field: number;
}

export const taken = ({ start, each }: Growth, pixels: number, round = Math.ceil): Taken => {
  const layers = round((pixels - start) / each);
  return { layers, field: start + layers * each };
};

export function truth(problem: LayersToSee): Taken {
  let layers = 0;
  while (seenAfter(problem, layers).receptiveField < problem.pixels) layers += 1;
  return { layers, field: seenAfter(problem, layers).receptiveField };
}

export const fieldWorking = ({ start, each }: Growth, layers: number): Working => ({
  lines: [
    [format(start), `+ ${format(layers)} × ${format(each)}`],
    [format(start), `+ ${format(layers * each)}`],
    [format(start + layers * each)],
  ],
});

export const layersWorking = (problem: LayersToSee, { start, each }: Growth): Working | undefined => {
  const layers = (problem.pixels - start) / each;
  return Number.isInteger(layers)
    ? { lines: [[`(${format(problem.pixels)}`, `− ${format(start)})`, `/ ${format(each)}`], [format(layers)]] }
    : undefined;
};

export const trueWorking = (problem: LayersToSee, part: string): Working | undefined =>
  part === 'layers'
    ? layersWorking(problem, trueGrowth(problem))
    : fieldWorking(trueGrowth(problem), truth(problem).layers);
