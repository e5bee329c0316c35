import type { BackendChoice } from '../../runtime/types.ts';

/** What the lab's address says: `?network=vgg13&sample=cat-chelsea.jpg&backend=wasm`. The reader's own picture is never in it. */
export interface LabAddress {
  readonly network: string;
  readonly sample: string | undefined;
  readonly backend: BackendChoice;
}

export type LabField = keyof LabAddress;

/** What there is to choose from; the first network is the default. */
export interface LabChoices {
  readonly networks: readonly string[];
  readonly samples: readonly string[];
}

/** Reads a query. A value that does not exist falls back to its default, and its field is named in `refused`. */
export function readAddress(query: string, choices: LabChoices): LabAddress & { refused: LabField[] } {
  const given = new URLSearchParams(query);
  const [network, sample, backend] = [given.get('network'), given.get('sample'), given.get('backend')];
  const known = {
    network: network === null || choices.networks.includes(network),
    sample: sample === null || choices.samples.includes(sample),
    backend: backend === null || backend === 'wasm' || backend === 'auto',
  };
  return {
    network: known.network && network !== null ? network : (choices.networks[0] ?? ''),
    sample: known.sample && sample !== null ? sample : undefined,
    backend: backend === 'wasm' ? 'wasm' : 'auto',
    refused: (['network', 'sample', 'backend'] as const).filter((field) => !known[field]),
  };
}

/** The query for a state. What other parts of the page keep in it stays. */
export function writeAddress(query: string, { network, sample, backend }: LabAddress): string {
  const fields = new URLSearchParams(query);
  fields.set('network', network);
  if (sample === undefined) fields.delete('sample');
  else fields.set('sample', sample);
  if (backend === 'auto') fields.delete('backend');
  else fields.set('backend', backend);
  return `?${fields}`;
}
