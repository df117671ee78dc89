/**
 * Markdown forms of the pages of tasks, units and sections, for programs that read for people. The government's words
 * stand in fences, to the character; everything else is the site's, and said to be.
 */
import { timesText } from '../../labels/deadlines.ts';
import { correctionName, CORRECTION_WORDS, documentName, suspicion } from '../../labels/documents.ts';
import { dutyText, EMPTY_CELL } from '../../labels/duties.ts';
import { measureText, partName, sectionName, sectionTitle, taskName } from '../../labels/names.ts';
import { publishedText, successorWords } from '../../labels/publication.ts';
import { countsText, roleName, roleWordsText } from '../../labels/roles.ts';
import { NO_PROGRESS } from '../../labels/tasks.ts';
import { KIND_WORDS } from '../../labels/units.ts';
import { isHeaded } from '../../plan/headings.ts';
import { sectionGroups, type SectionGroup } from '../../plan/full-text.ts';
import { citedDocuments } from '../../plan/links.ts';
import type { Correction, Passage, Plan, Section, Task, Unit } from '../../plan/model.ts';
import { unitRoleNames } from '../../plan/role-words.ts';
import { roleCounts, tasksByRole } from '../../plan/unit-lists.ts';
import { bullets, fenced, markdownFile, markdownLink, markdownText } from '../../text/markdown.ts';
import type { AddressOf } from '../../urls.ts';

const FROM_SITE = '（本站整理）';

/** The Markdown form of a task: its text and clause as shown, then what the site says of it. */
export function taskMarkdown(task: Task, plan: Plan, url: AddressOf): string {
  const address = `/tasks/${task.number}/`;
  const section = plan.sections.find(({ number }) => number === task.section);
  const measure = section?.measures.find(({ number }) => number === task.measure);
  const documents = citedDocuments(task, plan);
  const hasLead = task.duty.units.some(({ role }) => role === 'lead');
  const corrections = correctionsIn([...task.paragraphs, task.duty]);
  return markdownFile([
    `# ${taskName(task)} ${markdownText(task.title)}`,
    originText(plan, address, url),
    '## 原文',
    fenced(taskText(task)),
    cellsText(task),
    corrections.length > 0 ? '以上文字与收到的文本的不同：' : '',
    bullets(corrections.map((one) => correctionText(one, url))),
    `## 责任单位和完成期限${FROM_SITE}`,
    bullets([
      `责任单位：${markdownText(dutyText(task))}${hasLead ? '' : '。原文没有写由谁牵头，不能推断'}`,
      `完成期限：${markdownText(timesText(task))}`,
      ...(section && isHeaded(section)
        ? [`板块：${markdownLink(sectionName(section), url(`/sections/${section.number}/`))}`]
        : []),
      ...(section && measure?.heading ? [markdownText(measureText(measure, section))] : []),
      ...documents.map(
        (one) => `提到的文件：${markdownLink(documentName(one), url(`/documents/#${one.id}`))}`,
      ),
    ]),
    '逐句引用的网址，末尾是句的序号或责任条款（duty）：',
    bullets(anchorsOf(task).map((anchor) => url(`${address}#${anchor}`))),
    task.note === '' ? '' : '## 简要说明（本站据原文概括，不代替原文）',
    markdownText(task.note.trim()),
    `## 办理情况${FROM_SITE}`,
    task.progress.length === 0
      ? `${NO_PROGRESS}期限已过，不表示任务没有完成。`
      : bullets(
          task.progress.map(
            ({ date, statement, source }) =>
              `${date}，${markdownLink(source.title, source.url)}（${markdownText(source.publisher)}）：${markdownText(statement)}`,
          ),
        ),
  ]);
}

/** The Markdown form of a unit: its tasks by role. */
export function unitMarkdown(unit: Unit, plan: Plan, url: AddressOf): string {
  const roles = unitRoleNames(unit, plan);
  const inOrder = [...roles.keys()];
  const others = unit.aliases.map(({ name, inPlan }) => `${name}${inPlan ? '' : '（本站补充）'}`);
  return markdownFile([
    `# ${markdownText(unit.name)}`,
    originText(plan, `/units/${unit.id}/`, url),
    '单位名称照方案所写，任务的归属照责任条款所写，由本站整理；原文没有写的，不能推断。',
    unit.kind === 'collective' ? '这是方案的统称，本站没有读出它包括哪些单位。' : '',
    bullets([
      `归类：${KIND_WORDS[unit.kind]}`,
      ...(others.length > 0 ? [`别称：${markdownText(others.join('、'))}`] : []),
      ...(unit.tasks.length > 0 ? [`任务：${countsText(roleCounts(unit, inOrder), roles)}`] : []),
    ]),
    ...tasksByRole(unit, plan.tasks, inOrder).flatMap(({ role, tasks }) => [
      `## ${roleName(roles, role)}（${tasks.length}项${roleWordsText(tasks, unit, role)}）`,
      bullets(tasks.map((task) => taskLine(task, url))),
    ]),
  ]);
}

