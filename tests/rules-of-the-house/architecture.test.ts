import { globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** What whoever prints something may use. */
const leaves = ['src/plan/', 'src/urls.ts', 'src/labels.ts'];
const looks = ['src/styles/', 'src/scripts/'];

/**
 * Every room of src/, from the bottom up, with the rooms it may import and, where they are limited, the packages.
 */
const rooms: { path: string; rooms: string[]; packages?: string[] }[] = [
  { path: 'src/plan/', rooms: ['src/plan/'], packages: ['d3', 'zod'] },
  { path: 'src/urls.ts', rooms: [], packages: [] },
  { path: 'src/labels.ts', rooms: ['src/plan/'], packages: [] },
  { path: 'src/text/dictionaries.ts', rooms: [], packages: ['opencc-js', 'pinyin-pro'] },
  { path: 'src/content-files/decode.ts', rooms: ['src/plan/'] },
  { path: 'src/content-files/read.ts', rooms: ['src/plan/', 'src/content-files/decode.ts'] },
  // Files as they come → text, content → files, what was understood: the parts of the door below.
  {
    path: 'src/import/',
    rooms: ['src/import/', 'src/plan/', 'src/content-files/decode.ts', 'src/content-files/read.ts'],
  },
  { path: 'src/import/import-plan.ts', rooms: ['src/import/', 'src/plan/', 'src/content-files/decode.ts', 'src/content-files/read.ts'] },
  { path: 'src/site.ts', rooms: ['src/plan/', 'src/content-files/read.ts'] },
  {
    path: 'src/data/files.ts',
    rooms: ['src/plan/', 'src/site.ts', 'src/urls.ts', 'src/labels.ts'],
    packages: ['fflate', 'node:crypto'],
  },
  // The pages' own pictures and icons.
  { path: 'src/pictures/', rooms: ['src/pictures/', 'src/plan/'] },
  { path: 'src/build/', rooms: ['src/build/', 'src/plan/', 'src/text/dictionaries.ts', 'src/content-files/read.ts', 'src/urls.ts'] },
  { path: 'src/styles/', rooms: ['src/styles/'] },
  { path: 'src/scripts/', rooms: ['src/scripts/', ...leaves] },
  { path: 'src/drawings/', rooms: ['src/drawings/', ...leaves], packages: [] },
  { path: 'src/components/', rooms: ['src/components/', 'src/drawings/', ...looks, ...leaves] },
  {
    path: 'src/layouts/',
    rooms: ['src/layouts/', 'src/components/', 'src/drawings/', 'src/site.ts', ...looks, ...leaves],
  },
  {
    path: 'src/pages/',
    rooms: [
      'src/layouts/',
      'src/pictures/',
      'src/drawings/',
      'src/components/',
      'src/site.ts',
      'src/data/files.ts',
      'src/text/dictionaries.ts',
      ...looks,
      ...leaves,
    ],
  },
];

/** Doors that few may open, and the files that may. */
const doors = [
  { door: 'node:fs', open: ['src/content-files/read.ts', 'src/import/import-plan.ts', 'src/import/', 'src/build/', 'src/pictures/'] },
];

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** What a file imports: files of the project as paths from the root, packages by name. */
function importsOf(file: string): { target: string; local: boolean }[] {
  const parts = file.endsWith('.astro') ? scriptsOf(read(file)) : [read(file)];
  return parts
    .flatMap((part) => ts.preProcessFile(part, true, true).importedFiles)
    .map(({ fileName }) =>
      fileName.startsWith('.')
        ? { target: join(dirname(file), fileName), local: true }
        : { target: packageOf(fileName), local: false },
    );
}

function scriptsOf(astro: string): string[] {
  const frontMatter = /^---\n([^]*?)\n---/.exec(astro)?.[1] ?? '';
  return [
    frontMatter,
    ...[...astro.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, code = '']) => code),
  ];
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

const isIn = (places: string[], file: string) =>
  places.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));

const sources = files('src/**/*.{ts,astro}').filter((file) => !file.endsWith('.d.ts'));
const arrows = sources.flatMap((file) => importsOf(file).map((arrow) => ({ file, ...arrow })));
const roomOf = (file: string) => rooms.find(({ path }) => isIn([path], file));
const told = (wrong: typeof arrows) => wrong.map(({ file, target }) => `${file} → ${target}`);

test('the imports are found', () => {
  expect(arrows.length).toBeGreaterThan(0);
});

test('every file stands in a known room', () => {
  expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test('arrows between rooms only point down', () => {
  const wrong = arrows.filter(({ file, target, local }) => {
    const allowed = roomOf(file)?.rooms ?? [];
    return local && !isIn(allowed, target);
  });
  expect(told(wrong)).toEqual([]);
});

test('rooms that keep to few packages import no others', () => {
  const wrong = arrows.filter(({ file, target, local }) => {
    const packages = roomOf(file)?.packages;
    return !local && packages !== undefined && !packages.includes(target);
  });
  expect(told(wrong)).toEqual([]);
});

test.for(doors)('only few open $door', ({ door, open }) => {
  const wrong = arrows.filter(({ file, target }) => target === door && !isIn(open, file));
  expect(told(wrong)).toEqual([]);
});

test('content and seeds import nothing', () => {
  const written = files('{content,seeds}/**/*.{md,mdx}').filter((file) =>
    /^(import|export)\s/m.test(read(file)),
  );
  const programs = files('{content,seeds}/**/*.{js,mjs,cjs,ts,astro,jsx,tsx}');
  expect([...written, ...programs]).toEqual([]);
});

test('the top level has the rooms that it was given, and what tools need: nothing was left lying about', () => {
  const rooms = ['content', 'public', 'seeds', 'src', 'tests', 'deploy'];
  const tools = [
    'package.json',
    'package-lock.json',
    'astro.config.mjs',
    'eslint.config.js',
    'tsconfig.json',
    'vitest.config.ts',
  ];
  const known = ['README.md', ...rooms, ...tools, ...read('.gitignore').replaceAll('/', '').split('\n')];
  const found = readdirSync(root).filter((name) => !name.startsWith('.') && !known.includes(name));
  expect(found).toEqual([]);
});
