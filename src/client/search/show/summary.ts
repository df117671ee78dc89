import { element } from '../../dom.ts';
import type { UnitQuestion } from '../../../search/question/unit-question.ts';
import type { Answer } from '../types.ts';
import { isEmpty, type State } from '../state.ts';
import { comparisonNote } from './compared.ts';
import { shortened } from './shortened.ts';

/** What a search found, in one sentence; `going` where similar texts are still searched for. */
export function summary(state: State, answer: Answer, going = false): (Node | string)[] {
  const { asked, instead, units, ofUnits, groups, unfiltered, count } = answer;
  const q = state.q.trim();
  const filtered = !isEmpty({ ...state, q: '' });
  const counts = countText(answer);
  if (q === '') return [count > 0 ? `符合筛选条件的有 ${counts}。` : '没有符合筛选条件的页面。'];
  if (asked.words.length === 0) return ['输入的内容里没有文字或数字，无从搜索。'];
  const note = comparisonNote(q, asked, exactMatches(answer));
  const quotedQuery = ['“', element('bdi', {}, shortened(q)), '”'];
  const query = [...quotedQuery, note];
  const missing =
    asked.words.length > 1 ? ['没有同时含有', ...query, '各词的页面'] : ['方案没有写到', ...query];
  if (count === 0 && units.length === 0 && answer.due > 0)
    return [...query, `（${howText(ofUnits) ?? ''}）：${answer.due} 项任务。`];
  if (count > 0 || (units.length > 0 && answer.suggestions.length === 0)) {
    const how = units.length > 0 ? howText(ofUnits) : undefined;
    const end = answer.due > 0 ? `；${howText(ofUnits) ?? ''}，另有 ${answer.due} 项任务。` : '。';
    if (units.some(({ naming }) => naming.by === 'pinyin')) return [...query, `：按拼音找到 ${counts}。`];
    if (instead === undefined && how !== undefined)
      return [...quotedQuery, `（${note === '' ? '' : `${note.slice(1, -1)}，`}${how}）：${counts}。`];
    if (instead !== undefined)
      return [...missing, `；${how ?? `按“${shortened(instead)}”搜索`}：${counts}${end}`];
    if (!answer.exactly || units.length > 0) return [...query, `：${counts}${end}`];
    const literally = note === '' ? '逐字含有' : '含有';
    if (asked.words.length > 1) return [literally, ...query, `各词的有 ${counts}${end}`];
    return note === '' ? [literally, ...query, `的有 ${counts}${end}`] : [...query, `：${counts}${end}`];
  }
  if (unfiltered > 0 && filtered)
    return ['在所选条件下，没有找到', ...query, `；不加筛选有 ${unfiltered} 条结果。`];
  if (going) return [...missing, '。正在查找字词相近的任务…'];
  const listed = groups.reduce((sum, { found }) => sum + found.length, units.length);
  const related = listed > 0 ? `下面 ${listed} 条结果只是相关。` : '';
  return [...missing, `。${related}${answer.unsupported ? '查找字词相近的任务需要较新的浏览器。' : ''}`];
}

/** 按单位“甲局”、角色“牵头”、字词“2017”查找: what was looked for where a query asks of units or of deadlines. */
function howText(asks: UnitQuestion | undefined): string | undefined {
  if (!asks) return undefined;
  const { names, due, rest } = asks;
  const roles = new Set(names.map(({ as }) => as?.word));
  const role = roles.size === 1 ? names[0]?.as : undefined;
  const named = names.map((one) => {
    const units = one.units.map(({ page }) => `“${page.title}”`).join('');
    return role || !one.as ? units : `${units}（${one.as.word}）`;
  });
  const by = [
    ...(named.length > 0 ? [`单位${named.join('和')}`] : []),
    ...(role ? [`角色“${role.word}”`] : []),
    ...(due ? [`完成期限“${due.text}”`] : []),
    ...(rest === '' ? [] : [`字词“${shortened(rest)}”`]),
  ];
  return `按${by.join('、')}查找${named.length > 1 ? '共同的任务' : ''}`;
}

/** The places that contain the query, as they are written. */
const exactMatches = ({ groups }: Answer): string[] =>
  groups
    .filter(({ match, part }) => match === 'exact' && part === undefined)
    .flatMap(({ found }) => found)
    .flatMap(({ page, matches }) => matches.map(([from, to]) => page.text.slice(from, to)));

/** 1 个单位、4 项任务、2 条其他结果; parts that are none are left out. */
function countText({ units, ofUnits, count, tasks }: Answer): string {
  const parts = [
    ...(units.length > 0 ? [`${units.length} 个单位`] : []),
    ...(tasks === undefined ? [`${count} 条结果`] : []),
    ...(tasks !== undefined && (tasks > 0 || (ofUnits && isNarrow(ofUnits))) ? [`${tasks} 项任务`] : []),
    ...(tasks !== undefined && count > tasks
      ? [`${count - tasks} 条${tasks + units.length > 0 ? '其他' : ''}结果`]
      : []),
  ];
  return parts.join('、');
}

/** Whether a question asks for some of a unit's tasks only, of which there may be none. */
const isNarrow = ({ names, due }: UnitQuestion) =>
  names.length > 1 || (names.length > 0 && due !== undefined) || names.some(({ as }) => as);
