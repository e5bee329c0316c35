/**
 * All kinds of exercise, in the order of the course, and what is done with them. Runs under plain node; pages load
 * single kinds instead. `tests/conformance/exercises.test.ts` holds this list equal to the folder.
 */
import accuracy from './accuracy.ts';
import adaptiveWindows from './adaptive-windows.ts';
import alexnetShapes from './alexnet-shapes.ts';
import bankFits from './bank-fits.ts';
import bankParameters from './bank-parameters.ts';
import batchNorm from './batch-norm.ts';
import bottleneckWeights from './bottleneck-weights.ts';
import bottleneckWidth from './bottleneck-width.ts';
import channelsCell from './channels-cell.ts';
import classMap from './class-map.ts';
import convolveCell from './convolve-cell.ts';
import convolveMap from './convolve-map.ts';
import denseOutput from './dense-output.ts';
import denseWeights from './dense-weights.ts';
import descentStep from './descent-step.ts';
import designKernel from './design-kernel.ts';
import doubleSoftmax from './double-softmax.ts';
import dropoutMask from './dropout-mask.ts';
import droppedColumns from './dropped-columns.ts';
import findPattern from './find-pattern.ts';
import flattenLength from './flatten-length.ts';
import flattenParameters from './flatten-parameters.ts';
import impossibleLayer from './impossible-layer.ts';
import initialLoss from './initial-loss.ts';
import kernelGradient from './kernel-gradient.ts';
import type { Exercise, Problem, Typed } from './kit/definition.ts';
import { prepare } from './kit/rules.ts';
import layerMacs from './layer-macs.ts';
import layersToSee from './layers-to-see.ts';
import lossValue from './loss-value.ts';
import matrixCounts from './matrix-counts.ts';
import matrixRow from './matrix-row.ts';
import oneHot from './one-hot.ts';
import outputShape from './output-shape.ts';
import paddedMap from './padded-map.ts';
import paddedSize from './padded-size.ts';
import pixelUse from './pixel-use.ts';
import poolMap from './pool-map.ts';
import poolShift from './pool-shift.ts';
import projectionShape from './projection-shape.ts';
import receptiveField from './receptive-field.ts';
import reluMap from './relu-map.ts';
import residualBlock from './residual-block.ts';
import samePadding from './same-padding.ts';
import scoreGradient from './score-gradient.ts';
import sigmoidSlope from './sigmoid-slope.ts';
import slopeProduct from './slope-product.ts';
import softmaxDecimals from './softmax-decimals.ts';
import softmaxInvariance from './softmax-invariance.ts';
import softmaxLogs from './softmax-logs.ts';
import stackedKernels from './stacked-kernels.ts';
import stridedMap from './strided-map.ts';
import stridedSize from './strided-size.ts';
import topK from './top-k.ts';
import walkNetwork from './walk-network.ts';
import wantedStride from './wanted-stride.ts';

export { check } from './kit/check.ts';
export { generate } from './kit/generate.ts';
export { createRandom } from './kit/random.ts';
export { solve } from './kit/rules.ts';

export const exercises: readonly Exercise[] = [
  oneHot,
  topK,
  accuracy,
  flattenLength,
  denseWeights,
  convolveMap,
  convolveCell,
  findPattern,
  designKernel,
  channelsCell,
  bankParameters,
  bankFits,
  paddedMap,
  paddedSize,
  samePadding,
  pixelUse,
  receptiveField,
  layersToSee,
  stridedMap,
  stridedSize,
  outputShape,
  wantedStride,
  droppedColumns,
  poolMap,
  adaptiveWindows,
  poolShift,
  walkNetwork,
  impossibleLayer,
  layerMacs,
  denseOutput,
  flattenParameters,
  softmaxDecimals,
  softmaxLogs,
  softmaxInvariance,
  lossValue,
  scoreGradient,
  initialLoss,
  doubleSoftmax,
  descentStep,
  kernelGradient,
  reluMap,
  dropoutMask,
  batchNorm,
  sigmoidSlope,
  alexnetShapes,
  stackedKernels,
  bottleneckWidth,
  bottleneckWeights,
  residualBlock,
  slopeProduct,
  projectionShape,
  matrixCounts,
  matrixRow,
  classMap,
];

/** What a learner who holds a misconception would type, or `undefined` where it does not show on this problem. */
export const mistake = (exercise: Exercise, problem: Problem, misconception: string): Typed | undefined =>
  prepare(exercise, problem).rules.get(misconception)?.typed;
