/** Assembles the plan from its content, with everything computed that can be. Expects checked content. */
import { verbatimPieces } from '../content-files/verbatim.ts';
import { assembleClauses } from './clauses.ts';
import { passageOf, shownQuote, titlePassage } from './passages.ts';
import { publicationDayReading, publicationReadings } from './readings.ts';
import { assembleParts, assembleSections } from './sections.ts';
import { assembleTask } from './tasks.ts';
import { explanationOf, termUses } from '../plan/terms.ts';
import { documentCitations, unitHeadings, unitPartners, unitTasks } from '../plan/links.ts';
import type { Chapter, Plan } from '../plan/model.ts';
import { byPosition } from '../plan/sort.ts';
import { compare } from '../text/lists.ts';
import type { Interpreted } from '../content-files/interpret.ts';

/** Builds the model from which all pages, data files and charts are made. */
export function assemble(content: Interpreted): Plan {
  const { plan } = content;
  const clauses = assembleClauses(content);
  const tasks = [...content.tasks].sort(byPosition).map((task) => assembleTask(task, content, clauses));
  const sections = assembleSections(content, tasks, clauses);
  const chapters = content.chapters
    .map(({ id, part, prose }): Chapter => ({
      id,
      part,
      prose: prose.map((one) => ({ ...passageOf(one, content), kind: one.kind })),
    }))
    .sort((a, b) => a.part - b.part);
  const written = verbatimPieces(content)
    .map(({ text }) => text)
    .join('\n');
  const { publisher, published, publisherAs, publishedAs, period, rules } = plan;
  return {
    ...plan,
    ...{ publisher, published, period },
    publisherAs: publisherAs ?? 'publisher',
    publishedAs: publishedAs ?? 'published',
    metadata: plan.metadata ?? {},
    readings: publicationReadings(content),
    publicationDay: publicationDayReading(content),
    site: plan.site ?? { contact: [] },
    title: titlePassage(plan.title, content),
    generalDeadline: shownQuote(plan.generalDeadline),
    reporting: shownQuote(plan.reporting),
    goal: shownQuote(plan.goal),
    rules: {
      firstLeads: shownQuote(rules?.firstLeads),
      later: (rules?.later ?? []).flatMap((one) => shownQuote(one) ?? []),
    },
    parts: assembleParts(content),
    chapters,
    sections,
    tasks,
    units: content.units
      .map((unit) => ({
        ...unit,
        aliases: unit.aliases.map((name) => ({ name, inPlan: written.includes(name) })),
        tasks: unitTasks(unit.id, tasks),
        headings: unitHeadings(unit.id, sections),
        partners: unitPartners(unit.id, tasks, content.units),
      }))
      .sort((a, b) => compare(a.id, b.id)),
    documents: content.documents.map((one) => ({
      ...one,
      ...documentCitations(one.id, tasks, [...chapters, ...sections]),
    })),
    corrections: [...content.corrections].sort((a, b) => a.line - b.line || a.id - b.id),
    glossary: content.glossary.map(({ id, term, explained }) => ({
      ...{ id, term, explained: explained && explanationOf(explained, tasks) },
      uses: termUses(id, tasks, content.glossary),
    })),
    redirects: content.redirects ?? [],
    names: (content.names ?? []).map(({ names, source, item, units }) => ({ names, source, item, units })),
    synonyms: (content.synonyms ?? []).map(({ words, plan: own }) => ({ words, plan: own })),
    examples: plan.examples ?? [],
  };
}
