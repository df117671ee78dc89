/** `npm run import -- --check`: has the content drifted from its seed, or the seed from the file received? */
import { join } from 'node:path';
import type { Finding } from '../plan/model.ts';
import { parsePlan } from './parse-plan.ts';
import type { PlanFile } from '../content-files/schema.ts';
import { sortFindings } from '../content-files/findings.ts';
import { readFolder } from '../content-files/read-folder.ts';
import { isMissing, readBytes } from '../content-files/read-bytes.ts';
import { sha256 } from '../content-files/seed.ts';
import { checkFolder } from '../rules/read-checked.ts';
import { drift } from './drift.ts';
import { extractText, LARGEST } from './read-file.ts';

/** Compares the content with its seed, and the seed with the file it was converted from. */
export function checkSeed(root: string): Finding[] {
  const folder = readFolder(root);
  const { findings } = checkFolder(folder);
  const { content, seed, reader } = folder;
  if (!content || seed?.sha256 !== content.plan.source.sha256) return findings;
  const { text } = seed;
  const { file, received } = content.plan.source;
  const read = parsePlan(text, { file, sha256: seed.sha256, accept: true });
  const found = [
    ...(received ? receivedDrift(root, text, received) : []),
    ...(read.content ? drift(read.content, content) : read.findings),
  ];
  // What is said of a line already is not said again, nor that a file is missing that could not be read.
  const isListed = ({ file: own, line }: Finding) =>
    findings.some((told) => own.startsWith(told.file) && (line === undefined || line === told.line));
  return sortFindings([
    ...findings,
    ...found.map((one) => reader.located(one)).filter((one) => !isListed(one)),
  ]);
}

function receivedDrift(
  root: string,
  seed: string,
  { file, sha256: registered }: NonNullable<PlanFile['source']['received']>,
): Finding[] {
  const place = `seeds/received/${file}`;
  const finding = (problem: string, advice: string) => [{ file: place, problem, advice }];
  if (isMissing(join(root, place))) return finding('the received file is missing', 'put it back');
  const { bytes, problem } = readBytes(join(root, place), LARGEST);
  if (problem) return [{ file: place, ...problem }];
  if (sha256(bytes) !== registered)
    return finding('this is another file than registered', 'put it back as received');
  const { extracted, findings } = extractText(bytes, file);
  if (!extracted) return findings;
  return extracted.text === seed
    ? []
    : finding('it does not read as its seed', 'import it anew into an empty folder');
}
