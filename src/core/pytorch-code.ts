import { describeNetwork, type LayerDescription } from './describe-network.ts';
import type { Layer, ResidualLayer } from './network-layers.ts';
import { bothOf, type PairOption } from './pair.ts';

const RESIDUAL = `class Residual(nn.Module):
    """body(x) + skip(x)"""

    def __init__(self, body, skip):
        super().__init__()
        self.body = body
        self.skip = skip

    def forward(self, x):
        return self.body(x) + self.skip(x)


`;

/**
 * The PyTorch module that these layers are, as Python source: a comment beside each layer gives its name and what comes out, C×H×W.
 * @param inputShape C×H×W
 * @throws NetworkError where the layers cannot follow each other.
 */
export function pytorchCode(layers: readonly Layer[], inputShape: readonly number[]): string {
  const { layers: descriptions } = describeNetwork(layers, inputShape);
  const residual = layers.some(({ kind }) => kind === 'residual') ? RESIDUAL : '';
  return `import torch
from torch import nn


${residual}network = nn.Sequential(
${stack(layers, descriptions, inputShape, '    ')}
)

picture = torch.zeros(1, ${inputShape.join(', ')})
network.eval()
print(network(picture).shape)  # torch.Size([${[1, ...(descriptions.at(-1)?.shape ?? inputShape)].join(', ')}])
print(sum(p.numel() for p in network.parameters()))  # ${parametersOf(descriptions)}
`;
}

const parametersOf = (descriptions: readonly LayerDescription[]) =>
  descriptions.reduce((sum, { parameters }) => sum + parameters, 0);

function stack(
  layers: readonly Layer[],
  descriptions: readonly LayerDescription[],
  inputShape: readonly number[],
  indent: string,
): string {
  let before = inputShape;
  return layers
    .map((layer, index) => {
      const description = descriptions[index];
      if (!description) throw new RangeError(`There is no description of layer ${index}.`);
      const comment = `  # ${layer.name ? `${layer.name}: ` : ''}${description.shape.join('×')}`;
      const lines =
        layer.kind === 'residual'
          ? residual(layer, description, before, indent, comment)
          : `${indent}${expression(layer, before)},${comment}`;
      before = description.shape;
      return lines;
    })
    .join('\n');
}

function residual(
  layer: ResidualLayer,
  { body = [], skip = [] }: LayerDescription,
  before: readonly number[],
  indent: string,
  comment: string,
): string {
  const road = (layers: readonly Layer[], descriptions: readonly LayerDescription[]) =>
    layers.length === 0
      ? 'nn.Identity()'
      : `nn.Sequential(\n${stack(layers, descriptions, before, `${indent}        `)}\n${indent}    )`;
  return `${indent}Residual(${comment}
${indent}    body=${road(layer.body, body)},
${indent}    skip=${road(layer.skip, skip)},
${indent}),`;
}

/** One layer that has no others inside. `inputs`: the shape that reaches it. */
function expression(layer: Exclude<Layer, ResidualLayer>, inputs: readonly number[]): string {
  const [channels = 1] = inputs;
  switch (layer.kind) {
    case 'conv2d':
      return call('Conv2d', [channels, layer.outputs, pair(layer.kernel)], {
        stride: unless(layer.stride, 1),
        padding: unless(layer.padding, 0),
        dilation: unless(layer.dilation, 1),
        groups: unless(layer.groups, 1),
        bias: layer.bias === false ? 'False' : undefined,
      });
    case 'maxPool2d':
    case 'averagePool2d':
      return call(layer.kind === 'maxPool2d' ? 'MaxPool2d' : 'AvgPool2d', [pair(layer.window)], {
        stride: unless(layer.stride, layer.window),
        padding: unless(layer.padding, 0),
        ceil_mode: layer.ceilMode ? 'True' : undefined,
      });
    case 'adaptiveAveragePool2d':
      return call('AdaptiveAvgPool2d', [pair(layer.outputSize)]);
    case 'linear':
      return call('Linear', [channels, layer.outputs], { bias: layer.bias === false ? 'False' : undefined });
    case 'batchNorm2d':
      return call('BatchNorm2d', [channels]);
    case 'relu':
      return call('ReLU');
    case 'flatten':
      return call('Flatten');
    case 'dropout':
      return call('Dropout', [layer.rate ?? 0.5]);
  }
}

/** `nn.Conv2d(3, 64, 3, padding=1)`; a keyword whose value is `undefined` is left out. */
function call(
  name: string,
  positional: readonly (string | number)[] = [],
  keywords: Readonly<Record<string, string | undefined>> = {},
): string {
  const named = Object.entries(keywords).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
  return `nn.${name}(${[...positional, ...named].join(', ')})`;
}

function pair(option: PairOption): string {
  const [rows, columns] = bothOf(option);
  return rows === columns ? String(rows) : `(${rows}, ${columns})`;
}

/** `undefined` for PyTorch's own default, so that it is left out. */
function unless(option: PairOption | undefined, standard: PairOption): string | undefined {
  return option === undefined || pair(option) === pair(standard) ? undefined : pair(option);
}
