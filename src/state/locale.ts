/** The site's languages: the part of the address that names each. */
export type Locale = 'en' | 'zh';

/** One thing in every language; a missing language is a type error. */
export type Translated<T = string> = Readonly<Record<Locale, T>>;

export const localeKeys: readonly Locale[] = ['en', 'zh'];

export const isLocale = (value: unknown): value is Locale => value === 'en' || value === 'zh';

/** The language named by a part of an address; English where it is none. */
export const localeOf = (value: unknown): Locale => (isLocale(value) ? value : 'en');
