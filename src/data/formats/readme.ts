/** README.txt of the zip, with a byte-order mark and CR LF for old editors. */
import { missingText, PUBLICATION_WORDS } from '../../labels/publication.ts';
import type { PlanData } from './plan-json-fields.ts';

interface Listed {
  file: string;
  what: string;
  size: number;
  sha256: string;
}

export function readmeText(data: PlanData, page: string, files: Listed[]): string {
  const lines = [
    `${data.title}：数据`,
    '',
    `${PUBLICATION_WORDS[data.publisherAs ?? 'publisher']}：${data.publisher ?? missingText(data.readings?.publisher ?? 'none')}`,
    `${PUBLICATION_WORDS[data.publishedAs ?? 'published']}：${data.published ?? missingText(data.readings?.published ?? 'none')}`,
    ...(data.source.url === undefined ? [] : [`原文网址：${data.source.url}`]),
    `各字段的说明：${page}`,
    '',
    '方案文字出自发布机关公布的文本，编号、单位与任务的对应、期限的计算由本站整理。',
    '期限只是原文的规定，不反映办理情况。与公布的原文不一致的，以公布的原文为准。',
    '方案是国家机关公布的文件，依《中华人民共和国著作权法》第五条，不适用该法。',
    '',
    ...files.flatMap(({ file, what, size, sha256 }) => [
      file,
      `  ${what}`,
      `  ${size} 字节，SHA-256 ${sha256}`,
    ]),
  ];
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}