/** The Markdown form of a section: its own words, and its tasks with units and deadlines. */
export function sectionMarkdown(section: Section, plan: Plan, url: AddressOf): string {
  const part = partName(section, plan);
  return markdownFile([
    `# ${markdownText(sectionTitle(section, plan))}`,
    part === '' ? '' : markdownText(part),
    originText(plan, `/sections/${section.number}/`, url),
    '各任务的原文见任务自己的网页；下列责任单位和完成期限由本站照责任条款整理。',
    ...sectionGroups(section, plan).flatMap((group) => groupBlocks(group, url)),
  ]);
}

function groupBlocks({ heading, items }: SectionGroup, url: AddressOf): string[] {
  return [
    heading ? `## ${markdownText(heading.passage.shown)}` : '',
    ...items.map((item) =>
      item.kind === 'tasks'
        ? bullets(item.tasks.map((task) => taskLine(task, url)))
        : fenced(item.passage.shown),
    ),
  ];
}

/** The lines of a task as shown, its clause last. */
export const taskText = ({ paragraphs, duty, cells, tail }: Task) =>
  [
    ...paragraphs.map(({ shown }) => shown),
    ...cells.filter(({ before }) => !before).map(({ signs, mark, after }) => signs + mark + after),
    ...(duty.shown === '' ? [] : [duty.shown + tail]),
  ].join('\n');

/** Which column each cell of a row stands in; empty where the task is no row of a table. */
export const cellsText = ({ cells }: Task): string => {
  const headed = cells.filter(({ head }) => head !== '');
  const words = ({ shown }: Task['cells'][number]) => (shown.trim() === '' ? EMPTY_CELL : shown);
  return headed.length === 0
    ? ''
    : `各格所在的栏${FROM_SITE}：\n\n${bullets(headed.map((cell) => `${markdownText(cell.head)}：${markdownText(words(cell))}`))}`;
};

/** Who published the text, and where the page is. */
export function originText(plan: Plan, address: string, url: AddressOf): string {
  const { title, publisher, published, readings } = plan;
  const issued = [
    publisher ?? (readings.publisher === 'none' ? '原文未载明发布机关' : '本站没有读出发布机关'),
    ...(published === undefined
      ? []
      : [`${publishedText(published)}${plan.publishedAs === 'dated' ? '成文' : '发布'}`]),
  ].join('，');
  return `《${markdownText(title.shown)}》（${markdownText(issued)}）。网页：<${url(address)}>${successorMarkdown(plan)}`;
}

/** The plan that followed, as a paragraph after another; empty where none is named. */
export function successorMarkdown(plan: Pick<Plan, 'period' | 'successor'>): string {
  const words = successorWords(plan);
  if (!plan.successor || !words) return '';
  const { title, url } = plan.successor;
  return `\n\n${markdownText(words.before)}${markdownLink(`《${title}》`, url)}${markdownText(words.after)}`;
}

const anchorsOf = ({ paragraphs, duty, cells }: Task) => [
  ...paragraphs.flatMap(({ sentences }) => sentences.map(({ id }) => id)),
  ...(duty.shown === '' && !cells.some(({ before }) => !before) ? [] : ['duty']),
];

const taskLine = (task: Task, url: AddressOf) =>
  `${markdownLink(`${taskName(task)} ${task.title}`, url(`/tasks/${task.number}.md`))}：${markdownText(`${dutyText(task)}；${timesText(task)}`)}`;

const correctionsIn = (passages: Passage[]): Correction[] => [
  ...new Set(passages.flatMap(({ runs }) => runs.flatMap(({ correction }) => correction ?? []))),
];

function correctionText(correction: Correction, url: AddressOf): string {
  const { id, received, shown, kind } = correction;
  const what = received === shown ? `“${received}”${suspicion(correction)}` : `“${received}”显示为“${shown}”`;
  return `${markdownLink(correctionName(correction), url(`/corrections/#c${id}`))}，${CORRECTION_WORDS[kind]}：${markdownText(what)}`;
}
