/** Every computed Chinese wording, so that one place says how the site speaks. */
import type { CalendarWords } from './plan/calendar.ts';
import type {
  Correction,
  CorrectionKind,
  Deadline,
  Duty,
  Plan,
  PlanDocument,
  Relation,
  Role,
  Section,
  Task,
  UnitKind,
} from './plan/model.ts';
import type { Place } from './plan/places.ts';

export const ROLES: readonly Role[] = ['lead', 'sole', 'joint', 'support'];

/** The clauses' own words for a role; a single clause is quoted with `printedRole` instead. */
export const ROLE_WORDS: Record<Role, string> = {
  lead: '牵头',
  sole: '负责',
  joint: '按职责分别负责',
  support: '配合',
};

export const KIND_WORDS: Record<UnitKind, string> = {
  department: '部门和机构',
  party: '党委部门',
  branch: '分局',
  collective: '统称的机关',
};

export const CORRECTION_WORDS: Record<CorrectionKind, string> = {
  'lost-sign': '补脱落符号',
  'suspected-misprint': '疑似误植（照原样显示）',
  layout: '分行',
};

export const DOCUMENT_WORDS: Record<PlanDocument['relation'], string> = {
  cited: '引用的文件',
  promised: '写明将要制定、修订或公布的文件',
};

/** A title is quoted as one; words that only describe a document are not. */
export const documentName = ({ title, words }: PlanDocument) =>
  words === undefined ? `《${title}》` : title;

export const taskName = ({ number }: { number: number }) => `任务${number}`;

/** As printed, with the number that the text gives it: the site's own 1–8 stand only in addresses. */
export const sectionName = ({ heading }: Pick<Section, 'heading'>) => heading.shown;

/** 2017-12-31 → 2017年底前; any other day is named. */
export function deadlineText({ date }: Pick<Deadline, 'date'>): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return month === '12' && day === '31' ? `${year}年底前` : `${year}年${Number(month)}月${Number(day)}日前`;
}

export const BASIS_WORDS: Record<Deadline['basis'], string> = {
  own: '本任务写明',
  general: '本任务未写明，依方案的一般规定',
};

/** ISO time with its own offset → as the source line prints it: 2017-07-18 11:07. */
export const publishedText = (published: string) => published.slice(0, 16).replace('T', ' ');

/** The role words as this clause prints them, e.g. 按职责分工负责. */
export function printedRole(duty: Duty, role: Role): string {
  const part = duty.parts.find((one) => one.kind === 'role' && one.role === role);
  return part?.text ?? ROLE_WORDS[role];
}

/** The units of a clause by role, in the order printed. */
export function unitsByRole(duty: Duty): { role: Role; words: string; units: Duty['units'] }[] {
  const roles = [...new Set(duty.units.map(({ role }) => role))];
  return roles.map((role) => ({
    role,
    words: printedRole(duty, role),
    units: duty.units.filter((unit) => unit.role === role),
  }));
}

/** Who must act, in one line: 区编办 牵头，区直各有关部门、各镇政府 按职责分别负责. */
export function dutyText(duty: Duty): string {
  const last = duty.units.at(-1);
  return unitsByRole(duty)
    .map(({ words, units }) => `${units.map(({ name }) => name).join('、')} ${words}`)
    .join('，')
    .concat(last && duty.openEnded ? '（名单未列尽：等有关部门）' : '');
}

/** Why a task is related to another. */
export function relationText(relation: Relation, plan: Plan): string {
  switch (relation.reason) {
    case 'lead':
      return `同一板块，同由${plan.units.find(({ id }) => id === relation.unit)?.name ?? ''}牵头`;
    case 'document':
      return `同提《${plan.documents.find(({ id }) => id === relation.document)?.title ?? ''}》`;
  }
}

/** The plan's number for a measure, in words that do not look like a task's. */
export const measureName = ({ number }: { number: number }) => `措施${number}`;

/** What a page's description says of a task. */
export const taskDescription = (task: Task) =>
  `${taskName(task)}：${dutyText(task.duty)}；${deadlineText(task.deadline)}完成（${BASIS_WORDS[task.deadline.basis]}）。`;

export const correctionName = ({ id }: Pick<Correction, 'id'>) => `勘误第${id}条`;

/** For a suspected misprint the guess stands beside the printed words. */
export const suspicion = ({ suspected }: Pick<Correction, 'suspected'>) =>
  suspected === undefined ? '' : `〔疑为“${suspected}”〕`;

/** Whose site this is, and which text governs. */
export const standing = ({ official, publisher }: Pick<Plan, 'official' | 'publisher'>) =>
  official
    ? `本站由${publisher}提供。`
    : '本站是对公开发布文本的整理，不是发布机关的网站；以发布机关公布的原文为准。';

/** How often a unit has each role, in one line: 牵头 3 · 负责 1. */
export const countsText = (counts: { role: Role; count: number }[]) =>
  counts.map(({ role, count }) => `${ROLE_WORDS[role]} ${count}`).join(' · ');

/** The role words as the clauses of these tasks print them, each in quotation marks. */
export const quotedRoles = (tasks: Task[], role: Role) =>
  [...new Set(tasks.map(({ duty }) => printedRole(duty, role)))].map((words) => `“${words}”`).join('');

/** What the picture for shared links calls a page of each kind. */
export const PICTURE_WORDS = {
  site: '任务、责任单位、完成期限',
  plan: '全文',
  task: '任务',
  section: '板块',
  unit: '责任单位',
  documents: '文件',
  timeline: '时间轴',
  data: '数据',
} as const;

/** Names the place that an id stands for, where people may cite it: s2 → 第2句. */
export function anchorName(id: string): string | undefined {
  if (id === 'duty') return '责任条款';
  const [, kind, number = ''] = /^(s|L|task-|measure-)(\d+)$/.exec(id) ?? [];
  switch (kind) {
    case 's':
      return `第${number}句`;
    case 'L':
      return `收到的文本第${number}行`;
    case 'task-':
      return taskName({ number: Number(number) });
    case 'measure-':
      return measureName({ number: Number(number) });
    default:
      return undefined;
  }
}

/** Names a place of the text for a link to it. */
export function placeText(place: Place): string {
  switch (place.kind) {
    case 'task':
      return `${taskName({ number: place.task })}${anchorName(place.anchor) ?? ''}`;
    case 'measure':
      return `${measureName({ number: place.measure })}标题`;
    case 'line':
      return `收到的文本第${place.line}行`;
  }
}

/** What a calendar says of a task, of the yearly report and of the goal. */
export const CALENDAR_WORDS: CalendarWords = {
  task: (task) => ({
    summary: `${taskName(task)} ${task.title}（${deadlineText(task.deadline)}）`,
    description: `${task.duty.shown}\n期限：${task.deadline.words}（${BASIS_WORDS[task.deadline.basis]}）。只表示方案规定的期限，不表示完成情况。`,
  }),
  report: (words) => ({ summary: '牵头任务完成情况的书面报告（每年12月前）', description: words }),
  goal: (words) => ({ summary: '方案的总体目标', description: words }),
};

/** Said of a task without published evidence; it concludes nothing. */
export const NO_PROGRESS = '本站未收录公开的完成情况。';

/** How many pieces of evidence there are, for lists and tables; empty where there are none. */
export const progressText = ({ progress }: Pick<Task, 'progress'>) =>
  progress.length === 0 ? '' : `已收录公开的进展材料${progress.length}条`;
