/** Door in: a content folder and its seed → one Plan, or every finding at once with file and line. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import { assemble } from './plan/assemble.ts';
import { check } from './plan/check.ts';
import type { Finding, Plan } from './plan/model.ts';
import type { Content } from './plan/schema.ts';
import * as schemas from './plan/schema.ts';
import { decodeSeed } from './seed.ts';

export type Reading = { plan: Plan; seed: Uint8Array; findings: [] } | { plan?: undefined; findings: Finding[] };

/** Reads `content/` and `seeds/` below a folder. Nothing is written; findings are sorted by file and line. */
export function readPlan(root: string): Reading {
  const files = new Files(root);
  const content = readContent(files);
  const seedFile = content?.plan.source.file;
  if (!content || seedFile === undefined) return { findings: files.sorted() };
  const seed = readSeed(root, seedFile);
  if ('findings' in seed) return { findings: [...files.sorted(), ...seed.findings] };
  for (const finding of check(content, seed)) files.report(finding);
  const findings = files.sorted();
  return findings.length > 0 ? { findings } : { plan: assemble(content), seed: seed.bytes, findings: [] };
}

/** Reads a seed's bytes and text, or says why it cannot be read. */
function readSeed(root: string, file: string): { bytes: Uint8Array; text: string; sha256: string } | { findings: Finding[] } {
  const place = `seeds/${file}`;
  if (!existsSync(join(root, place))) {
    const advice = 'put back the text as received, or name another file under source in content/plan.yaml';
    return { findings: [{ file: place, problem: 'the seed is missing', advice }] };
  }
  const bytes = readFileSync(join(root, place));
  const { text, finding } = decodeSeed(bytes, place);
  if (finding) return { findings: [finding] };
  return { bytes, text, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function readContent(files: Files): Content | undefined {
  const { FILES } = schemas;
  const plan = files.yaml(FILES.plan, schemas.planSchema);
  const outline = files.yaml(FILES.outline, schemas.outlineSchema);
  const units = files.yaml(FILES.units, z.array(schemas.unitSchema));
  const documents = files.yaml(FILES.documents, z.array(schemas.documentSchema));
  const corrections = files.yaml(FILES.corrections, z.array(schemas.correctionSchema));
  const chapters = files.folder('content/chapters', '.yaml', schemas.chapterSchema);
  const tasks = files.folder('content/tasks', '.md', schemas.taskSchema);
  if (!plan || !outline || !units || !documents || !corrections || files.any()) return undefined;
  return {
    plan,
    outline,
    units,
    documents,
    corrections,
    chapters: chapters.map((chapter) => ({ ...chapter, id: basename(chapter.file, '.yaml') })),
    tasks,
  };
}

/** Reads YAML files against their schemas, collects findings and knows the line of every value. */
class Files {
  private readonly findings: Finding[] = [];
  private readonly parsed = new Map<string, { document: Document; lines: LineCounter; offset: number }>();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Reads one file; in a .md file the front matter is read. Undefined where it has findings. */
  yaml<T>(file: string, schema: z.ZodType<T>): T | undefined {
    if (!existsSync(join(this.root, file))) {
      this.report({ file, problem: 'the file is missing', advice: 'bring it back from the seed: npm run import' });
      return undefined;
    }
    const text = readFileSync(join(this.root, file), 'utf8').replaceAll('\r\n', '\n');
    const front = file.endsWith('.md') ? /^---\n([^]*?\n)---(?:\n|$)/.exec(text)?.[1] : text;
    if (front === undefined) {
      this.report({ file, line: 1, problem: 'no front matter', advice: 'begin and end the facts with a line ---' });
      return undefined;
    }
    const lines = new LineCounter();
    const document = parseDocument(front, { lineCounter: lines });
    this.parsed.set(file, { document, lines, offset: file.endsWith('.md') ? 1 : 0 });
    for (const { pos, message } of document.errors) {
      const line = lines.linePos(pos[0]).line + (file.endsWith('.md') ? 1 : 0);
      const problem = `not valid YAML: ${message.split('\n')[0] ?? ''}`;
      this.report({ file, line, problem, advice: 'compare with a neighbouring file; quote texts that contain : or #' });
    }
    if (document.errors.length > 0) return undefined;
    const result = schema.safeParse(document.toJS());
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) {
      const at = path.map((key) => (typeof key === 'number' ? key : String(key)));
      const problem = `${at.length > 0 ? `${at.join('.')}: ` : ''}${message}`;
      this.report({ file, at, problem, advice: 'src/plan/schema.ts describes every field' });
    }
    return undefined;
  }

  /** Reads all files of a folder with an ending, in the order of their names. */
  folder<T extends object>(folder: string, ending: string, schema: z.ZodType<T>): (T & { file: string })[] {
    const path = join(this.root, folder);
    const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(ending)) : [];
    return names.sort().flatMap((name) => {
      const file = `${folder}/${name}`;
      const entry = this.yaml(file, schema);
      return entry ? [{ ...entry, file }] : [];
    });
  }

  /** Takes a finding; where it names keys instead of a line, the line is looked up. */
  report({ at, ...finding }: Finding): void {
    const line = finding.line ?? (at && this.lineOf(finding.file, at));
    this.findings.push({ ...finding, ...(line !== undefined && { line }) });
  }

  any(): boolean {
    return this.findings.length > 0;
  }

  sorted(): Finding[] {
    const key = ({ file, line = 0 }: Finding) => `${file}:${String(line).padStart(6, '0')}`;
    return [...this.findings].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  }

  private lineOf(file: string, at: (string | number)[]): number | undefined {
    const parsed = this.parsed.get(file);
    if (!parsed) return undefined;
    for (let depth = at.length; depth > 0; depth--) {
      const node = parsed.document.getIn(at.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
      if (range) return parsed.lines.linePos(range[0]).line + parsed.offset;
    }
    return 1 + parsed.offset;
  }
}

/** One line for each finding: file:line  what is wrong  what to do. */
export function formatFindings(findings: Finding[]): string {
  return findings
    .map(({ file, line, problem, advice }) => `${file}${line === undefined ? '' : `:${line}`}  ${problem}  → ${advice}`)
    .join('\n');
}
