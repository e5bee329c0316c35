import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alexNet, resNet18, vgg13, vgg16 } from '@/core/classic-networks.ts';
import { describeNetwork, type Layer, pytorchCode, readPytorch } from '@/core/index.ts';

/** A layer without what says nothing: absent settings, PyTorch's own values, the inputs that it was made for. */
function bare(layer: Layer): unknown {
  if (layer.kind === 'residual')
    return { kind: 'residual', name: layer.name, body: layer.body.map(bare), skip: layer.skip.map(bare) };
  const standard: Record<string, unknown> = { stride: 1, padding: 0, dilation: 1, groups: 1, bias: true, rate: 0.5 };
  if ('window' in layer) standard['stride'] = layer.window;
  const settings = Object.entries(layer).filter(
    ([key, value]) => value !== undefined && value !== standard[key] && key !== 'inputs' && value !== false,
  );
  return { ...Object.fromEntries(settings), ...('bias' in layer && layer.bias === false ? { bias: false } : {}) };
}

describe('code that pytorchCode writes', () => {
  it.each([
    ['AlexNet', alexNet],
    ['VGG13', vgg13],
    ['VGG16', vgg16],
    ['ResNet18', resNet18],
  ])('%s is read as the same layers, made for what reaches them', (_, layers) => {
    const photo = [3, 224, 224];
    const reading = readPytorch(pytorchCode(layers, photo));
    expect(reading.problems).toEqual([]);
    expect(reading.inputShape).toEqual(photo);
    expect(reading.layers.map(bare)).toEqual(layers.map(bare));
    expect(describeNetwork(reading.layers, photo)).toEqual(describeNetwork(layers, photo));
  });

  it('keeps names and every setting', () => {
    const layers: Layer[] = [
      { kind: 'conv2d', name: 'conv1', outputs: 6, kernel: [3, 5], stride: [1, 2], padding: 2, groups: 3, bias: false },
      { kind: 'averagePool2d', name: 'p', window: 3, stride: 2, padding: 1, ceilMode: true },
      { kind: 'residual', name: 'add', body: [{ kind: 'relu', name: 'r.1' }], skip: [] },
      { kind: 'adaptiveAveragePool2d', outputSize: [2, 3] },
      { kind: 'flatten' },
      { kind: 'dropout', rate: 0.25 },
      { kind: 'linear', name: 'logits', outputs: 4, bias: false },
    ];
    const { layers: read } = readPytorch(pytorchCode(layers, [3, 32, 32]));
    expect(read).toEqual([{ ...layers[0], inputs: 3 }, ...layers.slice(1, 6), { ...layers[6], inputs: 6 * 2 * 3 }]);
  });
});

const conv: Layer = { kind: 'conv2d', inputs: 3, outputs: 64, kernel: 11, stride: 4, padding: 2 };

