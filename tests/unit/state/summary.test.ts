import { describe, expect, it } from 'vitest';
import { lessonState, type ProblemEvent, type ProblemRecord, summariseKinds, withEvent } from '@/state/summary.ts';

const id = { exercise: 'convolve-map', level: 1, seed: 7 };
const event = (act: ProblemEvent['act'], values: Partial<ProblemEvent> = {}): ProblemEvent => ({
  act,
  time: 1000,
  hints: 0,
  misconceptions: [],
  ...values,
});
const after = (...events: readonly ProblemEvent[]): ProblemRecord =>
  events.reduce<ProblemRecord | undefined>((record, next) => withEvent(record, id, next), undefined) ??
  withEvent(undefined, id, event('hint'));

describe('a problem’s record', () => {
  it('counts attempts up to the right one, keeps each slip once, and the first and last time', () => {
    const record = after(
      event('wrong', { time: 10, misconceptions: ['flipped'] }),
      event('hint', { time: 20, hints: 1 }),
      event('wrong', { time: 30, hints: 1, misconceptions: ['flipped', 'bias-forgotten'] }),
      event('right', { time: 40, hints: 1 }),
      event('wrong', { time: 50, hints: 2 }),
    );
    expect(record).toEqual({
      ...id,
      begun: 10,
      time: 50,
      outcome: 'right',
      attempts: 3,
      hints: 1,
      misconceptions: ['flipped', 'bias-forgotten'],
    });
  });

  it('stays right when the answers are shown later, and shown when they are typed in later', () => {
    expect(after(event('right'), event('shown')).outcome).toBe('right');
    expect(after(event('shown'), event('right')).outcome).toBe('shown');
  });

  it('is open while nothing was decided', () => {
    expect(after(event('wrong'), event('hint')).outcome).toBe('open');
  });
});

describe('summaries', () => {
  const record = (values: Partial<ProblemRecord>): ProblemRecord => ({ ...after(event('right')), ...values });
  const problems = [
    record({ seed: 1, time: 5 }),
    record({ seed: 2, attempts: 2, time: 9 }),
    record({ seed: 3, hints: 1, time: 7 }),
    record({ seed: 4, outcome: 'shown' }),
    record({ exercise: 'padded-map', outcome: 'open' }),
  ];

  it('count what was seen, right, and right at once, by kind', () => {
    const kinds = summariseKinds(problems);
    expect(kinds.get('convolve-map')).toEqual({ seen: 4, right: 3, atOnce: 1, last: 1000 });
    expect(kinds.get('padded-map')).toEqual({ seen: 1, right: 0, atOnce: 0, last: 1000 });
    expect(kinds.has('padded-size')).toBe(false);
  });

  it('call a lesson done once each of its kinds was right, begun once it was met', () => {
    const kinds = summariseKinds(problems);
    const visits = [{ lesson: 'softmax', begun: 1, time: 2 }];
    expect(lessonState('convolution', ['convolve-map'], visits, kinds)).toBe('done');
    expect(lessonState('padding', ['padded-map', 'convolve-map'], visits, kinds)).toBe('begun');
    expect(lessonState('softmax', ['softmax-logs'], visits, kinds)).toBe('begun');
    expect(lessonState('pooling', ['pool-map'], visits, kinds)).toBe('new');
    expect(lessonState('reading', [], visits, kinds)).toBe('new');
  });
});
