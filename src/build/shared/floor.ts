/**
 * The oldest browsers in which the site looks and works as it should: those of Chinese offices are years older than those of
 * developers. Styles and scripts are compiled for them (astro.config.mjs, bundle.ts), and the built files are held against a
 * table of what they know (tests/site/pages/floor.test.ts).
 */
export const FLOOR = ['chrome83', 'firefox78', 'safari14', 'ios14'];
