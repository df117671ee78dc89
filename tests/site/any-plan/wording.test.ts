/** The site calls one thing by one name: on its pages, in its scripts, and in the files that people take along. */
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  attribute,
  elements,
  expectNone,
  files,
  pageAt,
  pages,
  planOfSite,
  planRoot,
  read,
  text,
} from '../../support/dist.ts';
import { oldWordsIn } from '../../support/data/wording.ts';
import { isLarge } from '../../../src/plan/large/size.ts';

const plan = planOfSite();
const seed = readFileSync(join(planRoot, 'seeds', plan.source.file), 'utf8');

/** What a reader sees, hears or is told of an element that is not a quotation from the plan or an editor's. */
function said(node: Tree.Node): string {
  if ('value' in node) return node.value;
  const voice = 'tagName' in node ? attribute(node, 'data-voice') : undefined;
  if (voice === 'source' || voice === 'editor') return '';
  const attributes =
    'tagName' in node
      ? ['aria-label', 'title', 'alt', 'label', 'content', 'placeholder', 'data-label'].map((name) =>
          attribute(node, name),
        )
      : [];
  const children = 'childNodes' in node ? node.childNodes.map(said) : [];
  return [...attributes, ...children].join('');
}

test('no page uses a word that the site has given up', () => {
  expectNone(
    pages.flatMap(({ address, document }) =>
      oldWordsIn(said(document), seed).map((problem) => ({ address, problem })),
    ),
  );
});

test('nor does a script, a calendar, a feed, a table, a drawing or a Markdown file', () => {
  const written = [...files].filter(
    (file) =>
      /\.(?:js|ics|xml|csv|md|txt|json|svg)$/.test(file) &&
      !/^pagefind\/|^data\/source\.txt$|zh-Hant/.test(file),
  );
  expect(written.length).toBeGreaterThan(20);
  expectNone(
    written.flatMap((file) => oldWordsIn(read(file), seed).map((problem) => ({ address: file, problem }))),
  );
});

test('where a date is called that of all tasks, the page says once which rule sets it, in its words', () => {
  const rule = plan.generalDeadline;
  const lists = pages.filter(({ file }) =>
    /^(?:tasks|sections|units)\/[^/]+\/index\.html$|^index\.html$/.test(file),
  );
  expectNone(
    lists.flatMap(({ address, document }) => {
      const body = [...elements(document)].find(({ tagName }) => tagName === 'main');
      const words = body ? text(body) : '';
      const marked = [...elements(document)].some((one) => attribute(one, 'data-basis') === 'general');
      const count = rule ? words.split(/任务里没有单独写完成期限，依原文的规定/).length - 1 : 0;
      if (!rule || !marked) return [];
      return count === 1 && words.includes(rule.words)
        ? []
        : [{ address, problem: `explains 按统一期限 ${count} times` }];
    }),
  );
});

test('the picture of the timeline is called by what it shows', () => {
  if (!plan.tasks.some(({ deadline }) => deadline)) return;
  const titles = [...elements(pageAt('timeline/index.html').document)]
    .filter(({ tagName }) => tagName === 'h2')
    .map((heading) => text(heading).trim());
  // Of a large plan the picture has counts.
  if (!isLarge(plan)) expect(titles).toContain('时间轴图');
  expect(titles).not.toContain('图');
});

test('a page says of the plan only what holds for it', () => {
  const descriptionOf = (file: string) =>
    [...elements(pageAt(file).document)]
      .filter((one) => attribute(one, 'name')?.toLowerCase() === 'description')
      .map((one) => attribute(one, 'content'))
      .join('');
  const mainOf = (file: string) =>
    [...elements(pageAt(file).document)]
      .filter(({ tagName }) => tagName === 'main')
      .map(text)
      .join('');
  const collective = plan.units.some(({ kind }) => kind === 'collective');
  for (const file of ['matrix/index.html', 'units/index.html'])
    expect(descriptionOf(file).includes('统称'), file).toBe(collective);
  const entries = plan.tasks.map(({ duty }) => new Set(duty.units.map(({ id }) => id)).size);
  if (!isLarge(plan) && plan.units.length > 0)
    expect(mainOf('matrix/index.html').includes('各行相加大于任务项数')).toBe(
      entries.some((count) => count > 1),
    );
  expect(descriptionOf('timeline/index.html').includes('统一期限')).toBe(
    plan.generalDeadline !== undefined && plan.tasks.some(({ deadline }) => deadline !== undefined),
  );
  expect(descriptionOf('corrections/index.html').includes('标点')).toBe(
    // Between digits only the dash of a range is shown otherwise; those of a date are none.
    /(?<!\d)[,:;()]|[,:;()](?!\d)|(?<!-\d*)(?<=\d)-\d+(?![-\d])/.test(seed),
  );
  for (const { file } of pages)
    expect(descriptionOf(file), `${file} counts what there is none of`).not.toMatch(
      /(?<!\d)0(?:个|条|份|项)/,
    );
  for (const relation of ['cited', 'promised'] as const)
    expect(
      descriptionOf('documents/index.html').includes(relation === 'cited' ? '引用的文件' : '将要制定'),
    ).toBe(plan.documents.some((one) => one.relation === relation));
});
