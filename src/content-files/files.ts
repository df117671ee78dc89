/** YAML files and front matter below a folder, read against their schemas: every finding with its file and line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import type { z } from 'zod';
import type { Finding } from '../plan/model.ts';
import { decodeText } from './decode.ts';
import { sortFindings } from './findings.ts';

/** The YAML of a file, the lines before it, and what stands below it in a Markdown file. */
interface Source {
  yaml: string;
  offset: number;
  body: { text: string; line: number };
}

type Tree = ReturnType<typeof parseYaml>;

/** Reads files one by one and collects what is wrong with them. */
export class ContentReader {
  private readonly findings: Finding[] = [];
  private readonly sources = new Map<string, Source>();
  /** Those in which a line was looked up; of all files of a large plan the trees would take a gigabyte. */
  private readonly trees = new Map<string, Tree>();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Reads one file; of a .md or .mdx file the front matter. Undefined where it has findings. */
  yaml<T>(file: string, schema: z.ZodType<T>): T | undefined {
    const source = this.source(file);
    if (!source) return undefined;
    this.sources.set(file, source);
    const document = this.document(file, source);
    return document && this.validate(file, document, schema);
  }

  /** The same where the file may be missing. */
  optional<T>(file: string, schema: z.ZodType<T>, missing: T): T | undefined {
    return existsSync(join(this.root, file)) ? this.yaml(file, schema) : missing;
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

  /** The text below the front matter of a .md file that was read. */
  body(file: string): string {
    return this.sources.get(file)?.body.text ?? '';
  }

  /** Reads the bytes of a file as UTF-8. Undefined where it has findings. */
  text(file: string, missing: Omit<Finding, 'file'>): { text: string; bytes: Uint8Array } | undefined {
    if (!existsSync(join(this.root, file))) {
      this.report({ file, ...missing });
      return undefined;
    }
    const bytes = readFileSync(join(this.root, file));
    const { text, finding } = decodeText(bytes, file);
    if (finding) this.report(finding);
    return text === undefined ? undefined : { text, bytes };
  }

  /** Takes a finding; where it names keys instead of a line, the line is looked up. */
  report({ at, ...finding }: Finding): void {
    const line = finding.line ?? (at && this.lineOf(finding.file, at));
    this.findings.push({ ...finding, ...(line !== undefined && { line }) });
  }

  /** All findings so far, by file and line. */
  found(): Finding[] {
    return sortFindings(this.findings);
  }

  private source(file: string): Source | undefined {
    const read = this.text(file, {
      problem: 'the file is missing',
      advice: 'bring it back from the seed: npm run import',
    });
    if (!read) return undefined;
    const text = read.text.replaceAll('\r\n', '\n');
    if (!isMarkdown(file)) return { yaml: text, offset: 0, body: { text: '', line: 1 } };
    const [head, yaml] = /^---\n([^]*?\n)---(?:\n+|$)/.exec(text) ?? [];
    if (head !== undefined && yaml !== undefined) {
      return {
        ...{ yaml, offset: 1 },
        body: { text: text.slice(head.length).trim(), line: head.split('\n').length },
      };
    }
    const advice = 'begin and end the facts with a line ---';
    this.report({ file, line: 1, problem: 'no front matter', advice });
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

const isMarkdown = (file: string) => /\.mdx?$/.test(file);

function parseYaml(yaml: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(yaml, { lineCounter: lines, prettyErrors: false }), lines };
}
