import { defineConfig } from 'vitest/config';

// Half-hour offset and summer time: nothing may depend on the clock or the zone of the machine.
process.env.TZ = 'America/St_Johns';

const onTheBuiltSite = { globalSetup: 'tests/build-once.ts', hookTimeout: 120_000 };

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/plan/**/*.test.ts', 'tests/content/**/*.test.ts', 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'built',
          include: ['tests/built/**/*.test.ts'],
          testTimeout: 60_000,
          ...onTheBuiltSite,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          ...onTheBuiltSite,
        },
      },
    ],
  },
});
