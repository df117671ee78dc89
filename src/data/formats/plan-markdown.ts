/** The whole plan as Markdown, and llms.txt (llmstxt.org), which tells programs what there is and how to cite it. */
import { sectionTitle, taskName } from '../../labels/names.ts';
import { governingNote, issuedText } from '../../labels/publication.ts';
import { fullTextBlocks, type TextItem } from '../../plan/full-text.ts';
import { isHeaded } from '../../plan/headings.ts';
import type { Plan } from '../../plan/model.ts';
import { splitBefore } from '../../text/lists.ts';
import { bullets, fenced, markdownFile, markdownLink, markdownText } from '../../text/markdown.ts';
import type { AddressOf } from '../../urls.ts';
import { cellsText, originText, successorMarkdown, taskText } from './markdown.ts';

/** Above this number of tasks llms.txt lists sections only; a program finds the tasks there. */
export const LISTED_TASKS = 500;

/** The text of the plan in its order: headings as headings, everything else in fences, to the character. */
export function planMarkdown(plan: Plan, url: AddressOf): string {
  const items = fullTextBlocks(plan).flatMap((block) => block.items);
  return markdownFile([
    `# ${markdownText(plan.title.shown)}`,
    originText(plan, '/plan/', url),
    `标题和围栏中的文字是原文，标点统一为全角，补出的符号见 <${url('/corrections/')}>；“任务N”的标题和网址是本站加的。`,
    ...splitBefore(items, (item) => item.kind === 'task' || levelOf(item) > 0)
      .filter((group) => group.length > 0)
      .flatMap((group) => groupBlocks(group, url)),
  ]);
}

function groupBlocks([first, ...others]: TextItem[], url: AddressOf): string[] {
  if (!first) return [];
  const lines = (items: TextItem[]) =>
    items.length === 0 ? '' : fenced(items.map(({ passage }) => passage.shown).join('\n'));
  if (first.kind === 'task') {
    const { number } = first.task;
    return [
      `##### ${markdownLink(taskName(first.task), url(`/tasks/${number}/`))}`,
      fenced(`${first.task.marker}${taskText(first.task)}`),
      cellsText(first.task),

      lines(others),
    ];
  }
  const level = levelOf(first);
  return level > 0
    ? [`${'#'.repeat(level)} ${markdownText(first.passage.shown)}`, lines(others)]
    : [lines([first, ...others])];
}

/** The level of a heading; 0 for what is none. */
function levelOf(item: TextItem): number {
  switch (item.kind) {
    case 'part':
      return 2;
    case 'prose':
      return item.passage.kind === 'heading' ? (item.part > 0 ? 3 : 2) : 0;
    case 'heading':
      return 3;
    case 'measure':
    case 'prose-heading':
      return 4;
    default:
      return 0;
  }
}

/** llms.txt: what this is, how to cite it, what must not be concluded, and the Markdown forms. */
export function llmsText(plan: Plan, url: AddressOf): string {
  const { title, tasks, sections, units } = plan;
  const issued = issuedText(plan);
  const [first] = tasks;
  const example = first ? `/tasks/${first.number}/` : '/plan/';
  const listed = tasks.length <= LISTED_TASKS;
  return markdownFile([
    `# ${markdownText(title.shown)}`,
    `> ${markdownText(`${issued === '' ? '' : `${issued}。`}${tasks.length}项任务，各写明由谁负责、何时完成。`)}${governingNote(plan)}${successorMarkdown(plan)}`,
    '每个网页都有一份 Markdown：任务、单位、板块和全文的网址去掉末尾的斜线，加上 .md。围栏（```）里的文字是原文，逐字不改，标点统一为全角；围栏以外是本站整理的，不要当作原文引用。',
    '怎样引用：',
    bullets([
      `引用原文，照抄围栏里的字句，写明《${markdownText(title.shown)}》和任务编号，附任务的网址，例如 ${url(example)}。`,
      `引用到句，网址后加句的标识：#s1 是第1句，#duty 是责任条款，例如 ${url(`${example}#s1`)}。`,
      `引文是否与原文一字不差，可以在 ${url('/verify/')} 核对。`,
    ]),
    '不能得出的结论：',
    bullets([
      '期限已过，不等于未完成。本站只写原文规定的期限，不反映办理情况。',
      '原文没有写牵头单位的，就是没有牵头单位可说，不能从单位的次序推断。',
      '“等有关部门”和统称（如“各有关部门”）没有列出成员，不能替原文补上单位。',
      '标明“本站整理”“简要说明”“编者注”的，是本站的话，不是发布机关的话。',
      '单位名称照方案的写法，没有随后来的机构改革改动。',
    ]),
    '## 全文和数据',
    bullets([
      `${markdownLink('全文', url('/plan.md'))}: 方案的全部文字`,
      `${markdownLink('plan.json', url('/data/plan.json'))}: 全部内容，结构见 schema.json`,
      `${markdownLink('source.txt', url('/data/source.txt'))}: 收到的文本，逐字节原样`,
      `${markdownLink('数据说明', url('/data/'))}: 各文件的字段、大小和校验值`,
    ]),
    sections.some(isHeaded) ? '## 板块' : '',
    bullets(
      sections
        .filter(isHeaded)
        .map((one) => markdownLink(sectionTitle(one, plan), url(`/sections/${one.number}.md`))),
    ),
    listed && tasks.length > 0 ? '## 任务' : '',
    listed
      ? bullets(
          tasks.map((one) => markdownLink(`${taskName(one)} ${one.title}`, url(`/tasks/${one.number}.md`))),
        )
      : '',
    units.length > 0 ? '## Optional' : '',
    bullets(units.map(({ id, name }) => markdownLink(name, url(`/units/${id}.md`)))),
  ]);
}
