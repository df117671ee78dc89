/** The reading of a text as a page for editors: each line with what was made of it, and the findings. */
import { verbatimPieces, type Piece } from '../content-files/verbatim.ts';
import type { Content } from '../content-files/schema.ts';
import { dutyText } from '../labels/duties.ts';
import { taskDescription } from '../labels/tasks.ts';
import type { Finding, Plan, Reading, Task } from '../plan/model.ts';
import { xmlText } from '../text/xml.ts';
import { commonNames, type CommonName } from './extract/common-names.ts';
import { PARTLY, readingFacts } from './reading-facts.ts';

interface Reported {
  text: string;
  content?: Content | undefined;
  plan?: Plan | undefined;
  /** What stopped the import, and what an editor should look at. */
  findings: Finding[];
}

const STATES: Record<Reading, string> = { named: '已读出', none: '原文没有写', unread: '没有读出' };
const STYLE = `
body{font:16px/1.7 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222;background:#fff}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.2rem .5rem;text-align:start;vertical-align:top}
td.text{white-space:pre-wrap;overflow-wrap:anywhere}.named{background:#dcefdc}.none{background:#eee}.unread{background:#fbe3c0}
.finding{background:#f8d0d0}.page{color:#666}td.number{text-align:end}a{color:#064a8a}
@media print{body{font-size:11px;margin:0}tr{break-inside:avoid}.named,.none,.unread,.finding{-webkit-print-color-adjust:exact;print-color-adjust:exact}}`;

/** A page without scripts and without anything from elsewhere. */
export function reportPage({ text, content, plan, findings }: Reported): string {
  const title = `导入核对：${plan?.title.shown ?? '没有导入'}`;
  const pieces = content
    ? Map.groupBy(verbatimPieces(content).flatMap(byLine), ({ line }) => line)
    : new Map<number, Piece[]>();
  const tasks = new Map(plan?.tasks.map((task) => [task.sourceLines[1], task]));
  const found = Map.groupBy(findings, ({ line }) => line);
  const rows = text
    .split('\n')
    .map((line, index) =>
      row(index + 1, line, pieces.get(index + 1) ?? [], tasks.get(index + 1), found.get(index + 1) ?? []),
    );
  return [
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${xmlText(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${xmlText(title)}</h1>`,
    '<p>颜色和文字表示三种情形：<span class="named">已读出</span>、<span class="none">原文没有写</span>、<span class="unread">没有读出</span>；<span class="finding">要看的地方</span>另列。</p>',
    plan ? factsTable(plan) : '',
    findingsList(findings),
    content ? namesList(commonNames(content.units)) : '',
    '<h2>逐行核对</h2><table><thead><tr><th>行</th><th>收到的文本</th><th>读作</th></tr></thead><tbody>',
    ...rows,
    '</tbody></table></body></html>',
  ].join('\n');
}

function factsTable(plan: Plan): string {
  const rows = readingFacts(plan).map(
    ({ what, reading, detail, sentence }) =>
      `<tr class="${reading}"><td>${STATES[reading]}</td><td>${xmlText(FACT_NAMES[what] ?? what)}</td><td>${xmlText(detail)}</td><td>${xmlText(sentence)}</td></tr>`,
  );
  return `<h2>读出了什么</h2><table><thead><tr><th>情形</th><th>事项</th><th>内容，或者任务的项数和序号</th><th>网页上怎样说</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const FACT_NAMES: Record<string, string> = {
  title: '标题',
  'units of tasks': '任务的责任单位',
  [PARTLY]: '任务的责任单位，只读出一部分：其余的字句照登，可能还写有单位',
  'deadlines of tasks': '任务自己的期限',
};

function findingsList(findings: Finding[]): string {
  if (findings.length === 0) return '<h2>要看的地方</h2><p>没有。</p>';
  const items = findings.map(({ line, problem, advice }) => {
    const place = line === undefined ? '' : `<a href="#L${line}">第${line}行</a> `;
    return `<li>${place}${xmlText(problem)} → ${xmlText(advice)}</li>`;
  });
  return `<h2>要看的地方（${findings.length}处）</h2><ul>${items.join('')}</ul>`;
}

function namesList(names: CommonName[]): string {
  if (names.length === 0) return '';
  const items = names.map(
    ({ unit, name, from, to }) =>
      `<li>${xmlText(unit)}：${xmlText(name)}（${xmlText(from)} → ${xmlText(to)}）</li>`,
  );
  return `<h2>人们可能用来查找的单位名称（${names.length}个）</h2><p>按通行的简称推算，原文没有写，也没有登记。当地确实这样称呼的，写进 units.yaml 的 aliases。</p><ul>${items.join('')}</ul>`;
}

/** A piece for each of its lines. */
const byLine = (piece: Piece): Piece[] =>
  piece.text.split('\n').map((text, index) => ({ ...piece, line: piece.line + index, text }));

function row(
  number: number,
  line: string,
  pieces: Piece[],
  task: Task | undefined,
  findings: Finding[],
): string {
  const kinds = [...new Set(pieces.map(kindOf))];
  const isPage = kinds.length > 0 && kinds.every((kind) => kind === '网页的文字，不刊登');
  const said = task
    ? [
        `<span class="${task.readings.units}">责任单位：${STATES[task.readings.units]}</span> <span class="${task.readings.deadline}">期限：${STATES[task.readings.deadline]}</span> ${xmlText(task.readings.units === 'named' ? taskDescription(task) : dutyText(task))}`,
      ]
    : [];
  const problems = findings.map(({ problem }) => `<span class="finding">${xmlText(problem)}</span>`);
  const cells = [
    `<td class="number">${number}</td>`,
    `<td class="text">${xmlText(line)}</td>`,
    `<td>${[kinds.join('、'), ...said, ...problems].join('<br>')}</td>`,
  ];
  return `<tr id="L${number}"${isPage ? ' class="page"' : ''}>${cells.join('')}</tr>`;
}

function kindOf({ file, at }: Piece): string {
  if (at[0] === 'chrome') return '网页的文字，不刊登';
  if (file.startsWith('content/tasks/')) {
    const task = file
      .slice('content/tasks/'.length)
      .replace(/\.md$/, '')
      .replace(/(^|-)0+(?=\d)/g, '$1');
    return `任务${task}的${{ number: '序号', marker: '序号', text: '正文', duty: '责任条款', tail: '其余' }[String(at[0])] ?? '文字'}`;
  }
  if (at[0] === 'title') return '标题';
  if (at[0] === 'parts') return '部分的标题';
  const last = String(at.at(-2));
  return { heading: '标题', duty: '标题的责任条款', goal: '目标', label: '措施' }[last] ?? '其他段落';
}
