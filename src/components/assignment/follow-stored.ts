import { watchStored } from '@/state/storage.ts';
import type { SetController } from './controller.ts';
import { printState, readState } from './state.ts';

/** Takes over what another tab keeps of the same set: else each would write over what was typed in the other. */
export function followStored(key: string, controller: SetController, signal: AbortSignal): void {
  const { session } = controller;
  watchStored(
    () => key,
    (text) => {
      if (text !== printState(session.problems, session.state)) controller.adopt(readState(session.problems, text));
    },
    signal,
  );
}
