import fc from 'fast-check';
import type { Kept, KeptEvent, LessonVisit } from '@/state/summary.ts';

const kinds = ['convolve-map', 'padded-size', 'softmax-logs'];
const slips = ['flipped', 'bias-forgotten', 'padding-once'];

/** Few different values, so that events meet on the same problem, at the same time, and are even equal. */
export const anyEvent: fc.Arbitrary<KeptEvent> = fc.record({
  exercise: fc.constantFrom(...kinds),
  level: fc.integer({ min: 1, max: 3 }),
  seed: fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 0xffffffff })),
  time: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 2e12 })),
  act: fc.constantFrom('right', 'wrong', 'hint', 'shown'),
  hints: fc.integer({ min: 0, max: 4 }),
  misconceptions: fc.subarray(slips),
  name: fc.constantFrom('0a', '0b', 'ff'),
});

export const anyVisit: fc.Arbitrary<LessonVisit> = fc
  .record({
    lesson: fc.constantFrom('convolution', 'padding', 'softmax'),
    times: fc.tuple(fc.nat(2e12), fc.nat(2e12)),
  })
  .map(({ lesson, times }) => ({ lesson, begun: Math.min(...times), time: Math.max(...times) }));

/** Progress as a store holds it: no event twice, no lesson twice. */
export const anyProgress: fc.Arbitrary<Kept> = fc.record({
  events: fc.uniqueArray(anyEvent, { selector: (event) => JSON.stringify(Object.values(event)), maxLength: 30 }),
  visits: fc.uniqueArray(anyVisit, { selector: ({ lesson }) => lesson }),
});
