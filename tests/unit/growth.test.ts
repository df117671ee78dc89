/** Ten times the tasks are ten times the work: counted in values that are read, so that no clock decides. */
import { interpret } from '../../src/content-files/interpret.ts';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { assemble } from '../../src/assemble/plan.ts';
import { check } from '../../src/rules/check.ts';
import { neighbours, relatedTasks } from '../../src/plan/links.ts';
import type { Plan } from '../../src/plan/model.ts';
import { planData, taskJson, unitJson } from '../../src/data/formats/plan-json.ts';
import { unitMentions, correctionPlace, documentQuotations } from '../../src/plan/quotations.ts';
import { parsePlan } from '../../src/import/parse-plan.ts';
import type { Content } from '../../src/content-files/schema.ts';
import { adjacency, neighbourhood } from '../../src/charts/shared-tasks.ts';
import { collectiveTasks, tasksByRole } from '../../src/plan/unit-lists.ts';
import { formatFindings } from '../../src/content-files/findings.ts';
import { planText } from '../bench/plans.ts';
import { origin } from '../support/helpers.ts';

/** What grows with the square of the tasks reads some eighty times as much; sorting and shared documents a little more than ten. */
const TENFOLD = 20;

/** The same value, and how often anything in it has been read. */
function counted<T extends object>(value: T): { value: T; reads: () => number } {
  let reads = 0;
  const seen = new WeakMap<object, object>();
  const watch = <V extends object>(target: V): V => {
    const known = seen.get(target);
    if (known) return known as V;
    const proxy = new Proxy(target, {
      get: (own, key, receiver) => {
        reads++;
        const read: unknown = Reflect.get(own, key, receiver);
        return typeof read === 'object' && read !== null ? watch(read) : read;
      },
    });
    seen.set(target, proxy);
    seen.set(proxy, proxy);
    return proxy;
  };
  return { value: watch(value), reads: () => reads };
}

interface Sample {
  text: string;
  content: Content;
  plan: Plan;
}

function sample(tasks: number): Sample {
  const text = planText(tasks);
  const { content, findings } = parsePlan(text, origin);
  if (!content) throw new Error(formatFindings(findings));
  return { text, content, plan: assemble(interpret(content)) };
}

const [small, large] = [sample(65), sample(650)];

/** How much more is read where there are ten times the tasks. */
function growth<T extends object>(pick: (of: Sample) => T, work: (on: T) => unknown): number {
  const reads = [small, large].map((of) => {
    const { value, reads } = counted(pick(of));
    work(value);
    return reads();
  });
  return (reads[1] ?? NaN) / (reads[0] ?? NaN);
}

test('a generated plan is the same every time, another start gives another, and its checks pass', () => {
  expect(planText(65)).toBe(small.text);
  expect(planText(65, 2)).not.toBe(small.text);
  const hash = createHash('sha256').update(planText(65)).digest('hex');
  expect(hash.slice(0, 12)).toBe('d22951d8ca30');
  expect(small.plan.tasks).toHaveLength(65);
  expect(check(interpret(small.content), { text: small.text, sha256: origin.sha256 })).toEqual([]);
  expect(new Set(large.plan.tasks.map(({ title }) => title)).size).toBe(650);
});

test('a plan of more than a thousand tasks is read with all its numbers', () => {
  const { content, findings } = parsePlan(planText(1200), origin);
  expect(findings).toEqual([]);
  expect(content?.tasks.at(-1)?.number).toBe(1200);
});

test.for<[what: string, work: (content: Content) => unknown, text?: true]>([
  ['computing the plan', (content) => assemble(interpret(content))],
])('%s', ([, work]) => {
  expect(growth(({ content }) => content, work)).toBeLessThan(TENFOLD);
});

test('checking', () => {
  const grown = growth(
    (of) => of,
    ({ content, text }) => check(interpret(content), { text, sha256: origin.sha256 }),
  );
  expect(grown).toBeLessThan(TENFOLD);
});

const url = (address: string) => address;

test.for<[what: string, work: (plan: Plan) => unknown]>([
  ['what is related to each task', (plan) => plan.tasks.map((task) => relatedTasks(task, plan))],
  ['what stands beside each task', (plan) => plan.tasks.map((task) => neighbours(task, plan))],
  ['where each document is named', (plan) => plan.documents.map((one) => documentQuotations(one, plan))],
  ['where each correction was made', (plan) => plan.corrections.map((one) => correctionPlace(one, plan))],
  ['where the prose names each unit', (plan) => plan.units.map((unit) => unitMentions(unit, plan, []))],
  ['each unit’s tasks', (plan) => plan.units.map((unit) => tasksByRole(unit, plan.tasks, ['lead', 'joint']))],
  ['what is left open beside each unit', (plan) => plan.units.map((unit) => collectiveTasks(unit, plan))],
  ['whom each unit works with', (plan) => plan.units.map((unit) => neighbourhood(unit, plan))],
  ['who works together', adjacency],
  [
    'the data of each task and unit',
    (plan) => {
      const data = planData(plan, url);
      return [data.tasks.map((task) => taskJson(data, task)), data.units.map((unit) => unitJson(data, unit))];
    },
  ],
])('%s', ([, work]) => {
  expect(growth(({ plan }) => plan, work)).toBeLessThan(TENFOLD);
});
