import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printProgress, readProgressFile } from '@/state/progress-file.ts';
import { anyProgress } from './arbitrary-progress.ts';

const refused = (why: string) => ({ accepted: false, why });
const file = (values: object) =>
  JSON.stringify({ format: 'convolution-by-hand progress', version: 1, events: [], visits: [], ...values });
const event = {
  exercise: 'convolve-map',
  level: 2,
  seed: 7,
  time: 1000,
  act: 'wrong',
  hints: 0,
  misconceptions: ['flipped'],
  name: '0a',
};

describe('a file of progress', () => {
  it('gives back all that was written, and nothing else', () => {
    fc.assert(
      fc.property(anyProgress, fc.nat(2e12), (kept, time) => {
        expect(readProgressFile(printProgress(kept, time))).toEqual({ accepted: true, kept });
      }),
    );
  });

  it('is taken with a byte order mark and fields that this version does not know', () => {
    const more = file({ events: [{ ...event, mood: 'calm' }], owner: 'A. Learner' });
    expect(readProgressFile(`\ufeff${more}`)).toEqual({ accepted: true, kept: { events: [event], visits: [] } });
  });

  it('of another kind is foreign', () => {
    for (const text of [
      '',
      'hello',
      '[]',
      'null',
      '7',
      '{}',
      '{"format":"something else","version":1}',
      '\u0000\uffff',
    ]) {
      expect(readProgressFile(text)).toEqual(refused('foreign'));
    }
  });

  it('of a later version is newer, whatever is in it', () => {
    expect(readProgressFile(file({ version: 2, events: 'compressed' }))).toEqual(refused('newer'));
  });

  it('is broken where any of it cannot be understood', () => {
    const wrong: object[] = [
      { exercise: '<img>' },
      { exercise: undefined },
      { level: 4 },
      { level: 0 },
      { level: '1' },
      { seed: -1 },
      { seed: 2 ** 32 },
      { seed: 0.5 },
      { time: -5 },
      { time: 1e16 },
      { time: '2026-01-01' },
      { act: 'cheated' },
      { hints: null },
      { misconceptions: 'flipped' },
      { misconceptions: [7] },
      { name: '' },
      { name: 'x'.repeat(81) },
    ];
    for (const values of wrong) {
      expect(readProgressFile(file({ events: [event, { ...event, ...values }] }))).toEqual(refused('broken'));
    }
    const visit = { lesson: 'padding', begun: 5, time: 4 };
    expect(readProgressFile(file({ visits: [visit] }))).toEqual(refused('broken'));
    expect(readProgressFile(file({ events: undefined }))).toEqual(refused('broken'));
    expect(readProgressFile(file({ events: [null] }))).toEqual(refused('broken'));
    expect(readProgressFile(file({ version: 0 }))).toEqual(refused('broken'));
    expect(readProgressFile(file({ version: '1' }))).toEqual(refused('broken'));
  });

  it('that was cut off is broken, wherever it was cut', () => {
    const text = printProgress({ events: [{ ...event, act: 'wrong' }], visits: [] }, 0).trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 60, max: text.length - 1 }), (length) => {
        expect(readProgressFile(text.slice(0, length))).toEqual(refused('broken'));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map((value) => file({ events: value })),
        ),
        (text) => {
          expect(readProgressFile(text)).toHaveProperty('accepted');
        },
      ),
    );
  });
});
