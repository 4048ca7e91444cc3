/** Tests run on the TypeScript as it stands; types are checked by tsc (`npm run check`). */
module.exports = {
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'commonjs' } },
    ],
  },
  // A few libraries ship as ES modules only; jest runs CommonJS.
  transformIgnorePatterns: [
    '/node_modules/(?!(kysely|@sparticuz/chromium|chinese-days|fuse.js|fastest-levenshtein|temporal-polyfill|temporal-utils|temporal-spec|i18next|pinyin-pro|opencc-js)/)',
  ],
  testTimeout: 30000,
  maxWorkers: 2,
};
