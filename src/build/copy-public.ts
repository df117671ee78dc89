/** The public/ folders of the program and of a plan: the icon, issued marks, proofs for search engines; published as they are. */
import { cp, readdir } from 'node:fs/promises';
import { existsSync, type Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { formatFindings, sortFindings } from '../content-files/findings.ts';
import { isFile } from '../content-files/read-bytes.ts';
import type { Finding } from '../plan/model.ts';
import type { BuiltSite } from './shared/built-site.ts';
import { notBuilt } from './shared/not-built.ts';

/** What the program itself brings, which a plan may replace: the icon. */
const PROGRAM = 'public';

/** Adds the files to the site; rejects with all findings, and nothing is copied then. It has to run after all that writes pages or pictures. */
export async function copyPublic({ root }: BuiltSite, plan = process.env.PLAN_DIR ?? '.'): Promise<void> {
  const folders = [...new Set([PROGRAM, join(plan, 'public')].map((folder) => resolve(folder)))].filter(
    existsSync,
  );
  const findings = (await Promise.all(folders.map((folder) => findingsIn(folder, root)))).flat();
  if (findings.length > 0) throw notBuilt(formatFindings(sortFindings(findings)));
  for (const folder of folders) await cp(folder, root, { recursive: true });
}

async function findingsIn(folder: string, root: string): Promise<Finding[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    const isTaken = entry.isFile() ? isWritten(root, path) : isFile(join(PROGRAM, path));
    const wrong = problemOf(entry, path) ?? (isTaken ? TAKEN : undefined);
    return wrong ? [{ file: `public/${path}`, ...wrong }] : [];
  });
}

const TAKEN = { problem: 'the site writes a file of this name itself', advice: 'give it another name' };

function isWritten(root: string, path: string): boolean {
  const names = path.split('/');
  return (
    // The service worker lists all files, so it is written last.
    path === 'sw.js' ||
    existsSync(join(root, path)) ||
    // A folder of the path is a file of the site.
    names.some((_, index) => isFile(join(root, ...names.slice(0, index))))
  );
}

/** Characters that an address or another system has in a sense of its own, or that cannot be seen. */
const ODD = /[\p{C}%?#\\:*"<>|]|^\s|\s$|\.$/u;

/** What a file or a folder must not be or be called. */
function problemOf(entry: Dirent, path: string): Omit<Finding, 'file'> | undefined {
  if (!entry.isFile() && !entry.isDirectory())
    return {
      problem: 'is a link or another thing that is no file',
      advice: 'put the file itself here, if everyone may read it',
    };
  if (entry.name.startsWith('.') && path !== '.well-known')
    return { problem: 'begins with a dot, so it is not for readers', advice: 'move it out of public/' };
  if (ODD.test(entry.name))
    return {
      problem: `${JSON.stringify(entry.name)} has a character that addresses cannot hold`,
      advice: 'name it with letters, digits, -, _ and .',
    };
  if (/\.(?:gz|br)$/.test(entry.name))
    return {
      problem: 'would be sent in place of the file without this ending',
      advice: 'put the file itself here; npm run compress compresses it',
    };
  return undefined;
}
