/** All computed wordings in Chinese, so that pages, charts and files use the same. */
import { isHeaded, isNumberShared, printedNumber } from './plan/headings.ts';
import { readNumeral } from './text/numerals.ts';
import type {
  Correction,
  CorrectionKind,
  Deadline,
  Clause,
  Measure,
  MetadataName,
  NameOfToday,
  Plan,
  PlanDocument,
  Reading,
  Relation,
  Role,
  Section,
  Task,
  TaskNumber,
  UnitKind,
} from './plan/model.ts';
import { groupBy } from './text/lists.ts';
import { isLarge, MOST_TASKS } from './plan/large/size.ts';
import { groupUndated, isMonthEnd, undatedKind, type UndatedKind } from './plan/deadline-groups.ts';
import type { Place } from './plan/quotations.ts';
import {
  emptyCells,
  openEndedWords,
  ROLES,
  roleWord,
  roleNames,
  unreadWords,
  type TaskClauses,
  type RoleNames,
} from './plan/role-words.ts';

/** The words for roles for which no clause has any. */
const ROLE_WORDS: Record<Role, string> = {
  lead: '牵头',
  sole: '负责',
  joint: '分别负责',
  with: '会同',
  support: '配合',
  assist: '协助',
  participate: '参与',
  implement: '落实',
  guide: '指导',
};

const FEW_ROLE_WORDS = 3;

/** The name of a role: the words for it in the clauses, the most frequent first: 承办／落实. */
export function roleName(names: RoleNames, role: Role): string {
  const words = names.get(role) ?? [];
  const few = words.slice(0, FEW_ROLE_WORDS).join('／');
  return few === '' ? ROLE_WORDS[role] : `${few}${words.length > FEW_ROLE_WORDS ? '等' : ''}`;
}

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

/** A title in 《》; words that only describe a document without them. */
export const documentName = ({ title, words }: PlanDocument) =>
  words === undefined ? `《${title}》` : title;

export const taskName = ({ number }: { number: TaskNumber }) => `任务${number}`;

/** How the tasks are numbered, in one sentence. */
export function numberingText({ tasks, sections }: Pick<Plan, 'tasks' | 'sections'>): string {
  const numberInText = ({ marker }: Task) => readNumeral(marker.replace(/[^\p{L}\p{N}]|[第条项款]/gu, ''));
  if (tasks.every((task) => numberInText(task) === task.number)) return '编号与方案原文相同';
  const example = tasks.find(({ number, marker }) => typeof number === 'string' && marker !== '');
  if (!example) return '编号是本站按原文的次序加的';
  const section = sections.find(({ number }) => number === example.section);
  const place = String(example.number).split('-').length > 2 ? '板块和小节的次序' : '板块的次序';
  return `原文的序号不连续编排，本站在序号前加上${place}：${taskName(example)}是“${section?.heading.shown ?? ''}”中编为“${example.marker}”的一项`;
}

/** The heading with its number in the text; the numbers 1–8 are only used in addresses. */
export const sectionName = ({ heading }: Pick<Section, 'heading'>) => heading.shown || '全部任务';

/** The part of a section, if another section has the same number; otherwise empty. */
export function partName(section: Section, { parts, sections }: Pick<Plan, 'parts' | 'sections'>): string {
  const part = isNumberShared(section, sections)
    ? parts.find(({ number }) => number === section.part)
    : undefined;
  return part?.heading.shown ?? '';
}

/** A unique name of a section, for the titles of pages. */
export function sectionTitle(section: Section, plan: Pick<Plan, 'parts' | 'sections'>): string {
  const isShared = plan.sections.filter(({ heading }) => heading.shown === section.heading.shown).length > 1;
  return isShared ? `${partName(section, plan)} ${sectionName(section)}` : sectionName(section);
}

/** The word for the subdivisions of a section: 措施 if the text uses it. */
export const measureWord = ({ label }: Pick<Section, 'label'>) => (label ? '措施' : '小节');

/** A measure with its number, worded differently from a task; empty for one without a heading. */
export function measureText({ number, title, heading }: Measure, section: Pick<Section, 'label'>): string {
  if (!heading) return '';
  const sameNumber = printedNumber(heading.shown).replace(/[.．]$/, '') === String(number);
  return section.label && sameNumber ? `${measureName({ number })}：${title}` : heading.shown;
}

/** Longer words are shown beside the date, not as its name. */
const LONGEST_DEADLINE = 16;
const YEAR = /\d{4}|[〇○零一二三四五六七八九]{4} ?年/;

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
  return `${YEAR.test(statement) ? '' : deadlineText(deadline)}${quoted(statement)}`;
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

/** ISO time with its own offset → 2017-07-18 11:07, as in the source line. Midnight means that only the day is known. */
export const publishedText = (published: string) =>
  published.slice(0, 16).replace('T00:00', '').replace('T', ' ');

