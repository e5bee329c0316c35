import type { Locale } from '../state/locale.ts';

/** A no-break space before a unit. */
const gap = '\u00a0';

/** 1235496 → "1,235,496". */
export const whole = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 0 });

/** A share from 0 to 1 → "71.4 %"; Chinese writes the sign without a space. */
export const percent = (share: number, locale: Locale): string =>
  `${(share * 100).toFixed(1)}${locale === 'zh' ? '' : gap}%`;

/** Megabytes of 10⁶ bytes: "2.3 MB". */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)}${gap}MB`;

/** "86 ms" below a second, then "1.2 s". */
export const duration = (milliseconds: number): string =>
  milliseconds < 999.5 ? `${Math.round(milliseconds)}${gap}ms` : `${(milliseconds / 1000).toFixed(1)}${gap}s`;

/** Sizes with the times sign, as a tensor's, channels first: "3 × 32 × 32"; Chinese writes them close. */
export const sizes = (numbers: readonly number[], locale: Locale): string =>
  numbers.join(locale === 'zh' ? '×' : `${gap}×${gap}`);

/** With a true minus: −0.25. */
export const decimal = (value: number, places: number): string => {
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
};
