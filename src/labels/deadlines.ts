/** Deadlines and other times in words. */
import { isMonthEnd, groupUndated, undatedKind, type UndatedKind } from '../plan/deadline-groups.ts';
import type { Deadline, Task } from '../plan/model.ts';
import { groupBy } from '../text/lists.ts';
import { quoted } from './quoted.ts';

/** Longer words are shown beside the date, not as its name. */
const LONGEST_DEADLINE = 16;

const YEAR = /\d{4}(?= ?年|[-./]\d)|[〇○零一二三四五六七八九]{4} ?年/;

/**
 * A deadline as the text words it: 2017年年底前, 2019年上半年. One that stands for many tasks, or whose words name no year,
 * by its date: 2017-12-31 → 2017年底前, 2018-06-30 → 2018年6月底前, 2018-06-15 → 2018年6月15日前.
 */
export function deadlineText({
  date,
  basis,
  words = '',
}: Pick<Deadline, 'date'> & Partial<Pick<Deadline, 'basis' | 'words'>>): string {
  const own = words.replace(/([年月日底末前内度])(?:完成|建成)$/, '$1');
  return basis === 'own' && YEAR.test(own) && own.length <= LONGEST_DEADLINE ? own : dayText(date);
}

/** A deadline with what is to be done by then, where the text says it: “2024年5月底前公布第一批清单”. */
export function deadlineStatement(deadline: Deadline): string {
  const { statement } = deadline;
  if (statement === undefined) return deadlineText(deadline);
  return `${YEAR.test(deadline.words) ? '' : deadlineText(deadline)}${quoted(statement)}`;
}

/** The last day of a deadline in words: 2017年底前. */
export function dayText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  if (month === '12' && day === '31') return `${year}年底前`;
  return `${year}年${Number(month)}月${isMonthEnd(date) ? '底' : `${Number(day)}日`}前`;
}

export const BASIS_WORDS: Record<Deadline['basis'], string> = {
  own: '原文写明',
  general: '按统一期限',
};

/** Tasks without a date, by kind. */
export const UNDATED_WORDS: Record<UndatedKind, string> = {
  standing: '写有其他时间要求',
  unread: '本站没有读出完成期限，见原文',
  none: '原文未写完成期限',
};

/** For tasks in lists and charts by date; true of all three kinds. */
export const NO_DATE = '没有列出日期';

/** For charts and lists of tasks of which none has a date. */
export const noDatesText = (tasks: readonly Task[]) =>
  `没有可以标在时间轴上的日期：${undatedCounts(tasks)}。`;

const FEW_WORDS = 2;

const LONGEST_WORDS = 12;

/** The name of a group of tasks without a date; words of time are quoted: 写明“长期坚持”“持续推进”等. */
export function undatedText({ kind, tasks }: { kind: UndatedKind; tasks: readonly Task[] }): string {
  const words = [...new Set(tasks.flatMap(({ standing }) => standing.map((one) => one.words)))];
  const few = words.filter(({ length }) => length <= LONGEST_WORDS).slice(0, FEW_WORDS);
  if (kind !== 'standing' || few.length === 0) return UNDATED_WORDS[kind];
  return `写明${few.map(quoted).join('')}${words.length > few.length ? '等' : ''}`;
}

/** How many tasks have no date, and why: 写明“长期坚持”的1项、原文未写完成期限的2项. */
export const undatedCounts = (tasks: readonly Task[]): string =>
  groupUndated(tasks)
    .map((group) => `${undatedText(group).replace('，见原文', '')}的${group.tasks.length}项`)
    .join('、');

/** The deadlines of a task with their basis, in one line; words of time without a date are quoted. */
export function timesText({
  deadlines,
  standing,
  readings,
}: Pick<Task, 'deadlines' | 'standing' | 'readings'>): string {
  const dates = groupBy(deadlines, ({ basis }) => basis).map(
    ({ key, items }) => `${[...new Set(items.map(deadlineStatement))].join('、')}（${BASIS_WORDS[key]}）`,
  );
  const words = [...new Set(standing.map((one) => quoted(one.words)))].join('');
  const said = [...dates, ...(words === '' ? [] : [`写明${words}`])].join('，');
  return said || UNDATED_WORDS[undatedKind({ standing, readings })];
}

/** The deadlines of a task in few words, or the words of time that are no date: 2018年底前（一般规定）. */
export function taskTimes(task: Task): string {
  const dates = [
    ...new Set(
      task.deadlines.map(
        (one) => `${deadlineStatement(one)}${one.basis === 'general' ? `（${BASIS_WORDS.general}）` : ''}`,
      ),
    ),
  ];
  const times = task.standing.map(({ words }) => quoted(words));
  return dates.join('、') || [...new Set(times)].join('') || UNDATED_WORDS[undatedKind(task)];
}
