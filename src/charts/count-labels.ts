/** The counts above the marks of a timeline: that of each deadline, or one for deadlines too close together for one each. */
import { sum } from 'd3';
import { deadlineText } from '../labels/deadlines.ts';
import { widthOf } from './shapes.ts';
import type { MarkGroup } from './timeline-layout.ts';

type Counted = Pick<MarkGroup<unknown>, 'date' | 'middle' | 'marks'>;

interface CountLabel {
  /** The deadlines that it counts, next to each other. */
  groups: Counted[];
  words: string;
  /** Its middle and its ends. */
  x: number;
  left: number;
  right: number;
}

interface CountOptions {
  /** Of the whole chart: no label extends beyond it. */
  width: number;
  font: number;
  /** Least space between two labels. */
  gap: number;
  /** Whether a label has its date, where there is room. */
  dated: boolean;
}

/** The labels from left to right; no two overlap, and the sum of their counts is that of all marks. */
export function countLabels(
  all: readonly Counted[],
  { width, font, gap, dated }: CountOptions,
): CountLabel[] {
  const labelOf = (groups: Counted[], date = ''): CountLabel => {
    const words = `${date}${sum(groups, ({ marks }) => marks.length)}项`;
    const half = widthOf(words, font) / 2;
    const middle = ((groups[0]?.middle ?? 0) + (groups.at(-1)?.middle ?? 0)) / 2;
    const x = Math.round(Math.max(half, Math.min(width - half, middle)) * 10) / 10;
    return { groups, words, x, left: x - half, right: x + half };
  };
  const labels: CountLabel[] = [];
  for (const group of all) {
    let label = labelOf([group]);
    for (let before = labels.at(-1); before && before.right + gap > label.left; before = labels.at(-1)) {
      labels.pop();
      label = labelOf([...before.groups, ...label.groups]);
    }
    labels.push(label);
  }
  for (const [index, { groups }] of labels.entries()) {
    const [only, ...others] = groups;
    if (!dated || !only || others.length > 0) continue;
    const full = labelOf(groups, `${deadlineText(only)} `);
    const room = [(labels[index - 1]?.right ?? -Infinity) + gap, (labels[index + 1]?.left ?? Infinity) - gap];
    if (full.left >= (room[0] ?? 0) && full.right <= (room[1] ?? 0)) labels[index] = full;
  }
  return labels;
}
