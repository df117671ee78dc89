/** Rules for the registry of documents. */
import { counted } from '../content-files/findings.ts';
import { FILES, type Content } from '../content-files/schema.ts';
import { documentSpans, quotedTitles } from '../plan/document-mentions.ts';
import type { Finding } from '../plan/model.ts';
import { uniqueBy } from '../text/lists.ts';
import { memoize } from '../text/memoize.ts';
import { nearest } from '../text/similarity.ts';
import { publishedLines } from './published-lines.ts';
import { checkEntriesOf, withoutMarks, type Rule } from './rule.ts';

/** A mention of a document that is not registered. */
interface Mention {
  file: string;
  at: (string | number)[];
  title: string;
}

/** Titles in 《》 that are not registered → their mentions, and the registered titles that no text has and are meant by them. */
const unknownTitles = memoize((content: Content) => {
  const titles = content.documents.map(({ title }) => title);
  const registered = new Set(titles);
  const mentions = publishedLines(content).flatMap(({ file, at, shown }) =>
    quotedTitles(shown).map(({ title }): Mention => ({ file, at, title })),
  );
  const named = new Set(mentions.map(({ title }) => title));
  const unused = content.documents.flatMap(({ title, words }) =>
    named.has(title) || words !== undefined ? [] : title,
  );
  const unknown = Map.groupBy(
    mentions.filter(({ title }) => !registered.has(title)),
    ({ title }) => title,
  );
  const misspelt = new Map(
    [...unknown.keys()]
      .map((title): [string, string] => [nearest(title, titles), title])
      .filter(([near]) => unused.includes(near)),
  );
  return { titles, unknown, misspelt };
});

/** Every title in 《》 is registered. */
export const documentsAreRegistered = (content: Content): Finding[] => {
  const { titles, unknown, misspelt } = unknownTitles(content);
  const meant = new Set(misspelt.values());
  return [...unknown].flatMap(([title, [first, ...more]]): Finding[] => {
    if (!first || meant.has(title)) return [];
    const others = more.length === 0 ? '' : `, here and in ${counted(more.length, 'other place')}`;
    const near = titles.length > 0 ? `; the nearest title there is 《${nearest(title, titles)}》` : '';
    const advice = `register it in ${FILES.documents}${near}`;
    return [{ file: first.file, at: first.at, problem: `unknown document 《${title}》${others}`, advice }];
  });
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
  const { misspelt } = unknownTitles(content);
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
    } else if (!named && misspelt.has(title)) {
      const right = misspelt.get(title) ?? '';
      const advice =
        withoutMarks(right) === withoutMarks(title)
          ? `write it so, or put back the correction in ${FILES.corrections} that shows the text otherwise`
          : 'write it as the text does';
      report('title', `no text names 《${title}》, but some names 《${right}》`, advice, title);
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
