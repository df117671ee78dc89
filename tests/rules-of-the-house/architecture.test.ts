/** The folders of src/: what each may contain, which others it may import, and how many files it may have. */
import { globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

/** A room of src/ and, where they are limited, the packages that it may use. Without `packages` it may use any. */
interface Room {
  path: string;
  packages?: string[];
}

const FILES = ['node:fs', 'node:path', 'node:url'];

/** The house from the top floor down: a room imports only rooms of lower floors. */
const floors: Room[][] = [
  [
    { path: 'pages/', packages: ['astro', 'astro:content'] },
    { path: 'middleware.ts', packages: ['astro'] },
    { path: 'cli/' },
    { path: 'build/' },
  ],
  [{ path: 'layouts/', packages: [] }],
  [{ path: 'components/', packages: ['qrcode'] }],
  [
    { path: 'data/', packages: ['fflate', 'ical-generator', 'zod'] },
    { path: 'client/', packages: ['@github/combobox-nav'] },
  ],
  [
    { path: 'site.ts', packages: ['astro:content'] },
    { path: 'content.config.ts', packages: ['astro', 'node:module', 'node:path', 'zod'] },
  ],
  [
    { path: 'content-loader.ts', packages: [...FILES, 'astro'] },
    { path: 'import/', packages: [...FILES, 'fflate', 'parse5', 'pinyin-pro', 'yaml'] },
  ],
  [
    { path: 'assemble/', packages: [] },
    { path: 'verify/', packages: ['diff'] },
  ],
  [
    { path: 'rules/', packages: [] },
    { path: 'charts/', packages: ['d3'] },
    { path: 'search/', packages: [] },
    { path: 'metadata/', packages: [] },
  ],
  [
    { path: 'labels/', packages: [] },
    { path: 'content-files/', packages: [...FILES, 'node:crypto', 'yaml', 'zod'] },
  ],
  [{ path: 'clauses/', packages: [] }],
  [{ path: 'plan/', packages: ['d3'] }],
  [
    { path: 'text/', packages: ['opencc-js', 'parse5', 'pinyin-pro'] },
    {
      path: 'images/',
      packages: [
        ...FILES,
        '@resvg/resvg-js',
        'fontkitten',
        'node:fs/promises',
        'node:module',
        'node:os',
        'subset-font',
      ],
    },
    { path: 'urls.ts', packages: [] },
    { path: 'styles/', packages: [] },
    { path: 'default-pages/', packages: [] },
  ],
];

const rooms = floors.flatMap((floor, height) =>
  floor.map((room) => ({ ...room, path: `src/${room.path}`, height })),
);

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

const sources = files('src/**/*.{ts,mjs,astro}').filter((file) => !file.endsWith('.d.ts'));
const arrows = sources.flatMap((file) => importsOf(file).map((arrow) => ({ file, ...arrow })));
const roomOf = (file: string) =>
  rooms.find(({ path }) => (path.endsWith('/') ? file.startsWith(path) : file === path));
const named = (wrong: { file: string; target: string }[]) =>
  wrong.map(({ file, target }) => `${file} → ${target}`);

test('the imports are found', () => {
  expect(arrows.length).toBeGreaterThan(500);
});

test('every file belongs to a known folder', () => {
  expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([]);
});

test('a folder imports only folders below it', () => {
  const wrong = arrows.filter(({ file, target, local }) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    return local && from !== to && (to === undefined || from === undefined || to.height <= from.height);
  });
  expect(named(wrong)).toEqual([]);
});

test('a folder uses only its packages', () => {
  const wrong = arrows.filter(({ file, target, local }) => {
    const packages = roomOf(file)?.packages;
    return !local && packages !== undefined && !packages.includes(target);
  });
  expect(named(wrong)).toEqual([]);
});

test('no file imports itself by way of others', () => {
  const targets = Map.groupBy(
    arrows.filter(({ local }) => local),
    ({ file }) => file,
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const { target } of targets.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of sources) visit(file, []);
  expect(circles).toEqual([]);
});

test('a folder has few files, and none has more than a fifth of the code', () => {
  const folders = Map.groupBy(
    files('src/**/*').filter((file) => statSync(join(root, file)).isFile()),
    (file) => dirname(file),
  );
  // Each file of src/pages/ is an address; Astro wants them there.
  const full = [...folders].filter(([folder, own]) => own.length > 16 && folder !== 'src/pages');
  expect(full.map(([folder, own]) => `${folder}: ${own.length} files`)).toEqual([]);
  const lines = (file: string) => read(file).split('\n').length;
  const code = files('src/**/*.{ts,mjs,astro,css,mdx}');
  const whole = code.reduce((sum, file) => sum + lines(file), 0);
  const shares = Map.groupBy(code, (file) => roomOf(file)?.path ?? file);
  const large = [...shares].filter(([, own]) => own.reduce((sum, file) => sum + lines(file), 0) > whole / 5);
  expect(large.map(([path]) => path)).toEqual([]);
});

test('content and seeds import nothing', () => {
  const written = files('{content,seeds}/**/*.{md,mdx}').filter((file) =>
    /^(import|export)\s/m.test(read(file)),
  );
  const programs = files('{content,seeds}/**/*.{js,mjs,cjs,ts,astro,jsx,tsx}');
  expect([...written, ...programs]).toEqual([]);
});

test('the top level has only the known folders and the files that tools need', () => {
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
