import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import offline from './src/integrations/offline.ts';
import scorm from './src/integrations/scorm.ts';
import search from './src/integrations/search.ts';
import { codeRoles, inkTheme } from './src/plugins/code.ts';
import { formulaStyles } from './src/plugins/formula-styles.ts';
import { satteriGlossary } from './src/plugins/satteri-glossary.ts';
import { satteriKatex } from './src/plugins/satteri-katex.ts';
import { satteriSums } from './src/plugins/satteri-sums.ts';

const base = process.env.SITE_BASE ?? '/';

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://convolution-by-hand.example',
  base,
  trailingSlash: 'always',
  i18n: {
    locales: [
      { path: 'en', codes: ['en'] },
      { path: 'zh', codes: ['zh-CN', 'zh'] },
    ],
    defaultLocale: 'en',
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  markdown: {
    processor: satteri({ features: { math: true }, mdastPlugins: [satteriKatex, satteriGlossary(base), satteriSums] }),
    shikiConfig: { theme: inkTheme, transformers: [codeRoles] },
  },
  integrations: [
    mdx(),
    sitemap({
      // These ask not to be indexed.
      filter: (page) => !/\/(embed|offline)\//.test(page),
      i18n: { defaultLocale: 'en', locales: { en: 'en', zh: 'zh-CN' } },
    }),
    search(),
    scorm(),
    offline(),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "object-src 'none'",
      ],
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: {
        resources: [
          { resource: "'self'", kind: 'element' },
          { resource: "'unsafe-inline'", kind: 'attribute' },
        ],
      },
    },
  },
  vite: {
    plugins: [formulaStyles()],
    build: { assetsInlineLimit: 0, rolldownOptions: { checks: { moduleLevelDirective: false } } },
    worker: { format: 'es' },
    // Vite's own conditions, and the one for builds of onnxruntime-web that do not carry their WebAssembly: it is in dist once.
    resolve: { conditions: ['onnxruntime-web-use-extern-wasm', 'module', 'browser', 'development|production'] },
  },
});
