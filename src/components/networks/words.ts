import type { Translated } from '../../state/locale.ts';

const en = {
  index: {
    title: 'Networks',
    lead: 'The pretrained networks of this site: every layer with its shape and its counts, the code that builds it, where its weights come from, and how often it is right.',
    network: 'Network',
    year: 'Paper',
    parameters: 'Parameters',
    macs: 'MACs',
    accuracy: 'Top-1',
    file: 'File',
    caption:
      'MACs: multiply-adds for one picture, in convolutions and dense layers, biases not counted. Top-1: how often the class ranked first is the right one.',
  },
  lab: 'Open it in the lab',
  download: 'Download the ONNX file, {size}',
  paper: 'The paper: ',
  facts: {
    input: 'Input',
    classes: 'Classes',
    parameters: 'Parameters',
    macs: 'Multiply-adds',
    accuracy: 'Top-1 accuracy',
    file: 'File',
  },
  plan: 'What it is',
  layers: 'Every layer',
  layersNote:
    'Shapes are channels × rows × columns. Multiply-adds (MACs) are those of one picture, without biases. The receptive field is how many pixels of the picture, along one side, one value sees; padding is counted too.',
  road: { body: 'body', skip: 'skip' },
  columns: {
    name: 'Name',
    kind: 'Layer',
    shape: 'Shape',
    parameters: 'Parameters',
    macs: 'MACs',
    field: 'Receptive field',
  },
  input: 'the picture',
  total: 'Total',
  folded:
    'With batch normalisation it had {trained} numbers to train; folded into the convolutions, it has the {parameters} above.',
  code: 'In PyTorch',
  codeNote: 'Made from the same layers as the table; each comment names the layer and the shape that leaves it.',
  weights: 'Weights and training',
  licence: 'Licence of the weights',
  source: 'Source',
  trained: 'Training',
  recipe: '{pictures}: {epochs} epochs, peak learning rate {rate}, weight decay {decay}, seed {seed}.',
  recipeContinued:
    '{pictures}: {epochs} epochs, peak learning rate {rate}, weight decay {decay}, seed {seed}; the run went on from the weights of an earlier one.',
  preprocessing: 'Preprocessing',
  areaAverage:
    'The centre square of the photo, area-averaged to {size}; then each channel (R, G, B) divided by 255, minus {mean}, divided by {std}.',
  bilinear:
    'The short side scaled to {short} pixels, the centre {size} cut out; then each channel (R, G, B) divided by 255, minus {mean}, divided by {std}.',
  accuracy: 'How often it is right',
  accuracyNote:
    'Measured on {pictures} test pictures of {set}, on none of which it was trained: the class ranked first was the right one for {top1}.',
  class: 'Class',
  right: 'Right',
};

export type NetworkWords = typeof en;

const zh: NetworkWords = {
  index: {
    title: '网络',
    lead: '本站的预训练网络：每一层的形状与计数，搭建它的代码，权重从哪里来，以及它有多常答对。',
    network: '网络',
    year: '论文',
    parameters: '参数',
    macs: '乘加次数',
    accuracy: 'top-1',
    file: '文件',
    caption:
      '乘加次数（MACs）：处理一张图片时，卷积层与全连接层中的乘加次数，不含偏置。top-1：排在第一的类别恰好正确的比例。',
  },
  lab: '在实验室里打开',
  download: '下载ONNX文件，{size}',
  paper: '论文：',
  facts: {
    input: '输入',
    classes: '类别',
    parameters: '参数',
    macs: '乘加次数',
    accuracy: 'top-1准确率',
    file: '文件',
  },
  plan: '它是什么',
  layers: '每一层',
  layersNote:
    '形状写作“通道×高×宽”。乘加次数（MACs）按一张图片计，不含偏置。感受野是一个数值在图片上沿一边能看到多少像素，填充也计算在内。',
  road: { body: '主路', skip: '跳跃连接' },
  columns: { name: '名称', kind: '层', shape: '形状', parameters: '参数', macs: '乘加次数', field: '感受野' },
  input: '图片',
  total: '合计',
  folded: '训练时带批归一化，共有{trained}个可训练的数；并入卷积以后，就是上面的{parameters}个。',
  code: '用PyTorch写出来',
  codeNote: '由上表的同一份层数据生成；每行注释写着层的名称和输出的形状。',
  weights: '权重与训练',
  licence: '权重的许可',
  source: '来源',
  trained: '训练',
  recipe: '{pictures}：{epochs}轮，最高学习率{rate}，权重衰减{decay}，随机种子{seed}。',
  recipeContinued:
    '{pictures}：{epochs}轮，最高学习率{rate}，权重衰减{decay}，随机种子{seed}；从更早一次训练得到的权重接着训练。',
  preprocessing: '预处理',
  areaAverage: '取照片正中的方形，按面积平均缩小到{size}；再把每个通道（R、G、B）除以255，减去{mean}，除以{std}。',
  bilinear: '把短边缩放到{short}像素，裁出正中的{size}；再把每个通道（R、G、B）除以255，减去{mean}，除以{std}。',
  accuracy: '它有多常答对',
  accuracyNote: '在{set}的{pictures}张测试图片（训练时从未用过）上实测：排在第一的类别正确的占{top1}。',
  class: '类别',
  right: '答对',
};

export const networkWords: Translated<NetworkWords> = { en, zh };
