import { strToU8, zipSync } from 'fflate';
import { locales } from '@/i18n/index.ts';
import { href } from '@/i18n/links.ts';
import type { Locale } from '@/state/locale.ts';
import { setWords } from '../assignment/words.ts';
import { html } from '../exercise/html.ts';
import { download } from '../worksheet/download.ts';
import { printSet, type SetSettings } from '../worksheet/settings.ts';
import { manifest } from './manifest.ts';

/** A file of this site. Rejects where it cannot be had. */
async function ownFile(path: string): Promise<Uint8Array> {
  const response = await fetch(href(path));
  if (!response.ok) throw new Error(`${path} could not be loaded (${response.status}).`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The package's page: the set in an attribute, this site's icons, the player. */
function page(settings: SetSettings, title: string, locale: Locale): string {
  const icons = document.querySelector('svg:has(> symbol)')?.outerHTML ?? '';
  const words = setWords[locale];
  return `<!doctype html>
${
  html`<html lang="${locales[locale].tag}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><link rel="stylesheet" href="player.css"></head>
<body data-set="${printSet(settings)}" data-locale="${locale}">`.text
}
${icons}
${html`<main><h1>${words.title}</h1><noscript>${words.noScript}</noscript><problem-set></problem-set></main>`.text}
<script src="player.js"></script></body></html>
`;
}

/** The whole package as a zip. Rejects where a part of it cannot be loaded. */
export async function makePackage(settings: SetSettings, locale: Locale): Promise<Uint8Array<ArrayBuffer>> {
  const [player, styles] = await Promise.all([ownFile('scorm/player.js'), ownFile('scorm/player.css')]);
  const title = settings.title === '' ? setWords[locale].untitled : settings.title;
  const files = {
    'index.html': strToU8(page(settings, title, locale)),
    'player.js': player,
    'player.css': styles,
  };
  const described = strToU8(manifest(title, printSet(settings), Object.keys(files)));
  // A fixed time, so that the same set gives the same bytes; not in a worker, which fflate would make of a blob.
  return new Uint8Array(zipSync({ 'imsmanifest.xml': described, ...files }, { level: 9, mtime: new Date(2026, 0, 1) }));
}

/** Makes the package and hands it to the browser's downloads. */
export async function downloadPackage(settings: SetSettings, locale: Locale): Promise<void> {
  const name = settings.title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  const data = await makePackage(settings, locale);
  download(
    `${['scorm', name].filter((part) => part !== '').join('-')}.zip`,
    new Blob([data], { type: 'application/zip' }),
  );
}
