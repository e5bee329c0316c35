/** Layers, faults and amounts in words. */
import { bothOf, type LayerDescription, type NetworkFault, type PairOption } from '../../core/index.ts';
import { formatNumber, roundTo } from '../../state/number-text.ts';
import { fill } from '../kit/fill.ts';
import { kinds, type Option, settingInUse, settingOf } from './kinds.ts';
import type { Row } from './model.ts';
import type { Words } from './words.ts';

/** `3×5`, as the errors write it; the length of a vector has its commas. */
export const sizeText = (shape: readonly number[]): string =>
  shape.length === 1 ? shape.map((length) => formatNumber(length)).join() : shape.join('×');

/** A number for both directions, or both. */
export function pairText(pair: PairOption): string {
  const [rows, columns] = bothOf(pair);
  return rows === columns ? formatNumber(rows) : `${formatNumber(rows)}×${formatNumber(columns)}`;
}

const isPair = (value: unknown): value is PairOption =>
  typeof value === 'number' || (Array.isArray(value) && value.length === 2);

/** The pair in a setting, however it is written. */
export const pairIn = (value: unknown): PairOption => (isPair(value) ? value : 1);

const squareText = (value: unknown): string =>
  bothOf(pairIn(value))
    .map((size) => formatNumber(size))
    .join('×');

/** A count, as long as a double holds it exactly. */
export const countText = (value: number, words: Words): string =>
  Number.isSafeInteger(value) ? formatNumber(value) : words.tooLarge;

const UNITS = ['kB', 'MB', 'GB', 'TB'] as const;

/** `46.6 kB`: thousands of bytes, with a no-break space. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes}\u00a0B`;
  const amounts = UNITS.map((unit, index) => ({ unit, amount: roundTo(bytes / 1000 ** (index + 1), 1) }));
  const { unit, amount } = amounts.find(({ amount }) => amount < 1000) ?? { unit: 'TB', amount: bytes / 1e12 };
  return `${formatNumber(amount, 1)}\u00a0${unit}`;
}

/** The label of a setting. */
export const optionLabel = (row: Row, { key }: Option, words: Words): string =>
  key === 'outputs' && row.layer.kind === 'conv2d' ? words.kernels : words[key];

const SAYS = {
  stride: 'saysStride',
  padding: 'saysPadding',
  dilation: 'saysDilation',
  groups: 'saysGroups',
  rate: 'saysRate',
  inputs: 'saysInputs',
} as const;

/** What a layer is set to, in a few words: "64 kernels 11×11, stride 4, padding 2". */
export function summary({ layer }: Row, words: Words): string {
  const main = {
    conv2d: () => fill(words.saysKernels, { outputs: valueText('outputs'), kernel: squareText(valueOfKey('kernel')) }),
    linear: () => fill(words.saysOutputs, { value: valueText('outputs') }),
    maxPool2d: () => fill(words.saysWindow, { value: squareText(valueOfKey('window')) }),
    averagePool2d: () => fill(words.saysWindow, { value: squareText(valueOfKey('window')) }),
    adaptiveAveragePool2d: () => fill(words.saysSize, { value: squareText(valueOfKey('outputSize')) }),
    dropout: () => fill(words.saysRate, { value: formatNumber(Number(valueOfKey('rate') ?? 0.5)) }),
    residual: () => (layer.kind === 'residual' && layer.skip.length === 0 ? words.sumWithInput : words.sumOfRoads),
    batchNorm2d: () => '',
    relu: () => '',
    flatten: () => '',
  };
  const valueOfKey = (key: Option['key']): unknown => settingOf(layer, key);
  const valueText = (key: Option['key']): string => formatNumber(Number(valueOfKey(key)));
  const more = kinds[layer.kind].options.flatMap((option): string[] => {
    const value = settingInUse(layer, option);
    if (option.key === 'bias') return value === false ? [words.noBias] : [];
    if (option.key === 'ceilMode') return value === true ? [words.ceil] : [];
    if (option.key === 'rate' || value === undefined || option.needed !== undefined) return [];
    if (option.standard !== undefined && pairText(pairIn(value)) === pairText(pairIn(option.standard))) return [];
    const sentence = option.key in SAYS ? words[SAYS[asSaid(option.key)]] : '';
    return sentence ? [fill(sentence, { value: pairText(pairIn(value)) })] : [];
  });
  return [main[layer.kind](), ...more].filter(Boolean).join(words.separator);
}

const asSaid = (key: Option['key']): keyof typeof SAYS =>
  key === 'stride' || key === 'padding' || key === 'dilation' || key === 'groups' || key === 'inputs' ? key : 'rate';

/** What cannot be, with its numbers; `repair.ts` has what to do about it. */
export function faultText(fault: NetworkFault, words: Words): string {
  switch (fault.code) {
    case 'input-too-small':
      return fill(words.inputTooSmall, { needs: sizeText(fault.needs), gets: sizeText(fault.gets) });
    case 'inputs-differ':
      return fill(words.inputsDiffer, { needs: formatNumber(fault.needs), gets: formatNumber(fault.gets) });
    case 'groups':
      return fill(words.groupsDiffer, { groups: fault.groups, inputs: fault.inputs, outputs: fault.outputs });
    case 'needs-flatten':
      return fill(words.needsFlatten, { gets: sizeText(fault.gets) });
    case 'needs-maps':
      return fill(words.needsMaps, { gets: sizeText(fault.gets) });
    case 'padding-too-large':
      return fill(words.paddingTooLarge, { padding: pairText(fault.padding), window: sizeText(fault.window) });
    case 'shapes-differ':
      return fill(words.shapesDiffer, { body: sizeText(fault.body), skip: sizeText(fault.skip) });
    case 'setting':
      return fill(words.badSetting, { setting: fault.setting, value: fault.value, minimum: fault.minimum });
    case 'kind':
      return fault.kind;
  }
}

/** What one value of a layer's output sees of the input. */
export const fieldText = ({ receptiveField }: LayerDescription): string => squareText(receptiveField);
