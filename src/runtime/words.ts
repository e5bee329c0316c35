import type { Locale, Translated } from '../state/locale.ts';
import type { Failure, FailureCode } from './failure.ts';
import type { BackendReason, BackendReport, Progress, Storage, ThreadReason } from './types.ts';

/** A whole number with its thousands marked. */
const whole = (value: number) => value.toLocaleString('en-US');
/** Bytes as 4.2 MB (10⁶ bytes), or kB below a tenth of it. */
export const sizeText = (bytes: number): string =>
  bytes < 1e5 ? `${(bytes / 1e3).toFixed(1)}\u00a0kB` : `${(bytes / 1e6).toFixed(1)}\u00a0MB`;
const pixels = (width: number, height: number) => `${whole(width)}\u00a0×\u00a0${whole(height)}`;

type Sentences = { readonly [Code in FailureCode]: (failure: Failure<Code>) => string };

const english: Sentences = {
  'picture-empty': () => 'This file is empty: it has no bytes. Choose another picture.',
  'picture-unknown': () => 'This file is not a picture. Choose a JPEG, PNG, WebP, GIF, AVIF or BMP file.',
  'picture-kind': ({ kind }) =>
    kind === 'SVG'
      ? 'This is an SVG drawing: it is made of shapes and has no pixels of its own. Export it as PNG and choose that.'
      : `${kind} files cannot be read here. Save this one as PNG or JPEG and choose that.`,
  'picture-heic': () =>
    'This is a HEIC photo, and this browser cannot decode it. Convert it to JPEG: on a Mac open it in Preview and choose File, Export; on Windows open it in Photos and choose Save as; on an iPhone choose Settings, Camera, Formats, Most Compatible for the next photos.',
  'picture-large': ({ width, height }) =>
    `This picture has ${pixels(width, height)} pixels. At most 16,384 a side and 64 million in all are read. Make it smaller and choose it again.`,
  'picture-suspicious': ({ width, height, bytes }) =>
    `This file claims ${pixels(width, height)} pixels but has only ${whole(bytes)} bytes, far fewer than any photo of that size. It was not opened. Make the picture smaller and choose it again.`,
  'picture-scans': ({ scans }) =>
    `This JPEG file is drawn in ${whole(scans)} scans, where photos have about 10; decoding it would take very long, so it was not opened. Save it again as PNG or JPEG and choose that.`,
  'picture-bytes': ({ bytes, limit }) =>
    `This file has ${sizeText(bytes)}; at most ${sizeText(limit)} are read. Make the picture smaller and choose it again.`,
  'picture-unreadable': () =>
    'This file could not be read: it is a folder, or it was changed, moved or deleted after it was chosen. Choose it again, or another picture.',
  'picture-damaged': ({ kind }) =>
    `This ${kind} file is cut off or damaged, and the browser cannot decode it. Copy or download it again, or choose another picture.`,
  'picture-unsupported': () =>
    'This browser does not let the page read the pixels of a picture. Try a newer browser, or allow the page to use a canvas.',
  'sample-unreachable': () => 'The sample photo could not be fetched. Check the connection and try again.',
  'camera-denied': () =>
    'The browser did not allow the camera. Allow it for this page in the browser’s settings, or choose a photo.',
  'camera-none': () => 'No camera was found. Connect one and try again, or choose a photo.',
  'camera-busy': () =>
    'The camera did not start; another program may be using it. Close that and try again, or choose a photo.',
  'camera-unsupported': () =>
    'This browser offers no camera to this page (it needs https). Choose a photo instead; where a file can be chosen, a phone can take one for it.',
  'network-unreachable': ({ address }) =>
    `The network’s file could not be reached at ${address}. Check the connection and try again.`,
  'network-missing': ({ address, status }) =>
    `The network’s file is not at ${address}: the server answered ${status}. Try again later.`,
  'network-cut': ({ loaded, total }) =>
    `The connection broke after ${sizeText(loaded)} of ${sizeText(total)}. Try again: the download goes on where it stopped.`,
  'network-stalled': ({ loaded, total }) =>
    `Nothing more came after ${sizeText(loaded)} of ${sizeText(total)}. Try again: the download goes on where it stopped.`,
  'network-hash': () =>
    'The network’s file that came is not the one that was published (its SHA-256 differs). Nothing of it was used or kept. Try again.',
  'runtime-missing': () =>
    'A part of the program that runs networks could not be loaded. Check the connection and try again.',
  'start-failed': ({ reason }) =>
    `The network could not be started in this browser (${reason}). Try again, or choose another network.`,
  'run-failed': ({ reason }) =>
    `The network stopped while it was computing (${reason}). Try again, or choose another network.`,
  silent: ({ seconds }) =>
    `The network did not answer for ${seconds} seconds and was stopped. Try again: it will be started anew.`,
  'out-of-memory': () =>
    'This device has not enough free memory for the network. Close other pages, or choose a smaller network.',
  'runtime-unsupported': () =>
    'This browser cannot run networks: it lacks WebAssembly or module workers. Try a newer browser.',
};

