import { expect, test } from 'vitest';
import { pytorchCode } from '@/core/index.ts';

test('writes one module per layer, with the channels that reach it and the shape that leaves it', () => {
  const code = pytorchCode(
    [
      { kind: 'conv2d', name: 'conv1', outputs: 8, kernel: [3, 5], stride: 2, padding: [1, 2], bias: false },
      { kind: 'batchNorm2d', name: 'bn1' },
      { kind: 'relu' },
      { kind: 'conv2d', outputs: 8, kernel: 3, padding: 2, dilation: 2, groups: 8 },
      { kind: 'maxPool2d', name: 'pool1', window: 2 },
      { kind: 'averagePool2d', window: 3, stride: 2, ceilMode: true },
      { kind: 'adaptiveAveragePool2d', outputSize: [1, 2] },
      { kind: 'flatten' },
      { kind: 'dropout' },
      { kind: 'dropout', rate: 0.3 },
      { kind: 'linear', name: 'logits', outputs: 4, bias: false },
    ],
    [3, 32, 32],
  );
  expect(code).toContain(`network = nn.Sequential(
    nn.Conv2d(3, 8, (3, 5), stride=2, padding=(1, 2), bias=False),  # conv1: 8×16×16
    nn.BatchNorm2d(8),  # bn1: 8×16×16
    nn.ReLU(),  # 8×16×16
    nn.Conv2d(8, 8, 3, padding=2, dilation=2, groups=8),  # 8×16×16
    nn.MaxPool2d(2),  # pool1: 8×8×8
    nn.AvgPool2d(3, stride=2, ceil_mode=True),  # 8×4×4
    nn.AdaptiveAvgPool2d((1, 2)),  # 8×1×2
    nn.Flatten(),  # 16
    nn.Dropout(0.5),  # 16
    nn.Dropout(0.3),  # 16
    nn.Linear(16, 4, bias=False),  # logits: 4
)`);
  expect(code).toContain('picture = torch.zeros(1, 3, 32, 32)');
  expect(code).toContain('# torch.Size([1, 4])');
  // 8·3·3·5 + 2·8 + 8·9 + 8 + 16·4
  expect(code).toContain(`# ${360 + 16 + 80 + 64}\n`);
  expect(code).not.toContain('Residual');
});

test('writes a residual layer with its two roads, an empty skip as the identity', () => {
  const body = { kind: 'conv2d', name: 'a', outputs: 4, kernel: 3, stride: 2, padding: 1 } as const;
  const skip = { kind: 'conv2d', name: 'b', outputs: 4, kernel: 1, stride: 2 } as const;
  const code = pytorchCode(
    [
      { kind: 'residual', name: 'add1', body: [body], skip: [skip] },
      { kind: 'residual', name: 'add2', body: [{ kind: 'relu' }], skip: [] },
    ],
    [2, 8, 8],
  );
  expect(code).toContain('return self.body(x) + self.skip(x)');
  expect(code).toContain(`    Residual(  # add1: 4×4×4
        body=nn.Sequential(
            nn.Conv2d(2, 4, 3, stride=2, padding=1),  # a: 4×4×4
        ),
        skip=nn.Sequential(
            nn.Conv2d(2, 4, 1, stride=2),  # b: 4×4×4
        ),
    ),
    Residual(  # add2: 4×4×4
        body=nn.Sequential(
            nn.ReLU(),  # 4×4×4
        ),
        skip=nn.Identity(),
    ),`);
});

test('names the layer that cannot be', () => {
  expect(() => pytorchCode([{ kind: 'conv2d', name: 'conv1', outputs: 1, kernel: 9 }], [1, 4, 4])).toThrow(/conv1/);
});
