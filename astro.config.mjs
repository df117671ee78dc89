process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

import { resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import logical from 'postcss-logical';
import { FLOOR } from './src/build/shared/floor.ts';
import { postProcessing } from './src/build/integration.ts';
import { readSettings } from './src/build/settings.ts';

// Astro reads variables of these names as its own settings, wherever they come from: the address is set below.
delete process.env.SITE;
delete process.env.BASE_URL;

const { site, base, planFolder } = readSettings(process.env);
// Where the collections and public/ are looked for.
if (planFolder === undefined) delete process.env.PLAN_DIR;
else process.env.PLAN_DIR = planFolder;

/**
 * Stops the build where Markdown would not print what the editor meant: `**` next to a Chinese mark stays
 * literal, and a single `~` strikes text through.
 *
 * @type {import('satteri').MdastPluginDefinition}
 */
const guard = {
  name: 'guard-marks',
  text: (node, { fileURL }) => {
    if (node.value.includes('**')) {
      throw new Error(`${fileURL?.pathname}  “**” is left in “${node.value}”  use <strong>…</strong>`);
    }
  },
  delete: (node, context) => {
    const text = context.textContent(node);
    throw new Error(`${context.fileURL?.pathname}  “~” strikes out “${text}”  use — or write \\~`);
  },
};

/** Astro sets these itself, whatever `build` says. */
const clientBuild = {
  name: 'client-build',
  /** @param {string} environment */
  configEnvironment: (environment) =>
    environment === 'client'
      ? {
          build: {
            target: FLOOR,
            // Copied once the pages are written, none of which it may replace (copy-public.ts).
            copyPublicDir: false,
          },
        }
      : undefined,
};

export default defineConfig({
  site,
  base,
  // Collections of another plan are kept apart from those of this one.
  ...(planFolder !== undefined && { cacheDir: resolve(planFolder, '.astro') }),
  trailingSlash: 'always',
  output: 'static',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // As a class: the oldest browsers know no :where(), and the styles of a component outrank those of src/styles/.
  scopedStyleStrategy: 'class',
  // Line breaks between tags are dropped, blanks within a line are kept: the formatter may wrap Chinese text
  // without a visible blank coming of it. Text that comes from an expression is never touched.
  compressHTML: 'jsx',
  // Schemas of the collections for editors with Astro's language tools, see content/README.md.
  experimental: { contentIntellisense: true },
  // A build says in a handful of lines what it made, and everything with --verbose.
  ...(process.argv.includes('build') && {
    logger: {
      entrypoint: new URL('./src/build/log/destination.ts', import.meta.url),
      config: { verbose: process.env.VERBOSE_BUILD === '1' },
    },
  }),
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({ features: { smartPunctuation: false }, mdastPlugins: [guard] }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), ...postProcessing(site)],
  vite: {
    plugins: [clientBuild],
    // The jump box is loaded as a module, see src/client/jump/start.ts.
    worker: { format: 'es' },
    // What a build writes beside a server for editing.
    server: { watch: { ignored: ['**/.astro/site/**', '**/.astro/site-before/**'] } },
    // The text runs from left to right in every browser: margin-inline and the like become what the oldest ones know.
    css: { postcss: { plugins: [logical()] } },
    build: {
      // Scripts are files, however small.
      assetsInlineLimit: 0,
      cssTarget: FLOOR,
      // One warning for each MDX file otherwise, about a directive Astro itself writes.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
