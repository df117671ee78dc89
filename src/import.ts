/** Door: `npm run import` reads the seed and writes the content files that do not exist yet. It never overwrites. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pinyin } from 'pinyin-pro';
import { Document } from 'yaml';
import type { Finding } from './plan/model.ts';
import { parsePlan } from './plan/parse.ts';
import type { Content } from './plan/schema.ts';
import { FILES } from './plan/schema.ts';
import { formatFindings } from './read.ts';
import { decodeText } from './seed.ts';

/** Writes what is missing of a folder's content; all or nothing. Returns what was written, or why nothing was. */
export function importSeed(root: string): { written: string[]; findings: Finding[] } {
  const seeds = existsSync(join(root, 'seeds'))
    ? readdirSync(join(root, 'seeds'))
        .filter((name) => name.endsWith('.txt'))
        .sort()
    : [];
  const [file, ...more] = seeds;
  if (file === undefined || more.length > 0) {
    const problem = file === undefined ? 'there is no seed' : `there are ${seeds.length} seeds`;
    return {
      written: [],
      findings: [{ file: 'seeds/', problem, advice: 'put exactly one .txt file there' }],
    };
  }
  const bytes = readFileSync(join(root, 'seeds', file));
  const { text, finding } = decodeText(bytes, `seeds/${file}`);
  if (finding) return { written: [], findings: [finding] };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const spell = (name: string) => pinyin(name, { toneType: 'none', type: 'array', v: true });
  const { content, findings } = parsePlan(text, { file, sha256, spell });
  if (!content) return { written: [], findings };
  const missing = contentFiles(content).filter(([name]) => !existsSync(join(root, name)));
  for (const [name, body] of missing) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), body, { flag: 'wx' });
  }
  return { written: missing.map(([name]) => name), findings: [] };
}

/** What an editor reads first in each file; the fields are described in src/plan/schema.ts. */
const HEADS: Record<string, string> = {
  [FILES.plan]: '方案的基本信息。text 和 words 照录原文，不得改动；date 是本站据原文换算的日期。',
  [FILES.outline]: '部分、板块、目标和措施，照录原文。各措施下有哪些任务由程序从任务文件算出。',
  [FILES.units]:
    '责任单位登记表。id 是网址，一经发布不改、不重用；aliases 是人们常用的别称；方案中没有的，页面上标明“本站补充”。',
  [FILES.documents]:
    '方案提到的文件。id 是网址，一经发布不改、不重用；relation: cited 为引用，promised 为任务写明将要制定。',
  [FILES.corrections]: '与收到的文本不同的每一处。疑似误植照原样显示，另在 suspected 写明疑为何字。',
};

/** Long lines stay whole: a fold in YAML would be read as a blank between Chinese characters. Dates are quoted: YAML 1.1 readers would turn them into dates. */
function yaml(value: unknown, head?: string): string {
  const document = new Document(value, { compat: 'yaml-1.1' });
  if (head !== undefined) document.commentBefore = ` ${head}`;
  return document.toString({ lineWidth: 0, singleQuote: true });
}

function contentFiles({
  plan,
  outline,
  chapters,
  tasks,
  units,
  documents,
  corrections,
}: Content): [string, string][] {
  const shared: [string, unknown][] = [
    [FILES.plan, plan],
    [FILES.outline, outline],
    [FILES.units, units],
    [FILES.documents, documents],
    [FILES.corrections, corrections],
  ];
  return [
    ...shared.map(([file, value]): [string, string] => [file, yaml(value, HEADS[file])]),
    ...chapters.map(({ file, id: _, ...chapter }): [string, string] => [file, yaml(chapter)]),
    ...tasks.map(({ file, note: _, ...task }): [string, string] => [file, `---\n${yaml(task)}---\n`]),
  ];
}

if (import.meta.main) {
  const { written, findings } = importSeed(process.env.PLAN_DIR ?? process.cwd());
  if (findings.length > 0) {
    console.error(formatFindings(findings));
    console.error(`\n${findings.length} findings; nothing was written.`);
    process.exitCode = 1;
  } else if (written.length === 0) {
    console.log('Everything is there already; nothing was changed.');
  } else {
    console.log(written.map((name) => `wrote ${name}`).join('\n'));
    console.log(`\n${written.length} files written; existing files were left as they are.`);
  }
}
