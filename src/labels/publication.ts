/** Who published the plan and when, which years it is for, and its title in short. */
import type { Plan, MetadataName, Reading } from '../plan/model.ts';

/** ISO time with its own offset → 2017-07-18 11:07, as in the source line. Midnight means that only the day is known. */
export const publishedText = (published: string) =>
  published.slice(0, 16).replace('T00:00', '').replace('T', ' ');

/** Who operates the site, and which text governs. */
export const governingNote = ({ official, publisher }: Pick<Plan, 'official' | 'publisher'>) =>
  official
    ? `本站由${publisher ?? '发布机关'}提供。`
    : '本站是对公开发布文本的整理，不是发布机关的网站；以发布机关公布的原文为准。';

/** What a fact is called whose text names only who issued it, or only when it was made. */
export const PUBLICATION_WORDS = {
  publisher: '发布机关',
  issuer: '发文机关',
  published: '发布时间',
  dated: '成文日期',
} as const;

export const METADATA_WORDS: Record<MetadataName, string> = {
  indexNumber: '索引号',
  topic: '主题分类',
  issuer: '发文机关',
  dated: '成文日期',
  documentNumber: '发文字号',
};

type Published = Pick<Plan, 'published' | 'publishedAs'>;

/** 2017-07-18 11:07 发布, 2017-07-18 成文; undefined where no date was read. */
export const dateText = ({ published, publishedAs }: Published) =>
  published && `${publishedText(published)} ${publishedAs === 'dated' ? '成文' : '发布'}`;

/** Publisher and time of publication, as far as known: 区办公室，2017-07-18 11:07 发布. */
export const issuedText = ({ publisher, ...plan }: Published & Pick<Plan, 'publisher'>) =>
  [publisher, dateText(plan)].filter((one) => one !== undefined).join('，');

/** First and last year of the plan, as its title names them: 2016—2020年; undefined where it names none. */
export const periodText = ({ period }: Pick<Plan, 'period'>) => period && yearsText(...period);

/** 2016—2020年, or one year alone: 2022年. */
export const yearsText = (first: number | string, last: number | string) =>
  String(first) === String(last) ? `${first}年` : `${first}—${last}年`;

/** Words before and after the title of the plan that followed; whether this one is still in force is not said. */
export const successorWords = ({ period, successor }: Pick<Plan, 'period' | 'successor'>) =>
  successor && {
    before: `${period ? `本方案为${periodText({ period }) ?? ''}的方案。` : ''}后续方案：`,
    after: `（据${successor.source}）。`,
  };

/** What is said of a fact of the publication that was not read. */
/** What a plan has to be reported by. */
export const reportName = (isWritten: boolean) => (isWritten ? '书面报告' : '报告');

export const missingText = (reading: Reading) => (reading === 'none' ? '原文未载明' : '本站没有读出，见原文');

/** The title without the years in brackets at its end, for the header. */
export const shortTitle = ({ title }: Pick<Plan, 'title'>) =>
  title.shown.replace(/（[^（）]*）$/u, '').trim();

const PLACE = /^(?:\p{Script=Han}{1,8}?(?:省|自治区|市(?!场)|自治州|州|区(?!域)|县(?!域)|旗|镇|乡(?!村)))+/u;

/** A name for a phone's home screen or a browser's list of search engines: at most twelve characters, without the place. */
export const tinyTitle = ({ site, ...plan }: Pick<Plan, 'title' | 'site'>) =>
  (site.name ?? (shortTitle(plan).replace(PLACE, '') || shortTitle(plan))).slice(0, 12);
