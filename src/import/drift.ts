/** Compares the content with a new reading of its seed: the verbatim text, its order, and the units named. */
import type { Finding } from '../plan/model.ts';
import { FILES, type Content } from '../content-files/schema.ts';
import { taskFile } from '../content-files/task-files.ts';

type Path = (string | number)[];

/** Lists every difference in the verbatim text; titles, notes, aliases and kinds are left to the editors. */
export function drift(read: Content, kept: Content): Finding[] {
  const [fresh, own] = [verbatim(read), verbatim(kept)];
  const findings = [...new Set([...fresh.keys(), ...own.keys()])].flatMap((file): Finding[] => {
    if (!own.has(file))
      return [{ file, problem: 'the file is missing', advice: 'bring it back: npm run import' }];
    if (!fresh.has(file)) {
      return [{ file, problem: 'the seed has no such task or chapter', advice: 'compare it with the seed' }];
    }
    return differences(fresh.get(file), own.get(file)).map(({ at, seed, content }) => ({
      file,
      at,
      problem: `${at.join('.')}: the content says ${quoted(content)}, read anew the seed says ${quoted(seed)}`,
      advice: 'put back what the seed says, unless the importer reads it wrong',
    }));
  });
  return [...findings, ...unitDrift(read, kept)];
}

/** File → its values that come from the seed. */
function verbatim({ plan, outline, chapters, tasks }: Content): Map<string, unknown> {
  const {
    title,
    publisher,
    publisherAs,
    published,
    publishedAs,
    metadata,
    period,
    generalDeadline,
    reporting,
    goal,
    rules,
    chrome,
  } = plan;
  return new Map<string, unknown>([
    [
      FILES.plan,
      {
        title,
        publisher,
        publisherAs,
        published,
        publishedAs,
        metadata,
        period,
        generalDeadline,
        reporting,
        goal,
        rules,
        chrome,
      },
    ],
    [FILES.outline, outline],
    ...chapters.map(({ file, part, prose }): [string, unknown] => [file, { part, prose }]),
    ...tasks.map(({ file: _, note: __, title: ___, ...facts }): [string, unknown] => [
      taskFile(facts.number),
      facts,
    ]),
  ]);
}

interface Difference {
  at: Path;
  seed: unknown;
  content: unknown;
}

function differences(seed: unknown, content: unknown, at: Path = []): Difference[] {
  if (isTree(seed) && isTree(content)) {
    const keys = [...new Set([...Object.keys(seed), ...Object.keys(content)])];
    return keys.flatMap((key) =>
      differences(seed[key], content[key], [...at, Array.isArray(content) ? Number(key) : key]),
    );
  }
  return seed === content ? [] : [{ at, seed, content }];
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function quoted(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}

function unitDrift(read: Content, kept: Content): Finding[] {
  const names = ({ units }: Content) => new Set(units.map(({ name }) => name));
  const [fresh, own] = [names(read), names(kept)];
  const file = FILES.units;
  return [
    ...[...fresh]
      .filter((name) => !own.has(name))
      .map((name) => ({
        file,
        problem: `“${name}” is not registered`,
        advice: 'add it with an id of its own',
      })),
    ...[...own]
      .filter((name) => !fresh.has(name))
      .map((name) => ({ file, problem: `no clause names “${name}”`, advice: 'write it as the clauses do' })),
  ];
}
