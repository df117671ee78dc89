/** How high a frame has to be. */
import { timesText } from '../labels/deadlines.ts';
import { dutyText } from '../labels/duties.ts';
import type { Task } from '../plan/model.ts';

/** A column of text in the middle of a page; in a narrower one the frame scrolls. */
const WIDTH = 600;
const MARGIN = 2 * 16;
/** Size and height of a line of the text, as in styles/tokens.css. */
const [SIZE, LINE] = [18, 31.5];
/** Heading, margins and the note on the source. */
const REST = 205;

/** The height in pixels of a frame that shows a task without scrolling. */
export function embedHeight(task: Task): number {
  const lines = (text: string, size: number, room: number) =>
    text.split('\n').reduce((sum, one) => sum + Math.ceil((one.length * size) / room), 0);
  const texts = [...task.paragraphs, ...task.cells, task.duty].map(({ shown }) => shown);
  const facts = [dutyText(task), timesText(task)];
  const height =
    texts.reduce((sum, text) => sum + lines(text, SIZE, WIDTH - MARGIN) * LINE + 16, 0) +
    facts.reduce((sum, text) => sum + lines(text, SIZE, WIDTH - MARGIN - 96) * LINE + 8, 0) +
    lines(task.title, 1.3 * SIZE, WIDTH - MARGIN) * 34;
  return Math.ceil((height + REST) / 20) * 20;
}
