/** Names, addresses and reasons of the entries of the jump list. */
import { BASIS_WORDS, dayText } from '../../labels/deadlines.ts';
import { measureName, taskName } from '../../labels/names.ts';
import type { Deadline } from '../../plan/model.ts';
import type { JumpEntry } from '../../search/jump-entries.ts';
import type { JumpMatch } from '../../search/jump-matches.ts';
import { deadline, document, measure, section, task, unit } from '../../urls.ts';

const KINDS: Record<JumpEntry['kind'], string> = {
  unit: '责任单位',
  task: '任务',
  measure: '措施',
  section: '板块',
  document: '文件',
  deadline: '完成期限',
};

/** The address that an entry leads to. */
export function addressOf(entry: JumpEntry): string {
  switch (entry.kind) {
    case 'unit':
      return unit(entry.id);
    case 'task':
      return task(entry.number);
    case 'measure':
      return measure(entry.section, entry.number);
    case 'section':
      return section(entry.section);
    case 'document':
      return document(entry.id);
    case 'deadline':
      return deadline(entry.date, entry.basis);
  }
}

/** The name of an entry, and the number or label before it. */
export function nameOf(entry: JumpEntry): { before: string; name: string } {
  const name = entry.names[0]?.text ?? '';
  switch (entry.kind) {
    case 'task':
      return { before: taskName(entry), name };
    case 'measure':
      return { before: 'printed' in entry ? '' : measureName(entry), name };
    case 'deadline':
      return { before: '', name: dayText(entry.date) };
    default:
      return { before: '', name };
  }
}

/** The kind of an entry and why it matches. */
export function reasonOf({ entry, rank, name, typed }: JumpMatch): string {
  const reasons = ['printed' in entry ? '小节' : KINDS[entry.kind]];
  if (entry.kind === 'deadline') reasons.push(tasksAndBasis(entry));
  else if (rank === 'number') reasons.push('编号');
  else if (entry.kind === 'unit' && name !== entry.names[0]) reasons.push(otherName(name));
  else if (entry.kind === 'document' && name !== entry.names[0]) reasons.push(`文号 ${name.text}`);
  else reasons.push(entry.kind === 'unit' ? '名称' : '标题');
  if (typed !== undefined) reasons.push(`${rank.startsWith('initials') ? '拼音首字母' : '拼音'} ${typed}`);
  return reasons.join(' · ');
}

/** 17项任务，原文写明. */
export const tasksAndBasis = ({ tasks, basis }: { tasks: number; basis: Deadline['basis'] }) =>
  `${tasks}项任务，${BASIS_WORDS[basis]}`;

/** 今名：本站对应，供查找. */
const otherName = ({ text, today, part, added }: JumpMatch['name']) =>
  today
    ? `今名 ${text}（${part ? '部分职责，' : ''}本站对应，供查找）`
    : `别称 ${text}${added ? '（本站补充）' : ''}`;

/**
 * How many entries there are and are shown; it is also announced. `partly`: of a large plan the box knows only units,
 * sections, deadlines and the numbers of tasks.
 */
export function countText(shown: number, all: number, partly = false): string {
  if (partly && all === 0) return '这里只列单位、板块、完成期限和任务编号；其余的按回车搜索全文。';
  if (all === 0) return '没有直接对应，按回车搜索全文。';
  const count = shown < all ? `可直接前往${all}处，列出前${shown}处` : `可直接前往${all}处`;
  return `${count}；${partly ? '任务、措施和文件的标题' : '不选时'}按回车搜索全文。`;
}
