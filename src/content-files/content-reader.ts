/** Reads YAML files and front matter below a folder against their schemas; every finding has its file and line. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import type { Finding } from '../plan/model.ts';
import { decodeText } from './decode.ts';
import { sortFindings } from './findings.ts';

/** The YAML of a file, the number of lines before it, and the body below it in a Markdown file. */
interface Source {
  yaml: string;
  offset: number;
  body: { text: string; line: number };
}

/** Reads files one by one and collects the findings. */
export class ContentReader {
  private readonly found: Finding[] = [];
  private readonly sources = new Map<string, Source>();
  /** Syntax trees of files in which a line was looked up; those of all files of a large plan would take a gigabyte. */
  private readonly trees = new Map<string, ReturnType<typeof parseYaml>>();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** All findings so far, by file and line. */
  get findings(): Finding[] {
    return sortFindings(this.found);
  }

  /** Reads a file; of a .md or .mdx file the front matter. Undefined where it has findings. */
  yaml<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const source = this.source(file);
    if (!source) return undefined;
    this.sources.set(file, source);
    const document = this.document(file, source);
    return document && this.validate(file, document, schema);
  }

  /** Reads a file that may be missing. */
  optional<T>(file: string, schema: z.ZodType<T>, missing: T): T | undefined {
    return existsSync(join(this.root, file)) ? this.yaml(file, schema) : missing;
  }

  /** Reads all files of a folder with an extension, by name. */
  folder<T extends object>(
    folder: string,
    extension: string,
    schema: z.ZodType<T>,
  ): (T & { file: string })[] {
    const path = join(this.root, folder);
    const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(extension)) : [];
    return names.sort().flatMap((name) => {
      const file = `${folder}/${name}`;
      const entry = this.yaml(file, schema);
      return entry ? [{ ...entry, file }] : [];
    });
  }

  /** The body below the front matter of a .md file that was read. */
  body(file: string): string {
    return this.sources.get(file)?.body.text ?? '';
  }

  /** Reads a file as UTF-8 text. Undefined where it has findings. */
  text(file: string, missing: Omit<Finding, 'file'>): { text: string; bytes: Uint8Array } | undefined {
    if (!existsSync(join(this.root, file))) {
      this.report({ file, ...missing });
      return undefined;
    }
    if (statSync(join(this.root, file)).isDirectory()) {
      this.report({
        file,
        problem: 'this is a folder, not a file',
        advice: 'rename it, and bring back the file: npm run import',
      });
      return undefined;
    }
    const bytes = readFileSync(join(this.root, file));
    const { text, finding } = decodeText(bytes, file);
    if (finding) this.report(finding);
    return text === undefined ? undefined : { text, bytes };
  }

  /** Adds a finding; where it has a path of keys instead of a line, the line is looked up. */
  report({ at, ...finding }: Finding): void {
    this.found.push({ ...finding, line: finding.line ?? (at && this.lineOf(finding.file, at)) });
  }

  private source(file: string): Source | undefined {
    const advice = 'bring it back from the seed: npm run import';
    const read = this.text(file, { problem: 'the file is missing', advice });
    if (!read) return undefined;
    const text = read.text.replaceAll('\r\n', '\n');
    if (!/\.mdx?$/.test(file)) return { yaml: text, offset: 0, body: { text: '', line: 1 } };
    const [head, yaml] = /^---\n([^]*?\n)---(?:\n+|$)/.exec(text) ?? [];
    if (head !== undefined && yaml !== undefined) {
      const body = { text: text.slice(head.length).trim(), line: head.split('\n').length };
      return { yaml, offset: 1, body };
    }
    this.report({
      file,
      line: 1,
      problem: 'no front matter',
      advice: 'begin and end the facts with a line ---',
    });
    return undefined;
  }

  private document(file: string, { yaml, offset }: Source): Document | undefined {
    const { document, lines } = parseYaml(yaml);
    const errors = document.errors.map(({ pos, message }) => ({ at: pos[0], message }));
    visit(document, {
      Alias: (_, { source, range }) => {
        errors.push({ at: range?.[0] ?? 0, message: `*${source} refers to another value` });
      },
    });
    const advice = 'compare with a neighbouring file; quote texts that contain : or # or begin with *';
    for (const { at, message } of errors) {
      const { line } = lines.linePos(at);
      this.report({ file, line: line + offset, problem: `not valid YAML: ${message}`, advice });
    }
    return errors.length > 0 ? undefined : document;
  }

  private validate<T>(file: string, document: Document, schema: z.ZodType<T>): T | undefined {
    const result = schema.safeParse(document.toJS());
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) {
      const at = path.map((key) => (typeof key === 'number' ? key : String(key)));
      const problem = `${at.length > 0 ? `${at.join('.')}: ` : ''}${message}`;
      this.report({ file, at, problem, advice: 'src/content-files/schema.ts describes every field' });
    }
    return undefined;
  }

  private lineOf(file: string, at: (string | number)[]): number | undefined {
    const source = this.sources.get(file);
    if (!source) return undefined;
    if (at[0] === 'note') return source.body.line;
    const { document, lines } = this.trees.get(file) ?? parseYaml(source.yaml);
    this.trees.set(file, { document, lines });
    for (let depth = at.length; depth > 0; depth--) {
      const node = document.getIn(at.slice(0, depth), true);
      const range = (node as { range?: [number, number, number] | null } | undefined)?.range;
      if (range) return lines.linePos(range[0]).line + source.offset;
    }
    return 1 + source.offset;
  }
}

function parseYaml(yaml: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(yaml, { lineCounter: lines, prettyErrors: false }), lines };
}
