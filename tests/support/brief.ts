/** The reading of a text in brief, for people to compare with the text: tests/plans/*.expected.yaml. */
import { timesIn } from '../../src/clauses/dates.ts';
import { toShown } from '../../src/text/punctuation.ts';
import type { Announced } from '../../src/clauses/vocabulary.ts';
import type { Draft } from '../../src/import/parse-plan.ts';
import type { Content, TaskEntry } from '../../src/content-files/schema.ts';
import { partsOf } from './helpers.ts';

export interface Brief {
  title: string;
  published?: string;
  metadata?: string[];
  facts?: string[];
  /** Lines left out, with what they are; blank ones aside. */
  page?: string[];
  /** Chapters with their lines. */
  prose?: string[];
  outline: string;
  open?: string[];
}

/** What the import made of a text: who, what and by when, each with the line it stands in. */
export function briefOf({ content, open }: Draft): Brief {
  if (!content) throw new Error('the text was refused');
  const { plan, chapters } = content;
  const { generalDeadline, goal, reporting, rules } = plan;
  const facts = [
    generalDeadline && `general deadline ${generalDeadline.date}, line ${generalDeadline.line}`,
    goal && `goal ${goal.date}, line ${goal.line}`,
    reporting && `report, line ${reporting.line}`,
    rules?.firstLeads && `the first leads, line ${rules.firstLeads.line}`,
    ...(rules?.later ?? []).map(({ line, words }) => `for all later tasks, line ${line}: ${words}`),
  ].filter((one) => one !== undefined);
  const page = plan.chrome.filter(({ what }) => what !== '空行');
  const { publisherAs, publishedAs, metadata = {} } = plan;
  const published = [
    ...[plan.publisher, publisherAs && `as ${publisherAs}`],
    ...[plan.published, publishedAs && `as ${publishedAs}`, plan.period?.join('—')],
  ].filter((one) => one !== undefined);
  const official = Object.entries(metadata).flatMap(([name, quote]) =>
    quote ? [`${name}, line ${quote.line}: ${quote.words}`] : [],
  );
  return {
    title: plan.title.text.replace(/\s*\n\s*/g, '').trim(),
    ...(published.length > 0 && { published: published.join(', ') }),
    ...(official.length > 0 && { metadata: official }),
    ...(facts.length > 0 && { facts }),
    ...(page.length > 0 && { page: page.map(({ line, what }) => `${line} ${what}`) }),
    ...(chapters.length > 0 && {
      prose: chapters.map(({ id, prose }) => `${id}: ${prose.map(({ line }) => line).join(' ')}`),
    }),
    outline: `${outlineOf(content).join('\n')}\n`,
    ...(open.length > 0 && { open: open.map(({ line, problem }) => `${line ?? ''} ${problem}`) }),
  };
}

function outlineOf({ plan, outline, tasks, units }: Content): string[] {
  const names = new Set(units.map(({ name }) => name));
  const said = (clause: string, line: number, column?: Announced) =>
    partsOf(clause, { names, column, firstLeads: line >= (plan.rules?.firstLeads?.line ?? Infinity) })
      .flatMap((part) => {
        if (part.kind === 'unit') return `${part.text} ${part.role}`;
        if (part.kind === 'deadline') return `${part.date} (${part.text})`;
        return part.kind === 'punctuation' || part.kind === 'role' ? [] : `${part.kind} ${part.text}`;
      })
      .join(', ');
  const taskLines = (task: TaskEntry): string[] => {
    const { number, marker, title, line, text, clauses = [], duty, cells } = task;
    const times = timesIn(toShown(text)).map(
      ({ words, date }) => `${words}${date === undefined ? '' : ` = ${date}`}`,
    );
    return [
      `      task ${number} [${marker ?? `${number})`}] ${title}, line ${line}`,
      ...clauses.map((clause) => `        inside: ${said(clause, line)}`),
      ...(cells ?? []).map(
        ({ head, says, text: words, of }) =>
          `        ${head}: ${says === 'other' ? words : says === 'people' ? `people ${words}` : said(words, line, says)}${of === undefined ? '' : ` (from line ${of})`}`,
      ),
      ...(cells ? [] : [`        ${duty === '' ? 'no clause at its end' : said(duty, line)}`]),
      ...(times.length > 0 ? [`        times: ${times.join('; ')}`] : []),
    ];
  };
  const heading = (one: { text: string } | undefined) => one?.text.trim() ?? 'without heading';
  const clauseOf = (one: { text: string; line: number } | undefined) =>
    one ? ` ← ${said(one.text, one.line)}` : '';
  const sectionLines = (part: number) =>
    outline.sections
      .filter((section) => section.part === part)
      .flatMap((section) => [
        `  section ${section.number} ${heading(section.heading)}${clauseOf(section.duty)}`,
        ...(section.goal || section.label ? ['    with goal and label'] : []),
        ...(section.prose ?? []).map(
          ({ line, text }) => `    prose, line ${line}: ${text.trim().slice(0, 20)}`,
        ),
        ...section.measures.flatMap((measure) => [
          ...(measure.heading
            ? [`    measure ${measure.number} ${heading(measure.heading)}${clauseOf(measure.duty)}`]
            : []),
          ...tasks.filter((task) => task.measure === measure.number).flatMap(taskLines),
        ]),
      ]);
  return [
    ...sectionLines(0),
    ...outline.parts.flatMap((part) => [
      `part ${part.number} ${part.heading.text.trim()}`,
      ...sectionLines(part.number),
    ]),
  ];
}
