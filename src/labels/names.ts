/** The names of tasks, sections and measures, and of the places in their texts. */
import { isNumberShared, printedNumber } from '../plan/headings.ts';
import type { TaskNumber, Plan, Task, Section, Measure } from '../plan/model.ts';
import type { Place } from '../plan/quotations.ts';
import { readNumeral } from '../text/numerals.ts';

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

export const measureName = ({ number }: { number: number }) => `措施${number}`;

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
