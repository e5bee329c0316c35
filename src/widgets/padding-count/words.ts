import type { Translated } from '../../state/locale.ts';

const en = {
  title: 'How often each pixel is used',
  withoutName: 'Without padding',
  withName: 'Padding {padding}',
  mapSize: 'output {outputs} × {outputs}',
  noMap: 'no output',
  cell: '{name}, row {row}, column {column}: {uses}',
  where: 'Row {row}, column {column} of the input',
  withoutLine: 'Windows without padding: {down} down × {across} across =',
  withLine: 'Windows with padding {padding}: {down} down × {across} across =',
  noneLine: 'Without padding the kernel is larger than the input: no window fits.',
  size: 'Input size I',
  kernel: 'Kernel size K',
  padding: 'Padding P',
  stride: 'Stride S',
  tooLarge: 'The kernel needs {kernel} cells; the input with its padding has only {room}.',
  seldom: 'times used: 0',
  often: '{most}',
  caption:
    'Each number says how many windows use that pixel. Choose a pixel to see why: its count is the number of windows that cover its row times the number that cover its column.',
  describe:
    'Input {size} by {size}, kernel {kernel} by {kernel}, stride {stride}. Windows that use the pixel in row {row}, column {column}: {without} without padding, {padded} with padding {padding}.',
  describeNone:
    'Input {size} by {size}, kernel {kernel} by {kernel}, padding {padding}: the kernel is too large, and no window fits.',
};

export default {
  en,
  zh: {
    title: '每个像素被用了几次',
    withoutName: '没有填充',
    withName: '填充{padding}',
    mapSize: '输出{outputs}×{outputs}',
    noMap: '没有输出',
    cell: '{name}，第{row}行第{column}列：{uses}',
    where: '输入的第{row}行第{column}列',
    withoutLine: '没有填充：竖着{down}个窗口 × 横着{across}个 =',
    withLine: '填充{padding}：竖着{down}个窗口 × 横着{across}个 =',
    noneLine: '没有填充时，卷积核比输入还大，一个窗口也放不下。',
    size: '输入大小I',
    kernel: '卷积核大小K',
    padding: '填充P',
    stride: '步长S',
    tooLarge: '卷积核要{kernel}格，输入加上填充只有{room}格。',
    seldom: '没用到',
    often: '{most}次',
    caption: '每个数字表示有几个窗口用到这个像素。点一个像素看原因：盖住它那一行的窗口数，乘以盖住它那一列的窗口数。',
    describe:
      '输入{size}乘{size}，卷积核{kernel}乘{kernel}，步长{stride}。第{row}行第{column}列的像素，没有填充时被用{without}次，填充{padding}时被用{padded}次。',
    describeNone: '输入{size}乘{size}，卷积核{kernel}乘{kernel}，填充{padding}：卷积核太大，一个窗口也放不下。',
  },
} satisfies Translated<typeof en>;
