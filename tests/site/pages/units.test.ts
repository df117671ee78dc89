import { expect, test } from 'vitest';
import {
  attribute,
  base,
  elements,
  ids,
  pageAt,
  pages,
  planOfSite,
  text,
  type Page,
} from '../../support/dist.ts';

const { corrections, documents, tasks, units } = planOfSite();

function within(where: Page, id: string) {
  const found = [...elements(where.document)].find((element) => attribute(element, 'id') === id);
  if (!found) throw new Error(`${where.file} has no #${id}`);
  return found;
}

const inMain = (where: Page) => elements(within(where, 'main'));
const linksIn = (nodes: Iterable<Parameters<typeof text>[0]>) =>
  [...nodes].flatMap((node) => ('attrs' in node ? (attribute(node, 'href') ?? []) : []));

/** Numbers of the tasks in the task lists of a page, in the order of the page. */
function listedTasks(where: Page): number[] {
  return [...inMain(where)]
    .filter((element) => attribute(element, 'class') === 'task-title')
    .map((element) => Number(/\/tasks\/(\d+)\//.exec(attribute(element, 'href') ?? '')?.[1]));
}

test.for(units)('the page of $name lists its tasks and no others', (unit) => {
  const numbers = listedTasks(pageAt(`units/${unit.id}/index.html`)).sort((a, b) => a - b);
  expect(numbers).toEqual(unit.tasks.map(({ number }) => number));
});

test('a unit page links to each unit its clauses name, and to every collective body', () => {
  const collectives = units.filter(({ kind }) => kind === 'collective').map(({ id }) => id);
  for (const unit of units) {
    const links = linksIn(inMain(pageAt(`units/${unit.id}/index.html`)));
    const wanted = [...unit.partners.map(({ id }) => id), ...collectives];
    if (unit.kind === 'collective') continue;
    for (const id of wanted) expect(links, unit.name).toContain(`${base}units/${id}/`);
  }
});

test('collective bodies are shown as such, without partners or reporting', () => {
  for (const unit of units) {
    const where = pageAt(`units/${unit.id}/index.html`);
    const collective = unit.kind === 'collective';
    expect(text(within(where, 'main')).includes('方案以统称写明，本站没有读出其成员'), unit.name).toBe(
      collective,
    );
    for (const id of ['partners', 'every-unit', 'collective']) expect(ids(where).has(id)).toBe(!collective);
  }
});

test('names that the plan does not write are marked as added', () => {
  for (const unit of units) {
    const added = unit.aliases.filter(({ inPlan }) => !inPlan).length;
    const shown = text(within(pageAt(`units/${unit.id}/index.html`), 'main')).split('本站补充').length - 1;
    expect(shown, unit.name).toBe(added);
  }
});

test('the index lists every unit once', () => {
  const listed = linksIn(inMain(pageAt('units/index.html'))).filter((href) =>
    /\/units\/[a-z-]+\/$/.test(href),
  );
  expect(listed.sort()).toEqual(units.map(({ id }) => `${base}units/${id}/`).sort());
});

test.for(documents)('document $id is quoted with its words marked, and linked to each place', (document) => {
  const entry = within(pageAt('documents/index.html'), document.id);
  const words = document.words ?? `《${document.title}》`;
  const marked = [...elements(entry)].filter(({ tagName }) => tagName === 'mark').map(sourceText);
  const places = [
    ...document.citations.map(({ task, sentence }) => `${base}tasks/${task}/#${sentence}`),
    ...document.lines.map((line) => `${base}plan/#L${line}`),
  ];
  expect(marked).toEqual(places.map(() => words));
  expect(linksIn(elements(entry))).toEqual(expect.arrayContaining(places));
});

test('corrections stand in the order of their numbers', () => {
  const entries = [...elements(pageAt('corrections/index.html').document)]
    .map((element) => attribute(element, 'id') ?? '')
    .filter((id) => /^c\d+$/.test(id));
  expect(entries).toEqual(
    corrections
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .map((id) => `c${id}`),
  );
});

test('a correction is shown with exactly the characters received, and the place links to it', () => {
  const where = pageAt('corrections/index.html');
  for (const { id, line, received, kind } of corrections) {
    const entry = within(where, `c${id}`);
    const shown = [...elements(entry)].filter(
      (element) => attribute(element, 'data-pagefind-body') !== undefined,
    );
    expect(shown.map(text)[0]).toBe(received);
    expect(linksIn(elements(entry))).toContain(`${base}plan/#L${line}`);
    if (kind === 'layout') continue;
    const from = pages.filter((one) => one.html.includes(`href="${base}corrections/#c${id}"`));
    const task = tasks.find(({ sourceLines: [first, last] }) => first <= line && line <= last);
    expect(from.map(({ file }) => file)).toContain(
      task ? `tasks/${task.number}/index.html` : 'plan/index.html',
    );
  }
});

/** The words of the source alone, without what the site says inside them. */
function sourceText(node: Parameters<typeof text>[0]): string {
  if ('attrs' in node && attribute(node, 'data-voice') === 'site') return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(sourceText).join('') : '';
}
