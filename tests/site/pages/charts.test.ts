import { brotliCompressSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { cellText } from '../../support/data/cell-text.ts';
import type { PlanData } from '../../../src/data/formats/plan-json-fields.ts';
import { attribute, base, elements, files, pageAt, read, text, type Page } from '../../support/dist.ts';

/**
 * Table, drawing, SVG file, CSV file and plan.json tell the same: each is read here as a list of short facts.
 */
const plan = JSON.parse(read('data/plan.json')) as PlanData;
const { tasks, units } = plan;
const roles = {
  lead: ['牵头'],
  sole: ['负责'],
  joint: ['按职责分别负责', '按职责分工负责'],
  support: ['配合'],
};
const roleOf = (words: string) =>
  Object.entries(roles).find(([, own]) => words.split('／').every((one) => own.includes(one)))?.[0];
const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? id;
const named = units.filter(({ kind }) => kind !== 'collective');

type Element = ReturnType<typeof elements> extends Generator<infer T> ? T : never;

const records = (file: string): Record<string, string>[] =>
  parse<Record<string, string>>(read(file), { bom: true, columns: true }).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cellText(cell)])),
  );
const titlesIn = (file: string) =>
  [...elements(parseFragment(read(file)))]
    .filter(
      ({ tagName, parentNode }) =>
        tagName === 'title' && parentNode && 'tagName' in parentNode && parentNode.tagName === 'g',
    )
    .map((title) => text(title));
const within = (root: Page['document'] | Element, check: (element: Element) => boolean) =>
  [...elements(root)].filter(check);
const has = (name: string, value?: string) => (element: Element) =>
  value === undefined ? attribute(element, name) !== undefined : attribute(element, name) === value;
const clean = (element: Element | undefined) => (element ? text(element).replace(/\s+/g, '') : '');
const numberIn = (href: string | undefined) => Number(/\/tasks\/(\d+)\/$/.exec(href ?? '')?.[1]);

const dates = Object.fromEntries(
  tasks.map(({ deadline }) => [`${deadline?.date.slice(0, 4)}年底前`, deadline?.date]),
);
/** 任务2 建立…，2017年底前（原文写明） → 2 2017-12-31 own; the text of task 25 writes 2017年年底前. */
function factOfName(name: string): string {
  const [, number, date = '', basis] =
    /^任务(\d+) .*，(\d{4}年底前)（(.*)）$/.exec(name.replace('年年底', '年底')) ?? [];
  return `${number} ${dates[date]} ${basis === '原文写明' ? 'own' : 'general'}`;
}

test('timeline: table, drawing, SVG, CSV and plan.json agree', () => {
  const wanted = tasks.map(({ number, deadline }) => `${number} ${deadline?.date} ${deadline?.basis}`).sort();
  const { document } = pageAt('timeline/index.html');
  const table = within(document, has('data-group')).flatMap((group) =>
    within(group, has('data-units')).map((row) =>
      [attribute(row, 'data-task'), attribute(group, 'data-group'), attribute(row, 'data-basis')].join(' '),
    ),
  );
  const drawn = within(document, has('class', 'mark')).map((mark) =>
    factOfName(text(within(mark, ({ tagName }) => tagName === 'title')[0] ?? mark)),
  );
  const csv = records('timeline/timeline.csv').map(
    (row) => `${row.number} ${row.deadlineDate} ${row.deadlineBasis}`,
  );
  expect(table.sort()).toEqual(wanted);
  expect(drawn.sort()).toEqual(wanted);
  expect(titlesIn('timeline/timeline.svg').map(factOfName).sort()).toEqual(wanted);
  expect(csv.sort()).toEqual(wanted);
});

test('timeline: a row bears the section and the units that plan.json gives its task', () => {
  const rows = within(pageAt('timeline/index.html').document, has('data-units'));
  expect(rows.length).toBe(tasks.length);
  for (const row of rows) {
    const task = tasks.find(({ number }) => String(number) === attribute(row, 'data-task'));
    expect(attribute(row, 'data-section')).toBe(String(task?.section));
    expect(attribute(row, 'data-units')).toBe(task?.units.map(({ id, role }) => `${id}:${role}`).join(' '));
  }
});

