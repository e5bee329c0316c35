import { exercises } from '@/exercises/index.ts';
import type { Exercise } from '@/exercises/kit/definition.ts';
import type { CourseLesson } from '@/layouts/course.ts';
import type { Locale } from '@/state/locale.ts';
import { pitfallsIn } from './pitfalls.ts';
import { type Topic, topics } from './topics.ts';

/** The kinds of one lesson, and the lesson where its page is there. */
export interface KindGroup {
  readonly topic: Topic;
  /** The number of the lesson. */
  readonly order: number;
  readonly lesson?: CourseLesson;
  readonly kinds: readonly Exercise[];
}

/** The kinds of each lesson. */
export const kindsByLesson: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...new Set(exercises.map(({ lesson }) => lesson))].map((lesson) => [
    lesson,
    exercises.filter((kind) => kind.lesson === lesson).map(({ id }) => id),
  ]),
);

/** All kinds by lesson, in the order of the course. Throws naming the kind whose lesson is not in it. */
export function groupKinds(lessons: readonly CourseLesson[]): KindGroup[] {
  const lost = exercises.find((kind) => topics.every(({ slug }) => slug !== kind.lesson));
  if (lost) throw new Error(`src/exercises/${lost.id}.ts: the lesson "${lost.lesson}" is none of practice/topics.ts.`);
  return topics.flatMap((topic, index) => {
    const lesson = lessons.find(({ slug }) => slug === topic.slug);
    const kinds = exercises.filter((kind) => kind.lesson === topic.slug);
    if (kinds.length === 0) return [];
    return [{ topic, order: index + 1, kinds, ...(lesson === undefined ? {} : { lesson }) }];
  });
}

/** What the page's scripts need to know of a kind: its title, and where its lesson and its pitfalls are. */
export const kindData = (kind: Exercise, { topic, order, lesson }: KindGroup, locale: Locale) => ({
  'data-kind': kind.id,
  'data-title': kind.words[locale].title,
  'data-lesson': topic.slug,
  'data-lesson-order': order,
  'data-lesson-href': lesson?.href,
  'data-pitfalls': lesson && JSON.stringify(pitfallsIn(lesson.entry.body ?? '', kind.id)),
});