const chinese: Sentences = {
  'picture-empty': () => '这个文件是空的，一个字节也没有。请换一张图片。',
  'picture-unknown': () => '这个文件不是图片。请选择JPEG、PNG、WebP、GIF、AVIF或BMP文件。',
  'picture-kind': ({ kind }) =>
    kind === 'SVG'
      ? '这是一幅SVG矢量图，由图形构成，本身没有像素。请导出为PNG后再选择。'
      : `这是${kind}文件，这里无法读取。请另存为PNG或JPEG后再选择。`,
  'picture-heic': () =>
    '这是一张HEIC照片，当前浏览器无法解码。请先转换为JPEG：在Mac上用“预览”打开，选择“文件”“导出”；在Windows上用“照片”打开，选择“另存为”；在iPhone上可在“设置”“相机”“格式”中选择“兼容性最佳”，以后拍的照片就是JPEG。',
  'picture-large': ({ width, height }) =>
    `这张图片有${pixels(width, height)}个像素。这里最多读取每边16,384个、总共6,400万个像素。请缩小后再选择。`,
  'picture-suspicious': ({ width, height, bytes }) =>
    `这个文件声称有${pixels(width, height)}个像素，却只有${whole(bytes)}个字节，远少于同样大小的照片，所以没有打开。请缩小图片后再选择。`,
  'picture-scans': ({ scans }) =>
    `这个JPEG文件要扫描${whole(scans)}遍，而一般照片只有10遍左右；解码它会花很长时间，所以没有打开。请重新存为PNG或JPEG后再选择。`,
  'picture-bytes': ({ bytes, limit }) =>
    `这个文件有${sizeText(bytes)}，这里最多读取${sizeText(limit)}。请缩小图片后再选择。`,
  'picture-unreadable': () =>
    '这个文件没能读取：它是文件夹，或者在选择之后被改动、移动或删除了。请重新选择，或换一张图片。',
  'picture-damaged': ({ kind }) => `这个${kind}文件不完整或已损坏，浏览器无法解码。请重新复制或下载，或换一张图片。`,
  'picture-unsupported': () => '当前浏览器不允许网页读取图片的像素。请换用较新的浏览器，或允许本页使用画布（canvas）。',
  'sample-unreachable': () => '示例照片没能取到。请检查网络连接后重试。',
  'camera-denied': () => '浏览器没有允许使用摄像头。请在浏览器的设置里允许本页使用，或改用照片。',
  'camera-none': () => '没有找到摄像头。请接上后再试，或改用照片。',
  'camera-busy': () => '摄像头没能启动，可能正被别的程序占用。请关闭那个程序再试，或改用照片。',
  'camera-unsupported': () =>
    '这个浏览器不向本页提供摄像头（需要https）。请改用照片；能选择文件的地方，手机也可以当场拍一张。',
  'network-unreachable': ({ address }) => `无法从${address}取得网络文件。请检查网络连接后重试。`,
  'network-missing': ({ address, status }) => `${address}没有网络文件：服务器的回答是${status}。请稍后重试。`,
  'network-cut': ({ loaded, total }) =>
    `下载到${sizeText(loaded)}（共${sizeText(total)}）时连接中断。请重试，会从中断处继续。`,
  'network-stalled': ({ loaded, total }) =>
    `下载到${sizeText(loaded)}（共${sizeText(total)}）后没有再收到数据。请重试，会从中断处继续。`,
  'network-hash': () => '收到的网络文件与发布的不一致（SHA-256不同）。它没有被使用，也没有保存。请重试。',
  'runtime-missing': () => '运行网络所需的程序有一部分没能载入。请检查网络连接后重试。',
  'start-failed': ({ reason }) => `网络无法在当前浏览器中启动（${reason}）。请重试，或选择别的网络。`,
  'run-failed': ({ reason }) => `网络在计算途中停止了（${reason}）。请重试，或选择别的网络。`,
  silent: ({ seconds }) => `网络连续${seconds}秒没有回应，已被停止。请重试，届时会重新启动。`,
  'out-of-memory': () => '设备的可用内存不够运行这个网络。请关闭其他页面，或选择较小的网络。',
  'runtime-unsupported': () => '当前浏览器不支持WebAssembly或模块Worker，无法运行网络。请换用较新的浏览器。',
};

