/** What is said of the stretches of a text, for the page and for the copied result. */
import { anchorName } from '../../labels/names.ts';
import type { Stretch, State } from '../../verify/check.ts';
import type { Marks } from '../../verify/compare.ts';
import type { Fact } from '../../verify/facts.ts';
import { taskOf, type Place } from '../../verify/source.ts';

export const STATES: Record<State, { sign: string; words: string }> = {
  same: { sign: '＝', words: '逐字相同' },
  differs: { sign: '≠', words: '有出入' },
  missing: { sign: '？', words: '原文中没有找到' },
};

const FACTS: Record<Fact['kind'], string> = { unit: '单位', date: '日期', number: '数字' };
/** Differences of punctuation that are named one by one. */
const NAMED_MARKS = 3;
/** Places of a stretch that are linked. */
export const LINKED_PLACES = 4;

export const WHOLE_PLAN = '已与方案全文比对，包括任务、责任条款、板块和任务以外的正文。';

/** How many stretches are in each state. */
export const countsText = (stretches: Stretch[]) =>
  (['same', 'differs', 'missing'] as const)
    .map((state) => `${STATES[state].words}${stretches.filter((one) => one.state === state).length}段`)
    .join('，');

/** The name of a place: 任务10 …，第2—3句. */
export function placeName({ kind, title: own, first, last }: Place): string {
  const title = kind === 'chapter' ? '全文' : own;
  const [from, to] = [first, last].map((id) => (id === undefined ? undefined : anchorName(id)));
  if (from === undefined) return title;
  if (to === undefined || to === from) return `${title}，${from}`;
  const numbers = /^s(\d+) s(\d+)$/.exec(`${first ?? ''} ${last ?? ''}`);
  return `${title}，${numbers ? `第${numbers[1] ?? ''}—${numbers[2] ?? ''}句` : `${from}至${to}`}`;
}

/** What has to be said of a stretch besides its words, a sentence each. */
export const notesOf = (stretch: Stretch): string[] => [
  ...(stretch.joined ? ['这一句把原文不在一处的文字连在一起。'] : []),
  ...stretch.facts.map((fact) => factText(fact, stretch)),
  ...marksText(stretch.marks),
];

function factText(
  { kind, quoted, source, sameValue, moved }: Fact,
  { state, places: [place] }: Stretch,
): string {
  const name = FACTS[kind];
  if (state === 'missing') {
    return `${name}：“${quoted}”，这一句所引的${taskOf(place?.title ?? '') ?? '原文'}里没有。`;
  }
  if (moved === true) return `${name}：先后不同，引文是“${quoted}”，原文是“${source}”。`;
  if (source === '') return `${name}：引文多出“${quoted}”。`;
  if (quoted === '') return `${name}：引文没有写“${source}”。`;
  return `${name}：引文是“${quoted}”，原文是“${source}”${sameValue === true ? '，只是写法不同' : ''}。`;
}

function marksText({ punctuation, blanks, width, traditional }: Marks): string[] {
  const mark = (text: string) => (text === '' ? '没有标点' : `是“${text}”`);
  const named = punctuation
    .slice(0, NAMED_MARKS)
    .map(({ quoted, source }) => `原文${mark(source)}，引文${mark(quoted)}`);
  const others = [
    ...(width > 0 ? [`全角和半角不同${width}处`] : []),
    ...(blanks > 0 ? [`空格不同${blanks}处`] : []),
    ...(traditional > 0 ? [`繁体字${traditional}个`] : []),
  ];
  return [
    ...(punctuation.length > 0
      ? [
          `标点不同${punctuation.length}处：${named.join('；')}${punctuation.length > named.length ? '等' : ''}。`,
        ]
      : []),
    ...(others.length > 0 ? [`${others.join('，')}，文字相同。`] : []),
  ];
}

/** The words of a stretch with its differences in brackets, for plain text. */
export const plainText = (text: string, { state, pieces, start, end }: Stretch) =>
  state === 'differs'
    ? pieces
        .map(({ kind, quoted, source }) => {
          switch (kind) {
            case 'same':
              return quoted;
            case 'added':
              return `〔多：${quoted}〕`;
            case 'missing':
              return `〔少：${source}〕`;
            case 'replaced':
              return `〔换：${quoted}，原文：${source}〕`;
          }
        })
        .join('')
    : text.slice(start, end);
