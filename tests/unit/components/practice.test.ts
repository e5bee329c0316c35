import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printMixedAddress, readMixedAddress } from '@/components/practice/address.ts';
import { pitfallsIn } from '@/components/practice/pitfalls.ts';
import { relativeTime } from '@/components/practice/relative-time.ts';
import { topics } from '@/components/practice/topics.ts';
import { practiceWords } from '@/components/practice/words.ts';
import { exercises } from '@/exercises/index.ts';
import type { Reason } from '@/practice/choose.ts';
import type { Review } from '@/practice/reviews.ts';
import { localeKeys } from '@/state/locale.ts';

const folder = 'content/lessons/en';
const lessons = readdirSync(folder).map((file) => ({
  slug: file.replace('.mdx', ''),
  body: readFileSync(`${folder}/${file}`, 'utf8'),
}));

describe('the topics', () => {
  it('have every lesson at its place and in its part', () => {
    for (const { slug, body } of lessons) {
      const [, part, order] = /^part: (\d+)\norder: (\d+)$/m.exec(body) ?? [];
      const place = topics.findIndex((topic) => topic.slug === slug);
      expect([slug, place + 1, topics[place]?.part]).toEqual([slug, Number(order), Number(part)]);
    }
  });

  it('have the lesson of every kind of exercise', () => {
    const slugs = topics.map(({ slug }) => slug);
    for (const { id, lesson } of exercises) expect([id, slugs.includes(lesson)]).toEqual([id, true]);
  });
});

describe('the pitfalls in a lesson', () => {
  it('are found by kind and misconception, and each is one that the exercise diagnoses', () => {
    const body = lessons.find(({ slug }) => slug === 'convolution')?.body ?? '';
    expect(pitfallsIn(body, 'convolve-map')['flipped']).toBe('#pitfall-convolve-map-flipped');
    expect(pitfallsIn(body, 'padded-size')).toEqual({});
    for (const { slug, body: text } of lessons) {
      for (const { id, misconceptions } of exercises) {
        for (const name of Object.keys(pitfallsIn(text, id)))
          expect([slug, id, name, Object.keys(misconceptions).includes(name)]).toEqual([slug, id, name, true]);
      }
    }
  });
});

describe('the address of mixed practice', () => {
  const kinds = exercises.map(({ id }) => id);
  const level = fc.constantFrom(1 as const, 2 as const, 3 as const);

  it('gives back every problem', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), level, fc.nat(0xffffffff), (exercise, step, seed) => {
        const address = printMixedAddress({ exercise, level: step, seed });
        expect(readMixedAddress(address, kinds, 'en')).toEqual({ exercise, seed, level: step, notes: [] });
      }),
    );
  });

  it('never throws, and says for each value that is no good that it fell back', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('7', '2', 'convolve-map', '-1', '٣', '\u202e7', 'x'.repeat(10_000)),
    );
    fc.assert(
      fc.property(value, value, value, fc.constantFrom(...localeKeys), (exercise, seed, step, locale) => {
        const query = new URLSearchParams({ exercise, seed, level: step }).toString();
        const read = readMixedAddress(`?${query}`, kinds, locale);
        const bad = [
          !kinds.includes(exercise),
          read.seed === undefined,
          step === '' || ![1, 2, 3].includes(Number(step)),
        ];
        expect(read.notes.length).toBe(bad.filter(Boolean).length);
        for (const note of read.notes) expect(note.length).toBeLessThan(200);
      }),
    );
  });
});

describe('words', () => {
  it('of times are exact, and never of no time', () => {
    const hour = 3_600_000;
    expect([0, 59, 90, -30].map((minutes) => relativeTime(minutes * 60_000, 'en'))).toEqual([
      'in 1 minute',
      'in 59 minutes',
      'in 2 hours',
      '30 minutes ago',
    ]);
    expect([23, 24, 47, -72].map((hours) => relativeTime(hours * hour, 'zh'))).toEqual([
      '23小时后',
      '1天后',
      '2天后',
      '3天前',
    ]);
  });

  it('give each reason a sentence of its own', () => {
    const review = (result: Review['result']): Review => ({ exercise: 'top-k', level: 2, seed: 1, time: 0, result });
    const results = ['at-once', 'later', 'wrong', 'shown'] as const;
    const reasons: readonly (Reason | undefined)[] = [
      undefined,
      { why: 'new', opened: true },
      { why: 'new', opened: false },
      ...results.map((result) => ({ why: 'due', last: review(result), due: 1 }) as const),
      { why: 'early', last: review('at-once'), due: 9e8 },
    ];
    for (const locale of localeKeys) {
      const words = practiceWords[locale];
      const sentences = reasons.map((reason) => words.reason(reason, 2, 1000));
      expect(new Set(sentences).size).toBe(reasons.length);
      const [up, down] = ([3, 1] as const).map((level) => words.reason(reasons[3], level, 1000));
      expect(up?.startsWith(sentences[3] ?? '')).toBe(true);
      expect(down?.startsWith(sentences[3] ?? '')).toBe(true);
      expect(up).not.toBe(down);
    }
  });
});
