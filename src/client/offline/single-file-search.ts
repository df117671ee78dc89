/** The search of the single-file edition: what does not contain the query is hidden, what is found is marked. */
import { findMatches, lettersOf, question, type Letters, type Range } from '../../search/query.ts';
import { cut, type Piece } from '../search/excerpt.ts';

/** As in plan/variants.ts; written in by src/build/offline/single-file.ts. */
declare const VARIANTS: string;

/** A segment of text that a phrase may run through. */
interface Block {
  letters: Letters;
  /** The text nodes it consists of, each with where it starts. */
  nodes: () => { node: Text; start: number }[];
}

/** What is found or hidden as a whole: a task, another line of the text, a unit, a document, a correction. */
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

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The page lacks ${selector}.`);
  return found;
}

function read(element: HTMLElement): Item {
  const places = new Set(textNodes(element).map((node) => placeOf(node, element)));
  const blocks = [...places].map((place): Block => {
    const nodes = () => {
      let end = 0;
      return textNodes(place)
        .filter((node) => placeOf(node, element) === place)
        .map((node) => ({ node, start: (end += node.data.length) - node.data.length }));
    };
    const text = nodes().reduce((before, { node }) => before + node.data, '');
    return { letters: lettersOf(text), nodes };
  });
  return { element, blocks };
}

/** A task's text and clause are one text, as in the plan; elsewhere every line stands for itself. */
function placeOf(node: Text, item: HTMLElement): Element {
  const parent = node.parentElement;
  return parent?.closest('.source-text') ?? parent?.closest(LINES) ?? item;
}

function textNodes(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest(NOT_TEXT)) nodes.push(node);
  }
  return nodes;
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
  // One that holds no item, such as the timeline, is no answer.
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
  for (const { node, start } of nodes()) {
    const own = ranges.map(([from, to]): Range => [from - start, to - start]);
    const pieces = cut(node.data, own);
    if (pieces.some(({ marked }) => marked)) node.replaceWith(...pieces.map(piece));
  }
}

function piece({ text, marked }: Piece): Node | string {
  if (!marked) return text;
  const made = document.createElement('mark');
  made.textContent = text;
  return made;
}

function unmark(): void {
  for (const made of document.querySelectorAll('mark')) {
    const parent = made.parentNode;
    made.replaceWith(...made.childNodes);
    parent?.normalize();
  }
}

/** A link to what the search has hidden ends the search. */
function reveal(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('[hidden]')) return;
  input.value = '';
  run('');
  target.scrollIntoView();
}

input.addEventListener('input', (event) => {
  if (!(event instanceof InputEvent && event.isComposing)) run(input.value);
});
input.addEventListener('compositionend', () => {
  run(input.value);
});
window.addEventListener('hashchange', reveal);
box.hidden = false;
