/** What a reader sees as the government's words is what the government wrote, on every page, to the character. */
import { readFileSync } from 'node:fs';
import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { expect, test } from 'vitest';
import { readPlan } from '../../src/read.ts';
import { attribute, elements, expectNone, pages, type Page } from './dist.ts';

const { plan } = readPlan(process.cwd());
if (!plan) throw new Error('The content has findings: npm run build names them.');
const seed = readFileSync(`seeds/${plan.source.file}`, 'utf8').split('\n');

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

const asReceived = (text: string) =>
  text.replace(/[，：；（）]/g, (mark) => ASCII[mark] ?? mark).replace(/(?<=\d)—(?=\d)/g, '-');

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

const pageAt = (file: string) => {
  const page = pages.find((one) => one.file === file);
  if (!page) throw new Error(`dist/${file} is missing`);
  return page;
};

test('the whole text, read line by line, is the received file; what is not shown is named as page chrome', () => {
  const shown = linesOf(pageAt('plan/index.html'));
  const chrome = new Map(plan.chrome.map(({ line, text }) => [line, text]));
  const account = seed.map((_, index) => shown.get(index + 1) ?? chrome.get(index + 1));
  expect(account).toEqual(seed);
  expect([...shown.keys()]).toEqual([...shown.keys()].sort((a, b) => a - b));
  expect([...shown.keys()].filter((line) => chrome.has(line))).toEqual([]);
});

test('each task page prints its task as received, from after its number to the end of the clause', () => {
  const headings = plan.sections.flatMap(({ measures }) => measures.map(({ heading }) => heading));
  for (const task of plan.tasks) {
    const lines = linesOf(pageAt(`tasks/${task.number}/index.html`));
    const [first, last] = task.sourceLines;
    const received = seed.slice(first - 1, last).join('\n');
    const start = `${task.number})`.length;
    // A heading that lost its line break stands in the task's last line (task 63).
    const glued = headings.find(({ line }) => line === last)?.source.length ?? 0;
    expect([...lines.values()].join('\n'), `task ${task.number}`).toBe(
      received.slice(start, received.length - glued),
    );
  }
});

test('whatever any page marks as source stands in the whole text, or in the text as received', () => {
  const withoutBlanks = (text: string) => text.replace(/\s/g, '');
  const whole = [...elements(pageAt('plan/index.html').document)]
    .filter((element) => attribute(element, 'data-line') !== undefined)
    .map((element) => withoutBlanks(printed(element, 'with restored signs')))
    .join('');
  const received = withoutBlanks(seed.join(''));
  const findings = pages.flatMap(({ address, document }) =>
    [...elements(document)]
      .filter((element) => attribute(element, 'data-voice') === 'source')
      .map((element) => withoutBlanks(printed(element, 'with restored signs')))
      .filter((words) => !whole.includes(words) && !received.includes(words))
      .map((words) => ({ address, problem: `marked as source, but not in the text: ${words.slice(0, 60)}` })),
  );
  expectNone(findings);
});
