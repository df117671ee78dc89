/** Vitest puts its own BASE_URL, MODE and others into the environment, where a build would take them for its own. */
export const withoutVitest = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(?:BASE_URL|MODE|DEV|PROD|SSR|TEST|VITEST.*)$/.test(name)),
  );
