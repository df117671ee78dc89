import { expect, test } from 'vitest';
import {
  attribute,
  elements,
  expectNone,
  pages,
  text,
  type Page,
  type PageFinding,
} from '../../support/dist.ts';
import { htmlValidate } from '../../support/htmlvalidate.ts';

function problems(check: (page: Page) => string[]): PageFinding[] {
  return pages.flatMap((page) => check(page).map((problem) => ({ address: page.address, problem })));
}

const all = (page: Page, tag: string) =>
  [...elements(page.document)].filter(({ tagName }) => tagName === tag);

/** Elements whose text is not read as running text. */
const noProse = ['script', 'style', 'pre', 'textarea'];

/**
 * A blank beside a full-width mark, as a line break in a template leaves behind. Between two characters without
 * a mark it may be meant: 区财政局 牵头.
 */
const strayBlank =
  /[，。；：、（）《》“”][ \t\n]+[\p{Script=Han}（）《》“”]|[\p{Script=Han}）》”][ \t\n]+[，。；：、（）《》]/u;

const MANY = 1000;
/** Of a large plan, every tenth page of a folder is looked at: they are many and alike. */
const isLookedAt = ({ file }: Page, index: number) =>
  pages.length <= MANY || index % 10 === 0 || file.split('/').length <= 2;

test('every page is valid HTML', async () => {
  const findings: PageFinding[] = [];
  for (const page of pages.filter(isLookedAt)) {
    const report = await htmlValidate.validateString(page.html, page.file);
    for (const { messages } of report.results) {
      for (const { ruleId, message, selector } of messages) {
        findings.push({ address: page.address, problem: `${ruleId}: ${message} (${selector ?? ''})` });
      }
    }
  }
  expectNone(findings);
});

test('every page says that it is in Chinese', () => {
  expectNone(
    problems((page) => {
      const language = all(page, 'html').map((html) => attribute(html, 'lang'))[0];
      return language === 'zh-CN' ? [] : [`lang is ${language ?? 'missing'}`];
    }),
  );
});

test('every page has one h1', () => {
  expectNone(
    problems((page) => {
      const count = all(page, 'h1').length;
      return count === 1 ? [] : [`has ${count} h1`];
    }),
  );
});

test('every page has a title, and no two have the same', () => {
  const titled = pages.map((page) => ({
    page,
    titles: all(page, 'head').flatMap((head) => headTitles(head)),
  }));
  const byTitle = Map.groupBy(titled, ({ titles }) => titles.join());
  expectNone(
    titled.flatMap(({ page, titles }) => {
      const namesakes = byTitle.get(titles.join()) ?? [];
      const wrong = [
        ...(titles.length === 1 && titles[0]?.trim() !== ''
          ? []
          : [`has ${titles.length} titles or an empty one`]),
        ...(namesakes.length === 1
          ? []
          : [`shares its title “${titles.join()}” with ${namesakes.length - 1} pages`]),
      ];
      return wrong.map((problem) => ({ address: page.address, problem }));
    }),
  );
});

test('no blank stands beside a full-width mark, save in the text as received', () => {
  expectNone(
    problems((page) =>
      texts(page.document)
        .filter((each) => strayBlank.test(each))
        .map(quoteBlank),
    ),
  );
});

test('the blank finder finds blanks', () => {
  expect(strayBlank.test('区财政局 牵头，2016—2020年，共 5 项')).toBe(false);
  expect(strayBlank.test('牵头，\n  单位')).toBe(true);
});

type Element = ReturnType<typeof all>[number];

function headTitles(head: Element): string[] {
  return [...elements(head)].filter(({ tagName }) => tagName === 'title').map(text);
}

function texts(node: Page['document'] | Element['childNodes'][number]): string[] {
  if ('value' in node) return [node.value];
  if ('tagName' in node && (noProse.includes(node.tagName) || attribute(node, 'data-voice') === 'source'))
    return [];
  return 'childNodes' in node ? node.childNodes.flatMap(texts) : [];
}

function quoteBlank(value: string): string {
  const at = strayBlank.exec(value)?.index ?? 0;
  return `a blank in “${value.slice(Math.max(0, at - 8), at + 10).replace(/\s+/g, ' ')}”`;
}
