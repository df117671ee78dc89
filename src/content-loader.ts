/** The loader of Astro's collections: reads and checks a folder once for all of them, or reports all findings. */
import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { counted, editorError, formatFindings } from './content-files/findings.ts';
import { FILES } from './content-files/schema.ts';
import type { Finding } from './plan/model.ts';
import { readChecked, type Checked } from './rules/read-checked.ts';

interface Entry {
  id: string;
  data: object;
  file: string;
  body?: string;
}

type Readable = Extract<Checked, { findings: [] }>;
type CollectionName = keyof ReturnType<typeof entriesOf>;

/** The entries of every collection. Astro sorts them by id; `order` keeps the order of lists. */
function entriesOf({ content, seed }: Readable) {
  const list = (file: string, entries: { id: string | number }[]): Entry[] =>
    entries.map((entry, order) => ({ id: String(entry.id), data: { ...entry, order }, file }));
  const { plan, outline, chapters, tasks, units, documents, corrections, glossary } = content;
  return {
    plan: [{ id: 'plan', data: plan, file: FILES.plan }],
    outline: [{ id: 'outline', data: outline, file: FILES.outline }],
    chapters: chapters.map(({ file, ...data }): Entry => ({ id: data.id, data, file })),
    tasks: tasks.map(({ file, note, ...data }): Entry => ({
      ...{ id: String(data.number), data, file, body: note },
    })),
    clauses: content.clauses.map(({ file, ...data }): Entry => ({ id: data.key, data, file })),
    units: list(FILES.units, units),
    documents: list(FILES.documents, documents),
    corrections: list(FILES.corrections, corrections),
    glossary: list(FILES.glossary, glossary),
    progress: content.progress.map(({ file, ...data }): Entry => {
      return { id: basename(file, '.yaml'), data, file };
    }),
    redirects: list(
      FILES.redirects,
      (content.redirects ?? []).map((one) => ({ ...one, id: one.from })),
    ),
    names: list(
      FILES.names,
      (content.names ?? []).map((one) => ({ ...one, id: one.names[0] ?? '' })),
    ),
    synonyms: list(
      FILES.synonyms,
      (content.synonyms ?? []).map((one) => ({ ...one, id: one.words[0] ?? '' })),
    ),
    seeds: [{ id: plan.source.file, data: seed, file: `seeds/${plan.source.file}` }],
  } satisfies Record<string, Entry[]>;
}

/** The loaders of the collections that `content/` and `seeds/` below a folder are made of. */
export function contentFolder(root: string) {
  const contexts = new Map<CollectionName, LoaderContext>();
  let reading: Checked | undefined;

  /** Throws all findings as one error. */
  function read(): Readable {
    reading ??= readChecked(root);
    if (reading.content) return reading;
    throw editorError(textOf(reading.findings, 'nothing was built'));
  }

  function fill(name: CollectionName, context: LoaderContext): void {
    const { store, config } = context;
    store.clear();
    const entries: Entry[] = entriesOf(read())[name];
    for (const { file, ...entry } of entries) {
      const filePath = relative(fileURLToPath(config.root), join(root, file));
      store.set({ ...entry, data: { ...entry.data }, filePath });
    }
    if (entries.length === 0) keepEmpty(context);
  }

  /** In development: reads everything again when a file changes; with findings the pages stay as they were. */
  function watch({ watcher, logger }: LoaderContext): void {
    if (!watcher) return;
    const folders = ['content', 'seeds'].map((name) => join(root, name));
    watcher.add(folders);
    const readAgain = () => {
      const fresh = readChecked(root);
      if (!fresh.content) {
        logger.error(textOf(fresh.findings, 'the pages stay as they were'));
        return;
      }
      reading = fresh;
      for (const [name, context] of contexts) fill(name, context);
      logger.info('content read anew');
    };
    // Many files may change at once, as where another version is checked out.
    let waiting: NodeJS.Timeout | undefined;
    watcher.on('all', (_event, path) => {
      if (!folders.some((folder) => path.startsWith(folder))) return;
      clearTimeout(waiting);
      waiting = setTimeout(readAgain, 50);
    });
  }

  return {
    /** Loads one collection. */
    collection: (name: CollectionName): Loader => ({
      name: `content/${name}`,
      load: (context) => {
        contexts.set(name, context);
        fill(name, context);
        if (name === 'plan') watch(context);
        return Promise.resolve();
      },
    }),
    /** Loads the site's own pages (MDX) of a folder, which may be missing. */
    pages: (folder: string): Loader => {
      const files = glob({ pattern: '*.mdx', base: pathToFileURL(`${folder}/`) });
      return {
        ...files,
        load: async (context) => {
          read();
          // What is kept of the build before names files as seen from the checkout, which may be another one now.
          context.store.clear();
          if (existsSync(folder)) await files.load(context);
          else keepEmpty(context);
        },
      };
    },
  };
}

const textOf = (findings: Finding[], effect: string) =>
  `${counted(findings.length, 'finding')} in the content; ${effect}.\n\n${formatFindings(findings)}\n`;

/** Registers an empty collection with Astro, which would otherwise warn each time it is queried. */
function keepEmpty({ store }: LoaderContext): void {
  store.set({ id: 'none', data: {} });
  store.delete('none');
}
