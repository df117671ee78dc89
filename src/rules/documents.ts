/** Rules for the registry of documents. */
import { FILES, type Content } from '../content-files/schema.ts';
import { documentSpans, quotedTitles } from '../plan/document-mentions.ts';
import type { Finding } from '../plan/model.ts';
import { uniqueBy } from '../text/lists.ts';
import { nearest } from '../text/similarity.ts';
import { publishedLines } from './published-lines.ts';
import { checkEntriesOf, type Rule } from './rule.ts';

/** Every title in 《》 is registered. */
export const documentsAreRegistered = (content: Content): Finding[] => {
  const titles = content.documents.map(({ title }) => title);
  const registered = new Set(titles);
  return publishedLines(content).flatMap(({ file, at, shown }) =>
    quotedTitles(shown)
      .filter(({ title }) => !registered.has(title))
      .map(({ title }): Finding => {
        const near = titles.length > 0 ? `; the nearest title there is 《${nearest(title, titles)}》` : '';
        const advice = `register it in ${FILES.documents}${near}`;
        return { file, at, problem: `unknown document 《${title}》`, advice };
      }),
  );
};

/** Every registered document is named somewhere, with its number, and no two have the same address or title. */
export const documentRegistryIsInOrder: Rule = (content) => {
  const { documents } = content;
  const lines = publishedLines(content);
  const linesByDocument = Map.groupBy(
    lines.flatMap(({ shown }) =>
      documentSpans(shown, documents).map(({ document }) => ({ document, shown })),
    ),
    ({ document }) => document,
  );
  const firstById = new Set(uniqueBy(documents, ({ id }) => id));
  const firstByTitle = new Set(uniqueBy(documents, ({ title }) => title));
  const lastByTitle = new Map(documents.map((one) => [one.title, one]));
  return checkEntriesOf(FILES.documents, documents, (document, report) => {
    const { id, title, number } = document;
    const named = linesByDocument.get(id);
    if (!firstById.has(document)) {
      report('id', `two documents claim /documents/#${id}`, 'give the newer document the next free id');
    } else if (!firstByTitle.has(document)) {
      report('title', `《${title}》 is registered twice`, 'keep the older');
    } else if (!named && lastByTitle.get(title) === document) {
      const advice = 'copy its title (or its words) from the text as shown, or take it out';
      report('title', `no text names ${title}`, advice, title);
    }
    if (number === undefined) return;
    const hasNumber = ({ shown }: { shown: string }) => shown.includes(number);
    // Nearly always the number is in the line of the title.
    if (!named?.some(hasNumber) && !lines.some(hasNumber))
      report('number', `no text gives the number ${number}`, 'copy it from the text as shown', number);
  });
};
