import { contains } from '../../../search/named-units.ts';
import { offlineFile, wholeText } from '../../../urls.ts';
import { element, fill } from '../../dom.ts';
import type { Answer, Counts, Group, Parts } from '../types.ts';
import { showResult, showSources, showUnit, type Names } from './result.ts';
import { facets, isEmpty, type State } from '../state.ts';
import { showSuggestions } from './suggestions.ts';
import { summary } from './summary.ts';

/** Shows that a search is going on. */
export function showWaiting(parts: Parts): void {
  delete parts.status.dataset.query;
  parts.status.textContent = '正在搜索…';
}

/** Shows the answer to a state; the status names the query once all results are shown. `more` lists further results. */
export function showAnswer(parts: Parts, state: State, answer: Answer, more?: () => void): void {
  const { asked, instead, units, groups, suggestions, rest } = answer;
  const names = namesOf(parts);
  const words = instead === undefined ? [...asked.words, ...asked.folded.words] : instead.split(' ');
  const list = ({ heading, match, part, found }: Group) => {
    const results = found.map((one) => showResult(one, words, names));
    const items = element(
      'ol',
      { class: 'results', role: 'list', ...(part && { 'data-match': part }) },
      ...results,
    );
    return element(
      'div',
      { 'data-match': match },
      ...(heading === undefined ? [] : [element('h2', {}, heading)]),
      items,
    );
  };
  // A unit whose name contains the query is an exact result; one that is only called so is not.
  const cards = (['exact', 'related'] as const).flatMap((match) => {
    const own = units.filter(
      (unit) => (contains(unit, asked) && instead === undefined) === (match === 'exact'),
    );
    if (own.length === 0) return [];
    const list = element(
      'ul',
      { class: 'results', role: 'list', 'data-match': 'unit' },
      ...own.map((unit) => showUnit(unit, names)),
    );
    return [element('div', { 'data-match': match }, list, ...showSources(own))];
  });
  const [first] = groups;
  fill(
    parts.results,
    ...showSuggestions(suggestions),
    // The task that has the number comes before what only contains it.
    ...(first?.found[0]?.reason?.by === 'number' ? [list(first)] : []),
    ...cards,
    ...groups.filter((group) => group !== first || group.found[0]?.reason?.by !== 'number').map(list),
    ...(more && rest > 0 ? [restButton(rest, more)] : []),
  );
  parts.elsewhere.hidden =
    !isEmpty({ ...state, q: '' }) || cards.length + groups.length + suggestions.length > 0;
  fill(parts.status, ...summary(state, answer));
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
  fill(parts.status, ...summary(state, answer, true));
}

/** Shows the page without a query. */
export function showNothing(parts: Parts): void {
  fill(parts.results);
  parts.elsewhere.hidden = false;
  parts.status.textContent = '在上面的搜索框里输入事项、单位或编号，或者选择筛选条件。';
  parts.status.dataset.query = '';
}

/** Says that a search was not carried out, which is not the same as finding nothing; `retry` where it may help. */
export function showFailure(parts: Parts, retry?: () => void): void {
  delete parts.status.dataset.query;
  parts.status.textContent = '';
  parts.elsewhere.hidden = true;
  // A large plan has no single file.
  const large = document.querySelector('.search[data-large]') !== null;
  const file = large
    ? element('a', { href: wholeText() }, '全文各页')
    : element('a', { href: offlineFile() }, '单文件离线版');
  const reason = !retry
    ? [
        '这个浏览器版本较旧，不能搜索篇幅这样大的方案。',
        file,
        large ? '可以用浏览器自带的“在页面中查找”。' : '在各种浏览器里都能搜索。',
      ]
    : navigator.onLine
      ? ['搜索索引没有下载成功，这次搜索没有完成。']
      : [
          '现在没有网络，这个浏览器里也没有保存搜索索引，这次搜索没有完成。',
          ...(large ? [] : ['事先下载的', file, '不用网络也能搜索。']),
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
  fill(parts.results, notice);
}

/** Shows how many results each option of the filters would leave; one that would leave none cannot be chosen. */
export function showCounts(parts: Parts, counts: Counts): void {
  for (const facet of facets) {
    for (const option of Array.from(parts.selects[facet].options)) {
      const count = counts[facet].get(option.value);
      option.dataset.name ??= option.text;
      option.text = count === undefined ? option.dataset.name : `${option.dataset.name}（${count}）`;
      option.disabled = count === 0 && option.value !== '' && !option.selected;
    }
  }
}

/** Fills the form with a state. */
export function showState(parts: Parts, state: State): void {
  parts.input.value = state.q;
  for (const facet of facets) parts.selects[facet].value = state[facet];
  const set = facets.filter((facet) => state[facet] !== '').length;
  parts.clear.hidden = set === 0;
  parts.set.textContent = set === 0 ? '' : `（已选${set}项）`;
}

function namesOf({ selects }: Parts): Names {
  const nameOf = (select: HTMLSelectElement) => (value: string) => {
    const option = Array.from(select.options).find((one) => one.value === value);
    return option?.dataset.name ?? option?.text ?? '';
  };
  return { kindName: nameOf(selects.kind), roleName: nameOf(selects.role) };
}
