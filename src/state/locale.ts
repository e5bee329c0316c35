/** The site's languages: the part of the address that names each. */
export const localeKeys = ['en', 'zh'] as const;
export type Locale = (typeof localeKeys)[number];

/** One thing in every language; a missing language is a type error. */
export type Translated<T = string> = Readonly<Record<Locale, T>>;

export const isLocale = (value: unknown): value is Locale => localeKeys.some((key) => key === value);

/** The language named by a part of an address; English where it is none. */
export const localeOf = (value: unknown): Locale => (isLocale(value) ? value : 'en');
