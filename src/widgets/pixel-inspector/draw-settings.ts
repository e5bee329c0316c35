import { button, choiceField, flagField, segments } from '../kit/controls.ts';
import type { SetState } from '../kit/definition.ts';
import { child, icon, type Root } from '../kit/dom.ts';
import { slider } from '../kit/number-field.ts';
import type { Words } from './draw-planes.ts';
import { type Derived, fields, type State } from './model.ts';

/** The sample photos, the reader's own file and the camera; the last two are no settings, so `mount` listens to them. */
function sources(parent: Root, state: State, { standing }: Derived, words: Words, set: SetState<State>): void {
  const { origin, camera, problem } = standing;
  const own = { file: words.own, camera: words.live, sample: undefined }[origin];
  choiceField<State['picture'] | 'own'>(parent, 'picture', {
    label: words.picture,
    value: own ? 'own' : state.picture,
    options: [
      ...(own ? [{ value: 'own' as const, label: own }] : []),
      ...fields.picture.options.map((value) => ({ value, label: words[value] })),
    ],
    onChange: (picture) => {
      if (picture !== 'own') set({ picture });
    },
  });
  const file = child(parent, 'label', 'own-file').attr('class', 'btn file');
  child(file, 'input', 'input').attr('type', 'file').attr('accept', 'image/*').attr('class', 'hidden-visually');
  icon(file, 'file');
  child(file, 'span', 'label').text(words.ownFile);
  button(parent, 'use-camera', {
    label: { off: words.startCamera, starting: words.starting, on: words.stopCamera }[camera],
    icon: 'camera',
    disabled: camera === 'starting',
    onPress: () => {},
  });
  child(parent, 'p', 'problem')
    .attr('class', 'widget-note')
    .attr('role', 'alert')
    .attr('hidden', problem ? null : '')
    .text(problem ?? '');
}

export function settings(parent: Root, state: State, derived: Derived, words: Words, set: SetState<State>): void {
  segments(parent, 'view', {
    label: words.view,
    value: state.view,
    options: [
      { value: 'pixels', label: words.pixels },
      { value: 'weights', label: words.viewWeights },
    ],
    onChange: (view) => set({ view }),
  });
  slider(parent, 'side', {
    label: words.side,
    value: state.side,
    field: fields.side,
    onChange: (side) => set({ side }),
  });
  sources(parent, state, derived, words, set);
  flagField(parent, 'tinted', {
    label: words.tinted,
    value: state.tinted,
    onChange: (tinted) => set({ tinted }),
  }).attr('hidden', state.view === 'weights' ? '' : null);
  flagField(parent, 'shuffled', {
    label: words.shuffled,
    value: state.shuffled,
    onChange: (shuffled) => set({ shuffled }),
  });
}