describe('what people paste', () => {
  it.each([
    ['positional and keyword arguments', 'nn.Conv2d(3, 64, kernel_size=11, stride=4, padding=2)', [conv]],
    ['the printed form', '  (0): Conv2d(3, 64, kernel_size=(11, 11), stride=(4, 4), padding=(2, 2))', [conv]],
    ['a full path', 'torch.nn.Conv2d(3, 64, (11, 11), (4, 4), (2, 2))', [conv]],
    [
      'nested stacks, comments and trailing commas',
      `model = nn.Sequential(  # a network
        nn.Sequential(nn.ReLU(inplace=True), ), # the first, nn.Tanh() of old
        nn.MaxPool2d(3, stride=2),
        nn.Identity(),
      ).to(device)`,
      [{ kind: 'relu' }, { kind: 'maxPool2d', window: 3, stride: 2 }],
    ],
    [
      'sums of numbers and names that stand above',
      'classes = 10\nnn.Linear(256 * 6 * 6, classes)',
      [{ kind: 'linear', inputs: 9216, outputs: 10 }],
    ],
    [
      'named layers of an OrderedDict',
      'nn.Sequential(OrderedDict([("act", nn.ReLU()), ("out", nn.Linear(8, 2, bias=False))]))',
      [
        { kind: 'relu', name: 'act' },
        { kind: 'linear', name: 'out', inputs: 8, outputs: 2, bias: false },
      ],
    ],
    [
      'a stack with a star before it',
      'features = nn.Sequential(nn.ReLU())\nnn.Sequential(*features, nn.Flatten())',
      [{ kind: 'relu' }, { kind: 'flatten' }],
    ],
    [
      'a list with a star before it',
      'features = [nn.ReLU(), nn.Flatten()]\nnet = nn.Sequential(*features)',
      [{ kind: 'relu' }, { kind: 'flatten' }],
    ],
    [
      'padding by a word',
      "nn.Conv2d(3, 4, 3, padding='same', dilation=2)",
      [{ kind: 'conv2d', inputs: 3, outputs: 4, kernel: 3, padding: 2, dilation: 2 }],
    ],
    [
      'a module made once and used below',
      'act = nn.ReLU()\nnn.Sequential(act, act)',
      [{ kind: 'relu' }, { kind: 'relu' }],
    ],
    ['lazy modules', 'nn.LazyLinear(3)', [{ kind: 'linear', outputs: 3 }]],
  ])('reads %s', (_, source, layers) => {
    expect(readPytorch(source)).toEqual({ layers, inputShape: undefined, problems: [] });
  });

  it('reads the modules of a class in order, and says that forward is not read', () => {
    const { layers, problems } = readPytorch(`import torch.nn as nn
class Net(nn.Module):
    """A net."""
    def __init__(self, num_classes: int = 7):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 5)
        self.fc = nn.Linear(6 * 28 * 28, num_classes)

    def forward(self, x):
        return self.fc(torch.flatten(self.conv1(x), 1))

net = Net()
net.eval()`);
    expect(layers).toEqual([
      { kind: 'conv2d', name: 'conv1', inputs: 3, outputs: 6, kernel: 5 },
      { kind: 'linear', name: 'fc', inputs: 4704, outputs: 7 },
    ]);
    expect(problems).toEqual([{ code: 'forward', line: 9, text: 'forward' }]);
  });

  it("reads torchvision's printed blocks with their skips", () => {
    const { layers } = readPytorch(`ResNet(
  (layer1): Sequential(
    (0): BasicBlock(
      (conv1): Conv2d(64, 128, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1), bias=False)
      (bn1): BatchNorm2d(128, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
      (relu): ReLU(inplace=True)
      (conv2): Conv2d(128, 128, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1), bias=False)
      (bn2): BatchNorm2d(128, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
      (downsample): Sequential(
        (0): Conv2d(64, 128, kernel_size=(1, 1), stride=(2, 2), bias=False)
      )
    )
  )
)`);
    expect(layers).toMatchObject([
      { kind: 'residual', skip: [{ kind: 'conv2d', kernel: 1, stride: 2, bias: false }] },
      { kind: 'relu', name: 'layer1.0.relu' },
    ]);
    // 64·128·9 + 2·128 + 128·128·9 + 2·128 + 64·128
    expect(describeNetwork(layers, [64, 56, 56]).total.parameters).toBe(73728 + 256 + 147456 + 256 + 8192);
  });

  it.each([
    ['nn.ReLU(),\nnn.GELU()', { code: 'unknown-layer', line: 2, text: 'nn.GELU' }],
    ['\n\nnn.Conv2d(3, width, 3)', { code: 'bad-value', line: 3, name: 'Conv2d', text: 'out_channels=width' }],
    ['nn.Conv2d(3)', { code: 'missing', line: 1, name: 'Conv2d', text: 'out_channels' }],
    ['nn.MaxPool2d(3, dilation=2)', { code: 'not-supported', line: 1, name: 'MaxPool2d', text: 'dilation=2' }],
    [
      "nn.Conv2d(1, 1, 1, padding_mode='reflect')",
      { code: 'no-effect', line: 1, name: 'Conv2d', text: "padding_mode='reflect'" },
    ],
    ['nn.Dropout(rate=0.5)', { code: 'unknown-setting', line: 1, name: 'Dropout', text: 'rate=0.5' }],
    ['for i in range(3):\n    pass', { code: 'unread', line: 1, text: 'for i in range(3):' }],
    ['nn.Sequential(nn.ReLU()', { code: 'unclosed', line: 1, text: '(' }],
    ['nn.Sequential(*layers)', { code: 'unknown-name', line: 1, text: '* layers' }],
  ])('says where and what it leaves out: %j', (source, problem) => {
    expect(readPytorch(source).problems).toContainEqual(problem);
  });

  it('ends where a stack holds itself twice, over and over', () => {
    const twice = 'x = nn.Sequential(x, x)\n'.repeat(40);
    expect(readPytorch(`x = nn.Sequential()\n${twice}`).layers).toEqual([]);
    const { layers } = readPytorch(`x = nn.ReLU()\n${twice}`);
    expect(layers.length).toBeGreaterThan(5000);
    expect(readPytorch('x = nn.ReLU()\nx = nn.Sequential(x, x)\nx = nn.Sequential(x, x)').layers).toHaveLength(4);
  });

  it('never throws, and ends', () => {
    const scraps = fc.constantFrom(
      'nn.Conv2d(',
      ')',
      '(0):',
      '3',
      ',',
      '=',
      'x',
      '"',
      '"""',
      '[',
      ']',
      '\n',
      '  ',
      '#',
      '*',
      '-',
      '\\',
      'def',
      'class',
      '.',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(scraps, { maxLength: 40 }).map((parts) => parts.join('')),
        ),
        (source) => {
          expect(Array.isArray(readPytorch(source).layers)).toBe(true);
        },
      ),
    );
    expect(readPytorch('('.repeat(20_000)).layers).toEqual([]);
    expect(readPytorch('nn.Sequential('.repeat(5000)).layers).toEqual([]);
  });
});
