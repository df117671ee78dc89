import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { configured, folder } from './tests/support/build/configured.ts';
import { hasNginx } from './tests/support/nginx.ts';

// Half-hour offset and summer time: nothing may depend on the clock or the zone of the machine.
process.env.TZ = 'America/St_Johns';

const ownSite = 'tests/support/build/own-site.ts';
const configuredSite = 'tests/support/build/configured-site.ts';
/** Measured on pages with words of usual length, which the configured site has not. */
const measured = [
  'tests/browser/figures/{embeds,lengths,paper,paper-engines}.test.ts',
  'tests/browser/search/search-answers.test.ts',
];
const atTheRoot = [
  'tests/browser/{access,safe,search/search}.test.ts',
  'tests/browser/listening/*.test.ts',
  ...measured,
];
const browser = { include: ['tests/browser/**/*.test.ts'] };

/** A project for the site of another plan, which its global setup makes and builds: of a file in tests/plans/, or generated. */
function otherPlan(name: string, more: string[] = [], file = `${name}.txt`, tasks = 0) {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  const plan = here(`node_modules/.plans/${name}`);
  return {
    extends: true as const,
    test: {
      name,
      include: ['tests/site/any-plan/*.test.ts', ...more],
      // They are about the filters, the single file and the offline site, which a large plan has not.
      exclude: tasks > 0 ? ['tests/site/any-plan/browser.test.ts'] : [],
      globalSetup: 'tests/support/build/other-plan.ts',
      env: {
        ...(tasks > 0 ? { SITE_TASKS: String(tasks) } : { SITE_SEED: here(`tests/plans/${file}`) }),
        ...{ SITE_PLAN: plan, SITE_DIST: join(plan, 'dist') },
      },
    },
  };
}

/** Tests that build a small plan: what one task more, or another title, makes of its site, and what a build leaves that fails. */
const collections = ['tests/site/build/{collections,development,rebuilt,whole}.test.ts'];

/** TASKS=6500 makes the large plan of another size; with `--project large tests/site/any-plan` for one that is not large, too. */
const tasks = process.env.TASKS === undefined ? undefined : Number(process.env.TASKS);

/** EVERY_SERVER=1 runs all browser tests at the root and under nginx. */
const everyServer = process.env.EVERY_SERVER === '1';

export default defineConfig({
  test: {
    // Much of the time one of two cores would wait: for the browser, or for a page to come to rest.
    maxWorkers: 2,
    // What hangs is found out all the same; on a busy machine a browser, a build or a disk takes its time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
          include: ['tests/site/**/*.test.ts'],
          // Our own plan has more browser tests than those that hold for any.
          exclude: ['tests/site/any-plan/browser.test.ts', 'tests/site/large/*.test.ts', ...collections],
          globalSetup: [ownSite, configuredSite],
        },
      },
      {
        extends: true,
        test: {
          ...browser,
          name: 'browser',
          // At the root the ones that the path or the server could change, unless all are asked for.
          include: hasNginx && !everyServer ? atTheRoot : browser.include,
          globalSetup: ownSite,
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
            // Compares what is said with files; this site has other words.
            'tests/browser/listening/*.test.ts',
            ...measured,
          ],
          env: {
            SITE_SERVER: 'nginx',
            SITE_DIST: configured.dist,
            PLAN_DIR: folder,
            SITE_URL: configured.host,
            BASE_PATH: configured.base,
          },
          globalSetup: configuredSite,
        },
      },
      otherPlan('provincial'),
      otherPlan('crawler', collections),
      otherPlan('one-line'),
      otherPlan('table'),
      otherPlan('page', [], 'page.html'),
      otherPlan('word', [], 'word.docx'),
      // A large plan has other pages (src/plan/large/).
      otherPlan('large', ['tests/site/large/*.test.ts'], undefined, tasks ?? 1100),
    ],
  },
});
