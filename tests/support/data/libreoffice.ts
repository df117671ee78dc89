/** LibreOffice set to Chinese, where it is installed (Debian: libreoffice-calc): a spreadsheet program as offices have it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether it is installed; says so where it is not, since its tests are left out then. */
export const hasLibreOffice = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;
if (!hasLibreOffice) console.log('LibreOffice is not installed: the tests that need it are SKIPPED.');

const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>zh-CN</value></prop></item>
</oor:items>`;

/** Comma, quotes, UTF-8, from line 1, columns as they come, Chinese of China, and numbers and dates taken for such. */
const OPTIONS = '44,34,76,1,,2052,false,true,false';

/** Opens tables and saves them again, as CSV; by their names. */
export function saveAgain(tables: ReadonlyMap<string, Uint8Array>): Map<string, Buffer> {
  const scratch = mkdtempSync(join(tmpdir(), 'libreoffice-'));
  try {
    const [opened, saved, profile] = ['opened', 'saved', 'profile/user'].map((name) =>
      join(scratch, name),
    ) as [string, string, string];
    for (const folder of [opened, saved, profile]) mkdirSync(folder, { recursive: true });
    writeFileSync(join(profile, 'registrymodifications.xcu'), SETTINGS);
    for (const [name, bytes] of tables) writeFileSync(join(opened, name), bytes);
    const { status, stderr } = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${join(scratch, 'profile')}`,
        '--headless',
        `--infilter=CSV:${OPTIONS}`,
        ...['--convert-to', `csv:Text - txt - csv (StarCalc):${OPTIONS}`],
        ...['--outdir', saved],
        ...[...tables.keys()].map((name) => join(opened, name)),
      ],
      { encoding: 'utf8', timeout: 100_000, env: { ...process.env, HOME: scratch } },
    );
    if (status !== 0) throw new Error(`LibreOffice: ${stderr}`);
    return new Map([...tables.keys()].map((name) => [name, readFileSync(join(saved, name))]));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
