import { type Pair, pairText } from './pair.ts';
import { shapeText } from './tensor.ts';

/** Why a layer cannot be: a code, and the numbers to say it with in any language. */
export type NetworkFault =
  /** The window does not fit: the smallest input that would do, and the one there is. */
  | { readonly code: 'input-too-small'; readonly needs: Pair; readonly gets: Pair }
  /** The layer was made for another number of channels (or of values, for a dense layer). */
  | { readonly code: 'inputs-differ'; readonly needs: number; readonly gets: number }
  /** The groups do not divide the channels that come in, or the kernels. */
  | { readonly code: 'groups'; readonly groups: number; readonly inputs: number; readonly outputs: number }
  /** A dense layer on maps that were not flattened. */
  | { readonly code: 'needs-flatten'; readonly gets: readonly number[] }
  /** A layer for maps after these were flattened. */
  | { readonly code: 'needs-maps'; readonly gets: readonly number[] }
  /** A pooling padded by more than half its window. */
  | { readonly code: 'padding-too-large'; readonly padding: Pair; readonly window: Pair }
  /** The two roads of a residual layer give different shapes. */
  | { readonly code: 'shapes-differ'; readonly body: readonly number[]; readonly skip: readonly number[] }
  /** A setting that is not a whole number from `minimum`; `value` is as it was written. */
  | { readonly code: 'setting'; readonly setting: string; readonly value: string; readonly minimum: number }
  /** A layer of a kind there is not. */
  | { readonly code: 'kind'; readonly kind: string };

/** Where a layer stands. */
export interface LayerPlace {
  /** Its index in the list given, from 0; for a layer inside a residual one, the index of that. */
  readonly index: number;
  /** `layers[2]`, or `layers[2].body[0]` inside a residual layer. */
  readonly path: string;
  readonly kind: string;
  readonly name: string | undefined;
}

/** A network that cannot be: names the layer and the reason. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly place: LayerPlace;
  readonly fault: NetworkFault;
  /** The reason alone, as an English sentence without the layer. */
  readonly reason: string;

  constructor(place: LayerPlace, fault: NetworkFault) {
    const reason = reasonOf(fault);
    super(`${place.path} (${place.kind}${place.name ? ` "${place.name}"` : ''}): ${reason}`);
    this.place = place;
    this.fault = fault;
    this.reason = reason;
  }

  get index(): number {
    return this.place.index;
  }

  get layerName(): string | undefined {
    return this.place.name;
  }

  get code(): NetworkFault['code'] {
    return this.fault.code;
  }
}

function reasonOf(fault: NetworkFault): string {
  switch (fault.code) {
    case 'input-too-small':
      return `this layer needs at least a ${pairText(fault.needs)} input; it gets ${pairText(fault.gets)}`;
    case 'inputs-differ':
      return `this layer was made for ${fault.needs} inputs; it gets ${fault.gets}`;
    case 'groups':
      return `${fault.groups} groups do not divide both ${fault.inputs} input channels and ${fault.outputs} kernels`;
    case 'needs-flatten':
      return `this layer needs a flat vector; it gets ${shapeText(fault.gets)}, so flatten first`;
    case 'needs-maps':
      return `this layer needs maps, C×H×W; it gets a flat vector of ${shapeText(fault.gets)}`;
    case 'padding-too-large':
      return `the padding is ${pairText(fault.padding)}; it should be at most half the window of ${pairText(fault.window)}`;
    case 'shapes-differ':
      return `the body gives ${shapeText(fault.body)} and the skip ${shapeText(fault.skip)}; they should be the same`;
    case 'setting':
      return `${fault.setting} is ${fault.value}; it should be a whole number from ${fault.minimum}`;
    case 'kind':
      return `there is no layer of the kind "${fault.kind}"`;
  }
}
