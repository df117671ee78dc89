/**
 * What of content/ goes through Markdown: the site's own pages. Everything else is data (src/plan/schema.ts): Markdown
 * changes Chinese marks, and thousands of tasks are read much faster without it.
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pageSchema } from './plan/schema.ts';

/** Another plan's folder can be built: see src/site.ts. */
const root = process.env.PLAN_DIR ?? '.';

const pages = defineCollection({
  loader: glob({ base: `${root}/content/pages`, pattern: '*.mdx' }),
  schema: pageSchema,
});

/** What the site says of itself where a plan has no page of its own for it. */
const prose = defineCollection({
  loader: glob({ base: './src/prose', pattern: '*.mdx' }),
  schema: pageSchema,
});

export const collections = { pages, prose };
