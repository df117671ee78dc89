/** Reads from the lines around a text who published or issued it, when, and its official numbers. */
import { timesOfSegment } from '../../clauses/segment-times.ts';
import { fold } from '../../clauses/fold.ts';
import type { MetadataName, SourceQuote } from '../../plan/model.ts';
import { byPosition } from '../../plan/sort.ts';
import type { ChapterFile, OutlineFile, PlanFile } from '../schema.ts';

export interface Publication {
  publisher?: string | undefined;
  publisherAs?: 'issuer' | undefined;
  /** ISO 8601 with +08:00; midnight where the page gives only the day. */
  published?: string | undefined;
  publishedAs?: 'dated' | undefined;
  metadata?: Partial<Record<MetadataName, SourceQuote | undefined>> | undefined;
}

interface NumberedLine {
  line: number;
  text: string;
}

type LabelName = MetadataName | 'source' | 'publisher' | 'published' | 'title' | 'other';

/** The labels of the table above a document on government websites; letters of a label may be spaced. */
const LABELS: Record<LabelName, string> = {
  indexNumber: '索 *引 *号(?:码)?',
  topic: '主题分类|信息分类',
  issuer: '(?:发文|制发|印发|制定)(?:机关|机构|单位)',
  dated: '成文(?:日期|时间)|(?:签发|制发)日期',
  documentNumber: '发文字号|(?:发 *文|文) *号|文件编号',
  source: '(?:信息|文章|稿件|文件|内容)?来 *源',
  publisher: '(?:发布|公开)(?:机构|机关|单位|主体|者)',
  published: '(?:发布|公布|公开|发文|印发|生成|更新|发稿)(?:日期|时间)|日 *期|时 *间',
  title: '(?:文件|信息)?(?:标 *题|名 *称)',
  other:
    '有 *效 *性|效力状态|是否有效|主 *题 *词|关 *键 *[字词]|体裁分类|组配分类|公开(?:方式|形式|类别|范围)|内容概述|浏览(?:次数|量)|点击(?:数|量|次数)|阅读(?:次数|量)?|作 *者|责任编辑|编 *辑|审 *核|字 *[体号]|生效日期|废止日期|施行日期|实施日期|失效日期',
};
const ANY_LABEL = new RegExp(
  `(?:^|(?<=[ \\t|【\\[(日0-9]))(?:${Object.entries(LABELS)
    .map(([name, words]) => `(?<${name}>${words})`)
    .join('|')}) *(?::|(?=\\t|$))|(?<=[0-9])浏览次数 *:`,
  'g',
);

