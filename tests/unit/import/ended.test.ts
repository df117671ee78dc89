/** A6: an import that is killed, or whose disk is full, at any step leaves nothing half-written that the next one keeps. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importSeed } from '../../../src/import/import-plan.ts';
import { emptyFolder, findingsIn, root, snapshot } from '../../support/helpers.ts';
import { isWhole } from '../../support/whole.ts';

function folderToImport(): string {
  const folder = emptyFolder();
  mkdirSync(join(folder, 'seeds'));
  writeFileSync(
    join(folder, 'seeds/plan.txt'),
    '某某县工作方案\n1.甲项。（甲局负责）\n2.乙项。（乙局负责）\n',
  );
  return folder;
}

/** Runs the import until a step; how it ended. */
function endedAt(step: number, by: 'kill' | 'full', folder: string) {
  const ender = join(root, 'tests/support/end-at-step.ts');
  return spawnSync(process.execPath, ['--import', ender, join(root, 'src/cli/import.ts'), '--into', folder], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, END_AT: String(step), END_BY: by, END_IN: folder },
  });
}

/** So many changes of the disk does an import of seven files make: folders, the lock, the bytes aside, the names. */
const STEPS = 21;
const steps = Array.from({ length: STEPS }, (_, index) => index + 1).filter(
  (step) => isWhole || step % 4 === 2,
);

test('an import has so many steps', () => {
  expect(endedAt(STEPS, 'kill', folderToImport()).signal).toBe('SIGKILL');
  expect(endedAt(STEPS + 1, 'kill', folderToImport()).status).toBe(0);
});

describe.each(steps)('at step %i', (step) => {
  const whole = () => {
    const folder = folderToImport();
    importSeed(folder);
    return snapshot(folder);
  };

  test('killed, the next import makes what one alone makes', () => {
    const folder = folderToImport();
    expect(endedAt(step, 'kill', folder).signal).toBe('SIGKILL');
    expect(importSeed(folder).findings).toEqual([]);
    expect(snapshot(folder)).toEqual(whole());
    expect(findingsIn(folder)).toEqual([]);
  });

  test('of a full disk, it says so and the files are as they were', () => {
    const folder = folderToImport();
    const before = snapshot(folder);
    const { status, stderr } = endedAt(step, 'full', folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^\S+ {2}the disk is full {2}→ make room on it$/m);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(snapshot(folder)).toEqual(before);
    expect(importSeed(folder).findings).toEqual([]);
    expect(snapshot(folder)).toEqual(whole());
  });
});
