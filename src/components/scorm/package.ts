import type { Locale } from '@/state/locale.ts';
import type { SetSettings } from '../worksheet/settings.ts';
export async function downloadPackage(_settings: SetSettings, _locale: Locale): Promise<void> {}
