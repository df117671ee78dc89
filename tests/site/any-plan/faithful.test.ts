/** What a reader sees as the government's words is what the government wrote, on every page, to the character. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import {
  attribute,
  elements,
  expectNone,
  isOwnPlan,
  pageAt,
  pages,
  pagesFrom,
  planOfSite,
  planRoot,
  type Page,
} from '../../support/dist.ts';

const plan = planOfSite();
const seed = readFileSync(join(planRoot, 'seeds', plan.source.file), 'utf8').split('\n');

/** Written down here once more, so that a change of the site's own table does not change its referee. */
const ASCII: Record<string, string> = { '，': ',', '：': ':', '；': ';', '（': '(', '）': ')' };

/** The text of an element without what the site added: its own voice, and on request the signs it restored. */
function printed(node: Tree.Node, restored: 'with restored signs' | 'as received'): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  if ('tagName' in node && attribute(node, 'data-voice') === 'site') return '';
  if ('tagName' in node && attribute(node, 'class') === 'restored' && restored === 'as received') return '';
  return node.childNodes.map((child) => printed(child, restored)).join('');
}

const inAscii = (text: string) =>
  text.replace(/[，：；（）]/g, (mark) => ASCII[mark] ?? mark).replace(/(?<=\d)—(?=\d)/g, '-');

/** Our own text is compared to the character. Others come with blanks around their lines, which are not shown. */
const asReceived = (text: string) =>
  isOwnPlan ? inAscii(text) : inAscii(text).replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]/gu, '');
const received = isOwnPlan ? (text: string) => text : asReceived;

/** The lines of the seed that a page prints, in its order; a line that stands in several elements is joined. */
function linesOf(page: Page): Map<number, string> {
  const lines = new Map<number, string>();
  for (const element of elements(page.document)) {
    const line = attribute(element, 'data-line');
    if (line === undefined) continue;
    lines.set(Number(line), (lines.get(Number(line)) ?? '') + asReceived(printed(element, 'as received')));
  }
  return lines;
}

test('the whole text, read line by line, is the received file; what is not shown is named as page chrome', () => {
  const parts = pagesFrom('plan').map(linesOf);
  const shown = new Map(parts.flatMap((lines) => [...lines]));
  const account = seed.map((_, index) => shown.get(index + 1) ?? '');
  const expected = seed.map((text, index) => {
    const chrome = plan.chrome.filter(({ line }) => line === index + 1);
    return received(chrome.reduce((rest, one) => rest.replace(one.text, ''), text));
  });
  expect(account).toEqual(expected);
  // The title stands first, whatever the file has above it.
  const { line: first, source } = plan.title;
  const last = first + source.split('\n').length - 1;
  for (const lines of parts) {
    const order = [...lines.keys()].filter((line) => line < first || line > last);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  }
});

test('each task page prints its task as received, from after its number to the end of its line or clause', () => {
  for (const {
    number,
    marker,
    sourceText,
    sourceLines: [first, last],
    tail,
  } of plan.tasks) {
    const printedLines = [...linesOf(pageAt(`tasks/${number}/index.html`)).values()];
    const lines = seed.slice(first - 1, last).join('\n');
    expect(received(lines), `task ${number}`).toContain(asReceived(marker) + received(sourceText));
    const joint = isOwnPlan ? '\n' : '';
    expect(printedLines.join(joint), `task ${number}`).toBe(received(sourceText) + asReceived(tail));
  }
});

test('whatever any page marks as source stands in the whole text, or in the text as received', () => {
  const withoutBlanks = (text: string) => text.replace(/\s/g, '');
  const whole = pagesFrom('plan')
    .flatMap(({ document }) => [...elements(document)])
    .filter((element) => attribute(element, 'data-line') !== undefined)
    .map((element) => withoutBlanks(printed(element, 'with restored signs')))
    .join('');
  const all = withoutBlanks(seed.join(''));
  const findings = pages.flatMap(({ address, document }) =>
    [...elements(document)]
      .filter((element) => attribute(element, 'data-voice') === 'source')
      .map((element) => withoutBlanks(printed(element, 'with restored signs')))
      .filter((words) => !whole.includes(words) && !all.includes(words))
      .map((words) => ({ address, problem: `marked as source, but not in the text: ${words.slice(0, 60)}` })),
  );
  expectNone(findings);
});
