/** Networks to load, as texts of stacks: the classics as torchvision builds them, and the networks of this site. */
import { alexNet, resNet18, vgg13, vgg16 } from '../../core/classic-networks.ts';
import { printStack } from './stack-text.ts';

const join = (...stacks: readonly string[]): string => stacks.join(',');

/** Two 3×3 convolutions beside the skip, which a 1×1 convolution fits to a new size; `at` begins the layers' names. */
function basicBlock(outputs: number, stride: number, at: string): string {
  const step = stride > 1 ? `s${stride}` : '';
  const conv1 = `${at}.conv1:conv${outputs}k3${step}p1b0,${at}.bn1:norm,${at}.relu1:relu`;
  const conv2 = `${at}.conv2:conv${outputs}k3p1b0,${at}.bn2:norm`;
  const skip = step && `${at}.skip.conv:conv${outputs}k1${step}b0,${at}.skip.bn:norm`;
  return `${at}.add:res(${conv1},${conv2}/${skip}),${at}.relu2:relu`;
}

const smallAlexNet = join(
  'conv1:conv32k5p2,relu1:relu,pool1:max3s2,conv2:conv64k5p2,relu2:relu,pool2:max3s2',
  ...[128, 96, 96].map((outputs, index) => `conv${index + 3}:conv${outputs}k3p1,relu${index + 3}:relu`),
  'pool5:max3s2,flatten:flatten,dropout6:drop0.3,fc6:dense256,relu6:relu',
  'dropout7:drop0.3,fc7:dense128,relu7:relu,logits:dense10',
);

const smallVgg13 = join(
  ...[24, 48, 96, 160, 160].map((outputs, index) => {
    const convolutions = [1, 2].map((place) => {
      const at = `${index + 1}_${place}`;
      return `conv${at}:conv${outputs}k3p1,relu${at}:relu`;
    });
    return join(...convolutions, `pool${index + 1}:max2`);
  }),
  'flatten:flatten',
  ...[1, 2].map((place) => `fc${place}:dense160,relu_fc${place}:relu,dropout${place}:drop0.2`),
  'logits:dense10',
);

const smallResNet18 = join(
  'conv1:conv16k3p1b0,bn1:norm,relu1:relu',
  ...[16, 32, 64, 128].flatMap((outputs, stage) =>
    [1, 2].map((block) => basicBlock(outputs, stage > 0 && block === 1 ? 2 : 1, `stage${stage + 1}.block${block}`)),
  ),
  'pool:adaptive1,flatten:flatten,logits:dense10',
);

/** Two convolutions with their pools, and one dense layer: what the calculator shows first. */
const two = 'conv8k3p1,relu,max2,conv16k3p1,relu,max2,flatten,dense10';

/** By the name that stands in the address for the stack; `size`: rows and columns of its picture, which has three channels. */
export const presets = {
  two: { size: 32, text: two },
  alexnet: { size: 224, text: printStack(alexNet) },
  vgg13: { size: 224, text: printStack(vgg13) },
  vgg16: { size: 224, text: printStack(vgg16) },
  resnet18: { size: 224, text: printStack(resNet18) },
  'alexnet-32': { size: 32, text: smallAlexNet },
  'vgg13-32': { size: 32, text: smallVgg13 },
  'resnet18-32': { size: 32, text: smallResNet18 },
} as const;

export type PresetName = keyof typeof presets;

export const presetNames: readonly PresetName[] = [
  'two',
  'alexnet',
  'vgg13',
  'vgg16',
  'resnet18',
  'alexnet-32',
  'vgg13-32',
  'resnet18-32',
];

/** The preset whose stack has this text. */
export const presetOf = (text: string): PresetName | undefined =>
  presetNames.find((name) => presets[name].text === text);