test.for(['deadlines', 'sections'] as const)('matrix of %s: table, SVG, CSV and plan.json agree', (by) => {
  const columnOf = (task: (typeof tasks)[number] | undefined) =>
    by === 'deadlines' ? task?.deadline?.date : `section ${task?.section}`;
  const wanted = tasks
    .flatMap((task) =>
      task.units.map(({ id, role }) => `${nameOf(id)} ${task.number} ${role} ${columnOf(task)}`),
    )
    .sort();
  const [matrix] = within(pageAt('matrix/index.html').document, has('data-matrix', by));
  const rows = within(matrix ?? pageAt('').document, has('data-total'));
  const columns = [...new Set(tasks.map((task) => columnOf(task) ?? ''))].sort();
  const table = rows.flatMap((row) => {
    const cells = within(row, ({ tagName }) => tagName === 'td').slice(0, columns.length);
    return cells.flatMap((cell, index) =>
      within(cell, has('data-role')).map(
        (link) =>
          `${clean(within(row, ({ tagName }) => tagName === 'th')[0])} ${numberIn(attribute(link, 'href'))} ${attribute(link, 'data-role')} ${columns[index]}`,
      ),
    );
  });
  const csv = records(`matrix/${by}.csv`).flatMap((row) =>
    columns.flatMap((column) =>
      (row[column] ?? '')
        .split('; ')
        .filter((entry) => entry !== '')
        .map((entry) => `${row.name} ${entry} ${column}`),
    ),
  );
  const svg = titlesIn(`matrix/${by}.svg`).map((title) => {
    const [, number, name, words = ''] = /^任务(\d+)，(\S+) (\S+)$/.exec(title) ?? [];
    return `${name} ${number} ${roleOf(words)} ${columnOf(tasks.find((task) => task.number === Number(number)))}`;
  });
  expect(table.sort()).toEqual(wanted);
  expect(csv.sort()).toEqual(wanted);
  expect(svg.sort()).toEqual(wanted);
});

test.for(['deadlines', 'sections'] as const)(
  'matrix of %s: a reader who adds up gets the sums that are printed',
  (by) => {
    const [matrix] = within(pageAt('matrix/index.html').document, has('data-matrix', by));
    const bodies = within(matrix ?? pageAt('').document, has('data-sortable'));
    const printed = within(matrix ?? pageAt('').document, (element) =>
      (attribute(element, 'class') ?? '').split(' ').includes('sums'),
    ).flatMap((part) =>
      within(part, ({ tagName }) => tagName === 'tr').map((row) =>
        within(row, ({ tagName }) => tagName === 'td').map((cell) => clean(cell)),
      ),
    );
    const added = (rows: Element[]) => {
      const lists = rows.map((row) =>
        within(row, ({ tagName }) => tagName === 'td')
          .slice(0, -2)
          .map((cell) => within(cell, has('data-role')).map((link) => attribute(link, 'href'))),
      );
      const columns = (lists[0] ?? []).map((_, index) => lists.flatMap((cells) => cells[index] ?? []));
      const leads = rows.flatMap((row) => within(row, has('data-role', 'lead'))).length;
      const everything = columns.flat();
      return [
        [...columns.map((list) => String(list.length)), String(everything.length), String(leads)],
        [...columns.map((list) => String(new Set(list).size)), String(new Set(everything).size), '—'],
      ];
    };
    const rowsOf = bodies.map((body) => within(body, has('data-total')));
    for (const row of rowsOf.flat()) {
      const numbers = within(row, ({ tagName }) => tagName === 'td').slice(-2);
      expect(clean(numbers[0])).toBe(String(within(row, has('data-role')).length));
      expect(clean(numbers[1])).toBe(String(within(row, has('data-role', 'lead')).length));
    }
    expect(printed).toEqual([...rowsOf.flatMap(added), ...added(rowsOf.flat())]);
  },
);

