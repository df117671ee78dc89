import { expect, test } from 'vitest';
import { unitNames, unitsCalled } from '../../../src/search/named-units.ts';
import type { Entry } from '../../../src/search/text-pages.ts';

/** A unit's page with the notes on it, as the build reads them. */
const unit = (id: string, title: string, ...aliases: string[]): Omit<Entry, 'id'> => ({
  page: { url: `/units/${id}/`, kind: 'unit', title, blocks: [{ text: title, field: 'unit' }] },
  notes: [
    {
      ...{ url: `/units/${id}/#aliases`, kind: 'note', title },
      blocks: aliases.map((text) => ({ text, field: 'alias' })),
    },
  ],
});

const units = unitNames(
  [
    unit('wu-jia', '县物价局', '物价检查所'),
    unit('gong-shang', '县工商局', '工商局'),
    unit('ban', '县办', '办公室'),
    unit('xuan-chuan', '县委宣传部', '宣传部'),
  ],
  [
    {
      names: ['市场监管局'],
      source: '某方案',
      units: [{ id: 'wu-jia', part: '价格监督检查职责' }, { id: 'gong-shang' }],
    },
  ],
);
const called = (name: string) => unitsCalled(name, units).map(({ id, naming }) => [id, naming.by]);

test('a unit is called by its name, another name, or a name of today, those first that are meant as a whole', () => {
  expect(called('县工商局')).toEqual([['gong-shang', 'name']]);
  expect(called('物价局')).toEqual([['wu-jia', 'name']]);
  expect(called('物价检查所')).toEqual([['wu-jia', 'alias']]);
  expect(called('市场监管局')).toEqual([
    ['gong-shang', 'today'],
    ['wu-jia', 'today'],
  ]);
  expect(unitsCalled('市场监管局', units)[1]?.naming).toMatchObject({
    part: '价格监督检查职责',
    source: '某方案',
  });
});

test('a part of a name calls nobody', () => {
  expect(called('委宣传部')).toEqual([]);
  expect(called('工商')).toEqual([]);
  expect(called('')).toEqual([]);
});
