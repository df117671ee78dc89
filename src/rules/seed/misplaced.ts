/** Finds pieces of the seed whose `line:` is wrong, so that the other rules can compare them where they stand. */
import { FILES, type Content } from '../../content-files/schema.ts';
import type { Seed } from '../../content-files/seed.ts';
import { markerOf, rebuildSeed, verbatimPieces } from '../../content-files/verbatim.ts';
import type { Finding } from '../../plan/model.ts';

/** A task, or another piece of the seed, with the path of keys to its `line:`. */
interface Placed {
  file: string;
  at: (string | number)[];
  line: number;
  text: string;
}

/** Of more pieces than this the lines are not looked for: then another text was compared. */
const MOST = 100;

/** The pieces that stand as they are on another line than they name, and a copy of the content with the right lines. */
export function findMisplaced<T extends Content>(
  content: T,
  seed: Seed,
): { findings: Finding[]; content: T } {
  const lines = seed.text.split('\n');
  const standsOn = ({ text }: Placed, line: number): boolean => {
    const last = line - 1 + text.split('\n').length;
    if (last > lines.length) return false;
    const here = lines.slice(line - 1, last).join('\n');
    const at = text.trim() === '' ? (here === text ? 0 : -1) : here.indexOf(text);
    return at >= 0 && at <= (lines[line - 1] ?? '').length;
  };
  const misplaced = placedPieces(content).filter((one) => !standsOn(one, one.line));
  if (misplaced.length === 0 || misplaced.length > MOST) return { findings: [], content };
  const wrong = new Set(misplaced.map(({ file, at }) => keyOf(file, at)));
  const sound = verbatimPieces(content).filter(({ file, at }) => !wrong.has(keyOf(file, at)));
  const covered = rebuildSeed(sound.filter(({ line }) => line <= lines.length)).split('\n');
  const begun = new Set(sound.map(({ line }) => line));
  const open = lines.flatMap((text, index) =>
    covered[index] === text && (text !== '' || begun.has(index + 1)) ? [] : [index + 1],
  );
  const copy = structuredClone(content);
  const findings = misplaced.flatMap((one): Finding[] => {
    const line = open
      .filter((candidate) => standsOn(one, candidate))
      .sort((a, b) => Math.abs(a - one.line) - Math.abs(b - one.line))[0];
    if (line === undefined) return [];
    setLine(copy, one, line);
    const problem = `what is said to stand on line ${one.line} of the seed stands on line ${line}`;
    return [{ file: one.file, at: one.at, problem, advice: `write line: ${line}` }];
  });
  return { findings, content: copy };
}

/** Tasks and other pieces as wholes. */
function placedPieces(content: Content): Placed[] {
  const ofTasks = new Set(content.tasks.map(({ file }) => file));
  return [
    ...content.tasks.map(({ file, number, marker, line, text, duty, tail = '' }): Placed => ({
      ...{ file, at: ['line'], line, text: markerOf({ number, marker }) + text + duty + tail },
    })),
    ...verbatimPieces(content).flatMap(({ file, at, line, text }): Placed[] =>
      ofTasks.has(file) ? [] : [{ file, at: [...at.slice(0, -1), 'line'], line, text }],
    ),
  ];
}

const keyOf = (file: string, at: Placed['at']) => `${file} ${at.slice(0, -1).join('.')}`;

function setLine({ plan, outline, chapters, tasks }: Content, { file, at }: Placed, line: number): void {
  const holder =
    file === FILES.plan
      ? plan
      : file === FILES.outline
        ? outline
        : [...chapters, ...tasks].find((one) => one.file === file);
  let value = holder as unknown as Record<string, unknown>;
  for (const key of at.slice(0, -1)) value = value[key] as Record<string, unknown>;
  value.line = line;
}