const sentences: Translated<Sentences> = { en: english, zh: chinese };

/** What went wrong and what to do, in one or two sentences. */
export function explain<Code extends FailureCode>(failure: Failure<Code>, locale: Locale): string {
  const table: Sentences = sentences[locale];
  const say: (failure: Failure<Code>) => string = table[failure.code];
  return say(failure);
}

interface Words {
  readonly reasons: Readonly<Record<BackendReason, string>>;
  readonly threads: Readonly<Record<ThreadReason, string>>;
  readonly storage: Readonly<Record<Storage, string>>;
  readonly stages: Readonly<Record<Progress['stage'], string>>;
  readonly label: (report: BackendReport) => string;
}

/** Words on what runs where, and why. */
export const words: Translated<Words> = {
  en: {
    reasons: {
      'adapter-found': 'The graphics processor does the arithmetic.',
      'adapter-software':
        'WebGPU has no graphics processor here, so the processor does its arithmetic. The answers are the same.',
      chosen: 'The processor does the arithmetic, as you chose.',
      'no-webgpu': 'This browser offers no WebGPU, so the processor does the arithmetic. The answers are the same.',
      'no-adapter':
        'This browser gives no access to a graphics processor, so the processor does the arithmetic. The answers are the same.',
      'file-missing':
        'The file for WebGPU is not on this server, so the processor does the arithmetic. The answers are the same.',
      'start-failed': 'WebGPU did not start, so the processor does the arithmetic. The answers are the same.',
      'run-failed': 'WebGPU failed while computing, so the processor does the arithmetic. The answers are the same.',
      'device-lost': 'The graphics processor was lost, so the processor does the arithmetic. The answers are the same.',
      silent: 'WebGPU did not answer, so the processor does the arithmetic. The answers are the same.',
    },
    threads: {
      isolated: 'Several threads share the work.',
      'not-isolated': 'One thread, because the server does not isolate this page.',
      'few-cores': 'One thread, because this device has few cores.',
    },
    storage: {
      kept: 'The network’s file is kept on this device.',
      memory:
        'This browser has no room to keep the network’s file: it runs from memory and is downloaded again next time.',
    },
    stages: {
      runtime: 'Loading the program that runs networks',
      network: 'Loading the network',
      starting: 'Starting the network',
      running: 'Computing',
    },
    label: ({ backend, threads }) =>
      backend === 'webgpu' ? 'WebGPU' : `WASM, ${threads}\u00a0${threads === 1 ? 'thread' : 'threads'}`,
  },
  zh: {
    reasons: {
      'adapter-found': '由GPU计算。',
      'adapter-software': 'WebGPU在这里没有GPU可用，改由CPU代为计算，结果相同。',
      chosen: '按你的选择，由CPU计算。',
      'no-webgpu': '当前浏览器没有WebGPU，改由CPU计算，结果相同。',
      'no-adapter': '当前浏览器没有可用的GPU，改由CPU计算，结果相同。',
      'file-missing': '服务器上没有WebGPU所需的文件，改由CPU计算，结果相同。',
      'start-failed': 'WebGPU未能启动，改由CPU计算，结果相同。',
      'run-failed': 'WebGPU在计算途中出错，改由CPU计算，结果相同。',
      'device-lost': '与GPU的连接断开了，改由CPU计算，结果相同。',
      silent: 'WebGPU没有回应，改由CPU计算，结果相同。',
    },
    threads: {
      isolated: '由多个线程分担。',
      'not-isolated': '只用一个线程，因为服务器没有隔离本页。',
      'few-cores': '只用一个线程，因为这台设备的核心很少。',
    },
    storage: {
      kept: '网络文件已保存在这台设备上。',
      memory: '浏览器没有空间保存网络文件：这次从内存运行，下次要重新下载。',
    },
    stages: { runtime: '正在载入运行程序', network: '正在载入网络', starting: '正在启动网络', running: '正在计算' },
    label: ({ backend, threads }) => (backend === 'webgpu' ? 'WebGPU' : `WASM，${threads}个线程`),
  },
};
