/** Plans of any size, made up from a fixed seed: the form of a real plan, the words of nobody. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importSeed } from '../../src/import/import-plan.ts';
import { toShown } from '../../src/text/punctuation.ts';
import { formatFindings } from '../../src/content-files/findings.ts';
import { readPlan } from '../../src/assemble/read-plan.ts';
import * as words from './words.ts';

/** Numbers from 0 to below 1, the same for the same start (Mulberry32). */
function numbers(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of something a plan has: so many at 65 tasks, and more by a power of the size. */
const grown = (at65: number, tasks: number, power: number) => Math.round(at65 * (tasks / 65) ** power);

const DIGITS = Array.from('零一二三四五六七八九');
/** 1 to 99 in words. */
const numeral = (n: number) =>
  `${n < 10 ? '' : n < 20 ? '十' : `${DIGITS[Math.floor(n / 10)] ?? ''}十`}${n % 10 === 0 ? '' : (DIGITS[n % 10] ?? '')}`;

/** Years of the plan; the last but one is the general deadline. */
const [FIRST, LAST] = [2021, 2025];

/** The text of a plan as it would be received, ASCII marks and lost signs included. */
export function planText(tasks: number, start = 1): string {
  const next = numbers(start);
  const chance = (share: number) => next() < share;
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  /** The first ones far more often than the last: a few units lead much, many little. */
  const pickEarly = <T>(list: readonly T[]): T => list[Math.floor(next() ** 2 * list.length)] as T;
  const taken = new Set<string>();
  const unique = (make: () => string): string => {
    for (;;) {
      const made = make();
      if (taken.has(made)) continue;
      taken.add(made);
      return made;
    }
  };
  const object = () => pick(words.SCOPES) + pick(words.OBJECTS);

  const units = [
    ...words.SORTS.flatMap((sort) =>
      words.SUBJECTS.map((subject) => (sort.endsWith('分局') ? '' : '市') + subject + sort),
    ),
  ].slice(0, grown(43, tasks, 0.37));
  units.splice(20, 0, ...words.PARTY);
  const documents = Array.from({ length: grown(28, tasks, 0.9) }, () => {
    const title = unique(() => `${pick(['省', '市', '全国'])}${object()}${pick(words.LAWS)}`);
    // Some closing brackets were lost on the way.
    const year = `〔${2012 + Math.floor(next() * 9)}${chance(0.1) ? '' : '〕'}`;
    return chance(0.6)
      ? `《${title}》(${pick(words.ISSUERS)}${year}${1 + Math.floor(next() * 120)}号)`
      : `《${title}》`;
  });

  function clause(): string {
    const named = new Set<string>();
    const some = (count: number) => {
      const before = named.size;
      while (named.size < before + count) named.add(chance(0.2) ? pick(words.COLLECTIVES) : pickEarly(units));
      return [...named].slice(before).join('、');
    };
    const open = chance(0.4) ? '等有关部门' : '';
    const others = () => `${some(1 + Math.floor(next() * 4))}${open}按职责分别负责`;
    const kind = next();
    const segments =
      kind < 0.63
        ? [`${some(chance(0.15) ? 2 : 1)}牵头`, others()]
        : kind < 0.9
          ? [others()]
          : kind < 0.98
            ? [`${some(1)}负责`]
            : [`${some(1)}负责`, `${some(1)}配合`];
    if (chance(0.52)) segments.push(`${FIRST + 1 + Math.floor(next() * 3)}年底前完成`);
    return `(${segments.join(',')})`;
  }

  function task(number: number): string {
    const title = unique(
      () =>
        `${chance(0.5) ? pick(words.MANNERS) : ''}${pick(words.VERBS)}${object()}${chance(0.2) ? '工作' : ''}`,
    );
    const sentences = Array.from({ length: 1 + Math.floor(next() * 4) }, () =>
      pick(words.SENTENCES).replace('{o}', object()).replace('{p}', object()),
    );
    if (chance(0.35)) sentences.unshift(`贯彻执行${pickEarly(documents)}的要求`);
    if (chance(0.15)) sentences.push(`制定《${unique(() => `市${object()}${pick(words.PLANS)}`)}》`);
    if (chance(0.25)) sentences.push(`制定${object()}${pick(words.PLANS)},报市人民政府批准后公布`);
    // Some tasks run over two lines.
    const text = [title, ...sentences].map((sentence, index) =>
      index > 0 && index === sentences.length && chance(0.04) ? `\n${sentence}。` : `${sentence}。`,
    );
    return `${number})${text.join('')}${clause()}`;
  }

  const lines = [
    '您现在的位置:首页>> 政务公开>> 规划计划>> 正文内容',
    '',
    `某市公共服务和依法治理实施方案(${FIRST}-${LAST}年)`,
    '',
    '来源:某市人民政府办公室 发布时间:2021-03-18 10:07浏览次数: 打印文章',
    '为提高公共服务和依法治理水平,根据有关规定,结合实际,制定本实施方案。',
    '一、总体要求',
    '(一)工作思路',
    `坚持问题导向和目标导向,统筹推进${object()}、${object()}和${object()},逐项明确责任和期限。`,
    '(二)总体目标',
    `${LAST}年,基本建成职责清楚、程序规范、服务便捷、监督有力的公共服务体系。`,
  ];
  const sections = grown(8, tasks, 0.45);
  const parts = Math.min(7, 1 + Math.ceil(sections / 8));
  let [number, measure, part] = [0, 0, 0];
  for (let section = 0; section < sections; section++) {
    const own = 1 + Math.floor((section * parts) / sections);
    const position = section - Math.ceil(((own - 1) * sections) / parts) + 1;
    if (own !== part)
      lines.push(`${numeral((part = own) + 1)}、${unique(() => `${pick(words.VERBS)}${object()}`)}`);
    lines.push(`(${numeral(position)})${unique(() => `${pick(words.VERBS)}${object()}`)}`);
    lines.push(`目标:${object()}和${object()}更加完备,${object()}明显改善。`, '措施:');
    const end = Math.round(((section + 1) * tasks) / sections);
    while (number < end) {
      const heading = `${++measure}.${unique(() => `${pick(words.VERBS)}${object()}`)}`;
      // Now and then a heading lost its line break.
      if (number > 0 && !lines.at(-1)?.startsWith('措施') && chance(0.02))
        lines.push(`${lines.pop() ?? ''}${heading}`);
      else lines.push(heading);
      for (let more = 1 + Math.floor(next() * 2.2); more > 0 && number < end; more--)
        lines.push(task(++number));
    }
  }
  lines.push(
    `${numeral(part + 2)}、实施步骤`,
    `各项工作任务除本实施方案有明确时间要求外,原则上应当在${LAST - 1}年底前完成。`,
    '各责任单位要结合实际制定工作计划。每年12月前,各责任单位要将本单位牵头的各项工作任务的完成情况,书面报市人民政府办公室。',
  );
  return lines.join('\n');
}

/** Writes seed and content of a plan into a folder, with a note for every task and a glossary, as the site has them. */
export function writePlan(root: string, tasks: number, start = 1): void {
  mkdirSync(join(root, 'seeds'), { recursive: true });
  writeFileSync(join(root, 'seeds/plan.txt'), planText(tasks, start));
  const { findings } = importSeed(root);
  if (findings.length > 0) throw new Error(formatFindings(findings));
  const { plan, findings: more } = readPlan(root);
  if (!plan) throw new Error(formatFindings(more));
  for (const { number, title, duty, deadline } of plan.tasks) {
    const file = join(root, `content/tasks/${String(number).padStart(2, '0')}.md`);
    const segments = duty.shown
      .slice(1, -1)
      .split('，')
      .filter((segment) => !segment.endsWith('完成'));
    const year = deadline?.date.slice(0, 4) ?? '';
    const day =
      deadline?.basis === 'own'
        ? [`${year}年底前完成`]
        : deadline
          ? [`原文未单独写明期限，按方案的统一期限，原则上应在${year}年底前完成`]
          : [];
    const note = `${title}。由${[...segments, ...day].join('，')}。`;
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n${note}\n`);
  }
  const written = plan.tasks.map(({ text }) => text).join('\n');
  const terms = words.OBJECTS.filter((term) => written.includes(term)).slice(0, 28);
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const glossary = terms.map(
    (term, index) =>
      `- id: term-${letters[Math.floor(index / 26)] ?? ''}${letters[index % 26] ?? ''}\n  term: ${toShown(term)}\n`,
  );
  writeFileSync(join(root, 'content/glossary.yaml'), glossary.join(''));
  const pages = fileURLToPath(new URL('../../content/pages', import.meta.url));
  cpSync(pages, join(root, 'content/pages'), { recursive: true });
}
