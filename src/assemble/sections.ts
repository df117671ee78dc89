/** Assembles the outline: parts, sections, and measures with their tasks. */
import { withoutNumber } from '../plan/headings.ts';
import { tasksOfMeasure } from '../plan/links.ts';
import type { Clause, Measure, Part, Section, Task } from '../plan/model.ts';
import { byNumber } from '../plan/sort.ts';
import type { Content } from '../content-files/schema.ts';
import { passageOf } from './passages.ts';

type Outline = Content['outline'];

export function assembleParts(content: Content): Part[] {
  return content.outline.parts
    .map((part): Part => {
      const heading = passageOf(part.heading, content);
      return { number: part.number, title: withoutNumber(heading.shown), heading };
    })
    .sort(byNumber);
}

/** `clauses` are those of the whole plan. */
export function assembleSections(
  content: Content,
  tasks: Task[],
  clauses: ReadonlyMap<string, Clause>,
): Section[] {
  return content.outline.sections
    .map((section): Section => {
      const { number, part, goal, label, prose = [] } = section;
      const heading = passageOf(headingOf(section, content, tasks), content);
      const goalPassage = goal && passageOf(goal, content);
      return {
        number,
        part,
        title: withoutNumber(heading.shown),
        heading,
        goal: goalPassage?.shown.replace(/^\s*目标：/, '') ?? '',
        goalPassage,
        label: label && passageOf(label, content),
        duty: clauses.get(`section ${number}`),
        prose: prose.map((one) => ({ ...passageOf(one, content), kind: one.kind })),
        measures: section.measures
          .map((measure) => measureOf(measure, number, content, tasks, clauses))
          .sort(byNumber),
      };
    })
    .sort(byNumber);
}

/** The heading of a section, or that of its part if it is a whole part; empty in a plan without headings. */
function headingOf(
  { part, heading, measures }: Outline['sections'][number],
  { outline }: Content,
  tasks: Task[],
) {
  const found = heading ?? outline.parts.find(({ number }) => number === part)?.heading;
  if (found) return found;
  const first = tasks.find(({ measure }) => measures.some(({ number }) => number === measure));
  return { line: first?.sourceLines[0] ?? 1, text: '' };
}

function measureOf(
  { number, heading }: Outline['sections'][number]['measures'][number],
  section: number,
  content: Content,
  tasks: Task[],
  clauses: ReadonlyMap<string, Clause>,
): Measure {
  const shown = heading && passageOf(heading, content);
  return {
    number,
    title: shown ? withoutNumber(shown.shown) : '',
    section,
    heading: shown,
    duty: clauses.get(`measure ${number}`),
    tasks: tasksOfMeasure(number, { tasks }).map((task) => task.number),
  };
}
