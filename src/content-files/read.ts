/** A folder with content/ and seeds/ → what its files hold, each read once against its schema. */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { z } from 'zod';
import type { Seed } from './decode.ts';
import { ContentReader } from './files.ts';
import type { Content, PlanFile } from './schema.ts';
import * as schemas from './schema.ts';

/** What was read of a folder. Where a task or chapter could not be read, `content` holds the others; see `files.found()`. */
export interface FolderContent {
  files: ContentReader;
  plan?: PlanFile | undefined;
  content?: Content | undefined;
  seed?: Seed | undefined;
}

/** Reads the files of `content/`, and of `seeds/` the one that plan.yaml names. Nothing is written. */
export function readFolder(root: string): FolderContent {
  const files = new ContentReader(root);
  const { FILES } = schemas;
  const plan = files.yaml(FILES.plan, schemas.planSchema);
  const outline = files.yaml(FILES.outline, schemas.outlineSchema);
  const units = files.yaml(FILES.units, z.array(schemas.unitSchema));
  const documents = files.yaml(FILES.documents, z.array(schemas.documentSchema));
  const corrections = files.yaml(FILES.corrections, z.array(schemas.correctionSchema));
  const redirects = files.optional(FILES.redirects, z.array(schemas.redirectSchema), []);
  const chapters = files.folder('content/chapters', '.yaml', schemas.chapterSchema);
  const tasks = files.folder('content/tasks', '.md', schemas.taskSchema);
  const glossary = files.optional(FILES.glossary, z.array(schemas.termSchema), []);
  const progress = files.folder('content/progress', '.yaml', schemas.progressSchema);
  files.folder('content/pages', '.mdx', schemas.pageSchema);
  const seed = plan && readSeed(plan.source.file, files);
  if (!plan || !outline || !units || !documents || !corrections || !glossary || !redirects)
    return { files, plan, seed };
  const content = {
    ...{ plan, outline, units, documents, corrections, redirects, glossary, progress },
    chapters: chapters.map((chapter) => ({ ...chapter, id: basename(chapter.file, '.yaml') })),
    tasks: tasks.map((task) => ({ ...task, note: files.body(task.file) })),
  };
  return { files, plan, content, seed };
}

function readSeed(name: string, files: ContentReader): Seed | undefined {
  const read = files.text(`seeds/${name}`, {
    problem: 'the seed is missing',
    advice: 'put back the text as received, or name another file under source in content/plan.yaml',
  });
  return read && { text: read.text, sha256: createHash('sha256').update(read.bytes).digest('hex') };
}
