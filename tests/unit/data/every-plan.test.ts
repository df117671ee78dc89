/** The tables of every plan: as their description says, and unchanged when a spreadsheet program saves them again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../src/assemble/plan.ts';
import { interpret } from '../../../src/content-files/interpret.ts';
import { dataFiles } from '../../../src/data/catalogue.ts';
import { matrixCsv, sharedTasksCsv, timelineCsv } from '../../../src/data/formats/chart-tables.ts';
import { toCsv, type Column } from '../../../src/data/formats/csv.ts';
import { dataPackage } from '../../../src/data/formats/datapackage.ts';
import { planData } from '../../../src/data/formats/plan-json.ts';
import type { Plan } from '../../../src/plan/model.ts';
import { brokenKeys, readTable, wrongCells, type DataPackage } from '../../support/data/data-package.ts';
import { draftOf, numbers, publishedPlan, root, seedBytes } from '../../support/helpers.ts';
import { hasLibreOffice, saveAgain } from '../../support/data/libreoffice.ts';

const folder = join(root, 'tests/plans');
const others = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4));
const planOf = (name: string): Plan =>
  name === 'our own'
    ? publishedPlan()
    : assemble(interpret(draftOf(readFileSync(join(folder, `${name}.txt`), 'utf8'))));

/** The tables of the data package by their names, with what it says of them. */
function tablesOf(plan: Plan) {
  const url = (address: string) => `https://plan.example${address}`;
  const data = planData(plan, url);
  const files = dataFiles(plan, data, seedBytes, url).flatMap(({ address, what, columns, bytes }) =>
    columns ? [{ file: address.replace('/data/', ''), what, columns, bytes, size: 1, sha256: '' }] : [],
  );
  const described = JSON.parse(JSON.stringify(dataPackage(data, files))) as DataPackage;
  return { data, described, tables: new Map(files.map(({ file, bytes }) => [file, bytes])) };
}

test.each(['our own', ...others])('the tables of %s hold what their description says', (name) => {
  const { described, tables } = tablesOf(planOf(name));
  const rowsOf = (path: string) => readTable(tables.get(path) ?? new Uint8Array());
  expect(described.resources.map(({ path }) => path)).toEqual([...tables.keys()]);
  const wrong = described.resources.flatMap((resource) => [
    ...wrongCells(resource, rowsOf(resource.path)),
    ...brokenKeys(resource, described, rowsOf),
  ]);
  expect(wrong).toEqual([]);
  expect(rowsOf('tasks.csv').length).toBeGreaterThan(0);
});

describe.runIf(hasLibreOffice)('LibreOffice set to Chinese', () => {
  test.each(['our own', 'provincial'])('opens the tables of %s and saves what plan.json says', (name) => {
    const plan = planOf(name);
    const { data, described, tables } = tablesOf(plan);
    const charts: [string, string][] = [
      ['timeline.csv', timelineCsv(plan, data)],
      ['deadlines.csv', matrixCsv(plan, 'deadlines')],
      ['sections.csv', matrixCsv(plan, 'sections')],
      ['together.csv', sharedTasksCsv(plan)],
    ];
    const all = new Map([...tables, ...charts.map(([file, text]) => [file, Buffer.from(text)] as const)]);
    const saved = saveAgain(all);
    for (const [file, bytes] of all) {
      // A truth value is written in capitals.
      const again = readTable(saved.get(file) ?? new Uint8Array()).map((row) =>
        'openEnded' in row ? { ...row, openEnded: row.openEnded.toLowerCase() } : row,
      );
      expect(again, file).toEqual(readTable(bytes));
    }
    const rows = readTable(saved.get('tasks.csv') ?? new Uint8Array());
    expect(rows.map(({ number, text, deadlineDate }) => [number, text, deadlineDate])).toEqual(
      data.tasks.map(({ number, text, deadline }) => [String(number), text, deadline?.date ?? '']),
    );
    expect(described.resources).toHaveLength(tables.size);
  });

  test('would change a task number that is not guarded', () => {
    const { data, tables } = tablesOf(planOf('provincial'));
    expect(data.tasks.map(({ number }) => number)).toContain('1-1');
    const unguarded = Buffer.from(new TextDecoder().decode(tables.get('tasks.csv')).replaceAll("'", ''));
    const saved = saveAgain(new Map([['tasks.csv', unguarded]]));
    expect(readTable(saved.get('tasks.csv') ?? new Uint8Array())[0]?.number).not.toBe('1-1');
  });

  test('leaves 3,000 short texts of digits, marks and words of time as they are', () => {
    const atoms = [
      ...[
        '1',
        '2',
        '12',
        '31',
        '0',
        '2017',
        '７',
        '１',
        '一月',
        '十二',
        '五',
        '二〇一七',
        '万',
        '½',
        '②',
        'Ⅳ',
      ],
      ...[
        '年',
        '月',
        '日',
        '时',
        '分',
        '周一',
        '星期三',
        '上午',
        '下午',
        'am',
        'Jan',
        '元',
        '第',
        '号',
        '是',
        '真',
      ],
      ...[
        '-',
        '－',
        '—',
        '–',
        '/',
        '.',
        ',',
        ':',
        '：',
        ' ',
        '\u3000',
        '%',
        '％',
        '¥',
        '$',
        '€',
        '(',
        ')',
        '（',
        '）',
      ],
      ...['e', 'E', '+', '=', "'", '"', '#', '@', '*', '·', '~', 'T', 'TRUE', 'false', 'NaN', '0x1F'],
    ];
    const below = numbers(20);
    const texts = Array.from({ length: 3000 }, () =>
      Array.from({ length: 1 + below(5) }, () => atoms[below(atoms.length)] ?? '').join(''),
    );
    const columns: Column<[number, string]>[] = [
      { name: 'row', title: '行', cell: ([row]) => row },
      { name: 'text', title: '文字', cell: ([, text]) => text },
    ];
    const table = toCsv(
      columns,
      texts.map((text, row): [number, string] => [row, text]),
    );
    const saved = saveAgain(new Map([['texts.csv', Buffer.from(table)]]));
    expect(readTable(saved.get('texts.csv') ?? new Uint8Array()).map(({ text }) => text)).toEqual(texts);
  });
});
