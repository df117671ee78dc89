import { expect, test } from 'vitest';
import { interpret } from '../../../src/content-files/interpret.ts';
import type { Content } from '../../../src/content-files/schema.ts';
import { check } from '../../../src/rules/check.ts';
import { draftOf, origin, seedText } from '../../support/helpers.ts';

const seed = { text: seedText, sha256: origin.sha256 };
const draft = draftOf(seedText);
const [first, second] = draft.units.map(({ id }) => id);

function findings(change: Partial<Content>): string[] {
  return check(interpret({ ...structuredClone(draft), ...change }), seed).map(
    ({ file, at, problem }) => `${file} ${at?.join('.')}  ${problem}`,
  );
}

test('names of today lead to registered units, once each', () => {
  const source = '某方案';
  const names = [
    { names: ['某局', '某委'], source, units: [{ id: first ?? '' }, { id: second ?? '', part: '某职责' }] },
  ];
  expect(findings({ names })).toEqual([]);
  expect(
    findings({
      names: [
        ...names,
        { names: ['某委'], source, units: [{ id: 'nobody' }, { id: first ?? '' }, { id: first ?? '' }] },
      ],
    }),
  ).toEqual([
    'content/names.yaml 0.names.1  “某委” stands here twice',
    'content/names.yaml 1.names.0  “某委” stands here twice',
    'content/names.yaml 1.units.0.id  there is no unit nobody',
    `content/names.yaml 1.units.1.id  ${first} stands here twice`,
    `content/names.yaml 1.units.2.id  ${first} stands here twice`,
  ]);
});

test('a name that the unit has already is reported', () => {
  const unit = draft.units[0];
  const names = [{ names: [unit?.name ?? ''], source: '某方案', units: [{ id: unit?.id ?? '' }] }];
  expect(findings({ names })).toEqual([
    `content/names.yaml 0.units.0.id  “${unit?.name}” is a name of ${unit?.id} already`,
  ]);
});

test('an everyday word leads to words of the plan and is none itself', () => {
  expect(findings({ synonyms: [{ words: ['打官司'], plan: ['行政应诉'] }] })).toEqual([]);
  expect(
    findings({
      synonyms: [
        { words: ['打官司', '行政复议'], plan: ['行政诉讼法庭'] },
        { words: ['打官司'], plan: ['行政应诉'] },
      ],
    }),
  ).toEqual([
    'content/synonyms.yaml 0.words.0  “打官司” stands here twice',
    'content/synonyms.yaml 0.words.1  the plan itself writes “行政复议”',
    'content/synonyms.yaml 0.plan.0  the plan does not write “行政诉讼法庭”',
    'content/synonyms.yaml 1.words.0  “打官司” stands here twice',
  ]);
});

test('an example that finds nothing is reported', () => {
  const plan = { ...draft.plan, examples: ['行政复议', '低保'] };
  expect(findings({ plan })).toEqual([
    'content/plan.yaml examples.1  the plan does not write “低保”, and no unit is called so',
  ]);
});
