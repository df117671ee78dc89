import { verbatimPieces } from '../content-files/verbatim.ts';
import type { Rule } from './rule.ts';
import { documentSpans, quotedTitles } from '../plan/document-mentions.ts';
import type { Finding } from '../plan/model.ts';
import { nearest } from '../text/similarity.ts';
import { memoize } from '../text/memoize.ts';
import { shownLines } from '../content-files/interpret.ts';
import type { Content } from '../content-files/schema.ts';
import { FILES } from '../content-files/schema.ts';

/** Every published line as shown, with the place an editor would mend it. */
const publishedLines = memoize((content: Content) =>
  verbatimPieces(content)
    .filter(({ at }) => at[0] !== 'chrome')
    .flatMap(({ file, at, ...piece }) => shownLines(piece, content).map((shown) => ({ file, at, shown }))),
);

/** Every title in 《》 is registered. */
export const documentsAreRegistered = (content: Content): Finding[] => {
  const titles = content.documents.map(({ title }) => title);
  const registered = new Set(titles);
  return publishedLines(content).flatMap(({ file, at, shown }) =>
    quotedTitles(shown)
      .filter(({ title }) => !registered.has(title))
      .map(({ title }): Finding => {
        const advice = `register it in ${FILES.documents}; the nearest title there is 《${nearest(title, titles)}》`;
        return { file, at, problem: `unknown document 《${title}》`, advice };
      }),
  );
};

/** Every registered document is named somewhere, with its number, and none claims another's address or title. */
export const documentRegistryIsInOrder: Rule = (content) => {
  const { documents } = content;
  const findings: Finding[] = [];
  const lines = publishedLines(content);
  /** Document → the lines that name it. */
  const naming = Map.groupBy(
    lines.flatMap(({ shown }) =>
      documentSpans(shown, documents).map(({ document }) => ({ document, shown })),
    ),
    ({ document }) => document,
  );
  const gives = (number: string) => (line: { shown: string }) => line.shown.includes(number);
  const backwards = [...documents.entries()].reverse();
  const firstWith = {
    id: new Map(backwards.map(([place, one]) => [one.id, place])),
    title: new Map(backwards.map(([place, one]) => [one.title, place])),
  };
  const lastWithTitle = new Map(documents.map((one, place) => [one.title, place]));
  documents.forEach(({ id, title, number }, index) => {
    const add = (key: string, problem: string, advice: string) =>
      findings.push({ file: FILES.documents, at: [index, key], problem, advice });
    if (firstWith.id.get(id) !== index) {
      add('id', `two documents claim /documents/#${id}`, 'give the newer document the next free id');
    } else if (firstWith.title.get(title) !== index) {
      add('title', `《${title}》 is registered twice`, 'keep the older');
    } else if (!naming.has(id) && lastWithTitle.get(title) === index) {
      add(
        'title',
        `no text names ${title}`,
        'copy its title (or its words) from the text as shown, or take it out',
      );
    }
    // It stands beside the title nearly always.
    if (number !== undefined && !naming.get(id)?.some(gives(number)) && !lines.some(gives(number))) {
      add('number', `no text gives the number ${number}`, 'copy it from the text as shown');
    }
  });
  return findings;
};
