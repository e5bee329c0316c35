import { exercises } from '@/exercises/index.ts';
import type { Exercise } from '@/exercises/kit/definition.ts';
import type { CourseLesson } from '@/layouts/course.ts';

/** The kinds of one lesson; `lesson` is missing for kinds whose lesson is not there. */
export interface KindGroup {
  readonly lesson?: CourseLesson;
  readonly kinds: readonly Exercise[];
}

/** All kinds by lesson, in the order of the course. */
export function groupKinds(lessons: readonly CourseLesson[]): KindGroup[] {
  const groups = lessons.map((lesson) => ({ lesson, kinds: exercises.filter((kind) => kind.lesson === lesson.slug) }));
  const others = exercises.filter((kind) => lessons.every(({ slug }) => slug !== kind.lesson));
  return [...groups, { kinds: others }].filter(({ kinds }) => kinds.length > 0);
}

/** The kinds of each lesson, as the page's scripts read them. */
export const kindsByLesson: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  [...new Set(exercises.map(({ lesson }) => lesson))].map((lesson) => [
    lesson,
    exercises.filter((kind) => kind.lesson === lesson).map(({ id }) => id),
  ]),
);
