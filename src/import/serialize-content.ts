/** Serializes content to the files that editors work on. */
import { Document } from 'yaml';
import { FILES, type Content } from '../content-files/schema.ts';

/** Comments for editors at the top of each file; the fields are described in src/content-files/schema.ts. */
const HEADS: Record<string, string> = {
  [FILES.plan]: '方案的基本信息。text 和 words 照录原文，不得改动；date 是本站据原文换算的日期。',
  [FILES.outline]: '部分、板块、目标和措施，照录原文。各措施下有哪些任务由程序从任务文件算出。',
  [FILES.units]:
    '责任单位登记表。id 是网址，一经发布不改、不重用；aliases 是人们常用的别称；方案中没有的，页面上标明“本站补充”。',
  [FILES.documents]:
    '方案提到的文件。id 是网址，一经发布不改、不重用；relation: cited 为引用，promised 为任务写明将要制定。',
  [FILES.corrections]: '与收到的文本不同的每一处。疑似误植照原样显示，另在 suspected 写明疑为何字。',
};

/** The content files with their text. */
export function contentFiles(content: Content): [name: string, body: string][] {
  const shared = (['plan', 'outline', 'units', 'documents', 'corrections'] as const).map(
    (key): [string, string] => [FILES[key], yaml(content[key], HEADS[FILES[key]])],
  );
  return [
    ...shared,
    ...content.chapters.map(({ file, id: _, ...chapter }): [string, string] => [file, yaml(chapter)]),
    ...content.tasks.map(({ file, note: _, ...task }): [string, string] => [file, `---\n${yaml(task)}---\n`]),
  ];
}

/** Lines are not folded, since YAML reads a fold as a blank between Chinese characters; dates are quoted for parsers of YAML 1.1. */
function yaml(value: unknown, head?: string): string {
  // An entry can be written below the comment of an empty list, not below [].
  if (head !== undefined && Array.isArray(value) && value.length === 0) return `# ${head}\n`;
  const document = new Document(value, { compat: 'yaml-1.1' });
  if (head !== undefined) document.commentBefore = ` ${head}`;
  return document.toString({ lineWidth: 0, singleQuote: true });
}