/** Matches a width-folded line that names the publisher or the time of publication. */
export const SOURCE_LINE = /(?:^|[ |【[(])(?:来源|信息来源|发布(?:时间|日期)) *:/;

interface Labelled extends NumberedLine {
  name: LabelName;
}

/** The labels in lines with the words behind them, or in the next line where there are none. */
function labelledWords(lines: NumberedLine[]): Labelled[] {
  let pending: LabelName | undefined;
  return lines.flatMap(({ line, text }): Labelled[] => {
    const folded = fold(text.replaceAll('\t', '\u0001')).replaceAll('\u0001', '\t');
    const found = [...folded.matchAll(ANY_LABEL)];
    if (found.length === 0) {
      const [name, words] = [pending, text.trim()];
      if (words !== '') pending = undefined;
      return name === undefined || words === '' ? [] : [{ name, line, text: words }];
    }
    pending = undefined;
    return found.flatMap((match, index): Labelled[] => {
      const name =
        (Object.keys(LABELS) as LabelName[]).find((one) => match.groups?.[one] !== undefined) ?? 'other';
      const end = found[index + 1]?.index ?? text.length;
      const words = text.slice(match.index + match[0].length, end).replace(/^[\s|]+|[\s|】[\]【]+$/gu, '');
      if (words === '' && index === found.length - 1) pending = name;
      return words === '' || NOTHING.test(words) ? [] : [{ name, line, text: words }];
    });
  });
}

/** Whether a line is only the label of a metadata table, with its words in the next. */
export const isBareLabel = (text: string) => {
  const folded = fold(text).trim();
  const [match] = folded.matchAll(ANY_LABEL);
  return match?.[0].length === folded.length;
};

/** The label 标题： at the beginning of a line: its length; 0 where there is none. */
export const titleLabelLength = (folded: string) =>
  new RegExp(`^ *(?:${LABELS.title}) *: *`).exec(folded)?.[0].length ?? 0;

const DOCUMENT_NUMBER =
  /^ *(?:\()?([\p{Script=Han}A-Za-z]{1,20} ?[〔[(【]?(?:19|20)[0-9]{2}[〕\])】]? ?(?:第 ?)?[0-9]{1,5} ?号)\)? *$/u;

/** The publication that the lines around a text and its prose tell of. */
export function publicationOf({
  chrome,
  chapters,
  outline,
}: Pick<PlanFile, 'chrome'> & { chapters: Pick<ChapterFile, 'prose'>[]; outline: OutlineFile }): Publication {
  const prose = [...chapters, ...outline.sections].flatMap((one) => one.prose ?? []).sort(byPosition);
  return readPublication(
    chrome.filter(({ what }) => what !== '空行'),
    prose,
  );
}

/** The lines of the page; the first line with a publisher counts, and the first with a time. */
export function readPublication(around: NumberedLine[], text: NumberedLine[] = []): Publication {
  const found = labelledWords(around);
  const first = (name: LabelName) => found.find((one) => one.name === name);
  const publisher = found
    .filter(({ name }) => name === 'publisher' || name === 'source')
    .flatMap((one) => publisherIn(one) ?? [])[0];
  const published = found.flatMap((one) => (one.name === 'published' ? (readTime(one.text) ?? []) : []))[0];
  const signature = signatureOf(text);
  const quote = (one: NumberedLine | undefined) => one && { line: one.line, words: one.text };
  const number = [...around, ...text].find((one) => DOCUMENT_NUMBER.test(fold(one.text)));
  const metadata = {
    indexNumber: quote(first('indexNumber')),
    topic: quote(first('topic')),
    issuer: quote(first('issuer') ?? signature?.issuer ?? letterheadIn([...around, ...text])),
    dated: quote(first('dated') ?? signature?.dated),
    documentNumber: quote(
      first('documentNumber') ?? (number && { line: number.line, text: number.text.trim() }),
    ),
  };
  const dated = metadata.dated && readTime(metadata.dated.words);
  const hasMetadata = Object.values(metadata).some((one) => one !== undefined);
  return {
    publisher: publisher ?? metadata.issuer?.words,
    publisherAs: publisher === undefined && metadata.issuer ? 'issuer' : undefined,
    published: published ?? dated,
    publishedAs: published === undefined && dated !== undefined ? 'dated' : undefined,
    metadata: hasMetadata ? metadata : undefined,
  };
}

/** The publisher that a label names. A source is one only where it is a body: a newspaper or a website reprints. */
function publisherIn({ name, text }: Labelled): string | undefined {
  const words = firstName(text);
  return name === 'publisher' || (words !== undefined && BODY.test(words)) ? words : undefined;
}

/** Words for nothing in a cell of the table above a document. */
const NOTHING = /^(?:无|空|暂无|未编号|[-—/]+)$/;

const firstName = (words: string | undefined) => words && /^[^\s:;,：；，|【】[\]()（）]+/u.exec(words)?.[0];

const BODY_END = '(?:政府|委员会|办公[室厅]|[局厅委部署院会办府]|领导小组|指挥部|公司)';
const BODY = new RegExp(`${BODY_END}$`, 'u');
export const ORGAN = new RegExp(`^[\\p{Script=Han}()（）、 ]{2,40}${BODY_END}$`, 'u');
/** The mark of the issuing body above a document: its name and 文件 (GB/T 9704). */
export const LETTERHEAD = new RegExp(`^ *([\\p{Script=Han}()（）、 ]{2,40}${BODY_END}) *文件 *$`, 'u');

function letterheadIn(lines: NumberedLine[]): NumberedLine | undefined {
  for (const { line, text } of lines) {
    const issuer = LETTERHEAD.exec(text)?.[1];
    if (issuer !== undefined) return { line, text: issuer };
  }
  return undefined;
}
export const DAY_ALONE =
  /^[0-9〇○零一二三四五六七八九]{4} ?年 ?[0-9一二三四五六七八九十]{1,2} ?月 ?[0-9一二三四五六七八九十]{1,3} ?日$/;
export const AFTER_SIGNATURE = /^(?:\(此件.{0,16}\)|此件.{0,10}公开.{0,6})$/;
/** Lines below a signature that may follow it: an annex, a copy list. */
const BELOW = /^(?:附(?:件|表|录)|抄送|抄报|主送|信息公开)/;

/** 某某市人民政府 / 2023年3月1日 below the text: who issued it, and when. Of several the last one. */
function signatureOf(text: NumberedLine[]): { issuer?: NumberedLine; dated: NumberedLine } | undefined {
  const lines = text
    .map(({ line, text: one }) => ({ line, text: one.trim() }))
    .filter((one) => one.text !== '');
  for (let at = lines.length - 1; at >= 0; at--) {
    const dated = lines[at];
    if (!dated || !DAY_ALONE.test(fold(dated.text))) continue;
    const next = lines.slice(at + 1).find((one) => !AFTER_SIGNATURE.test(fold(one.text)));
    const above = lines[at - 1];
    const issuer = above && ORGAN.test(above.text) ? above : undefined;
    if (issuer || next === undefined || BELOW.test(next.text)) return { ...(issuer && { issuer }), dated };
  }
  return undefined;
}

const DAY = /([0-9]{4}) ?[-年/.] ?([0-9]{1,2}) ?[-月/.] ?([0-9]{1,2}) ?日?(?: *([0-9]{1,2}):([0-9]{2}))?/;

/** The time that words begin with, in ISO 8601. */
function readTime(words: string): string | undefined {
  const folded = fold(words).trim();
  const [whole, year, month = '', day = '', hour = '0', minute = '00'] = DAY.exec(folded) ?? [];
  if (year === undefined || !folded.startsWith(whole ?? '')) {
    // In Chinese figures.
    const date = DAY_ALONE.test(folded) ? timesOfSegment(words)?.[0]?.date : undefined;
    return date === undefined ? undefined : `${date}T00:00:00+08:00`;
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = `${hour.padStart(2, '0')}:${minute}`;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(date)) return undefined;
  return Number(hour) < 24 && Number(minute) < 60 ? `${date}T${time}:00+08:00` : undefined;
}

/** The first and the last year that a title names. */
export function periodOf(title: string): [number, number] | undefined {
  const [, first, last] =
    /(?<![0-9])([0-9]{4}) *年?[-—–~至到]{1,2} *([0-9]{4}) *年/.exec(fold(title).replaceAll('\n', '')) ?? [];
  return first === undefined ? undefined : [Number(first), Number(last)];
}

/** The column of a website in which a plan was published: its breadcrumb, without a label. */
export function columnOf(chrome: { text: string; what: string }[]): string | undefined {
  const crumb = chrome.find(({ text, what }) => what === '网页导航栏' && /[>»]/.test(text));
  const column = crumb?.text.replace(/^[^:：]*[:：]/, '');
  return column === '' ? undefined : column;
}
