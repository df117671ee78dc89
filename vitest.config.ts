import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { configured, folder } from './tests/support/configured.ts';
import { hasNginx } from './tests/support/nginx.ts';

// Half-hour offset and summer time: nothing may depend on the clock or the zone of the machine.
process.env.TZ = 'America/St_Johns';

const builtOnce = 'tests/support/build-once.ts';
const configuredOnce = 'tests/support/configured-once.ts';
const atTheRoot = ['tests/browser/{access,safe,search}.test.ts'];
const browser = { include: ['tests/browser/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 };

/** Tests that hold for the site of any plan. */
const ofAnyPlan = [
  'tests/site/any-plan/*.test.ts',
  'tests/site/{addresses,conventions,faithful,html,links}.test.ts',
];

/** A project for the site of one of the texts in tests/plans/, which its global setup imports and builds. */
function otherPlan(name: string) {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const folder = here(`node_modules/.plans/${name}`);
  return {
    extends: true as const,
    test: {
      name,
      include: ofAnyPlan,
      testTimeout: 120_000,
      hookTimeout: 120_000,
      globalSetup: 'tests/support/build-plan.ts',
      env: { SITE_SEED: here(`tests/plans/${name}.txt`), SITE_PLAN: folder, SITE_DIST: `${folder}/dist/` },
    },
  };
}

/** EVERY_SERVER=1 runs all browser tests at the root and under nginx. */
const everyServer = process.env.EVERY_SERVER === '1';

export default defineConfig({
  test: {
    // Much of the time one of two cores would wait: for the browser, or for a page to come to rest.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/{unit,content,rules-of-the-house}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['tests/site/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          globalSetup: [builtOnce, configuredOnce],
        },
      },
      {
        extends: true,
        test: {
          ...browser,
          name: 'browser',
          // At the root the ones that the path or the server could change, unless all are asked for.
          include: hasNginx && !everyServer ? atTheRoot : browser.include,
          globalSetup: builtOnce,
        },
      },
      // All of them on the site below a path, as nginx serves it with what deploy/ says.
      {
        extends: true,
        test: {
          ...browser,
          name: 'nginx',
          include: hasNginx ? browser.include : [],
          exclude: [
            // Looks at what is drawn on every page, which no server changes, and takes as long as all others.
            ...(everyServer ? [] : ['tests/browser/access.test.ts']),
          ],
          env: {
            SITE_SERVER: 'nginx',
            SITE_DIST: configured.dist,
            PLAN_DIR: folder,
            SITE_URL: configured.host,
            BASE_PATH: configured.base,
          },
          globalSetup: configuredOnce,
        },
      },
      otherPlan('provincial'),
      otherPlan('crawler'),
    ],
  },
});
