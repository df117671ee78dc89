/** `npm run import`: from the seed to content files, never over what an editor wrote. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importSeed } from '../../../src/import/import-plan.ts';
import type { Plan } from '../../../src/plan/model.ts';
import { readPlan } from '../../../src/assemble/read-plan.ts';
import {
  copyOfContent,
  copyWithoutNotes,
  emptyFolder,
  findingsIn,
  publishedPlan,
  root,
  seedFile,
  snapshot,
  the,
} from '../../support/helpers.ts';

function folderWithSeed(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'seeds'));
  cpSync(join(root, 'seeds', seedFile), join(folder, 'seeds', seedFile));
  return folder;
}

const runImport = (folder: string) =>
  spawnSync(process.execPath, [join(root, 'src/cli/import.ts')], {
    cwd: root,
    env: { ...process.env, PLAN_DIR: folder },
    encoding: 'utf8',
  });

/** What of the plan stands verbatim in the seed; titles, aliases, kinds and suspected misprints are editors' business. */
function verbatim({
  title,
  publisher,
  published,
  period,
  source,
  parts,
  chapters,
  sections,
  tasks,
  chrome,
}: Plan) {
  return {
    title: title.source,
    publisher,
    published,
    period,
    source,
    chrome,
    parts: parts.map(({ number, heading }) => [number, heading.line, heading.source]),
    chapters: chapters.map(({ id, part, prose }) => [
      id,
      part,
      prose.map(({ kind, line, source: text }) => [kind, line, text]),
    ]),
    sections: sections.map(({ number, part, heading, goalPassage, label, measures }) => [
      ...[number, part, heading.source, goalPassage?.source, label?.source],
      measures.map((measure) => [measure.number, measure.heading?.line, measure.heading?.source]),
    ]),
    tasks: tasks.map(({ number, measure, sourceLines, sourceText, duty }) => [
      ...[number, measure, sourceLines, sourceText, duty.source],
    ]),
  };
}

test('from the seed alone the import writes a content folder that can be published', () => {
  const folder = folderWithSeed();
  const { written, findings } = importSeed(folder);
  expect(findings).toEqual([]);
  expect(written.filter((file) => file.startsWith('content/tasks/'))).toHaveLength(65);
  expect(written.filter((file) => !file.startsWith('content/tasks/'))).toEqual([
    ...['plan', 'outline', 'units', 'documents', 'corrections'].map((name) => `content/${name}.yaml`),
    ...['preamble', 'part-1', 'part-4'].map((name) => `content/chapters/${name}.yaml`),
  ]);
  expect(findingsIn(folder)).toEqual([]);
});

test('the import reads what the content has, wherever its text comes from the seed', () => {
  const folder = folderWithSeed();
  importSeed(folder);
  expect(verbatim(publishedPlan())).toEqual(verbatim(the(readPlan(folder).plan)));
});

test('the addresses of units, documents and corrections that the import gave are still those of the content', () => {
  const folder = folderWithSeed();
  importSeed(folder);
  const imported = the(readPlan(folder).plan);
  const published = publishedPlan();
  const names = (plan: Plan) => plan.units.map(({ id, name }) => `${id} ${name}`);
  expect(names(published)).toEqual(names(imported));
  const ids = new Map(published.documents.map(({ title, id }) => [title, id]));
  for (const { id, title } of imported.documents) expect(ids.get(title), title).toBe(id);
  for (const one of imported.corrections) {
    expect(published.corrections.find(({ id }) => id === one.id)).toEqual(one);
  }
});

test('two imports of the same seed write the same bytes', () => {
  const [one, other] = [folderWithSeed(), folderWithSeed()];
  importSeed(one);
  importSeed(other);
  expect(snapshot(one)).toEqual(snapshot(other));
});

test('a second run changes nothing and reports that', () => {
  const folder = folderWithSeed();
  const first = runImport(folder);
  expect([first.status, first.stderr]).toEqual([0, '']);
  expect(first.stdout).toMatch(/wrote content\/tasks\/65\.md\n\n73 files written/);
  const before = snapshot(folder);
  const second = runImport(folder);
  expect([second.status, second.stdout, second.stderr]).toEqual([
    0,
    'Everything is there already; nothing was changed.\n',
    '',
  ]);
  expect(snapshot(folder)).toEqual(before);
});

test('nothing is left to import into the published content', () => {
  const folder = copyOfContent();
  const before = snapshot(folder);
  expect(importSeed(folder)).toMatchObject({ written: [], findings: [] });
  expect(snapshot(folder)).toEqual(before);
});

test('what an editor changed is never overwritten', () => {
  const folder = folderWithSeed();
  importSeed(folder);
  const edited = ['content/tasks/07.md', 'content/units.yaml', 'content/plan.yaml'];
  for (const file of edited) writeFileSync(join(folder, file), `edited ${file}`);
  expect(importSeed(folder)).toMatchObject({ written: [], findings: [] });
  for (const file of edited) expect(readFileSync(join(folder, file), 'utf8')).toBe(`edited ${file}`);
});

test('a deleted task is restored, and nothing else', () => {
  const folder = copyWithoutNotes();
  const before = snapshot(folder);
  rmSync(join(folder, 'content/tasks/24.md'));
  expect(importSeed(folder)).toMatchObject({ written: ['content/tasks/24.md'], findings: [] });
  expect(findingsIn(folder)).toEqual([]);
  const after = snapshot(folder);
  before.delete('/content/tasks/24.md');
  after.delete('/content/tasks/24.md');
  expect(after).toEqual(before);
});
