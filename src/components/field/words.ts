import type { Translated } from '../../state/locale.ts';

const en = {
  title: 'the field, measured',
  label: 'Every pixel is changed once, and one cell is watched',
  measure: 'Measure ({size})',
  runs: 'Then the network runs once for each of the {pixels} pixels: some seconds on a computer, up to minutes on a phone.',
  noScript: 'With JavaScript, the network runs here once for each pixel, and the change of the cell is drawn.',
  layer: 'Layer and its field',
  option: '{layer}: {field}',
  measuring: 'Pixels changed: {done} of {all}',
  cancel: 'Cancel',
  cancelled: 'Cancelled.',
  picture: 'What the network sees',
  heat: 'Change of the cell',
  boxLabel:
    'How much each pixel changes the cell in row {row}, column {column} of {layer}. The arrow keys choose another cell.',
  pictureLabel: 'What the network sees, with the theoretical field as a frame',
  place: 'Cell in row {row}, column {column} of {places}',
  theory: 'Theoretical field',
  theoryWhole: '{field} pixels, all in the picture',
  theoryPart: '{field} pixels, of which {inside} lie in the picture',
  reached: 'Pixels that change the cell',
  reachedText: '{within} in the frame, {beyond} outside it',
  half: 'The middle {side}',
  halfText: '{share} of the change, on {area} of the field’s pixels in the picture',
  nineTenths: 'Nine tenths of the change',
  nineTenthsText: 'lie in the middle {side}',
  nothing: 'No pixel changes this cell.',
  none: 'no change',
  most: 'largest: {most}',
  caption:
    'Each pixel in turn is moved a quarter of the way from black to white, and the network runs again. The shade is how much the cell changed, as a mean over its channels. Tap either square, or use the arrow keys, to watch another cell. The orange frame is the theoretical field; where that is larger than the picture, no frame is seen.',
};

export type FieldWords = typeof en;

const zh: FieldWords = {
  title: '测一测感受野',
  label: '每个像素改动一次，看某一格变了多少',
  measure: '开始测量（{size}）',
  runs: '然后为{pixels}个像素各运行一次网络：电脑上几秒，手机上可能要几分钟。',
  noScript: '启用JavaScript后，网络会在这里为每个像素运行一次，画出那一格的变化。',
  layer: '层和感受野',
  option: '{layer}：{field}',
  measuring: '已改动{all}个像素中的{done}个',
  cancel: '取消',
  cancelled: '已取消。',
  picture: '网络看到的',
  heat: '这一格的变化',
  boxLabel: '每个像素让{layer}第{row}行第{column}列的一格变化多少。用方向键换一格。',
  pictureLabel: '网络看到的图片，方框是理论感受野',
  place: '{places}格中第{row}行第{column}列的一格',
  theory: '理论感受野',
  theoryWhole: '{field}个像素，都在图片里',
  theoryPart: '{field}个像素，其中{inside}个在图片里',
  reached: '能改变这一格的像素',
  reachedText: '框内{within}个，框外{beyond}个',
  half: '正中{side}',
  halfText: '占变化的{share}，面积占感受野在图片里那部分的{area}',
  nineTenths: '变化的九成',
  nineTenthsText: '落在正中{side}里',
  nothing: '没有像素能改变这一格。',
  none: '没有变化',
  most: '最大{most}',
  caption:
    '逐个像素改动：从黑到白算1，移动四分之一，再运行一次网络。颜色深浅是这一格的变化，对各通道取平均。点任意一张图，或用方向键，换一格看。橙色方框是理论感受野；感受野比图片大时，就看不到方框。',
};

export const fieldWords: Translated<FieldWords> = { en, zh };
