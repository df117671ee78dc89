/** “I made one mistake, and am told one thing: where it is, and what to do”: each kind of mistake at every place it can be made. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { interpret } from '../../../src/content-files/interpret.ts';
import type { Content } from '../../../src/content-files/schema.ts';
import { taskFile } from '../../../src/content-files/task-files.ts';
import { check } from '../../../src/rules/check.ts';
import { draftOf, origin, root, seedText, the } from '../../support/helpers.ts';

const textOf = (name: string) => readFileSync(join(root, 'tests/plans', `${name}.txt`), 'utf8');
/** Plans with one number a line, labels below a task, numbers that restart, a table, and the published one. */
const PLANS: [string, string][] = [
  ['published', seedText],
  ...['crawler', 'chapters', 'table', 'names', 'one-line'].map((name): [string, string] => [
    name,
    textOf(name),
  ]),
];

/** The places at which a mistake at each of a few entries is told, those with other than one finding in full. */
function placesAfter<T>(
  content: Content,
  text: string,
  list: (content: Content) => T[],
  change: (entry: T, content: Content, index: number) => void,
): [string, number][] {
  const step = Math.ceil(list(content).length / 12);
  return list(content).flatMap((_, index): [string, number][] => {
    if (index % step > 0) return [];
    const copy = structuredClone(content);
    change(the(list(copy)[index]), copy, index);
    const found = check(interpret(copy), { text, sha256: origin.sha256 });
    const told = found.map(
      ({ file, line, at, problem }) => `${file} ${line ?? at?.join('.') ?? ''} ${problem}`,
    );
    return [
      [
        told.length === 1 ? `${found[0]?.file ?? ''} ${found[0]?.at?.join('.') ?? ''}` : told.join('\n'),
        index,
      ],
    ];
  });
}

describe.each(PLANS)('in the plan “%s” one finding is', (_, text) => {
  const content = draftOf(text);
  const tasksOf = ({ tasks }: Content) => tasks;
  const fileAt = (index: number) => the(content.tasks[index]).file;

  test('a task whose file was deleted', () => {
    const found = placesAfter(content, text, tasksOf, (task, { tasks }) =>
      tasks.splice(tasks.indexOf(task), 1),
    );
    for (const [place, index] of found)
      expect(place).toMatch(new RegExp(`^(?:${fileAt(index)}|seeds/${origin.file}) $`));
  });

  test('a copy of a task, under another name or in place of another', () => {
    const copies = placesAfter(content, text, tasksOf, (task, { tasks }) =>
      tasks.push({ ...task, file: 'content/tasks/copy.md' }),
    );
    expect(new Set(copies.map(([place]) => place))).toEqual(new Set(['content/tasks/copy.md number']));
    const replaced = placesAfter(content, text, tasksOf, (task, { tasks }) => {
      const other = tasks[tasks.indexOf(task) + 1] ?? the(tasks[0]);
      tasks[tasks.indexOf(other)] = { ...task, file: other.file };
    });
    for (const [place, index] of replaced)
      expect(place).toBe(`${fileAt((index + 1) % content.tasks.length)} number`);
  });

  test('the number of another task, and one that no task has', () => {
    const taken = placesAfter(content, text, tasksOf, (task, { tasks }) => {
      task.number = the(tasks[tasks.indexOf(task) + 1] ?? tasks[0]).number;
    });
    for (const [place, index] of taken) expect(place).toBe(`${fileAt(index)} number`);
    const free = placesAfter(content, text, tasksOf, (task) => (task.number = 999));
    for (const [place, index] of free) expect(place).toBe(`${fileAt(index)} number`);
  });

  test.each([1, -1, 5, 4000])('a line that is wrong by %i', (by) => {
    const found = placesAfter(content, text, tasksOf, (task) => {
      task.line = Math.max(task.line + by, 1) === task.line ? task.line + 1 : Math.max(task.line + by, 1);
    });
    for (const [place, index] of found) expect(place).toBe(`${fileAt(index)} line`);
    const chrome = placesAfter(
      content,
      text,
      ({ plan }) => plan.chrome,
      (one) => (one.line += Math.abs(by)),
    );
    for (const [place, index] of chrome) expect(place).toBe(`content/plan.yaml chrome.${index}.line`);
  });

  test('a unit that was taken out of the registry, or mistyped there', () => {
    const out = placesAfter(
      content,
      text,
      ({ units }) => units,
      (unit, { units }) => units.splice(units.indexOf(unit), 1),
    );
    expect(new Set(out.map(([place]) => place))).toEqual(new Set(['content/units.yaml ']));
    const mistyped = placesAfter(
      content,
      text,
      ({ units }) => units,
      (unit) => (unit.name += '某'),
    );
    for (const [place, index] of mistyped) expect(place).toBe(`content/units.yaml ${index}.name`);
  });

  test('a unit mistyped in a clause, and a word in a text', () => {
    const found = placesAfter(
      content,
      text,
      ({ tasks }) => tasks.filter(({ duty }) => /[局办委]/.test(duty)),
      (task) => (task.duty = task.duty.replace(/[局办委]/, '居')),
    );
    for (const [place] of found) expect(place).toMatch(/^content\/tasks\/\S+ duty$/);
    const words = placesAfter(content, text, tasksOf, (task) => (task.text = `某${task.text.slice(1)}`));
    for (const [place, index] of words)
      expect(place).toMatch(new RegExp(`^${fileAt(index)} (?:text|number|marker)$`));
  });

  test('a task whose file has another name than its number', () => {
    const found = placesAfter(content, text, tasksOf, (task) => (task.file = 'content/tasks/other.md'));
    expect(new Set(found.map(([place]) => place))).toEqual(new Set(['content/tasks/other.md number']));
  });
});

test('the name that the file of a task should have is said', () => {
  const content = structuredClone(draftOf(seedText));
  the(content.tasks[6]).file = 'content/tasks/7.md';
  expect(check(interpret(content), { text: seedText, sha256: origin.sha256 })).toEqual([
    {
      file: 'content/tasks/7.md',
      at: ['number'],
      problem: `this file says number: 7, but the file of task 7 is ${taskFile(7)}`,
      advice: 'give it that name, or the number that the seed has',
    },
  ]);
});

test('a correction on a wrong line is told where it stands, and no title as shown without it', () => {
  const content = draftOf(seedText);
  const found = placesAfter(
    content,
    seedText,
    ({ corrections }) => corrections,
    (one) => one.line++,
  );
  for (const [place, index] of found)
    expect(place).toMatch(new RegExp(`^content/corrections\\.yaml ${index}\\.(?:line|received)$`));
});

test('a measure with a wrong number is not also a gap behind it', () => {
  const content = draftOf(seedText);
  const found = placesAfter(
    content,
    seedText,
    ({ outline }) => outline.sections.flatMap(({ measures }) => measures),
    (measure) => (measure.number += 100),
  );
  for (const [place] of found)
    expect(place).toMatch(/^content\/outline\.yaml sections\.\d+\.measures\.\d+\.number$/);
});
