/** Where the lines of titles may break (phrases.ts), and spans of years that stay on one line, written into HTML. */
import { phrases } from './phrases.ts';

/** Tags with their attributes; comments, scripts and the like as a whole; the text between them. */
const PARTS =
  /<!--[^]*?-->|<(script|style|title|textarea|option|svg|pre|code)\b[^]*?<\/\1>|<(?:"[^"]*"|[^">])*>|[^<]+/g;
const OPENS = /^<([a-z][\w-]*)/;
const VOID = /^<(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b/;

/** Titles, and other words that are marked to break like them; the same elements as in src/styles/base.css. */
const TITLE = /^<(?:h[1-4]|th)\b|\bclass="(?:[^"]* )?(?:site-name|task-title|phrases)[ "]/;
/** Lists whose links are titles. */
const LIST = /\bclass="(?:[^"]* )?(?:contents|index-list|inline-list|neighbours)[ "]/;

const YEARS = /\d{4}—\d{4}年?/g;

/** Writes <wbr> into the titles of a page: neither search, nor copying, nor find in page takes it for text. */
export function withLineBreaks(html: string): string {
  const open: { list: boolean; title: boolean }[] = [];
  return html.replace(PARTS, (part) => {
    const around = open.at(-1) ?? { list: false, title: false };
    if (!part.startsWith('<')) return keepYears(around.title ? phrases(part).join('<wbr>') : part);
    if (part.startsWith('</')) open.pop();
    else if (isOpening(part)) {
      const list = around.list || LIST.test(part);
      open.push({ list, title: around.title || TITLE.test(part) || (around.list && /^<a\b/.test(part)) });
    }
    return part;
  });
}

const keepYears = (text: string) => text.replace(YEARS, '<span class="years-span">$&</span>');

/** Whether a part is the start tag of an element whose end tag comes later. */
const isOpening = (part: string) =>
  OPENS.test(part) && !VOID.test(part) && !part.endsWith('/>') && !/<\/[a-z]+>$/.test(part);
