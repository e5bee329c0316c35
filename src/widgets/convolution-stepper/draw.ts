import { type SetState, widget } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { frame } from '../kit/frame.ts';
import { player } from '../kit/player.ts';
import { drawFigure } from './draw-figure.ts';
import { drawReadout } from './draw-readout.ts';
import { drawSettings } from './draw-settings.ts';
import { type Derived, derive, describe, fields, type State } from './model.ts';
import type { Words } from './words.ts';

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { figure, readout, controls, settings, caption } = frame(root);
  const { result } = derived;
  const go = (place: number) => set({ place, seen: Math.max(state.seen, place) });
  drawFigure(figure, derived, words, set, go);
  drawReadout(readout, derived, words);
  player(controls, {
    at: result?.place.index ?? 0,
    count: result?.output.data.length ?? 0,
    go,
    rewind: () => set({ place: 0, seen: 0 }),
  });
  drawSettings(settings, derived, words, set);
  child(caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, place: ['place', 'seen', 'channel', 'picked'], derive, describe, draw });
