import { readdirSync } from 'node:fs';
import type { Locale, Messages } from '../i18n/index.ts';
import { pageHref } from '../i18n/links.ts';

export type Section = keyof Messages['sections'];

/** What `src/pages/[lang]` holds at build time: only a page that exists is linked. */
const pages = readdirSync('src/pages/[lang]', { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
);
const exists = (section: Section) =>
  section === 'lessons' || pages.includes(`${section}.astro`) || pages.includes(`${section}/index.astro`);

/** The address of a section, where it has a page. */
export function sectionHref(locale: Locale, section: Section): string | undefined {
  if (!exists(section)) return undefined;
  return section === 'lessons' ? pageHref(locale, '#course') : pageHref(locale, `${section}/`);
}

/** The given sections that have a page, with their addresses, in the given order. */
export const existing = (locale: Locale, sections: readonly Section[]) =>
  sections.flatMap((section) => {
    const href = sectionHref(locale, section);
    return href ? [{ section, href }] : [];
  });
