/**
 * The shape of plan.json, field by field, with the words that explain it to readers. The JSON Schema (schema.ts),
 * the types of the export and the field lists on /data/ all come from here. Fields are only ever added, at the end of an
 * object; anything else needs a new VERSION and a new name for the schema.
 */
import { z } from 'zod';

/** Of the shape, not of the plan. */
export const VERSION = 1;

/** Never depends on the host that publishes it. */
const SCHEMA_NAME = 'urn:uuid:d3a0c6f4-5b1e-4f6a-9c27-3f0f4b8e7a51';

const text = (title: string, description?: string) => meta(z.string(), title, description);
const number = (title: string, description?: string) => meta(z.int().positive(), title, description);
const date = (title: string, description?: string) => meta(z.iso.date(), title, description);
const list = <T extends z.ZodType>(item: T, title: string, description?: string) =>
  meta(z.array(item), title, description);

function meta<T extends z.ZodType>(type: T, title: string, description?: string): T {
  return type.meta({ title, ...(description !== undefined && { description }) });
}

const url = (what: string) =>
  meta(z.string(), '网址', `${what}在本站的地址；本站未设定域名时，为从根目录起的路径。`);

const role = meta(
  z.enum(['lead', 'joint', 'sole', 'support']),
  '职责',
  '依责任条款的用语：lead 牵头；joint 按职责分别负责或按职责分工负责；sole 负责；support 配合。条款未写牵头的，不作推断。',
);

const measure = z.object({
  number: number('措施序号', '原文序号，全文连续编号。'),
  title: text('措施标题'),
  tasks: list(z.int().positive(), '任务序号'),
});

const section = z.object({
  number: number('板块序号', '按原文次序，自1起。'),
  title: text('标题', '不含原文序号。'),
  goal: text('目标', '不含“目标：”二字及冒号。'),
  measures: list(measure, '措施'),
  url: url('该板块'),
});

const task = z.object({
  number: number('任务序号', '原文序号，全文连续编号。'),
  title: text('标题', '取自该任务原文的语句。'),
  url: url('该任务'),
  section: number('所属板块'),
  measure: number('所属措施'),
  sourceText: text('收到的文本', '从“N)”之后到责任条款的右括号为止，一字不改，各行以换行符连接。'),
  sourceLines: meta(z.array(z.int().positive()).length(2), '行号', '在 source.txt 中的首行与末行，自1起。'),
  text: text('正文', '本站显示的文本，标点统一为全角，补出了脱落的符号，不含责任条款。'),
  duty: text('责任条款', '本站显示的文本，含括号。'),
  units: list(
    z.object({
      id: text('单位标识', '对应 units 中的 id。'),
      name: text('单位名称', '与责任条款所写一致。'),
      role,
    }),
    '责任单位',
    '按责任条款中的先后次序。',
  ),
  openEnded: meta(z.boolean(), '是否未列尽', '责任条款写有“等有关部门”的为 true，即所列单位并非全部。'),
  deadline: meta(
    z.object({
      date: date('期限', '期限的最后一日；“2017年底前”记为2017-12-31。'),
      basis: meta(
        z.enum(['own', 'general']),
        '期限依据',
        'own 责任条款自行载明；general 条款未载明，适用“四、实施步骤”的一般规定。',
      ),
      words: text('期限用语', '据以确定期限的语句。'),
    }),
    '期限',
    '仅为原文规定的期限，不反映办理情况。',
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
});

const unit = z.object({
  id: text('单位标识', '长期不变，也用于网址。'),
  name: text('单位名称', '与责任条款所写一致。'),
  kind: meta(
    z.enum(['department', 'party', 'branch', 'collective']),
    '类别',
    'department 部门和机构；party 党委部门；branch 分局；collective 统称的机关，方案没有列举其成员。',
  ),
  aliases: list(z.string(), '别名'),
  url: url('该单位'),
  aliasesInPlan: list(z.string(), '原文所见别名', '别名中见于原文的；其余为本站补充。'),
  tasks: list(z.object({ number: number('任务序号'), role }), '任务', '责任条款写明该单位的任务及其职责。'),
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
    z.object({ task: number('任务序号'), sentence: text('句子标识'), words: text('提到它的语句') }),
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
  prose: list(
    z.object({
      line: number('行号'),
      kind: meta(z.enum(['heading', 'paragraph']), '类别', 'heading 小标题；paragraph 段落。'),
      text: text('文本', '本站显示的文本。'),
    }),
    '段落',
  ),
});

const term = z.object({
  id: text('名词标识', '长期不变，也是名词页上的锚点。'),
  term: text('名词', '与任务所写一致，不含引号。'),
  url: url('该名词'),
  explained: meta(
    z.object({ task: number('任务序号'), sentence: text('句子标识'), words: text('原文语句') }),
    '原文的解释',
    '原文未作解释的没有此项。',
  ).optional(),
  uses: list(
    z.object({ task: number('任务序号'), sentence: text('句子标识', '该任务首次写到它的句子。') }),
    '写到它的任务',
  ),
});

/** plan.json as a whole. */
export const planShape = z
  .object({
    title: text('方案名称'),
    publisher: text('发布机关'),
    published: meta(z.iso.datetime({ offset: true }), '发布时间', '带时区。'),
    source: meta(
      z.object({
        file: text('收到的文本的文件名'),
        sha256: meta(z.string().regex(/^[0-9a-f]{64}$/), '校验值', 'source.txt 的 SHA-256。'),
        url: text('原文网址', '本站已收录时才有。').optional(),
      }),
      '来源',
    ),
    sections: list(section, '板块', '列有目标、措施和任务的各部分。'),
    tasks: list(task, '任务'),
    units: list(unit, '责任单位', '按标识排序。'),
    documents: list(planDocument, '文件'),
    corrections: list(correction, '勘误', '显示的文本与收到的文本的全部差异，标点统一为全角除外。'),
    version: meta(z.literal(VERSION), '结构版本', '字段只增不减；有其他变动时换号。'),
    schema: meta(z.string(), '结构说明', '本文件 JSON Schema 的地址。'),
    url: url('本方案'),
    official: meta(z.boolean(), '是否由发布机关开办', '为 false 时，以发布机关公布的原文为准。'),
    period: meta(z.array(z.int().positive()).length(2), '起止年份'),
    generalDeadline: meta(
      z.object({ date: date('期限'), line: number('行号'), words: text('原文语句') }),
      '一般期限',
      '适用于责任条款未载明期限的任务。',
    ),
    reporting: meta(
      z.object({ line: number('行号'), words: text('原文语句') }),
      '书面报告',
      '每年报告一次的规定。',
    ),
    chapters: list(chapter, '任务以外的正文'),
    glossary: list(term, '名词', '方案自己提出或者解释的名词。'),
  })
  .meta({
    title: 'plan.json',
    description: '方案全文的结构化数据。编排由本站整理，文字出自原文。今后可能增加字段，请忽略不认识的字段。',
    $id: SCHEMA_NAME,
  });

export type PlanData = z.infer<typeof planShape>;
