import type * as exchange from './exchange.ts';

/** What `mount` lends to the drawing: the code for texts once it is loaded, and what was done last. */
export interface Outside {
  readonly exchange: typeof exchange | undefined;
  readonly reading: exchange.Reading | undefined;
  /** What was copied or saved last, and whether the browser allowed it. */
  readonly said: { readonly what: 'code' | 'csv'; readonly worked: boolean } | undefined;
  /** Loads the code for texts. */
  load(): void;
  read(source: string): void;
  copy(what: 'code' | 'csv', text: string): void;
  /** Saves a file on the reader's device. */
  save(name: string, text: string): void;
}
