/**
 * The fields of plan.json, with their explanations for readers. The JSON Schema (json-schema.ts), the types of the data and
 * the field lists on /data/ are derived from here. Fields are only ever added, at the end of an object; any other change
 * needs a new VERSION and a new name for the schema.
 */
import { z } from 'zod';
import type { Role } from '../../plan/model.ts';

/** Version of the schema, not of the plan. */
export const VERSION = 1;

/**
 * Version of the wider schema, for plans that do not fit the first: tasks numbered by section, facts that the text does not
 * name or that were not read, tables, and the like. Plans that fit the first are published in the first. Version 2 called
 * absent from the text what only had not been read; it is not written any more.
 */
export const WIDE_VERSION = 3;
export type Version = typeof VERSION | typeof WIDE_VERSION;

/** Names of the schema, independent of the host. */
export const SCHEMA_NAMES: Readonly<Record<Version, string>> = {
  [VERSION]: 'urn:uuid:d3a0c6f4-5b1e-4f6a-9c27-3f0f4b8e7a51',
  [WIDE_VERSION]: 'urn:uuid:0b6c1e52-94d7-4c0a-a3f8-61d2b9e7c845',
};

const text = (title: string, description?: string) => meta(z.string(), title, description);
const number = (title: string, description?: string) => meta(z.int().positive(), title, description);
const date = (title: string, description?: string) => meta(z.iso.date(), title, description);
const list = <T extends z.ZodType>(item: T, title: string, description?: string) =>
  meta(z.array(item), title, description);

function meta<T extends z.ZodType>(type: T, title: string, description?: string): T {
  return type.meta(description === undefined ? { title } : { title, description });
}

/** A field whose description is another one in the wider schema, where the data may be incomplete. */
const wider = <T extends z.ZodType>(type: T, wide: string): T => type.meta({ ...type.meta(), wide });

/** A field of the wider schema only. */
const later = <T extends z.ZodType>(type: T) => type.meta({ ...type.meta(), later: true }).optional();

const reading = (what: string) =>
  meta(
    z.enum(['named', 'none', 'unread']),
    what,
    'named 已读出；none 原文没有写；unread 本站没有读出，原文可能写有。',
  );

const url = (what: string) =>
  meta(z.string(), '网址', `${what}在本站的地址；本站未设定域名时，为从根目录起的路径。`);

/** The number in the text; where the numbering restarts, with those of section and measure before it. */
const anyTask = z.union([z.int().positive(), z.string().regex(/^[1-9]\d*(-[1-9]\d*){1,2}$/)]);
const taskNumber = (title: string, description?: string) => meta(anyTask, title, description);

const ROLES = [
  ...['lead', 'joint', 'sole', 'support', 'with'],
  ...['assist', 'participate', 'implement', 'guide'],
] as Role[];
/** The roles of the first schema. */
export const FIRST_ROLES: readonly Role[] = ['lead', 'joint', 'sole', 'support'];
/** The roles that a table of a plan has columns for: of those added later only the ones that it uses. */
export const rolesIn = ({ version }: { version: Version }): readonly Role[] =>
  version === VERSION ? ['lead', 'joint', 'sole', 'support', 'with'] : ROLES;

const role = wider(
  meta(
    z.enum(ROLES),
    '职责',
    '依责任条款的用语：lead 牵头；joint 按职责分别负责或按职责分工负责；sole 负责；support 配合；with 会同。条款未写牵头的，不作推断。',
  ),
  '依责任条款或者表格栏目的用语：lead 牵头；joint 按职责分别负责或按职责分工负责；sole 负责；support 配合；with 会同；assist 协同、协办、协助；participate 参与、参加；implement 落实、组织实施、承办；guide 指导。没有写牵头的，不作推断。',
);

/** The roles in files for readers. */
export const ROLE_TITLES: Readonly<Record<Role, string>> = {
  lead: '牵头',
  joint: '按职责分别（分工）负责',
  sole: '负责',
  with: '会同',
  support: '配合',
  assist: '协助',
  participate: '参与',
  implement: '落实',
  guide: '指导',
};

const unitInClause = z.object({
  id: text('单位标识', '对应 units 中的 id。'),
  name: text('单位名称', '与责任条款所写一致。'),
  role,
});

const clause = {
  duty: text('责任条款', '本站显示的文本，含括号。'),
  units: list(unitInClause, '责任单位', '按责任条款中的先后次序。'),
  openEnded: meta(z.boolean(), '是否没有逐一列名'),
  unread: later(list(z.string(), '没有读出的词语', '条款中本站没有读出含义的部分。')),
};

