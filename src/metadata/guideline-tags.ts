/** The tags that 《政府网站发展指引》 (国办发〔2017〕47号) asks for in the head of a page. */
import type { Site } from '../plan/model.ts';

export interface PageFacts {
  /** Kind of page, which decides the tags. */
  kind: string | undefined;
  title: string;
  description: string;
  keywords: string[];
  /** 2017-07-18 11:07. */
  published: string | undefined;
  publisher: string | undefined;
  /** Full addresses of page and picture, if the host of the site is known. */
  url?: string | undefined;
  image?: string | undefined;
}

/** Pages with text of the plan. */
const ARTICLES = ['plan', 'task'];
/** Pages of the site's own words, and pages that only refer to others: neither column nor article. */
const NEITHER = ['prose', 'missing', 'moved'];
/** 栏目类别, in the words of the guideline. */
const COLUMN_TYPES: Readonly<Record<string, string>> = { home: '首页', data: '数据发布' };

/** The tags of a page by name, in the order of the guideline; what is not known is left out. */
export function guidelineTags(
  page: PageFacts,
  siteName: string,
  site: Pick<Site, 'code'>,
): [string, string][] {
  const { kind = '', title, description, published, publisher, url, image } = page;
  const keywords = page.keywords.join(',');
  const ofSite = {
    SiteName: siteName,
    SiteDomain: url === undefined ? undefined : new URL(url).hostname,
    SiteIDCode: site.code,
  };
  const ofColumn = {
    ColumnName: kind === 'home' ? '首页' : title,
    ColumnDescription: description,
    ColumnKeywords: keywords,
    ColumnType: COLUMN_TYPES[kind] ?? '政策文件',
  };
  const ofArticle = { ArticleTitle: title, PubDate: published, ContentSource: publisher, Keywords: keywords };
  const own = ARTICLES.includes(kind) ? ofArticle : NEITHER.includes(kind) ? {} : ofColumn;
  const tags = { ...ofSite, ...own, Description: description, Image: image, Url: url };
  return Object.entries(tags).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
}
