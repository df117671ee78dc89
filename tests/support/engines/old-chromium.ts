/**
 * Old Chromiums, as npm packages brought them. They are installed by `npm run engines`, not by `npm ci`: together they are 140 MB
 * to download, and nothing but tests/browser/engines.test.ts needs them.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../../../node_modules/.engines', import.meta.url));

/** Version of Chromium → package, and what its file must hash to. */
const PACKAGES: Record<string, { name: string; integrity: string }> = {
  83: {
    name: 'chrome-aws-lambda@3.1.1',
    integrity:
      'sha512-ikOcpFgobiiUvDXtBft+jxVz2CsauRV58owDtVyF1ocl/YN+/eqdIrrmbItm3yeJGnb9RtKxzFAqGcpBTQbTCA==',
  },
  86: {
    name: 'chrome-aws-lambda@5.5.0',
    integrity:
      'sha512-nYSDzTsVEVsvIFaUUAUN53ulXBLKSRXFS+eVYZOLZD5SA1If59rqBAiy4raMgorQwXWqjSsjK1SF4As+qzPLqA==',
  },
  92: {
    name: 'chrome-aws-lambda@10.1.0',
    integrity:
      'sha512-NZQVf+J4kqG4sVhRm3WNmOfzY0OtTSm+S8rg77pwePa9RCYHzhnzRs8YvNI6L9tALIW6RpmefWiPURt3vURXcw==',
  },
};

export const versions = Object.keys(PACKAGES);

/** Where the program of a version is, once it is installed. */
export const oldChromium = (version: string) => join(folder, `chromium-${version}`);

/** Downloads and unpacks those that are not there. */
export function installOldChromiums(): void {
  mkdirSync(folder, { recursive: true });
  for (const [version, { name, integrity }] of Object.entries(PACKAGES)) {
    if (existsSync(oldChromium(version))) continue;
    const own = mkdtempSync(join(folder, 'unpack-'));
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', name, '--json', '--pack-destination', own], { encoding: 'utf8' }),
    ) as { filename: string; integrity: string }[];
    if (packed?.integrity !== integrity)
      throw new Error(`${name} is another file than it was: ${packed?.integrity}`);
    execFileSync('tar', ['-xf', packed.filename, 'package/bin/chromium.br'], { cwd: own });
    const unpacked = join(own, 'chromium');
    writeFileSync(unpacked, brotliDecompressSync(readFileSync(join(own, 'package/bin/chromium.br'))), {
      mode: 0o755,
    });
    renameSync(unpacked, oldChromium(version));
    rmSync(own, { recursive: true });
    console.log(`Chromium ${version} is installed.`);
  }
}

if (import.meta.main) installOldChromiums();
