/** The wording of calendar events. */
import type { CalendarWords } from './formats/calendar.ts';
import { allClauses, type TaskClauses } from '../plan/role-words.ts';
import { deadlineStatement, BASIS_WORDS } from '../labels/deadlines.ts';
import { reportName } from '../labels/publication.ts';
import { isWritten } from '../plan/calendar-days.ts';
import { taskName } from '../labels/names.ts';

export const CALENDAR_WORDS: CalendarWords = {
  task: (task, deadlines) => ({
    summary: `${taskName(task)} ${task.title}（${unique(deadlines.map(deadlineStatement))}）`,
    description: `${clausesText(task)}完成期限：${unique(deadlines.map(({ statement, words }) => statement ?? words))}（${unique(deadlines.map(({ basis }) => BASIS_WORDS[basis]))}）。只表示方案规定的期限，不表示完成情况。`,
  }),
  report: (words) => ({
    summary: `${words.includes('牵头') ? '牵头任务完成情况的' : ''}${reportName(isWritten(words))}（${/每年\d+月底?前/.exec(words)?.[0] ?? ''}）`,
    description: words,
  }),
  goal: (words) => ({ summary: '方案的总体目标', description: words }),
};

const unique = (words: string[]) => [...new Set(words)].join('、');

/** The clauses of a task, each on a line. */
const clausesText = (task: TaskClauses) =>
  allClauses(task)
    .filter(({ shown }) => shown !== '')
    .map(({ shown }) => `${shown}\n`)
    .join('');