const quoted = (words: string) => `“${words}”`;

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

/** The units of a task by role and its word, in the order of the clauses. */
export function unitsByRole(task: TaskClauses): { role: Role; words: string; units: Clause['units'] }[] {
  const named = task.duty.units.map((unit) => ({
    unit,
    words: roleWord(task, unit) ?? ROLE_WORDS[unit.role],
  }));
  const roles = [...new Set(task.duty.units.map(({ role }) => role))];
  return roles.flatMap((role) =>
    groupBy(
      named.filter(({ unit }) => unit.role === role),
      ({ words }) => words,
    ).map(({ key, items }) => ({ role, words: key, units: items.map(({ unit }) => unit) })),
  );
}

/** Role words that stand before the names: 会同A, 责任单位：A. */
export const wordsFirst = ({ role, words }: { role: Role; words: string }) =>
  role === 'with' ? words : /(?:单位|部门|机关)$/.test(words) ? `${words}：` : undefined;

/** For a task of which no unit was read. */
export const unitsMissing = ({ readings }: Pick<Task, 'readings'>) =>
  readings.units === 'none' ? '原文本项没有写责任单位' : '本站没有读出本项的责任条款，见原文';

/** For a task with empty cells below heads that announce units, besides those that name some: 牵头单位一格是空的，本站没有读出，见原文. */
export function emptyUnitCells({ cells, readings }: Pick<Task, 'cells' | 'readings'>): string | undefined {
  const heads = emptyCells(cells, ({ shown }) => shown).filter(({ says }) => isRole(says));
  return heads.length === 0 || readings.units !== 'named'
    ? undefined
    : `${heads.map(({ head }) => head).join('、')}一格是空的，本站没有读出，见原文`;
}

const isRole = (says: string) => ROLES.some((role) => role === says);

/** For an empty cell of a table. */
export const EMPTY_CELL = '本站没有读出（收到的文本中这一格是空的），见原文';

/** Of how many tasks units were read, for the home page. */
export function unitsSummary(tasks: readonly Pick<Task, 'readings' | 'cells'>[]): string {
  const count = (reading: Reading) => tasks.filter(({ readings }) => readings.units === reading).length;
  const [named, unread] = [count('named'), count('unread')];
  const hasEmptyCell = ({ cells }: Pick<Task, 'cells'>) =>
    emptyCells(cells, ({ shown }) => shown).some(({ says }) => isRole(says));
  const partly = tasks.filter(hasEmptyCell).length;
  if (named === tasks.length && partly > 0)
    return `方案共${tasks.length}项任务，每项都读出了责任单位；其中${partly}项另有空着的格子，本站没有读出，见原文。`;
  if (named === tasks.length) return `方案共${tasks.length}项任务，每项都写明了责任单位。`;
  if (named === 0)
    return `方案共${tasks.length}项任务，${unread === 0 ? '原文没有写责任单位' : '本站没有读出责任单位，见原文'}。`;
  return unread === 0
    ? `方案共${tasks.length}项任务，其中${named}项写明责任单位。`
    : `方案共${tasks.length}项任务，本站读出其中${named}项的责任单位；另有${unread}项没有读出，见原文。`;
}

/** For a task whose clauses leave the list of units open; undefined for others. */
export function openEndedText(task: TaskClauses): string | undefined {
  const words = openEndedWords(task);
  return words && `原文还写有${quoted(words)}，没有逐一列名`;
}

/** For a task of whose clauses only a part was read, in lists; its page quotes the rest. */
export const partlyRead = (task: TaskClauses): string | undefined =>
  task.duty.units.length > 0 && unreadWords(task).length > 0 ? '条款另有字句没有读出' : undefined;

/** What lists say of a task's units besides their names. */
export const unitNotes = (task: TaskClauses & Pick<Task, 'readings' | 'cells'>): string[] =>
  [openEndedText(task), emptyUnitCells(task), partlyRead(task)].filter((one) => one !== undefined);

/** The units of a task in one line: 某局 牵头，区直各有关部门、各镇政府 按职责分别负责; 责任单位：某局. */
export function dutyText(task: TaskClauses & Pick<Task, 'readings' | 'cells'>): string {
  const { units } = task.duty;
  if (units.length === 0) return task.duty.shown === '' ? unitsMissing(task) : task.duty.shown;
  const notes = unitNotes(task).join('；');
  return unitsByRole(task)
    .map(({ role, words, units: own }) => {
      const names = own.map(({ name }) => name).join('、');
      const first = wordsFirst({ role, words });
      return first === undefined ? `${names} ${words}` : `${first}${names}`;
    })
    .join('，')
    .concat(notes === '' ? '' : `（${notes}）`);
}

