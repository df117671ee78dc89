/** A mistake in YAML is named by the line on which an editor made it, and in words for somebody who does not know YAML. */
import { expect, test } from 'vitest';
import { copyWithoutNotes, edit, findingsIn } from '../../support/helpers.ts';

const TASK = 'content/tasks/07.md';
const UNITS = 'content/units.yaml';

/** What is said after one edit. */
function findingsAfter(file: string, from: string, to: string): string[] {
  const folder = copyWithoutNotes();
  edit(folder, file, from, to);
  return findingsIn(folder);
}

const COLUMN = 'this line does not begin in the column of its neighbours';

test.each([
  ['a tab before a field', 'title: 深', '\ttitle: 深', 4, 'a tab stands before the words', 'blanks'],
  ['no colon', 'title: 深', 'title 深', 4, 'no colon follows the name of the field', 'an ASCII colon'],
  [
    'no blank after the colon',
    'title: 深',
    'title:深',
    4,
    'no colon follows the name of the field',
    'a blank after it',
  ],
  [
    'a full-width colon',
    'title: 深',
    'title：深',
    4,
    'no colon follows the name of the field',
    'an ASCII colon',
  ],
  ['a second colon', 'title: 深', 'title: 要: 深', 4, 'another colon', 'single quotes'],
  [
    'a field that stands twice',
    'title: 深',
    'measure: 4\ntitle: 深',
    4,
    'the field “measure” stands twice',
    'keep one of the two',
  ],
  [
    'a double quote that is not closed',
    'title: 深',
    'title: "深',
    4,
    '" is opened here and not closed',
    'close it',
  ],
  [
    'a single quote that is not closed',
    'title: 深',
    "title: '深",
    4,
    "' is opened here and not closed",
    'close it',
  ],
  ['a quote on the last line', 'duty: (', 'duty: "(', 7, '" is opened here and not closed', 'close it'],
  ['words after a quote', 'title: 深', 'title: "要" 深', 4, 'cannot stand here', 'single quotes'],
  ['a line too far in', 'title: 深', '  title: 深', 4, COLUMN, 'as many blanks'],
  ['the first line too far in', 'number: 7', '  number: 7', 3, COLUMN, 'as many blanks'],
  ['a bracket', 'title: 深', 'title: [深', 4, '[ is opened here and not closed', 'close it'],
  ['asterisks', 'title: 深', 'title: **深', 4, 'refers to another value', 'single quotes'],
  ['an and sign', 'title: 深', 'title: &要 深', 4, '&要 is taken for a name', 'single quotes'],
  ['an exclamation mark', 'title: 深', 'title: !要深', 4, 'a value cannot begin with !', 'single quotes'],
  ['an at sign', 'title: 深', 'title: @深', 4, 'a value cannot begin with @', 'single quotes'],
  ['two exclamation marks', 'title: 深', 'title: !!str 深', 4, 'is taken for a kind', 'single quotes'],
  ['a backslash', 'title: 深化投资体制改革', 'title: "\\深化"', 4, 'a backslash means', 'single quotes'],
  ['three dots', 'title: 深', '...\ntitle: 深', 4, 'this line ends the facts', 'take the line out'],
  ['a word that is no field', 'title: 深', 'titel: 深', 4, 'titel: there is no such field', 'write title:'],
  ['a comment for a value', 'title: 深', 'title: #深', 4, 'title: there is no value; words after # are', ''],
  ['a field left out', 'number: 7\n', '', 2, 'number: this field is missing', ''],
])('in a task: %s', (_, from, to, line, problem, advice) => {
  const found = findingsAfter(TASK, from, to).filter((one) => one.startsWith(`${TASK}:${line}  `));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(problem);
  expect(found[0]?.split('  → ')[1]).toContain(advice);
});

test.each([
  ['an entry without its blank', '- id: ge-youguan-bumen', '-id: ge-youguan-bumen', 6, ''],
  ['a field too far in', '  name: 各有关部门', '   name: 各有关部门', 7, COLUMN],
  ['a field too far out', '  name: 各有关部门', ' name: 各有关部门', 7, COLUMN],
  ['a tab before a field', '  name: 各有关部门', '\tname: 各有关部门', 7, 'a tab stands before the words'],
  ['another list', '- id: ge-youguan-bumen', '---\n- id: ge-youguan-bumen', 6, 'this line ends the facts'],
  [
    'a field that stands twice',
    '  name: 各有关部门',
    '  name: 各有关部门\n  name: 各部门',
    8,
    'the field “name” stands twice',
  ],
  [
    'a sign of YAML before an entry',
    '- id: ge-youguan-bumen',
    '- &a\n  id: ge-youguan-bumen',
    7,
    '&a is taken',
  ],
  ['a word that is no field', '  name: 各有关部门', '  nam: 各有关部门', 7, 'nam: there is no such field'],
])('in a list: %s', (_, from, to, line, problem) => {
  const found = findingsAfter(UNITS, from, to);
  expect(found.filter((one) => !one.startsWith(UNITS))).toEqual([]);
  expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${UNITS}:${line} {2}${problem}`)));
});

const KINDS = 'department, party, branch or collective';
test.each([
  ['is left out', '', 3, `kind: this field is missing  → add it: ${KINDS}`],
  ['has a word that nobody knows', '  kind: bureau\n', 5, `kind: this cannot be "bureau"  → write ${KINDS}`],
  ['has no word', '  kind:\n', 5, `kind: there is no value; .*  → write ${KINDS}`],
  ['is a list', '  kind: [party]\n', 5, `kind: this has to be one word  → write ${KINDS}`],
])('of a unit whose kind %s, only that is said, and which words there are', (_, kind, line, says) => {
  const from = '  name: 各行政决策机关\n  kind: collective\n';
  expect(findingsAfter(UNITS, from, from.replace('  kind: collective\n', kind))).toEqual([
    expect.stringMatching(new RegExp(`^${UNITS}:${line} {2}${says}$`)),
  ]);
});

test.each([
  [TASK, 'line: 31', 'line: thirty', 'line: this has to be a number  → write figures, without quotes'],
  [TASK, 'title: 深化投资体制改革', 'title: 2017', 'title: this has to be text  → put it in single quotes'],
  [
    UNITS,
    'aliases:\n    - 海洋局\n    - 海洋分局',
    'aliases: 海洋局',
    'aliases: this has to be a list  → write each',
  ],
  ['content/plan.yaml', 'official: false', 'official: no', 'official: this has to be true or false'],
])('a value of another kind is told in words, not in those of a program: %s, %s', (file, from, to, says) => {
  const found = findingsAfter(file, from, to);
  expect(found).toEqual([expect.stringContaining(says)]);
  expect(found.join()).not.toMatch(/invalid|expected|received|array|object|boolean|string/i);
});

test('a field of several lines is found at its name', () => {
  const found = findingsAfter(
    'content/outline.yaml',
    '    heading:\n      line: 8',
    '    heading:\n      zeile: 8',
  );
  expect(found).toEqual([
    expect.stringMatching(
      /^content\/outline\.yaml:6 {2}parts\.heading\.zeile: there is no such field {2}→ write line:, which is missing/,
    ),
  ]);
});

test('after a mistake at which the parser loses its way, nothing is said of the same file', () => {
  expect(findingsAfter(TASK, 'number: 7', '  number: 7')).toHaveLength(1);
});
