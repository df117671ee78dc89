/** Shows what else to search for, or to open, in place of a query that stands nowhere. */
import { search } from '../../../urls.ts';
import { element } from '../../dom.ts';
import type { Link, Suggestion } from '../types.ts';

/** One sentence with links for each suggestion. */
export function showSuggestions(suggestions: Suggestion[]): HTMLElement[] {
  if (suggestions.length === 0) return [];
  return [
    element(
      'div',
      { class: 'search-suggestions', 'data-match': 'suggestion', 'data-voice': 'site' },
      ...suggestions.map((one) => element('p', {}, ...sentence(one))),
    ),
  ];
}

function sentence(suggestion: Suggestion): (Node | string)[] {
  switch (suggestion.by) {
    case 'synonym':
      return [`您搜的“${suggestion.word}”，方案里写的是`, ...suggestion.words.flatMap(quotedLink), '。'];
    case 'spelling':
      return ['您是不是要找', ...suggestion.words.flatMap(quotedLink), '？'];
    case 'place':
      return ['可以直接打开：', ...linked(suggestion.links), '。'];
    case 'elsewhere':
      return ['方案里名称相近的单位：', ...linked(suggestion.links), '。地区或级别不同的，不是同一个单位。'];
    case 'due':
      return [`没有列出日期为“${suggestion.text}”的完成期限；最近的是`, ...linked(suggestion.links), '。'];
  }
}

const linked = (links: Link[]) =>
  links.flatMap(({ href, text }, at) => [...(at === 0 ? [] : ['；']), element('a', { href }, text)]);

const quotedLink = (word: string) => ['“', element('a', { href: search(word) }, word), '”'];