test('working together: table, drawing, SVG, CSV and plan.json agree', () => {
  const wanted = named
    .flatMap((a, index) =>
      named.slice(index + 1).map((b) => {
        const shared = a.tasks.filter(({ number }) => b.tasks.some((task) => task.number === number));
        return { names: [a.name, b.name], shared: shared.map(({ number }) => number) };
      }),
    )
    .filter(({ shared }) => shared.length > 0)
    .map(({ names, shared }) => `${names.sort().join(' ')}: ${shared.join(' ')}`)
    .sort();
  const { document } = pageAt('matrix/index.html');
  const table = within(
    document,
    (element) => element.tagName === 'tr' && (attribute(element, 'id') ?? '').includes('--'),
  ).map((row) => {
    const [head] = within(row, ({ tagName }) => tagName === 'th');
    const names = within(head ?? row, ({ tagName }) => tagName === 'a').map(clean);
    const numbers = within(row, ({ tagName }) => tagName === 'a').map((link) =>
      numberIn(attribute(link, 'href')),
    );
    return `${names.sort().join(' ')}: ${numbers.filter((number) => number > 0).join(' ')}`;
  });
  const factOfTitle = (title: string) => {
    const [, a = '', b = '', , list = ''] = /^(\S+?)和(\S+)，共同(\d+)项：(.*)$/.exec(title) ?? [];
    return `${[a, b].sort().join(' ')}: ${list.replaceAll('任务', '').split('、').join(' ')}`;
  };
  const drawn = within(document, (element) => attribute(element, 'class') === 'mark').map((mark) =>
    factOfTitle(text(within(mark, ({ tagName }) => tagName === 'title')[0] ?? mark)),
  );
  const csv = records('matrix/together.csv').map(
    (row) => `${[row.name ?? '', row.withName ?? ''].sort().join(' ')}: ${row.tasks?.split('; ').join(' ')}`,
  );
  expect(table.sort()).toEqual(wanted);
  expect(drawn.sort()).toEqual(wanted);
  expect(titlesIn('matrix/together.svg').map(factOfTitle).sort()).toEqual(wanted);
  expect(csv.sort()).toEqual(wanted);
});

test('every unit and every section has its own small timeline, with its own tasks', () => {
  const small = (file: string) =>
    within(pageAt(file).document, (element) =>
      (attribute(element, 'class') ?? '').includes('timeline-small'),
    ).flatMap((svg) => within(svg, has('data-task')).map((mark) => Number(attribute(mark, 'data-task'))));
  for (const unit of units) {
    expect(
      small(`units/${unit.id}/index.html`).sort((a, b) => a - b),
      unit.name,
    ).toEqual(unit.tasks.map(({ number }) => number));
  }
  for (const { number } of plan.sections) {
    const own = tasks.filter(({ section }) => section === number).map((task) => task.number);
    expect(small(`sections/${number}/index.html`).sort((a, b) => a - b)).toEqual(own);
  }
});

test('every picture has a PNG of some size beside its SVG', () => {
  for (const name of ['timeline/timeline', 'matrix/deadlines', 'matrix/sections', 'matrix/together']) {
    expect(files).toContain(`${name}.png`);
    // Read as text its first byte, which is no character, becomes one.
    expect(read(`${name}.png`).slice(1, 4), name).toBe('PNG');
    expect(read(`${name}.png`).length, name).toBeGreaterThan(50_000);
  }
});

test('a page for embedding has no chrome, names the source, and leads to the whole in the window itself', () => {
  for (const name of [
    'timeline/embed',
    'matrix/embed/deadlines',
    'matrix/embed/sections',
    'matrix/embed/together',
  ]) {
    const { document } = pageAt(`${name}/index.html`);
    const tags = new Set([...elements(document)].map(({ tagName }) => tagName));
    for (const chrome of ['header', 'footer', 'nav']) expect([...tags], name).not.toContain(chrome);
    expect(text(document), name).toContain(`来源：${plan.publisher}《${plan.title}》`);
    expect(
      within(document, ({ tagName }) => tagName === 'base').map((one) => attribute(one, 'target')),
    ).toEqual(['_top']);
    const links = within(document, ({ tagName }) => tagName === 'a').map(
      (link) => attribute(link, 'href') ?? '',
    );
    expect(
      links.some((href) => href.startsWith(`${base}${name.split('/')[0]}/`)),
      name,
    ).toBe(true);
  }
});

test('the timeline drawn on its page is at most 12 KB compressed', () => {
  const [svg = ''] =
    /<svg class="picture timeline"[^]*?<\/svg>/.exec(pageAt('timeline/index.html').html) ?? [];
  expect(svg.length).toBeGreaterThan(1000);
  expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(12 * 1024);
});