const deadlineBasis = meta(
  z.enum(['own', 'general']),
  '完成期限的依据',
  'own 原文在任务中写明；general 任务中没有写，按方案的统一期限。',
);

const prose = z.object({
  line: number('行号'),
  kind: meta(z.enum(['heading', 'paragraph']), '类别', 'heading 小标题；paragraph 段落。'),
  text: text('文本', '本站显示的文本。'),
});

const measure = z.object({
  number: number('措施序号', '全文连续编号。'),
  title: text('措施标题', '不含原文序号；没有标题的为空。'),
  tasks: list(anyTask, '任务序号'),
  heading: text('措施标题行', '与原文所印一致，含序号。').optional(),
  clause: meta(z.object(clause), '措施自己的责任条款', '不及于其下的任务。').optional(),
});

const section = z.object({
  number: number('板块序号', '按原文次序，自1起。'),
  title: text('标题', '不含原文序号。'),
  goal: text('目标', '不含“目标：”二字及冒号；原文未写的为空。'),
  measures: list(measure, '措施'),
  url: url('该板块'),
  part: meta(z.int().nonnegative(), '所在部分', '原文“一、”等的序号；不分部分的为 0。'),
  heading: text('标题行', '与原文所印一致，含序号；没有标题的为空。'),
  clause: meta(z.object(clause), '板块自己的责任条款', '不及于其下的任务。').optional(),
  prose: list(prose, '其他段落', '板块中不属于任何任务的段落和标题。'),
});

const task = z.object({
  number: taskNumber(
    '任务序号',
    '原文序号，全文连续编号；原文各处重新编号的，为板块（和措施）序号加原文序号，例如“2-3”。',
  ),
  title: text('标题', '取自该任务原文的语句。'),
  url: url('该任务'),
  section: number('所属板块'),
  measure: number('所属措施'),
  sourceText: text('收到的文本', '从序号之后到责任条款为止，一字不改，各行以换行符连接。'),
  sourceLines: meta(z.array(z.int().positive()).length(2), '行号', '在 source.txt 中的首行与末行，自1起。'),
  text: text('正文', '本站显示的文本，标点统一为全角，补出了脱落的符号，不含责任条款。'),
  duty: wider(
    text('责任条款', '本站显示的文本，含括号；原文没有写的为空。'),
    '本站显示的文本，含括号；没有读出的为空，原文是否写有，见 readings。',
  ),
  units: wider(
    list(unitInClause, '责任单位', '按责任条款中的先后次序；有几个条款的，合在一起。'),
    '按责任条款和表格各栏的先后次序；为空的，原文是否写有，见 readings。',
  ),
  openEnded: meta(z.boolean(), '是否没有逐一列名', '责任条款写有“等有关部门”的为 true，即所列单位并非全部。'),
  deadline: wider(
    meta(
      z
        .object({
          date: date('完成期限', '期限的最后一日；“2017年底前”记为2017-12-31。'),
          basis: deadlineBasis,
          words: text('完成期限的用语', '据以确定期限的语句。'),
        })
        .nullable(),
      '完成期限',
      '仅为原文规定的期限，不反映办理情况；写有几个的，为最后一个；没有写明日期的为 null。',
    ),
    '仅为原文规定的期限，不反映办理情况；写有几个的，为最后一个；没有日期的为 null，原文怎样写，见 standing 和 readings。',
  ),
  documents: list(z.string(), '提到的文件', '对应 documents 中的 id，按首次提到的次序。'),
  sentences: list(
    z.object({ id: text('句子标识', '任务页上的锚点。'), text: text('句子') }),
    '句子',
    '正文逐句。',
  ),
  progress: list(
    z.object({
      date: date('公布日期'),
      statement: text('公开的表述'),
      source: meta(
        z.object({
          title: text('材料名称'),
          publisher: text('公布者'),
          url: text('网址'),
          archived: text('存档网址').optional(),
        }),
        '材料来源',
      ),
    }),
    '公开的进展材料',
    '没有收录时为空，不说明任务是否完成。',
  ),
  note: text('简要说明', '本站用平实的话概括，不是原文；以原文为准。').optional(),
  marker: text('序号的写法', '原文所印的序号。'),
  tail: text('条款之后', '责任条款之后同一行的字符，例如句号；没有的为空。'),
  clauses: list(
    z.object({ ...clause, sentence: text('所在的句子') }),
    '正文中的责任条款',
    '末尾一个以外的责任条款，各说明它前面的文字。',
  ),
  deadlines: list(
    z.object({
      date: date('完成期限'),
      basis: deadlineBasis,
      words: text('完成期限的用语'),
      sentence: text('所在的句子', '在末尾的责任条款或者统一期限中的没有此项。').optional(),
    }),
    '全部完成期限',
    '任务写明的每一个期限，按原文次序。',
  ),
  standing: list(
    z.object({ words: text('时间用语'), sentence: text('所在的句子').optional() }),
    '没有日期的时间用语',
    '例如“长期坚持”。',
  ),
  readings: later(
    meta(z.object({ units: reading('责任单位'), deadline: reading('任务自己的完成期限') }), '读出的情况'),
  ),
  unread: later(list(z.string(), '没有读出的词语', '责任条款中本站没有读出含义的部分。')),
  cells: later(
    list(
      z.object({
        head: text('栏目', '原文表格的栏目名称。'),
        says: meta(
          z.enum([...ROLES, 'time', 'people', 'other']),
          '栏目的含义',
          '职责的，其中的单位列在 units；time 时间；people 人员，不作为单位；other 其他。',
        ),
        text: text('文字', '本站显示的文本。'),
        of: number('合并单元格的首行', '与上面的行合并的单元格才有：文字所在的行号。').optional(),
      }),
      '表格的其他各格',
      '任务是表格中一行的才有；序号和任务两格除外。',
    ),
  ),
});

