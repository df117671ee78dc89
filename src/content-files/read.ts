/** Door in: a content folder and its seed → one Plan, or every finding at once with file and line. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { z } from 'zod';
import { assemble } from '../assemble/plan.ts';
import { check, checkEntries } from '../rules/check.ts';
import type { Seed } from '../rules/rule.ts';
import type { Finding, Plan } from '../plan/model.ts';
import type { Content, PlanFile } from './schema.ts';
import * as schemas from './schema.ts';
import { decodeText } from './decode.ts';

export type Reading =
  { plan: Plan; seed: Uint8Array; findings: [] } | { plan?: undefined; findings: Finding[] };

const CHECKED = Symbol.for('plan of this build');

/** Reads `content/` and `seeds/` below a folder. Nothing is written; findings are sorted by file and line. */
export function readPlan(root: string): Reading {
  const files = new Files(root);
  const { plan, content } = readContent(files);
  const complete = !files.any();
  const seed = plan && readSeed(root, plan.source.file, files);
  if (content) {
    const found = complete && seed ? check(content, seed) : checkEntries(content);
    for (const finding of found) files.report(finding);
  }
  if (files.any() || !content || !seed) return { findings: files.sorted() };
  return { plan: assemble(content), seed: seed.bytes, findings: [] };
}

// The pages of a build are bundled, so their copy of this module is another one than that of its configuration.
const checked = globalThis as typeof globalThis & { [CHECKED]?: { root: string; reading: Reading } };

/** Reads a plan for a build, which asks for it several times: `readAgain` wherever it may have changed. */
export function planOf(root: string, { readAgain = false } = {}): Reading {
  const known = checked[CHECKED];
  if (known?.root === root && !readAgain) return known.reading;
  const reading = readPlan(root);
  checked[CHECKED] = { root, reading };
  return reading;
}

