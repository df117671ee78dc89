import { findMatches, phrases } from '../../plan/query.ts';
import type { Answer, Counts, Found } from './engine.ts';
import { cut, excerpt, readable, type Piece } from './excerpt.ts';
import type { IndexedPage } from './index.ts';
import { facets, isEmpty, type Facet, type State } from './state.ts';

/** The elements of the search page. */
export interface Parts {
  input: HTMLInputElement;
  selects: Record<Facet, HTMLSelectElement>;
  clear: HTMLElement;
  status: HTMLElement;
  results: HTMLElement;
  elsewhere: HTMLElement;
}

// Kinds of pages whose whole text is the plan's own words.
const SOURCE_KINDS = ['task', 'chapter'];
const SHOWN_QUERY = 40;

/** Takes away what was answered before and what the status said of it. */
export function showWaiting(parts: Parts): void {
  delete parts.status.dataset.query;
  parts.status.textContent = '正在检索…';
}

/** Shows the answer to a state; the status names the query only when all results stand. */
export function showAnswer(parts: Parts, state: State, answer: Answer): void {
  const wanted = phrases(state.q);
  const { exact, related } = answer;
  parts.results.replaceChildren();
  if (exact.length > 0) parts.results.append(list('exact', exact, parts, wanted));
  if (related.length > 0) {
    parts.results.append(
      element('h2', {}, '相关结果，并非逐字匹配'),
      list('related', related, parts, wanted),
    );
  }
  parts.elsewhere.hidden = exact.length + related.length > 0 || isEmpty(state);
  parts.status.replaceChildren(...summary(state, answer));
  parts.status.dataset.query = state.q;
}

/** Says that the page waits for a query. */
export function showNothing(parts: Parts): void {
  parts.results.replaceChildren();
  parts.elsewhere.hidden = true;
  parts.status.textContent = '在页首的搜索框里输入要找的字，或者选择筛选条件。';
  parts.status.dataset.query = '';
}

/** Says that the index could not be downloaded: that is not the same as finding nothing. */
export function showFailure(parts: Parts, retry: () => void): void {
  delete parts.status.dataset.query;
  parts.status.textContent = '';
  parts.elsewhere.hidden = true;
  const button = element('button', { type: 'button', class: 'search-retry' }, '重试');
  button.addEventListener('click', retry);
  parts.results.replaceChildren(
    element(
      'div',
      { class: 'notice', role: 'alert', 'data-failed': '' },
      element('p', {}, '检索索引没有下载成功，这次检索没有完成。'),
      button,
    ),
  );
}

/** Writes behind each option of the filters how many results it would leave. */
export function showCounts(parts: Parts, counts: Counts): void {
  for (const facet of facets) {
    for (const option of parts.selects[facet].options) {
      const count = counts[facet].get(option.value);
      option.dataset.name ??= option.text;
      option.text = count === undefined ? option.dataset.name : `${option.dataset.name}（${count}）`;
    }
  }
}

/** Puts a state into the form. */
export function showState(parts: Parts, state: State): void {
  parts.input.value = state.q;
  for (const facet of facets) parts.selects[facet].value = state[facet];
  parts.clear.hidden = facets.every((facet) => state[facet] === '');
}

function summary(state: State, { exact, related, unfiltered }: Answer): (Node | string)[] {
  const tasks = exact.filter(({ page }) => page.kind === 'task').length;
  const pages = tasks === exact.length ? `${tasks} 项任务` : `${exact.length} 个页面，其中任务 ${tasks} 项`;
  if (state.q.trim() === '')
    return [exact.length > 0 ? `符合筛选条件的有 ${pages}。` : '没有符合筛选条件的页面。'];
  if (phrases(state.q).length === 0) return ['输入的内容里没有文字或数字，无从检索。'];
  const letters = Array.from(state.q.trim());
  const shown =
    letters.length > SHOWN_QUERY ? `${letters.slice(0, SHOWN_QUERY).join('')}…` : letters.join('');
  const query = element('bdi', {}, shown);
  if (exact.length > 0) return ['逐字含有“', query, `”的有 ${pages}。`];
  if (unfiltered > 0) return ['在所选条件下，没有逐字含有“', query, `”的页面；不加筛选有 ${unfiltered} 个。`];
  if (related.length > 0) return ['没有逐字含有“', query, `”的页面。下面 ${related.length} 个页面只是相关。`];
  return ['没有找到含有“', query, '”的页面。'];
}

function list(match: 'exact' | 'related', found: Found[], parts: Parts, wanted: string[]): HTMLElement {
  const items = found.map((item) => result(item, parts, wanted));
  return element('ol', { class: 'results', role: 'list', 'data-match': match }, ...items);
}

function result({ page, matches }: Found, parts: Parts, wanted: string[]): HTMLElement {
  const kind = kindName(parts, page.kind);
  const titleMatches = wanted.flatMap((phrase) => findMatches(page.title, phrase));
  const link = element(
    'a',
    { href: addressOf(page, matches[0]?.[0]) },
    ...cut(page.title, titleMatches).map(piece),
  );
  const item = element('li', { 'data-result': page.kind }, link);
  // The title of a task begins with 任务.
  if (!page.title.startsWith(kind)) item.prepend(element('span', { class: 'result-kind' }, kind), ' ');
  if (matches.length > 0) {
    const voice = SOURCE_KINDS.includes(page.kind) ? { 'data-voice': 'source' } : {};
    item.append(
      element('p', { class: 'result-excerpt', ...voice }, ...excerpt(page.text, matches).map(piece)),
    );
  }
  return item;
}

/** The page, at the last place with an id before the match. */
function addressOf(page: IndexedPage, match: number | undefined): string {
  const anchor = match === undefined ? undefined : page.anchors.findLast(({ start }) => start <= match);
  return anchor ? `${page.url}#${encodeURIComponent(anchor.id)}` : page.url;
}

function kindName(parts: Parts, kind: string): string {
  const option = Array.from(parts.selects.kind.options).find(({ value }) => value === kind);
  return option?.dataset.name ?? option?.text ?? '';
}

function piece({ text, marked }: Piece): Node {
  return marked ? element('mark', {}, readable(text)) : document.createTextNode(readable(text));
}

function element(
  name: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