const unit = z.object({
  id: text('单位标识', '长期不变，也用于网址。'),
  name: text('单位名称', '与责任条款所写一致。'),
  kind: wider(
    meta(
      z.enum(['department', 'party', 'branch', 'collective']),
      '类别',
      'department 部门和机构；party 党委部门；branch 分局；collective 统称的机关，方案没有列举其成员。',
    ),
    'department 部门和机构；party 党委部门；branch 分局；collective 统称的机关，本站没有读出其成员。',
  ),
  aliases: list(z.string(), '别称'),
  url: url('该单位'),
  aliasesInPlan: list(z.string(), '原文所见别称', '别称中见于原文的；其余为本站补充。'),
  tasks: list(
    z.object({ number: taskNumber('任务序号'), role }),
    '任务',
    '责任条款写明该单位的任务及其职责。',
  ),
  headings: list(
    z.object({ section: number('板块序号'), measure: number('措施序号').optional(), role }),
    '标题的责任条款',
    '板块或措施自己的责任条款写明该单位的。',
  ),
});

const planDocument = z.object({
  id: text('文件标识', '长期不变，也是文件页上的锚点。'),
  title: text('文件名称', '与文中所称一致，不含书名号。'),
  number: text('发文字号', '文中写明的才有。').optional(),
  relation: meta(
    z.enum(['cited', 'promised']),
    '与方案的关系',
    'cited 引用的文件；promised 写明将要制定、修订或公布的文件。',
  ),
  url: url('该文件'),
  citations: list(
    z.object({ task: taskNumber('任务序号'), sentence: text('句子标识'), words: text('提到它的语句') }),
    '任务中的提法',
  ),
  lines: list(z.int().positive(), '其他出处', '任务以外提到它的行号。'),
});

const correction = z.object({
  line: number('行号', '在 source.txt 中的行号，自1起。'),
  received: text('收到的文本'),
  shown: text('显示为'),
  kind: meta(
    z.enum(['lost-sign', 'suspected-misprint', 'layout']),
    '类别',
    'lost-sign 补出脱落的符号；suspected-misprint 疑似误植，照原样显示；layout 恢复分行。',
  ),
  reason: text('理由'),
  suspected: text('疑为', '疑似误植时，推测的本来用字。').optional(),
  id: number('勘误编号', '长期不变。'),
  url: url('该条勘误'),
});

const chapter = z.object({
  part: meta(z.int().nonnegative(), '所在部分', '0 为开头的引言，其余为原文“一、”等的序号。'),
  title: text('标题', '引言没有标题。').optional(),
  prose: list(prose, '段落'),
});

const term = z.object({
  id: text('名词标识', '长期不变，也是名词页上的锚点。'),
  term: text('名词', '与任务所写一致，不含引号。'),
  url: url('该名词'),
  explained: meta(
    z.object({ task: taskNumber('任务序号'), sentence: text('句子标识'), words: text('原文语句') }),
    '原文的解释',
    '任务中未作解释的没有此项。',
  ).optional(),
  uses: list(
    z.object({ task: taskNumber('任务序号'), sentence: text('句子标识', '该任务首次写到它的句子。') }),
    '写到它的任务',
  ),
});

const quotation = (what: string) =>
  meta(z.object({ line: number('行号'), words: text('原文语句') }), what).optional();

