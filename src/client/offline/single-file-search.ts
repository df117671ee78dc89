/** The search of the single-file edition: hides what does not contain the query and marks what is found. */
import type { Area } from '../../search/areas.ts';
import type { Form } from '../../search/exact-search.ts';
import {
  findMatches,
  lettersOf,
  question,
  type Letters,
  type Phrases,
  type Question,
  type Range,
} from '../../search/query.ts';
import { foldForms } from '../../text/fold-forms.ts';
import { find } from '../dom.ts';
import { comparisonNote } from '../search/show/compared.ts';
import { cut, toNode } from '../search/show/excerpt.ts';
import { onTyped } from '../typing.ts';
import { nodesOf } from './single-file-text.ts';
import { unitAnswers } from './single-file-units.ts';

/** Traditional characters and their simplified forms, written in by src/build/offline/single-file.ts. */
declare const VARIANTS: string;

/** Text in which a phrase is searched for. */
interface Block {
  /** As written, and as folded. */
  letters: Record<Form, Letters>;
  /** The text nodes that hold it at present. */
  nodes: () => Text[];
}

/** What is shown or hidden as a whole: a task, another line of the text, a unit, a document, a correction. */
interface Item {
  element: HTMLElement;
  blocks: Block[];
}

const WHOLE = '.numbered, article';
const LINES_OF_TEXT = '#text p, #text h2, #text h3, #text h4';
const LINES = 'p, h2, h3, h4, li, dt, dd';

const box = find('[data-find]', HTMLElement);
const input = find('#find', HTMLInputElement);
const status = find('[data-status]', HTMLElement);
const items = [...document.querySelectorAll<HTMLElement>(`${WHOLE}, ${LINES_OF_TEXT}`)]
  .filter(isItem)
  .map(read);
const contents = find('.contents', HTMLElement);
/** All but the result of 核对引文, which shows and hides itself. */
const sections = Array.from(document.querySelectorAll<HTMLElement>('main section:not(.verify-result)'));

const area = JSON.parse(find('[data-area]', HTMLElement).dataset.area ?? '') as Area;
const ofUnits = unitAnswers(area);

/** Lines of a task belong to it, and those of the contents to the lines they lead to. */
function isItem(element: HTMLElement): boolean {
  const isPart = element.matches('.numbered *, .contents *, .voice-line');
  return element.matches(WHOLE) || !isPart;
}

function read(element: HTMLElement): Item {
  const places = new Set(nodesOf(element).map((node) => placeOf(node, element)));
  const blocks = [...places].map((place): Block => {
    const nodes = () => nodesOf(place).filter((node) => placeOf(node, element) === place);
    const text = nodes()
      .map(({ data }) => data)
      .join('');
    return { letters: { chars: lettersOf(text), folded: lettersOf(foldForms(text)) }, nodes };
  });
  return { element, blocks };
}

/** A task's text and clause are one block, as in the plan; elsewhere each line is one. */
function placeOf(node: Text, item: HTMLElement): Element {
  const parent = node.parentElement;
  return parent?.closest('.source-text') ?? parent?.closest(LINES) ?? item;
}

const holds = ({ blocks }: Item, word: string, form: Form) =>
  word !== '' && blocks.some(({ letters }) => letters[form].chars.includes(word));

/** Answers a query; an empty one shows everything. */
function run(query: string): void {
  unmark();
  const holding = ({ words }: Phrases, form: Form) =>
    items.filter((item) => words.every((word) => holds(item, word, form)));
  const typed = question(query, VARIANTS);
  const exact = holding(typed, 'chars');
  const form = exact.length > 0 ? 'chars' : 'folded';
  const { words, whole } = exact.length > 0 ? typed : typed.folded;
  const written = exact.length > 0 ? exact : holding(typed.folded, 'folded');
  // A unit with the area before its name, which the plan does not write, or a question about units.
  const asksOfUnits = ofUnits(typed.folded.whole);
  const asks = written.length === 0 || asksOfUnits?.isOfRole ? asksOfUnits : undefined;
  const answers = new Set<Element>(asks ? [...asks.units, ...asks.tasks] : []);
  const found = asks ? items.filter(({ element }) => answers.has(element)) : written;
  const shown = new Set(found.map(({ element }) => element));
  for (const { element } of items) element.hidden = !shown.has(element);
  contents.hidden = words.length > 0;
  // A section without items, such as the timeline, is hidden as well.
  for (const section of sections) {
    section.hidden = words.length > 0 && ![...shown].some((element) => section.contains(element));
  }
  for (const item of found) {
    const marked = asks ? asks.names : holds(item, whole, form) ? [whole] : words;
    for (const block of item.blocks) {
      mark(
        block,
        marked.flatMap((word) => findMatches(block.letters[form], word)),
      );
    }
  }
  status.textContent = asks ? `按${asks.how}查找：${counts(found)}` : summary(query, typed, found, form);
  status.dataset.query = query;
  if (words.length > 0) window.scrollTo({ top: 0 });
}

function summary(query: string, asked: Question, found: Item[], form: Form): string {
  if (asked.words.length === 0) return query.trim() === '' ? '' : '输入的内容里没有文字或数字，无从搜索。';
  const note = comparisonNote(query, asked);
  if (found.length === 0) return `没有找到含有这些字的内容${note}。`;
  const how = form === 'chars' ? `含有这些字${note}的` : `写法不同，按“${asked.folded.words.join(' ')}”搜索`;
  return `${how}：${counts(found)}`;
}

function counts(found: Item[]): string {
  const tasks = found.filter(({ element }) => element.matches('.numbered')).length;
  return `任务 ${tasks} 项，其他 ${found.length - tasks} 处。`;
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
