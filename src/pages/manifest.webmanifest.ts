import type { APIRoute } from 'astro';
import { messages } from '../i18n/index.ts';
import { href } from '../i18n/links.ts';

/** What a phone needs to put the site on its home screen. */
export const GET: APIRoute = () => {
  const [en, zh] = [messages('en'), messages('zh')];
  return Response.json({
    name: `${en.site} · ${zh.site}`,
    short_name: zh.site,
    description: en.home.description,
    start_url: href(''),
    scope: href(''),
    display: 'standalone',
    background_color: '#fdfdfb',
    theme_color: '#fdfdfb',
    icons: [
      { src: href('icons/192.png'), sizes: '192x192', type: 'image/png' },
      { src: href('icons/512.png'), sizes: '512x512', type: 'image/png', purpose: 'any maskable' },
      { src: href('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
    ],
  });
};