/** plan.json as a whole. */
export const planDataSchema = z
  .object({
    title: text('方案名称'),
    publisher: wider(
      meta(z.string().nullable(), '发布机关', '收到的文本没有写的为 null。'),
      '没有读出的为 null，收到的文本是否写有，见 readings；publisherAs 为 issuer 的，是发文机关。',
    ),
    published: wider(
      meta(z.iso.datetime({ offset: true }).nullable(), '发布时间', '带时区；收到的文本没有写的为 null。'),
      '带时区；没有读出的为 null，收到的文本是否写有，见 readings；publishedAs 为 dated 的，是成文日期。',
    ),
    source: meta(
      z.object({
        file: text('收到的文本的文件名'),
        sha256: meta(z.string().regex(/^[0-9a-f]{64}$/), '校验值', 'source.txt 的 SHA-256。'),
        url: text('原文网址', '本站已收录时才有。').optional(),
      }),
      '来源',
    ),
    sections: list(section, '板块', '列有任务的各部分。'),
    tasks: list(task, '任务'),
    units: list(unit, '责任单位', '按标识排序。'),
    documents: list(planDocument, '文件'),
    corrections: list(correction, '勘误', '显示的文本与收到的文本的全部差异，标点统一为全角除外。'),
    version: meta(
      z.union([z.literal(VERSION), z.literal(WIDE_VERSION)]),
      '结构版本',
      '字段只增不减；有其他变动时换号。',
    ),
    schema: meta(z.string(), '结构说明', '本文件 JSON Schema 的地址。'),
    url: url('本方案'),
    official: meta(z.boolean(), '是否由发布机关开办', '为 false 时，以发布机关公布的原文为准。'),
    period: meta(z.array(z.int().positive()).length(2).nullable(), '起止年份', '标题没有写的为 null。'),
    generalDeadline: wider(
      meta(
        z.object({ date: date('完成期限'), line: number('行号'), words: text('原文语句') }).nullable(),
        '统一期限',
        '适用于没有写明期限的任务；原文没有规定的为 null。',
      ),
      '适用于没有写明期限的任务；没有读出的为 null。',
    ),
    reporting: wider(
      meta(
        z.object({ line: number('行号'), words: text('原文语句') }).nullable(),
        '书面报告',
        '每年报告一次的规定；原文没有规定的为 null。',
      ),
      '定期报告的规定；没有读出的为 null。',
    ),
    chapters: list(chapter, '任务以外的正文'),
    glossary: list(term, '名词', '方案自己提出或者解释的名词。'),
    goal: wider(
      meta(
        z.object({ date: date('期限'), line: number('行号'), words: text('原文语句') }).nullable(),
        '总体目标',
        '写明年份的总体目标；原文没有写的为 null。',
      ),
      '写明年份的总体目标；没有读出的为 null。',
    ),
    rules: list(
      z.object({
        kind: meta(
          z.enum(['firstLeads', 'later']),
          '类别',
          'firstLeads 列第一位者为牵头单位；later 其他说明以后各项的话。',
        ),
        line: number('行号'),
        words: text('原文语句'),
      }),
      '关于责任条款的规定',
      '原文为自己的责任条款作出的规定。',
    ),
    publisherAs: later(
      meta(z.enum(['publisher', 'issuer']), '发布机关的依据', 'publisher 发布机关；issuer 发文机关。'),
    ),
    publishedAs: later(
      meta(z.enum(['published', 'dated']), '发布时间的依据', 'published 发布时间；dated 成文日期。'),
    ),
    metadata: later(
      meta(
        z.object({
          indexNumber: quotation('索引号'),
          topic: quotation('主题分类'),
          issuer: quotation('发文机关'),
          dated: quotation('成文日期'),
          documentNumber: quotation('发文字号'),
        }),
        '文件信息',
        '从收到的文本中读出的。',
      ),
    ),
    readings: later(
      meta(
        z.object({
          publisher: reading('发布机关'),
          published: reading('发布时间'),
          indexNumber: reading('索引号'),
          topic: reading('主题分类'),
          issuer: reading('发文机关'),
          dated: reading('成文日期'),
          documentNumber: reading('发文字号'),
        }),
        '读出的情况',
      ),
    ),
    successor: meta(
      z.object({
        title: text('标题'),
        url: text('网址', '公布后续方案的网页。'),
        source: text('依据', '说明它接续本方案的文件。'),
      }),
      '后续方案',
      '本站登记的，没有登记的不列；不表示本方案是否仍然有效。',
    ).optional(),
  })
  .meta({
    title: 'plan.json',
    description: '方案全文的结构化数据。编排由本站整理，文字出自原文。今后可能增加字段，请忽略不认识的字段。',
  });

export type PlanData = z.infer<typeof planDataSchema>;
