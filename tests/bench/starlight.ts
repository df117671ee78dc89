/** The same texts in Starlight, the documentation theme of Astro: what a site of Markdown pages takes. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plan } from '../../src/plan/model.ts';
import { measure, putAside, type Taken } from './measure.ts';

const VERSION = '0.42.4';
const DOCS = 'src/content/docs';

const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

// Its sidebar lists every page on every page unless told otherwise.
export default defineConfig({
  integrations: [starlight({ title: 'Plan', sidebar: [], locales: { root: { label: '中文', lang: 'zh-CN' } } })],
});
`;

/** Installs it into a folder, with the same Astro. */
export async function installStarlight(root: string): Promise<void> {
  const own = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8'),
  ) as { dependencies: Record<string, string>; overrides: Record<string, string> };
  const dependencies = { astro: own.dependencies.astro, '@astrojs/starlight': VERSION };
  mkdirSync(join(root, DOCS), { recursive: true });
  writeFileSync(
    join(root, 'package.json'),
    JSON.stringify({ type: 'module', dependencies, overrides: own.overrides }),
  );
  writeFileSync(join(root, 'astro.config.mjs'), CONFIG);
  writeFileSync(
    join(root, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`,
  );
  await measure('npm install --no-audit --no-fund', root);
}

/** Writes a page for each task and builds them, with nothing left of the build before. */
export async function buildStarlight(root: string, plan: Plan): Promise<Taken> {
  for (const old of [DOCS, 'dist', '.astro', 'node_modules/.astro']) putAside(join(root, old));
  mkdirSync(join(root, DOCS, 'tasks'), { recursive: true });
  const page = (name: string, title: string, text: string[]) => {
    writeFileSync(
      join(root, DOCS, `${name}.md`),
      `---\ntitle: ${JSON.stringify(title)}\n---\n\n${text.join('\n\n')}\n`,
    );
  };
  page('index', plan.title.shown, ['任务']);
  for (const { number, title, paragraphs, duty, note } of plan.tasks) {
    page(`tasks/${number}`, title, [...paragraphs.map(({ shown }) => shown), duty.shown, note]);
  }
  return measure('node node_modules/astro/bin/astro.mjs build', root);
}
