import { offlineFile, path } from '../../urls.ts';
import { element } from '../dom.ts';
import type { Answer, Counts, Found, Parts } from './types.ts';
import { showResult } from './result.ts';
import { facets, isEmpty, type State } from './state.ts';
import { summary } from './summary.ts';

/** Shows that a search is going on. */
export function showWaiting(parts: Parts): void {
  delete parts.status.dataset.query;
  parts.status.textContent = '正在检索…';
}

/** Shows the answer to a state; the status names the query once all results are shown. `more` lists further results. */
export function showAnswer(parts: Parts, state: State, answer: Answer, more?: () => void): void {
  const { asked, exact, numbered, related, rest } = answer;
  const list = (match: 'exact' | 'related', found: Found[]) =>
    element(
      'ol',
      { class: 'results', role: 'list', 'data-match': match },
      ...found.map((one) => showResult(one, asked.words, kindName(parts, one.page.kind))),
    );
  parts.results.replaceChildren();
  if (numbered.length > 0) parts.results.append(list('related', numbered));
  // A text in other characters than the query does not contain it to the letter.
  if (exact.length > 0) parts.results.append(list(asked.folded ? 'related' : 'exact', exact));
  if (more && rest > 0) parts.results.append(restButton(rest, more));
  if (related.length > 0)
    parts.results.append(element('h2', {}, '相关结果，并非逐字匹配'), list('related', related));
  const found = exact.length + numbered.length > 0 || isEmpty(state);
  parts.elsewhere.hidden = found;
  parts.alike.replaceChildren(...(found ? [] : alikeLinks(answer.alike)));
  parts.status.replaceChildren(...summary(state, answer));
  parts.status.dataset.query = state.q;
}

/** Offers the results that a large plan has beyond those listed. */
function restButton(rest: number, more: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'search-retry' }, `列出更多（还有 ${rest} 条）`);
  button.addEventListener('click', () => {
    button.setAttribute('disabled', '');
    more();
  });
  return button;
}

/** Shows what is known of an answer while the search goes on. */
export function showSoFar(parts: Parts, state: State, answer: Answer): void {
  showAnswer(parts, state, answer);
  delete parts.status.dataset.query;
  parts.status.replaceChildren(...summary(state, answer, true));
}

/** Links to units whose names are similar to a query without results. */
function alikeLinks(units: Answer['alike']): Node[] {
  if (units.length === 0) return [];
  const links = units.map(({ url, title }) => element('li', {}, element('a', { href: path(url) }, title)));
  return [element('p', {}, '名称相近的责任单位：'), element('ul', { class: 'inline-list' }, ...links)];
}

/** Shows the page without a query. */
export function showNothing(parts: Parts): void {
  parts.results.replaceChildren();
  parts.alike.replaceChildren();
  parts.elsewhere.hidden = true;
  parts.status.textContent = '在页首的搜索框里输入要找的字，或者选择筛选条件。';
  parts.status.dataset.query = '';
}

/** Says that a search was not carried out, which is not the same as finding nothing; `retry` where it may help. */
export function showFailure(parts: Parts, retry?: () => void): void {
  delete parts.status.dataset.query;
  parts.status.textContent = '';
  parts.alike.replaceChildren();
  parts.elsewhere.hidden = true;
  const file = element('a', { href: offlineFile() }, '单文件离线版');
  const reason = !retry
    ? ['这个浏览器版本较旧，不能检索篇幅这样大的方案。', file, '在各种浏览器里都能检索。']
    : navigator.onLine
      ? ['检索索引没有下载成功，这次检索没有完成。']
      : [
          '现在没有网络，这个浏览器里也没有保存检索索引，这次检索没有完成。事先下载的',
          file,
          '不用网络也能检索。',
        ];
  const notice = element(
    'div',
    { class: 'notice', role: 'alert', 'data-failed': '' },
    element('p', {}, ...reason),
  );
  if (retry) {
    const button = element('button', { type: 'button', class: 'search-retry' }, '重试');
    button.addEventListener('click', retry);
    notice.append(button);
  }
  parts.results.replaceChildren(notice);
}

/** Shows how many results each option of the filters would leave. */
export function showCounts(parts: Parts, counts: Counts): void {
  for (const facet of facets) {
    for (const option of parts.selects[facet].options) {
      const count = counts[facet].get(option.value);
      option.dataset.name ??= option.text;
      option.text = count === undefined ? option.dataset.name : `${option.dataset.name}（${count}）`;
    }
  }
}

/** Fills the form with a state. */
export function showState(parts: Parts, state: State): void {
  parts.input.value = state.q;
  for (const facet of facets) parts.selects[facet].value = state[facet];
  parts.clear.hidden = facets.every((facet) => state[facet] === '');
}

function kindName(parts: Parts, kind: string): string {
  const option = Array.from(parts.selects.kind.options).find(({ value }) => value === kind);
  return option?.dataset.name ?? option?.text ?? '';
}
