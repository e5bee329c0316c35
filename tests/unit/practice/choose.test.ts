import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceOf, choose, type Kind, type Situation } from '@/practice/choose.ts';
import { standings } from '@/practice/standing.ts';
import { type KeptEvent, recordsOf } from '@/state/summary.ts';
import { anyProgress } from '../state/arbitrary-progress.ts';
import { day, event, minute, start } from './problems.ts';

const kinds: readonly Kind[] = [
  { id: 'one-hot', lesson: 'classification' },
  { id: 'convolve-map', lesson: 'convolution' },
  { id: 'padded-size', lesson: 'padding' },
  { id: 'softmax-logs', lesson: 'softmax' },
];

const situation = (events: readonly KeptEvent[], values: Partial<Situation> = {}): Situation => {
  const now = values.now ?? start;
  return { kinds, opened: new Set(), resting: new Set(), standings: standings(recordsOf(events), now), now, ...values };
};

describe('the next exercise', () => {
  it('is for a new reader the first of the course, at the first level', () => {
    expect(choose(situation([]))).toEqual({ exercise: 'one-hot', level: 1, reason: { why: 'new', opened: false } });
  });

  it('is among new ones first of a lesson that was opened', () => {
    const choice = choose(situation([], { opened: new Set(['padding']) }));
    expect(choice).toMatchObject({ exercise: 'padded-size', reason: { why: 'new', opened: true } });
  });

  it('is due before it is new, and the one that waited longest comes first', () => {
    const events = [
      event('softmax-logs', 'shown', { time: start }),
      event('padded-size', 'shown', { time: start + minute }),
    ];
    const choice = choose(situation(events, { now: start + day }));
    expect(choice).toMatchObject({ exercise: 'softmax-logs', reason: { why: 'due', last: { result: 'shown' } } });
  });

  it('is a new one while nothing is due', () => {
    const events = [event('one-hot', 'right', { time: start })];
    expect(choose(situation(events, { now: start + minute }))?.exercise).toBe('convolve-map');
  });

  it('is what comes back soonest where nothing is due and nothing new', () => {
    const events = kinds.map(({ id }, index) =>
      event(id, 'right', { time: start + index, level: 3, hints: id === 'padded-size' ? 1 : 0 }),
    );
    const choice = choose(situation(events, { now: start + 10 }));
    expect(choice).toMatchObject({ exercise: 'padded-size', level: 1, reason: { why: 'early' } });
  });

  it('brings back soon what was shown: after the one that follows it', () => {
    const shown = event('one-hot', 'shown', { time: start });
    const next = choose(situation([shown], { resting: new Set(['one-hot']) }));
    expect(next?.exercise).toBe('convolve-map');
    const done = event('convolve-map', 'right', { time: start + 2 * minute });
    const then = choose(situation([shown, done], { now: start + 2 * minute, resting: new Set(['convolve-map']) }));
    expect(then).toMatchObject({ exercise: 'one-hot', level: 1, reason: { why: 'due' } });
  });

  it('is none where no kind is left', () => {
    expect(choose(situation([], { kinds: [] }))).toBeUndefined();
  });

  it('is always one of those to choose from, not a resting one if it can be helped, and none that is due is passed over for one that is not', () => {
    const chosen = fc.subarray([...kinds]);
    fc.assert(
      fc.property(anyProgress, chosen, chosen, fc.nat(2e12), ({ events }, narrowed, rested, now) => {
        const resting = new Set(rested.map(({ id }) => id));
        const here = situation(events, { kinds: narrowed, resting, now });
        const choice = choose(here);
        const awake = narrowed.filter(({ id }) => !resting.has(id));
        const from = awake.length > 0 ? awake : narrowed;
        expect(from.map(({ id }) => id).includes(choice?.exercise ?? '')).toBe(narrowed.length > 0);
        const isDue = ({ id }: Kind) => (here.standings.get(id)?.due ?? Number.POSITIVE_INFINITY) <= now;
        expect(choice?.reason.why === 'due').toBe(from.some(isDue));
        const kind = narrowed.find(({ id }) => id === choice?.exercise);
        expect(kind && choiceOf(kind, here)).toEqual(choice);
      }),
    );
  });

  it('reaches every kind: a reader who answers all at once has met them all, at all levels, in a day', () => {
    const events: KeptEvent[] = [];
    let now = start;
    let before = '';
    for (let seed = 1; seed <= 40; seed += 1) {
      const next = choose(situation(events, { now, resting: new Set([before]) }));
      if (next === undefined) break;
      events.push(event(next.exercise, 'right', { level: next.level, seed, time: now }));
      before = next.exercise;
      now += 3 * minute;
    }
    expect(new Set(events.map(({ exercise, level }) => `${exercise} ${level}`)).size).toBe(kinds.length * 3);
  });
});
