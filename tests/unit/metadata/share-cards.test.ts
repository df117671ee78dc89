/** Which picture a shared link to a page shows. */
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/assemble/read-plan.ts';
import { shareCards, taskCard } from '../../../src/metadata/share-cards.ts';

const { plan } = readPlan('.');
if (!plan) throw new Error('The content has findings.');
const task = plan.tasks[9];
if (!task) throw new Error('There is no tenth task.');

const cards = new Map(shareCards(plan, true));

test('the picture of a task says its number and title, who and by when', () => {
  expect(cards.get(taskCard(task, plan))).toEqual({
    kicker: '任务10',
    title: task.title,
    facts: ['区工商局 牵头', '2018年底前'],
    foot: '钦州市钦南区法治政府建设实施方案',
  });
});

test('the picture of a unit says in how many tasks it has which role, that of a section how many tasks it has', () => {
  expect(cards.get('/og/units/qu-gongshang-ju.png')).toMatchObject({
    kicker: '责任单位',
    title: '区工商局',
    facts: [expect.stringMatching(/^\d+项任务：牵头 \d/)],
  });
  expect(cards.get('/og/sections/1.png')?.facts).toEqual([expect.stringMatching(/^\d+项任务$/)]);
});

test('of a large plan tasks show the picture of their section, which is there', () => {
  const large = { ...plan, tasks: Array.from({ length: 1001 }, () => task) };
  const drawn = new Map(shareCards(large, true));
  expect(taskCard(task, large)).toBe(`/og/sections/${task.section}.png`);
  expect(drawn.has(taskCard(task, large))).toBe(true);
  expect([...drawn.keys()].filter((address) => address.startsWith('/og/tasks/'))).toEqual([]);
});
