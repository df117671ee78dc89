/** The account of the seed: every line of it is either a piece of content or named as page chrome. */
import type { Content } from './schema.ts';
import { FILES } from './schema.ts';

/** A verbatim piece of content with the place an editor would mend it. */
export interface Piece {
  file: string;
  at: (string | number)[];
  line: number;
  text: string;
}

/** All verbatim pieces, chrome included, in the order of the seed; pieces that share a line follow each other in it. */
export function piecesOf(content: Content): Piece[] {
  const { plan, outline, chapters, tasks } = content;
  const pieces: Piece[] = [{ file: FILES.plan, at: ['title', 'text'], ...plan.title }];
  const add = (file: string, at: Piece['at'], { line, text }: { line: number; text: string }) =>
    pieces.push({ file, at, line, text });
  plan.chrome.forEach((one, index) => add(FILES.plan, ['chrome', index, 'text'], one));
  outline.parts.forEach((part, index) =>
    add(FILES.outline, ['parts', index, 'heading', 'text'], part.heading),
  );
  for (const { file, prose } of chapters) {
    prose.forEach((one, index) => add(file, ['prose', index, 'text'], one));
  }
  for (const { file, number, line, text, duty } of tasks) {
    add(file, ['number'], { line, text: `${number})` });
    add(file, ['text'], { line, text });
    add(file, ['duty'], { line: line + text.split('\n').length - 1, text: duty });
  }
  outline.sections.forEach((section, index) => {
    const at = ['sections', index];
    if (section.heading) add(FILES.outline, [...at, 'heading', 'text'], section.heading);
    add(FILES.outline, [...at, 'goal', 'text'], section.goal);
    add(FILES.outline, [...at, 'label', 'text'], section.label);
    section.measures.forEach((measure, position) =>
      add(FILES.outline, [...at, 'measures', position, 'heading', 'text'], measure.heading),
    );
  });
  return pieces.sort((a, b) => a.line - b.line);
}

/** Puts pieces back to the lines of the seed: what content says that the government wrote. */
export function rebuild(pieces: Piece[]): string {
  const lines: string[] = [];
  for (const { line, text } of pieces) {
    text.split('\n').forEach((one, index) => {
      const at = line - 1 + index;
      lines[at] = (lines[at] ?? '') + one;
    });
  }
  return Array.from({ length: lines.length }, (_, index) => lines[index] ?? '').join('\n');
}
