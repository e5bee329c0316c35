import type { Locale } from '../state/locale.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a path of this site ("en/lab/", "pictures/a.jpg"), under the base path it is built for. */
export const href = (path: string): string => `${base}/${path.replace(/^\//, '')}`;

/** The address of a page in one language: `pageHref('zh', 'lab/')`. */
export const pageHref = (locale: Locale, path: string): string => href(`${locale}/${path}`);
