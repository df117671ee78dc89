/** Citations of the plan, its parts and its sentences in common formats. */
import { markdownLink, markdownText } from '../text/markdown.ts';

/** What is cited. */
export interface Work {
  /** The body that published the text; empty if it is not known. */
  author: string;
  title: string;
  /** Day of publication: 2017-07-18; empty if it is not known. */
  published: string;
  /** Day on which the text was made, where that of its publication is not known; it is called so in every format. */
  dated?: string | undefined;
  /** Full address. */
  url: string;
  /** Day of access; without it the reader has to fill it in. */
  cited?: string | undefined;
}

/** The formats with their names, in the order in which they are offered. */
export const FORMATS = {
  gbt2025: 'GB/T 7714—2025',
  gbt2015: 'GB/T 7714—2015',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
  markdown: 'Markdown',
  html: 'HTML',
} as const;
export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** The title of a part of a work, as in GB/T 7714: 题名：其他题名信息. */
export const partTitle = (whole: string, ...parts: string[]) =>
  parts.length === 0 ? whole : `${whole}：${parts.join('，')}`;

/** Writes a citation. */
export function cite(work: Work, format: Format): string {
  return writers[format](work);
}

const writers: Record<Format, (work: Work) => string> = {
  gbt2025: gbt,
  // Both editions have the same format for web pages.
  gbt2015: gbt,
  bibtex,
  csl,
  markdown,
  html,
};

/** 2017-07-18成文; undefined where nothing is known of it, or the day of publication is. */
const datedText = ({ published, dated = '' }: Work) =>
  published !== '' || dated === '' ? undefined : `${dated}成文`;

function gbt(work: Work): string {
  const { author, title, published, url, cited = '引用日期' } = work;
  const by = author === '' ? '' : `${author}. `;
  const day = datedText(work) ?? published;
  const on = day === '' ? '' : `(${day})`;
  return `${by}${title}[EB/OL]. ${on}[${cited}]. ${url}.`;
}

function bibtex(work: Work): string {
  const dated = datedText(work);
  const fields = {
    // Two pairs of braces: one name, not several words.
    ...(work.author !== '' && { author: `{${bibtexText(work.author)}}` }),
    title: `{${bibtexText(work.title)}}`,
    ...(work.published !== '' && { date: work.published }),
    // BibTeX: “the year of publication or, for an unpublished work, the year it was written”.
    ...(dated !== undefined && { year: dated.slice(0, 4), note: `{${dated}}` }),
    url: work.url.replace(/[{}\\]/g, encodeURIComponent),
    ...(work.cited !== undefined && { urldate: work.cited }),
    langid: 'chinese',
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return [`@online{${keyOf(work)},`, ...lines, '}'].join('\n');
}

const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

const bibtexText = (text: string) =>
  text.replace(/[\\{}#$%&_~^]/g, (character) => BIBTEX[character] ?? `\\${character}`);

function csl(work: Work): string {
  const dated = datedText(work);
  const item = {
    id: keyOf(work),
    type: 'webpage',
    title: work.title,
    ...(work.author !== '' && { author: [{ literal: work.author }] }),
    ...(work.published !== '' && { issued: cslDate(work.published) }),
    ...(dated !== undefined && { issued: { literal: dated } }),
    ...(work.cited !== undefined && { accessed: cslDate(work.cited) }),
    URL: work.url,
    language: 'zh-CN',
  };
  return JSON.stringify([item]);
}

const cslDate = (day: string) => ({ 'date-parts': [day.split('-').map(Number)] });

/** The days of a citation in words; `write` formats a day. */
const dates = ({ published, dated = '', cited }: Work, write = (day: string) => day) => [
  published !== '' ? `${write(published)}发布` : dated !== '' ? `${write(dated)}成文` : '',
  cited === undefined ? '' : `${write(cited)}引用`,
];

/** All parts that are not empty, as a sentence. */
const sentence = (parts: string[]) => `${parts.filter((part) => part !== '').join('，')}。`;

function markdown(work: Work): string {
  const { author, title, url } = work;
  return sentence([markdownLink(title, url), markdownText(author), ...dates(work)]);
}

function html(work: Work): string {
  const { author, title, url } = work;
  const day = (date: string) => `<time datetime="${date}">${date}</time>`;
  const link = `<cite><a href="${htmlText(url)}">${htmlText(title)}</a></cite>`;
  return sentence([link, htmlText(author), ...dates(work, day)]);
}

const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const htmlText = (text: string) => text.replace(/[&<>"]/g, (character) => HTML[character] ?? character);

/** A key from the address without its host, e.g. plan2017-tasks-1-s2. */
function keyOf({ url, published, dated = '' }: Work): string {
  const path = url.replace(/^https?:\/\/[^/]*/, '');
  const words = path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return [`plan${(published || dated).slice(0, 4)}`, ...words].join('-');
}
