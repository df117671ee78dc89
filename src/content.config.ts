/** The collections: everything from which pages are made. content-files/schema.ts explains each field. */
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
// What astro:content has of it, without the runtime of pages.
import { defineCollection } from 'astro/content/config';
import { z } from 'zod';
import type { ParsedClause } from './content-files/interpret.ts';

// By Node itself, which knows TypeScript: Vite would transform a hundred modules for it, one waiting for the other.
const load = createRequire(import.meta.url);
const { contentFolder } = load('./content-loader.ts') as typeof import('./content-loader.ts');
const schemas = load('./content-files/schema.ts') as typeof import('./content-files/schema.ts');

const root = resolve(process.env.PLAN_DIR ?? '.');

/** Position in its list; set by the loader. */
const ordered = { order: z.int().nonnegative() };

const { collection, pages } = contentFolder(root);

export const collections = {
  plan: defineCollection({ loader: collection('plan'), schema: schemas.planSchema }),
  outline: defineCollection({ loader: collection('outline'), schema: schemas.outlineSchema }),
  chapters: defineCollection({
    loader: collection('chapters'),
    schema: schemas.chapterSchema.extend({ id: z.string() }),
  }),
  tasks: defineCollection({ loader: collection('tasks'), schema: schemas.taskSchema }),
  /** Every parsed responsibility clause. Computed by the loader, so that rules and pages share one parse. */
  clauses: defineCollection({
    loader: collection('clauses'),
    schema: z.custom<Omit<ParsedClause, 'file'>>(),
  }),
  units: defineCollection({ loader: collection('units'), schema: schemas.unitSchema.extend(ordered) }),
  documents: defineCollection({
    loader: collection('documents'),
    schema: schemas.documentSchema.extend(ordered),
  }),
  corrections: defineCollection({
    loader: collection('corrections'),
    schema: schemas.correctionSchema.extend(ordered),
  }),
  glossary: defineCollection({ loader: collection('glossary'), schema: schemas.termSchema.extend(ordered) }),
  names: defineCollection({
    loader: collection('names'),
    schema: schemas.nameSchema.extend({ ...ordered, id: z.string() }),
  }),
  synonyms: defineCollection({
    loader: collection('synonyms'),
    schema: schemas.synonymSchema.extend({ ...ordered, id: z.string() }),
  }),
  progress: defineCollection({ loader: collection('progress'), schema: schemas.progressSchema }),
  redirects: defineCollection({
    loader: collection('redirects'),
    schema: schemas.redirectSchema.extend(ordered),
  }),
  /** The text as received. */
  seeds: defineCollection({
    loader: collection('seeds'),
    schema: z.strictObject({ text: z.string(), sha256: z.string() }),
  }),
  /** The site's own pages as written by an office. */
  pages: defineCollection({ loader: pages(resolve(root, 'content/pages')), schema: schemas.pageSchema }),
  /** The general pages used if there are none. */
  defaultPages: defineCollection({
    loader: pages(resolve('src/default-pages')),
    schema: schemas.pageSchema,
  }),
};
