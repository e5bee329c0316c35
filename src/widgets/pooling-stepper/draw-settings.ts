import { formatNumber } from '../../state/number-text.ts';
import { flagField, fold, presetField, segments } from '../kit/controls.ts';
import type { SetState } from '../kit/definition.ts';
import type { Root } from '../kit/dom.ts';
import { numberField } from '../kit/number-field.ts';
import { countLegend, legend, magnitude } from '../kit/scale.ts';
import { ALL_SEEN, fields, inputIndex, type State } from './fields.ts';
import { type Derived, problemText } from './model.ts';
import { PRESET_SIZE, picturePresetNames, picturePresetNumbers } from './presets.ts';
import type { Words } from './words.ts';

const presetPlaces = Array.from({ length: PRESET_SIZE ** 2 }, (_, entry) =>
  inputIndex(Math.floor(entry / PRESET_SIZE), entry % PRESET_SIZE),
);

/** The preset that the input is, if it is one. */
const presetOf = ({ rows, columns, input }: State) =>
  picturePresetNames.find((name) => {
    const numbers = picturePresetNumbers(name);
    return rows === PRESET_SIZE && columns === PRESET_SIZE && presetPlaces.every((at, i) => input[at] === numbers[i]);
  });

type Counted = 'window' | 'stride' | 'padding' | 'outputRows' | 'outputColumns' | 'rows' | 'columns';

export function drawSettings(settings: Root, derived: Derived, words: Words, set: SetState<State>): void {
  const { state, problems } = derived;
  const isAdaptive = state.kind === 'adaptive';
  /** A whole-number setting of the geometry: the window starts again. */
  const counted = (parent: Root, key: Counted, isShown = true) => {
    const problem = problems.find(({ setting }) => setting === key);
    return numberField(parent, key, {
      label: words[key],
      value: state[key],
      field: fields[key],
      problem: problem && problemText(problem, words),
      onChange: (value) => set({ [key]: value, place: 0 }),
    }).attr('hidden', isShown ? null : '');
  };
  segments(settings, 'kind', {
    label: words.kind,
    value: state.kind,
    options: fields.kind.options.map((value) => ({ value, label: words[value] })),
    onChange: (kind) => set({ kind, place: 0 }),
  });
  counted(settings, 'window', !isAdaptive);
  counted(settings, 'stride', !isAdaptive);
  counted(settings, 'padding', !isAdaptive);
  counted(settings, 'outputRows', isAdaptive);
  counted(settings, 'outputColumns', isAdaptive);
  segments(settings, 'moved', {
    label: words.moved,
    value: state.moved,
    options: fields.moved.options.map((value) => ({ value, label: words[value] })),
    onChange: (moved) => set({ moved, seen: ALL_SEEN }),
  });
  presetField(settings, 'preset', {
    label: words.preset,
    value: presetOf(state),
    names: picturePresetNames,
    words,
    onChange(name) {
      const input = [...state.input];
      for (const [entry, number] of picturePresetNumbers(name).entries()) input[presetPlaces[entry] ?? -1] = number;
      set({ input, rows: PRESET_SIZE, columns: PRESET_SIZE, place: 0 });
    },
  });
  drawLegend(settings, derived);

  const more = fold(settings, 'more', words.more);
  counted(more, 'rows');
  counted(more, 'columns');
  const { ceilMode, countPadding } = state;
  flagField(more, 'ceil', {
    label: words.ceilMode,
    value: ceilMode,
    onChange: (value) => set({ ceilMode: value, place: 0 }),
  }).attr('hidden', isAdaptive ? '' : null);
  flagField(more, 'count', {
    label: words.countPadding,
    value: countPadding,
    onChange: (value) => set({ countPadding: value }),
  }).attr('hidden', state.kind === 'average' ? null : '');
}

/** One scale for input and output: from zero, or from minus to plus where there are negative numbers. */
function drawLegend(settings: Root, { input, result }: Derived): void {
  const values = [...input, ...(result?.before ?? [])];
  const most = formatNumber(magnitude(values));
  if (values.every((value) => value >= 0)) countLegend(settings, ['0', most]);
  else legend(settings, [`−${most}`, most]);
}
