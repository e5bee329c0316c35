import { type SetState, widget } from '../kit/definition.ts';
import { child, type Root } from '../kit/dom.ts';
import { frame } from '../kit/frame.ts';
import { player } from '../kit/player.ts';
import { drawInput } from './draw-input.ts';
import { drawOutputs } from './draw-outputs.ts';
import { drawReadout } from './draw-readout.ts';
import { drawSettings } from './draw-settings.ts';
import { type Derived, derive, describe, fields, type State } from './model.ts';
import { linesFor } from './ruler.ts';
import type { Words } from './words.ts';

function draw(root: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  const { figure, readout, controls, settings, caption } = frame(root);
  const { result, padding, beyond } = derived;
  const go = (place: number) => set({ place, seen: Math.max(state.seen, place) });
  const grids = child(figure, 'div', 'grids')
    .attr('class', 'pooling')
    .style('--n', state.columns + 2 * padding + beyond[1])
    .style('--m', result?.across.length ?? 1)
    .style('--maps', state.moved === 'none' ? 1 : 2)
    .style('--lines', linesFor(result?.down ?? []));
  drawInput(grids, derived, words, set);
  drawOutputs(grids, derived, words, go);
  drawReadout(readout, derived, words);
  player(controls, {
    at: result?.place.index ?? 0,
    count: result?.output.length ?? 0,
    go,
    rewind: () => set({ place: 0, seen: 0 }),
  });
  drawSettings(settings, derived, words, set);
  child(caption, 'p', 'text').text(words.caption);
}

export default widget({ fields, place: ['place', 'seen', 'picked'], derive, describe, draw });
