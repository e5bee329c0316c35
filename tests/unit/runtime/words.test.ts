import { describe, expect, it } from 'vitest';
import type { Failure, FailureCode } from '@/runtime/failure.ts';
import type { BackendReport } from '@/runtime/types.ts';
import { explain, sizeText, words } from '@/runtime/words.ts';
import { localeKeys } from '@/state/locale.ts';

const address = 'https://site.test/networks/a.onnx';
const failures: { [Code in FailureCode]: Failure<Code> } = {
  'picture-empty': { code: 'picture-empty' },
  'picture-unknown': { code: 'picture-unknown' },
  'picture-kind': { code: 'picture-kind', kind: 'TIFF' },
  'picture-heic': { code: 'picture-heic' },
  'picture-large': { code: 'picture-large', width: 20000, height: 3000 },
  'picture-suspicious': { code: 'picture-suspicious', width: 6000, height: 5000, bytes: 1234 },
  'picture-scans': { code: 'picture-scans', scans: 2002 },
  'picture-bytes': { code: 'picture-bytes', bytes: 3e8, limit: 2e8 },
  'picture-unreadable': { code: 'picture-unreadable' },
  'picture-damaged': { code: 'picture-damaged', kind: 'JPEG' },
  'picture-unsupported': { code: 'picture-unsupported' },
  'sample-unreachable': { code: 'sample-unreachable' },
  'camera-denied': { code: 'camera-denied' },
  'camera-none': { code: 'camera-none' },
  'camera-busy': { code: 'camera-busy' },
  'camera-unsupported': { code: 'camera-unsupported' },
  'network-unreachable': { code: 'network-unreachable', address },
  'network-missing': { code: 'network-missing', address, status: 404 },
  'network-cut': { code: 'network-cut', loaded: 1e6, total: 4.2e6 },
  'network-stalled': { code: 'network-stalled', loaded: 5e4, total: 4.2e6 },
  'network-hash': { code: 'network-hash', address },
  'runtime-missing': { code: 'runtime-missing', address },
  'start-failed': { code: 'start-failed', reason: 'Aborted()' },
  'run-failed': { code: 'run-failed', reason: 'Aborted()' },
  silent: { code: 'silent', seconds: 20 },
  'out-of-memory': { code: 'out-of-memory' },
  'runtime-unsupported': { code: 'runtime-unsupported' },
};

/** Every text in a table of texts. */
const texts = (value: object): string[] =>
  Object.values(value).flatMap((inner) =>
    typeof inner === 'string' ? [inner] : inner instanceof Function ? [] : texts(inner),
  );

describe.each(localeKeys)('in %s', (locale) => {
  const sentences = Object.values(failures).map((failure: Failure) => explain(failure, locale));
  const all = [...sentences, explain({ code: 'picture-kind', kind: 'SVG' }, locale), ...texts(words[locale])];

  it('says something different for every failure', () => expect(new Set(sentences).size).toBe(sentences.length));

  it('ends every sentence on a failure with a full stop', () =>
    expect(sentences.filter((sentence) => !/[.。]$/.test(sentence))).toEqual([]));

  it('has no straight quotes, no dots for an ellipsis and no exclamation marks', () =>
    expect(all.filter((sentence) => /["']|\.\.\.|[!！]/.test(sentence))).toEqual([]));

  it('names the numbers that matter', () => {
    expect(explain(failures['picture-large'], locale)).toContain('20,000\u00a0×\u00a03,000');
    expect(explain(failures['network-cut'], locale)).toContain('4.2\u00a0MB');
    expect(explain(failures['network-missing'], locale)).toContain('404');
  });
});

it('writes Chinese without blanks and half-width punctuation beside its characters', () => {
  const all = [...Object.values(failures).map((failure: Failure) => explain(failure, 'zh')), ...texts(words.zh)];
  expect(all.filter((sentence) => /\p{Script=Han}[ ,.;:?()]|[ ,.;:?()]\p{Script=Han}/u.test(sentence))).toEqual([]);
});

it('labels backends', () => {
  const report: BackendReport = { backend: 'wasm', reason: 'chosen', threads: 1, threadReason: 'few-cores' };
  expect(words.en.label(report)).toBe('WASM, 1\u00a0thread');
  expect(words.en.label({ ...report, threads: 4 })).toBe('WASM, 4\u00a0threads');
  expect(words.zh.label({ ...report, threads: 4 })).toBe('WASM，4个线程');
  expect(words.zh.label({ ...report, backend: 'webgpu' })).toBe('WebGPU');
});

it.each([
  [14_239_897, '14.2\u00a0MB'],
  [99_999, '100.0\u00a0kB'],
  [100_000, '0.1\u00a0MB'],
  [0, '0.0\u00a0kB'],
])('writes %i bytes', (bytes, text) => expect(sizeText(bytes)).toBe(text));
