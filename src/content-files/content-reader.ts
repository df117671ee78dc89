/** Reads YAML files and front matter below a folder against their schemas; every finding has its file and line. */
import { join } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { Finding } from '../plan/model.ts';
import { decodeText } from './decode.ts';
import { counted, sortFindings } from './findings.ts';
import { isMissing, readBytes, readNames, type Problem } from './read-bytes.ts';
import { valueMistakes } from './value-mistakes.ts';
import { yamlMistakes } from './yaml-mistakes.ts';

/** The YAML of a file, the number of lines before it, and the body below it in a Markdown file. */
interface Source {
  yaml: string;
  offset: number;
  body: { text: string; line: number };
}

/** The syntax tree of a file, and where its lines begin. */
interface Tree {
  document: Document;
  lines: LineCounter;
}

/** What a file may have. */
const LIMITS = { bytes: 16 * 1024 * 1024, findings: 100 };

/** Files that systems and programs leave: .DS_Store, Thumbs.db, ~$07.md. */
const OF_THE_SYSTEM = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** Reads files one by one and collects the findings. */
export class ContentReader {
  private readonly found: Finding[] = [];
  private readonly sources = new Map<string, Source>();
  /** Syntax trees of files in which a line was looked up; those of all files of a large plan would take a gigabyte. */
  private readonly trees = new Map<string, Tree>();
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
    const tree = this.tree(file, source);
    return tree && this.validate(file, tree, schema);
  }

  /** Reads a file that may be missing. */
  optional<T>(file: string, schema: z.ZodType<T>, missing: T): T | undefined {
    return isMissing(join(this.root, file)) ? missing : this.yaml(file, schema);
  }

  /** Reads all files of a folder with an extension, by name. There may be none, unless it is said what is wrong then. */
  folder<T extends object>(
    folder: string,
    extension: string,
    schema: z.ZodType<T>,
    none?: Problem,
  ): (T & { file: string })[] {
    const names = isMissing(join(this.root, folder)) ? [] : this.names(folder);
    const own = names?.filter((name) => name.endsWith(extension)) ?? [];
    this.reportUnread(folder, names?.filter((name) => !name.endsWith(extension)) ?? []);
    if (names && own.length === 0 && none) this.report({ file: `${folder}/`, ...none });
    return own.flatMap((name) => {
      const file = `${folder}/${name}`;
      const entry = this.yaml(file, schema);
      return entry ? [{ ...entry, file }] : [];
    });
  }

  /** The body below the front matter of a .md file that was read. */
  body(file: string): string {
    return this.sources.get(file)?.body.text ?? '';
  }

  /** Reports files that an editor may think are read: 07.md.txt, synonym.yaml. */
  reportUnread(folder: string, names: string[]): void {
    const problem = 'nothing reads a file of this name';
    const advice = 'give it the name that it should have, or take it out of content/';
    for (const name of names) this.report({ file: `${folder}/${name}`, problem, advice });
  }

  /** The names in a folder, sorted, without what systems leave there. Undefined where it has findings. */
  names(folder: string): string[] | undefined {
    const { names, problem } = readNames(join(this.root, folder));
    if (problem) this.report({ file: `${folder}/`, ...problem });
    return names?.filter((name) => !OF_THE_SYSTEM.test(name));
  }

  /** Reads a file as UTF-8 text. Undefined where it has findings. */
  text(file: string, missing: Problem): { text: string; bytes: Uint8Array } | undefined {
    const path = join(this.root, file);
    const { bytes, problem } = isMissing(path) ? { problem: missing } : readBytes(path, LIMITS.bytes);
    if (problem) {
      this.report({ file, ...problem });
      return undefined;
    }
    const { text, finding } = decodeText(bytes, file);
    if (finding) this.report(finding);
    return text === undefined ? undefined : { text, bytes };
  }

  /** Adds a finding. */
  report(finding: Finding): void {
    this.found.push(this.located(finding));
  }

  /** A finding with its line, which is looked up where it has a path of keys instead. */
  located({ at, ...finding }: Finding): Finding {
    return { ...finding, line: finding.line ?? (at && this.lineOf(finding.file, at)) };
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

  private tree(file: string, { yaml, offset }: Source): Tree | undefined {
    const { document, lines } = parseYaml(yaml);
    const mistakes = yamlMistakes(document, yaml);
    this.reportFirst(file, mistakes, ({ at, ...problem }) => {
      this.report({ file, line: lines.linePos(at).line + offset, ...problem });
    });
    return mistakes.length > 0 ? undefined : { document, lines };
  }

  private validate<T>(file: string, tree: Tree, schema: z.ZodType<T>): T | undefined {
    // A list of which nothing but the comment is left, as the import writes it.
    const isEmptyList = schema instanceof z.ZodArray && tree.document.contents === null && isCommented(tree);
    const result = schema.safeParse(isEmptyList ? [] : tree.document.toJS());
    if (result.success) return result.data;
    this.trees.set(file, tree);
    const value = (path: PropertyKey[]) => tree.document.getIn(path);
    this.reportFirst(file, valueMistakes(result.error, value), ({ at, ...problem }) => {
      this.report({ file, at, ...problem });
    });
    return undefined;
  }

  /** Reports the first of a file's mistakes one by one, and how many more there are: nobody reads a million. */
  private reportFirst<T>(file: string, mistakes: T[], report: (one: T) => void): void {
    mistakes.slice(0, LIMITS.findings).forEach(report);
    const more = mistakes.length - LIMITS.findings;
    if (more > 0)
      this.report({
        file,
        problem: `${counted(more, 'finding')} more than the first ${LIMITS.findings}`,
        advice: 'mend those, then build again',
      });
  }

  private lineOf(file: string, at: (string | number)[]): number | undefined {
    const source = this.sources.get(file);
    if (!source) return undefined;
    if (at[0] === 'note') return source.body.line;
    const { document, lines } = this.trees.get(file) ?? parseYaml(source.yaml);
    this.trees.set(file, { document, lines });
    for (let depth = at.length; depth > 0; depth--) {
      const range = placeOf(document, at.slice(0, depth));
      if (range) return lines.linePos(range[0]).line + source.offset;
    }
    return 1 + source.offset;
  }
}

/** Where the key stands at the end of a path, or the entry of a list. */
const isCommented = ({ document }: Tree) => document.comment !== null || document.commentBefore !== null;

function placeOf(document: Document, at: (string | number)[]) {
  const parent = at.length === 1 ? document.contents : document.getIn(at.slice(0, -1), true);
  const last = at.at(-1);
  if (isMap(parent))
    return parent.items.flatMap(({ key }) =>
      isScalar(key) && String(key.value) === String(last) ? key : [],
    )[0]?.range;
  const node = document.getIn(at, true);
  return isNode(node) ? node.range : undefined;
}

function parseYaml(yaml: string): Tree {
  const lines = new LineCounter();
  // Of a broken file there may be a million errors; a stack trace of each would take most of the time.
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    // The parser compares each key with all others; the reader finds equal ones in one pass.
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false };
    return { document: parseDocument(yaml, options), lines };
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
