/** The public/ folder of a plan: issued marks, proofs for search engines; published as they are. */
import { cp, readdir } from 'node:fs/promises';
import { existsSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { formatFindings, sortFindings } from '../content-files/findings.ts';
import type { Finding } from '../plan/model.ts';
import type { BuiltSite } from './shared/built-site.ts';

/** Adds the files to the site; rejects with all findings, and nothing is copied then. It has to run after all that writes pages or pictures. */
export async function copyPublic({ root }: BuiltSite, plan = process.env.PLAN_DIR ?? '.'): Promise<void> {
  const folder = join(plan, 'public');
  if (!existsSync(folder)) return;
  // Astro has copied the program's own folder before it wrote the pages.
  const isCopied = resolve(folder) === resolve('public');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const findings = entries.flatMap((entry): Finding[] => {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
    const wrong = problemOf(entry, path) ?? (entry.isFile() ? overwritten(path) : undefined);
    return wrong ? [{ file: `public/${path}`, ...wrong }] : [];
  });
  if (findings.length > 0) throw new Error(`public/:\n${formatFindings(sortFindings(findings))}`);
  if (!isCopied) await cp(folder, root, { recursive: true });

  function overwritten(path: string): Omit<Finding, 'file'> | undefined {
    const [own, there] = [join(folder, path), join(root, path)];
    const isTaken = isCopied
      ? !existsSync(there) || !readFileSync(own).equals(readFileSync(there))
      : // What the program itself brings may be replaced: the icon.
        (existsSync(there) && !existsSync(join('public', path))) || fileAbove(path);
    if (!isTaken && path !== 'sw.js') return undefined;
    return { problem: 'the site writes a file of this name itself', advice: 'give it another name' };
  }

  /** Whether a folder of the path is a file of the site. */
  function fileAbove(path: string): boolean {
    const folders = path.split('/').slice(0, -1);
    return folders.some((_, index) =>
      statSync(join(root, ...folders.slice(0, index + 1)), { throwIfNoEntry: false })?.isFile(),
    );
  }
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
