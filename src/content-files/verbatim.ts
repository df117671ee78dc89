/** The account of the seed: every line of it is either a piece of content or named as page chrome. */
import type { Verbatim } from '../plan/model.ts';
import type { Content, TaskEntry, WithFile } from './schema.ts';
import { FILES } from './schema.ts';

/** A verbatim piece of content with the place an editor would mend it. */
export interface Piece {
  file: string;
  at: (string | number)[];
  line: number;
  text: string;
}

/** `column` is where the piece begins in its line, where content says so. */
type Placed = Piece & { column?: number | undefined };

/** All verbatim pieces, chrome included, in the order of the seed; pieces that share a line follow each other in it. */
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
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => a.piece.line - b.piece.line || columns(a.piece, b.piece) || a.index - b.index)
    .map(({ piece: { column: _, ...piece } }) => piece);
}

/** Columns decide only between pieces that both have one. */
const columns = ({ column: a }: Placed, { column: b }: Placed) =>
  a === undefined || b === undefined ? 0 : a - b;

/** Number, text, clause and what follows it. */
function piecesOfTask({ file, number, marker, line, at, text, duty, tail }: WithFile<TaskEntry>): Placed[] {
  const printed = markerOf({ number, marker });
  const lines = text.split('\n');
  const end = line + lines.length - 1;
  const start = at === undefined ? undefined : at + printed.length;
  // On a line that the text reaches from above it begins at the margin.
  const after =
    lines.length > 1 ? (lines.at(-1) ?? '').length : start === undefined ? undefined : start + text.length;
  const pieces: Placed[] = [
    { file, at: [marker === undefined ? 'number' : 'marker'], line, text: printed, column: at },
    { file, at: ['text'], line, text, column: start },
  ];
  if (duty !== '') pieces.push({ file, at: ['duty'], line: end, text: duty, column: after });
  if (tail !== undefined)
    pieces.push({
      file,
      at: ['tail'],
      line: end,
      text: tail,
      column: after === undefined ? undefined : after + duty.length,
    });
  return pieces;
}

/** A task's number as the seed prints it, with its marks. */
export const markerOf = ({ number, marker }: Pick<TaskEntry, 'number' | 'marker'>) => marker ?? `${number})`;

/** Puts pieces back to the lines of the seed: what content says that the government wrote. */
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
