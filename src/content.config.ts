/** The collections: everything that pages are made from. What each field means stands in content-files/schema.ts. */
import { resolve } from 'node:path';
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import type { ParsedClause } from './content-files/interpret.ts';
import * as schemas from './content-files/schema.ts';
import { contentFolder } from './content-loader.ts';

const root = resolve(process.env.PLAN_DIR ?? '.');
const content = contentFolder(root);

/** Place in its list, where the order of the list counts; the loader sets it. */
const ordered = { order: z.int().nonnegative() };

export const collections = {
  plan: defineCollection({ loader: content.collection('plan'), schema: schemas.planSchema }),
  outline: defineCollection({ loader: content.collection('outline'), schema: schemas.outlineSchema }),
  chapters: defineCollection({
    loader: content.collection('chapters'),
    schema: schemas.chapterSchema.extend({ id: z.string() }),
  }),
  tasks: defineCollection({ loader: content.collection('tasks'), schema: schemas.taskSchema }),
  /** Every responsibility clause as read. Computed by the loader, so that it is read once for rules and pages. */
  clauses: defineCollection({
    loader: content.collection('clauses'),
    schema: z.custom<Omit<ParsedClause, 'file'>>(),
  }),
  units: defineCollection({
    loader: content.collection('units'),
    schema: schemas.unitSchema.extend(ordered),
  }),
  documents: defineCollection({
    loader: content.collection('documents'),
    schema: schemas.documentSchema.extend(ordered),
  }),
  corrections: defineCollection({
    loader: content.collection('corrections'),
    schema: schemas.correctionSchema.extend(ordered),
  }),
  glossary: defineCollection({
    loader: content.collection('glossary'),
    schema: schemas.termSchema.extend(ordered),
  }),
  progress: defineCollection({ loader: content.collection('progress'), schema: schemas.progressSchema }),
  redirects: defineCollection({
    loader: content.collection('redirects'),
    schema: schemas.redirectSchema.extend(ordered),
  }),
  /** The text as received. */
  seeds: defineCollection({
    loader: content.collection('seeds'),
    schema: z.strictObject({ text: z.string(), sha256: z.string() }),
  }),
  /** The site's own pages as an office has written them. */
  pages: defineCollection({
    loader: content.pages(resolve(root, 'content/pages')),
    schema: schemas.pageSchema,
  }),
  /** What stands in their place where it has not. */
  defaultPages: defineCollection({
    loader: content.pages(resolve('src/default-pages')),
    schema: schemas.pageSchema,
  }),
};
