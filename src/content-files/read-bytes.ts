/** Reads files and folders, and says in words for editors what the file system refuses. */
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Finding } from '../plan/model.ts';

/** What is wrong with a file or folder, wherever it is. */
export type Problem = Pick<Finding, 'problem' | 'advice'>;

const NO_RIGHT: [string, string] = [
  'you have no right to it',
  'ask whoever looks after the computer, or use another folder',
];
const FULL: [string, string] = ['the disk is full', 'make room on it'];
const LONG: [string, string] = ['the name is too long', 'use a shorter one'];

/** What the codes of the operating system mean; with the name of a call, what a code means there. */
const MEANINGS: Record<string, [problem: string, advice: string]> = {
  ENOENT: ['there is no such file or folder', 'check the path'],
  'mkdir ENOENT': ['no folder can be made here', 'use another folder'],
  'access ENOENT': ['the folder for it is not there', 'make the folder first'],
  'open ENOENT': ['no file can be made here', 'use another folder'],
  'mkdir EEXIST': ['this is a file, not a folder', 'name a folder'],
  EEXIST: ['something else has this name', 'use another name'],
  ENOTDIR: ['part of the path is a file, not a folder', 'check the path'],
  'scandir ENOTDIR': ['this is a file, not a folder', 'put a folder in its place, or name one'],
  EISDIR: ['this is a folder, not a file', 'name a file, or put one in its place'],
  ELOOP: ['the links lead in a circle', 'put the file itself there'],
  EROFS: ['the disk is read-only', 'use another folder'],
  EACCES: NO_RIGHT,
  EPERM: NO_RIGHT,
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENAMETOOLONG: LONG,
};

/** What an error of the file system means; any other error is thrown again. */
export function problemOf(error: unknown): Problem {
  const { code, syscall = '', path } = error as NodeJS.ErrnoException;
  if (code === undefined || code.startsWith('ERR_')) throw error;
  if (code === 'EEXIST' && path !== undefined && isMissingBehind(path)) {
    return {
      problem: 'this is a link to a folder that is not there',
      advice: 'make that folder, or remove the link',
    };
  }
  const [problem, advice] = MEANINGS[`${syscall} ${code}`] ??
    MEANINGS[code] ?? [`the operating system refuses it (${code})`, 'check the disk it is on'];
  return { problem, advice };
}

/** Whether nothing has this name, not even a link to nowhere. */
export function isMissing(path: string): boolean {
  try {
    lstatSync(path);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** Whether this is a link to nowhere. */
const isMissingBehind = (path: string) => !isMissing(path) && !existsSync(path);

/** Whether this is a file, or a link to one. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The bytes of a file of at most so many, or why it cannot be read. */
export function readBytes(
  path: string,
  most: number,
): { bytes: Uint8Array; problem?: undefined } | { bytes?: undefined; problem: Problem } {
  const refuse = (problem: string, advice: string) => ({ problem: { problem, advice } });
  try {
    const stats = statSync(path);
    const [own, limit] = [stats.size, most].map((one) => Math.ceil(one / 1024 / 1024));
    if (stats.size > most)
      return refuse(
        `the file has ${own} MB; at most ${limit} MB are read`,
        'keep the text alone, without pictures',
      );
    // Reading a pipe or a device might never end.
    if (!stats.isFile() && !stats.isDirectory()) return refuse('this is a device, not a file', 'name a file');
    return { bytes: readFileSync(path) };
  } catch (error) {
    const problem = problemOf(error);
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' && !isMissing(path)
      ? refuse('this is a link to a file that is not there', 'put the file itself in its place')
      : { problem };
  }
}

/** The names in a folder, sorted, or why they cannot be read. */
export function readNames(
  path: string,
): { names: string[]; problem?: undefined } | { names?: undefined; problem: Problem } {
  try {
    return { names: readdirSync(path).sort() };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
