/** The facts and fixed words of single pages. */
import { isLarge, MOST_TASKS } from '../plan/large/size.ts';
import type { Plan, Reading } from '../plan/model.ts';
import { roleNames } from '../plan/role-words.ts';
import { numberingText, taskName } from './names.ts';
import { publishedText, METADATA_WORDS, governingNote, PUBLICATION_WORDS } from './publication.ts';
import { roleName } from './roles.ts';

/** The facts of the plan for the site's own pages (content/pages/, src/default-pages/). */
export const factsOf = (plan: Plan) => ({
  title: plan.title.shown,
  publisher: plan.publisher,
  published: plan.published && publishedText(plan.published),
  publication: publicationText(plan),
  missing: (['indexNumber', 'documentNumber', 'dated'] as const)
    .filter((name) => plan.readings[name] === 'none')
    .map((name) => METADATA_WORDS[name])
    .join('、'),
  column: plan.source.column,
  received: plan.source.received?.form,
  standing: governingNote(plan),
  roles: [...roleNames(plan).keys()].map((role) => roleName(roleNames(plan), role)).join('、'),
  numbering: numberingText(plan),
  example: exampleOf(plan),
  large: isLarge(plan),
});

/** Who published the plan and when, as sentences; of what was not read, whether the text names it. */
function publicationText({ publisher, published, publisherAs, publishedAs, readings }: Plan): string {
  const missing = (reading: Reading, what: string) =>
    reading === 'none' ? `收到的文本没有写明${what}。` : `本站没有从收到的文本中读出${what}。`;
  return [
    publisher === undefined
      ? missing(readings.publisher, '由谁发布')
      : `${PUBLICATION_WORDS[publisherAs]}为${publisher}。`,
    published === undefined
      ? missing(readings.published, '发布时间')
      : `${PUBLICATION_WORDS[publishedAs]}为${publishedText(published)}。`,
  ].join('');
}

/** A task as an example of addresses. */
function exampleOf({ tasks }: Plan) {
  const number = tasks[Math.min(9, tasks.length - 1)]?.number ?? 1;
  return { name: taskName({ number }), address: `/tasks/${number}/` };
}

/** The line above the title on share cards, by kind of page. */
export const SHARE_CARD_WORDS = {
  site: '任务、责任单位、完成期限',
  plan: '全文',
  task: '任务',
  section: '板块',
  unit: '责任单位',
  documents: '文件',
  timeline: '时间轴',
  data: '数据',
} as const;

/** Why a large plan has no single file. */
export const noSingleFile = ({ tasks }: Pick<Plan, 'tasks'>) =>
  `本方案有${tasks.length}项任务。超过${MOST_TASKS}项的方案做成一个网页文件，会有几兆到十几兆，许多手机和较旧的浏览器打不开，因此没有单文件版。`;

/** What 核对引文 is for. */
export const VERIFY_PURPOSE =
  '把报道、聊天记录或者问答程序的回答粘贴进来，看哪些字句与方案原文逐字相同，哪些有出入，哪些在原文中没有找到。';
