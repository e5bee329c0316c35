import { describe, expect, it } from 'vitest';
import { lessonsOf } from './lesson-text.ts';
import { shapeComments } from './shape-comments.ts';

const lessons = [...lessonsOf('en'), ...lessonsOf('zh')];
const WHAT_TO_DO =
  'the shape in the comment is not what core works out; `python3 training/check_snippets.py` runs it with torch';

describe.each(lessons)('the PyTorch lines of $file', ({ sections }) => {
  const code = sections.flatMap((section) => section.code).filter(({ language }) => language === 'python');
  const comments = shapeComments(code.map(({ lines }) => lines));

  it('have shapes in their comments, and at least one that core can work out', () => {
    expect(comments.filter(({ found }) => found !== undefined).length).toBeGreaterThan(0);
  });

  it('have no wrong one', () => {
    expect(
      comments.filter(({ holds }) => !holds).map(({ line, found }) => `${line} → it is ${found}`),
      WHAT_TO_DO,
    ).toEqual([]);
  });
});

describe('the reading of snippets', () => {
  /** The claims that are wrong, and those that could not be read, as `!`. */
  const faults = (code: string) =>
    shapeComments([code]).flatMap(({ claimed, found, holds }) =>
      holds ? (found === undefined ? [`${claimed}!`] : []) : [`${claimed}, not ${found}`],
    );

  it('knows the layers, their weights and their parameters', () => {
    const right = `
x = torch.randn(1, 3, 32, 32)   # {input:1×3×32×32}
layer = nn.Conv2d(3, 8, kernel_size=5, stride=2, padding=2)  # {kernel:8×3×5×5}
layer.bias                      # 8
y = layer(x)                    # {output:1×8×16×16}
nn.MaxPool2d(3, 2)(y)           # {output:1×8×7×7}
nn.MaxPool2d(3, 2, ceil_mode=True)(y)   # 1×8×8×8
nn.AvgPool2d(kernel_size=2)(y)  # 1×8×8×8
nn.AdaptiveAvgPool2d((1, 3))(y) # 1×8×1×3
v = torch.flatten(y, 1)         # 1×2048, a vector
nn.Linear(2048, 10)(v)          # {output:1×10}
nn.Conv2d(8, 6, (1, 3), padding='same', groups=2, bias=False).weight
print(y.shape)                  # torch.Size([1, 8, 16, 16])
sum(p.numel() for p in layer.parameters())   # 608
(y / 2 + 1).softmax(dim=1)      # {output:1×8×16×16}
photo = torch.randint(0, 256, (480, 640, 3), dtype=torch.uint8).permute(2, 0, 1)   # 3×480×640
photo[:, :, 80:-80][None]       # {input:1×3×480×480}
photo[0, 1:]                    # 479×640
`;
    expect(shapeComments([right])).toHaveLength(16);
    expect(faults(right)).toEqual([]);
  });

  it('finds a wrong shape, a wrong count and a layer that cannot be', () => {
    expect(faults('x = torch.zeros(1, 3, 32, 32)\nnn.Conv2d(3, 8, 5)(x)  # {output:1×8×28×27}')).toEqual([
      '1×8×28×27, not 1×8×28×28',
    ]);
    expect(faults('layer = nn.Conv2d(3, 8, 5)  # {kernel:3×8×5×5}')).toEqual(['3×8×5×5, not 8×3×5×5']);
    expect(faults('nn.Linear(6, 4).bias  # 6')).toEqual(['6, not 4']);
    expect(faults('n = nn.Linear(6, 4)\nsum(p.numel() for p in n.parameters())  # 24')).toEqual(['24, not 28']);
    const [impossible] = faults('x = torch.zeros(1, 1, 8, 8)\nnn.Conv2d(3, 8, 5)(x)  # {output:1×8×4×4}');
    expect(impossible).toMatch(/^1×8×4×4, not it cannot be: .*3/);
  });

  it('follows a network layer by layer, where its comments may leave the batch out', () => {
    const network = (last: string) => `
network = nn.Sequential(
    nn.Conv2d(3, 64, 3),      # {output:64×30×30}
    nn.ReLU(),
    nn.MaxPool2d(2),          # {output:1×64×15×15}
    nn.Flatten(),             # 14,400
    nn.Linear(14400, 10),     # ${last}
)
network(torch.randn(1, 3, 32, 32))  # {output:1×10}
`;
    expect(faults(network('10'))).toEqual([]);
    expect(faults(network('11'))).toEqual(['11, not 1×10']);
  });

  it('leaves alone what it cannot know', () => {
    expect(faults('y = model.magic(x)  # {output:1×8×28×28}')).toEqual(['1×8×28×28!']);
    expect(faults('for k in range(3):\n    y = nn.Conv2d(3, k, 3)(x)  # {output:1×8×28×28}')).toEqual(['1×8×28×28!']);
    expect(
      shapeComments(['layer = nn.Conv2d(3, 8, 5)  # 3 channels in, 8 kernels', '# 3×3\nx = 1  # 读3个通道']),
    ).toEqual([]);
  });
});
