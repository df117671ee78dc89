/**
 * What of content/ goes through Markdown: the site's notes to tasks and the site's own pages.
 * Everything verbatim is data instead (src/plan/schema.ts), because Markdown changes Chinese marks.
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pageSchema, taskSchema } from './plan/schema.ts';

/** Another plan's folder can be built: see src/site.ts. */
const root = process.env.PLAN_DIR ?? '.';

const notes = defineCollection({
  loader: glob({
    base: `${root}/content/tasks`,
    pattern: '*.md',
    generateId: ({ data }) => String(data.number),
  }),
  schema: taskSchema,
});

const pages = defineCollection({
  loader: glob({ base: `${root}/content/pages`, pattern: '*.mdx' }),
  schema: pageSchema,
});

export const collections = { notes, pages };
