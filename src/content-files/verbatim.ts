/** The verbatim pieces of the content: together with the page chrome they cover every line of the seed. */
import type { Verbatim } from '../plan/model.ts';
import { FILES, type Content, type TaskEntry, type WithFile } from './schema.ts';

/** A verbatim piece with the file and the path of keys where an editor finds it. */
export interface Piece {
  file: string;
  at: (string | number)[];
  line: number;
  text: string;
}

/** `column`: the offset of the piece in its line, where the content has it. */
type Placed = Piece & { column?: number | undefined };

/** All verbatim pieces, page chrome included, in the order of the seed. */
export function verbatimPieces(content: Content): Piece[] {
  const { plan, outline, chapters, tasks } = content;
  const pieces: Placed[] = [];
  const add = (file: string, at: Piece['at'], { line, at: column, text }: Verbatim) =>
    pieces.push({ file, at: [...at, 'text'], line, text, column });
  add(FILES.plan, ['title'], plan.title);
  plan.chrome.forEach((one, index) => add(FILES.plan, ['chrome', index], one));
  outline.parts.forEach((part, index) => add(FILES.outline, ['parts', index, 'heading'], part.heading));
  for (const { file, prose } of chapters) prose.forEach((one, index) => add(file, ['prose', index], one));
  for (const task of tasks) pieces.push(...piecesOfTask(task));
  outline.sections.forEach((section, index) => {
    const at = ['sections', index];
    for (const key of ['heading', 'duty', 'goal', 'label'] as const) {
      const piece = section[key];
      if (piece) add(FILES.outline, [...at, key], piece);
    }
    section.prose?.forEach((one, position) => add(FILES.outline, [...at, 'prose', position], one));
    section.measures.forEach((measure, position) => {
      for (const key of ['heading', 'duty'] as const) {
        const piece = measure[key];
        if (piece) add(FILES.outline, [...at, 'measures', position, key], piece);
      }
    });
  });
  return pieces
    .sort((a, b) => a.line - b.line || compareColumns(a, b))
    .map(({ column: _, ...piece }) => piece);
}

/** Columns decide only between pieces that both have one. */
const compareColumns = ({ column: a }: Placed, { column: b }: Placed) =>
  a === undefined || b === undefined ? 0 : a - b;

/** The number of a task, its text, its clause and what follows. */
function piecesOfTask({
  file,
  number,
  marker,
  line: first,
  at: column,
  text,
  duty,
  tail = '',
}: WithFile<TaskEntry>): Placed[] {
  const pieces = [
    { at: marker === undefined ? 'number' : 'marker', text: markerOf({ number, marker }) },
    { at: 'text', text },
    ...(duty === '' ? [] : [{ at: 'duty', text: duty }]),
    ...(tail === '' ? [] : [{ at: 'tail', text: tail }]),
  ];
  let place = { line: first, column };
  return pieces.map(({ at, text: own }): Placed => {
    const { line, column: start } = place;
    const lines = own.split('\n');
    const last = (lines.at(-1) ?? '').length;
    // The last line of a text of several lines begins at the margin.
    place = {
      line: line + lines.length - 1,
      column: lines.length > 1 ? last : start === undefined ? undefined : start + last,
    };
    return { file, at: [at], line, text: own, column: start };
  });
}

/** The first line of a task's text: its number may stand on lines of its own. */
export const lineOfText = ({ line, marker = '' }: Pick<TaskEntry, 'line' | 'marker'>) =>
  line + marker.split('\n').length - 1;

/** A task's number as in the seed, with its punctuation. */
export const markerOf = ({ number, marker }: Pick<TaskEntry, 'number' | 'marker'>) => marker ?? `${number})`;

/** Joins sorted pieces to the lines of the seed. */
export function rebuildSeed(pieces: Piece[]): string {
  const lines: string[] = [];
  for (const { line, text } of pieces) {
    text.split('\n').forEach((one, index) => {
      const at = line - 1 + index;
      lines[at] = (lines[at] ?? '') + one;
    });
  }
  return Array.from({ length: lines.length }, (_, index) => lines[index] ?? '').join('\n');
}
