import type { Translated } from '../../state/locale.ts';

const en = {
  title: 'Every window of a row',
  row: 'Input',
  paddedRow: 'Input with padding',
  rowSize: '{columns} {columns:column|columns}',
  output: 'Output',
  outputSize: '{windows} {windows:column|columns}',
  all: 'All windows',
  allSize: '{windows} in {columns} columns',
  start: 'The beginning',
  end: 'The end',
  stripSize: 'columns {first} to {last}',
  stripWindows: 'windows {from} to {to}',
  stripWindow: 'window {from}',
  where: 'Window {window} of {windows} covers columns {first} to {last}.',
  whereOne: 'Window {window} of {windows} covers column {first}.',
  dropped: 'Dropped: columns {first} to {last}.',
  droppedOne: 'Dropped: column {first}.',
  droppedNone: 'Nothing is dropped: the last window ends with the row.',
  skipped: 'Skipped on the way: {count}.',
  paddingEach: 'Padding: {padding} on each side.',
  cutOff:
    '{room} {room:column|columns} to move, {stride} at a time: {whole} whole {whole:step|steps}. What is cut off, {rest}/{stride} of a step, is no window.',
  exact:
    '{room} {room:column|columns} to move, {stride} at a time: {whole} {whole:step|steps}, and nothing is cut off.',
  fills: 'The kernel spans the whole row: it cannot move.',
  tooLarge: 'The kernel spans {span} columns, but the row has only {columns}: no window fits.',
  input: 'Input size I',
  kernel: 'Kernel size K',
  padding: 'Padding P',
  stride: 'Stride S',
  more: 'Dilation',
  dilation: 'Dilation D',
  caption:
    'The bars are the windows, each with its number. Columns are counted from 1, the padding included. Play, or the arrow keys on a button of the bar, move the framed window.',
  describe:
    'Input {input}, padding {padding}, kernel {kernel}, dilation {dilation}, stride {stride}: {windows} {windows:window|windows} in a row of {columns} {columns:column|columns}.',
  describeNone:
    'Input {input}, padding {padding}, kernel {kernel}, dilation {dilation}: the kernel spans {span} columns, the row has {columns}, and no window fits.',
};

export type Words = typeof en;

export default {
  en,
  zh: {
    title: '一行里的所有窗口',
    row: '输入',
    paddedRow: '填充后的输入',
    rowSize: '{columns}列',
    output: '输出',
    outputSize: '{windows}列',
    all: '所有窗口',
    allSize: '{columns}列里的{windows}个',
    start: '开头',
    end: '末尾',
    stripSize: '第{first}到第{last}列',
    stripWindows: '第{from}到第{to}个窗口',
    stripWindow: '第{from}个窗口',
    where: '第{window}个窗口，共{windows}个，盖住第{first}到第{last}列。',
    whereOne: '第{window}个窗口，共{windows}个，盖住第{first}列。',
    dropped: '丢掉的：第{first}到第{last}列。',
    droppedOne: '丢掉的：第{first}列。',
    droppedNone: '没有丢掉的：最后一个窗口正好到行末。',
    skipped: '中途跳过的：{count}列。',
    paddingEach: '填充：每边{padding}列。',
    cutOff: '能移动{room}列，一步{stride}列：走得了{whole}个整步。舍去的{rest}/{stride}步，放不下窗口。',
    exact: '能移动{room}列，一步{stride}列：正好{whole}步，没有舍去的。',
    fills: '卷积核正好占满这一行，不能移动。',
    tooLarge: '卷积核要占{span}列，而这一行只有{columns}列，一个窗口也放不下。',
    input: '输入大小I',
    kernel: '卷积核大小K',
    padding: '填充P',
    stride: '步长S',
    more: '膨胀率',
    dilation: '膨胀率D',
    caption:
      '每一条是一个窗口，上面是它的编号。列从1数起，填充也算在内。点播放，或把焦点放在按钮上按左右键，可以移动框出的窗口。',
    describe:
      '输入{input}，填充{padding}，卷积核{kernel}，膨胀率{dilation}，步长{stride}：{columns}列的一行里有{windows}个窗口。',
    describeNone:
      '输入{input}，填充{padding}，卷积核{kernel}，膨胀率{dilation}：卷积核要占{span}列，这一行有{columns}列，一个窗口也放不下。',
  },
} satisfies Translated<typeof en>;
