import { expect, test } from 'vitest';
import {
  documentCitations,
  neighbours,
  relatedTasks,
  unitPartners,
  unitTasks,
} from '../../../src/plan/links.ts';
import { publishedPlan, the } from '../../support/helpers.ts';

const plan = publishedPlan();
const { tasks, units, documents } = plan;
const task = (number: number) => the(tasks.find((one) => one.number === number));
const unit = (name: string) => the(units.find((one) => one.name === name));

test('a unit lists every task whose clause names it, once, in order, with its role there', () => {
  for (const { id, tasks: listed } of units) {
    const named = tasks.flatMap(({ number, duty }) =>
      duty.units.filter((one) => one.id === id).map(({ role }) => ({ number, role })),
    );
    expect(listed).toEqual(named);
    expect(listed.length).toBeGreaterThan(0);
  }
  expect(unit('区住建局').tasks).toEqual([{ number: 34, role: 'support' }]);
});

test('a name inside a longer name is not the shorter one: 区直各有关部门 is not 各有关部门', () => {
  expect(unit('各有关部门').tasks.map(({ number }) => number)).toEqual([37]);
  expect(unitTasks(unit('全区各级政府及其部门').id, tasks).map(({ number }) => number)).toEqual([44]);
});

test('the partners of a unit are those named in its clauses, most shared tasks first', () => {
  expect(unit('区地震局').partners.map(({ tasks: shared }) => shared)).toEqual(Array(8).fill([15]));
  const shared = unit('区编办').partners.map(({ tasks: numbers }) => numbers.length);
  expect(shared).toEqual([...shared].sort((a, b) => b - a));
});

test('sharing tasks is mutual, and never with a collective body or with oneself', () => {
  const collective = new Set(units.filter(({ kind }) => kind === 'collective').map(({ id }) => id));
  for (const one of units.filter(({ kind }) => kind !== 'collective')) {
    for (const partner of one.partners) {
      expect(collective.has(partner.id)).toBe(false);
      expect(partner.id).not.toBe(one.id);
      const back = the(units.find(({ id }) => id === partner.id)).partners.find(({ id }) => id === one.id);
      expect(back?.tasks).toEqual(partner.tasks);
    }
  }
});

test('the tasks of a collective body are never counted as those of a bureau', () => {
  const partners = unitPartners(unit('区司法局').id, tasks, units).map(({ id }) => id);
  expect(partners).not.toContain(unit('区直各有关部门').id);
});

test('related tasks belong to other measures, never include the task itself, and have a true reason', () => {
  for (const one of tasks) {
    for (const { task: other, relations } of relatedTasks(one, plan)) {
      expect(other.measure).not.toBe(one.measure);
      expect(relations.length).toBeGreaterThan(0);
      for (const relation of relations) {
        if (relation.reason === 'lead') {
          const leads = [one, other].map(({ duty }) =>
            duty.units.some(({ id, role }) => id === relation.unit && role === 'lead'),
          );
          expect(leads).toEqual([true, true]);
          expect([one.section, other.section]).toEqual([relation.section, relation.section]);
        } else {
          const cites = [one, other].map(({ citations }) =>
            citations.some(({ document }) => document === relation.document),
          );
          expect(cites).toEqual([true, true]);
        }
      }
    }
  }
});

test('tasks 43 and 49 are related because both cite 《中国共产党问责条例》', () => {
  const related = the(relatedTasks(task(43), plan).find((one) => one.task.number === 49));
  const document = the(documents.find(({ title }) => title === '中国共产党问责条例')).id;
  expect(related.relations).toEqual([{ reason: 'document', document }]);
});

test('being related is mutual', () => {
  const pairs = new Set(
    tasks.flatMap((one) => relatedTasks(one, plan).map((other) => `${one.number} ${other.task.number}`)),
  );
  for (const pair of pairs) expect(pairs).toContain(pair.split(' ').reverse().join(' '));
});

test('the first task has no previous one and the last no next', () => {
  expect(neighbours(task(1), plan)).toEqual({ next: task(2) });
  expect(neighbours(task(33), plan)).toEqual({ previous: task(32), next: task(34) });
  expect(neighbours(task(65), plan)).toEqual({ previous: task(64) });
});

test('a document lists the tasks that name it and the lines of the prose that do', () => {
  const byTitle = (title: string) => the(documents.find((one) => one.title === title));
  expect(byTitle('广西壮族自治区重大行政决策程序规定').citations.map((one) => one.task)).toEqual([24, 28]);
  expect(byTitle('法治政府建设实施纲要（2015—2020年）')).toMatchObject({ citations: [], lines: [7] });
  expect(documentCitations('nobody', tasks, plan.chapters)).toEqual({ citations: [], lines: [] });
});

test('every registered document is named in a task or in the prose', () => {
  expect(documents.filter(({ citations, lines }) => citations.length + lines.length === 0)).toEqual([]);
});