/** Reads a seed's bytes and text; reports why where it cannot be read. */
function readSeed(root: string, file: string, files: Files): (Seed & { bytes: Uint8Array }) | undefined {
  const place = `seeds/${file}`;
  if (!existsSync(join(root, place))) {
    const advice = 'put back the text as received, or name another file under source in content/plan.yaml';
    files.report({ file: place, problem: 'the seed is missing', advice });
    return undefined;
  }
  const bytes = readFileSync(join(root, place));
  const { text, finding } = decodeText(bytes, place);
  if (finding) files.report(finding);
  return text === undefined
    ? undefined
    : { bytes, text, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Reads a folder's content by itself: nothing of it is compared with the seed. Undefined where a file cannot be read. */
export const readContentOf = (root: string) => readContent(new Files(root));

/** Reads all content; where a task or chapter could not be read, `content` holds the others. */
function readContent(files: Files): { plan?: PlanFile | undefined; content?: Content } {
  const { FILES } = schemas;
  const plan = files.yaml(FILES.plan, schemas.planSchema);
  const outline = files.yaml(FILES.outline, schemas.outlineSchema);
  const units = files.yaml(FILES.units, z.array(schemas.unitSchema));
  const documents = files.yaml(FILES.documents, z.array(schemas.documentSchema));
  const corrections = files.yaml(FILES.corrections, z.array(schemas.correctionSchema));
  const redirects = files.optional(FILES.redirects, z.array(schemas.redirectSchema), []);
  const chapters = files.folder('content/chapters', '.yaml', schemas.chapterSchema);
  const tasks = files.folder('content/tasks', '.md', schemas.taskSchema);
  const glossary = files.optional(FILES.glossary, z.array(schemas.termSchema), []);
  const progress = files.folder('content/progress', '.yaml', schemas.progressSchema);
  files.folder('content/pages', '.mdx', schemas.pageSchema);
  if (!plan || !outline || !units || !documents || !corrections || !glossary || !redirects) return { plan };
  const content = {
    plan,
    outline,
    units,
    documents,
    corrections,
    redirects,
    chapters: chapters.map((chapter) => ({ ...chapter, id: basename(chapter.file, '.yaml') })),
    tasks: tasks.map((task) => ({ ...task, note: files.body(task.file) })),
    glossary,
    progress,
  };
  return { plan, content };
}

/** Reads YAML files against their schemas, collects findings and knows the line of every value. */
class Files {
  private readonly findings: Finding[] = [];
  /** The YAML of each file, and the lines before it. */
  private readonly texts = new Map<string, { yaml: string; offset: number }>();
  /** Those in which a line was looked for; of all files of a large plan the trees would take a gigabyte. */
  private readonly trees = new Map<string, { document: Document; lines: LineCounter }>();
  /** What stands below the front matter of a .md file, and its first line. */
  private readonly bodies = new Map<string, { text: string; line: number }>();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Reads one file; in a .md or .mdx file the front matter is read. Undefined where it has findings. */
  yaml<T>(file: string, schema: z.ZodType<T>): T | undefined {
    if (!existsSync(join(this.root, file))) {
      this.report({
        file,
        problem: 'the file is missing',
        advice: 'bring it back from the seed: npm run import',
      });
      return undefined;
    }
    const decoded = decodeText(readFileSync(join(this.root, file)), file);
    if (decoded.finding) {
      this.report(decoded.finding);
      return undefined;
    }
    const text = decoded.text.replaceAll('\r\n', '\n');
    const match = isMarkdown(file) ? /^---\n([^]*?\n)---(?:\n+|$)/.exec(text) : null;
    const front = isMarkdown(file) ? match?.[1] : text;
    const head = match?.[0] ?? '';
    this.bodies.set(file, { text: text.slice(head.length).trim(), line: head.split('\n').length });
    if (front === undefined) {
      this.report({
        file,
        line: 1,
        problem: 'no front matter',
        advice: 'begin and end the facts with a line ---',
      });
      return undefined;
    }
    const offset = isMarkdown(file) ? 1 : 0;
    this.texts.set(file, { yaml: front, offset });
    const { document, lines } = parseYaml(front);
    const errors = document.errors.map(({ pos, message }) => ({ at: pos[0], message }));
    visit(document, {
      Alias: (_, { source, range }) => {
        errors.push({ at: range?.[0] ?? 0, message: `*${source} refers to another value` });
      },
    });
    for (const { at, message } of errors) {
      const advice = 'compare with a neighbouring file; quote texts that contain : or # or begin with *';
      this.report({
        file,
        line: lines.linePos(at).line + offset,
        problem: `not valid YAML: ${message}`,
        advice,
      });
    }
    if (errors.length > 0) return undefined;
    const result = schema.safeParse(document.toJS());
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) {
      const at = path.map((key) => (typeof key === 'number' ? key : String(key)));
      const problem = `${at.length > 0 ? `${at.join('.')}: ` : ''}${message}`;
      this.report({ file, at, problem, advice: 'src/content-files/schema.ts describes every field' });
    }
    return undefined;
  }

  /** The same where the file may be missing. */
  optional<T>(file: string, schema: z.ZodType<T>, missing: T): T | undefined {
    return existsSync(join(this.root, file)) ? this.yaml(file, schema) : missing;
  }

  /** What stands below the front matter of a .md file that was read. */
  body(file: string): string {
    return this.bodies.get(file)?.text ?? '';
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
    const text = this.texts.get(file);
    if (!text) return undefined;
    if (at[0] === 'note') return this.bodies.get(file)?.line;
    const { document, lines } = this.trees.get(file) ?? parseYaml(text.yaml);
    this.trees.set(file, { document, lines });
    for (let depth = at.length; depth > 0; depth--) {
      const node = document.getIn(at.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line + text.offset;
    }
    return 1 + text.offset;
  }
}

const isMarkdown = (file: string) => /\.mdx?$/.test(file);

function parseYaml(yaml: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(yaml, { lineCounter: lines, prettyErrors: false }), lines };
}

/** One line for each finding: file:line  what is wrong  what to do. */
export function formatFindings(findings: Finding[]): string {
  return findings
    .map(
      ({ file, line, problem, advice }) =>
        `${file}${line === undefined ? '' : `:${line}`}  ${problem}  → ${advice}`,
    )
    .join('\n');
}
