import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync } from 'node:zlib';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { LIGHT, svgFile } from '../../../src/charts/svg-file.ts';
import { columnNames, drawMatrix } from '../../../src/charts/draw-matrix.ts';
import { fileNotes } from '../../../src/charts/source-note.ts';
import { drawTimeline } from '../../../src/charts/draw-timeline.ts';
import { drawSharedTasks } from '../../../src/charts/draw-shared-tasks.ts';
import { roleNames } from '../../../src/plan/role-words.ts';
import { deadlineColumn, sectionColumn, countMatrix } from '../../../src/charts/matrix-counts.ts';
import { adjacency } from '../../../src/charts/shared-tasks.ts';
import type { Chart } from '../../../src/charts/svg.ts';
import { colour } from '../../../src/styles/read-tokens.ts';
import { readPlan } from '../../../src/assemble/read-plan.ts';

const { plan } = readPlan(process.cwd());
if (!plan) throw new Error('The content has findings: mend what `npm run build` lists.');

const byDates = countMatrix(plan, deadlineColumn);
const bySections = countMatrix(plan, sectionColumn);
const roles = roleNames(plan);
const files = [
  { name: 'timeline', picture: drawTimeline(plan.tasks, plan, { label: '全部任务的完成期限' }) },
  {
    name: 'deadlines',
    picture: drawMatrix(byDates, columnNames(byDates, 'deadlines', plan.sections), '期限', roles),
  },
  {
    name: 'sections',
    picture: drawMatrix(bySections, columnNames(bySections, 'sections', plan.sections), '板块', roles),
  },
  { name: 'together', picture: drawSharedTasks(adjacency(plan)) },
].map(({ name, picture }) => ({
  name,
  picture,
  svg: svgFile(picture, fileNotes(plan, 'https://site.invalid/')),
}));

function* elements(node: Tree.Node): Generator<Tree.Element> {
  if ('tagName' in node) yield node;
  if ('childNodes' in node) for (const child of node.childNodes) yield* elements(child);
}
const all = (svg: string) => [...elements(parseFragment(svg))];

/** Every character that a TrueType font has, from its table of characters (cmap, format 12). */
function charactersOf(font: Buffer): (code: number) => boolean {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const cmap = font.readUInt32BE(
    (tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap') ?? 0) + 8,
  );
  const formats = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, index) => cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4),
  );
  const table = formats.find((at) => font.readUInt16BE(at) === 12);
  if (table === undefined) throw new Error('the font has no table of characters in format 12');
  const ranges = Array.from({ length: font.readUInt32BE(table + 12) }, (_, index) => {
    const at = table + 16 + index * 12;
    return [font.readUInt32BE(at), font.readUInt32BE(at + 4)] as const;
  });
  return (code) => ranges.some(([first, last]) => first <= code && code <= last);
}

test.for(files)(
  '$name.svg stands for itself: no class, no link, no style, nothing from elsewhere',
  ({ svg }) => {
    const attributes = new Set(all(svg).flatMap(({ attrs }) => attrs.map(({ name }) => name)));
    for (const name of ['class', 'href', 'style', 'tabindex', 'data-task'])
      expect([...attributes]).not.toContain(name);
    expect(svg).not.toMatch(/<style|<image|<script|url\(/);
    expect(svg).toContain('role="img"');
  },
);

test.for(files)('$name.svg has title, caption, source and author', ({ svg, picture }) => {
  const words = all(svg)
    .filter(({ tagName }) => tagName === 'text')
    .flatMap(({ childNodes }) => childNodes.map((child) => ('value' in child ? child.value : '')))
    .join('');
  for (const text of [
    picture.title,
    picture.caption,
    plan.title.shown,
    plan.publisher,
    '本站',
    'https://site.invalid/',
  ])
    expect(words).toContain(text);
});

test.for(files)('every shape of $name.svg has a colour of its own', ({ svg }) => {
  const bare = all(svg).filter(
    ({ tagName, attrs }) =>
      ['rect', 'circle', 'path'].includes(tagName) &&
      !attrs.some(({ name }) => ['fill', 'stroke'].includes(name)),
  );
  expect(bare.map(({ attrs }) => attrs)).toEqual([]);
});

test('the files have the light colours of the site', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  for (const [name, value] of Object.entries(LIGHT)) {
    expect(colour(tokens, `--${name}`, { theme: 'light', large: false }), name).toBe(value);
  }
});

