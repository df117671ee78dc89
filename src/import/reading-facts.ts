/** What an import read of a text, what it did not, and which sentences of the site depend on it. */
import { NO_DATE, UNDATED_WORDS } from '../labels/deadlines.ts';
import { unitsMissing } from '../labels/duties.ts';
import { METADATA_WORDS, missingText, PUBLICATION_WORDS, publishedText } from '../labels/publication.ts';
import { mentionsUnit } from '../clauses/hints.ts';
import { undatedKind } from '../plan/deadline-groups.ts';
import { METADATA, type Plan, type Reading, type Task } from '../plan/model.ts';
import { isUnknownLabel, unknownLabelOf } from './structure/unknown-label.ts';

export interface ReadingFact {
  what: string;
  reading: Reading;
  /** What was read, or which tasks it concerns. */
  detail: string;
  /** What the site says of it; empty where it shows what was read. */
  sentence: string;
}

const MOST_NUMBERS = 12;

/** Of a task of which some units were read: words that may name others are shown as printed. */
export const PARTLY = 'units of tasks, in part: others may stand in words that are shown as printed';

/** Whether other words of a task, or of its row, may name units that were not read. */
const isReadInPart = ({ duty, clauses, cells, text }: Task): boolean =>
  [duty, ...clauses, ...cells].some(({ parts }) =>
    parts.some(({ kind, text: words }) => kind === 'unread' && mentionsUnit(words)),
  ) ||
  cells.some(({ says, head, shown }) => says === 'other' && shown !== '' && isUnknownLabel(head)) ||
  text.split('\n').some((line) => unknownLabelOf(line) !== undefined);

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
    // The day on which a plan was made is none on which it was published.
    publishedAs === 'dated'
      ? { what: PUBLICATION_WORDS.published, reading: 'unread', detail: '', sentence: silence('unread') }
      : {
          ...{ what: PUBLICATION_WORDS.published, reading: readings.published },
          ...{ detail: published === undefined ? '' : publishedText(published) },
          sentence: silence(readings.published),
        },
    // Who issued it is listed already where it stands for the publisher.
    ...METADATA.filter((name) => name !== publisherAs).map((name) => ({
      ...{ what: METADATA_WORDS[name], reading: readings[name], detail: metadata[name]?.words ?? '' },
      sentence: silence(readings[name]),
    })),
    ...(['named', 'none', 'unread'] as const).flatMap((reading) => {
      const all = tasks.filter((task) => task.readings.units === reading);
      const own = all.filter((task) => reading !== 'named' || !isReadInPart(task));
      const parts = all.filter((task) => !own.includes(task));
      const [one] = own;
      return [
        ...(one
          ? [
              {
                ...{ what: 'units of tasks', reading, detail: numbersOf(own) },
                sentence: reading === 'named' ? '' : unitsMissing(one),
              },
            ]
          : []),
        ...(parts.length > 0
          ? [{ what: PARTLY, reading: 'unread' as const, detail: numbersOf(parts), sentence: '' }]
          : []),
      ];
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
    'What the site says: “read” is shown; “none” says that the text is silent: make sure that it is; “not read” says so',
    ...rows,
  ].join('\n');
}
