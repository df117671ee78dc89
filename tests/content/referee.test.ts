/** A second reading of the seed, with a few expressions and independent of the project's parser. */
import { expect, test } from 'vitest';
import { publishedPlan, seedLines, seedText, the } from '../support/helpers.ts';

const ROLES: Record<string, string> = {
  牵头: 'lead',
  按职责分别负责: 'joint',
  按职责分工负责: 'joint',
  负责: 'sole',
  配合: 'support',
};

/** A task: its number, its words, and the first bracket with a role word that ends a line or stands before a heading. */
const TASK = /^(\d+)\)([^]*?(\([^()]*(?:牵头|负责|配合)[^()]*\)))(?=\n|$|\d+\. )/gm;

function readClause(clause: string) {
  const units: string[] = [];
  let own: string | undefined;
  for (const segment of clause.slice(1, -1).split(',')) {
    const year = /^(\d{4})年年?底前完成$/.exec(segment)?.[1];
    if (year !== undefined) own = `${year}-12-31`;
    const [, names, word] = /^(.*?)(按职责分[别工]负责|牵头|负责|配合)$/.exec(segment) ?? [];
    if (year === undefined && word === undefined) throw new Error(`the referee cannot read ${segment}`);
    for (const name of names?.split('、') ?? []) {
      units.push(`${name.replace(/等有关部门$/, '')} ${the(ROLES[the(word)])}`);
    }
  }
  const deadline = own === undefined ? '2019-12-31 general' : `${own} own`;
  return { units, openEnded: clause.includes('等有关部门'), deadline };
}

function readMeasure(before: string): number {
  return Number(the([...before.matchAll(/(?:^|\))(\d+)\. ?(?=[^\d\s])/gm)].at(-1))[1]);
}

const referee = [...seedText.matchAll(TASK)].map((match) => {
  const [whole, number, sourceText, clause] = match;
  const first = seedText.slice(0, match.index).split('\n').length;
  return {
    number: Number(number),
    measure: readMeasure(seedText.slice(0, match.index)),
    sourceText: the(sourceText),
    sourceLines: [first, first + whole.split('\n').length - 1],
    clause: the(clause),
    ...readClause(the(clause)),
  };
});

test('a short separate reading of the seed finds the same 65 tasks, to the character', () => {
  expect(referee).toHaveLength(65);
  const published = publishedPlan().tasks.map(({ number, measure, sourceText, sourceLines, duty, deadline }) => ({
    number,
    measure,
    sourceText,
    sourceLines,
    clause: duty.source,
    units: duty.units.map(({ name, role }) => `${name} ${role}`),
    openEnded: duty.openEnded,
    deadline: `${deadline?.date} ${deadline?.basis}`,
  }));
  expect(published).toEqual(referee);
});

test('the separate reading leaves out no line that begins with a number and a bracket', () => {
  const lines = seedLines.flatMap((text, index) => (/^\d+\)/.test(text) ? [index + 1] : []));
  expect(referee.map(({ sourceLines }) => sourceLines[0])).toEqual(lines);
});

test('the separate reading counts as the brief of the source text does', () => {
  const count = (test: (one: (typeof referee)[number]) => boolean) => referee.filter(test).length;
  expect(count(({ units }) => units.some((unit) => unit.endsWith(' lead')))).toBe(41);
  expect(count(({ openEnded }) => openEnded)).toBe(26);
  expect(count(({ deadline }) => deadline === '2017-12-31 own')).toBe(17);
  expect(count(({ deadline }) => deadline === '2018-12-31 own')).toBe(16);
  expect(count(({ deadline }) => deadline === '2019-12-31 own')).toBe(1);
  expect(count(({ deadline }) => deadline === '2019-12-31 general')).toBe(31);
});

test('each section has the measures that follow its goal in the seed', () => {
  const goals = seedLines.flatMap((text, index) => (text.startsWith('目标:') ? [index + 1] : []));
  for (const { number, goalPassage, measures } of publishedPlan().sections) {
    expect(goalPassage?.line).toBe(goals[number - 1]);
    const next = goals[number] ?? seedLines.length;
    for (const { heading } of measures)
      expect(heading && goalPassage && heading.line > goalPassage.line && heading.line < next).toBe(true);
  }
});
