/** The search of the single-file edition: hides what does not contain the query and marks what is found. */
import { findMatches, lettersOf, question, type Letters, type Range } from '../../search/query.ts';
import { find } from '../dom.ts';
import { cut, toNode } from '../search/excerpt.ts';
import { textNodes } from '../text-nodes.ts';
import { onTyped } from '../typing.ts';

/** Traditional characters and their simplified forms, written in by src/build/offline/single-file.ts. */
declare const VARIANTS: string;

/** Text in which a phrase is searched for. */
interface Block {
  letters: Letters;
  /** The text nodes that hold it at present. */
  nodes: () => Text[];
}

/** What is shown or hidden as a whole: a task, another line of the text, a unit, a document, a correction. */
interface Item {
  element: HTMLElement;
  blocks: Block[];
}

const ITEMS = '#text :is(p, h2, h3, h4):not(.numbered *, .contents *, .voice-line), .numbered, article';
const LINES = 'p, h2, h3, h4, li, dt, dd';
const NOT_TEXT = '[data-voice=source] [data-voice=site], .number';

const box = find('[data-find]', HTMLElement);
const input = find('#find', HTMLInputElement);
const status = find('[data-status]', HTMLElement);
const items = Array.from(document.querySelectorAll<HTMLElement>(ITEMS), read);
const contents = find('.contents', HTMLElement);
const sections = Array.from(document.querySelectorAll<HTMLElement>('main section'));

function read(element: HTMLElement): Item {
  const nodesIn = (root: Element) => textNodes(root, (one) => one.matches(NOT_TEXT));
  const places = new Set(nodesIn(element).map((node) => placeOf(node, element)));
  const blocks = [...places].map((place): Block => {
    const nodes = () => nodesIn(place).filter((node) => placeOf(node, element) === place);
    return {
      letters: lettersOf(
        nodes()
          .map(({ data }) => data)
          .join(''),
      ),
      nodes,
    };
  });
  return { element, blocks };
}

/** A task's text and clause are one block, as in the plan; elsewhere each line is one. */
function placeOf(node: Text, item: HTMLElement): Element {
  const parent = node.parentElement;
  return parent?.closest('.source-text') ?? parent?.closest(LINES) ?? item;
}

const holds = ({ blocks }: Item, word: string) =>
  word !== '' && blocks.some(({ letters }) => letters.chars.includes(word));

/** Answers a query; an empty one shows everything. */
function run(query: string): void {
  const { words, whole } = question(query, VARIANTS);
  unmark();
  const found = items.filter((item) => words.every((word) => holds(item, word)));
  const shown = new Set(found.map(({ element }) => element));
  for (const { element } of items) element.hidden = !shown.has(element);
  contents.hidden = words.length > 0;
  // A section without items, such as the timeline, is hidden as well.
  for (const section of sections) {
    section.hidden = words.length > 0 && ![...shown].some((element) => section.contains(element));
  }
  for (const item of found) {
    const marked = holds(item, whole) ? [whole] : words;
    for (const block of item.blocks) {
      mark(
        block,
        marked.flatMap((word) => findMatches(block.letters, word)),
      );
    }
  }
  status.textContent = summary(query, words, found);
  status.dataset.query = query;
  if (words.length > 0) window.scrollTo({ top: 0 });
}

function summary(query: string, words: string[], found: Item[]): string {
  if (words.length === 0) return query.trim() === '' ? '' : '输入的内容里没有文字或数字，无从检索。';
  if (found.length === 0) return '没有找到逐字含有这些字的内容。';
  const tasks = found.filter(({ element }) => element.matches('.numbered')).length;
  return `逐字含有的：任务 ${tasks} 项，其他 ${found.length - tasks} 处。`;
}

function mark({ nodes }: Block, ranges: Range[]): void {
  if (ranges.length === 0) return;
  let start = 0;
  for (const node of nodes()) {
    const pieces = cut(
      node.data,
      ranges.map(([from, to]): Range => [from - start, to - start]),
    );
    start += node.length;
    if (pieces.some(({ marked }) => marked)) node.replaceWith(...pieces.map(toNode));
  }
}

function unmark(): void {
  for (const made of document.querySelectorAll('mark')) {
    const parent = made.parentNode;
    made.replaceWith(...made.childNodes);
    parent?.normalize();
  }
}

/** Ends the search when a link leads to something that it hides. */
function reveal(): void {
  const target = document.querySelector(':target');
  if (!target?.closest('[hidden]')) return;
  input.value = '';
  run('');
  target.scrollIntoView();
}

onTyped(input, () => {
  run(input.value);
});
window.addEventListener('hashchange', reveal);
box.hidden = false;
