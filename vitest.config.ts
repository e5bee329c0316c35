/// <reference types="vitest/config" />
import { getViteConfig } from 'astro/config';

const site = {
  globalSetup: './tests/site/serve.ts',
  testTimeout: 30_000,
  hookTimeout: 60_000,
  maxConcurrency: 3,
  expect: { poll: { timeout: 10_000 } },
};

export default getViteConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'conformance', include: ['tests/conformance/**/*.test.ts'] } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], ...site } },
      { extends: true, test: { name: 'long', include: ['tests/**/*.long.ts'], ...site, testTimeout: 3_600_000 } },
    ],
  },
});