/** Names of units that are listed in one line of a search result. */
const FEW_UNITS = 3;

/** Who and by when, for a search result: 某局 牵头 · 2018年底前. */
export const taskFacts = (task: Task) => `${taskWho(task)} · ${taskTimes(task)}`;

/** The units of a task in few words: 某局 牵头. Where one unit leads, the others are left out. */
export function taskWho(task: Task): string {
  const roles = unitsByRole(task);
  const leads = roles.filter(({ role }) => role === 'lead' || role === 'sole');
  const who = (leads.length > 0 ? leads : roles).map(({ role, words, units }) => {
    const rest = units.length > FEW_UNITS ? `等${units.length}个` : '';
    const names = units
      .slice(0, FEW_UNITS)
      .map(({ name }) => name)
      .join('、');
    return `${wordsFirst({ role, words }) ?? ''}${names}${rest}${wordsFirst({ role, words }) === undefined ? ` ${words}` : ''}`;
  });
  const notes = [emptyUnitCells(task), partlyRead(task)].filter((one) => one !== undefined).join('；');
  return who.join('，').concat(notes === '' ? '' : `（${notes}）`) || unitsMissing(task);
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

/** How many units the clauses name, and how many bodies by their kind alone: 30个单位和9个统称. */
export function unitsCount({ units }: Pick<Plan, 'units'>): string {
  const collective = units.filter(({ kind }) => kind === 'collective').length;
  return [
    ...(units.length > collective ? [`${units.length - collective}个单位`] : []),
    ...(collective > 0 ? [`${collective}个统称`] : []),
    ...(units.length === 0 ? ['责任单位'] : []),
  ].join('和');
}

/** What a unit is called above its name: a body named by its kind alone is no unit. */
export const unitKindName = ({ kind }: { kind: UnitKind }) => (kind === 'collective' ? '统称' : '责任单位');

/** How many tasks a unit has in which role, for a search result. */
export function unitFacts(counts: { role: Role; count: number }[], names: RoleNames): string {
  const sum = counts.reduce((all, { count }) => all + count, 0);
  return counts.length === 0 ? '' : `${sum}项任务：${countsText(counts, names)}`;
}

/** Where a name of today comes from, and for which part of the duties. */
export const nameSource = ({
  source,
  item,
  part,
}: Pick<NameOfToday, 'source' | 'item'> & { part?: string | undefined }) =>
  `本站对应，供查找；据${source}${item === undefined ? '' : `（${item}）`}${part === undefined ? '' : `，部分职责：${part}`}`;

/** Why a task is related to another. */
export function relationText(relation: Relation, plan: Plan): string {
  switch (relation.reason) {
    case 'lead':
      return `${plan.sections.some(isHeaded) ? '同一板块，' : ''}同由${plan.units.find(({ id }) => id === relation.unit)?.name ?? ''}牵头`;
    case 'document':
      return `同提《${plan.documents.find(({ id }) => id === relation.document)?.title ?? ''}》`;
  }
}

export const measureName = ({ number }: { number: number }) => `措施${number}`;

/** The description of a task's page. */
export const taskDescription = (task: Task) => `${taskName(task)}：${dutyText(task)}；${timesText(task)}。`;

export const correctionName = ({ id }: Pick<Correction, 'id'>) => `勘误第${id}条`;

/** What was probably meant by a suspected misprint. */
export const suspicion = ({ suspected }: Pick<Correction, 'suspected'>) =>
  suspected === undefined ? '' : `〔疑为“${suspected}”〕`;

/** The same below the line in which the words stand: “追朔”疑为“追溯”. */
export const suspicionText = (shown: string, { suspected = '' }: Pick<Correction, 'suspected'>) =>
  `“${shown}”疑为“${suspected}”`;

/** Who operates the site, and which text governs. */
export const governingNote = ({ official, publisher }: Pick<Plan, 'official' | 'publisher'>) =>
  official
    ? `本站由${publisher ?? '发布机关'}提供。`
    : '本站是对公开发布文本的整理，不是发布机关的网站；以发布机关公布的原文为准。';

/** What a fact is called whose text names only who issued it, or only when it was made. */
export const PUBLICATION_WORDS = {
  publisher: '发布机关',
  issuer: '发文机关',
  published: '发布时间',
  dated: '成文日期',
} as const;
export const METADATA_WORDS: Record<MetadataName, string> = {
  indexNumber: '索引号',
  topic: '主题分类',
  issuer: '发文机关',
  dated: '成文日期',
  documentNumber: '发文字号',
};
type Published = Pick<Plan, 'published' | 'publishedAs'>;

/** 2017-07-18 11:07 发布, 2017-07-18 成文; undefined where no date was read. */
export const dateText = ({ published, publishedAs }: Published) =>
  published && `${publishedText(published)} ${publishedAs === 'dated' ? '成文' : '发布'}`;

/** Publisher and time of publication, as far as known: 区办公室，2017-07-18 11:07 发布. */
export const issuedText = ({ publisher, ...plan }: Published & Pick<Plan, 'publisher'>) =>
  [publisher, dateText(plan)].filter((one) => one !== undefined).join('，');

/** First and last year of the plan, as its title names them: 2016—2020年; undefined where it names none. */
export const periodText = ({ period }: Pick<Plan, 'period'>) => period && yearsText(...period);

/** 2016—2020年, or one year alone: 2022年. */
export const yearsText = (first: number | string, last: number | string) =>
  String(first) === String(last) ? `${first}年` : `${first}—${last}年`;

/** Words before and after the title of the plan that followed; whether this one is still in force is not said. */
export const successorWords = ({ period, successor }: Pick<Plan, 'period' | 'successor'>) =>
  successor && {
    before: `${period ? `本方案为${periodText({ period }) ?? ''}的方案。` : ''}后续方案：`,
    after: `（据${successor.source}）。`,
  };

/** What is said of a fact of the publication that was not read. */
export const missingText = (reading: Reading) => (reading === 'none' ? '原文未载明' : '本站没有读出，见原文');

/** The title without the years in brackets at its end, for the header. */
export const shortTitle = ({ title }: Pick<Plan, 'title'>) =>
  title.shown.replace(/（[^（）]*）$/u, '').trim();

const PLACE = /^(?:\p{Script=Han}{1,8}?(?:省|自治区|市(?!场)|自治州|州|区(?!域)|县(?!域)|旗|镇|乡(?!村)))+/u;

/** A name for a phone's home screen or a browser's list of search engines: at most twelve characters, without the place. */
export const tinyTitle = ({ site, ...plan }: Pick<Plan, 'title' | 'site'>) =>
  (site.name ?? (shortTitle(plan).replace(PLACE, '') || shortTitle(plan))).slice(0, 12);

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

/** The number of tasks in each role: 牵头 3 · 负责 1. */
export const countsText = (counts: { role: Role; count: number }[], names: RoleNames) =>
  counts.map(({ role, count }) => `${roleName(names, role)} ${count}`).join(' · ');

/** The words of the clauses of these tasks for the role of a unit, behind their number; empty where they use none. */
export function roleWordsText(tasks: Task[], { id }: { id: string }, role: Role): string {
  const words = new Set(tasks.flatMap((task) => roleWord(task, { id, role }) ?? []));
  return words.size === 0 ? '' : `，条款用语：${[...words].map(quoted).join('')}`;
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

/** The name of a citable element by its id: s2 → 第2句. */
export function anchorName(id: string): string | undefined {
  if (id === 'duty') return '责任条款';
  const [, kind, number = ''] = /^(s|L|task-|measure-)(\d+(?:-\d+)*)$/.exec(id) ?? [];
  switch (kind) {
    case 's':
      return `第${number}句`;
    case 'L':
      return `收到的文本第${number}行`;
    case 'task-':
      return taskName({ number });
    case 'measure-':
      return measureName({ number: Number(number) });
    default:
      return undefined;
  }
}

/** The names of the citable elements from one to another: 第2句, 第2—4句, 第5句至责任条款. */
export function anchorsName(first: string, last: string): string {
  const [from, to] = [anchorName(first) ?? '', anchorName(last) ?? ''];
  if (from === to) return from;
  const [start, end] = [/^s\d+$/.exec(first), /^s\d+$/.exec(last)];
  return start && end ? `第${first.slice(1)}—${last.slice(1)}句` : `${from}至${to}`;
}

/** Words of the plan as they are sent: “…” ——《方案》任务1第2句. */
export const quotationText = (words: string, title: string, place: string) =>
  `“${words}”\n——《${title}》${place}`;

/** The text of a link to a place of the text. */
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

/** Why a large plan has no single file. */
export const noSingleFile = ({ tasks }: Pick<Plan, 'tasks'>) =>
  `本方案有${tasks.length}项任务。超过${MOST_TASKS}项的方案做成一个网页文件，会有几兆到十几兆，许多手机和较旧的浏览器打不开，因此没有单文件版。`;

/** For a task without published evidence; it draws no conclusion. */
export const NO_PROGRESS = '本站未收录公开的完成情况。';

/** The number of pieces of evidence, for lists and tables; empty if there are none. */
export const progressText = ({ progress }: Pick<Task, 'progress'>) =>
  progress.length === 0 ? '' : `已收录公开的进展材料${progress.length}条`;

/** What 核对引文 is for. */
export const VERIFY_PURPOSE =
  '把报道、聊天记录或者问答程序的回答粘贴进来，看哪些字句与方案原文逐字相同，哪些有出入，哪些在原文中没有找到。';
