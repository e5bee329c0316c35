import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { manifestSchema, pictureSchema } from './runtime/manifest.ts';
import { localeKeys } from './state/locale.ts';

/** One lesson in one language: `content/lessons/<lang>/<slug>.mdx`. */
const lessons = defineCollection({
  loader: glob({ base: './content/lessons', pattern: `{${localeKeys.join()}}/*.mdx` }),
  schema: z.strictObject({
    /** The heading: what the lesson lets one do, in a few words. */
    title: z.string(),
    /** One sentence for the course map and for search engines. */
    summary: z.string(),
    /** Part of the course, 1 to 5. */
    part: z.int().min(1).max(5),
    /** Place in the course, 1 to 20: the first number of its figures and exercises. */
    order: z.int().min(1).max(20),
    /** Minutes a learner needs, exercises included. */
    minutes: z.int().min(5).max(45),
    /** Slugs of the lessons to read first. */
    prerequisites: z.array(z.string()),
    /** What the reader can do afterwards. */
    objectives: z.array(z.string()).min(2).max(5),
    /** Papers and documentation, printed at the end. */
    sources: z
      .array(
        z.strictObject({ title: z.string(), authors: z.string().optional(), year: z.int().optional(), url: z.url() }),
      )
      .min(1),
  }),
});

/** One pretrained network: `content/networks/<id>.json`. */
const networks = defineCollection({
  loader: glob({ base: './content/networks', pattern: '*.json' }),
  schema: manifestSchema,
});

/** The sample photos and their credits; an entry's id is its file's name. */
const pictures = defineCollection({
  loader: file('public/pictures/sources.json', {
    parser: (text) =>
      Object.fromEntries(
        z
          .array(pictureSchema)
          .parse(JSON.parse(text))
          .map((entry) => [entry.file, entry]),
      ),
  }),
  schema: pictureSchema,
});

/** A page of plain text in one language: `content/pages/<lang>/<name>.mdx`. */
const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: `{${localeKeys.join()}}/*.mdx` }),
  schema: z.strictObject({ title: z.string(), summary: z.string() }),
});

export const collections = { lessons, networks, pages, pictures };
