/** Reads a folder with content/ and seeds/, each file once, against its schema. */
import { basename, join } from 'node:path';
import { z } from 'zod';
import { ContentReader } from './content-reader.ts';
import { isFile, readNames } from './read-bytes.ts';
import type { Content, PlanFile } from './schema.ts';
import * as schemas from './schema.ts';
import { sha256, type Seed } from './seed.ts';

/** The files of a folder. Where a task or chapter could not be read, `content` has the others; see `reader.findings`. */
export interface FolderContent {
  reader: ContentReader;
  /** Whether all that the text of the plan is made of could be read. */
  isWhole: boolean;
  plan?: PlanFile | undefined;
  content?: Content | undefined;
  seed?: Seed | undefined;
}

/** Reads the files of `content/`, and of `seeds/` the one that plan.yaml names. Nothing is written. */
export function readFolder(root: string): FolderContent {
  const reader = new ContentReader(root);
  const { FILES } = schemas;
  const own = namesOfContent(root, reader);
  if (own.length === 0) return { reader, isWhole: false };
  const plan = reader.yaml(FILES.plan, schemas.planSchema);
  const outline = reader.yaml(FILES.outline, schemas.outlineSchema);
  const units = reader.yaml(FILES.units, z.array(schemas.unitSchema));
  const documents = reader.yaml(FILES.documents, z.array(schemas.documentSchema));
  const corrections = reader.yaml(FILES.corrections, z.array(schemas.correctionSchema));
  const names = reader.optional(FILES.names, z.array(schemas.nameSchema), []) ?? [];
  const chapters = reader.folder('content/chapters', '.yaml', schemas.chapterSchema);
  const tasks = reader.folder('content/tasks', '.md', schemas.taskSchema, {
    problem: 'there are no tasks',
    advice: 'bring them back: npm run import',
  });
  const seed = plan && readSeed(plan.source.file, reader);
  const isWhole = reader.findings.length === 0;
  // Of these, no rule of others depends on what they have.
  reader.reportUnread(
    'content',
    own.filter((name) => !KNOWN.includes(name)),
  );
  const redirects = reader.optional(FILES.redirects, z.array(schemas.redirectSchema), []) ?? [];
  const synonyms = reader.optional(FILES.synonyms, z.array(schemas.synonymSchema), []) ?? [];
  const glossary = reader.optional(FILES.glossary, z.array(schemas.termSchema), []) ?? [];
  const progress = reader.folder('content/progress', '.yaml', schemas.progressSchema);
  reader.folder('content/pages', '.mdx', schemas.pageSchema);
  if (plan) findPictures(plan, root, reader);
  if (!plan || !outline || !units || !documents || !corrections) return { reader, isWhole, plan, seed };
  const content = {
    ...{ plan, outline, units, documents, corrections, redirects, glossary, progress, names, synonyms },
    chapters: chapters.map((chapter) => ({ ...chapter, id: basename(chapter.file, '.yaml') })),
    tasks: tasks.map((task) => ({ ...task, note: reader.body(task.file) })),
  };
  return { reader, isWhole, plan, content, seed };
}

/** What may stand in content/. */
const KNOWN = [
  'README.md',
  ...Object.values(schemas.FILES).map((file) => basename(file)),
  ...['chapters', 'pages', 'progress', 'tasks'],
];

/** What stands in the folder content/; where there is none to read, that is a finding. */
function namesOfContent(root: string, reader: ContentReader): string[] {
  const { names, problem } = readNames(root);
  if (problem) reader.report({ file: root, ...problem });
  if (!names) return [];
  const own = names.includes('content') ? reader.names('content') : [];
  const advice = 'import a plan first: npm run import';
  if (own?.length === 0)
    reader.report({ file: 'content/', problem: `there is no content in ${root}`, advice });
  return own ?? [];
}

/** Reports the pictures of issued signs that are not in public/. */
function findPictures({ site }: PlanFile, root: string, reader: ContentReader): void {
  const { mark, icp, police, contact = [] } = site ?? {};
  const issued: [at: (string | number)[], image: string | undefined][] = [
    [['mark'], mark?.image],
    [['icp'], icp?.image],
    [['police'], police?.image],
    ...contact.map(({ image }, index): [(string | number)[], string | undefined] => [
      ['contact', index],
      image,
    ]),
  ];
  for (const [at, image] of issued) {
    if (image === undefined) continue;
    if (isFile(join(root, 'public', image))) continue;
    const advice = 'put the picture there, or delete the line: its text is shown then';
    reader.report({
      ...{ file: schemas.FILES.plan, at: ['site', ...at, 'image'] },
      ...{ problem: `there is no file public${image}`, advice },
    });
  }
}

function readSeed(name: string, reader: ContentReader): Seed | undefined {
  const read = reader.text(`seeds/${name}`, {
    problem: 'the seed is missing',
    advice: 'put back the text as received, or name another file under source in content/plan.yaml',
  });
  return read && { text: read.text, sha256: sha256(read.bytes) };
}
