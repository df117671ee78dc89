import { element } from '../dom.ts';
import type { Answer } from './types.ts';
import type { State } from './state.ts';

const MAX_QUERY_SHOWN = 40;

/** What a search found, in one sentence; `going` where similar texts are still searched for. */
export function summary(
  { q }: State,
  { asked, exact, related, unfiltered, rest, tasks, ...answer }: Answer,
  going = false,
): (Node | string)[] {
  const all = exact.length + rest;
  const counted = tasks === undefined ? '' : `，其中任务 ${tasks} 项`;
  const results = tasks === all ? `${tasks} 项任务` : `${all} 条结果${counted}`;
  if (q.trim() === '')
    return [exact.length > 0 ? `符合筛选条件的有 ${results}。` : '没有符合筛选条件的页面。'];
  if (asked.words.length === 0) return ['输入的内容里没有文字或数字，无从检索。'];
  const query = ['“', element('bdi', {}, shortened(q.trim())), '”'];
  const as = asked.folded ? [`（按“${shortened(asked.words.join(' '))}”检索）`] : [];
  if (exact.length > 0 && asked.folded)
    return ['按简体“', shortened(asked.words.join(' ')), '”检索', ...query, `，含有的有 ${results}。`];
  if (exact.length > 0)
    return ['逐字含有', ...query, ...as, asked.words.length > 1 ? '各词' : '', `的有 ${results}。`];
  if (unfiltered > 0)
    return ['在所选条件下，没有逐字含有', ...query, ...as, `的页面；不加筛选有 ${unfiltered} 个。`];
  if (going) return ['没有逐字含有', ...query, ...as, '的页面。正在查找字词相近的页面…'];
  if (answer.numbered.length > 0) return ['没有逐字含有', ...query, '的页面；有一项任务的编号与此相同。'];
  if (related.length > 0)
    return ['没有逐字含有', ...query, ...as, `的页面。下面 ${related.length} 个页面只是相关。`];
  const more = answer.unsupported ? '查找字词相近的页面需要较新的浏览器。' : '';
  return ['没有找到含有', ...query, ...as, `的页面。${more}`];
}

function shortened(text: string): string {
  const letters = Array.from(text);
  return letters.length > MAX_QUERY_SHOWN ? `${letters.slice(0, MAX_QUERY_SHOWN).join('')}…` : text;
}