test('the font of the PNG files has every character of the charts', () => {
  for (const name of ['400Regular/NotoSansSC_400Regular', '600SemiBold/NotoSansSC_600SemiBold']) {
    const has = charactersOf(
      readFileSync(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans-sc/${name}.ttf`)),
    );
    const missing = new Set(
      files.flatMap(({ svg }) => [...svg]).filter((sign) => sign > ' ' && !has(sign.codePointAt(0) ?? 0)),
    );
    expect([...missing]).toEqual([]);
  }
});

test('the grid of the timeline is closed at its bottom', () => {
  for (const small of [false, true]) {
    const { height, width, nodes } = drawTimeline(plan.tasks, plan, { label: '图', small });
    const [grid] = nodes.filter(({ attributes }) => attributes.class === 'gridline');
    expect(String(grid?.attributes.d)).toContain(`M0 ${height}H${width}`);
  }
});

test('the timeline as a file is at most 12 KB compressed', () => {
  const size = brotliCompressSync(files.find(({ name }) => name === 'timeline')?.svg ?? '').length;
  expect(size).toBeGreaterThan(1000);
  expect(size).toBeLessThanOrEqual(12 * 1024);
});

test('published progress is a corner of the mark and a part of its title, only where there is some', () => {
  const progress = [
    {
      date: '2020-01-01',
      statement: '甲',
      source: { title: '乙', publisher: '丙', url: 'https://site.invalid/' },
    },
  ];
  const withOne = plan.tasks.map((task) => (task.number === 12 ? { ...task, progress } : task));
  const svg = svgFile(drawTimeline(withOne, plan, { label: '图' }), []);
  const corners = all(svg).filter(({ tagName, parentNode }) => tagName === 'path' && parentNode !== null);
  expect(svg.split('公开的进展材料1条').length - 1).toBe(1);
  expect(corners.length).toBe(
    all(files[0]?.svg ?? '').filter(({ tagName }) => tagName === 'path').length + 1,
  );
  expect(files[0]?.svg).not.toContain('公开的进展材料');
});

test('a timeline of deadlines in one year names the year once', () => {
  const own = plan.tasks.filter(({ deadline }) => deadline?.date.startsWith('2018'));
  const days = { ...plan, period: undefined, goal: undefined };
  const { description } = drawTimeline(own, days, { label: '图' });
  expect(description).toMatch(/^横轴为2018年，/);
  expect(drawTimeline(plan.tasks, plan, { label: '图' }).description).toMatch(/^横轴为2016—2020年，/);
});

/** The texts of a class, with where each begins. */
const labels = ({ nodes }: Chart, kind: string): { x: number; text: string }[] =>
  nodes.flatMap((node) =>
    node.attributes.class === kind
      ? [{ x: Number(node.attributes.x), text: node.children.map(String).join('') }]
      : [],
  );

test('where marks stand close to the names of sections, the years begin behind the names, in the largest letters that a page uses', () => {
  const early = plan.tasks.filter(({ deadline }) => deadline?.date.startsWith('2017'));
  const chart = drawTimeline(
    early,
    { ...plan, period: [2017, 2020], published: '2017-07-18' },
    { label: '' },
  );
  const largest = Number(
    /\.timeline text \{\s*font-size: (\d+)px/.exec(readFileSync('src/styles/charts.css', 'utf8'))?.[1],
  );
  const [line = NaN] = chart.nodes.flatMap(({ attributes }) =>
    attributes.class === 'gridline' ? [Number(/^M([\d.]+) /.exec(String(attributes.d))?.[1])] : [],
  );
  const names = labels(chart, 'lane-label');
  expect(names.length).toBeGreaterThan(5);
  expect(line).toBeGreaterThan(0);
  for (const { x, text } of names) expect(x + text.length * largest).toBeLessThanOrEqual(line);
});

test('however long the name of a unit is, its marks stand behind it', () => {
  const name = '深化行政审批制度改革和优化营商环境工作领导小组办公室综合协调与督促检查组';
  const units = plan.units.map((unit, index) => (index === 0 ? { ...unit, name } : unit));
  const matrix = countMatrix({ ...plan, units }, deadlineColumn);
  const chart = drawMatrix(matrix, columnNames(matrix, 'deadlines', plan.sections), '期限', roles);
  const own = labels(chart, 'unit-label').find(({ text }) => text === name);
  expect(own?.x).toBe(0);
  const [first] = chart.nodes.flatMap(
    ({ attributes }) => /^translate\((\S+) /.exec(String(attributes.transform))?.[1] ?? [],
  );
  expect(Number(first)).toBeGreaterThanOrEqual(name.length * chart.fontSize);
});
