import { readStored, writeStored } from '../../state/storage.ts';

/** How fast figures play: one setting of the reader's for all of them, kept on the device. */
export const speeds = ['0.5', '1', '2', '4'] as const;
export type Speed = (typeof speeds)[number];

const KEY = 'play-speed';

export const isSpeed = (value: unknown): value is Speed => speeds.some((speed) => speed === value);

let chosen: Speed | undefined;

export function speed(): Speed {
  if (chosen === undefined) {
    const stored = readStored(KEY);
    chosen = isSpeed(stored) ? stored : '1';
  }
  return chosen;
}

export function chooseSpeed(value: Speed): void {
  chosen = value;
  writeStored(KEY, value);
}
