import type { Locale, Translated } from '../state/locale.ts';
import en from './en.ts';
import zh from './zh.ts';

export { isLocale, type Locale, localeKeys, localeOf, type Translated } from '../state/locale.ts';

/** The `lang` of a page, and the name by which a reader chooses it. */
export const locales = {
  en: { tag: 'en', label: 'English' },
  zh: { tag: 'zh-CN', label: '中文' },
} satisfies Translated<{ tag: string; label: string }>;

export type Messages = typeof en;
const tables: Translated<Messages> = { en, zh };

/** The shell's words in one language. */
export const messages = (locale: Locale): Messages => tables[locale];
