/** What an import read of a text, what it did not, and which sentences of the site depend on it. */
import {
  METADATA_WORDS,
  missingText,
  NO_DATE,
  PUBLICATION_WORDS,
  UNDATED_WORDS,
  unitsMissing,
} from '../labels.ts';
import { undatedKind } from '../plan/deadline-groups.ts';
import { METADATA, type Plan, type Reading, type Task } from '../plan/model.ts';

export interface ReadingFact {
  what: string;
  reading: Reading;
  /** What was read, or which tasks it concerns. */
  detail: string;
  /** What the site says of it; empty where it shows what was read. */
  sentence: string;
}

const MOST_NUMBERS = 12;

/** The tasks of which something holds: their number, and which they are. */
function numbersOf(tasks: readonly Task[]): string {
  const first = tasks.slice(0, MOST_NUMBERS).map(({ number }) => number);
  return `${tasks.length}: ${first.join(', ')}${tasks.length > MOST_NUMBERS ? ', …' : ''}`;
}

/** One entry for each fact of the publication, and for units and deadlines one for each of the three readings that occurs. */
export function readingFacts(plan: Plan): ReadingFact[] {
  const { tasks, title, publisher, published, publisherAs, publishedAs, metadata, readings } = plan;
  const silence = (reading: Reading) => (reading === 'named' ? '' : missingText(reading));
  return [
    { what: 'title', reading: 'named', detail: `${title.shown} (line ${title.line})`, sentence: '' },
    {
      ...{ what: PUBLICATION_WORDS[publisherAs], reading: readings.publisher, detail: publisher ?? '' },
      sentence: silence(readings.publisher),
    },
    {
      ...{
        what: PUBLICATION_WORDS[publishedAs],
        reading: readings.published,
        detail: published?.slice(0, 10) ?? '',
      },
      sentence: silence(readings.published),
    },
    // Where they stand for the publisher and its time, they are listed already.
    ...METADATA.filter((name) => name !== publisherAs && name !== publishedAs).map((name) => ({
      ...{ what: METADATA_WORDS[name], reading: readings[name], detail: metadata[name]?.words ?? '' },
      sentence: silence(readings[name]),
    })),
    ...(['named', 'none', 'unread'] as const).flatMap((reading) => {
      const own = tasks.filter((task) => task.readings.units === reading);
      const [one] = own;
      return one
        ? [
            {
              what: 'units of tasks',
              reading,
              detail: numbersOf(own),
              sentence: reading === 'named' ? '' : unitsMissing(one),
            },
          ]
        : [];
    }),
    ...(['named', 'none', 'unread'] as const).flatMap((reading) => {
      const own = tasks.filter(
        (task) => task.readings.deadline === reading && (reading === 'named' || !task.deadline),
      );
      const [one] = own;
      return one
        ? [
            {
              ...{ what: 'deadlines of tasks', reading, detail: numbersOf(own) },
              sentence: reading === 'named' ? '' : `${UNDATED_WORDS[undatedKind(one)]}; ${NO_DATE}`,
            },
          ]
        : [];
    }),
  ];
}

const READING_NAMES: Record<Reading, string> = { named: 'read', none: 'none', unread: 'not read' };

/** The facts as a table for a terminal. */
export function readingTable(facts: ReadingFact[]): string {
  const rows = facts.map(({ what, reading, detail, sentence }) =>
    [READING_NAMES[reading].padEnd(9), what, detail, sentence === '' ? '' : `→ “${sentence}”`]
      .filter((one) => one !== '')
      .join('  '),
  );
  return [
    'What the site says: “read” is shown; “none” is told as silence of the text: make sure that it is; “not read” is told as such',
    ...rows,
  ].join('\n');
}
