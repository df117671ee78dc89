/** The pictures of shared links: which a page has, and what stands in them. */
import type { Card } from '../images/share-card.ts';
import { taskTimes } from '../labels/deadlines.ts';
import { taskWho } from '../labels/duties.ts';
import { partName, sectionName, taskName } from '../labels/names.ts';
import { SHARE_CARD_WORDS } from '../labels/pages.ts';
import { dateText, shortTitle } from '../labels/publication.ts';
import { unitFacts, unitKindName } from '../labels/units.ts';
import { isHeaded } from '../plan/headings.ts';
import { isLarge } from '../plan/large/size.ts';
import type { Plan, Section, Task, Unit } from '../plan/model.ts';
import { unitRoleNames } from '../plan/role-words.ts';
import { roleCounts } from '../plan/unit-lists.ts';
import * as urls from '../urls.ts';

/** The address of the picture for the page of a task: of a large plan that of its section, or drawing would take most of a build. */
export function taskCard({ number, section }: Task, plan: Plan): string {
  if (!isLarge(plan)) return urls.taskCard(number);
  const own = plan.sections.find((one) => one.number === section);
  return own && isHeaded(own) ? urls.sectionCard(own.number) : urls.shareCard('task');
}

/** The pictures of all kinds of pages, by address; `withOwn` adds those of tasks, sections and units. */
export function shareCards(plan: Plan, withOwn: boolean): [address: string, card: Card][] {
  const general = urls.SHARE_CARDS.map((kind): [string, Card] => [urls.shareCard(kind), ofKind(kind, plan)]);
  if (!withOwn) return general;
  const tasks = isLarge(plan) ? [] : plan.tasks;
  return [
    ...general,
    ...tasks.map((task): [string, Card] => [urls.taskCard(task.number), ofTask(task, plan)]),
    ...plan.sections
      .filter(isHeaded)
      .map((section): [string, Card] => [urls.sectionCard(section.number), ofSection(section, plan)]),
    ...plan.units.map((unit): [string, Card] => [urls.unitCard(unit.id), ofUnit(unit, plan)]),
  ];
}

const ofKind = (kind: urls.ShareCardKind, plan: Plan): Card => ({
  kicker: SHARE_CARD_WORDS[kind],
  // The years in brackets are a line of their own.
  title: plan.title.shown.replace(/(?=（[^（）]*）$)/u, '\n'),
  facts: [],
  foot: [plan.publisher, dateText({ ...plan, published: plan.published?.slice(0, 10) })]
    .filter((one) => one !== undefined)
    .join('　'),
});

const ofTask = (task: Task, plan: Plan): Card => ({
  kicker: taskName(task),
  title: task.title,
  facts: [taskWho(task), taskTimes(task)],
  foot: shortTitle(plan),
});

const ofSection = (section: Section, plan: Plan): Card => ({
  kicker: partName(section, plan) || SHARE_CARD_WORDS.section,
  title: sectionName(section),
  facts: [`${plan.tasks.filter((task) => task.section === section.number).length}项任务`],
  foot: shortTitle(plan),
});

function ofUnit(unit: Unit, plan: Plan): Card {
  const roles = unitRoleNames(unit, plan);
  const facts = unitFacts(roleCounts(unit, [...roles.keys()]), roles);
  return {
    kicker: unitKindName(unit),
    title: unit.name,
    facts: facts === '' ? [] : [facts],
    foot: shortTitle(plan),
  };
}
