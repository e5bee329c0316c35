import { locales } from '@/i18n/index.ts';
import type { Locale } from '@/state/locale.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** "3 days ago", "in 20 minutes", from milliseconds after now (before it: negative); at least a minute. */
export function relativeTime(milliseconds: number, locale: Locale): string {
  const text = new Intl.RelativeTimeFormat(locales[locale].tag, { numeric: 'always' });
  const size = Math.abs(milliseconds);
  const amount = (unit: number) => Math.sign(milliseconds || 1) * Math.max(1, Math.round(size / unit));
  if (size < 59.5 * minute) return text.format(amount(minute), 'minute');
  if (size < 23.5 * hour) return text.format(amount(hour), 'hour');
  return text.format(amount(day), 'day');
}
