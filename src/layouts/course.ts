import { type CollectionEntry, getCollection } from 'astro:content';
import { isLocale, type Locale } from '../i18n/index.ts';
import { pageHref } from '../i18n/links.ts';

export interface CourseLesson {
  readonly locale: Locale;
  readonly slug: string;
  readonly href: string;
  readonly entry: CollectionEntry<'lessons'>;
}

function courseLesson(entry: CollectionEntry<'lessons'>): CourseLesson {
  const [locale, slug] = entry.id.split('/');
  if (!isLocale(locale) || !slug)
    throw new Error(`content/lessons/${entry.id}.mdx: expected content/lessons/<language>/<slug>.mdx`);
  return { locale, slug, href: pageHref(locale, `lessons/${slug}/`), entry };
}

/** The lessons of one language that exist, in course order. */
export async function course(locale: Locale): Promise<CourseLesson[]> {
  const lessons = (await getCollection('lessons')).map(courseLesson).filter((lesson) => lesson.locale === locale);
  return lessons.toSorted((a, b) => a.entry.data.order - b.entry.data.order);
}

/** The lessons to read first. Throws naming the lesson whose front matter names one that does not exist. */
export function prerequisites(lesson: CourseLesson, lessons: readonly CourseLesson[]): CourseLesson[] {
  return lesson.entry.data.prerequisites.map((slug) => {
    const found = lessons.find((other) => other.slug === slug);
    if (found) return found;
    const known = lessons.map((other) => other.slug).join(', ');
    throw new Error(
      `content/lessons/${lesson.entry.id}.mdx: the prerequisite "${slug}" is not a lesson. There are: ${known}.`,
    );
  });
}
