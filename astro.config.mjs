process.env.ASTRO_TELEMETRY_DISABLED ??= '1';

import { resolve } from 'node:path';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { postProcessing } from './src/build/integration.ts';

// Astro reads variables of these names as its own settings, wherever they come from: the address is set below.
delete process.env.SITE;
delete process.env.BASE_URL;

// Another plan's folder is named from where the command was given.
const { PLAN_DIR, INIT_CWD = '.' } = process.env;
if (PLAN_DIR !== undefined) process.env.PLAN_DIR = resolve(INIT_CWD, PLAN_DIR);

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

export default defineConfig({
  site: process.env.SITE_URL,
  base: process.env.BASE_PATH ?? '/',
  // Collections of another plan are kept apart from those of this one.
  ...(process.env.PLAN_DIR !== undefined && { cacheDir: resolve(process.env.PLAN_DIR, '.astro') }),
  trailingSlash: 'always',
  output: 'static',
  // While one page is written, others are rendered.
  build: { concurrency: 4, format: 'directory', inlineStylesheets: 'never' },
  scopedStyleStrategy: 'where',
  // Line breaks between tags are dropped, blanks within a line are kept: the formatter may wrap Chinese text
  // without a visible blank coming of it. Text that comes from an expression is never touched.
  compressHTML: 'jsx',
  // Schemas of the collections for editors with Astro's language tools, see content/README.md.
  experimental: { contentIntellisense: true },
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({ features: { smartPunctuation: false }, mdastPlugins: [guard] }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), ...postProcessing(process.env.SITE_URL)],
  vite: {
    // The jump box is loaded as a module, see src/client/jump/start.ts.
    worker: { format: 'es' },
    build: {
      // Scripts are files, however small.
      assetsInlineLimit: 0,
      // Browsers of offices are older than those of developers: light-dark() and the like are written out for them.
      cssTarget: ['chrome109', 'firefox115', 'safari16.4'],
      // One warning for each MDX file otherwise, about a directive Astro itself writes.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  },
});
